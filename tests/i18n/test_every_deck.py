"""Every deck at hand: translated as itself it is the same, and no pseudo translation moves anything."""

from __future__ import annotations

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


def test_the_project_s_own_deck_translated_as_itself_is_the_same_but_for_its_language(tmp_path: Path) -> None:
    workspace = DiskWorkspace(PROJECT)
    parts = []
    for tag in ("", "en-AU"):
        language = Language(tag, _itself) if tag else None
        target = str(tmp_path / f"deck{tag}.pptx")
        settings = ProjectSettings()
        build_deck(workspace, DECKS[0][1], target, settings, None, Collector(), language=language)
        with zipfile.ZipFile(target) as file:
            parts.append({name: file.read(name) for name in file.namelist()})
    own, other = parts
    assert own.keys() == other.keys()
    differing = [
        name for name in own
        if own[name] != other[name].replace(b"en-AU", b"en-GB") and not name.endswith((".xlsx",))
    ]  # fmt: skip
    assert differing == []
