"""Diagnostics: kept once, in the order of their places, printed for people and editors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckbuild.diagnostics import RULES, Collector, Diagnostic, Severity, format_diagnostic
from deckbuild.source import Span

DOCS = Path(__file__).parents[2] / "docs" / "diagnostics.md"


def _collect(*reports: tuple[str, Span]) -> Collector:
    collector = Collector()
    for code, span in reports:
        collector.report(code, span, "Message.")
    return collector


def test_the_first_line_is_one_that_editors_can_follow_and_the_hint_stands_below() -> None:
    diagnostic = Diagnostic(
        "picture-missing",
        Severity.ERROR,
        Span("talk.md", 3, 5),
        "There is no picture `a.png`.",
        "Look again.",
    )
    assert format_diagnostic(diagnostic) == (
        "talk.md:3:5: error: There is no picture `a.png`. [picture-missing]\n    Look again."
    )


def test_without_a_line_the_file_stands_alone_and_without_a_hint_one_line_is_all() -> None:
    diagnostic = Diagnostic("encoding", Severity.NOTE, Span("talk.md"), "Message.")
    assert format_diagnostic(diagnostic) == "talk.md: note: Message. [encoding]"


def test_severity_and_hint_are_those_of_the_rule() -> None:
    (diagnostic,) = _collect(("encoding", Span("a.md"))).sorted()
    assert (diagnostic.severity, diagnostic.hint) == (Severity.ERROR, "Save it as UTF-8.")


def test_a_hint_of_its_own_goes_before_the_rules() -> None:
    collector = Collector()
    collector.report("encoding", Span("a.md"), "Message.", "Do this.")
    assert collector.sorted()[0].hint == "Do this."


def test_diagnostics_come_by_file_line_and_column() -> None:
    collector = _collect(
        ("encoding", Span("b.md", 1, 1)),
        ("encoding", Span("a.md", 10, 1)),
        ("encoding", Span("a.md", 9, 20)),
        ("encoding", Span("a.md", 9, 3)),
        ("deck-empty", Span("a.md", 9, 3)),
        ("encoding", Span("a.md")),
    )
    assert [(str(found.span), found.code) for found in collector.sorted()] == [
        ("a.md", "encoding"),
        ("a.md:9:3", "deck-empty"),
        ("a.md:9:3", "encoding"),
        ("a.md:9:20", "encoding"),
        ("a.md:10:1", "encoding"),
        ("b.md:1:1", "encoding"),
    ]


def test_a_diagnostic_is_printed_on_a_line() -> None:
    """``print(*built.diagnostics, sep="\\n")``, as the README has it."""
    collector = Collector()
    collector.report("picture-missing", Span("a.md", 3, 1), "There is no picture `b.png`.")
    assert str(collector.sorted()[0]) == "a.md:3:1: error: There is no picture `b.png`. [picture-missing]"


def test_the_same_problem_at_the_same_place_is_kept_once() -> None:
    once, twice = ("encoding", Span("a.md", 1, 1)), ("encoding", Span("a.md", 2, 1))
    assert len(_collect(once, once, twice, once).sorted()) == 2


def test_only_errors_are_errors() -> None:
    warned = _collect(("settings-unknown-key", Span("a.md")))
    assert not warned.has_errors
    assert warned.count(Severity.WARNING) == 1
    warned.extend(_collect(("encoding", Span("a.md"))))
    assert warned.has_errors
    assert (warned.count(Severity.ERROR), warned.count(Severity.WARNING)) == (1, 1)


def test_a_code_that_is_not_in_the_table_is_a_bug() -> None:
    with pytest.raises(KeyError):
        _collect(("no-such-code", Span("a.md")))


@pytest.mark.parametrize("code", RULES)
def test_a_rule_says_in_a_sentence_what_is_wrong(code: str) -> None:
    rule = RULES[code]
    assert rule.summary.endswith(".")
    assert not rule.hint or rule.hint.endswith((".", "?"))


def test_the_codes_are_in_order() -> None:
    assert list(RULES) == sorted(RULES)


def test_the_manual_has_every_code_with_its_anchor_page_and_meaning() -> None:
    """A row a code: ``| <a id="code"></a>[`code`](rules/code.md) | severity | what it means |``."""
    listed = {}
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        if line.startswith("| <a id=") or re.match("[|] `[a-z-]+` [|] (error|warning|note) [|]", line):
            cells = [cell.strip() for cell in re.split(r"(?<!\\)[|]", line)[1:-1]]
            anchor = re.fullmatch(r'<a id="([a-z-]+)"></a>\[`([a-z-]+)`\]\(rules/([a-z-]+)\.md\)', cells[0])
            assert anchor, f"no anchor: {line}"
            assert anchor[1] == anchor[2] == anchor[3]
            assert len(cells) == 3, line
            assert all(cells), line
            listed[anchor[1]] = cells[1]
    assert listed == {code: rule.severity.label for code, rule in RULES.items()}
