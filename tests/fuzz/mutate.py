"""Decks spoilt at random, the same for the same seed: slides of real decks cut, doubled and crossed."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("tests/suite", "content", "../shared/samples/decks")
"""Where the decks are that are spoilt; those that are not there are passed over."""

_SLIDE = re.compile(r"^(?=##? |---$)", re.MULTILINE)
_MOST = 3000  # characters of an input: more find no more, and take longer
WORDS = (
    "\0",
    "\x1b[2J",
    "\ufeff",
    "\u202e",
    "\u2066",
    "\u200b",
    "\u2028",
    "\ufffe",
    "\U0010ffff",
    "a\u0301" * 9,
    "\r",
    "\t",
    "**",
    "_",
    "`",
    "~~",
    "^[",
    "[^",
    "]",
    "](",
    "![",
    "](javascript:alert(1))",
    "](data:text/html,x)",
    "](//h/x)",
    "](\\\\h\\x)",
    "](../../../etc/passwd)",
    "<a href=javascript:1>",
    "<!--",
    "-->",
    "<script>",
    "<![CDATA[",
    "<?",
    "&#0;",
    "&#xD800;",
    "&nbsp;",
    "{#a}",
    "{.x",
    "{width=1e999%}",
    "{width=-1}",
    "{lines=9-1}",
    '{a="',
    "::: columns\n",
    "::: column\n",
    ":::\n",
    "::: notes\n",
    '::: notes {include="t.md"}\n',
    "::: cards\n",
    "::: toc\n:::\n",
    "::: qr\n",
    "::: steps\n",
    "::: lab\n",
    "|",
    "\n|-|\n",
    "^^|",
    "<<|",
    "\n> ",
    "\n- ",
    "\n    ",
    "\n1. ",
    "\n: ",
    "\n```\n",
    "\n```chart\n",
    "\n```mermaid\nflowchart LR\n",
    "\n```mermaid\nsequenceDiagram\n",
    "\n```math\n",
    "subgraph a\n",
    "end\n",
    "a-->b\n",
    'click a "javascript:1"\n',
    "a->>+b: x\n",
    "loop\n",
    "$",
    "$$",
    "\\frac{",
    "}",
    "\\left(",
    "\\begin{matrix}",
    "&",
    "\\\\",
    "type: pie\n",
    "1e309",
    "-0",
    "nan",
    "9" * 40,
    "\n---\n",
    "\n## ",
    "\n# ",
    "\n---\ntitle: ",
    "&a [*a]",
    "!!python/object:x",
    "[^1]\n\n[^1]: ",
    "[x]: y\n",
    "![](p.png)",
    "![](s.svg)",
    "![](t.csv){chart=line}",
    "http://",
    "[x]{lang=ar}",
    "\u05d0\u05d1",
    "\u65e5\u672c",
    "https://[::1",
    "mailto:",
    ":tada:",
    "\u200d",
    "\U000e0041",
    "\u3164",
    "\ufe0f",
    "&#x202e;",
    "xn--",
    "\nmsgid ",
    '\nmsgstr ""\n',
    "\nmsgctxt ",
    "\nmsgstr[1] ",
    "#, fuzzy",
    "nplurals=9999999; plural=n%0;",
    "<use href='#a'/>",
    "<g id='a'>",
    "<image href='/etc/passwd'/>",
    "<!ENTITY a 'b'>",
    "[limits]\nslide_characters = 9\n",
    '"\\u202e"',
    "[[",
    "{extends=x}",
)


def read_seeds() -> list[str]:
    """Return the slides of all decks there are, each a text of its own."""
    texts = []
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.md")):
            texts += _SLIDE.split(path.read_text(encoding="utf-8", errors="replace"))
    return [text[:_MOST] for text in texts if text.strip()]


def make_input(seeds: Sequence[str], seed: int, number: int) -> str:
    """Return the input of this number: a seed, or two, after one to six changes."""
    chance = random.Random(f"{seed}:{number}")
    text = chance.choice(seeds)
    if chance.random() < 0.3:
        other = chance.choice(seeds)
        text = text[: chance.randrange(len(text) + 1)] + other[chance.randrange(len(other) + 1) :]
    for _ in range(chance.randrange(1, 7)):
        text = change(text, chance)[:_MOST]
    return text


def change(text: str, chance: random.Random) -> str:
    """Return a text with a part of it left out, doubled, moved or replaced."""
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + int(chance.expovariate(0.05)))
    match chance.randrange(7):
        case 0:
            return text[:start] + text[end:]
        case 1:
            return text[:end] + text[start:]
        case 2:
            return text[:start] + text[start:end] * chance.randrange(2, 40) + text[end:]
        case 3:
            lines = text.split("\n")
            lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
            return "\n".join(lines)
        case 4:
            return text[:start] + chance.choice(WORDS) * chance.choice((1, 1, 1, 2, 50)) + text[start:]
        case 5:
            return (
                text[:start]
                + chr(chance.choice((chance.randrange(128), chance.randrange(0xD800))))
                + text[end:]
            )
    return text[:start] + chance.choice(WORDS) + text[end:]
