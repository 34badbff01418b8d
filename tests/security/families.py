"""Texts that grow: families of hostile decks, each of any size, to see how time grows with them."""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.named_tuple import NamedTuple
from tests.pictures import png

from .attack import HEAD

Files = dict[str, str | bytes]


class Family(NamedTuple):
    """What makes a deck of a size, and the size that people could still paste."""

    make: Callable[[int], Files]
    size: int


def _on_one_slide(text: Callable[[int], str], size: int) -> Family:
    return Family(lambda number: {"t.md": HEAD + text(number)}, size)


def _repeat(text: str, size: int) -> Family:
    """So many of a text on one slide; ``%d`` in it is its number."""
    if "%d" in text:
        return _on_one_slide(lambda number: "".join(text.replace("%d", str(n)) for n in range(number)), size)
    return _on_one_slide(lambda number: text * number, size)


def _fenced(language: str, text: Callable[[int], str], size: int) -> Family:
    return _on_one_slide(lambda number: f"````{language}\n{text(number)}\n````\n", size)


def _edges(number: int) -> str:
    pairs = (f"n{n % 25} --> n{(n // 25 + n * 7) % 25}" for n in range(min(number, 300)))
    return "flowchart LR\n" + "\n".join(pairs)


def _table(rows: int, columns: int) -> str:
    line = "|" + "word |" * columns + "\n"
    return line + "|" + "-|" * columns + "\n" + line * rows


def _csv(rows: int) -> Files:
    return {"t.md": HEAD + "![](t.csv)\n", "t.csv": "name,value,other\n" + "some words,1,more\n" * rows}


def _csv_chart(rows: int) -> Files:
    lines = "".join(f"p{n},{n % 97}\n" for n in range(rows))
    return {"t.md": HEAD + "![](t.csv){chart=line}\n", "t.csv": "name,value\n" + lines}


def _includes(number: int) -> Files:
    one = '## T%d\n\nx\n\n::: notes {include="n.md"}\n:::\n\n'
    return {"t.md": "".join(one.replace("%d", str(n)) for n in range(number)), "n.md": "Words of it.\n"}


def _pictures(number: int) -> Files:
    lines = "".join(f"![a picture]({n}.png)\n\n" for n in range(number))
    return {"t.md": HEAD + lines} | {f"{n}.png": png(8 + n % 50, 4) for n in range(number)}


FAMILIES: dict[str, Family] = {
    "quotation marks": _repeat('"', 200_000),
    "apostrophes": _repeat("'", 200_000),
    "asterisks": _repeat("*", 200_000),
    "underscores": _repeat("_", 200_000),
    "asterisks apart": _repeat("* a", 60_000),
    "asterisks that open": _repeat("*a ", 60_000),
    "asterisks that close": _repeat("a* ", 60_000),
    "marks mixed": _repeat("*a _b **c __d ~e ==f ^g ", 10_000),
    "tildes": _repeat("~a ", 60_000),
    "equals signs": _repeat("==a ", 50_000),
    "carets": _repeat("^a ", 60_000),
    "backticks": _repeat("`a` ", 40_000),
    "backticks apart": _on_one_slide(lambda number: "".join("`" * n + "a" for n in range(number)), 600),
    "open brackets": _repeat("[", 200_000),
    "brackets": _repeat("[a]", 60_000),
    "brackets nested": _on_one_slide(lambda n: "[" * n + "a" + "]" * n, 100_000),
    "open links": _repeat("[a](", 50_000),
    "links": _repeat("[a](http://x.example/%d) ", 10_000),
    "links to nothing": _repeat("[a](b ", 40_000),
    "open pictures": _repeat("![", 100_000),
    "footnotes": _on_one_slide(
        lambda number: (
            "".join(f"w[^{n}] " for n in range(number))
            + "\n\n"
            + "".join(f"[^{n}]: note\n\n" for n in range(number))
        ),
        5_000,
    ),
    "footnotes in the line": _repeat("w^[a note] ", 10_000),
    "references": _on_one_slide(
        lambda number: (
            "".join(f"[w][{n}] " for n in range(number))
            + "\n\n"
            + "".join(f"[{n}]: http://x.example/\n" for n in range(number))
        ),
        10_000,
    ),
    "references unused": _repeat("[r%d]: http://x.example/\n", 20_000),
    "dollar signs": _repeat("$a", 100_000),
    "formulas": _repeat("$a_{%d}$ ", 5_000),
    "a long formula": _on_one_slide(lambda n: "$" + "a+" * n + "b$", 20_000),
    "a formula of many rows": _on_one_slide(
        lambda n: "$$\n\\begin{matrix}" + "a & b \\\\\n" * n + "\\end{matrix}\n$$", 5_000
    ),
    "a formula of fractions": _on_one_slide(lambda n: "$" + "\\frac{" * n + "a" + "}{b}" * n + "$", 5_000),
    "open tags": _repeat("<a ", 60_000),
    "tags of HTML": _repeat("<b>a</b> ", 20_000),
    "open comments": _repeat("x <!-- ", 30_000),
    "comments": _repeat("x <!-- y --> ", 20_000),
    "open addresses": _repeat("<http://", 30_000),
    "addresses": _repeat("http://a.example/%d ", 10_000),
    "mail": _repeat("a@b.example ", 20_000),
    "entities": _repeat("&amp;", 50_000),
    "ampersands": _repeat("&", 200_000),
    "backslashes": _repeat("\\", 200_000),
    "hard breaks": _repeat("a\\\n", 20_000),
    "short codes": _repeat(":tada: ", 20_000),
    "colons": _repeat(":a", 100_000),
    "attributes in the line": _repeat("[a]{.x%d} ", 10_000),
    "open braces": _repeat("[a]{", 50_000),
    "one word": _repeat("w", 1_000_000),
    "words": _repeat("some words ", 100_000),
    "one CJK word": _repeat("\u6f22", 200_000),
    "Arabic words": _repeat("\u0627\u0644\u0639\u0631\u0628\u064a\u0629 ", 30_000),
    "combining marks": _repeat("\u0301", 200_000),
    "emoji joined": _repeat("\U0001f468\u200d", 50_000),
    "variation selectors": _repeat("a\ufe0f", 60_000),
    "zero-width spaces": _repeat("a\u200b", 100_000),
    "marks of direction": _repeat("\u200e", 200_000),
    "joiners": _repeat("\u200d", 200_000),
    "tags": _repeat("\U0001f3f4\U000e0067", 30_000),
    "links to no slide": Family(
        lambda n: {"t.md": "".join(f"## T{i}\n\n[a](#missing{i})\n\n" for i in range(n))}, 5_000
    ),
    "paragraphs": _repeat("a paragraph\n\n", 20_000),
    "lines": _repeat("a line\n", 50_000),
    "headings": _repeat("### A\n\nx\n\n", 5_000),
    "headings of one title": _repeat("## A\n\nx\n\n", 5_000),
    "items": _repeat("- an item\n", 20_000),
    "items apart": _repeat("- an item\n\n", 20_000),
    "numbered items": _repeat("1. an item\n", 20_000),
    "tasks": _repeat("- [ ] an item\n", 10_000),
    "items nested": _on_one_slide(lambda n: "- a\n  - b\n    - c\n      - d\n" * n, 5_000),
    "items nested deep": _on_one_slide(
        lambda number: "".join(" " * 2 * n + "- x\n" for n in range(number)), 1_000
    ),
    "list marks on one line": _repeat("- ", 50_000),
    "definitions": _repeat("term\n: what it is\n\n", 10_000),
    "quotations": _repeat("> a\n\n", 10_000),
    "quotations nested": _repeat(">", 50_000),
    "rules": _repeat("***\n", 20_000),
    "fences": _repeat("```\na\n```\n", 5_000),
    "lines of code": _fenced("", lambda n: "a = 1\n" * n, 50_000),
    "lines of Python": _fenced("python", lambda n: "if a: b(c, 'd')  # e\n" * n, 20_000),
    "a line of code": _fenced("python", lambda n: "a=1;" * n, 50_000),
    "open strings of code": _fenced("python", lambda n: '\'a""" ' * n, 20_000),
    "open comments of code": _fenced("c", lambda n: "/* " * n, 50_000),
    "braces of code": _fenced("json", lambda n: "[" * n, 50_000),
    "code in notes": _on_one_slide(lambda n: "x\n\n::: notes\n```\n" + "a = 1\n" * n + "```\n:::\n", 20_000),
    "words of notes": _on_one_slide(lambda n: "x\n\n::: notes\n" + "some words " * n + "\n:::\n", 100_000),
    "paragraphs of notes": _on_one_slide(lambda n: "x\n\n::: notes\n" + "words\n\n" * n + "\n:::\n", 20_000),
    "notes": _repeat("x\n\n::: notes\nw\n:::\n\n", 5_000),
    "cards": _on_one_slide(lambda n: "::: cards\n" + "### C\n\nwords\n\n" * n + ":::\n", 2_000),
    "blocks of cards": _repeat("::: cards\n### C\n\nwords\n\n:::\n\n", 1_000),
    "columns": _on_one_slide(lambda n: "::: columns\n" + "::: column\nx\n:::\n" * n + ":::\n", 2_000),
    "columns of much text": _on_one_slide(
        lambda n: "::: columns\n" + ("::: column\n" + "- words\n" * n + ":::\n") * 2 + ":::\n", 5_000
    ),
    "blocks of columns": _repeat("::: columns\n::: column\nx\n:::\n::: column\ny\n:::\n:::\n\n", 1_000),
    "divs never closed": _repeat("::: cards\n", 5_000),
    "steps": _on_one_slide(lambda n: "::: steps\n" + "- a step\n" * n + ":::\n", 5_000),
    "items one by one": _on_one_slide(lambda n: "::: incremental\n" + "- a step\n" * n + ":::\n", 5_000),
    "rows": _on_one_slide(lambda n: _table(n, 3), 5_000),
    "columns of a table": _on_one_slide(lambda n: _table(20, n), 100),
    "cells": _on_one_slide(lambda n: _table(n, 90), 200),
    "a cell": _on_one_slide(lambda n: "|a|b|\n|-|-|\n|" + "word " * n + "|x|\n", 20_000),
    "cells joined": _on_one_slide(lambda n: "|a|b|\n|-|-|\n|x|y|\n" + "|^^|<<|\n" * n, 3_000),
    "tables": _repeat("|a|\n|-|\n|b|\n\n", 2_000),
    "a CSV table": Family(_csv, 20_000),
    "pipes": _repeat("|", 200_000),
    "points of a chart": _fenced(
        "chart",
        lambda n: "type: line\n\na,b\n" + "".join(f"p{i},{i % 97}\n" for i in range(n)),
        100_000,
    ),
    "series of a chart": _fenced(
        "chart",
        lambda n: "type: column\n\na," + ",".join(f"s{i}" for i in range(n)) + "\nx" + ",1" * n + "\n",
        2_000,
    ),
    "a chart of a CSV file": Family(_csv_chart, 100_000),
    "rows of a chart without a comma": _fenced(
        "chart", lambda n: "type: column\n\na,b\nx,1\n" + "word\n" * n, 20_000
    ),
    "open quotes of a chart": _fenced("chart", lambda n: "type: column\n\na,b\n" + '"x' * n, 30_000),
    "slices": _fenced(
        "chart", lambda n: "type: pie\n\na,b\n" + "".join(f"p{i},1\n" for i in range(n)), 5_000
    ),
    "charts": _repeat("```chart\ntype: column\n\na,b\nx,1\n```\n\n", 400),
    "edges": _fenced("mermaid", _edges, 300),
    "edges in a row": _fenced(
        "mermaid", lambda n: "flowchart TB\n" + "".join(f"a{i} --> a{i + 1}\n" for i in range(n)), 2_000
    ),
    "edges of one node": _fenced(
        "mermaid", lambda n: "flowchart TB\n" + "".join(f"a --> b{i}\n" for i in range(n)), 2_000
    ),
    "edges of two nodes": _fenced("mermaid", lambda n: "flowchart LR\n" + "a --> b\n" * n, 2_000),
    "loops of one node": _fenced("mermaid", lambda n: "flowchart LR\n" + "a --> a\n" * n, 2_000),
    "edges over many ranks": _fenced(
        "mermaid",
        lambda n: (
            "flowchart LR\n" + "".join(f"n{i % 25} {'-' * 22}> n{(i * 7 + 1) % 25}\n" for i in range(n))
        ),
        300,
    ),
    "labels of edges": _fenced("mermaid", lambda n: "flowchart LR\na -->|" + "word " * n + "| b\n", 20_000),
    "words of a node": _fenced("mermaid", lambda n: "flowchart LR\na[" + "word " * n + "]\n", 20_000),
    "subgraphs": _fenced(
        "mermaid",
        lambda n: "flowchart LR\n" + "".join(f"subgraph s{i}\na{i}\nend\n" for i in range(n)),
        1_000,
    ),
    "styles": _fenced("mermaid", lambda n: "flowchart LR\na\n" + "style a fill:#fff\n" * n, 10_000),
    "messages": _fenced("mermaid", lambda n: "sequenceDiagram\n" + "a->>b: x\n" * n, 5_000),
    "participants": _fenced(
        "mermaid", lambda n: "sequenceDiagram\n" + "".join(f"participant p{i}\n" for i in range(n)), 2_000
    ),
    "diagrams": _repeat("```mermaid\nflowchart LR\na --> b\n```\n\n", 400),
    "a QR code": _on_one_slide(lambda n: "::: qr\n" + "a" * n + "\n:::\n", 100_000),
    "QR codes": _repeat("::: qr\nhttps://x.example/%d\n:::\n\n", 200),
    "pictures": Family(_pictures, 500),
    "pictures missing": _repeat("![a](p%d.png)\n\n", 5_000),
    "slides": Family(lambda n: {"t.md": "".join(f"## T{i}\n\n- x\n\n" for i in range(n))}, 10_000),
    "sections": Family(lambda n: {"t.md": "".join(f"# T{i}\n\n## U{i}\n\nx\n\n" for i in range(n))}, 3_000),
    "agendas": Family(
        lambda n: {"t.md": "".join(f"# T{i}\n\n## U{i}\n\n::: toc\n:::\n\n" for i in range(n))}, 200
    ),
    "a long agenda": Family(
        lambda n: {
            "t.md": "## A\n\n::: toc\n:::\n\n" + "".join(f"# T{i}\n\n## U{i}\n\nx\n\n" for i in range(n))
        },
        3_000,
    ),
    "breaks": Family(lambda n: {"t.md": "x\n\n---\n\n" * n}, 5_000),
    "slides of one id": Family(lambda n: {"t.md": "## T {#a}\n\nx\n\n" * n}, 5_000),
    "slides of one link": Family(
        lambda n: {"t.md": "".join(f"## T{i} {{#s{i}}}\n\n[a](#s{n - i})\n\n" for i in range(n))}, 5_000
    ),
    "slides with notes of a file": Family(_includes, 5_000),
    "a title": Family(lambda n: {"t.md": "## " + "word " * n + "\n\nx\n"}, 20_000),
    "a title of one word": Family(lambda n: {"t.md": "## " + "w" * n + "\n\nx\n"}, 100_000),
    "attributes": Family(
        lambda n: {"t.md": "## T {" + " ".join(f"k{i}=v" for i in range(n)) + "}\n\nx\n"}, 5_000
    ),
    "comments that ignore": _repeat("<!-- deckbuild: ignore alt-missing why -->\n\nx\n\n", 3_000),
    "front matter": Family(
        lambda n: {"t.md": "---\n" + "".join(f"k{i}: v\n" for i in range(n)) + "---\n## T\n\nx\n"}, 3_000
    ),
}
