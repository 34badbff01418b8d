"""Sequence diagrams: small Mermaid in, participants and what happens between them out."""

from __future__ import annotations

from textwrap import dedent

import pytest

from .outline import outline

CASES = {
    "participants stand in the order in which they are mentioned": (
        """\
        sequenceDiagram
        actor U as User<br>(at home)
        participant S
        U->>S: hello
        S-->>Web Shop: and on
        """,
        """\
        sequence
          actor U 'User\\n(at home)'
          participant S
          participant Web Shop
          U --> S: 'hello'
          S -.-> Web Shop: 'and on'""",
    ),
    "every arrow has its line and ends": (
        """\
        sequenceDiagram
        A->B: 1
        A-->B: 2
        A->>B: 3
        A-->>B: 4
        A-xB: 5
        A--xB: 6
        A-)B: 7
        A--)B: 8
        A<<->>B: 9
        A<<-->>B: 10
        """,
        """\
        sequence
          participant A
          participant B
          A -- B: '1'
          A -.- B: '2'
          A --> B: '3'
          A -.-> B: '4'
          A --x B: '5'
          A -.-x B: '6'
          A --) B: '7'
          A -.-) B: '8'
          A <--> B: '9'
          A <-.-> B: '10'""",
    ),
    "boxes group participants": (
        """\
        sequenceDiagram
        box Purple The crew
          participant A
          actor B
        end
        box Harbour
          participant C
        end
        A->>C: hello
        """,
        """\
        sequence
          participant A in 'The crew'
          actor B in 'The crew'
          participant C in 'Harbour'
          A --> C: 'hello'
        ! 2:1 diagram-ignored""",
    ),
    "plus begins the receiver's work, minus ends the sender's": (
        """\
        sequenceDiagram
        A->>+B: do
        B-->>-A: done
        activate A
        deactivate A
        """,
        """\
        sequence
          participant A
          participant B
          A --> B: 'do'
          B begins
          B -.-> A: 'done'
          B ends
          A begins
          A ends""",
    ),
    "notes stand over or beside": (
        """\
        sequenceDiagram
        Note left of A: one
        note right of B: two; Note over A,B: three<br/>four
        """,
        """\
        sequence
          participant A
          participant B
          note left A: 'one'
          note right B: 'two'
          note over A, B: 'three\\nfour'""",
    ),
    "frames nest and have sections": (
        """\
        sequenceDiagram
        loop each day
          alt fine
            A->>B: 1
          else ill
            opt
              A->>B: 2
            end
          end
        end
        par first
          A->>B: 3
        and second
          B->>A: 4
        end
        critical book
          A->>B: 5
        option no line
          A->>A: 6
        end
        break too late
          A->>B: 7
        end
        rect rgb(0, 128, 255)
          A->>B: 8
        end
        """,
        """\
        sequence
          participant A
          participant B
          loop 'each day'
            alt 'fine'
              A --> B: '1'
            | 'ill'
              opt
                A --> B: '2'
          par 'first'
            A --> B: '3'
          | 'second'
            B --> A: '4'
          critical 'book'
            A --> B: '5'
          | 'no line'
            A --> A: '6'
          break 'too late'
            A --> B: '7'
          rect 0080FF
            A --> B: '8'""",
    ),
    "messages are numbered from where it says so": (
        """\
        sequenceDiagram
        A->>B: plain
        autonumber 10 5
        A->>B: ten
        A->>B: fifteen
        autonumber off
        A->>B: plain
        """,
        """\
        sequence
          participant A
          participant B
          A --> B: 'plain'
          10. A --> B: 'ten'
          15. A --> B: 'fifteen'
          A --> B: 'plain'""",
    ),
    "entities, comments, titles and steps": (
        """\
        sequenceDiagram
        title: Renting
        # nobody sees this
        A->>B: #9829; # nor this
        %% step 1
        loop
          B->>A: again
        end
        """,
        """\
        sequence 'Renting'
          participant A
          participant B
          A --> B: '♥'
          loop @1
            B --> A: 'again' @1""",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_sequence(case: str) -> None:
    source, expected = CASES[case]
    assert outline(source) == dedent(expected)
