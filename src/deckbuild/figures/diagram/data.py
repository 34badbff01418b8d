"""What stands in ``A@{ shape: diamond, label: "…" }``: keys and values."""

from __future__ import annotations

import re

from deckbuild.named_tuple import NamedTuple

from .scan import DiagramText, shown

_ITEM = re.compile(
    r"""[\s,]*(?:
        (?P<end>\})
      | (?P<key>[A-Za-z][\w-]*)[ \t]*:[ \t]*
        (?: "(?P<double>(?:[^"\\]|\\.)*)" | '(?P<single>[^']*)' | (?P<bare>[^,}\n"']*) )
    )""",
    re.VERBOSE,
)


class Entry(NamedTuple):
    """A key with its value; ``start`` is the offset of the key, ``value_start`` that of the value."""

    key: str
    value: str
    start: int
    value_start: int


def read_data(source: DiagramText, position: int) -> tuple[list[Entry], int]:
    """Read the entries behind ``@{``, where ``position`` is, and return them with the offset behind ``}``.

    Diagnostic: diagram-syntax; the offset is then that of the line's end.
    """
    entries: list[Entry] = []
    while item := _ITEM.match(source.text, position):
        position = item.end()
        if item["end"]:
            return entries, position
        kind = next(name for name in ("double", "single", "bare") if item[name] is not None)
        value = item[kind].replace('\\"', '"') if kind == "double" else item[kind].strip()
        entries.append(Entry(item["key"], value, item.start("key"), item.start(kind)))
    rest = source.text[position:]
    start = position + len(rest) - len(rest.lstrip(" \t\n,"))
    if start < len(source.text):
        message = f"`{shown(source.text[start:])}` is no `key: value`."
    else:
        message = "`@{` is not closed."
    source.report("diagram-syntax", start, message, 'Write `id@{ shape: diamond, label: "text" }`.')
    end = source.text.find("\n", start)
    return entries, end if end >= 0 else len(source.text)


def read_step(source: DiagramText, entry: Entry) -> int:
    """Return the build step that an entry names. Diagnostic: diagram-syntax."""
    if entry.value.isdecimal() and len(entry.value) < 4:
        return int(entry.value)
    message = f"`{shown(entry.value)}` is no build step."
    source.report("diagram-syntax", entry.value_start, message, "Write a number, such as `step: 2`.")
    return 0
