"""Every part of the model knows where it was written: its span cuts it out of the source again."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.markdown import read_inlines, read_slides
from deckbuild.model import walk
from deckbuild.model.walk import Node
from deckbuild.source import SourceFile, Span

DECK = """\
## Title {#id}

First paragraph
on two lines.

- item [link](x.html "t")
  - nested ![i](i.png)

    > quoted *text* https://a.b[^1]

| a | b |
|---|---|
| 1 | *x* |

![p](p.png "caption"){width=40%}

```py
code
```

::: columns
::: column
left
:::
:::

::: notes
said
:::

[^1]: note
"""


def parts(text: str, kind: str) -> list[str]:
    """Cut what the spans of all parts of one type enclose out of the source."""
    slides = read_slides([SourceFile("a.md", text)], Collector())
    nodes: list[Node] = [node for node in walk(slides) if type(node).__name__ == kind]
    return [text[node.span.start : node.span.end] for node in nodes]  # type: ignore[union-attr]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Slide", ["## Title {#id}"]),
        (
            "Paragraph",
            [
                "First paragraph\non two lines.",
                'item [link](x.html "t")',
                "nested ![i](i.png)",
                "quoted *text* https://a.b[^1]",
                "left",
                "note",
                "said",
            ],
        ),
        (
            "ListItem",
            [
                '- item [link](x.html "t")\n  - nested ![i](i.png)\n\n    > quoted *text* https://a.b[^1]',
                "- nested ![i](i.png)\n\n    > quoted *text* https://a.b[^1]",
            ],
        ),
        ("Link", ['[link](x.html "t")', "https://a.b"]),
        ("Image", ["![i](i.png)"]),
        ("Quotation", ["> quoted *text* https://a.b[^1]"]),
        ("FootnoteReference", ["[^1]"]),
        ("Table", ["| a | b |\n|---|---|\n| 1 | *x* |"]),
        ("TableCell", ["a", "b", "1", "*x*"]),
        ("Picture", ['![p](p.png "caption"){width=40%}']),
        ("CodeBlock", ["```py\ncode\n```"]),
        ("Columns", ["::: columns\n::: column\nleft\n:::\n:::"]),
        ("Column", ["::: column\nleft\n:::"]),
        ("Notes", ["::: notes\nsaid\n:::"]),
        ("Footnote", ["[^1]: note"]),
    ],
)
def test_span_cuts_the_part_out_of_the_source(kind: str, expected: list[str], line_end: str) -> None:
    found = parts(DECK.replace("\n", line_end), kind)
    assert found == [part.replace("\n", line_end) for part in expected]


def test_lines_and_columns_count_from_one() -> None:
    slides = read_slides([SourceFile("a.md", DECK)], Collector())
    spans = {type(node).__name__: getattr(node, "span", None) for node in walk(slides)}
    places = {name: str(span) for name, span in spans.items() if span}
    assert places["Slide"] == "a.md:1:1"
    assert places["Image"] == "a.md:7:12"
    assert places["Picture"] == "a.md:15:1"
    assert places["Notes"] == "a.md:27:1"


def test_links_in_captions_and_sources_have_their_own_place() -> None:
    text = '## T\n\n![a](a.png "see [b](c)"){source="https://x.y"}\n'
    assert parts(text, "Link") == ["[b](c)", "https://x.y"]


def test_cells_with_escaped_bars() -> None:
    text = "## T\n\n| a |\n|---|\n| x \\| [l](m) |\n"
    assert parts(text, "Link") == ["[l](m)"]
    assert parts(text, "TableCell") == ["a", "x \\| [l](m)"]


def test_a_title_in_settings_stands_where_the_setting_does() -> None:
    span = Span("deck.toml", 3, 9, 20, 40)
    (link,) = read_inlines("[a](b)", span, Collector())
    assert link.span == span  # type: ignore[union-attr]


def test_front_matter_is_passed_over_and_counted() -> None:
    text = "---\ntitle: x\n---\n\n## One\n"
    (slide,) = read_slides([SourceFile("a.md", text, text.index("\n\n") + 1)], Collector())
    assert (slide.span.line, slide.span.start) == (5, text.index("##"))
