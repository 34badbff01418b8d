"""What a step of a job on GitHub Actions is given, and how it answers: inputs, outputs, summary, log."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

MOST_OF_SUMMARY = 1_000_000
"""Bytes of a step's summary; the service drops one of more than 1 MiB."""


REMARKS = ("::error ", "::warning ", "::notice ")


class WrongInput(Exception):
    """An input of the action has a value that it cannot have."""


def read_input(name: str) -> str:
    """Return an input, which the action hands over in the environment."""
    return os.environ.get(f"INPUT_{name.upper().replace('-', '_')}", "").strip()


def read_switch(name: str) -> bool:
    """Return an input that is true or false."""
    value = read_input(name).lower()
    if value not in ("true", "false", ""):
        raise WrongInput(f"`{name}` is true or false, not {value!r}.")
    return value == "true"


def read_lines(name: str) -> list[str]:
    """Return an input that has a value a line."""
    return [line.strip() for line in read_input(name).split("\n") if line.strip()]


def scratch_folder() -> Path:
    """Return the folder that deckbuild's files are kept in while the job runs."""
    return Path(os.environ["RUNNER_TEMP"], "deckbuild")


def set_output(name: str, value: str) -> None:
    """Set an output of the step. Nothing in ``value`` can end it, since nobody can foretell the mark."""
    mark = secrets.token_hex(16)
    _append("GITHUB_OUTPUT", f"{name}<<{mark}\n{value}\n{mark}\n")


def add_summary(text: str) -> None:
    """Add Markdown to the page that sums the job up."""
    _append("GITHUB_STEP_SUMMARY", cut(text, MOST_OF_SUMMARY))


def cut(text: str, most: int) -> str:
    """Return text of at most ``most`` bytes in UTF-8, cut at the end of a line."""
    data = text.encode()
    if len(data) <= most:
        return text
    note = "\n\nThere is more: see the job's log and artifacts.\n"
    whole, _, _ = data[: most - len(note)].rpartition(b"\n")
    return whole.decode() + note


def show(text: str) -> None:
    """Write to the job's log what may hold names that authors chose: nothing in it is taken as a command."""
    if text:
        mark = secrets.token_hex(16)
        print(f"::stop-commands::{mark}\n{text.rstrip()}\n::{mark}::", flush=True)


def show_remarks(text: str) -> None:
    """Write remarks of deckbuild (``--format=github``) to the log as commands, all else as ``show`` does."""
    lines = text.splitlines()
    remarks = [line for line in lines if line.startswith(REMARKS)]
    print("".join(f"{line}\n" for line in remarks), end="", flush=True)
    show("\n".join(line for line in lines if not line.startswith(REMARKS)))


def report(severity: str, message: str) -> None:
    """Add a remark (``error``, ``warning`` or ``notice``) to the job."""
    escaped = message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    print(f"::{severity} title=deckbuild::{escaped}", flush=True)


def use_utf8() -> None:
    """Write the log in UTF-8 on every system."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _append(variable: str, text: str) -> None:
    with open(os.environ[variable], "a", encoding="utf-8", newline="\n") as file:
        file.write(text)
