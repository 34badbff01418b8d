"""The advance tables kept as data files: reading one, whole, when it is first asked for."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from itertools import chain
from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


def read_table(name: str) -> tuple[int, dict[str, int]]:
    """Read the table of that name: units per em, and the advance of each character in those units.

    A file is a deflated row of 16-bit little-endian numbers, written by `tools/make_advances.py`:
    units per em, how many ranges, each range's first character and length, each character's advance.
    """
    data = zlib.decompress((_FOLDER / f"{name}.advances").read_bytes())
    units_per_em, count, *numbers = struct.unpack(f"<{len(data) // 2}H", data)
    firsts, lengths, widths = numbers[: 2 * count : 2], numbers[1 : 2 * count : 2], numbers[2 * count :]
    codes = chain.from_iterable(
        range(first, first + length) for first, length in zip(firsts, lengths, strict=True)
    )
    return units_per_em, dict(zip(map(chr, codes), widths, strict=True))


@lru_cache(maxsize=1)
def script_advances() -> dict[str, float]:
    """Give the advances, in em, of letters in scripts that the Latin faces lack, from Noto Sans.

    Arabic letters carry the mean of their four joined forms, other scripts their unshaped advance.
    """
    units_per_em, advances = read_table("Scripts")
    return {character: advance / units_per_em for character, advance in advances.items()}
