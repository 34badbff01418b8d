"""Bringing a catalogue in step: what is found again, what is fuzzy, and that nothing is lost."""

from __future__ import annotations

import time

from deckbuild.i18n.catalogue import Catalogue, Entry
from deckbuild.i18n.merge import Merged, merge

from .sources import messages_of


def _catalogue(text: str) -> Catalogue:
    """A catalogue in which every text is translated as itself in capitals."""
    return Catalogue("de", tuple(Entry(message, message.text.upper()) for message in messages_of(text)))


def _merge(old: str, new: str, *keep: str) -> Merged:
    return merge(_catalogue(old), messages_of(new), keep)


def _shown(merged: Merged) -> list[tuple[str, str, str]]:
    marks = {(False, False): "", (True, False): "fuzzy", (False, True): "obsolete", (True, True): "obsolete"}
    return [
        (entry.message.text, entry.translation, marks[entry.is_fuzzy, entry.is_obsolete])
        for entry in merged.entries
    ]


def test_what_did_not_change_stays() -> None:
    merged = _merge("## A\n\nOne.", "## A\n\nOne.")
    assert _shown(merged) == [("A", "A", ""), ("One.", "ONE.", "")]
    assert merged.same == 2


def test_a_text_in_front_does_not_touch_those_behind_it() -> None:
    assert _shown(_merge("## A\n\nOne.", "## A\n\nNew thing.\n\nOne.")) == [
        ("A", "A", ""), ("New thing.", "", ""), ("One.", "ONE.", ""),
    ]  # fmt: skip


def test_a_changed_text_is_fuzzy_and_knows_what_it_was() -> None:
    merged = _merge("## A\n\nThe old text of this.", "## A\n\nThe new text of this.")
    entry = merged.entries[1]
    assert (entry.translation, entry.is_fuzzy) == ("THE OLD TEXT OF THIS.", True)
    assert entry.previous == ("paragraph:a", "The old text of this.")


def test_a_renamed_slide_makes_nothing_fuzzy_but_its_title() -> None:
    old = "## The first title\n\nOne.\n\n- Two"
    assert _shown(_merge(old, old.replace("title", "good title"))) == [
        ("The first good title", "THE FIRST TITLE", "fuzzy"), ("One.", "ONE.", ""), ("Two", "TWO", ""),
    ]  # fmt: skip


def test_each_old_translation_is_given_to_the_text_most_like_it() -> None:
    old = "## A\n\n- The quick brown fox\n- The quick brown dog"
    new = "## A\n\n- The quick brown dogs\n- The quick brown foxes"
    assert [found[1] for found in _shown(_merge(old, new))[1:]] == [
        "THE QUICK BROWN DOG", "THE QUICK BROWN FOX",
    ]  # fmt: skip


def test_what_is_gone_is_obsolete_and_comes_back() -> None:
    gone = _merge("## A\n\nSomething rare here.", "## A")
    assert _shown(gone) == [("A", "A", ""), ("Something rare here.", "SOMETHING RARE HERE.", "obsolete")]
    back = merge(Catalogue("de", gone.entries), messages_of("## A\n\nSomething rare here."))
    assert _shown(back) == [("A", "A", ""), ("Something rare here.", "SOMETHING RARE HERE.", "")]


def test_a_fuzzy_text_that_changes_again_keeps_what_was_translated() -> None:
    first = _merge("## A\n\nThe old text of this.", "## A\n\nThe new text of this.")
    second = merge(Catalogue("de", first.entries), messages_of("## A\n\nThe newest text of this."))
    assert second.entries[1].previous == ("paragraph:a", "The old text of this.")


def test_a_mended_slip_can_be_blessed() -> None:
    old, new = "## A\n\nTeh text of this.\n\nTeh other one.", "## A\n\nThe text of this.\n\nThe other one."
    merged = _merge(old, new, "The text")
    assert [found[2] for found in _shown(merged)] == ["", "", "fuzzy"]
    assert merged.kept == 1
    assert [found[2] for found in _shown(_merge(old, new, "paragraph:a"))] == ["", "", ""]


def test_a_deck_of_a_thousand_messages_is_merged_in_time() -> None:
    """Twenty languages in 10 s: half a second for each, of which files take the smaller part."""
    words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "pi"]

    def text(number: int, end: str) -> str:
        chosen = (words[(number * step + step) % len(words)] for step in range(1, 12))
        return f"{' '.join(chosen)} {number} {end}"

    old = "\n\n".join(text(number, "end") for number in range(1000))
    new = "\n\n".join(text(number, "end" if number % 10 else "changed") for number in range(1000))
    catalogue, messages = _catalogue(f"## A\n\n{old}"), messages_of(f"## A\n\n{new}")
    started = time.process_time()
    merged = merge(catalogue, messages)
    assert time.process_time() - started < 2
    assert (merged.same, merged.changed, merged.obsolete) == (901, 100, 0)


def test_a_new_text_without_a_translation_is_offered_one_that_turns_up_later() -> None:
    """As when an agency sends back what was made for the text of before."""
    old = _catalogue("## A\n\nThe old text of this.")
    empty = tuple(Entry(message) for message in messages_of("## A\n\nThe new text of this."))
    gone = old.entries[1]._replace(is_obsolete=True)
    merged = merge(Catalogue("de", (*empty, gone)), messages_of("## A\n\nThe new text of this."))
    assert _shown(merged) == [("A", "", ""), ("The new text of this.", "THE OLD TEXT OF THIS.", "fuzzy")]
    assert (merged.same, merged.changed, merged.obsolete) == (1, 1, 0)
