"""What the room promises for whole decks: several files, included files, nothing lost, nothing raised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.diagnostics import Collector
from deckbuild.markdown import read_blocks, read_inlines, read_notes, read_slides
from deckbuild.model import walk
from deckbuild.source import SourceFile, Span

from ..exploring import examples
from . import outline

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "decks" / "pandoc-hpc-python"


def test_files_follow_each_other() -> None:
    assert outline.deck("# One\n\n## Two\n\ntext\n", "goes on\n\n## Three\n") == (
        "section One #one\nslide Two #two\n  p text\n  p goes on\nslide Three #three"
    )


def test_link_definitions_belong_to_their_file() -> None:
    assert outline.deck("## A\n\n[x]\n\n[x]: y\n", "## B\n\n[x]\n") == (
        "slide A #a\n  p <a:x -> y>\nslide B #b\n  p [x]"
    )


def test_duplicate_ids_are_found_across_files() -> None:
    assert outline.deck("## A {#x}\n", "## B {#x}\n").endswith(
        "! 1:1 slide-id-duplicate: The slide id `x` is already that of the slide at a.md:1:1."
    )


def test_an_empty_file_has_no_slides() -> None:
    assert outline.deck("") == ""
    assert outline.deck("\n<!-- nothing -->\n") == ""


def test_included_notes() -> None:
    source = SourceFile("notes.md", "# Head\n\ntext[^1]\n\n---\n\n::: notes\nmore\n:::\n\n[^1]: foot\n")
    blocks, footnotes = read_notes(source, Collector())
    assert outline.blocks(blocks) == ["h1 Head", "p text<note:1>", "rule", "p more"]
    assert [footnote.label for footnote in footnotes] == ["1"]
    assert read_blocks(source, Collector()) == blocks


def test_a_title_from_settings() -> None:
    inlines = read_inlines("The *Android* of the `cloud`", Span("deck.toml", 1, 1), Collector())
    assert outline.inlines(inlines) == "The <i:Android> of the <code:cloud>"


def test_reading_again_gives_the_same() -> None:
    text = "## A\n\n[x] ^[n] `unclosed\n\n[x]: y\n"
    assert outline.deck(text) == outline.deck(text)


INLINE_MARKS = r"""* ** _ ` `` ~ ~~ ^ == [ ] ]( ![ ) ( { } {.a} {#i} {width=40%} <b> </b> <br> <x> <div>
</div> &amp; :tada: https://a.b/ | || ^^ << \ - 1. > # ## ### [^1] [^1]: ^[ $ 中 … % = + <a> </a> — --"""
SPACES = ["\n", "\n", "\n\n", "\n\n", "  \n", " ", "    ", "\t", "\r\n", "\u3000", "\x0b"]
LINES = ["---", "***", "```", "::: notes", ":::", "::: columns", "::: column", "::: cards", "::: no",
         "| a | b |\n|---|---|", "Table: ", ": ", "- [ ] "]  # fmt: skip
PIECES = st.sampled_from([*INLINE_MARKS.split(), *SPACES, *(f"\n{line}\n" for line in LINES)])


@settings(max_examples=examples(300))
@given(st.lists(st.one_of(PIECES, st.just("WORD"), st.just("WORD ")), max_size=60))
def test_no_word_is_ever_lost(pieces: list[str]) -> None:
    """Words come out in the model, or a diagnostic names what became of them."""
    numbered = [piece.replace("WORD", f"w{number}x") for number, piece in enumerate(pieces)]
    text = "".join(numbered)
    slides, collector = outline.read(text)
    model = repr(slides)
    said = " ".join(found.message for found in collector.sorted())
    unknown = {found.span.start for found in collector.sorted() if found.code == "attribute-unknown"}
    for match in re.finditer(r"w\d+x", text):
        lost = match[0] not in model and match[0] not in said
        assert not lost or any(start <= match.start() for start in unknown), match[0]
    for node in walk(slides):
        span = getattr(node, "span", None)
        assert span is None or 0 <= span.start <= span.end <= len(text)


HOSTILE = {
    "emphasis": "*_" * 3000 + "a" + "_*" * 3000,
    "brackets": "[" * 5000 + "a" + "](b)" * 5000,
    "backticks": "".join("`" * length + " " for length in range(1, 300)),
    "tags": "<b><i>" * 3000 + "</b></i>" * 3000,
    "spans": "[a]{.b" * 5000,
    "URL": "https://a" + ")" * 10000,
    "quotations": "> " * 3000 + "a",
    "lists": "- " * 3000 + "a",
    "headings": "## " + "{a='" * 5000 + "}",
    "HTML": "<div>" + "<b>\n" * 5000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_end_soon_and_stay_flat(text: str) -> None:
    slides, _ = outline.read(text)
    assert len(repr(slides)) < 300 * len(text)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the sample decks are not here")
@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.md")), ids=lambda path: path.name)
def test_no_word_of_a_real_deck_is_lost(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    front = re.search(r"\n---\n.*?\n---\n", "\n" + text, re.DOTALL)
    start = front.end() - 1 if front and front.start() < 400 else 0
    collector = Collector()
    slides = read_slides([SourceFile(path.name, text, start)], collector)
    said = " ".join(found.message for found in collector.sorted())
    without_tags = re.sub(
        r"<!--.*?-->|</?(?:div|small|center|font|pre)\b[^>]*>", "", text[start:], flags=re.DOTALL
    )
    model = repr(slides)
    assert not [word for word in re.findall(r"\w+", without_tags) if word not in model and word not in said]
