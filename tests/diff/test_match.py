"""Which slide is which: any edits of a deck of slides are found again."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from deckbuild.diff.compare import compare_decks
from deckbuild.diff.facts import Deck, Paragraph, Run, Slide
from deckbuild.diff.match import find_moved_pairs

WORDS = ("apple", "birch", "cedar", "daisy", "elder", "fern", "grass", "hazel", "ivy", "juniper")

Script = tuple[list[tuple[int, int]], list[tuple[int, int]]]
"""A deck before and after: each slide by its key and edition."""


def make_slide(key: int, edition: int = 0) -> Slide:
    """Return a slide that is unlike those of other keys, and a little like its other editions."""
    own = [f"{word}{key}" for word in WORDS]
    words = " ".join([*own, f"edition {edition}"] if edition else own)
    return Slide(0, (Run(f"Title {own[key % 10]}"),), (Paragraph((Run(words),)),))


def make_deck(slides: Sequence[Slide]) -> Deck:
    numbered = (slide._replace(number=number) for number, slide in enumerate(slides, 1))
    return Deck((100, 100), tuple(numbered), "")


@st.composite
def edit_scripts(draw: st.DrawFn) -> Script:
    """Draw a deck before and after: slides by key and edition; keys are unique on each side."""
    before = draw(st.permutations(range(draw(st.integers(0, 12)))))
    after = [key for key in before if draw(st.integers(0, 5))]
    for key in range(100, 100 + draw(st.integers(0, 3))):
        after.insert(draw(st.integers(0, len(after))), key)
    for _ in range(draw(st.integers(0, 2))):
        if after:
            after.insert(
                draw(st.integers(0, len(after) - 1)), after.pop(draw(st.integers(0, len(after) - 1)))
            )
    editions = [(key, int(key < 100 and not draw(st.integers(0, 3)))) for key in after]
    return [(key, 0) for key in before], editions


@given(edit_scripts())
def test_what_is_reported_is_what_was_done(
    script: Script,
) -> None:
    before, after = script
    diff = compare_decks(
        "deck",
        make_deck([make_slide(*each) for each in before]),
        make_deck([make_slide(*each) for each in after]),
    )
    old_keys, new_keys = [key for key, _ in before], [key for key, _ in after]
    told = {status: set[int]() for status in ("added", "removed", "changed", "same")}
    moved = set()
    for slide in diff.slides:
        key = (
            new_keys[slide.new.number - 1]
            if slide.new
            else old_keys[slide.old.number - 1]
            if slide.old
            else -1
        )
        told[slide.status].add(key)
        moved |= {key} if slide.is_moved else set()
    assert told["added"] == set(new_keys) - set(old_keys)
    assert told["removed"] == set(old_keys) - set(new_keys)
    assert told["changed"] == {key for key, edition in after if edition}
    staying = [key for key in new_keys if key in old_keys and key not in moved]
    assert staying == sorted(staying, key=old_keys.index), "what is not told as moved is in its old order"


@given(edit_scripts())
def test_nothing_is_reported_of_a_deck_and_itself(
    script: Script,
) -> None:
    deck = make_deck([make_slide(*each) for each in script[1]])
    assert compare_decks("deck", deck, deck).status == "same"


@given(edit_scripts())
def test_the_other_way_round_all_is_mirrored(
    script: Script,
) -> None:
    old, new = (make_deck([make_slide(*each) for each in side]) for side in script)
    there, back = compare_decks("deck", old, new), compare_decks("deck", new, old)
    mirrored = {"added": "removed", "removed": "added"}

    def tell(status: str, slide: object) -> tuple[str, int, int]:
        numbers = (getattr(getattr(slide, side), "number", 0) for side in ("old", "new"))
        first, second = numbers
        return status, first, second

    forth = {tell(slide.status, slide) for slide in there.slides if slide.status != "same"}
    backward = {tell(mirrored.get(s.status, s.status), s) for s in back.slides if s.status != "same"}
    assert forth == {(status, second, first) for status, first, second in backward}
    assert sum(slide.is_moved for slide in there.slides) == sum(slide.is_moved for slide in back.slides)


@given(st.permutations(range(9)))
def test_the_fewest_slides_are_told_as_moved(order: Sequence[int]) -> None:
    """As many stay as the longest rising part of the order has, found here by trying all parts."""
    moved = find_moved_pairs(list(enumerate(order)))
    staying = [place for number, place in enumerate(order) if number not in moved]
    assert staying == sorted(staying)
    longest = max(
        len(part)
        for bits in range(1, 2 ** len(order))
        if (part := [place for number, place in enumerate(order) if bits >> number & 1]) == sorted(part)
    )
    assert len(staying) == longest


def test_equal_slides_are_paired_one_to_one() -> None:
    """Of slides that are the same, as many are told as came or went."""
    breaks = make_slide(1)
    three = make_deck([breaks, make_slide(2), breaks, make_slide(3), breaks])
    two = make_deck([breaks, make_slide(2), make_slide(3), breaks])
    diff = compare_decks("deck", three, two)
    assert [(slide.status, slide.old.number if slide.old else 0) for slide in diff.slides] == [("removed", 3)]
    assert [slide.status for slide in compare_decks("deck", two, three).slides] == ["added"]
