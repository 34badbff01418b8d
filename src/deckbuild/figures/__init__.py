"""What stands in a fence or a file, as a typed figure, without geometry."""

from __future__ import annotations

from .convert import PictureError
from .picture import Media, read_picture
from .svg import find_undrawn

__all__ = ["Media", "PictureError", "find_undrawn", "read_picture"]
