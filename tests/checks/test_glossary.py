"""Terms: which spellings of them are found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuild.checks.glossary import misspelled, read_terms
from deckbuild.cli import main

GLOSSARY = "term,avoid,de\nOpenStack,,\nsign-in,login;log-in,Anmeldung\nvirtual machine,,virtuelle Maschine\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("OpenStack and openstack, Open Stack, open-stack", ["openstack", "Open Stack", "open-stack"]),
        ("Sign-in, sign-in, signin, sign in", ["signin", "sign in"]),
        ("a Login and a log-in", ["Login", "log-in"]),
        ("Virtual machine, Virtual Machine", ["Virtual Machine"]),
        ("openstack-cli, Openstack-based", ["Openstack"]),
        ("openstack.org, ann@openstack, openstacks", []),
    ],
)
def test_other_ways_to_write_a_term_are_found(text: str, found: list[str]) -> None:
    assert sorted(each for each, _ in misspelled(text, read_terms(GLOSSARY, "en-GB"))) == sorted(found)


def test_the_column_of_the_language_goes_first_and_empty_terms_are_none() -> None:
    assert [each.term for each in read_terms(GLOSSARY, "de-AT")] == ["Anmeldung", "virtuelle Maschine"]


def test_an_empty_glossary_has_no_terms() -> None:
    assert read_terms("", "en") == []


def test_terms_are_looked_for_in_charts_and_diagrams_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("glossary.csv").write_text("term\nOpenStack\n", encoding="utf-8")
    Path("talk.md").write_text(
        "## One\n\n```diagram\nflowchart LR\n  openstack[Openstack] --> b\n```\n\n"
        "## Two\n\n```chart\ntype: pie\n\nPart,Share\nOpen stack,60\nRest,40\n```\n",
        encoding="utf-8",
    )
    said = CliRunner().invoke(main, ["check", "talk.md"], catch_exceptions=False).stdout
    assert re.findall(r"talk.md:(\d+):\d+: warning: `(.*?)` is", said) == [
        ("5", "Openstack"),
        ("14", "Open stack"),
    ]
