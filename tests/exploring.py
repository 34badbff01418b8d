"""How many examples the property tests try: always the same few, or many new ones when asked to explore.

`DECKBUILD_EXPLORE=20 pytest tests/layout` tries twenty times as many, drawn anew in every run. Without it a
run draws the same examples each time, so that the same code gives the same result everywhere.
"""

from __future__ import annotations

import os

from hypothesis import settings

_TIMES = int(os.environ.get("DECKBUILD_EXPLORE") or 0)


def load_profile() -> None:
    """Tell Hypothesis whether to draw the same examples as ever or new ones; no example has a deadline."""
    settings.register_profile("settled", derandomize=True, database=None, deadline=None)
    settings.register_profile("explore", derandomize=False, deadline=None)
    settings.load_profile("explore" if _TIMES else "settled")


def examples(count: int) -> int:
    """Return how many examples a property that ordinarily tries ``count`` tries in this run."""
    return count * max(_TIMES, 1)
