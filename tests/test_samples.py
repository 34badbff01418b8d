"""Decks that others wrote for pandoc: each is built, and no word of it is lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pytest
from pptx import Presentation

from deckbuild import build
from deckbuild.diagnostics import Collector
from deckbuild.markdown import read_slides
from deckbuild.model import Code, CodeBlock, Figure, Text, walk
from deckbuild.project.front_matter import split_front_matter
from deckbuild.source import SourceFile

SAMPLES = Path(__file__).parents[2] / "shared" / "samples" / "decks" / "pandoc-hpc-python" / "docs"
NAMES = ("00-overview.md", "01-numpy-basics.md", "05-cython.md", "07-mpi4py.md")
FOOTER = ".//p:ph[@type='ftr' or @type='sldNum' or @type='dt']"


def words(texts: Iterable[str]) -> Counter[str]:
    """Count letters and digits rather than words: a line that is divided divides a word too."""
    return Counter(re.findall(r"\w", "".join(texts)))


def words_in(path: Path) -> Counter[str]:
    source, _ = split_front_matter(SourceFile(path.name, path.read_text(encoding="utf-8")))
    nodes = walk(read_slides([source], Collector()))
    return words(node.text for node in nodes if isinstance(node, Text | Code | CodeBlock | Figure))


def words_out(path: Path) -> Counter[str]:
    slides = Presentation(str(path)).slides
    trees = chain(
        (slide._element for slide in slides),
        (slide.notes_slide._element for slide in slides if slide.has_notes_slide),
    )
    shapes = (shape for tree in trees for shape in tree.xpath("./p:cSld/p:spTree/*"))
    return words(text for shape in shapes if not shape.xpath(FOOTER) for text in shape.xpath(".//a:t/text()"))


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample decks are not here")
@pytest.mark.parametrize("name", NAMES)
def test_no_text_of_a_pandoc_deck_is_lost(name: str, tmp_path: Path) -> None:
    built = build(SAMPLES / name, tmp_path / "out.pptx")
    assert built.path is not None
    assert words_in(SAMPLES / name) - words_out(tmp_path / "out.pptx") == Counter()
