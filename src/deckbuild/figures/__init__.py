"""What stands in a fence or a file, as a typed figure, without geometry."""

from __future__ import annotations

from .convert import PictureError
from .picture import Media, read_picture

__all__ = ["Media", "PictureError", "read_picture"]
