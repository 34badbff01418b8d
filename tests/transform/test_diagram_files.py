"""Diagrams in files of their own, so that slides can share one."""

from __future__ import annotations

from deckbuild.model import Figure
from tests.transform.test_deck import transform

FILES: dict[str, str | bytes] = {"content/deck/a.mmd": "flowchart LR\n  A --> B"}


def test_a_picture_whose_path_ends_in_mmd_is_a_diagram_with_the_places_of_its_file() -> None:
    deck, collector = transform('## T\n\n![Two boxes](a.mmd "Caption"){steps=slides}\n', FILES)
    (figure,) = deck.slides[0].blocks
    assert isinstance(figure, Figure)
    assert (figure.kind, figure.alt, figure.file) == ("diagram", "Two boxes", "a.mmd")
    assert figure.text == "flowchart LR\n  A --> B"
    assert [str(place) for place in figure.places] == ["content/deck/a.mmd:1:1", "content/deck/a.mmd:2:1"]
    assert figure.options == (("steps", ""),)
    assert not collector.sorted()


def test_slides_share_a_diagram() -> None:
    deck, _ = transform("## T\n\n![](a.mmd)\n\n## U\n\n![](a.mmd){steps}\n", FILES)
    first, second = (slide.blocks[0] for slide in deck.slides)
    assert isinstance(first, Figure)
    assert isinstance(second, Figure)
    assert first.text == second.text
    assert (first.options, second.options) == ((), (("steps", ""),))


def test_a_file_that_is_not_there_is_said_where_it_is_named() -> None:
    _, collector = transform("## T\n\n![](b.mmd)\n", FILES)
    assert [(str(found.span), found.code) for found in collector.sorted()] == [
        ("content/deck/a.md:3:1", "file-unreadable")
    ]


def test_steps_have_two_ways() -> None:
    _, collector = transform(
        "## T\n\n![](a.mmd){steps=often}\n\n```diagram {steps}\nflowchart LR\nA\n```\n", FILES
    )
    assert [(str(found.span), found.code) for found in collector.sorted()] == [
        ("content/deck/a.md:3:12", "attribute-value")
    ]
