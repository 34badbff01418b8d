"""Settings as written: the values of a TOML file or YAML front matter, and the place of each key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from deckbuild.diagnostics import Collector
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import SourceFile, Span

if TYPE_CHECKING:
    from yaml import Node


class Written(NamedTuple):
    """Values by key, and where a key stands (the whole file when that is not known)."""

    source: SourceFile
    values: Mapping[str, Any]
    span_of: Callable[[str], Span]


def read_toml(source: SourceFile, collector: Collector) -> Written | None:
    """Read a TOML file; a syntax error is reported at its line and gives None."""
    import tomllib  # many decks have no TOML file

    try:
        values = tomllib.loads(source.text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (len(source.line_starts), 1)
        message = str(error).split(" (at ")[0]
        collector.report("settings-syntax", Span(source.name, line, column), f"This is not TOML: {message}.")
    except (ValueError, RecursionError):
        message = "This is not TOML that can be read: a number is too long or lists nest too deeply."
        collector.report("settings-syntax", Span(source.name), message)
    else:
        return Written(source, values, lambda key: _find_toml_key(source, key))
    return None


def in_table(written: Written, table: str) -> Written:
    """Return what a TOML file says in one of its tables, such as ``[deck]``."""
    header = re.search(rf"^[ \t]*\[[ \t]*{re.escape(table)}[ \t]*\]", written.source.text, re.MULTILINE)
    start = header.end() if header else 0
    values = written.values[table]
    return Written(written.source, values, lambda key: _find_toml_key(written.source, key, start))


def _find_toml_key(source: SourceFile, key: str, start: int = 0) -> Span:
    """Return the place of a key or table, bare or quoted, alone or at the end of a dotted key."""
    name = re.escape(key)
    pattern = rf"^[ \t]*\[*(?:[\w\"' \t-]+\.)?[ \t]*(\"{name}\"|'{name}'|{name})[ \t]*[=.\]]"
    match = re.compile(pattern, re.MULTILINE).search(source.text, start)
    return source.span(match.start(1), match.end(1)) if match else Span(source.name)


def read_front_matter(source: SourceFile, start: int, end: int, collector: Collector) -> Written | None:
    """Read YAML front matter, ``source``'s text from ``start`` to ``end``; errors as ``read_toml``.

    A value is the text as written: ``no``, ``1.10`` and ``2026-02-30`` are words to show, not a truth
    value, a number and a date that does not exist.
    """
    text = source.text[start:end]
    if re.fullmatch(_PLAIN_LINES, text):
        return _read_plain(source, text, start, collector)
    import yaml

    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = mark.index if mark else getattr(error, "position", 0)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        hint = "A value with `: ` in it, or with a mark at its beginning, wants quotes around it."
        collector.report("settings-syntax", source.span(start + at), f"This is not YAML: {problem}.", hint)
        return None
    except RecursionError:
        message = "This is not YAML that can be read: lists nest too deeply."
        collector.report("settings-syntax", source.span(start), message)
        return None
    if isinstance(node, yaml.MappingNode):
        entries = [
            (str(key.value), _value(value), start + key.start_mark.index, start + key.end_mark.index)
            for key, value in node.value
        ]
        return _collect(source, entries, collector)
    if node is None:
        return _collect(source, [], collector)
    collector.report("settings-syntax", source.span(start), "Front matter must be `key: value` lines.")
    return None


_VALUE = r"[^\W_](?:(?:[\w .,;()/+!?@=–—-]|:(?=[\w/]))*[\w.)!?])?"
_PLAIN_LINE = rf"([A-Za-z][\w-]*): +({_VALUE}) *\r?\n"
_PLAIN_LINES = rf"(?:{_PLAIN_LINE})+"
"""Front matter that is read without PyYAML, whose import takes as long as building two hundred slides."""


def _read_plain(source: SourceFile, text: str, start: int, collector: Collector) -> Written:
    """Read lines of a key and plain text, as YAML has them too (YAML 1.2, 7.3.3: plain style)."""
    entries = [
        (match[1], "" if match[2] in _NULLS else match[2], start + match.start(1), start + match.end(1))
        for match in re.finditer(_PLAIN_LINE, text)
    ]
    return _collect(source, entries, collector)


_NULLS = ("null", "Null", "NULL")


def _collect(
    source: SourceFile, entries: Iterable[tuple[str, Any, int, int]], collector: Collector
) -> Written:
    """Return keys and values with the places of the keys; a key's second value is reported and dropped."""
    spans: dict[str, Span] = {}
    values: dict[str, Any] = {}
    for name, value, start, end in entries:
        if name in values:
            collector.report("settings-syntax", source.span(start), f"The key `{name}` stands twice.")
            continue
        spans[name] = source.span(start, end)
        values[name] = value
    return Written(source, values, lambda key: spans.get(key, Span(source.name)))


def _value(node: Node) -> Any:
    """Return a scalar's text, a list of such, or an empty mapping for what no setting may be."""
    from yaml import ScalarNode, SequenceNode

    if isinstance(node, ScalarNode):
        return "" if node.tag == "tag:yaml.org,2002:null" else node.value
    if isinstance(node, SequenceNode):
        return [_value(item) if isinstance(item, ScalarNode) else {} for item in node.value]
    return {}
