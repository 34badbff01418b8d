"""Hostile decks of many families, each of a size that people could paste, are built in a time for it."""

from __future__ import annotations

import pytest

from .families import FAMILIES
from .growth import build

MOST_SECONDS = 2.0
PART = 5  # of the size: `python -m tests.security.growth` measures them whole, and how they grow


@pytest.mark.parametrize("name", FAMILIES)
def test_a_family_is_built_in_time(name: str) -> None:
    family = FAMILIES[name]
    took, _ = build(family.make(family.size // PART))
    assert took < MOST_SECONDS
