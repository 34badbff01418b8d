"""Every deck at hand: translated as itself it is the same, and no pseudo translation moves anything."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.i18n.pseudo import pseudo_translations
from deckbuild.i18n.translate import Translation
from deckbuild.pipeline import Language, build_deck
from deckbuild.project import ProjectSettings, open_deck
from deckbuild.transform.translation import translate_deck
from deckbuild.workspace import DiskWorkspace

PROJECT = Path(__file__).parents[2]
SAMPLES = PROJECT.parent / "shared" / "samples" / "decks"
_TEXTS = re.compile(r"ppt/(slides|notesSlides|charts)/\w+\.xml")
_RUN = re.compile(r"<a:(?:r|fld\b[^>]*)>.*?<a:t>|<a:endParaRPr\b[^>]*>", re.DOTALL)
"""Runs and fields up to their text, and the ends of paragraphs."""
DECKS = [(PROJECT, "content/openstack-overview")]
DECKS += [
    (PROJECT, path.relative_to(PROJECT).as_posix()) for path in sorted((PROJECT / "tests/suite").glob("*.md"))
]
DECKS += [(SAMPLES, path.relative_to(SAMPLES).as_posix()) for path in sorted(SAMPLES.rglob("*.md"))]


def test_the_samples_are_at_hand() -> None:
    if not SAMPLES.is_dir():
        pytest.skip("the sample decks are not there: only the project's own are tried")
    assert len(DECKS) > 40


def _itself(context: str, text: str) -> Translation:
    return Translation(text)


@pytest.mark.parametrize(("root", "path"), DECKS, ids=[path for _, path in DECKS])
def test_a_deck_translated_as_itself_is_the_same_markdown(root: Path, path: str) -> None:
    workspace = DiskWorkspace(root)
    source = open_deck(workspace, path, {}, Collector())
    if source is None:
        pytest.skip("it cannot be read")
    deck = translate_deck(source, workspace, "de", _itself, "source", Collector())
    assert deck is not None
    assert [file.text for file in deck.source.sources] == [file.text for file in source.sources]
    assert all(file.text == file.source.text for file in deck.files.values())


@pytest.mark.parametrize(("root", "path"), DECKS, ids=[path for _, path in DECKS])
def test_no_pseudo_translation_is_refused(root: Path, path: str) -> None:
    workspace, collector = DiskWorkspace(root), Collector()
    source = open_deck(workspace, path, {}, Collector())
    if source is None:
        pytest.skip("it cannot be read")
    translate_deck(source, workspace, "qps-ploc", pseudo_translations(), "source", collector)
    assert collector.sorted() == []


def _package(workspace: DiskWorkspace, path: str, target: Path, tag: str) -> dict[str, bytes] | None:
    """Build a deck, in a language if a tag is given, each text its own translation; return its parts."""
    language = Language(tag, _itself) if tag else None
    settings = ProjectSettings()
    built = build_deck(workspace, path, str(target), settings, None, Collector(), language=language)
    if built.path is None:
        return None
    with zipfile.ZipFile(target) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize(("root", "path"), DECKS, ids=[path for _, path in DECKS])
def test_a_deck_translated_as_itself_is_built_the_same_but_for_its_language(
    root: Path, path: str, tmp_path: Path
) -> None:
    workspace, collector = DiskWorkspace(root), Collector()
    source = open_deck(workspace, path, {}, collector)
    own = _package(workspace, path, tmp_path / "own.pptx", "") if source else None
    if source is None or own is None:
        pytest.skip("nothing can be built of it")
    tag = source.settings.language
    other_tag = _neighbour(tag)
    other = _package(workspace, path, tmp_path / "other.pptx", other_tag)
    assert other is not None
    assert own.keys() == other.keys()
    as_own = {name: part.replace(other_tag.encode(), tag.encode()) for name, part in other.items()}
    assert [name for name in own if own[name] != as_own[name]] == []
    texts = [part.decode() for name, part in other.items() if _TEXTS.fullmatch(name)]
    runs = [run for text in texts for run in _RUN.findall(text)]
    assert any(other_tag in run for run in runs)
    assert [run for run in runs if ' lang="' not in run] == []


def _neighbour(tag: str) -> str:
    """Return a language that differs from another one by its name only."""
    return f"{tag.split('-')[0]}-XK"
