"""Slide ids made from titles."""

from __future__ import annotations

import re

_DROPPED = re.compile(r"[^\w\- ]")


def make_slug(title: str) -> str:
    """Return a title as GitHub makes it an anchor: lower case, spaces to hyphens, no punctuation."""
    return _DROPPED.sub("", title.strip().lower()).replace(" ", "-")


class SlugMaker:
    """Makes ids that are used once, by a suffix as pandoc and GitHub do: ``what-is-it``, ``what-is-it-1``."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = taken
        self._numbers: dict[str, int] = {}

    def make(self, title: str) -> str:
        """Return an id for a title, ``slide`` for an empty one, and take it."""
        slug = make_slug(title) or "slide"
        if slug not in self.taken:
            self.taken.add(slug)
            return slug
        number = self._numbers.get(slug, 0)
        while True:
            number += 1
            candidate = f"{slug}-{number}"
            if candidate not in self.taken:
                break
        self._numbers[slug] = number
        self.taken.add(candidate)
        return candidate
