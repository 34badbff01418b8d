"""Translations in their places: whatever they hold, nothing around them changes."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.diagnostics.diagnostic import Diagnostic, Severity
from deckbuild.i18n.pseudo import pseudo_translations
from deckbuild.i18n.translate import Translation
from deckbuild.markdown import read_slides
from deckbuild.model import plain_text, walk
from deckbuild.model.blocks import Paragraph
from deckbuild.source import SourceFile
from deckbuild.transform.translation import translate_deck

from .sources import CATALOGUE, open_source, translate, translated_text
from .test_messages import EVERYTHING


def test_translations_that_equal_the_source_change_no_byte() -> None:
    assert translated_text(EVERYTHING, {}) == EVERYTHING


def test_a_paragraph_is_replaced_whole_its_lines_joined() -> None:
    assert translated_text("## T\n\n> one\n> two\n> -- Me\n", {"one two": "eins\nzwei"}) == (
        "## T\n\n> eins<br>zwei\n> -- Me\n"
    )


def test_links_get_their_targets_back_in_any_order() -> None:
    source = "## T\n\n[a](https://a.example) [b](b.md)\n"
    assert translated_text(source, {"[a](1) [b](2)": "[B](2) [A](1)"}) == (
        "## T\n\n[B](b.md) [A](https://a.example)\n"
    )


def test_a_translated_title_keeps_its_slide_s_id() -> None:
    assert translated_text(
        "## One\n\n## Two {.wide}\n\n## Three {#own}\n", {"One": "Eins", "Two": "Zwei"}
    ) == ("## Eins {#one}\n\n## Zwei {#two .wide}\n\n## Three {#own}\n")


HOSTILE = [
    "# no heading", "- no list", "* no list", "+ no list", "1. no list", "a) no list", "(1) no list",
    "> no quotation", "```", "~~~ no fence", "::: notes", "---", "***", "===", "[ ] no task",
    "[x]: no reference", "[^1]: no footnote", "{#no-id}", "Table: no caption", ": no definition",
    "| no | table |", "a\n\nb", "a\n# b", "    no code", "end {#id}", "closing ##", "<<", "^^", "back\\",
    'with "quotes"', "it's", 'both "a" and \'b\'', "[open", "close]",
]  # fmt: skip


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_translation_changes_what_stands_around_it(hostile: str) -> None:
    """Every text of the deck says the hostile one: the slides and blocks stay what they were."""
    source, workspace = open_source(EVERYTHING)
    collector = Collector()
    deck = translate_deck(
        source, workspace, "de", lambda context, text: Translation(hostile, CATALOGUE), "source", collector
    )
    assert deck is not None
    assert collector.sorted() == []
    assert _shape(deck.source.sources[0]) == _shape(source.sources[0])


def _shape(source: SourceFile) -> list[list[str]]:
    return [
        [type(node).__name__ for node in walk([slide]) if type(node).__module__.endswith("blocks")]
        for slide in read_slides([source], Collector())
    ]


def test_text_stays_readable_where_marks_were_escaped() -> None:
    deck, _ = translate("## T\n\nHello\n", {"Hello": "1. Schritt", "T": "T"})
    (slide,) = read_slides(deck.source.sources, Collector())
    (block,) = slide.blocks
    assert isinstance(block, Paragraph)
    assert plain_text(block.inlines) == "1. Schritt"


@pytest.mark.parametrize(
    ("policy", "expected"),
    [("source", "## T\n\n[Hello *you*]{lang=en-US}\n"), ("mark", "## T\n\n==[Hello *you*]{lang=en-US}==\n")],
)
def test_what_is_not_translated_says_its_language(policy: str, expected: str) -> None:
    deck, _ = translate("## T\n\nHello *you*\n", {"T": "T"}, "mark" if policy == "mark" else "source")
    assert deck.source.sources[0].text == expected


def test_missing_translations_are_errors_if_they_are_to_be() -> None:
    source, workspace = open_source("## T\n\nHello\n")
    collector = Collector()
    assert translate_deck(source, workspace, "de", lambda context, text: None, "fail", collector) is None
    assert [(found.code, str(found.span)) for found in collector.sorted()] == [
        ("translation-missing", "talk.md:1:4"),
        ("translation-missing", "talk.md:3:1"),
    ]


def test_problems_are_told_in_the_catalogue_and_behind_it_in_the_source() -> None:
    deck, _ = translate("## T\n\nHello\n\nmore <blink>\n", {"T": "T", "Hello": "Ein sehr viel längerer Gruß"})
    text = deck.source.sources[0].text
    source = SourceFile("talk.md", text)
    translation = Diagnostic("x", Severity.ERROR, source.span(text.index("Gruß")), "Wrong.")
    later = Diagnostic("x", Severity.ERROR, source.span(text.index("<blink>")), "Wrong.")
    assert deck.relocate(translation).span == CATALOGUE
    assert deck.relocate(translation).message == "Wrong. (It translates talk.md:3:1.)"
    assert str(deck.relocate(later).span) == "talk.md:5:6"


def test_a_translation_that_is_a_block_of_its_own_is_refused() -> None:
    source, workspace = open_source("## T\n\nHello\n\nBye\n")
    words = {"T": "T", "Hello": "<div>Hallo", "Bye": "Tschüs"}
    collector = Collector()

    def look_up(context: str, text: str) -> Translation:
        return Translation(words[text], CATALOGUE._replace(line=len(text)))

    deck = translate_deck(source, workspace, "de", look_up, "source", collector)
    assert deck is not None
    assert [(found.code, found.span.line) for found in collector.sorted()] == [("translation-structure", 5)]
    assert deck.source.sources[0].text == "## T\n\nHello\n\nTschüs\n"


def test_settings_and_figures_say_the_translation() -> None:
    chart = "```chart\ntype: pie\nhighlight: Up\n\n,Share\nUp,1\nDown,2\n```\n"
    source = f"---\ntitle: My class\n---\n## T\n\n{chart}"
    deck, _ = translate(source, {"My class": "Mein Kurs", "Up": "Auf"})
    assert deck.source.settings.title == "Mein Kurs"
    assert deck.source.settings.language == "de"
    assert deck.words == {"t": {"Up": "Auf"}}


def test_pseudo_translations_leave_everything_in_its_place() -> None:
    source, workspace = open_source(EVERYTHING)
    deck = translate_deck(source, workspace, "qps-ploc", pseudo_translations(), "source", Collector())
    assert deck is not None
    assert _shape(deck.source.sources[0]) == _shape(source.sources[0])
    assert "1. ⟦Fîŕšţ îţém one two⟧" in deck.source.sources[0].text
    assert "![⟦Ţĥé ŕàçķš one tw⟧](racks.png" in deck.source.sources[0].text
