"""A deck is built again only if something that it was built of has changed."""

from __future__ import annotations

import pytest

from deckbuild.batch import Record, RecordingWorkspace, Request, find_last, keep_record
from deckbuild.diagnostics import Collector
from deckbuild.pipeline import build_deck
from deckbuild.project import read_project
from deckbuild.workspace import MemoryWorkspace
from tests.pictures import png

TALK = b"## Slide\n\n![A square](a.png)\n\n::: notes\n![[script.md]]\n:::\n"
FILES = {
    "talk/01.md": TALK,
    "talk/a.png": png(9, 9),
    "talk/deck.toml": b'title = "Talk"\n',
    "other.md": b"## O\n",
}
REQUEST = Request("/project", "talk", "out.pptx", ("", ""))


def _build(workspace: MemoryWorkspace) -> Record:
    recording = RecordingWorkspace(workspace)
    project = read_project(recording, Collector())
    built = build_deck(recording, "talk", "out.pptx", project, None, Collector())
    record = Record(built.slides, built.diagnostics, recording.answers, built.outline)
    keep_record(REQUEST, record, recording.written["out.pptx"], workspace)
    return record


def find_fresh(request: Request, workspace: MemoryWorkspace) -> Record | None:
    """Return what is known of a deck that need not be built again."""
    last = find_last(request, workspace)
    return last.record if last and not last.changed else None


@pytest.fixture
def workspace() -> MemoryWorkspace:
    workspace = MemoryWorkspace(dict(FILES))
    _build(workspace)
    return workspace


def test_nothing_changed(workspace: MemoryWorkspace) -> None:
    assert find_fresh(REQUEST, workspace) == _build(workspace)


def test_what_another_build_wrote_meanwhile_is_not_taken_for_this_one(workspace: MemoryWorkspace) -> None:
    workspace.contents["out.pptx"] = b"of a build with other options"
    assert find_fresh(REQUEST, workspace) is None


def test_diagnostics_are_told_again() -> None:
    workspace = MemoryWorkspace({**FILES, "talk/01.md": b"## Slide\n\n![A square](b.png)\n"})
    built = _build(workspace)
    fresh = find_fresh(REQUEST, workspace)
    assert fresh is not None
    assert [diagnostic.code for diagnostic in fresh.diagnostics] == ["picture-missing"]
    assert fresh.diagnostics == built.diagnostics


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("talk/01.md", TALK + b"More.\n"),
        ("talk/a.png", png(9, 8)),
        ("talk/deck.toml", b'title = "Other"\n'),
        ("talk/02.md", b"## New\n"),
        ("deckbuild.toml", b""),
        ("out.pptx", b"edited"),
    ],
)
def test_what_makes_a_deck_stale(path: str, content: bytes, workspace: MemoryWorkspace) -> None:
    workspace.contents[path] = content
    assert find_fresh(REQUEST, workspace) is None


def test_a_file_that_is_no_more(workspace: MemoryWorkspace) -> None:
    del workspace.contents["talk/a.png"]
    assert find_fresh(REQUEST, workspace) is None


def test_another_file_of_the_project_is_no_input(workspace: MemoryWorkspace) -> None:
    workspace.contents["other.md"] = b"## Changed\n"
    assert find_fresh(REQUEST, workspace) is not None


def test_the_environment_is_an_input(workspace: MemoryWorkspace) -> None:
    workspace.variables["SOURCE_DATE_EPOCH"] = "1500000000"
    assert find_fresh(REQUEST, workspace) is None


@pytest.mark.parametrize("options", [("vesperine", ""), ("", "full"), ()])
def test_other_options(options: tuple[str, ...], workspace: MemoryWorkspace) -> None:
    assert find_fresh(REQUEST._replace(options=options), workspace) is None


def test_another_program(workspace: MemoryWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckbuild.batch.fresh._program", lambda: "another")
    assert find_fresh(REQUEST, workspace) is None


@pytest.mark.parametrize("record", [b"", b"{", b"[]", b'{"options":["",""]}', b"\xff\xfe", b'{"a":' * 9999])
def test_a_record_cut_off_or_made_up_is_none(record: bytes, workspace: MemoryWorkspace) -> None:
    (key,) = (key for key in workspace.cache if key.startswith("builds/"))
    workspace.cache[key] = record
    assert find_fresh(REQUEST, workspace) is None
