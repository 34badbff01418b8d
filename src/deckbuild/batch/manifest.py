"""What a deck was built of, for machines: a manifest with hashes, and a depfile for make and ninja."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .inputs import Answers


def read_paths(answers: Answers) -> list[str]:
    """Return the paths of the files that a build has read, in order of their names."""
    return sorted(question[1] for question, answer in answers.items() if question[0] == "read" and answer)


def describe_inputs(
    deck: str, output: str | None, digest: str, answers: Answers, others: dict[str, str], program: str
) -> dict[str, Any]:
    """Return a deck's entry of the manifest, ready for JSON.

    ``others`` are the SHA-256 of files read from outside the project, by path. Fonts' widths and built-in
    brands are part of the program, which is named with its version.
    """
    hashes = {path: answers["read", path] for path in read_paths(answers)} | others
    return {
        "deck": deck,
        "output": output,
        "sha256": digest,
        "program": program,
        "inputs": [{"path": path, "sha256": hashes[path]} for path in sorted(hashes)],
    }


def write_depfile(decks: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Return rules for make: for each output, the paths of what it was built of.

    Spaces and other characters that mean something to make are escaped as GCC does with ``-MD``. Each input
    has an empty rule, as with ``-MP``: when it is gone, make has the deck built instead of giving up.
    """
    rules: list[str] = []
    inputs: dict[str, None] = {}
    for output, paths in decks:
        theirs = [_escape(path) for path in paths]
        inputs |= dict.fromkeys(theirs)
        rules.append(" \\\n  ".join((f"{_escape(output)}:", *theirs)) + "\n")
    return "".join((*rules, *(f"{path}:\n" for path in inputs)))


def _escape(path: str) -> str:
    return path.replace("$", "$$").replace("#", "\\#").replace(" ", "\\ ")
