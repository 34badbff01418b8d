"""Whatever a slide holds: everything is shown once, inside the slide, nothing over anything."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import combinations, count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckbuild.layout import LayoutSettings
from deckbuild.layout.laid_out import LaidOutSlide, Shape, TableShape
from deckbuild.units import Box

from ..exploring import examples
from .laying import box_of, branding, contents, lay_out, paragraphs_of

ROUNDING = 10  # EMU
PICTURES = {"wide.png": (1600, 500), "photo.png": (1200, 800), "tall.png": (400, 1200), "icon.png": (32, 32)}

_words = st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=12).map(" ".join)
_paragraph = _words.map(lambda words: f"{words}\n")
_list = st.lists(_words, min_size=1, max_size=5).map(lambda items: "".join(f"- {item}\n" for item in items))
_numbered = st.lists(_words, min_size=1, max_size=4).map(
    lambda items: "".join(f"1. {item}\n" for item in items)
)
_picture = st.tuples(st.sampled_from(sorted(PICTURES)), st.booleans()).map(
    lambda drawn: "![](" + drawn[0] + (' "caption"' if drawn[1] else "") + ")\n"
)
_pictures = st.lists(st.sampled_from(sorted(PICTURES)), min_size=2, max_size=7).map(
    lambda names: " ".join(f"![]({name})" for name in names) + "\n"
)
_code = _words.map(lambda words: f"```\n{words[:20].strip()}\n```\n")  # short enough for a column
_quotation = _words.map(lambda words: f"> {words}\n")


@st.composite
def _table(draw: st.DrawFn, most_columns: int = 5) -> str:
    columns = draw(st.integers(1, most_columns))
    rows = draw(st.lists(st.lists(_words, min_size=columns, max_size=columns), min_size=2, max_size=20))
    rows[0][0] = "table"
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * columns + "|", *lines[1:]]) + "\n"


@st.composite
def _cards(draw: st.DrawFn) -> str:
    cards = draw(st.lists(st.tuples(_words, _list), min_size=1, max_size=7))
    return "::: cards\n" + "\n".join(f"### {heading}\n\n{items}" for heading, items in cards) + ":::\n"


_simple = st.one_of(_paragraph, _list, _numbered, _picture, _pictures, _code, _quotation, _table())


@st.composite
def _columns(draw: st.DrawFn) -> str:
    columns = draw(st.lists(st.lists(_simple, min_size=1, max_size=2), min_size=2, max_size=4))
    inner = "".join("::: column\n" + "\n".join(blocks) + ":::\n" for blocks in columns)
    return f"::: columns\n{inner}:::\n"


_slides = st.lists(st.one_of(_simple, _cards(), _columns()), max_size=3).map("\n".join)


def _show(slide: LaidOutSlide) -> list[tuple[str, Box]]:
    return [(shape.name, box_of(shape, slide)) for shape in contents(slide) if not _is_backdrop(shape)]


def _is_backdrop(shape: Shape) -> bool:
    """Cards have a bar on them and may have pictures and text in them."""
    return shape.name in ("Card", "Card bar")


def _overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


@settings(max_examples=examples(60))
@given(_slides)
def test_nothing_leaves_the_slide_or_lies_over_anything(markdown: str) -> None:
    laid = lay_out(f"## Title\n\n{markdown}", PICTURES)
    width, height = branding()[1].slide_size
    for slide in laid.deck.slides:
        boxes = _show(slide)
        for name, box in boxes:
            assert box.x >= 0, name
            assert box.right <= width, name
            assert box.cx > 0, name
            assert box.cy >= 0, name
            assert box.y >= 0, name
        if "text-overflow" not in laid.codes:
            assert all(box.bottom <= height for _, box in boxes)
            for (name, box), (other_name, other) in combinations(boxes, 2):
                assert not _overlap(box, other), (name, other_name)


def _shown_words(slides: Sequence[LaidOutSlide]) -> tuple[list[str], list[str]]:
    """Return the words in tables, repeated headers left out, and all others but titles."""
    in_tables: list[str] = []
    others: list[str] = []
    tables: set[str] = set()
    for slide in slides:
        for shape in contents(slide):
            if shape.placeholder is not None and shape.placeholder.type == "title":
                continue
            paragraphs = list(paragraphs_of(shape))
            words = others
            if isinstance(shape, TableShape):
                words = in_tables
                first = paragraphs[0].runs[0].text
                paragraphs = paragraphs[len(shape.columns) if first in tables else 0 :]
                tables.add(first)
            words += [word for p in paragraphs for run in p.runs for word in run.text.split()]
    return in_tables, [word for word in others if word != "caption"]


def _written_words(markdown: str) -> tuple[list[str], list[str]]:
    """Return the words in tables, and all others but captions."""
    rows = "\n".join(line for line in markdown.splitlines() if line.startswith("|"))
    others = re.sub(
        r"!\[\]\(\S+( \"caption\")?\)|:::.*|```|^#+|^- |^1\. |^> |^\|.*", " ", markdown, flags=re.M
    )
    return re.sub(r"\||-{3,}", " ", rows).split(), others.split()


def _are_pieces(pieces: list[str], words: list[str]) -> bool:
    """Whether pieces, put together in their order, are just these words."""
    if not words:
        return not pieces
    word, *others = words
    for piece in sorted({piece for piece in pieces if word.startswith(piece)}, key=len, reverse=True):
        left = pieces[:]
        left.remove(piece)
        if _are_pieces(left, [word.removeprefix(piece), *others] if piece != word else others):
            return True
    return False


@settings(max_examples=examples(60))
@given(_slides)
def test_every_word_is_shown_once(markdown: str) -> None:
    number = count()
    markdown = re.sub("table", lambda match: f"table{next(number)}", markdown)
    laid = lay_out(f"## Title\n\n{markdown}", PICTURES)
    in_tables, others = _shown_words(laid.deck.slides)
    written_in_tables, written = _written_words(markdown)
    assert sorted(others) == sorted(written)
    if "table-too-wide" not in laid.codes:
        assert sorted(in_tables) == sorted(written_in_tables)
    else:  # a word wider than its column may go on on the next slide
        shown, wanted = Counter(in_tables), Counter(written_in_tables)
        assert _are_pieces(list((shown - wanted).elements()), list((wanted - shown).elements()))


_long_list = st.lists(_words, min_size=10, max_size=40).map(
    lambda items: "".join(
        f"{'  ' * (len(item) % 2) if number else ''}- {item}\n" for number, item in enumerate(items)
    )
)
_long_text = st.lists(_words, min_size=20, max_size=120).map(lambda parts: "text " + ". ".join(parts) + ".\n")
_long_code = st.lists(_words, min_size=10, max_size=60).map(
    lambda lines: "```\n" + "\n".join(lines) + "\n```\n"
)
_long = st.one_of(_long_list, _long_text, _long_code, _table(), _paragraph, _picture)


@st.composite
def _long_columns(draw: st.DrawFn) -> str:
    columns = draw(st.lists(st.one_of(_long_list, _long_text, _table()), min_size=2, max_size=3))
    return "::: columns\n" + "".join(f"::: column\n{block}:::\n" for block in columns) + ":::\n"


@st.composite
def _long_cards(draw: st.DrawFn) -> str:
    cards = draw(st.lists(st.one_of(_long_list, _long_text, _list), min_size=1, max_size=7))
    return "::: cards\n" + "\n".join(f"### card\n\n{block}" for block in cards) + ":::\n"


@settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(_long, _long_columns(), _long_cards()), min_size=1, max_size=4).map("\n".join))
def test_long_slides_come_out_fitted(markdown: str) -> None:
    laid = lay_out(f"## Title\n\n{markdown}", PICTURES, LayoutSettings(report_fits=True))
    assert "text-overflow" not in laid.codes
    height = branding()[1].slide_size[1]
    for slide in laid.deck.slides:
        assert all(fit.used <= fit.room + ROUNDING for fit in slide.fits), slide.fits
        boxes = _show(slide)
        assert all(box.bottom <= height for _, box in boxes)
        for (name, box), (other_name, other) in combinations(boxes, 2):
            assert not _overlap(box, other), (name, other_name)


def _in_order(shapes: Sequence[Shape], seen: set[str]) -> str:
    """Return what shapes say, without spaces, titles, marks of wrapped code and headers ``seen`` before."""
    words = []
    for shape in shapes:
        if shape.placeholder is not None and shape.placeholder.type == "title":
            continue
        paragraphs = list(paragraphs_of(shape))
        if isinstance(shape, TableShape):
            header = paragraphs[0].runs[0].text
            paragraphs = paragraphs[len(shape.columns) if header in seen else 0 :]
            seen.add(header)
        words += [word for paragraph in paragraphs for run in paragraph.runs for word in run.text.split()]
    return "".join(word for word in words if word != "↪")


def _written_in_order(markdown: str) -> str:
    """Return what blocks say, without spaces and marks."""
    return "".join(re.sub(r"^ *- |```|\||---", " ", markdown, flags=re.MULTILINE).split())


def _tell_tables_apart(markdown: str) -> str:
    """Return Markdown whose tables begin with a word of their own."""
    number = count()
    return re.sub("table", lambda match: f"table{next(number)}", markdown)


@settings(max_examples=examples(40), suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(_long_list, _long_text, _long_code, _table()), min_size=1, max_size=4))
def test_long_slides_keep_their_order(blocks: list[str]) -> None:
    markdown = _tell_tables_apart("\n".join(blocks))
    slides = lay_out(f"## Title\n\n{markdown}").deck.slides
    seen: set[str] = set()
    shown = "".join(_in_order(contents(slide), seen) for slide in slides)
    assert shown == _written_in_order(markdown)


@settings(max_examples=examples(40), suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(_long_list, _long_text, _table(2)), min_size=2, max_size=3))
def test_long_columns_keep_their_order_and_place(blocks: list[str]) -> None:
    """Each is read to its end in its own place, slide after slide.

    Tables are of two columns here: a row higher than a slide is read part by part, not cell by cell.
    """
    blocks = _tell_tables_apart("\f".join(blocks)).split("\f")
    inner = "".join(f"::: column\n{block}:::\n" for block in blocks)
    slides = lay_out(f"## Title\n\n::: columns\n{inner}:::\n").deck.slides
    width = branding()[1].slide_size[0]
    for place, block in enumerate(blocks):
        seen: set[str] = set()
        shown = ""
        for slide in slides:
            middles = [(shape, (box := box_of(shape, slide)).x + box.cx // 2) for shape in contents(slide)]
            column = [shape for shape, middle in middles if middle * len(blocks) // width == place]
            shown += _in_order(column, seen)
        assert shown == _written_in_order(block)


@settings(max_examples=examples(20))
@given(_slides)
def test_the_same_source_gives_the_same_deck(markdown: str) -> None:
    source = f"## Title\n\n{markdown}"
    assert lay_out(source, PICTURES).deck.slides == lay_out(source, PICTURES).deck.slides
