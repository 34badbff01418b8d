"""The advance tables kept as data files: reading one, whole, when it is first asked for."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from itertools import chain
from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


def read_table(name: str) -> tuple[int, dict[str, int]]:
    """Read the table of that name: units per em, and the advance of each character in those units.

    A file is deflated JSON, `[units per em, [first code, count, ...], [advance, ...]]`, written by
    `tools/make_advances.py`.
    """
    units_per_em, ranges, widths = json.loads(zlib.decompress((_FOLDER / f"{name}.json.z").read_bytes()))
    codes = chain.from_iterable(
        range(first, first + count) for first, count in zip(ranges[::2], ranges[1::2], strict=True)
    )
    return units_per_em, dict(zip(map(chr, codes), widths, strict=True))


@lru_cache(maxsize=1)
def script_advances() -> dict[str, float]:
    """Give the advances, in em, of letters in scripts that the Latin faces lack, from Noto Sans.

    Arabic letters carry the mean of their four joined forms, other scripts their unshaped advance.
    """
    units_per_em, advances = read_table("Scripts")
    return {character: advance / units_per_em for character, advance in advances.items()}
