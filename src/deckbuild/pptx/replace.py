"""Members of a zip file replaced, with all others copied as they stand.

Only for zip files that ``write_zip`` wrote: no comment, no gaps, members in the order of their directory.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

from deckbuild.named_tuple import NamedTuple

from .zip_file import CENTRAL, END, LOCAL, Member, spell_header

_ENTRY = b"PK\x01\x02"
_LENGTHS = struct.Struct("<3H")
_LENGTHS_AT = 28
_OFFSET = struct.Struct("<L")
_OFFSET_AT = 42
_MOST = 0xFFFF


class _Directory(NamedTuple):
    """The central directory: how many entries, its bytes, and where it begins."""

    members: int
    entries: bytes
    start: int


class _Found(NamedTuple):
    """A member found: where its entry is in the directory, and where it begins and ends in the file."""

    entry: int
    start: int
    end: int
    member: Member


def find_member(package: bytes, name: str) -> Member | None:
    """Return a member by name, None where there is none."""
    directory = _read_directory(package)
    found = _find(package, directory, name) if directory else None
    return found.member if found else None


def replace_members(package: bytes, members: Iterable[Member]) -> bytes | None:
    """Return a zip file with these members in the place of those of their names; None if one is missing."""
    directory = _read_directory(package)
    if directory is None:
        return None
    places: list[tuple[_Found, Member]] = []
    for member in members:
        found = _find(package, directory, member.name)
        if found is None:
            return None
        places.append((found, member))
    places.sort(key=lambda place: place[0].start)
    chunks: list[bytes] = []
    entries = bytearray(directory.entries)
    at = shift = moved = 0
    for found, member in places:
        moved = _move_entries(entries, moved, found.entry, shift)
        name = member.name.encode()
        local, central = spell_header(member, len(name), found.start + shift)
        entries[found.entry : found.entry + CENTRAL.size] = central
        chunks += (package[at : found.start], local, name, member.content)
        moved = found.entry + CENTRAL.size + len(name)
        at = found.end
        shift += len(member.content) - len(found.member.content)
    _move_entries(entries, moved, len(entries), shift)
    start = directory.start + shift
    end = END.pack(b"PK\x05\x06", 0, 0, directory.members, directory.members, len(entries), start, 0)
    return b"".join([*chunks, package[at : directory.start], bytes(entries), end])


def _read_directory(package: bytes) -> _Directory | None:
    """Find the directory; None in files of more members than the short form of it can count."""
    if len(package) < END.size:
        return None
    signature, _, _, _, count, size, start, comment = END.unpack_from(package, len(package) - END.size)
    if signature != b"PK\x05\x06" or comment or count == _MOST or start + size + END.size != len(package):
        return None
    return _Directory(count, package[start : start + size], start)


def _find(package: bytes, directory: _Directory, name: str) -> _Found | None:
    """Look for a name in the directory's bytes: much quicker than reading all entries before it."""
    wanted = name.encode()
    at = directory.entries.find(wanted)
    while at >= 0:
        entry = at - CENTRAL.size
        if entry >= 0 and directory.entries.startswith(_ENTRY, entry):
            fields = CENTRAL.unpack_from(directory.entries, entry)
            method, crc, packed, size, length, start = *fields[4:5], *fields[7:11], fields[16]
            if length == len(wanted):
                content = start + LOCAL.size + length
                end = content + packed
                return _Found(entry, start, end, Member(name, method, crc, size, package[content:end]))
        at = directory.entries.find(wanted, at + 1)
    return None


def _move_entries(entries: bytearray, at: int, end: int, shift: int) -> int:
    """Add ``shift`` to where the members of the entries from ``at`` to ``end`` begin; return ``end``."""
    while shift and at < end:
        name, extra, comment = _LENGTHS.unpack_from(entries, at + _LENGTHS_AT)
        (offset,) = _OFFSET.unpack_from(entries, at + _OFFSET_AT)
        _OFFSET.pack_into(entries, at + _OFFSET_AT, offset + shift)
        at += CENTRAL.size + name + extra + comment
    return end
