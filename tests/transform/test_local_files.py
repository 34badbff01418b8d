"""Versions of pictures and figure files for a language: which is taken, what is missing, what is behind."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.markdown import read_slides
from deckbuild.model import Deck
from deckbuild.project import DeckSettings
from deckbuild.source import SourceFile
from deckbuild.transform import LocalWorkspace, make_deck
from deckbuild.transform.local_files import list_local_files, record_versions
from deckbuild.workspace import MemoryWorkspace

_TEXT = b"<svg><text x='1'>Cloud</text></svg>"
_PLAIN = b"<svg><path d=''/></svg>"


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ("de", "d/arch.de.svg"),
        ("de-AT", "d/arch.de-AT.svg"),
        ("de-CH", "d/arch.de.svg"),
        ("zh-TW", "d/arch.zh-Hant.svg"),
        ("fr", "d/arch.svg"),
        ("en-US", "d/arch.svg"),
    ],
)
def test_the_nearest_version_is_taken(language: str, found: str) -> None:
    names = ["arch.svg", "arch.de.svg", "arch.de-AT.svg", "arch.zh-Hant.svg"]
    workspace = LocalWorkspace(MemoryWorkspace({f"d/{name}": b"" for name in names}), language)
    assert workspace.resolve("arch.svg", "d") == found


def test_notes_in_files_of_their_own_are_translated_by_catalogues() -> None:
    workspace = LocalWorkspace(MemoryWorkspace({"d/n.md": b"", "d/n.de.md": b""}), "de")
    assert workspace.resolve("n.md", "d") == "d/n.md"


def _deck(markdown: str) -> Deck:
    source = SourceFile("d/deck.md", markdown)
    slides = read_slides([source], Collector())
    return make_deck("d", DeckSettings(), slides, source.span(0), Collector())


def test_files_with_text_are_listed_with_their_versions() -> None:
    deck = _deck(
        "## A\n\n![a](text.svg)\n\n![b](plain.svg)\n\n![c](photo.png)\n\n![t](t.csv)\n\n![g](gone.svg)\n\n"
        "![n](numbers.csv)\n\n![d](flow.mmd)\n\n![a](text.svg)\n"
    )
    workspace = MemoryWorkspace(
        {
            "d/text.svg": _TEXT, "d/plain.svg": _PLAIN, "d/photo.png": b"", "d/photo.de.png": b"",
            "d/t.csv": b"Jahr,1\n", "d/numbers.csv": b"1,2\n", "d/flow.mmd": b"flowchart LR\nA-->B",
        }
    )  # fmt: skip
    found = list_local_files(deck, workspace, "d", "de-AT")
    assert [(file.path, file.version, file.state) for file in found] == [
        ("d/text.svg", None, "missing"),
        ("d/photo.png", "d/photo.de.png", "unrecorded"),
    ]
    assert str(found[0].span) == "d/deck.md:3:1"


def test_a_version_is_behind_when_its_source_is_not_the_one_recorded() -> None:
    deck = _deck("## A\n\n![a](text.svg)\n")
    workspace = MemoryWorkspace({"d/text.svg": _TEXT, "d/text.ja.svg": _TEXT})

    def state() -> str:
        (file,) = list_local_files(deck, workspace, "d", "ja")
        return file.state

    assert state() == "unrecorded"
    path = record_versions(list_local_files(deck, workspace, "d", "ja"), workspace, "d", "ja")
    assert path == "d/locale/ja.sha256"
    assert workspace.contents[path].decode().endswith("  d/text.svg\n")
    assert state() == "current"
    workspace.contents["d/text.svg"] = _TEXT.replace(b"Cloud", b"Clouds")
    assert state() == "stale"
