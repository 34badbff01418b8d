"""QR codes (ISO/IEC 18004) for links."""

from __future__ import annotations

from io import BytesIO

from deckbuild.digest import sha256_hex
from deckbuild.units import EMU_PER_INCH

from .picture import Media

QR = "qr:"
"""What the source of a picture begins with that is a code for the link behind it."""

_LONGEST = 1200  # characters: what a phone still reads from a projected slide is far less
_WIDTH = round(2.2 * EMU_PER_INCH)
_PIXELS = 1200


class LinkTooLong(ValueError):
    """A link is too long for a code that can be read from a slide."""


def draw_qr(link: str) -> Media:
    """Return the code of a link, black on white with its quiet zone; raises LinkTooLong."""
    import segno

    if len(link) > _LONGEST:
        raise LinkTooLong(f"It has {len(link)} characters; {_LONGEST} are the most.")
    try:
        code = segno.make(link, error="m", micro=False)
    except segno.DataOverflowError:
        raise LinkTooLong("It does not fit into a code.") from None
    out = BytesIO()
    side = code.symbol_size(border=4)[0]
    code.save(out, kind="png", scale=max(_PIXELS // side, 1), border=4, dark="black", light="white")
    data = out.getvalue()
    return Media(sha256_hex(data), "png", data, _WIDTH, _WIDTH)
