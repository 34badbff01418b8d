"""Languages of spans, divs and slides: which text is in which, and what is not to be translated."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.markdown import read_slides
from deckbuild.model import Attributed, Deck, Inline, Passage, Text, walk
from deckbuild.project import DeckSettings
from deckbuild.source import SourceFile
from deckbuild.transform import make_deck, transform_deck
from deckbuild.workspace import MemoryWorkspace


def _read(markdown: str) -> tuple[Deck, list[str]]:
    collector = Collector()
    source = SourceFile("deck.md", markdown)
    slides = read_slides([source], collector)
    deck = make_deck("deck", DeckSettings(), slides, source.span(0), collector)
    return deck, [str(diagnostic.span) + " " + diagnostic.code for diagnostic in collector.sorted()]


def _languages(markdown: str) -> dict[str, str]:
    """Return the language of each text on the slides and in the notes; "" for the deck's own."""
    deck, problems = _read(markdown)
    assert not problems
    deck = transform_deck(deck, MemoryWorkspace({}), "", Collector())
    found: dict[str, str] = {}

    def gather(inlines: tuple[Inline, ...], lang: str) -> None:
        for inline in inlines:
            if isinstance(inline, Text):
                found[inline.text] = lang
            elif isinstance(inline, Attributed):
                gather(inline.children, inline.lang or lang)
            else:
                gather(getattr(inline, "children", ()), lang)

    for node in walk(deck.slides):
        assert not isinstance(node, Passage)
        for name in ("title", "inlines", "caption", "attribution", "heading"):
            gather(getattr(node, name, None) or (), "")
    return found


@pytest.mark.parametrize(
    ("markdown", "languages"),
    [
        ("## A\n\nb [c]{lang=fr}\n", {"A": "", "b ": "", "c": "fr"}),
        ("## A\n\n::: {lang=ar}\nb\n\n- c\n:::\n\nd\n", {"A": "", "b": "ar", "c": "ar", "d": ""}),
        ("## A {lang=fr}\n\nb [c]{lang=he}\n\n::: notes\nn\n:::\n",
         {"A": "fr", "b ": "fr", "c": "he", "n": "fr"}),
        ("## A\n\n::: notes {lang=de}\nn **m**\n:::\n", {"A": "", "n ": "de", "m": "de"}),
        ("## A\n\n::: columns\n::: {.column lang=ja}\nb\n:::\n::: column\nc\n:::\n:::\n",
         {"A": "", "b": "ja", "c": ""}),
        ("## A\n\n::: {lang=ar}\n::: {lang=he}\nb\n:::\nc\n:::\n", {"A": "", "b": "he", "c": "ar"}),
        ("## A\n\n::: {lang=fr}\n| b |\n|---|\n| c |\n\n> d\n>\n> — e\n:::\n",
         {"A": "", "b": "fr", "c": "fr", "d": "fr", "e": "fr"}),
    ],
)  # fmt: skip
def test_text_is_in_the_nearest_language_that_is_said(markdown: str, languages: dict[str, str]) -> None:
    assert _languages(markdown) == languages


def test_what_is_not_to_be_translated_is_known_to_the_model() -> None:
    deck, problems = _read(
        "## A {translate=no}\n\n## B\n\n[c]{translate=no} [d]{translate=yes}\n\n::: {translate=no}\ne\n:::\n"
    )
    assert not problems
    one, two = deck.slides
    assert (one.translate, two.translate) == (False, True)
    paragraph, passage = two.blocks
    assert [node.translate for node in walk([paragraph]) if isinstance(node, Attributed)] == [False]
    assert isinstance(passage, Passage)
    assert not passage.translate


def test_a_wrong_value_is_reported_where_it_stands() -> None:
    _, problems = _read("## A {lang=x}\n\n[b]{translate=never}\n\n::: {lang=12}\nc\n:::\n")
    assert problems == [
        "deck.md:1:7 attribute-value", "deck.md:3:5 attribute-value", "deck.md:5:6 attribute-value",
    ]  # fmt: skip
