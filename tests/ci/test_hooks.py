"""The hooks for pre-commit, run by pre-commit itself in a repository of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from .jobs import DECKBUILD, REPOSITORY

pytest.importorskip("pre_commit", reason="pre-commit is not installed")

FINE = "# Talk\n\n## Slide\n\nText.\n\n::: notes\nSpoken.\n:::\n"
BROKEN = "## Slide\n\n![A map](nowhere.png)\n"


class Ran(NamedTuple):
    """How hooks ended, and what was printed."""

    code: int
    output: str


class Repository:
    """A git repository whose commits hooks look at."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self._environment = {
            **{
                name: text for name, text in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))
            },
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PRE_COMMIT_HOME": str(home),
            "PRE_COMMIT_COLOR": "never",
        }
        self.run("git", "init", "--quiet")

    def run(self, *command: str) -> Ran:
        """Run a command there."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return Ran(done.returncode, done.stdout)

    def stage(self, files: dict[str, str]) -> None:
        """Write files, and take them into the next commit."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert self.run("git", "add", *files).code == 0

    def commit(self) -> None:
        """Commit what is staged."""
        self.run("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "One")

    def run_hook(self, name: str) -> Ran:
        """Run a hook on what is staged."""
        return self.run(sys.executable, "-m", "pre_commit", "run", name, "--verbose")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with two decks and a page, committed, and with this project's hooks as local ones."""
    hooks: list[dict[str, Any]] = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text())
    for hook in hooks:
        hook["entry"] = hook["entry"].replace("deckbuild", str(DECKBUILD), 1)
        hook["language"] = "system"
    config = yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]})
    (tmp_path / "work").mkdir()
    repository = Repository(tmp_path / "work", tmp_path / "home")
    repository.stage({".pre-commit-config.yaml": config, "README.md": "# Read me\n"})
    repository.stage({"content/first/01.md": FINE, "slides/content/second.md": BROKEN})
    repository.commit()
    return repository


def test_decks_that_a_commit_changes_are_checked(repository: Repository) -> None:
    repository.stage({"content/first/02 more.md": "## More\n\nText.\n"})
    ran = repository.run_hook("deckbuild-check")
    assert (ran.code, "1 deck checked" in ran.output) == (0, True), ran.output


def test_what_is_wrong_stops_the_commit(repository: Repository) -> None:
    """Also in a project that is not at the repository's root."""
    repository.stage({"slides/content/second.md": BROKEN + "\nText.\n"})
    ran = repository.run_hook("deckbuild-check")
    assert ran.code == 1
    assert "content/second.md:3:1: error: There is no picture `nowhere.png`." in ran.output


@pytest.mark.parametrize("hook", ["deckbuild-check", "deckbuild-i18n-check"])
def test_other_changes_check_nothing(hook: str, repository: Repository) -> None:
    repository.stage({"README.md": "# Read me, please\n"})
    ran = repository.run_hook(hook)
    assert ran.code == 0
    assert "no files to check" in ran.output


def test_broken_translations_stop_the_commit(repository: Repository) -> None:
    repository.run(str(DECKBUILD), "i18n", "extract", "--lang", "de", "content/first")
    path = repository.folder / "content/first/locale/de.po"
    text = path.read_text(encoding="utf-8")
    repository.stage({"content/first/locale/de.po": text})
    ran = repository.run_hook("deckbuild-i18n-check")
    assert (ran.code, "content/first" in ran.output) == (0, True), ran.output
    assert "no files to check" in repository.run_hook("deckbuild-check").output
    repository.stage({"content/first/locale/de.po": text + 'msgid "never ends\n'})
    assert repository.run_hook("deckbuild-i18n-check").code == 1


@pytest.mark.installing
def test_the_hooks_are_installed_from_this_repository(tmp_path: Path) -> None:
    """As pre-commit does it for users: into an environment of its own, with all that deckbuild needs."""
    hooks, work = tmp_path / "hooks", tmp_path / "work"
    left_out = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in ("src", "docs/rules"):
        shutil.copytree(REPOSITORY / name, hooks / name, ignore=left_out)
    for name in (
        "pyproject.toml",
        "setup.py",
        "MANIFEST.in",
        "README.md",
        "LICENSE",
        ".pre-commit-hooks.yaml",
    ):
        shutil.copy2(REPOSITORY / name, hooks)
    source = Repository(hooks, tmp_path / "home")
    assert source.run("git", "add", ".").code == 0
    source.commit()
    work.mkdir()
    repository = Repository(work, tmp_path / "home")
    repository.stage({"content/talk.md": BROKEN})
    command = (sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "deckbuild-check")
    ran = repository.run(*command, "--files", "content/talk.md", "--verbose")
    assert ran.code == 1, ran.output
    assert "error: There is no picture `nowhere.png`. [picture-missing]" in ran.output
