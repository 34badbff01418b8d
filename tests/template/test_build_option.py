"""``deckbuild build --template`` and the setting ``template``."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

from deckbuild.cli import main

from .packages import make_template

TALK = "## A slide\n\n- one\n- two\n"


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["build", *arguments])
    return result.exit_code, result.output


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "talk.md").write_text(TALK)
    (tmp_path / "company.potx").write_bytes(make_template())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def layouts(deck: Path) -> list[str]:
    return [slide.slide_layout.name for slide in Presentation(io.BytesIO(deck.read_bytes())).slides]


def test_the_template_asked_for_is_used(project: Path) -> None:
    assert run("talk.md", "--template", "company.potx", "-o", "talk.pptx")[0] == 0
    assert layouts(project / "talk.pptx") == ["Title and Content"]
    assert Presentation(str(project / "talk.pptx")).slide_width == 9144000


def test_settings_name_a_template_beside_the_deck(project: Path) -> None:
    (project / "talk.md").write_text(f"---\ntemplate: company.potx\n---\n\n{TALK}")
    assert run("talk.md", "-o", "talk.pptx")[0] == 0
    assert Presentation(str(project / "talk.pptx")).slide_width == 9144000


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"no zip", "it is not a .pptx or .potx file"), (b"", "it is empty")],
)
def test_one_that_cannot_be_used_is_reported_once(project: Path, content: bytes, reason: str) -> None:
    (project / "company.potx").write_bytes(content)
    code, output = run("talk.md", "--template", "company.potx")
    assert code == 1
    assert output.count("[template-unusable]") == 1
    assert reason in output


def test_one_that_is_not_there_is_reported(project: Path) -> None:
    (project / "talk.md").write_text(f"---\ntemplate: other.potx\n---\n\n{TALK}")
    code, output = run("talk.md")
    assert code == 1
    assert "other.potx" in output
    assert "[template-unusable]" in output


def test_an_unknown_layout_is_answered_with_near_ones_and_all(project: Path) -> None:
    (project / "talk.md").write_text('## A slide {layout="two contnt"}\n\n- one\n')
    _, output = run("talk.md", "--template", "company.potx")
    assert "Did you mean `Two Content`" in output
    assert "Layouts: Title Slide, Title and Content" in output


def test_a_layout_is_named_in_any_case(project: Path) -> None:
    (project / "talk.md").write_text('## A slide {layout="TWO content"}\n\n- one\n')
    assert run("talk.md", "--template", "company.potx", "-o", "talk.pptx")[0] == 0
    assert layouts(project / "talk.pptx") == ["Two Content"]
