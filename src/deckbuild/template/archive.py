"""A template's file, looked at before anything is made of it: bounded in size, without what could do harm.

Zip files can declare one size and hold another, and XML can name entities that grow without end or point
outside the file. Nothing here trusts what a file says of itself.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from .facts import TemplateError

MOST_BYTES = 400 * 2**20
"""How large all parts of a template may be together, unpacked."""

MOST_XML = 48 * 2**20
"""How large a single part of XML may be: python-pptx holds about ten times that in memory."""

MOST_PARTS = 20_000
_CHUNK = 1 << 20
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_XML = (".xml", ".rels", ".vml")
_DOCTYPE = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_ENCRYPTED = 0x1


def read_members(data: bytes) -> dict[str, bytes]:
    """Return a zip file's parts by name. Raises TemplateError with what is wrong and what to do."""
    if not data:
        raise TemplateError("it is empty")
    if data.startswith(_COMPOUND_FILE):
        raise TemplateError("it is protected by a password or in the format before 2007: save it as .potx")
    if not data.startswith(b"PK"):
        raise TemplateError("it is not a .pptx or .potx file")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_all(archive)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError,
            zlib.error) as error:  # fmt: skip
        if isinstance(error, TemplateError):
            raise
        raise TemplateError(f"the file is damaged: {error}") from error


def _read_all(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise TemplateError(f"it has {len(entries)} parts: no template needs more than {MOST_PARTS}")
    left = MOST_BYTES
    _check_size(sum(entry.file_size for entry in entries), left)
    members: dict[str, bytes] = {}
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise TemplateError("it is encrypted: save it without a password")
        is_xml = entry.filename.lower().endswith(_XML)
        content = _inflate(archive, entry, min(left, MOST_XML) if is_xml else left)
        left -= len(content)
        if is_xml and _has_doctype(content):
            raise TemplateError(
                f"{entry.filename} declares a document type, which Office never writes and may be an attack"
            )
        members.setdefault(entry.filename, content)
    return members


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """Unpack a part, stopping as soon as it is larger than it may be."""
    pieces: list[bytes] = []
    size = 0
    with archive.open(entry) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            _check_size(size, most)
            pieces.append(piece)
    return b"".join(pieces)


def _check_size(size: int, most: int) -> None:
    if size > most:
        raise TemplateError(
            f"unpacked it is larger than {MOST_BYTES >> 20} MB, or its XML than {MOST_XML >> 20} MB:"
            " take out slides and large media and save it again"
        )


def _has_doctype(content: bytes) -> bool:
    """Whether an XML part declares a document type or entities, in whatever encoding it is written."""
    if _DOCTYPE.search(content):
        return True
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in content[:64]:
        return _DOCTYPE.search(content.replace(b"\x00", b"")) is not None
    return False
