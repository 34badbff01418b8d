"""Checking a ``brand.toml``: the good entries come out, every other is reported at its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from deckbuild.diagnostics import Collector
from deckbuild.project import Written
from deckbuild.source import SourceFile, Span

from .keys import KEYS, OPEN_TABLES, TABLES, WORD_KEYS, Kind
from .words import WORD_FIELDS

_TABLE = re.compile(r"^[ \t]*\[", re.MULTILINE)


def check_entries(written: Written, collector: Collector) -> dict[str, Any]:
    """Return the good values by dotted key; those of ``fonts.scripts``, ``code`` and ``words`` as tables.

    Reports what no brand has (``brand-unknown-key``) and values of the wrong kind (``brand-value``).
    """
    check = _Check(written.source, collector)
    check.table(written.values, ())
    return check.good


def locate_entry(source: SourceFile, *path: str) -> Span:
    """Return the place of an entry, else that of the nearest table around it, else the file."""
    for length in range(len(path), 0, -1):
        header = next(iter(_headers(source, path[:length])), None)
        match = header or _find_key(source, path[: length - 1], path[length - 1])
        if match:
            return source.span(match.start(1), match.end(1))
    return Span(source.name)


def _headers(source: SourceFile, table: tuple[str, ...]) -> Iterable[re.Match[str]]:
    name = r"[ \t]*\.[ \t]*".join(rf"[\"']?{re.escape(part)}[\"']?" for part in table)
    return re.finditer(rf"^[ \t]*\[[ \t]*({name})[ \t]*\]", source.text, re.MULTILINE)


def _find_key(source: SourceFile, table: tuple[str, ...], key: str) -> re.Match[str] | None:
    """Find a key among a table's entries; the top's are those before the first header."""
    name = re.escape(key)
    pattern = re.compile(rf"^[ \t]*(\"{name}\"|'{name}'|{name})[ \t]*[=.]", re.MULTILINE)
    for start in [match.end() for match in _headers(source, table)] if table else [0]:
        end = _TABLE.search(source.text, start)
        match = pattern.search(source.text, start, end.start() if end else len(source.text))
        if match:
            return match
    return None


class _Check:
    """One walk through a file's tables."""

    def __init__(self, source: SourceFile, collector: Collector) -> None:
        self.good: dict[str, Any] = {}
        self._source = source
        self._collector = collector

    def table(self, values: Mapping[str, Any], path: tuple[str, ...]) -> None:
        for key, value in values.items():
            own = (*path, key)
            dotted = ".".join(own)
            if dotted in KEYS:
                self._entry(own, value, KEYS[dotted], self.good, dotted)
            elif dotted not in TABLES:
                self._unknown(own, [name for name in (*KEYS, *TABLES) if name.count(".") == len(path)])
            elif not isinstance(value, dict):
                self._wrong(own, "a table", value)
            elif dotted in OPEN_TABLES:
                self._open_table(own, value, OPEN_TABLES[dotted])
            elif dotted == "words":
                self._words(value)
            else:
                self.table(value, own)

    def _open_table(self, path: tuple[str, ...], values: Mapping[str, Any], kind: Kind) -> None:
        good = self.good.setdefault(".".join(path), {})
        for key, value in values.items():
            self._entry((*path, key), value, kind, good, key)

    def _words(self, languages: Mapping[str, Any]) -> None:
        words = self.good.setdefault("words", {})
        for language, values in languages.items():
            path = ("words", language)
            if not isinstance(values, dict):
                self._wrong(path, "a table of words, such as [words.en]", values)
                continue
            good = words.setdefault(language.lower(), {})
            for key, value in values.items():
                if key not in WORD_KEYS:
                    self._unknown((*path, key), list(WORD_KEYS))
                elif isinstance(value, str) and value.strip() and not _has_fields(value, WORD_FIELDS[key]):
                    wanted = " ".join(f"{{{field}}}" for field in WORD_FIELDS[key]) or "no fields"
                    self._wrong((*path, key), f"text with {wanted} and no other braces", value)
                else:
                    self._entry((*path, key), value, WORD_KEYS[key], good, key)

    def _entry(self, path: tuple[str, ...], value: Any, kind: Kind, good: dict[str, Any], name: str) -> None:
        convert, wanted = kind
        resolved = convert(value)
        if resolved is None:
            self._wrong(path, wanted, value)
        else:
            good[name] = resolved

    def _wrong(self, path: tuple[str, ...], wanted: str, value: Any) -> None:
        span = locate_entry(self._source, *path)
        message = f"`{'.'.join(path)}` must be {wanted}, not {_found(value)}."
        self._collector.report("brand-value", span, message)

    def _unknown(self, path: tuple[str, ...], known: list[str]) -> None:
        names = sorted({name.rpartition(".")[2] for name in known if _is_beside(name, path)} or set(known))
        from difflib import get_close_matches

        near = get_close_matches(path[-1], names, 1)
        hint = f"Did you mean `{near[0]}`?" if near else f"Known here: {', '.join(names)}."
        span = locate_entry(self._source, *path)
        message = f"`{'.'.join(path)}` means nothing in a brand."
        self._collector.report("brand-unknown-key", span, message, hint)


def _is_beside(name: str, path: tuple[str, ...]) -> bool:
    return name.rpartition(".")[0] == ".".join(path[:-1])


def _has_fields(pattern: str, fields: tuple[str, ...]) -> bool:
    """Whether a pattern's first field is there and all its fields are known ones, without formats."""
    import string

    try:
        parsed = list(string.Formatter().parse(pattern))
    except ValueError:
        return False
    found = {name for _, name, _, _ in parsed if name is not None}
    plain = all(not form and not change for _, _, form, change in parsed)
    return plain and found <= set(fields) and set(fields[:1]) <= found


def _found(value: Any) -> str:
    """Return a wrong value as its author would call it."""
    match value:
        case dict():
            return "a table"
        case list():
            return "this list"
        case bool():
            return str(value).lower()
        case "":
            return "empty"
    return f"`{value}`"
