"""Write the corpus's pictures: ``python -m tests.fitting.make_pictures``. The same bytes every time."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus" / "pictures"

SIZES = {
    "wide": (480, 120),
    "tall": (120, 480),
    "square": (240, 240),
    "photo": (320, 240),
    "strip": (600, 60),
    "tower": (60, 600),
}


def picture(width: int, height: int) -> bytes:
    """Return a PNG of coloured squares with a dark frame, of 16 colours (PNG 1.2, 11.2)."""
    palette = b"".join(bytes((40 + 12 * n, 200 - 9 * n, 120 + 5 * n)) for n in range(15)) + b"\x18\x24\x30"
    rows = []
    for y in range(height):
        row = [(x // 20 + y // 20 * 4) % 15 for x in range(width)]
        if y in (0, height - 1):
            row = [15] * width
        row[0] = row[-1] = 15
        rows.append(b"\x00" + bytes(high << 4 | low for high, low in zip(row[::2], row[1::2], strict=True)))
    header = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)
    parts = (
        (b"IHDR", header),
        (b"PLTE", palette),
        (b"IDAT", zlib.compress(b"".join(rows), 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def main() -> None:
    """Write all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (width, height) in SIZES.items():
        (FOLDER / f"{name}.png").write_bytes(picture(width, height))


if __name__ == "__main__":
    main()
