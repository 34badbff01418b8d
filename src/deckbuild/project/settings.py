"""Settings: the keys there are, read from TOML or YAML, checked, every problem at its line.

``deckbuild.toml`` holds a project's settings and, under ``[deck]``, defaults for its decks;
``deck.toml`` or a file's YAML front matter hold a deck's. The same keys mean the same everywhere.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from deckbuild.diagnostics import RULES, Collector
from deckbuild.limits import Limits
from deckbuild.model import SlideFit, StepWay
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import SourceFile, Span

from .written import Written, in_table


class DeckSettings(NamedTuple):
    """What a deck's author set; empty strings and 0 mean: not set.

    ``language`` is a BCP 47 tag. ``brand`` is a name under ``assets/brands/`` or of a built-in brand.
    ``footer`` and ``owner`` replace the brand's; ``footer`` is a pattern with the fields ``{title}``,
    ``{year}`` and ``{owner}``. ``website`` is a URL shown on the title slide. ``date`` is shown as written.
    ``template`` is a file to be used instead of the brand's template, and its theme instead of the brand.
    ``full_images`` keeps the pixels of pictures that are larger than they are shown. ``fit`` is what happens
    to slides that hold too much, ``steps`` how build steps are shown. ``duration`` is the time planned
    for the talk, in seconds.
    """

    title: str = ""
    subtitle: str = ""
    author: str = ""
    date: str = ""
    language: str = "en-US"
    brand: str = "alderwick"
    footer: str = ""
    owner: str = ""
    year: int = 0
    website: str = ""
    keywords: str = ""
    description: str = ""
    full_images: bool = False
    template: str = ""
    fit: SlideFit = "split"
    duration: int = 0
    steps: StepWay = "clicks"


class ProjectSettings(NamedTuple):
    """Where a project keeps things, and what its decks have in common.

    ``rules`` are severities by code, as ``apply_severities`` takes them; ``check`` is what
    ``CheckSettings`` are made of. ``limits`` bound what a build takes; ``allow`` are paths out of the project
    that may be read nevertheless, relative to its root.
    """

    content: str = "content"
    output: str = "build"
    deck: Mapping[str, Any] | None = None
    rules: Mapping[str, str] = {}
    check: Mapping[str, Any] = {}
    limits: Limits = Limits()
    allow: tuple[str, ...] = ()


class CheckSettings(NamedTuple):
    """What checks go by; ``least_type`` is points.

    ``words_per_minute`` is how fast English is spoken: other languages are in proportion.
    """

    words_per_minute: int = 130
    least_type: float = 10.0


def _text(value: Any) -> str | None:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None


def _texts(value: Any) -> str | None:
    if isinstance(value, list):
        items = [_text(item) for item in value]
        return None if None in items else ", ".join(item for item in items if item)
    return _text(value)


def _year(value: Any) -> int | None:
    text = _text(value) or ""
    return int(text) if re.fullmatch("[0-9]{4}", text) else None


def _flag(value: Any) -> bool | None:
    """Return a truth value, also from front matter, where values are words."""
    return value if isinstance(value, bool) else {"true": True, "false": False}.get(str(value))


def _language(value: Any) -> str | None:
    """Return a well-formed BCP 47 tag (RFC 5646, 2.1), without looking its parts up."""
    return value if isinstance(value, str) and _LANGUAGE.fullmatch(value) else None


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def _folder(value: Any) -> str | None:
    return posixpath.normpath(value) if isinstance(value, str) and value else None


def _fit(value: Any) -> str | None:
    return value if value in ("shrink", "split", "error") else None


def _steps(value: Any) -> str | None:
    return value if value in ("clicks", "slides") else None


def _own_folder(value: Any) -> str | None:
    folder = _folder(value)
    return folder if folder and folder.split("/")[0] not in ("", ".", "..") else None


def _paths(value: Any) -> tuple[str, ...] | None:
    is_list = isinstance(value, list) and all(isinstance(item, str) and item for item in value)
    return tuple(value) if is_list else None


def _whole(value: Any) -> int | None:
    return value if type(value) is int and value > 0 else None


def _table(value: Any) -> Mapping[str, Any] | None:
    return value if isinstance(value, dict) else None


def _level(value: Any) -> str | None:
    from deckbuild.diagnostics.severities import LEVELS

    return value if value in LEVELS else None


def _seconds(value: Any) -> int | None:
    """Return a time such as ``45 min`` in seconds; a number alone is minutes."""
    from .duration import read_duration

    return read_duration(str(value)) if isinstance(value, str | int | float) else None


def _number(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value if is_number and value > 0 else None


_Kind = tuple[Callable[[Any], Any], str]
_TEXT: _Kind = (_text, "text")
_LIST: _Kind = (_texts, "text or a list of texts")
_DECK_KINDS: dict[str, _Kind] = {
    **dict.fromkeys(DeckSettings._fields, _TEXT),
    "author": _LIST,
    "keywords": _LIST,
    "language": (_language, "a language tag, such as en-US or de"),
    "full_images": (_flag, "true or false"),
    "fit": (_fit, "shrink, split or error"),
    "steps": (_steps, "clicks or slides"),
    "year": (_year, "a year, such as 2026"),
    "duration": (_seconds, "a time, such as 45 min or 1 h 30 min"),
}
_CHECK_KINDS: dict[str, _Kind] = {
    "words_per_minute": (_number, "a number above 0"),
    "least_type": (_number, "a number of points above 0"),
}
_LIMIT_KINDS: dict[str, _Kind] = dict.fromkeys(Limits._fields, (_whole, "a whole number above 0"))
_ALLOW_KINDS: dict[str, _Kind] = {"paths": (_paths, "a list of paths")}
_OTHER_NAMES = {"lang": "language"}
"""Keys that pandoc has another name for."""

_PROJECT_KINDS: dict[str, _Kind] = {
    "content": (_own_folder, "a folder in the project"),
    "output": (_folder, "a folder"),
    **dict.fromkeys(("deck", "rules", "check", "limits", "allow"), (_table, "a table")),
}


_TABLES = {"deck": _DECK_KINDS, "check": _CHECK_KINDS, "limits": _LIMIT_KINDS, "allow": _ALLOW_KINDS}


def read_deck_settings(written: Written, defaults: Mapping[str, Any], collector: Collector) -> DeckSettings:
    """Resolve what is written for a deck over ``defaults`` (already checked values by key)."""
    return DeckSettings(**{**defaults, **_check(written, _DECK_KINDS, collector)})


def read_project_settings(written: Written, collector: Collector) -> ProjectSettings:
    """Resolve ``deckbuild.toml``; its ``[deck]`` table is checked like a deck's own settings."""
    values = _check(written, _PROJECT_KINDS, collector)
    for table, kinds in _TABLES.items():
        values[table] = _check(in_table(written, table), kinds, collector) if table in values else {}
    if "rules" in values:
        values["rules"] = _check_rules(in_table(written, "rules"), collector)
    limits, allow = Limits(**values.pop("limits")), values.pop("allow").get("paths", ())
    return ProjectSettings(**values, limits=limits, allow=allow)


def _check_rules(written: Written, collector: Collector) -> dict[str, str]:
    """Return severities by code; unknown codes are reported (``rule-unknown``)."""
    for code in written.values:
        if code not in RULES:
            report_unknown_rule(code, written.span_of(code), collector)
    known = {code: level for code, level in written.values.items() if code in RULES}
    kind = _level, "`error`, `warning`, `note` or `off`"
    return _check(written._replace(values=known), dict.fromkeys(known, kind), collector)


def report_unknown_rule(code: str, span: Span, collector: Collector) -> None:
    """Report that no rule is called ``code``, with the one that was probably meant."""
    from difflib import get_close_matches

    near = get_close_matches(code, RULES, 1)
    hint = f"Did you mean `{near[0]}`?" if near else "docs/diagnostics.md lists all."
    collector.report("rule-unknown", span, f"There is no rule `{code}`.", hint)


def _check(written: Written, kinds: Mapping[str, _Kind], collector: Collector) -> dict[str, Any]:
    """Return the good values by key; report unknown keys and values of the wrong kind at their line."""
    good: dict[str, Any] = {}
    for own, value in written.values.items():
        span: Span = written.span_of(own)
        key = _OTHER_NAMES.get(own, own)
        if key not in kinds:
            from difflib import get_close_matches

            near = get_close_matches(key, kinds, 1)
            hint = f"Did you mean `{near[0]}`?" if near else f"Known keys: {', '.join(sorted(kinds))}."
            collector.report("settings-unknown-key", span, f"The key `{key}` means nothing here.", hint)
            continue
        convert, wanted = kinds[key]
        resolved = convert(value)
        if resolved is None:
            collector.report("settings-value", span, f"`{key}` must be {wanted}, not {_found(value)}.")
        else:
            good[key] = resolved
    return good


def _found(value: Any) -> str:
    """Return a wrong value as an author would call it."""
    match value:
        case dict():
            return "a table"
        case list():
            return "a list"
        case bool():
            return str(value).lower()
        case "":
            return "empty"
    return f"`{value}`"


def no_settings(source: SourceFile) -> Written:
    """Return what is written when nothing is."""
    return Written(source, {}, lambda key: Span(source.name))
