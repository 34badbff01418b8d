"""Which SVG pictures are taken: none that reads other files, asks the network, runs code or may blow up.

The SVG itself goes into the deck, and is drawn by whatever opens it: what our own library would pass over is
refused as well.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable

from deckbuild.limits import Limits

from .headers import read_header

_MAX_DEPTH = 200
_MAX_USES = 10_000
_OUTSIDE = re.compile(r"@import|url\(\s*[\"']?\s*(?!#|data:|[\"')\s])", re.IGNORECASE)
_DATA = re.compile(r"data:([^,;]*)((?:;[^,]*)?),(.*)", re.DOTALL | re.IGNORECASE)
_FONTS = ("font/", "application/font", "application/x-font", "application/octet-stream")
_WEBP = re.compile(rb"RIFF....WEBP", re.DOTALL)


def check_svg(data: bytes, limits: Limits, begin: Callable[[dict[str, str]], None]) -> None:
    """Look through a whole SVG; raises ValueError, in words for the author, for what must not be drawn.

    ``begin`` gets the attributes of the outermost element.
    """
    from xml.parsers import expat

    if len(data) > limits.svg_bytes:
        raise ValueError(f"The SVG is larger than {limits.svg_bytes // 1_000_000} MB: simplify it.")
    look = _Look(limits, begin)
    parser = expat.ParserCreate()
    parser.StartElementHandler = look.start
    parser.EndElementHandler = look.end
    parser.CharacterDataHandler = look.text
    parser.EntityDeclHandler = look.entity
    parser.ProcessingInstructionHandler = look.instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError(f"The SVG is not well-formed XML ({error}).") from None


class _Look:
    """What is to be remembered from element to element."""

    def __init__(self, limits: Limits, begin: Callable[[dict[str, str]], None]) -> None:
        self.begin: Callable[[dict[str, str]], None] | None = begin
        self.pixels_left = limits.picture_pixels
        self.names: list[str] = []
        self.uses = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self.names.append(name)
        if len(self.names) > _MAX_DEPTH:
            raise ValueError(f"The SVG nests more than {_MAX_DEPTH} elements deep.")
        if self.begin:
            self.begin(attributes)
            self.begin = None
        if name == "script":
            raise ValueError("The SVG holds a script: save it without.")
        self.uses += name == "use"
        if self.uses > _MAX_USES:
            raise ValueError(f"The SVG repeats parts of itself more than {_MAX_USES} times.")
        for key, value in attributes.items():
            self._check(name, key.rpartition(":")[2].lower(), value)

    def _check(self, name: str, key: str, value: str) -> None:
        if key.startswith("on"):
            raise ValueError(f"The SVG holds a script (`{key}`): save it without.")
        if key == "href":
            self._check_reference(name, value.strip())
        elif _OUTSIDE.search(value):
            raise ValueError(f"The SVG refers to another file (`{value[:60]}`): embed it.")

    def _check_reference(self, name: str, target: str) -> None:
        if not target or target.startswith("#"):
            return
        if name == "a":
            if re.match(r"\s*(?:https?|mailto):", target, re.IGNORECASE) is None:
                raise ValueError(f"The SVG has a link to `{target[:60]}`: link to a page instead.")
        elif not target.lower().startswith("data:"):
            raise ValueError(f"The SVG refers to another file (`{target[:60]}`): embed it.")
        elif name in ("image", "feImage"):
            self._check_picture(target)
        elif not target.lower().startswith(tuple(f"data:{kind}" for kind in _FONTS)):
            raise ValueError(f"The SVG holds another file (`{target[:60]}`), which is not read.")

    def _check_picture(self, target: str) -> None:
        """Take a bitmap written into the SVG; another SVG would escape this look."""
        match = _DATA.match(target)
        if match is None or not match[2].lower().endswith(";base64"):
            raise ValueError("The SVG holds a picture that is no bitmap: embed it as PNG or JPEG.")
        try:
            content = base64.b64decode("".join(match[3].split()) + "==")
        except (binascii.Error, ValueError):
            raise ValueError("The SVG holds a picture that is broken.") from None
        header = read_header(content)
        if header is not None:
            self.pixels_left -= header.width * header.height
        elif content.lstrip()[:1] in (b"<", b"\xef", b"\x1f"):  # SVG, also compressed
            raise ValueError("The SVG holds a picture that is no bitmap: embed it as PNG or JPEG.")
        if self.pixels_left < 0:
            raise ValueError("The SVG holds pictures of too many pixels: make them smaller.")

    def end(self, _: str) -> None:
        self.names.pop()

    def text(self, text: str) -> None:
        if self.names[-1] == "style" and _OUTSIDE.search(text):
            raise ValueError("The SVG's style refers to another file: embed it, or turn text into paths.")

    def entity(self, *_: object) -> None:
        raise ValueError("The SVG declares entities: save it without them.")

    def instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            raise ValueError(f"The SVG refers to another file (`{data[:60]}`): embed it.")
