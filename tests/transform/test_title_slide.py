"""The title slide, made from the settings."""

from __future__ import annotations

from deckbuild.diagnostics import Collector
from deckbuild.model import Link, Notes, Paragraph, Slide, Styled, Text, plain_text
from deckbuild.project import DeckSettings
from deckbuild.source import Span
from deckbuild.transform import make_deck

AT = Span("talk.md", 1, 1)
ONE = Slide("slide", "one", (Text("One"),), AT)


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),), AT)


def test_title_and_subtitle_are_markdown_and_the_decks_title_is_plain() -> None:
    deck = make_deck("talk", DeckSettings(title="A **big** talk", subtitle="x^2^"), [ONE], AT, Collector())
    title = deck.slides[0]
    assert deck.title == "A big talk"
    assert title.role == "title"
    assert title.title == (Text("A "), Styled("strong", (Text("big"),)), Text(" talk"))
    assert plain_text(title.subtitle) == "x2"
    assert deck.slides[1:] == (ONE,)


def test_author_date_and_website_stand_below() -> None:
    settings = DeckSettings(title="T", author="Ann", date="May 2026", website="https://example.org/class/")
    (first, *_) = make_deck("talk", settings, [ONE], AT, Collector()).slides
    assert first.blocks == (
        _paragraph("Ann"),
        _paragraph("May 2026"),
        Paragraph((Link("https://example.org/class/", (Text("example.org/class"),), AT),), AT),
    )


def test_a_website_without_a_scheme_is_a_secure_one() -> None:
    settings = DeckSettings(title="T", website="example.org")
    (block,) = make_deck("talk", settings, [ONE], AT, Collector()).slides[0].blocks
    assert block == Paragraph((Link("https://example.org", (Text("example.org"),), AT),), AT)


def test_what_stands_before_the_first_heading_joins_the_title_slide() -> None:
    notes = (Notes((_paragraph("Welcome"),), AT),)
    leading = Slide("title", "title", (), AT, blocks=(_paragraph("Hello"),), notes=notes)
    deck = make_deck("talk", DeckSettings(title="T", author="Ann"), [leading, ONE], AT, Collector())
    assert len(deck.slides) == 2
    assert deck.slides[0].blocks == (_paragraph("Ann"), _paragraph("Hello"))
    assert deck.slides[0].notes == notes


def test_without_a_title_there_is_no_title_slide_and_the_first_title_is_the_decks() -> None:
    leading = Slide("title", "title", (), AT, blocks=(_paragraph("Hello"),))
    deck = make_deck("talk", DeckSettings(), [leading, ONE], AT, Collector())
    assert [slide.role for slide in deck.slides] == ["slide", "slide"]
    assert deck.title == "One"


def test_a_deck_without_any_title_has_its_files_name() -> None:
    untitled = Slide("slide", "slide", (), AT)
    assert make_deck("talk", DeckSettings(), [untitled], AT, Collector()).title == "talk"


def test_the_title_slide_takes_no_slides_id() -> None:
    other = Slide("slide", "title", (Text("Title"),), AT)
    deck = make_deck("talk", DeckSettings(title="T"), [other], AT, Collector())
    assert [slide.id for slide in deck.slides] == ["title-slide", "title"]
