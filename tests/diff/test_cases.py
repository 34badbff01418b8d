"""``cases.md``: pairs of decks with known edits, and exactly what is reported of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckbuild.diff.forms.text import format_text

from .comparing import compare

CASES = Path(__file__).parent / "cases.md"
FENCES = r"\n````before\n(.*?)````\n\n````after\n(.*?)````\n\n````report\n(.*?)````\n"
FOUND = re.findall(rf"^## ([\w-]+)\n.*?{FENCES}", CASES.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(("name", "before", "after", "report"), FOUND, ids=[case[0] for case in FOUND])
def test_exactly_what_was_edited_is_reported(
    request: pytest.FixtureRequest, name: str, before: str, after: str, report: str
) -> None:
    actual = format_text(compare(before, after), in_color=False)
    if request.config.getoption("--update-goldens"):
        text = CASES.read_text(encoding="utf-8")
        start = text.index("````report\n", text.index(f"## {name}\n")) + len("````report\n")
        end = text.index("````\n", start)
        CASES.write_text(text[:start] + actual + text[end:], encoding="utf-8")
    else:
        assert actual == report
