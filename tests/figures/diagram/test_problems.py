"""What is wrong in a diagram is said with its line and column, and what to do."""

from __future__ import annotations

import pytest

from .outline import messages, outline

FLOW = "flowchart LR\n"

ERRORS = {
    "": "1:1 The diagram has no text.",
    "flowchart LR": "1:1 The diagram has no nodes. Write `A --> B`.",
    "gantt\ntitle x": (
        "1:1 `gantt` is not drawn: flowcharts and sequence diagrams are."
        " Draw it as a flowchart, or use a picture."
    ),
    "flowcart LR\na": "1:1 `flowcart` is no kind of diagram. Begin with `flowchart LR` or `sequenceDiagram`.",
    "flowchart XY\na": "1:11 `XY` is no direction. Write `TB`, `BT`, `LR` or `RL`, and a new line.",
    "flowchart LR\na[Nova (compute)]": (
        '2:8 `(` cannot stand in the label `Nova`, where `]` is awaited. Put it in quotes: `["…"]`.'
    ),
    "flowchart LR\na[text\nb": "2:2 `[` is not closed. Write `]` behind the label.",
    "flowchart LR\na [text]": "2:3 `[text]` cannot stand here. Write the bracket right behind the id.",
    "flowchart LR\na -->": "2:3 An edge leads nowhere. Name a node behind it.",
    "flowchart LR\na -- text b": (
        "2:3 No arrow ends the label that begins behind `--`. Write `-- label -->`, or `-->|label|`."
    ),
    "flowchart LR\na --> end": (
        "2:7 `end` closes a subgraph, so it cannot name a node. Give the node another id, such as `End`."
    ),
    "flowchart LR\na --> b %% no": (
        "2:9 `%% no` cannot stand here."
        " End a statement with `;` or a new line; a comment, `%%`, has a line of its own."
    ),
    "flowchart LR\nsubgraph s\na": "2:1 The subgraph `s` is not closed. Write `end` on a line of its own.",
    "flowchart LR\na\nend": "3:1 `end` closes no subgraph. Delete it.",
    "flowchart LR\na@{ shape: dimond }": "2:12 There is no shape `dimond`. Did you mean `diamond`?",
    "flowchart LR\na@{ shape }": (
        '2:5 `shape }` is no `key: value`. Write `id@{ shape: diamond, label: "text" }`.'
    ),
    "flowchart LR\nsubgraph a\nb\nend\nsubgraph b\na\nend": (
        "6:1 The subgraph `a` would be inside itself. Take it out of the inner one."
    ),
    "flowchart LR\nsubgraph a\na --> b\nend": (
        "3:1 The subgraph `a` would be inside itself. Take it out of the inner one."
    ),
    "flowchart LR\na --> b\nlinkStyle 3 stroke:red": "3:11 There is no edge 3: they are counted from 0 to 0.",
    "flowchart LR\na\nstyle a": "3:1 `style a` is malformed. Write `style A fill:#f96,stroke:#333`.",
    "sequenceDiagram\nA->>B": "2:6 A message needs a text. Write `: text` behind it.",
    "sequenceDiagram\nfoo": "2:1 `foo` is no statement of a sequence diagram. Write `A->>B: text`.",
    "sequenceDiagram\nloop x\nA->>B: y": "2:1 `loop` is not closed. Write `end` on a line of its own.",
    "sequenceDiagram\nA->>B: x\nelse y": (
        "3:1 `else` stands only in `alt`. Write `alt` before it, or `end` what is open."
    ),
    "sequenceDiagram\nA->>-B: x": (
        "2:1 `A` is not active, so it cannot be deactivated. Write `activate A` before it, or `->>+A`."
    ),
}


@pytest.mark.parametrize("text", ERRORS)
def test_an_error_says_where_and_what_to_do(text: str) -> None:
    assert messages(text) == [ERRORS[text]]


@pytest.mark.parametrize("text", ERRORS)
def test_after_an_error_there_is_no_diagram(text: str) -> None:
    assert outline(text).startswith("! ")


def test_all_errors_are_found_in_one_run() -> None:
    assert messages("flowchart LR\na -->;\nb[\nc --> d\ne@{ shape: box }") == [
        "2:3 An edge leads nowhere. Name a node behind it.",
        "3:2 `[` is not closed. Write `]` behind the label.",
        "5:12 There is no shape `box`. Shapes are listed in docs/diagrams.md.",
    ]


UNSUPPORTED = {
    "flowchart LR\na\nclick a call show()": (
        '3:1 A click that calls a function is not supported. Link to a page: `click A "https://…"`.'
    ),
    'flowchart LR\na@{ img: "x.png" }': (
        "2:5 `img` of a node is not supported. Known are shape, label and step."
    ),
    "flowchart LR\na[fa:fa-car Drive]": "2:3 The icon in `fa:fa-car Drive` is left out. Use a picture.",
    "sequenceDiagram\nA->>B: x\ncreate participant C": (
        "3:1 `C` is drawn from the top: creating participants is not supported."
    ),
    "sequenceDiagram\nparticipant A\nlinks A: {}": "3:1 `links` of a participant is not supported.",
}


@pytest.mark.parametrize("text", UNSUPPORTED)
def test_what_is_not_supported_is_said_and_the_rest_is_drawn(text: str) -> None:
    assert messages(text) == [UNSUPPORTED[text]]
    assert outline(text).startswith(("flowchart", "sequence"))


def test_a_link_that_would_run_code_is_not_written() -> None:
    assert outline('flowchart LR\na\nclick a "javascript:alert(1)"') == (
        "flowchart LR\n  a rectangle\n! 3:10 link-unsafe"
    )


def test_more_than_a_slide_can_hold_is_drawn_and_said() -> None:
    """``diagram-too-large`` is a warning: the diagram is still there."""
    many = "flowchart LR\n" + "\n".join(f"n{number}" for number in range(41))
    assert messages(many) == ["1:1 A diagram of 41 nodes cannot be read on one slide. Make two slides of it."]


TOO_BIG = {
    "302:1": FLOW + "\n".join(f"n{number}" for number in range(301)),
    "2:139": FLOW + " & ".join(f"a{n}" for n in range(25)) + " --> " + " & ".join(f"b{n}" for n in range(25)),
    "14:1": FLOW + "".join(f"subgraph s{number}\n" for number in range(13)) + "end\n" * 13,
}


@pytest.mark.parametrize("where", TOO_BIG)
def test_more_than_can_be_drawn_is_an_error(where: str) -> None:
    assert f"! {where} diagram-limit" in outline(TOO_BIG[where]).split("\n")
