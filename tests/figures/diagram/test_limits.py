"""No text makes reading slow or raise: 100 KB of the worst kinds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ...exploring import examples
from .outline import read

SIZE = 100_000
FLOW, SEQUENCE = "flowchart LR\n", "sequenceDiagram\n"


def _fill(text: str) -> str:
    return (text * (SIZE // len(text) + 1))[:SIZE]


TEXTS = {
    "a row of dashes": f"{FLOW}A {'-' * SIZE}",
    "a row of dots": f"{FLOW}A -. {'.' * SIZE}",
    "blanks in a label": f"{FLOW}A -- {' ' * SIZE}x",
    "blanks behind a node": f"{FLOW}A{' ' * SIZE}x",
    "line feeds": f"{FLOW}A{chr(10) * SIZE}B",
    "open brackets": FLOW + _fill("a[\n"),
    "open quotes": FLOW + _fill('a["'),
    "many joined": FLOW + _fill("a & b --> "),
    "many nodes": FLOW + "\n".join(f"a{number}[x] --> b{number}" for number in range(6000)),
    "open subgraphs": FLOW + _fill("subgraph x\n"),
    "nested subgraphs": FLOW + "".join(f"subgraph s{number}\n" for number in range(4000)) + "end\n" * 4000,
    "open data": f"{FLOW}A@{{{_fill('a: b, ')}",
    "directives": _fill("%%{init"),
    "front matter": "---\n" + _fill("a: b\n"),
    "styles": f"{FLOW}A\nstyle A {_fill('fill:(')}",
    "entities": f'{FLOW}A["{_fill("#quot;")}"]',
    "stars": f'{FLOW}A["`{_fill("*a ")}`"]',
    "messages": SEQUENCE + _fill("A->>B: x\n"),
    "open frames": SEQUENCE + _fill("loop x\n"),
    "hashes": SEQUENCE + _fill("#"),
    "blanks in a participant": f"{SEQUENCE}participant A{' ' * SIZE}x",
    "blanks in a note": f"{SEQUENCE}note over A{' ' * SIZE}x",
    "participants": SEQUENCE + "\n".join(f"participant p{number}" for number in range(6000)),
    "zeros": "\0" * SIZE,
}


@pytest.mark.parametrize("case", TEXTS)
def test_reading_takes_less_than_a_second(case: str) -> None:
    start = time.process_time()
    read(TEXTS[case])
    assert time.process_time() - start < 1


def test_sixty_nodes_are_read_in_a_fraction_of_what_drawing_them_may_take() -> None:
    text = FLOW + "\n".join(
        f'n{number}["Node {number}"] -->|label| n{number * 7 % 60}' for number in range(60)
    )
    read(text)
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 0.1


PIECES = st.sampled_from([
    "a", "b[x]", "-->", "--", "|y|", "&", "\n", " ", ";", "subgraph ", "end", "@{", "}", "\"",
    "(", "]", ":::c", "style a ", "class ", "%%", "%%{", "e@", "-.->", "direction LR", "->>",
    ": x", "loop ", "alt", "else", "note over ", "participant ", "as ", "box", "activate ",
    "+", "#", "#quot;", "<br>", "---", "accDescr {",
])  # fmt: skip


@settings(max_examples=examples(200))
@given(st.sampled_from([FLOW, SEQUENCE, ""]), st.lists(PIECES, max_size=40))
def test_nothing_raises(first: str, pieces: list[str]) -> None:
    diagram, collector = read(first + "".join(pieces))
    assert (diagram is None) == collector.has_errors
