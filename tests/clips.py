"""Video and sound files made by tests: as little as says what they are."""

from __future__ import annotations

import struct


def mp4(width: int = 640, height: int = 360, milliseconds: int = 5568) -> bytes:
    """Return an MP4 file with a track of this size and length, and nothing to see."""
    head = _box(b"mvhd", struct.pack(">4xIIII", 0, 0, 1000, milliseconds) + bytes(80))
    sizes = struct.pack(">II", width << 16, height << 16)
    track = _box(b"trak", _box(b"tkhd", struct.pack(">IIIII", 7, 0, 0, 1, 0) + bytes(56) + sizes))
    return _box(b"ftyp", b"isom\0\0\2\0isom") + _box(b"moov", head + track) + _box(b"mdat", bytes(16))


def mp3() -> bytes:
    """Return the tag that an MP3 file begins with."""
    return b"ID3\x04" + bytes(60)


def _box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(content), name) + content
