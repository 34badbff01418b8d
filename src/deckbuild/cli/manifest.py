"""``deckbuild build --manifest`` and ``--depfile``: what each deck was built of."""

from __future__ import annotations

import json
from pathlib import Path

from deckbuild.batch import Answers, describe_inputs, read_paths, write_depfile
from deckbuild.digest import sha256_hex
from deckbuild.named_tuple import NamedTuple

from .projects import shown_path


class Made(NamedTuple):
    """A deck of the run: its project's root, its path, the file written (None: nothing), what it asked."""

    root: str
    deck: str
    path: str | None
    answers: Answers


def format_manifest(decks: list[Made], template: Path | None) -> str:
    """Return the manifest of a run as JSON: a list of decks; ``template`` was named on the command line."""
    from importlib.metadata import version

    others = {shown_path(str(template)): sha256_hex(template.read_bytes())} if template else {}
    program = f"deckbuild {version('deckbuild')}"
    entries = [
        describe_inputs(
            shown_path(made.deck),
            shown_path(made.path) if made.path else None,
            sha256_hex(Path(made.path).read_bytes()) if made.path else "",
            made.answers,
            others,
            program,
        )
        for made in decks
    ]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def format_depfile(decks: list[Made], template: Path | None) -> str:
    """Return a rule for each deck written, with paths as from the folder that the command runs in."""
    others = [str(template.absolute())] if template else []
    rules = []
    for made in decks:
        if made.path:
            paths = [*(str(Path(made.root, path)) for path in read_paths(made.answers)), *others]
            rules.append((shown_path(made.path), [shown_path(path) for path in paths]))
    return write_depfile(rules)
