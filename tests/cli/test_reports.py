"""``--strict`` and ``--format`` of ``build`` and ``check``: where what is printed, and the exit code."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import main

WARNED = "## Slide\n\nSee [](https://example.org).\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck with a warning, in a project below the folder to stand in."""
    monkeypatch.chdir(tmp_path)
    Path("slides").mkdir()
    Path("slides/deckbuild.toml").write_text('[deck]\nlanguage = "en-GB"\n', encoding="utf-8")
    Path("slides/talk.md").write_text(WARNED, encoding="utf-8")
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments], catch_exceptions=False)


@pytest.mark.parametrize("command", ["build", "check"])
def test_warnings_fail_only_when_they_are_to(command: str) -> None:
    assert _run(command, "slides/talk.md").exit_code == 0
    assert _run(command, "slides/talk.md", "--strict").exit_code == 1
    assert Path("slides/build/talk.pptx").exists() == (command == "build")


@pytest.mark.parametrize("command", ["build", "check"])
def test_machines_get_the_report_alone_on_standard_output(command: str) -> None:
    """Paths are as seen from where one stands, as code hosts want them."""
    result = _run(command, "slides/talk.md", "--format", "json")
    (deck,) = json.loads(result.stdout)
    (found,) = deck["diagnostics"]
    assert (deck["deck"], found["file"], found["line"]) == ("slides/talk.md", "slides/talk.md", 3)
    assert result.stderr.splitlines()[-1].startswith(
        "slides/build" if command == "build" else "1 deck checked"
    )


def test_each_format_tells_of_the_same_problem() -> None:
    def report(style: str) -> str:
        return _run("check", "slides/talk.md", "--format", style).stdout

    assert report("github").startswith("::warning file=slides/talk.md,line=3,col=5,endLine=3,endColumn=")
    assert json.loads(report("sarif"))["runs"][0]["results"][0]["ruleId"] == "link-empty"
    assert [case.get("name") for case in ET.fromstring(report("junit")).iter("testcase")] == [
        "link-empty at 3:5"
    ]
    assert "      |     ^~~" in report("text")


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_run_writes_as_many_reports_as_are_wanted(command: str) -> None:
    """Each is what ``--format`` prints, notes included; what is printed stays as it is."""
    names = {"json": "a.json", "sarif": "a.sarif", "junit": "a.xml", "markdown": "a.md"}
    files = [option for name in names.values() for option in ("--report", name)]
    result = _run(command, "slides/talk.md", *files)
    assert "[link-empty]" in result.output
    for style, name in names.items():
        assert Path(name).read_text() == _run(command, "slides/talk.md", "--format", style).stdout


def test_a_report_is_known_by_its_name() -> None:
    result = _run("check", "slides/talk.md", "--report", "found.txt")
    assert result.exit_code == 2
    assert "found.txt ends in none of .json, .sarif, .xml, .md" in result.stderr


def test_quiet_leaves_what_fails() -> None:
    assert _run("check", "slides/talk.md", "-q").stdout == ""
    assert "[link-empty]" in _run("check", "slides/talk.md", "-q", "--strict").stdout


@pytest.mark.parametrize(
    ("environment", "in_colour"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
    ids=["terminal", "NO_COLOR", "dumb"],
)
def test_a_terminal_gets_colours_unless_it_does_not_want_them(
    environment: dict[str, str], in_colour: bool
) -> None:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TERM")}
    main_end, other_end = pty.openpty()
    command = [sys.executable, "-m", "deckbuild", "check", "slides/talk.md"]
    subprocess.run(
        command, stdout=other_end, stderr=subprocess.DEVNULL, env={**kept, **environment}, check=True
    )
    os.close(other_end)
    assert ("\x1b[" in os.read(main_end, 4096).decode()) is in_colour
    os.close(main_end)


def test_a_pipe_gets_none() -> None:
    assert "\x1b" not in _run("check", "slides/talk.md").stdout
