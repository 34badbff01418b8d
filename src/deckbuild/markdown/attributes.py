"""Attribute lists: ``{#id .class key=value key="two words"}``, as in pandoc.

A leading colon, as in kramdown and MkDocs (``{: .class}``), is allowed, and ``{steps}`` needs no value.
What is in the braces counts as an attribute list only when it begins with ``#id``,
``.class``, ``key=`` or ``steps``; anything else is text.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from deckbuild.diagnostics import Collector
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span

from .places import Place

_BEGINNING = re.compile(r"\{:?[ \t]*(?=[#.][\w-]|[A-Za-z_][\w.:-]*=|steps[ \t}])")
_ITEM = re.compile(
    r"""\s*(?:
        \#(?P<id>[^\s}{"'=#]+)
      | \.(?P<class>[^\s}{"'=#.]+)
      | (?P<key>[A-Za-z_][\w.:-]*)=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s}"']+))
      | (?P<steps>steps)(?=[\s}]|$)
      | (?P<end>\})
      | (?P<bad>[^\s}]+)
    )""",
    re.VERBOSE,
)


_LONGEST = 4000
"""Characters in an attribute list: a bound on what is looked at again for every brace that is none."""


class Attribute(NamedTuple):
    """One item of a list: ``name`` is ``#``, ``.`` or a key; ``start`` and ``end`` place it in the text.

    ``value_start`` is where the value begins, after any quote.
    """

    name: str
    value: str
    start: int
    end: int
    value_start: int = 0


class Attributes(NamedTuple):
    """An attribute list and the offset in the text where it ends; ``malformed`` are items without name."""

    items: tuple[Attribute, ...] = ()
    end: int = 0
    malformed: tuple[Attribute, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items or self.malformed)

    @property
    def id(self) -> Attribute | None:
        """The first ``#id``, if there is one."""
        return next((item for item in self.items if item.name == "#"), None)

    @property
    def classes(self) -> tuple[str, ...]:
        """The values of all ``.class`` items."""
        return tuple(item.value for item in self.items if item.name == ".")

    def get(self, *names: str) -> Attribute | None:
        """Return the first item whose key is one of ``names``."""
        return next((item for item in self.items if item.name in names), None)

    def value(self, *names: str) -> str | None:
        """Return the value of the first item whose key is one of ``names``."""
        item = self.get(*names)
        return item.value if item else None


NO_ATTRIBUTES = Attributes()


def read_attributes(text: str, start: int) -> Attributes | None:
    """Read the attribute list whose brace is at ``text[start]``; None when it is none or does not end."""
    beginning = _BEGINNING.match(text, start)
    if not beginning:
        return None
    return read_attribute_items(text, beginning.end(), closed=True)


def read_attribute_items(text: str, start: int, *, closed: bool = False) -> Attributes | None:
    """Read items from ``start`` to the closing brace, or with ``closed`` False to the end of the text."""
    items: list[Attribute] = []
    malformed: list[Attribute] = []
    position = start
    limit = start + _LONGEST if closed else len(text)
    while item := _ITEM.match(text, position, limit):
        position = item.end()
        kind = item.lastgroup
        if kind == "end" and closed:
            return Attributes(tuple(items), position, tuple(malformed))
        if kind == "id":
            items.append(Attribute("#", item["id"], item.start("id") - 1, position))
        elif kind == "class":
            items.append(Attribute(".", item["class"], item.start("class") - 1, position))
        elif kind == "steps":
            items.append(Attribute("steps", "", item.start(kind), position, item.start(kind)))
        elif kind in ("bad", "end"):
            malformed.append(Attribute("", item[kind], item.start(kind), position))
        elif kind:
            items.append(Attribute(item["key"], item[kind], item.start("key"), position, item.start(kind)))
    return None if closed else Attributes(tuple(items), position, tuple(malformed))


def find_trailing_attributes(text: str) -> tuple[str, Attributes]:
    """Split ``text`` into what stands before an attribute list at its end, and the list."""
    if not text.endswith("}"):
        return text, NO_ATTRIBUTES
    for brace in re.finditer(r"(?:^|(?<=[ \t\n]))\{", text):
        attributes = read_attributes(text, brace.start())
        if attributes and attributes.end == len(text):
            return text[: brace.start()].rstrip(" \t\n"), attributes
    return text, NO_ATTRIBUTES


def report_attributes(
    attributes: Attributes,
    owner: str,
    keys: Collection[str],
    place: Place,
    collector: Collector,
    *,
    classes: Collection[str] = (),
    any_class: bool = False,
    any_id: bool = False,
) -> None:
    """Report what ``owner`` (as in "a picture") does not know: attribute-syntax, attribute-unknown."""
    for item in attributes.malformed:
        message = f"`{item.value}` is no attribute of {owner}."
        collector.report("attribute-syntax", place.span(item.start, item.end), message)
    seen: set[str] = set()
    for item in attributes.items:
        span = place.span(item.start, item.end)
        if item.name == ".":
            if not any_class and item.value not in classes:
                _report_unknown(collector, f".{item.value}", owner, [f".{name}" for name in classes], span)
        elif item.name == "#":
            if not any_id:
                _report_unknown(collector, f"#{item.value}", owner, [], span)
        elif item.name not in keys:
            _report_unknown(collector, item.name, owner, keys, span)
        elif item.name in seen:
            collector.report("attribute-syntax", span, f"`{item.name}` is given twice; the first counts.")
        seen.add(item.name)


def _report_unknown(collector: Collector, name: str, owner: str, known: Collection[str], span: Span) -> None:
    collector.report(
        "attribute-unknown", span, f"`{name}` means nothing on {owner}.", suggest(name, known, "Delete it.")
    )


def suggest(name: str, known: Collection[str], otherwise: str = "") -> str:
    """Return a hint naming the known name nearest to ``name``, or all of them, or ``otherwise``."""
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), n=1)
    if near:
        return f"Did you mean `{near[0]}`?"
    if known and len(known) <= 12:
        return "Known here: " + ", ".join(f"`{word}`" for word in sorted(known)) + "."
    return otherwise
