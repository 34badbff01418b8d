"""Files that were broken or made to do harm: a message at worst, within bounds, without the network."""

from __future__ import annotations

import io
import random
import re
import threading
import time
import zipfile
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Cm

from deckbuild.diff.compare import compare_decks
from deckbuild.diff.facts import Deck, Grid, Paragraph, Run, Slide, Table
from deckbuild.diff.libreoffice import Deadline, draw_slides
from deckbuild.diff.read import read_deck
from deckbuild.template import TemplateError
from tests.decks import build
from tests.pictures import png

TEXT = """## Words and a table

| A | B |
|---|---|
| x | y |
| ^^ | z |

## Chart

```chart
type: column
alt: Sales

Year,North
2023,4
2024,5
```

## Diagram

```mermaid
flowchart LR
  a[Client] --> b[Server]
```

::: notes
Some words, $\\frac{a}{b}$ and [a link](https://example.com).
:::
"""


@cache
def members() -> dict[str, bytes]:
    built = build({"deck.md": TEXT})
    assert built.data is not None
    with zipfile.ZipFile(io.BytesIO(built.data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def pack(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target.getvalue()


def mutate(content: bytes, chance: random.Random) -> bytes:
    """Break a part of XML in one of the ways that it stays XML, mostly."""
    match chance.randrange(6):
        case 0 | 1 as way:
            number = (b'"x"', b'"-99999999999"')[way]
            return re.sub(rb'"\d+"', lambda found: number if chance.random() < 0.3 else found[0], content)
        case 2:
            return re.sub(rb' (?:r:)?(?:id|embed|Id)="[^"]*"', b"", content, count=chance.randrange(1, 6))
        case 3:
            return re.sub(rb"<[a-z]+:(\w+)[^<>]*/>", b"", content, count=chance.randrange(1, 40))
        case 4:
            return re.sub(rb'Target="[^"]*"', b'Target="../../../../etc/passwd"', content)
        case _:
            place = chance.randrange(len(content))
            return content[:place] + content[place + chance.randrange(1, 50) :]


@pytest.mark.parametrize("seed", range(60))
def test_a_broken_deck_is_read_or_refused_with_a_reason(seed: int) -> None:
    chance = random.Random(seed)
    parts = dict(members())
    names = [name for name in parts if name.endswith((".xml", ".rels")) and "theme" not in name]
    for name in chance.sample(names, 4):
        parts[name] = mutate(parts[name], chance)
    sound = read_deck(pack(members()))
    try:
        broken = read_deck(pack(parts))
    except TemplateError:
        return
    compare_decks("deck", sound, broken)
    assert compare_decks("deck", broken, broken).status == "same"


def words(chance: random.Random, count: int) -> str:
    return " ".join(f"w{chance.randrange(3000)}" for _ in range(count))


def deck(*slides: Slide) -> Deck:
    return Deck((1, 1), slides, "")


def paragraphs(chance: random.Random, number: int, length: int) -> Slide:
    return Slide(1, (), tuple(Paragraph((Run(words(chance, length)),)) for _ in range(number)))


def table(chance: random.Random, rows: int, columns: int) -> Slide:
    cells = tuple(tuple((Run(words(chance, 1)),) for _ in range(columns)) for _ in range(rows))
    return Slide(1, tables=(Table(Grid(cells), True, "", None),))


@pytest.mark.parametrize(
    "make",
    [
        lambda chance: paragraphs(chance, 20_000, 5),
        lambda chance: paragraphs(chance, 1, 100_000),
        lambda chance: paragraphs(chance, 50, 4_000),
        lambda chance: table(chance, 2_000, 5),
        lambda chance: table(chance, 150, 150),
        lambda chance: Slide(
            1, (), (Paragraph((Run("." * 39_000),)), Paragraph((Run("x" * chance.randrange(9)),)))
        ),
    ],
    ids=["many-paragraphs", "a-long-one", "long-ones", "a-long-table", "a-wide-table", "no-words"],
)
def test_time_is_bounded_when_nothing_stays(make: Any) -> None:
    chance = random.Random(1)
    old, new = deck(make(chance)), deck(make(chance))
    started = time.process_time()
    compare_decks("deck", old, new)
    assert time.process_time() - started < 10


@pytest.mark.rendering
def test_drawing_a_deck_fetches_nothing(tmp_path: Path) -> None:
    """LibreOffice would fetch a picture that is only linked to."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *arguments: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    shape = slide.shapes.add_picture(io.BytesIO(png(20, 20)), 0, 0, Cm(3))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = slide.part.relate_to(
        f"http://127.0.0.1:{server.server_port}/x.png", f"{kind}/image", is_external=True
    )
    [blip] = shape._element.xpath(".//a:blip")
    del blip.attrib[f"{{{kind}}}embed"]
    blip.set(f"{{{kind}}}link", link)
    presentation.save(str(tmp_path / "linked.pptx"))
    work = tmp_path / "work"
    work.mkdir()
    drawn = draw_slides(tmp_path / "linked.pptx", [1], work, Deadline(120))
    server.shutdown()
    server.server_close()
    assert drawn is not None
    assert asked == []


@pytest.mark.rendering
def test_drawing_ends_at_its_deadline(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(pack(members()))
    work = tmp_path / "work"
    work.mkdir()
    assert draw_slides(tmp_path / "deck.pptx", [1], work, Deadline(0)) is None
