"""The GitHub Action compares decks with another revision, and writes that on the pull request."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .jobs import Job

BEFORE = "# Talk\n\n## First\n\nOne.\n\n## Second\n\nTwo.\n"
AFTER = "# Talk\n\n## First\n\nUno.\n\n## Second\n\nTwo.\n"

GH = """#!{python}
import json, sys
from pathlib import Path
folder = Path(__file__).parent
arguments = sys.argv[1:]
with open(folder / "asked", "a") as file:
    print(json.dumps(arguments), file=file)
if (folder / "refuses").exists():
    sys.exit("HTTP 403: Resource not accessible by integration")
if "--paginate" in arguments:
    print((folder / "comments").read_text(), end="")
"""
"""In place of the code host's program: it notes what it is asked, and knows the comments that it is given."""


def _git(folder: Path, *arguments: str) -> str:
    given = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "HOME": str(folder)}
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "protocol.file.allow=always")
    command = ["git", *names, *arguments]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | given, check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return done.stdout.strip()


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """A job on a pull request that changes a slide, checked out as the code host does: its tip alone."""
    origin = tmp_path / "origin"
    (origin / "content/talk").mkdir(parents=True)
    talk = origin / "content/talk/01.md"
    talk.write_text(BEFORE)
    _git(origin, "init", "--quiet", "--initial-branch=main")
    _git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")
    _git(origin, "add", ".")
    _git(origin, "commit", "--quiet", "--message=Before")
    base = _git(origin, "rev-parse", "HEAD")
    _git(origin, "switch", "--quiet", "--create=change")
    talk.write_text(AFTER)
    _git(origin, "commit", "--quiet", "--all", "--message=After")
    _git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=change", origin.as_uri(), "workspace")
    job = Job(tmp_path)
    job.event = {"pull_request": {"number": 7, "base": {"sha": base}}}
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "gh").write_text(GH.format(python=sys.executable))
    (programs / "gh").chmod(0o755)
    (programs / "comments").touch()
    job.environment = {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    return job


def _compare(job: Job, against: str = "", **inputs: str) -> tuple[list[list[str]], str]:
    """Run the action; return what it asked of the code host, and the comparison."""
    revision = against or job.event["pull_request"]["base"]["sha"]
    done = job.run({"check": "false", "build": "false", "diff-against": revision, **inputs})
    assert not done.failed, done.log
    assert done.outputs["diff"]
    asked = job.folder / "programs/asked"
    comparison = Path(done.outputs["diff"]).read_text(encoding="utf-8")
    assert comparison in done.summary
    return [json.loads(line) for line in asked.read_text().splitlines()] if asked.exists() else [], comparison


def test_a_revision_that_the_checkout_lacks_is_fetched(job: Job) -> None:
    asked, comparison = _compare(job)
    assert "Uno" in comparison
    assert "Second" not in comparison
    assert asked == []


@pytest.mark.parametrize("name", ["main", "HEAD"])
def test_branches_are_known_by_name(name: str, job: Job) -> None:
    _, comparison = _compare(job, name)
    assert ("Uno" in comparison) == (name == "main")


def test_the_comparison_becomes_a_comment(job: Job) -> None:
    asked, comparison = _compare(job, comment="true")
    listing, writing = asked
    assert listing[:3] == ["api", "--paginate", "repos/OWNER/decks/issues/7/comments"]
    body = job.temp / "deckbuild/comment.md"
    assert writing == [
        "api",
        "--method=POST",
        "repos/OWNER/decks/issues/7/comments",
        "--silent",
        f"--field=body=@{body}",
    ]
    assert body.read_text(encoding="utf-8").startswith("<!-- deckbuild: slides that change -->\n")
    assert body.read_text(encoding="utf-8").endswith(comparison)


def test_the_next_run_writes_over_it(job: Job) -> None:
    (job.folder / "programs/comments").write_text("41\n42\n")
    _, writing = _compare(job, comment="true")[0]
    assert writing[1:3] == ["--method=PATCH", "repos/OWNER/decks/issues/comments/41"]


def test_where_nothing_changes_there_is_no_new_comment(job: Job) -> None:
    assert [words[1] for words in _compare(job, "HEAD", comment="true")[0]] == ["--paginate"]


def test_elsewhere_than_in_a_pull_request_there_is_no_comment(job: Job) -> None:
    job.event, base = {}, job.event["pull_request"]["base"]["sha"]
    assert _compare(job, base, comment="true")[0] == []


def test_a_token_that_may_not_comment_fails_nothing(job: Job) -> None:
    (job.folder / "programs/refuses").touch()
    assert len(_compare(job, comment="true")[0]) == 1
