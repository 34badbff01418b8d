"""Pictures: what a file holds, as the package will store it."""

from __future__ import annotations

from dataclasses import dataclass


class PictureError(ValueError):
    """A file is no picture that can be shown; the text says why, for the author."""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture ready for the package.

    ``key`` is the SHA-256 of the stored bytes, ``extension`` without a dot (``png``, ``jpeg``, ``gif``),
    ``width`` and ``height`` its natural size in EMU. ``svg`` holds the source of a vector picture; its
    ``data`` is then the bitmap that older readers show.
    """

    key: str
    extension: str
    data: bytes
    width: int
    height: int
    svg: bytes | None = None
