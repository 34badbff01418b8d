"""The examples in docs/ci/, and this repository's own files for CI: valid, and doing what they say."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from .jobs import ACTION, DECKBUILD, REPOSITORY

EXAMPLES = REPOSITORY / "docs/ci"
TALK = "# Talk\n\n## Slide\n\n![A square](square.svg)\n\n::: notes\nSpoken.\n:::\n"
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("github-actions", "action.yml"),
        ("github-workflows", ".github/workflows/ci.yml"),
        ("github-workflows", "docs/ci/github.yml"),
        ("gitlab-ci", "docs/ci/gitlab-ci.yml"),
    ],
)
def test_it_is_valid_by_its_schema(schema: str, path: str) -> None:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    options = ["--data-transform=gitlab-ci"] if schema == "gitlab-ci" else []
    command = [sys.executable, "-m", "check_jsonschema", f"--builtin-schema=vendor.{schema}", *options, path]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, "ok -- validation done"), done.stdout


@pytest.mark.parametrize(
    ("kind", "path"),
    [("manifest", ".pre-commit-hooks.yaml"), ("config", "docs/ci/pre-commit-config.yaml")],
)
def test_pre_commit_takes_it(kind: str, path: str) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    subprocess.run([sys.executable, "-m", "pre_commit", f"validate-{kind}", path], cwd=REPOSITORY, check=True)


def test_the_hooks_that_are_named_are_there() -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text())
    (used,) = yaml.safe_load((EXAMPLES / "pre-commit-config.yaml").read_text())["repos"]
    assert [hook["id"] for hook in used["hooks"]] == [hook["id"] for hook in hooks]


@pytest.mark.parametrize("path", ["docs/ci/github.yml", ".github/workflows/ci.yml"])
def test_the_inputs_that_are_given_are_there(path: str) -> None:
    jobs = yaml.safe_load((REPOSITORY / path).read_text())["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    (given,) = [step["with"] for step in steps if step.get("uses") in ("./", "OWNER/deckbuild@v1")]
    assert set(given) <= set(ACTION["inputs"])


def test_the_manual_names_every_input_and_output() -> None:
    manual = (REPOSITORY / "docs/ci.md").read_text(encoding="utf-8")
    assert [name for name in (*ACTION["inputs"], *ACTION["outputs"]) if f"| `{name}` |" not in manual] == []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with two decks, and programs by their names as after an installation."""
    for name in ("first", "second"):
        folder = tmp_path / "content" / name
        folder.mkdir(parents=True)
        (folder / "deck.toml").write_text(f'title = "{name}"\nlanguage = "en-GB"\n')
        (folder / "01.md").write_text(TALK)
        (folder / "square.svg").write_text(SQUARE)
    return tmp_path


def _run(folder: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    path = f"{DECKBUILD.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PATH": path} | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


class TestGitLab:
    """Lines of the example's jobs, in a shell that stops at the first that fails, as runners' do."""

    CI: dict[str, Any] = yaml.safe_load((EXAMPLES / "gitlab-ci.yml").read_text())

    def _job(self, name: str, project: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        script = "set -eo pipefail\n" + "\n".join(self.CI[name]["script"])
        return _run(project, "bash", "-c", script, **variables)

    def test_check(self, project: Path) -> None:
        done = self._job("check", project)
        assert done.returncode == 0, done.stdout
        self._leaves_artifacts("check", project)
        (project / "content/second/02.md").write_text("## Slide\n\n![A map](nowhere.png)\n")
        assert self._job("check", project).returncode == 1
        report = ET.parse(project / self.CI["check"]["artifacts"]["reports"]["junit"]).getroot()
        cases = {case for case in report.iter("testcase") if case.find("failure") is not None}
        assert {case.get("classname") for case in cases} == {"content/second/02.md"}

    def test_build(self, project: Path) -> None:
        done = self._job("build", project)
        assert done.returncode == 0, done.stdout
        self._leaves_artifacts("build", project)
        assert sorted(path.name for path in (project / "build").iterdir()) == ["first.pptx", "second.pptx"]

    def test_changes(self, project: Path) -> None:
        git = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org")
        for command in (
            ("init", "-q"),
            ("add", "."),
            ("commit", "-qm", "One"),
            ("remote", "add", "origin", "."),
        ):
            assert _run(project, *git, *command).returncode == 0
        base = _run(project, "git", "rev-parse", "HEAD").stdout.strip()
        for text in (TALK, TALK.replace("Spoken", "Said")):
            (project / "content/second/01.md").write_text(text)
            done = self._job("changes", project, CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
            assert done.returncode == 0, done.stdout
            self._leaves_artifacts("changes", project)
        assert "Said" in (project / "changes.md").read_text()
        assert self._job("changes", project, CI_MERGE_REQUEST_DIFF_BASE_SHA="nowhere").returncode != 0

    def test_before_each(self, project: Path) -> None:
        """The environment is made as written; ``pip`` notes what it is to install."""
        before = "\n".join(self.CI["default"]["before_script"])
        quickly = before.replace("-m venv ", "-m venv --without-pip ")
        script = f'set -e\npip() {{ echo "$VIRTUAL_ENV $*"; }}\n{quickly}'
        done = _run(project, "bash", "-c", script, CI_PROJECT_DIR=str(project), DECKBUILD="deckbuild")
        assert done.stdout == f"{project}/.venv install --quiet deckbuild\n"

    def _leaves_artifacts(self, name: str, project: Path) -> None:
        artifacts = self.CI[name]["artifacts"]
        paths = [*artifacts["paths"], *artifacts.get("reports", {}).values()]
        assert [path for path in paths if not (project / path).exists()] == []


def _age(project: Path) -> None:
    """Have sources be older than decks, and both than what is written next."""
    now = time.time()
    for path in project.rglob("*"):
        age = 50 if path.parent.name == "build" else 100
        os.utime(path, (now - age, now - age))


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
class TestMake:
    """The example's rules, by make itself."""

    @pytest.fixture(autouse=True)
    def _makefile(self, project: Path) -> None:
        shutil.copy(EXAMPLES / "Makefile", project)

    @staticmethod
    def _built(project: Path) -> list[str]:
        done = _run(project, "make")
        assert done.returncode == 0, done.stdout
        _age(project)
        lines = done.stdout.splitlines()
        return [line.split()[2] for line in lines if line.startswith("deckbuild build")]

    def test_what_changed_is_built(self, project: Path) -> None:
        both = ["content/first", "content/second"]
        assert self._built(project) == both
        assert self._built(project) == []
        (project / "content/first/square.svg").write_text(SQUARE)
        assert self._built(project) == ["content/first"]
        (project / "content/second/02.md").write_text("## More\n\nText.\n")
        assert self._built(project) == ["content/second"]
        assert self._built(project) == []

    def test_a_shared_file_is_known_from_the_build_before(self, project: Path) -> None:
        (project / "shared.svg").write_text(SQUARE)
        (project / "content/first/01.md").write_text("## One\n\n![A square](/shared.svg)\n")
        self._built(project)
        (project / "shared.svg").write_text(SQUARE)
        assert self._built(project) == ["content/first"]

    def test_a_file_that_is_gone_has_the_deck_built_again(self, project: Path) -> None:
        (project / "content/first/02.md").write_text("## More\n\nText.\n")
        self._built(project)
        (project / "content/first/02.md").unlink()
        assert self._built(project) == ["content/first"]

    def test_a_deck_with_errors_is_not_up_to_date(self, project: Path) -> None:
        (project / "content/first/01.md").write_text("## One\n\n![A map](nowhere.png)\n")
        assert _run(project, "make").returncode != 0
        assert _run(project, "make").returncode != 0
        assert _run(project, "make", "check").returncode != 0
