"""Decks changed after they were built: what doing again some slides gives, and what a whole build does."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.batch import Record, RecordingWorkspace, Request, find_last, keep_record
from deckbuild.batch.redo import Redone, redo_change
from deckbuild.diagnostics import Collector
from deckbuild.dress import Look
from deckbuild.pipeline import Built, build_deck
from deckbuild.project import read_project
from deckbuild.workspace import MemoryWorkspace

TARGET = "build/out.pptx"
_cache: dict[str, bytes] = {}


def build_whole(workspace: MemoryWorkspace, deck: str) -> tuple[Built, Record]:
    """Build a deck whole and keep what is known of it."""
    recording = RecordingWorkspace(workspace)
    project = read_project(recording, Collector())
    built = build_deck(recording, deck, TARGET, project, None, Collector())
    record = Record(built.slides, built.diagnostics, recording.answers, built.outline)
    if built.path:
        keep_record(Request("", deck, TARGET), record, recording.written[TARGET], workspace)
    return built, record


def change_deck(
    before: Mapping[str, bytes], after: Mapping[str, bytes], deck: str = "talk.md"
) -> tuple[Redone | None, Built, Record, bytes]:
    """Build ``before``, change it to ``after``; return it redone, and what a whole build of ``after`` gives.

    The last is the file that it writes.
    """
    workspace = MemoryWorkspace(dict(before))
    workspace.cache = dict(_cache)
    build_whole(workspace, deck)
    written = workspace.contents.get(TARGET)
    workspace.contents = dict(after) | ({TARGET: written} if written else {})
    request = Request("", deck, TARGET)
    last = find_last(request, workspace)
    project = read_project(workspace, Collector())
    redone = redo_change(last, request, Look(), project, workspace) if last else None
    other = MemoryWorkspace(dict(after))
    other.cache = dict(_cache)
    built, record = build_whole(other, deck)
    _cache.update({key: data for key, data in other.cache.items() if not key.startswith("builds/")})
    return redone, built, record, other.contents.get(TARGET, b"")


def differences(redone: Redone, built: Built, record: Record, package: bytes) -> list[str]:
    """Return in what a deck redone is not as one built whole."""
    wrong = []
    if redone.package != package:
        wrong.append("bytes")
    if redone.record.diagnostics != built.diagnostics:
        wrong.append(f"diagnostics {redone.record.diagnostics} {built.diagnostics}")
    if redone.record.outline != built.outline:
        wrong.append(f"outline {redone.record.outline} {built.outline}")
    if redone.record.answers != record.answers:
        wrong.append("answers")
    if redone.record.slides != built.slides:
        wrong.append("slides")
    return wrong
