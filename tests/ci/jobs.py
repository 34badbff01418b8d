"""A stand-in for the runner of GitHub Actions: it does what ``action.yml`` says, one step after the other.

Expressions are evaluated as far as the action uses them. Steps that use another action are noted with what
they are given; ``run`` steps run in bash, in a workspace, with the environment and files that jobs have.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

import yaml

REPOSITORY = Path(__file__).parents[2]
ACTION = yaml.safe_load((REPOSITORY / "action.yml").read_text(encoding="utf-8"))
DECKBUILD = Path(sys.executable).with_name("deckbuild")

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")
_NAME = re.compile(r"'[^']*'|[a-z]+(?:\.[a-z_-]+)+")


class Finished(NamedTuple):
    """A job that is over: whether it failed, its log, the action's outputs, the summary, actions used."""

    failed: bool
    log: str
    outputs: dict[str, str]
    summary: str
    used: dict[str, dict[str, str]]

    @property
    def commands(self) -> list[str]:
        """The lines of the log that the runner takes as commands."""
        commands, mark = [], ""
        for line in map(str.strip, self.log.splitlines()):
            if mark:
                mark = "" if line == f"::{mark}::" else mark
            elif line.startswith("::stop-commands::"):
                mark = line.removeprefix("::stop-commands::")
            elif line.startswith("::"):
                commands.append(line)
        return commands


class Job:
    """A job with a workspace, which is the folder of that name in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workspace = folder / "workspace"
        self.temp = folder / "temp"
        for path in (self.workspace, self.temp):
            path.mkdir(exist_ok=True)
        self.event: dict[str, Any] = {}
        self.environment: dict[str, str] = {}

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files of the workspace."""
        for name, content in files.items():
            path = self.workspace / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def run(self, inputs: Mapping[str, str] | None = None, installs: bool = False) -> Finished:
        """Run the action with ``inputs``; without ``installs``, deckbuild is there already."""
        known = {name: str(each.get("default", "")) for name, each in ACTION["inputs"].items()}
        assert set(inputs or {}) <= set(known)
        context: dict[str, Any] = {
            **{f"inputs.{name}": value for name, value in (known | dict(inputs or {})).items()},
            "runner.temp": str(self.temp),
            "runner.os": "Linux",
            "runner.arch": "X64",
            "github.sha": "0" * 40,
            "github.token": "secret",
            "steps.python.outputs.python-path": sys.executable,
        }
        if not installs:
            context["steps.install.outputs.deckbuild"] = str(DECKBUILD)
        failed, log = False, ""
        used: dict[str, dict[str, str]] = {}
        summary = self.folder / "summary"
        summary.write_text("")
        for step in ACTION["runs"]["steps"]:
            condition = str(step.get("if", "true"))
            always = "cancelled()" in condition
            if (failed and not always) or not _evaluate(condition, context):
                continue
            if "uses" in step:
                used[step["uses"]] = {name: _fill(text, context) for name, text in step["with"].items()}
            elif step.get("id") != "install" or installs:
                done, outputs = self._run_step(step, context)
                log += done.stdout
                failed |= done.returncode != 0
                context |= {f"steps.{step.get('id')}.outputs.{name}": text for name, text in outputs.items()}
        values = {name: _fill(each["value"], context) for name, each in ACTION["outputs"].items()}
        return Finished(failed, log, values, summary.read_text(encoding="utf-8"), used)

    def _run_step(
        self, step: dict[str, Any], context: dict[str, Any]
    ) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
        output, event = self.folder / "output", self.folder / "event.json"
        output.write_text("")
        event.write_text(json.dumps(self.event))
        assert step["shell"] == "bash"
        environment = {
            **os.environ,
            "GITHUB_ACTION_PATH": str(REPOSITORY),
            "GITHUB_EVENT_PATH": str(event),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_REPOSITORY": "OWNER/decks",
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
            "GITHUB_WORKSPACE": str(self.workspace),
            "RUNNER_TEMP": str(self.temp),
            **{name: _fill(text, context) for name, text in step.get("env", {}).items()},
            **self.environment,
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
        )
        return done, _read_outputs(output.read_text(encoding="utf-8"))


def _fill(text: Any, context: dict[str, Any]) -> str:
    shown = str(text).lower() if isinstance(text, bool) else str(text)
    return _EXPRESSION.sub(lambda match: str(_evaluate(match[1], context)), shown)


def _evaluate(expression: str, context: dict[str, Any]) -> Any:
    """Evaluate an expression of GitHub's language, which is turned into one of Python's."""
    inner = _EXPRESSION.sub(r"\1", expression).strip()
    if inner == "true":
        return True
    inner = inner.replace("!cancelled()", "True").replace("&&", " and ").replace("||", " or ")

    def look_up(match: re.Match[str]) -> str:
        return match[0] if match[0].startswith("'") else repr(context.get(match[0], ""))

    return eval(_NAME.sub(look_up, inner), {"__builtins__": {}})


def _read_outputs(text: str) -> dict[str, str]:
    """Read the file of a step's outputs: ``name<<MARK``, lines, ``MARK``."""
    outputs: dict[str, str] = {}
    lines = iter(text.split("\n"))
    for line in filter(None, lines):
        name, mark = line.split("<<")
        outputs[name] = "\n".join(takewhile(mark.__ne__, lines))
    return outputs
