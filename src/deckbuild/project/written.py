"""Settings as written: the values of a TOML file or YAML front matter, and the place of each key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from deckbuild.diagnostics import Collector
from deckbuild.source import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Written:
    """Values by key, and where a key stands."""

    source: SourceFile
    values: Mapping[str, Any]
    span_of: Callable[[str], Span]


def read_toml(source: SourceFile, collector: Collector) -> Written | None:
    """Read a TOML file; a syntax error is reported at its line and gives None."""

    def span_of(key: str) -> Span:
        match = re.search(rf"^[ \t]*\[?[ \t]*({re.escape(key)})[ \t]*[=\]]", source.text, re.MULTILINE)
        return source.span(match.start(1), match.end(1)) if match else Span(source.name)

    try:
        return Written(source, tomllib.loads(source.text.replace("\r\n", "\n")), span_of)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (len(source.line_starts), 1)
        message = str(error).split(" (at ")[0]
        collector.report(
            "settings-syntax", Span(source.name, line, column), f"This is not TOML: {message}."
        )
        return None


def read_front_matter(source: SourceFile, text: str, collector: Collector) -> Written | None:
    """Read YAML front matter, which begins on line 2 of ``source``; errors as ``read_toml``."""
    import yaml

    offset = source.text.index(text)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        values = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        span = source.span(offset + mark.index) if mark else source.span(offset)
        problem = getattr(error, "problem", None) or "it cannot be read"
        collector.report("settings-syntax", span, f"This is not YAML: {problem}.")
        return None
    if values is None:
        return Written(source, {}, lambda key: source.span(offset))
    if not isinstance(values, dict):
        collector.report(
            "settings-syntax", source.span(offset), "Front matter must be `key: value` lines."
        )
        return None
    starts = {
        str(key.value): source.span(offset + key.start_mark.index, offset + key.end_mark.index)
        for key, _ in node.value
    }
    return Written(source, {str(key): value for key, value in values.items()}, lambda key: starts[key])
