"""The room of texts, told to translators in characters."""

from __future__ import annotations

from deckbuild.batch.catalogues import extract
from deckbuild.diagnostics import Collector
from deckbuild.dress import Look
from deckbuild.pipeline import compile_deck
from deckbuild.project import ProjectSettings, open_deck
from deckbuild.workspace import MemoryWorkspace


def rooms(text: str) -> dict[str, int | None]:
    """Return the rooms of a deck's messages by their texts."""
    workspace = MemoryWorkspace({"talk.md": text.encode()})
    extracted = extract(workspace, "talk.md", ProjectSettings(), Collector(), with_rooms=True)
    assert extracted is not None
    return {message.text: message.room for message in extracted.messages}


def known(text: str, *texts: str) -> list[int]:
    """Return the rooms of some texts, all of which must be known."""
    found = rooms(text)
    told = [found[each] for each in texts]
    assert None not in told
    return [room for room in told if room is not None]


def test_columns_have_a_room_each_half_as_wide_as_the_slide() -> None:
    (whole,) = known("## A\n\nText here\n\n- Item\n", "Text here")
    columns = "## A\n\n::: columns\n::: column\nLeft text\n:::\n::: column\nRight text\n:::\n:::\n"
    left, right = known(columns, "Left text", "Right text")
    assert whole * 0.4 < left < whole * 0.6
    assert left == right


def test_a_cell_may_fill_its_column_and_the_rows_there_is_room_for() -> None:
    narrow, wide = known(
        "## A\n\n| a | b |\n|---|---|\n| one | two and many more |\n", "one", "two and many more"
    )
    assert 50 < narrow < wide < 1500
    (full,) = known("## A\n\n| a | b |\n|---|---|\n" + "| one | two |\n" * 9 + "\nUnder it\n", "one")
    assert full < narrow


def test_cards_and_the_headings_in_them() -> None:
    deck = "## A\n\n::: cards\n### First\n\nText of it\n\n### Second\n\nMore of it\n:::\n"
    assert all(20 < room < 500 for room in known(deck, "First", "Text of it", "Second", "More of it"))


def test_a_text_as_long_as_its_room_still_fits() -> None:
    deck = "## A\n\n::: columns\n::: column\nLeft text\n\n- Item\n:::\n::: column\nRight\n:::\n:::\n\n"
    deck += "## B\n\n| a | b |\n|---|---|\n| one | two |\n\nUnder it\n\n"
    deck += "## C\n\n::: cards\n### First\n\nText of it\n\n### Second\n\nMore of it\n:::\n"
    for text in ("Left text", "Item", "Right", "one", "two", "Under it", "First", "Text of it", "More of it"):
        (room,) = known(deck, text)
        longer = (text + " lorem ipsum dolor sit amet" * 80)[:room].rstrip()
        workspace = MemoryWorkspace({"talk.md": deck.replace(text, longer).encode()})
        collector = Collector()
        source = open_deck(workspace, "talk.md", {}, collector)
        assert source is not None
        compiled = compile_deck(source, Look(), workspace, collector, fit_report=True)
        assert compiled.laid_out is not None
        slides = compiled.laid_out.slides
        assert (len(slides), collector.sorted()) == (3, []), text
        assert all(fit.font_scale == 1 for slide in slides for fit in slide.fits), text


def test_labels_have_none_since_a_diagram_is_drawn_anew_for_longer_ones() -> None:
    found = rooms("## A\n\n```mermaid\nflowchart LR\nA[Alpha node] --> B[Beta node]\n```\n")
    assert found["Alpha node"] is None


def test_markup_takes_no_room() -> None:
    plain, marked = (known(f"## A\n\n{text}\n", text)[0] for text in ("Bold text", "**Bold** text"))
    assert marked == plain + 4


def test_a_full_slide_and_one_that_goes_on_have_none_but_for_the_title() -> None:
    found = rooms("## A title\n\n" + "".join(f"- Item {number}\n" for number in "abcdefghijklmnopqrstuvwxyz"))
    assert found["Item a"] is None
    assert found["A title"] is not None


def test_ideographs_are_as_wide_as_they_are_high() -> None:
    (latin,) = known("## A\n\nabc\n", "abc")
    (han,) = known("---\nlanguage: zh\n---\n## A\n\n云计算\n", "云计算")
    assert han < latin * 0.6
