"""Texts of messages as runs of words and protected codes, for formats that keep the two apart.

A code is what translators must not change but may move: marks, code, formulas, tags, links' brackets and
targets. The two ends of a pair (``**`` and ``**``, ``[`` and ``](1)``) know each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckbuild.named_tuple import NamedTuple

from .inline_codes import InlineCode, find_codes


class Code(NamedTuple):
    """A code: its text, its number in the message, and whether it stands alone, opens or closes a pair.

    ``pair`` is the number of the pair's opening code; both ends have it.
    """

    text: str
    number: int
    kind: str  # "alone", "open" or "close"
    pair: int = 0


Content = tuple[str | Code, ...]
"""A text in its parts, in order."""


def split_content(text: str) -> Content:
    """Return a text in its parts; its codes are numbered from 1 on."""
    codes = list(_whole_codes(text))
    pairs = _find_pairs([code.text for code in codes])
    parts: list[str | Code] = []
    done = 0
    for at, code in enumerate(codes):
        if code.start > done:
            parts.append(text[done : code.start])
        kind, pair = pairs.get(at, ("alone", 0))
        parts.append(Code(code.text, at + 1, kind, pair + 1 if kind != "alone" else 0))
        done = code.end
    if done < len(text):
        parts.append(text[done:])
    return tuple(parts)


def number_alike(content: Content, source: Content) -> Content:
    """Return a translation's parts with each code numbered as the source's code of the same text and kind.

    What the source has not gets a number of its own, so that a tool sees it as added.
    """
    free: dict[tuple[str, str], list[int]] = {}
    numbers = [part.number for part in source if isinstance(part, Code)]
    for part in source:
        if isinstance(part, Code):
            free.setdefault((part.text, part.kind), []).append(part.number)
    last = max(numbers, default=0)
    renumbered: dict[int, int] = {}
    for part in content:
        if isinstance(part, Code):
            known = free.get((part.text, part.kind))
            if not known:
                last += 1
            renumbered[part.number] = known.pop(0) if known else last
    return tuple(
        part
        if isinstance(part, str)
        else part._replace(number=renumbered[part.number], pair=renumbered.get(part.pair, 0))
        for part in content
    )


def _whole_codes(text: str) -> Iterable[InlineCode]:
    """Yield the codes of a text, a link's end as one: ``](1)``, or ``](1`` where a title follows."""
    end: InlineCode | None = None
    for code in find_codes(text):
        if end is not None and code.kind == "target":
            stop = code.end + (text[code.end : code.end + 1] == ")")
            yield InlineCode("bracket", text[end.start : stop], end.start, stop)
            end = None
            continue
        if end is not None:
            yield end
        end = code if code.text == "]" else None
        if end is None:
            yield code
    if end is not None:
        yield end


def _find_pairs(texts: Sequence[str]) -> dict[int, tuple[str, int]]:
    """Return for each code that is an end of a pair which end it is, and the place of the opening one."""
    pairs: dict[int, tuple[str, int]] = {}
    open_ones: list[int] = []
    for at, text in enumerate(texts):
        opening = "[" if text.startswith("]") else text if text[:1] in "*_~^=" and text[:1] else ""
        match = next((place for place in reversed(open_ones) if texts[place].lstrip("!") == opening), None)
        if opening and match is not None:
            pairs[match], pairs[at] = ("open", match), ("close", match)
            del open_ones[open_ones.index(match) :]
        elif opening != "[" and (opening or text in ("[", "![")):
            open_ones.append(at)
    return pairs
