"""The program: ``deckbuild``, or ``python -m deckbuild``."""

from __future__ import annotations

import gc


def run() -> None:
    """Run the command line.

    Without garbage collection: what is imported stays to the end, and looking through it again and again
    is a twentieth of a small build's time. The commands collect where they have made garbage.
    """
    gc.disable()
    from deckbuild.cli import main

    main(prog_name="deckbuild")


if __name__ == "__main__":
    run()
