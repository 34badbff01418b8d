"""Flowcharts: small Mermaid in, nodes, edges and subgraphs out."""

from __future__ import annotations

from textwrap import dedent

import pytest

from deckbuild.figures.diagram import Flowchart

from .outline import outline, read

CASES = {
    "a node is made where it is first mentioned, and may be described later": (
        """\
        flowchart TD
        A --> B
        B[Later]
        """,
        """\
        flowchart TB
          A rectangle
          B rectangle 'Later'
          A --> B""",
    ),
    "every bracket has its shape": (
        """\
        graph LR
        a[A] & b(B) & c([C]) & d[[D]] & e[(E)] & f((F)) & g(((G)))
        h>H] & i{I} & j{{J}} & k[/K/] & l[\\L\\] & m[/M\\] & n[\\N/]
        """,
        """\
        flowchart LR
          a rectangle 'A'
          b rounded 'B'
          c stadium 'C'
          d subroutine 'D'
          e cylinder 'E'
          f circle 'F'
          g double-circle 'G'
          h asymmetric 'H'
          i rhombus 'I'
          j hexagon 'J'
          k lean-right 'K'
          l lean-left 'L'
          m trapezoid 'M'
          n inverted-trapezoid 'N'""",
    ),
    "shapes have names as well; one that is not drawn is drawn as the nearest": (
        """\
        flowchart
        a@{ shape: decision, label: "Go?" } --> b@{ shape: notch-rect }
        """,
        """\
        flowchart TB
          a rhombus 'Go?'
          b rectangle
          a --> b
        ! 2:52 diagram-ignored""",
    ),
    "labels lose their quotes and markup and keep their lines": (
        """\
        flowchart LR
        a["f(x) [1]"] --> b["one<br>two"] --> c["#quot;A#quot; #9829; &amp; #35;"]
        d["`**bold** and
           plain`"]
        """,
        """\
        flowchart LR
          a rectangle 'f(x) [1]'
          b rectangle 'one\\ntwo'
          c rectangle '"A" ♥ & #'
          d rectangle 'bold and\\nplain'
          a --> b
          b --> c
        ! 3:4 diagram-ignored""",
    ),
    "edges have lines, ends, lengths and labels": (
        """\
        flowchart LR
        a --> b --- c -.-> d ==> e ~~~ f
        a --o b --x c <--> d o--o e x--x f
        a ----> b -..- c ==== d
        a -->|one| b -- two --> c -. three .-> d == four === e
        a <-- both --> b -->|"a | b"| c
        """,
        """\
        flowchart LR
          a rectangle
          b rectangle
          c rectangle
          d rectangle
          e rectangle
          f rectangle
          a --> b
          b -- c
          c -.-> d
          d ==> e
          e ~~ f
          a --o b
          b --x c
          c <--> d
          d o--o e
          e x--x f
          a --> b (3)
          b -.- c (2)
          c == d (2)
          a --> b 'one'
          b --> c 'two'
          c -.-> d 'three'
          d == e 'four'
          a <--> b 'both'
          b --> c 'a | b'""",
    ),
    "& joins all with all, and a line may break at an arrow": (
        """\
        flowchart LR
        a & b
          --> c & d
        """,
        """\
        flowchart LR
          a rectangle
          b rectangle
          c rectangle
          d rectangle
          a --> c
          a --> d
          b --> c
          b --> d""",
    ),
    "ids may have dashes, dots and letters of any script": (
        """\
        flowchart LR
        nova-api --> v2.1 --> 日本; x_1-->Ä
        """,
        """\
        flowchart LR
          nova-api rectangle
          v2.1 rectangle
          日本 rectangle
          x_1 rectangle
          Ä rectangle
          nova-api --> v2.1
          v2.1 --> 日本
          x_1 --> Ä""",
    ),
    "a subgraph holds what it mentions, unless an earlier one does": (
        """\
        flowchart TB
        subgraph one [First]
          direction LR
          a --> b
          subgraph inner
            c
          end
        end
        subgraph "Two words"
          a --> d
        end
        one --> d
        """,
        """\
        flowchart TB
          subgraph one 'First' LR
            a rectangle
            b rectangle
            subgraph inner
              c rectangle
          subgraph subGraph2 'Two words'
            d rectangle
          a --> b
          a --> d
          one --> d""",
    ),
    "styles come from the default class, then classes, then the part's own": (
        """\
        flowchart LR
        classDef default stroke:#333
        classDef hot,warm fill:#f96,stroke-width:4px
        a:::hot --> b
        b --> c
        class b,c warm
        style c fill:navy,color:white,stroke-dasharray: 5 5
        linkStyle default stroke:grey
        linkStyle 1 stroke:rgb(255, 0, 0)
        subgraph s
        end
        style s fill:accent1 lighter 60
        """,
        """\
        flowchart LR
          a rectangle fill=FF9966 line=333333 weight=3.0
          b rectangle fill=FF9966 line=333333 weight=3.0
          c rectangle fill=000080 line=333333 text=FFFFFF dashed=True weight=3.0
          subgraph s fill=accent1 lighter 60
          a --> b line=808080
          b --> c line=FF0000""",
    ),
    "an edge with an id can be styled and put into a step": (
        """\
        flowchart LR
        a e1@--> b
        e1@{ step: 2 }
        class e1 hot
        classDef hot stroke:red
        """,
        """\
        flowchart LR
          a rectangle
          b rectangle
          a --> b line=FF0000 @2""",
    ),
    "nodes link to pages and slides": (
        """\
        flowchart LR
        a --> b
        click a "https://example.org" "More"
        click b href "#rest-api" _blank
        """,
        """\
        flowchart LR
          a rectangle -> https://example.org 'More'
          b rectangle -> #rest-api
          a --> b""",
    ),
    "a step line puts what follows it into a build step": (
        """\
        flowchart LR
        a --> b
        %% step 1
        b --> c
        %% an ordinary comment
        %% step
        c --> a
        subgraph s
        d@{ step: 4 }
        end
        """,
        """\
        flowchart LR
          a rectangle
          b rectangle
          c rectangle @1
          subgraph s @2
            d rectangle @4
          a --> b
          b --> c @1
          c --> a @2""",
    ),
    "front matter gives the title; what it and directives say about looks is ignored": (
        """\
        ---
        title: "My title"
        config:
          theme: dark
        ---
        %%{init: {"theme": "dark"}}%%
        flowchart LR; a-->b;
        """,
        """\
        flowchart LR 'My title'
          a rectangle
          b rectangle
          a --> b
        ! 3:1 diagram-ignored
        ! 6:1 diagram-ignored""",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_flowchart(case: str) -> None:
    source, expected = CASES[case]
    assert outline(source) == dedent(expected)


def test_the_description_is_for_alternative_text() -> None:
    diagram, _ = read("flowchart LR\naccTitle: A shop\naccDescr {\n  Three layers,\n  one door\n}\na --> b")
    assert isinstance(diagram, Flowchart)
    assert diagram.description == "A shop Three layers, one door"
    assert [node.id for node in diagram.nodes] == ["a", "b"]


def test_parts_know_where_they_were_written() -> None:
    diagram, _ = read("flowchart LR\n  a --> b\n  subgraph s\n    c\n  end")
    assert isinstance(diagram, Flowchart)
    spans = [node.span for node in diagram.nodes]
    spans += [edge.span for edge in diagram.edges]
    spans += [subgraph.span for subgraph in diagram.subgraphs]
    assert [str(span) for span in spans] == [
        "a.mmd:2:3",
        "a.mmd:2:9",
        "a.mmd:4:5",
        "a.mmd:2:5",
        "a.mmd:3:3",
    ]
