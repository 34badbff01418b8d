"""What the action's scripts write for the runner, in parts."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location

from .jobs import REPOSITORY

_spec = spec_from_file_location("workflow", REPOSITORY / ".github/action/workflow.py")
assert _spec is not None
assert _spec.loader is not None
workflow = module_from_spec(_spec)
_spec.loader.exec_module(workflow)

NOTE = "\n\nThere is more: see the job's log and artifacts.\n"


def test_what_is_short_enough_is_whole() -> None:
    assert workflow.cut("äöü\n", 7) == "äöü\n"


def test_what_is_too_long_is_cut_at_the_end_of_a_line() -> None:
    text = "äöü\n" * 100
    cut = workflow.cut(text, 100)
    assert cut == "äöü\n" * 6 + "äöü" + NOTE
    assert len(cut.encode()) <= 100
