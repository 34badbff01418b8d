"""The pictures of a package: each stored once, named in the order of first use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from deckbuild.figures.picture import Media

if TYPE_CHECKING:
    from deckbuild.figures.clip import Clip

_CONTENT_TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
}


class MediaParts:
    """Names for the pictures that slides use, `imageN`, with the next of `numbers` at each first use.

    Where no number is left the name is `image0`, which no picture of a whole package has.
    """

    __slots__ = ("_clips", "_extensions", "_media", "_names", "_numbers")

    def __init__(self, media: Mapping[str, Media], numbers: Iterator[int]) -> None:
        self._media = media
        self._numbers = numbers
        self._names: dict[str, tuple[str, str | None]] = {}
        self._extensions: dict[str, str | None] = {}
        self._clips: dict[str, str] = {}

    def clip(self, key: str) -> tuple[str, Clip] | None:
        """Return the file name of the clip whose picture is under `key`, and the clip; None without one."""
        clip = self._media[key].clip
        if clip is None:
            return None
        name = self._clips.get(key)
        if name is None:
            name = self._clips[key] = f"clip{len(self._clips) + 1}.{clip.extension}"
            self._extensions[clip.extension] = clip.content_type
        return name, clip

    def names(self, key: str) -> tuple[str, str | None]:
        """Return the file names of the picture under `key` and of its vector source, None without one."""
        names = self._names.get(key)
        if names is None:
            media = self._media[key]
            bitmap = self._name(media.extension)
            names = self._names[key] = bitmap, None if media.svg is None else self._name("svg")
        return names

    def _name(self, extension: str) -> str:
        name = f"image{next(self._numbers, 0)}.{extension}"
        self._extensions[extension] = None
        return name

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Give the name and content of every file, in the order of first use."""
        for key, (bitmap, vector) in self._names.items():
            media = self._media[key]
            yield bitmap, media.data
            if vector is not None and media.svg is not None:
                yield vector, media.svg
        for key, name in self._clips.items():
            clip = self._media[key].clip
            if clip is not None:
                yield name, clip.data

    def content_types(self) -> dict[str, str]:
        """Give the content type of each file extension in use."""
        return {
            extension: kind or _CONTENT_TYPES.get(extension, f"image/{extension}")
            for extension, kind in self._extensions.items()
        }
