"""Write a deck of N slides that deckbuild and pandoc both read: ``python bench/generate.py N FOLDER``.

Every slide has five bullets (some nested, with inline marks) and 80 words of notes; every sixth has a
table instead, every fifth one of twenty pictures. The same N gives the same bytes.
"""

from __future__ import annotations

import random
import struct
import sys
import zlib
from pathlib import Path

PICTURES = 20
WORDS = """
    cloud network server image volume router tenant quota project instance subnet token service
    driver plugin release cluster storage object gateway policy metric event queue worker template
    the a of and to in with for each when before after between under open stable elastic
""".split()  # noqa: SIM905


def picture(number: int) -> bytes:
    """Return a 640 x 360 PNG with a pattern of its own."""
    rows = b"".join(
        b"\0" + bytes((x * number + y) % 256 if (x // 40 + y // 40) % 2 else 220 for x in range(640))
        for y in range(360)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 640, 360, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def sentence(rng: random.Random, words: int) -> str:
    """Return a sentence of so many words."""
    return " ".join(rng.choice(WORDS) for _ in range(words)).capitalize()


def bullets(rng: random.Random) -> str:
    """Return five bullets, two of them nested."""
    return "\n".join(
        [
            f"- {sentence(rng, 6)}",
            f"- **{rng.choice(WORDS).capitalize()}**: {sentence(rng, 5)}",
            f"    - {sentence(rng, 4)} `{rng.choice(WORDS)}`",
            f"    - *{rng.choice(WORDS)}* {sentence(rng, 4)}",
            f"- {sentence(rng, 7)}",
        ]
    )


def table(rng: random.Random) -> str:
    """Return a table of four columns and five rows."""
    rows = [[sentence(rng, 2) for _ in range(4)] for _ in range(5)]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|---|---|---|---|", *lines[1:]])


def slide(rng: random.Random, number: int) -> str:
    """Return slide ``number``, counted from 1."""
    parts = [f"## {sentence(rng, 4)} {number}"]
    if number % 6 == 0:
        parts.append(table(rng))
    elif number % 5 == 0:
        shown = number // 5 % PICTURES + 1
        parts.append(f"![A pattern](picture-{shown:02}.png)")
    else:
        parts.append(bullets(rng))
    notes = " ".join(sentence(rng, 16) + "." for _ in range(5))
    parts.append(f"::: notes\n{notes}\n:::")
    return "\n\n".join(parts)


def generate(slides: int, folder: Path) -> Path:
    """Write the deck and its pictures into ``folder``; return the Markdown file."""
    rng = random.Random(slides)
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, PICTURES + 1):
        (folder / f"picture-{number:02}.png").write_bytes(picture(number))
    deck = folder / f"deck-{slides}.md"
    body = "\n\n".join(slide(rng, number) for number in range(1, slides + 1))
    deck.write_text(f"---\ntitle: A deck of {slides} slides\n---\n\n{body}\n", encoding="utf-8")
    return deck


if __name__ == "__main__":
    print(generate(int(sys.argv[1]), Path(sys.argv[2])))
