"""A short run of the fuzzer, what longer ones found, and bytes that Hypothesis draws."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.diagnostics import Collector
from deckbuild.pipeline import build_deck
from deckbuild.project import read_project
from deckbuild.workspace import MemoryWorkspace
from tests.exploring import examples
from tests.fuzz.files import make_project
from tests.fuzz.mutate import make_input, read_seeds
from tests.fuzz.run import try_build, try_project

SEEDS = read_seeds()
FOUND = sorted((Path(__file__).parent / "found").iterdir())


@pytest.mark.parametrize("block", range(10))
def test_spoilt_decks_are_built_or_refused_in_time(block: int) -> None:
    numbers = range(30 * block, 30 * block + 30)
    wrong = {number: try_build(make_input(SEEDS, 7, number))[1] for number in numbers}
    assert {number: said for number, said in wrong.items() if said} == {}


@pytest.mark.parametrize("block", range(4))
def test_projects_with_a_spoilt_file_are_built_or_refused_in_time(block: int) -> None:
    numbers = range(30 * block, 30 * block + 30)
    wrong = {number: try_project(make_project(7, number))[1] for number in numbers}
    assert {number: said for number, said in wrong.items() if said} == {}


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_what_was_found_before_does_not_come_again(path: Path) -> None:
    assert try_build(path.read_bytes().decode("utf-8", "surrogatepass"))[1] == ""


DECK = b"## T\n\n![](p.png)\n\n![](s.svg)\n\n![](t.csv)\n\n::: notes {include=n.md}\n:::\n"
NAMES = ("t.md", "deckbuild.toml", "p.png", "s.svg", "t.csv", "n.md", "assets/brands/a/brand.toml")
BEGINNINGS = (
    b"",
    b"---\ntitle: ",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF89a",
    b"<svg ",
    b"[deck]\n",
    b"a,b\n",
)


@settings(max_examples=examples(200))
@given(st.sampled_from(NAMES), st.sampled_from(BEGINNINGS), st.binary(max_size=200))
def test_any_bytes_in_any_file_raise_nothing(name: str, beginning: bytes, data: bytes) -> None:
    files = {"t.md": DECK, "deckbuild.toml": b'[deck]\nbrand = "a"\n', name: beginning + data}
    workspace, collector = MemoryWorkspace(files), Collector()
    build_deck(workspace, "t.md", "out.pptx", read_project(workspace, collector), None, collector)


@settings(max_examples=examples(300))
@given(st.text(max_size=300))
def test_any_text_is_built(text: str) -> None:
    assert try_build("## T\n\n" + text)[1] == ""
