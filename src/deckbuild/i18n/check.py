"""Checks of a translation against its source: what was lost, added or changed that should not have been."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from deckbuild.diagnostics import Collector
from deckbuild.model import Inline, Styled, plain_text, walk
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span

from .catalogue import Catalogue, Entry
from .inline_codes import InlineCode, find_codes, find_words
from .terms import Terms, find_term_problems

ReadInlines = Callable[[str, Span, Collector], tuple[Inline, ...]]
"""Reads inline Markdown; ``markdown.read_inlines`` is one."""

_KINDS = {
    "code": "code", "formula": "formula", "autolink": "address", "tag": "tag", "footnote": "footnote",
    "attributes": "attribute list", "kept": "text that stays",
}  # fmt: skip
_PLAIN_ROLES = ("label", "alt", "duration")
_DOUBLED = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_NUMBER = re.compile(
    r"\d{1,2}(?=\.\d{1,2}\.)|(?<=\d\.)\d{1,2}(?=\.\d{4}(?!\d))|\d+(?:[.,:\u00a0\u202f' ]\d+)*"
)
"""A number with what groups its digits; ``27.10.2015`` are three."""
_ENDS = {
    ".": ".。．।۔։።", ":": ":：", "?": "?？؟;՞፧", "!": "!！¡", "…": "….。", ",": ",，、،", ";": ";；؛",
}  # fmt: skip
_MARKS = "".join(_ENDS) + "".join(_ENDS.values())
_WITHOUT_STOP = ("th", "lo", "km", "my", "ja")
"""Languages that end sentences without a mark; Japanese does so in titles, questions and items of lists."""
_BY_DIGITS = ("ja", "zh", "ko")
"""Languages that write with digits what others say in words (one, August)."""
_IN_MYRIADS = re.compile(r"\d[万萬億亿兆만억조]")
"""A number in units of 10^4, 10^8 or 10^12, which has other digits than in thousands and millions."""


class _Pair(NamedTuple):
    """A source and its translation, taken apart."""

    entry: Entry
    place: Span
    source: str
    translation: str
    source_codes: tuple[InlineCode, ...]
    codes: tuple[InlineCode, ...]


def check_catalogue(
    catalogue: Catalogue, terms: Terms, read_inlines: ReadInlines, collector: Collector
) -> None:
    """Check all translations that are shown. Those that are fuzzy are only said to be stale.

    Diagnostics: translation-stale, translation-markup, translation-link, translation-code,
    translation-numbers, translation-ends, translation-spaces, translation-term.
    """
    for entry in catalogue.entries:
        if entry.is_obsolete or not entry.translation:
            continue
        place = entry.place or Span(catalogue.language)
        if entry.is_fuzzy:
            message = f"The source of this translation has changed: `{_shown(entry.message.text)}`."
            collector.report("translation-stale", place, message)
            continue
        source, translation = entry.message.text, entry.translation
        pair = _Pair(
            entry, place, source, translation, tuple(find_codes(source)), tuple(find_codes(translation))
        )
        _check_codes(pair, collector)
        _check_links(pair, collector)
        if entry.message.role not in _PLAIN_ROLES:
            _check_markup(pair, read_inlines, collector)
        _check_numbers(pair, catalogue.language, collector)
        _check_ends(pair, catalogue.language, collector)
        _check_spaces(pair, collector)
        for problem in find_term_problems(source, translation, catalogue.language, terms):
            collector.report("translation-term", place, problem)


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:40]}…"


def _differences(before: Iterable[str], after: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return what is lost and what is new, each as often as it is."""
    old, new = Counter(before), Counter(after)
    return sorted((old - new).elements()), sorted((new - old).elements())


def _check_codes(pair: _Pair, collector: Collector) -> None:
    for kind, name in _KINDS.items():
        lost, added = _differences(
            (code.text for code in pair.source_codes if code.kind == kind),
            (code.text for code in pair.codes if code.kind == kind),
        )
        if lost or added:
            collector.report("translation-code", pair.place, f"The {name} {_tell(lost, added)}.")


def _tell(lost: list[str], added: list[str]) -> str:
    parts = []
    if lost:
        parts.append(f"{', '.join(f'`{text}`' for text in lost)} is missing")
    if added:
        parts.append(f"{', '.join(f'`{text}`' for text in added)} is not in the source")
    return "; ".join(parts)


def _check_links(pair: _Pair, collector: Collector) -> None:
    lost, added = _differences(
        (code.text for code in pair.source_codes if code.kind == "target"),
        (code.text for code in pair.codes if code.kind == "target"),
    )
    if lost or added:
        message = f"The link target {_tell(lost, added)}."
        collector.report("translation-link", pair.place, message)


def _check_markup(pair: _Pair, read_inlines: ReadInlines, collector: Collector) -> None:
    """Compare styles as they are read, and see whether marks are left over in the text."""
    found = []
    for text in (pair.source, pair.translation):
        inlines = read_inlines(text.replace("\n", " "), pair.place, Collector())
        styled = (node for node in walk(inlines) if isinstance(node, Styled))
        found.append([node.style for node in styled if not _is_ordinal(node)])
    lost, added = _differences(*found)
    if lost or added:
        parts = [f"{style} is missing" for style in lost] + [f"{style} is added" for style in added]
        collector.report("translation-markup", pair.place, f"Markup differs: {', '.join(parts)}.")
        return
    for bracket in ("[", "]", "`", "**"):
        if _count_loose(pair.source, bracket) != _count_loose(pair.translation, bracket):
            message = f"`{bracket}` is not as often in the translation as in the source."
            collector.report("translation-markup", pair.place, message)
            return


def _is_ordinal(styled: Styled) -> bool:
    """Whether these are the raised letters of ``1^st^``, which other languages do not write."""
    return styled.style == "superscript" and plain_text(styled.children).isalpha()


def _count_loose(text: str, mark: str) -> int:
    if mark == "`":
        return sum(text.count(mark, start, end) for start, end in find_words(text))
    return sum(code.text in (mark, f"!{mark}") for code in find_codes(text))


def _check_numbers(pair: _Pair, language: str, collector: Collector) -> None:
    lost, added = _differences(_numbers(pair.source), _numbers(pair.translation))
    if language.split("-")[0] in _BY_DIGITS and len(lost) <= len(_IN_MYRIADS.findall(pair.translation)):
        return
    if lost or added:
        collector.report("translation-numbers", pair.place, f"The number {_tell(lost, added)}.")


def _numbers(text: str) -> Iterator[str]:
    """Yield the numbers of a text by their digits, whatever digits and signs a language writes them with.

    A whole number is without the zeros before it, as the day of a date may be.
    """
    for start, end in find_words(text):
        for found in _NUMBER.finditer(text, start, end):
            digits = "".join(str(int(sign)) for sign in found[0] if sign.isdecimal())
            yield digits.lstrip("0") or "0" if found[0].isdecimal() else digits


def _check_ends(pair: _Pair, language: str, collector: Collector) -> None:
    """Compare the white space at both ends, and the mark at the end of a sentence."""
    for what, strip in (("beginning", str.lstrip), ("end", str.rstrip)):
        if (strip(pair.source) == pair.source) != (strip(pair.translation) == pair.translation):
            message = f"White space at the {what} is not as in the source."
            collector.report("translation-ends", pair.place, message)
            return
    before, after = _last_mark(pair.source), _last_mark(pair.translation)
    if before == after or language.split("-")[0] in _WITHOUT_STOP:
        return
    if after and after in _ENDS.get(before, ""):
        return
    expected = f"`{before}`" if before else "no mark"
    found = f"`{after}`" if after else "none"
    collector.report("translation-ends", pair.place, f"The source ends with {expected}, this with {found}.")


def _last_mark(text: str) -> str:
    stripped = text.rstrip().rstrip("*_~`)]\"'”“’»«」』）")
    last = stripped[-1:]
    return last if last and last in _MARKS else ""


def _check_spaces(pair: _Pair, collector: Collector) -> None:
    if _DOUBLED.search(pair.translation) and not _DOUBLED.search(pair.source):
        collector.report("translation-spaces", pair.place, "Two spaces follow each other.")
