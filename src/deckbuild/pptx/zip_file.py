"""Zip files, written for packages of thousands of small parts.

Against `zipfile` this saves the time for each part (measured: see docs/pptx.md) and copies members
of the template without inflating them. Names are ASCII or UTF-8, dates are 1980-01-01 (PKWARE APPNOTE).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from deckbuild.named_tuple import NamedTuple

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_DATE = 0x21  # 1980-01-01
_UTF8 = 0x800
_MOST = 0xFFFF
_STORED, _DEFLATED = 0, 8

# With these parameters deflate's state is an eighth of the usual one, which for parts of some
# kilobytes costs more to set up than the compression when the allocator maps it anew each time
# (measured: 22 us against 77 us for a part of 1.9 KB), and results are as small.
_LEVEL, _WINDOW, _MEMORY = 6, -13, 6


class Member(NamedTuple):
    """A file in a zip file: its content as stored there."""

    name: str
    method: int
    crc: int
    size: int
    content: bytes


def deflate(name: str, data: bytes) -> Member:
    """Compress a file."""
    compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW, _MEMORY)
    content = compressor.compress(data) + compressor.flush()
    return Member(name, _DEFLATED, zlib.crc32(data), len(data), content)


def store(name: str, data: bytes) -> Member:
    """Keep a file as it is: it is compressed already."""
    return Member(name, _STORED, zlib.crc32(data), len(data), data)


def inflate(member: Member) -> bytes:
    """Give a file's bytes."""
    return zlib.decompress(member.content, -15) if member.method == _DEFLATED else member.content


def read_members(data: bytes) -> list[Member]:
    """Read all members of a zip file without a comment, as the template compiler writes it."""
    _, _, _, _, count, _, at, _ = END.unpack_from(data, len(data) - END.size)
    members = []
    for _ in range(count):
        entry = CENTRAL.unpack_from(data, at)
        method, crc, packed, size = entry[4], entry[7], entry[8], entry[9]
        name_length, extra_length, comment_length, local = entry[10], entry[11], entry[12], entry[16]
        at += CENTRAL.size
        name = data[at : at + name_length].decode()
        at += name_length + extra_length + comment_length
        header = LOCAL.unpack_from(data, local)
        start = local + LOCAL.size + header[9] + header[10]
        members.append(Member(name, method, crc, size, data[start : start + packed]))
    return members


def spell_header(member: Member, length: int, at: int) -> tuple[bytes, bytes]:
    """Spell what precedes a name, ``length`` bytes long: in the file at ``at``, and in its directory."""
    name, method, crc, size, content = member
    flags = 0 if length == len(name) else _UTF8
    shared = (flags, method, 0, _DATE, crc, len(content), size, length, 0)
    return (
        LOCAL.pack(b"PK\x03\x04", 20, *shared),
        CENTRAL.pack(b"PK\x01\x02", 20, 20, *shared, 0, 0, 0, 0, at),
    )


def write_zip(members: Iterable[Member]) -> bytes:
    """Write a zip file of these members in this order."""
    chunks: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for member in members:
        encoded = member.name.encode()
        header, entry = spell_header(member, len(encoded), at)
        directory += (entry, encoded)
        chunks += (header, encoded, member.content)
        at += len(header) + len(encoded) + len(member.content)
    index = b"".join(directory)
    count = len(directory) // 2
    chunks.append(index)
    if count > _MOST:
        chunks.append(
            _END_64.pack(b"PK\x06\x06", _END_64.size - 12, 45, 45, 0, 0, count, count, len(index), at)
        )
        chunks.append(_LOCATOR_64.pack(b"PK\x06\x07", 0, at + len(index), 1))
    shown = min(count, _MOST)
    chunks.append(END.pack(b"PK\x05\x06", 0, 0, shown, shown, len(index), at, 0))
    return b"".join(chunks)
