"""The GitHub Action: each step that it runs itself is run here, in a project of its own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .jobs import ACTION, REPOSITORY, Job

CLEAN = {
    "deckbuild.toml": '[deck]\nlanguage = "en-GB"\n',
    "content/talk/01.md": "# Talk\n\n## Slide\n\nText.\n\n::: notes\nSpoken.\n:::\n",
}
BROKEN = {"content/broken/01.md": "## Slide\n\n![A map](nowhere.png)\n"}
WARNED = {"content/warned/01.md": "## Slide\n\nSee [](https://example.org).\n"}


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """A job on a project with a deck that nothing is wrong with."""
    job = Job(tmp_path)
    job.write(CLEAN)
    return job


def test_a_clean_project_is_checked_and_built(job: Job) -> None:
    done = job.run({"artifact": "decks"})
    assert (done.failed, done.outputs["failed"]) == (False, "false")
    assert done.outputs["decks"] == "build/talk.pptx"
    assert (job.workspace / "build/talk.pptx").is_file()
    assert json.loads(Path(done.outputs["report"]).read_text())[0]["deck"] == "content/talk"
    assert json.loads(Path(done.outputs["manifest"]).read_text())[0]["output"] == "build/talk.pptx"
    assert "| `content/talk` | 0 | 0 | 0 |" in done.summary
    assert "- `build/talk.pptx`" in done.summary
    assert done.used["actions/upload-artifact@v6"]["path"] == done.outputs["folder"]
    copied = Path(done.outputs["folder"], "build/talk.pptx")
    assert copied.read_bytes() == (job.workspace / "build/talk.pptx").read_bytes()


def test_the_cache_is_where_it_is_kept(job: Job) -> None:
    done = job.run()
    assert (Path(done.used["actions/cache@v5"]["path"]) / "deckbuild").is_dir()
    assert "unchanged" in job.run().log
    assert "actions/cache@v5" not in job.run({"cache": "false"}).used


def test_errors_are_told_at_their_lines_and_fail_the_job_after_all_is_done(job: Job) -> None:
    job.write(BROKEN)
    done = job.run({"artifact": "decks"})
    assert (done.failed, done.outputs["failed"]) == (True, "true")
    (remark,) = [command for command in done.commands if "title=picture-missing" in command]
    assert remark.startswith("::error file=content/broken/01.md,line=3,col=1,")
    assert done.outputs["decks"].split("\n") == ["build/broken.pptx", "build/talk.pptx"]
    assert "**error** `content/broken/01.md:3:1`: There is no picture `nowhere.png`." in done.summary
    assert "actions/upload-artifact@v6" in done.used


@pytest.mark.parametrize("does", [{"build": "false"}, {"check": "false"}, {"check-translations": "true"}])
def test_warnings_fail_only_when_they_are_to(does: dict[str, str], job: Job) -> None:
    job.write(WARNED)
    done = job.run(does)
    assert not done.failed
    assert sum("title=link-empty" in command for command in done.commands) == 1
    assert bool(done.outputs["decks"]) == (does != {"build": "false"})
    assert job.run({**does, "strict": "true"}).failed


def test_what_is_asked_for_is_what_is_done(job: Job) -> None:
    job.write(BROKEN | {"content/my talk/01.md": "## One\n\nOne.\n"})
    done = job.run(
        {
            "paths": "content/talk\n\n  content/my talk\n",
            "brand": "alderwick",
            "output": "out",
            "manifest": "out.json",
            "sarif": "out.sarif",
            "arguments": "--force\n--fit-report-json=fits.json",
        }
    )
    assert not done.failed
    assert done.outputs["decks"].split("\n") == ["out/talk.pptx", "out/my talk.pptx"]
    assert done.outputs["manifest"] == "out.json"
    assert json.loads((job.workspace / "out.sarif").read_text())["version"] == "2.1.0"
    assert len(json.loads((job.workspace / "fits.json").read_text())) == 2


def test_translations_are_checked_and_built(job: Job) -> None:
    job.write(CLEAN)
    subprocess.run([sys.executable, "-m", "deckbuild", "i18n", "extract", "--lang", "de"], cwd=job.workspace)
    done = job.run({"check-translations": "true", "lang": "de"})
    assert done.outputs["decks"] == "build/talk.de.pptx"
    assert "## Translations" in done.summary


HOSTILE = """'; touch hit; '"; touch hit; "`touch hit`$(touch hit)${{ github.token }}
touch hit
::set-output name=decks::hit"""


@pytest.mark.parametrize("text", [HOSTILE, "--output=hit"], ids=["shell", "option"])
@pytest.mark.parametrize(
    "name",
    ["paths", "brand", "template", "lang", "untranslated", "output", "manifest", "sarif", "diff-against"],
)
def test_no_input_is_a_command(name: str, text: str, job: Job) -> None:
    """It is taken as what it is, be it a name or wrong, and no more than that comes of it."""
    done = job.run({"check": str(name == "sarif"), name: text})
    assert not list(job.workspace.rglob("hit"))
    assert all(re.match("::error (title=deckbuild::|file=)", command) for command in done.commands)
    assert "hit" not in done.outputs["decks"].split("\n")
    assert "secret" not in done.log


@pytest.mark.parametrize("name", ["$(touch hit)`touch hit` b'c\"d", "--help"])
def test_decks_of_any_name_are_built(name: str, job: Job) -> None:
    job.write({f"content/{name}/01.md": "# T\n\n## One\n\nOne.\n"})
    done = job.run({"paths": f"content/{name}"})
    assert not done.failed
    assert done.outputs["decks"] == f"build/{name}.pptx"
    assert not list(job.workspace.rglob("hit"))
    assert not done.commands


def test_no_name_or_text_is_a_command_of_the_log(job: Job) -> None:
    """A name may have a line end in it, and what follows look like a command."""
    evil = "x\n::error ::owned\n::add-mask::owned"
    job.write({f"content/{evil}/01.md": f"## {evil}\n\n![{evil}](nowhere.png)\n"})
    done = job.run()
    assert done.failed
    assert "\n::add-mask::owned" in done.log
    assert done.commands
    assert not [command for command in done.commands if " file=content/" not in command]
    assert "owned" not in done.outputs["decks"]


def test_nothing_is_imported_from_the_workspace(job: Job) -> None:
    """Whoever may write content could run a program else."""
    for module in ("deckbuild", "click", "yaml", "workflow", "json", "sitecustomize"):
        job.write({f"{module}.py": "from pathlib import Path\nPath('hit').touch()\n"})
    done = job.run({"check-translations": "true"})
    assert not done.failed
    assert not (job.workspace / "hit").exists()


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"strict": "yes"}, "::error title=deckbuild::`strict` is true or false, not 'yes'."),
        ({"paths": "content/nowhere"}, "Path 'content/nowhere' does not exist."),
        ({"diff-against": "nowhere"}, "::error title=deckbuild::There is no revision 'nowhere'"),
    ],
)
def test_wrong_inputs_are_said(inputs: dict[str, str], said: str, job: Job) -> None:
    done = job.run(inputs)
    assert done.failed
    assert done.outputs["failed"] == "true"
    assert any(said in command for command in done.commands)


@pytest.mark.installing
def test_deckbuild_is_installed_from_the_checkout_and_leaves_nothing_there(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever lies in the workspace: ``venv`` and ``pip`` would be taken from there if it were stood in."""
    monkeypatch.delenv("PYTHONPATH", raising=False)
    for module in ("deckbuild", "venv", "pip", "ensurepip", "sitecustomize"):
        job.write({f"{module}.py": "from pathlib import Path\nPath('hit').touch()\n"})
    made = [REPOSITORY / "build/lib", REPOSITORY / "src/deckbuild.egg-info"]
    there = [path.exists() for path in made]
    done = job.run({"extras": "shaping"}, installs=True)
    assert not done.failed, done.log
    assert done.outputs["decks"] == "build/talk.pptx"
    assert not list(job.folder.rglob("hit"))
    assert [path.exists() for path in made] == there
    program = job.temp / "deckbuild/environment/bin/deckbuild"
    explained = subprocess.run([program, "explain", "picture-missing"], stdout=subprocess.PIPE, text=True)
    assert explained.stdout.startswith("# picture-missing")


def test_extras_are_names(job: Job) -> None:
    done = job.run({"extras": "shaping] @ /elsewhere; ["}, installs=True)
    assert done.failed
    assert done.commands[0].startswith("::error title=deckbuild::`extras` is a list of names")


def test_scripts_get_what_users_write_in_their_environment_alone() -> None:
    steps = ACTION["runs"]["steps"]
    runs = [step["run"] for step in steps if "run" in step]
    assert runs
    assert not [run for run in runs if "${{" in run]


def test_every_input_and_output_is_connected() -> None:
    steps = json.dumps(ACTION["runs"]["steps"])
    assert [name for name in ACTION["inputs"] if not re.search(rf"inputs\.{name}\b(?!-)", steps)] == []
    scripts = "".join(path.read_text() for path in (REPOSITORY / ".github/action").glob("*.py"))
    for each in ACTION["outputs"].values():
        (name,) = re.findall(r"steps\.run\.outputs\.([a-z]+)", each["value"])
        assert f'set_output("{name}"' in scripts


def test_only_actions_of_the_code_host_are_used() -> None:
    used = [step["uses"] for step in ACTION["runs"]["steps"] if "uses" in step]
    assert used
    assert not [name for name in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", name)]
