"""What was written beside a picture's path, for those who make a block of it."""

from __future__ import annotations

from typing import NamedTuple

from deckbuild.markdown.attributes import Attributes
from deckbuild.model import Image


class ImageDetails(NamedTuple):
    """A picture, its title (in the quotes), where in the text that begins, and its attributes."""

    image: Image
    title: str
    title_start: int
    attributes: Attributes
