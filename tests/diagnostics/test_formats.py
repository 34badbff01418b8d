"""Reports for machines, read as those would."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from deckbuild.diagnostics import Diagnostic, Severity
from deckbuild.diagnostics.formats import Located, Reported, format_report
from deckbuild.source import Span

HOSTILE = '100 % :: of, "it" <&>\r\n::error::\x00'
FOUND = (
    Located(
        Diagnostic("picture-missing", Severity.ERROR, Span("a b.md", 5, 3, 40, 45), "No `a.png`.", "Look."),
        "content/a b.md",
        8,
    ),
    Located(Diagnostic("slide-empty", Severity.WARNING, Span("a,b:c.md", 7, 1), HOSTILE), "a,b:c.md", 9),
    Located(Diagnostic("notes-long", Severity.NOTE, Span("deck.pptx"), "Slide 3: long."), "deck.pptx"),
)
REPORTS = [Reported("content/talk", FOUND), Reported("content/clean", ())]


def test_json() -> None:
    talk, clean = json.loads(format_report("json", REPORTS))
    assert clean == {"deck": "content/clean", "diagnostics": []}
    assert talk["diagnostics"][0] == {
        "code": "picture-missing",
        "severity": "error",
        "file": "content/a b.md",
        "line": 5,
        "column": 3,
        "end_column": 8,
        "message": "No `a.png`.",
        "hint": "Look.",
        "help": "docs/rules/picture-missing.md",
    }
    assert talk["diagnostics"][2]["line"] is None


def test_github_escapes_what_it_would_read_as_its_own() -> None:
    assert format_report("github", REPORTS).split("\n") == [
        "::error file=content/a b.md,line=5,col=3,endLine=5,endColumn=8,title=picture-missing::"
        "No `a.png`.%0ALook.%0A`deckbuild explain picture-missing` says more.",
        "::warning file=a%2Cb%3Ac.md,line=7,col=1,endLine=7,endColumn=9,title=slide-empty::"
        '100 %25 :: of, "it" <&>%0D%0A::error::\x00%0A`deckbuild explain slide-empty` says more.',
        "::notice file=deck.pptx,title=notes-long::Slide 3: long."
        "%0A`deckbuild explain notes-long` says more.",
    ]


def test_junit_fails_what_fails_the_command() -> None:
    for is_strict, failures in ((False, 1), (True, 2)):
        root = ET.fromstring(format_report("junit", REPORTS, is_strict).encode())
        assert root.tag == "testsuites"
        assert (root.get("tests"), root.get("failures")) == ("4", str(failures))
        talk, clean = root
        assert [talk.get("name"), clean.get("name")] == ["content/talk", "content/clean"]
        assert [len(list(case.iter("failure"))) for case in talk] == [1, failures - 1, 0]
        assert talk[0].get("classname") == "content/a b.md"
        assert talk[0].get("name") == "picture-missing at 5:3"
        assert [case.get("name") for case in clean] == ["no problems"]


def test_reports_lead_to_the_documentation_that_the_package_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    base = "https://example.org/docs"
    monkeypatch.setattr("deckbuild.diagnostics.rule_pages._documentation", lambda: base)
    page = f"{base}/rules/picture-missing.md"
    assert json.loads(format_report("json", REPORTS))[0]["diagnostics"][0]["help"] == page
    assert format_report("github", REPORTS).split("\n")[0].endswith(f"%0A{page}")
    (run,) = json.loads(format_report("sarif", REPORTS))["runs"]
    assert run["tool"]["driver"]["rules"][1]["helpUri"] == page
    assert f"Look. ([`picture-missing`](<{page}>))" in format_report("markdown", REPORTS)


def test_sarif_carries_the_pages_for_who_has_no_documentation_at_hand() -> None:
    (run,) = json.loads(format_report("sarif", REPORTS))["runs"]
    rule = run["tool"]["driver"]["rules"][1]
    assert rule["id"] == "picture-missing"
    assert rule["help"]["markdown"].startswith("# picture-missing\n\n**error**\n\nThere is no")
    assert "helpUri" not in rule


def test_markdown_counts_by_deck_and_lists_what_was_found() -> None:
    assert format_report("markdown", REPORTS).split("\n") == [
        "| deck | errors | warnings | notes |",
        "|---|--:|--:|--:|",
        "| `content/talk` | 1 | 1 | 1 |",
        "| `content/clean` | 0 | 0 | 0 |",
        "",
        "### `content/talk`",
        "",
        "- **error** `content/a b.md:5:3`: No `a.png`. Look. (`picture-missing`)",
        '- **warning** `a,b:c.md:7:1`: 100 % :: of, "it" \\<\\&\\> ::error::  (`slide-empty`)',
        "- **note** `deck.pptx`: Slide 3: long. (`notes-long`)",
    ]


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("a <img src=x> b", r"a \<img src=x\> b"),
        ("ask @everyone, [here](https://x.test)", r"ask @<!-- -->everyone, \[here\](https\://x.test)"),
        ("see WWW.x.test", r"see WWW\.x.test"),
        ("no `a*b` *here*", r"no `a*b` \*here\*"),
        ("one ` alone, `<b>`", r"one ` alone, `\<b\>\`"),
        ("two\nlines\u202e", "two lines "),
    ],
)
def test_no_message_becomes_markup(message: str, written: str) -> None:
    """What stands between backticks is code, and code alone is left as it is."""
    found = Located(Diagnostic("slide-empty", Severity.ERROR, Span("a.md"), message), "a.md")
    *_, line = format_report("markdown", [Reported("a|`b", (found,))]).split("\n")
    assert line == f"- **error** `a.md`: {written} (`slide-empty`)"


def test_a_deck_of_any_name_has_one_row() -> None:
    rows = format_report("markdown", [Reported("a|b\nc", ()), Reported("d|`e", ())]).split("\n")[2:]
    assert rows == [r"| `a\|b c` | 0 | 0 | 0 |", r"| d\\|\`e | 0 | 0 | 0 |"]


def test_sarif_has_what_its_schema_requires() -> None:
    log = json.loads(format_report("sarif", REPORTS, version="1.2.3"))
    _require(log, {"version": str, "runs": list})
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("deckbuild", "1.2.3")
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    for rule in driver["rules"]:
        _require(rule, {"id": str, "shortDescription": dict, "defaultConfiguration": dict})
        _require(rule["shortDescription"], {"text": str})
    for result in run["results"]:
        _require(result, {"ruleId": str, "ruleIndex": int, "level": str, "message": dict, "locations": list})
        _require(result["message"], {"text": str})
        assert result["level"] in ("none", "note", "warning", "error")
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert set(place) <= {"artifactLocation", "region"}
        assert all(isinstance(value, int) and value >= 1 for value in place.get("region", {}).values())
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0] == {
        "artifactLocation": {"uri": "content/a%20b.md"},
        "region": {"startLine": 5, "startColumn": 3, "endColumn": 8},
    }
    assert places[2] == {"artifactLocation": {"uri": "deck.pptx"}}


def _require(value: dict[str, Any], kinds: dict[str, type]) -> None:
    for name, kind in kinds.items():
        assert isinstance(value[name], kind), name
