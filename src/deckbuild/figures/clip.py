"""Video and audio: what PowerPoint can play, how large and long it is, and what is seen before it plays."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Literal

from deckbuild.named_tuple import NamedTuple

Kind = Literal["video", "audio"]

_VIDEO = {"mp4": "video/mp4", "m4v": "video/mp4", "mov": "video/quicktime", "wmv": "video/x-ms-wmv"}
_AUDIO = {"m4a": "audio/mp4", "mp3": "audio/mpeg", "wav": "audio/x-wav", "wma": "audio/x-ms-wma"}
CLIP_TYPES = {**_VIDEO, **_AUDIO}
"""Content types by the endings of files that PowerPoint for Windows and Mac play."""
_SIZE = (1280.0, 720.0)
_SOUND = (96.0, 96.0)
_LARGEST = 7680

_PANEL = '<rect width="{w:g}" height="{h:g}" fill="#2F3B44"/>'
_PLAY = (
    '<circle cx="{x:g}" cy="{y:g}" r="{r:g}" fill="#FFFFFF" fill-opacity="0.92"/>'
    '<path d="M{x1:g} {y1:g}L{x2:g} {y:g}L{x1:g} {y2:g}Z" fill="#2F3B44"/>'
)


class ClipError(ValueError):
    """A file cannot be played by PowerPoint; the text says why, for the author."""


class Clip(NamedTuple):
    """A video or sound: its ending, bytes, size in pixels, and length in milliseconds (0: not known)."""

    kind: Kind
    extension: str
    data: bytes
    width: float
    height: float
    duration: int

    @property
    def content_type(self) -> str:
        """The type of its part in a package."""
        return CLIP_TYPES[self.extension]


def read_clip(data: bytes, path: str) -> Clip:
    """Return the video or sound in a file's bytes; raises ClipError."""
    extension = path.rpartition(".")[2].lower()
    if extension not in CLIP_TYPES:
        wanted = "M4A or MP3" if extension in ("ogg", "opus", "flac", "aac") else "MP4 (H.264 and AAC)"
        raise ClipError(f"PowerPoint does not play {extension.upper()}: convert it to {wanted}.")
    if not _is_what_it_says(data, extension):
        raise ClipError(f"It is no {extension.upper()} file.")
    kind: Kind = "video" if extension in _VIDEO else "audio"
    width, height, duration = _measure(data) if extension in ("mp4", "m4v", "mov", "m4a") else (0.0, 0.0, 0)
    if kind == "audio" or not (0 < width <= _LARGEST and 0 < height <= _LARGEST):
        width, height = _SOUND if kind == "audio" else _SIZE
    return Clip(kind, extension, data, width, height, duration)


def _is_what_it_says(data: bytes, extension: str) -> bool:
    if extension in ("mp4", "m4v", "m4a"):
        return data[4:8] == b"ftyp"
    if extension == "mov":
        return data[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip")
    if extension == "wav":
        return data[:4] == b"RIFF" and data[8:12] == b"WAVE"
    if extension == "mp3":
        return data[:3] == b"ID3" or (data[:1] == b"\xff" and data[1:2] >= b"\xe0")
    return data[:4] == b"\x30\x26\xb2\x75"


def _measure(data: bytes) -> tuple[float, float, int]:
    """Return width, height and milliseconds of an ISO base media file (ISO/IEC 14496-12, 8.2.2, 8.3.2)."""
    width = height = 0.0
    duration = 0
    for path, start, end in _boxes(data, 0, len(data), ""):
        try:
            if path == "/moov/mvhd":
                long = data[start] == 1
                scale, length = struct.unpack_from(
                    ">IQ" if long else ">II", data, start + (20 if long else 12)
                )
                duration = round(length * 1000 / scale) if scale else 0
            elif path == "/moov/trak/tkhd":
                across, down = struct.unpack_from(">II", data, end - 8)
                if across and down:
                    width, height = across / 65536, down / 65536
        except struct.error:
            return 0.0, 0.0, 0
    return width, height, duration if duration < 1 << 31 else 0


def _boxes(data: bytes, start: int, end: int, path: str) -> Iterator[tuple[str, int, int]]:
    """Give the path, the content's start and the end of each box, those of ``moov`` and ``trak`` inside."""
    while start + 8 <= end:
        size, name = struct.unpack_from(">I4s", data, start)
        head = 8
        if size == 1 and start + 16 <= end:
            size, head = struct.unpack_from(">Q", data, start + 8)[0], 16
        stop = end if size == 0 else start + size
        if 0 < size < head or stop > end:
            return
        inner = f"{path}/{name.decode('latin-1')}"
        if inner in ("/moov", "/moov/trak"):
            yield from _boxes(data, start + head, stop, inner)
        else:
            yield inner, start + head, stop
        start = stop


def draw_poster(clip: Clip) -> bytes:
    """Return a neutral picture, as SVG, for a clip without one of its own: a sign to play it."""
    width, height = clip.width, clip.height
    x, y = width / 2, height / 2
    r = min(width, height) * (0.16 if clip.kind == "video" else 0.36)
    sign = _PLAY.format(x=x, y=y, r=r, x1=x - r * 0.32, x2=x + r * 0.52, y1=y - r * 0.5, y2=y + r * 0.5)
    panel = _PANEL.format(w=width, h=height)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}">'
    return f"{head}{panel}{sign}</svg>".encode()
