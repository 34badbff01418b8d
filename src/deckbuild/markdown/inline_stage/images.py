"""What was written beside a picture's path, for those who make a block of it."""

from __future__ import annotations

from deckbuild.markdown.attributes import Attributes
from deckbuild.model import Image
from deckbuild.named_tuple import NamedTuple


class ImageDetails(NamedTuple):
    """A picture, its title (in the quotes), where in the text that begins, and its attributes.

    ``alt`` are the offsets in the text between which its alt text was written, none for an HTML tag.
    """

    image: Image
    title: str
    title_start: int
    attributes: Attributes
    alt: tuple[int, int] | None = None
