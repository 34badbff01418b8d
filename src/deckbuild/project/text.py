"""Reading text files: UTF-8, and what is wrong with one said at its place."""

from __future__ import annotations

import codecs
import re

from deckbuild.diagnostics import Collector
from deckbuild.source import SourceFile, Span
from deckbuild.workspace import OutsideProject, Workspace

_CONTROLS = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)])
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_DIRECTION_BYTES = re.compile(rb"\xe2(?:\x80[\xaa-\xae]|\x81[\xa6-\xa9])")
_INVISIBLE = (b"\xc2\xad", b"\xcd\x8f", b"\xd8\x9c", b"\xe3\x85\xa4", b"\xf3\xa0")
_INVISIBLE_PATTERNS = (
    rb"\xe2(?:\x80[\x8b-\x8f]|\x81[\xa0-\xaf])",
    rb"\xef(?:\xb8[\x80-\x8f]|\xbb\xbf|\xbe\xa0|\xbf[\xb9-\xbb])",
    rb"\xe1(?:\x85[\x9f\xa0]|\x9e[\xb4\xb5]|\xa0[\x8b-\x8f])",
)
"""What may be an invisible character of ``invisible.py``: few texts have any."""
_ESCAPE = r"\\u(?:202[a-eA-E]|206[6-9])|\\U0000(?:202[a-eA-E]|206[6-9])"
_ENTITY = r"&#(?:0*(?:823[4-8]|829[4-7])|[xX]0*(?:202[a-eA-E]|206[6-9]));"
_UNPRINTED = "[\x00-\x1f\x7f-\x9f]"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def read_text(
    path: str, workspace: Workspace, collector: Collector, named_at: Span | None = None
) -> SourceFile | None:
    """Read a text file; None when it cannot be, which is reported where it is named.

    Bytes that are not UTF-8 are reported where the first one stands and read as U+FFFD; of control
    characters, which the package cannot hold and the writer leaves out, the first is reported. Nothing
    else is lost. Diagnostics: file-unreadable, file-too-large, path-outside-project, encoding,
    text-control-character, text-direction-control, text-invisible-character.
    """
    try:
        data = workspace.read(path)
    except OutsideProject:
        message = f"`{path}` is a link that leads out of this project."
        collector.report("path-outside-project", named_at or Span(path), message)
        return None
    except OSError as error:
        message = f"`{path}` cannot be read: {error.strerror or error}."
        collector.report("file-unreadable", named_at or Span(path), message)
        return None
    most = workspace.limits.text_bytes
    if len(data) > most:
        message = f"`{path}` has {len(data)} bytes of text, more than the {most} that are read."
        collector.report("file-too-large", named_at or Span(path), message)
        return None
    source = _decode(path, data, collector)
    # Bytes, since that is many times faster than looking through characters.
    count = len(data) - len(data.translate(None, _CONTROLS))
    first = _CONTROL.search(source.text) if count else None
    if first:
        message = f"A control character (U+{ord(first[0]):04X}) is left out"
        message += "." if count == 1 else f"; this file has {count} in all."
        collector.report("text-control-character", source.span(first.start(), first.end()), message)
    if _DIRECTION_BYTES.search(data) and (turning := _DIRECTION.search(source.text)):
        message = (
            f"An invisible character (U+{ord(turning[0]):04X}) has text shown in another order than it is."
        )
        collector.report("text-direction-control", source.span(turning.start(), turning.end()), message)
    if not data.isascii() and _may_hide(data):
        _report_invisible(source, collector)
    if b"&#" in data or path.endswith(".toml"):
        _report_turned(source, collector)
    if not path.isascii() or not path.isprintable():
        _report_name(path, named_at or Span(path), collector)
    return source


def _may_hide(data: bytes) -> bool:
    return any(each in data for each in _INVISIBLE) or any(
        re.search(each, data) for each in _INVISIBLE_PATTERNS
    )


def _report_invisible(source: SourceFile, collector: Collector) -> None:
    """Report the first invisible character that no script needs where it stands, and how many there are."""
    from .invisible import find_invisible

    found = list(find_invisible(source.text))
    if found:
        message = f"An invisible character (U+{ord(found[0][0]):04X}) stands here"
        message += "." if len(found) == 1 else f"; this file has {len(found)} in all."
        collector.report("text-invisible-character", source.span(*found[0].span()), message)


def _report_turned(source: SourceFile, collector: Collector) -> None:
    """Report the first character that turns text around and is written in ASCII."""
    pattern = _ESCAPE if source.name.endswith(".toml") else _ENTITY
    found = re.search(pattern, source.text)
    if found:
        message = f"`{found[0]}` is an invisible character that has text shown in another order than it is."
        collector.report("text-direction-control", source.span(*found.span()), message)


def _report_name(path: str, place: Span, collector: Collector) -> None:
    """Report what nobody sees in the name of a file."""
    from .invisible import find_invisible

    hidden = _DIRECTION.search(path) or re.search(_UNPRINTED, path) or next(find_invisible(path), None)
    if hidden:
        code = "text-direction-control" if _DIRECTION.match(hidden[0]) else "text-invisible-character"
        message = f"The name of the file `{path}` holds an invisible character (U+{ord(hidden[0]):04X})."
        collector.report(code, place, message, "Call the file something else.")


def _decode(path: str, data: bytes, collector: Collector) -> SourceFile:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        collector.report("encoding", Span(path), "This is UTF-16 text, not UTF-8.")
        return SourceFile(path, data.decode("utf-16", "replace"))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return SourceFile(path, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        source = SourceFile(path, data.decode("utf-8", "replace"))
        place = source.span(len(data[: error.start].decode("utf-8")))
        collector.report("encoding", place, f"This is not UTF-8 text (byte 0x{data[error.start]:02x}).")
        return source
