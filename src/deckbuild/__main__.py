"""``python -m deckbuild``: the command line."""

from __future__ import annotations

from deckbuild.cli import main

main(prog_name="deckbuild")
