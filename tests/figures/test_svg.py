"""SVG: its natural size, and what must not be drawn."""

from __future__ import annotations

import pytest

from deckbuild.figures import PictureError, read_picture
from deckbuild.figures.svg import looks_like_svg, read_svg_size
from deckbuild.workspace import MemoryWorkspace
from tests.pictures import svg


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="80" height="40"', (80, 40)),
        ('width="80px" height="40px"', (80, 40)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('width="25.4mm" height="72pt"', (96, 96)),
        ('width="6pc" height=".5in"', (96, 48)),
        ('viewBox="0 0 200 100"', (200, 100)),
        ('viewBox="-10,-10,200,100"', (200, 100)),
        ('width="100" viewBox="0 0 200 100"', (100, 50)),
        ('height="100" viewBox="0 0 200 100"', (200, 100)),
        ('width="100%" height="100%" viewBox="0 0 200 100"', (200, 100)),
        ('width="0" height="0" viewBox="0 0 200 100"', (200, 100)),
        ('viewBox="0 0 0 0"', (300, 150)),  # CSS 2.2, 10.3.2
        ('width="wide" viewBox="none"', (300, 150)),
        ("", (300, 150)),
    ],
)
def test_the_natural_size(attributes: str, size: tuple[float, float]) -> None:
    assert read_svg_size(svg(attributes)) == pytest.approx(size)


@pytest.mark.parametrize(
    ("data", "is_svg"),
    [
        (svg(), True),
        (b"\xef\xbb\xbf" + svg(), True),
        (b"\n <?xml version='1.0'?>\n<!-- " + b"long " * 400 + b"-->\n" + svg(), True),
        (b"<html><p>no</p></html>", False),
        (b"text about <svg>", False),
        (b"\x89PNG", False),
        (b"", False),
    ],
)
def test_what_looks_like_an_svg(data: bytes, is_svg: bool) -> None:
    assert looks_like_svg(data) is is_svg


BOMB = b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + svg(content="<text>&b;</text>")
XLINK = 'xmlns:x="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(BOMB, "The SVG declares entities: save it without them.", id="entities"),
        pytest.param(
            svg(content="<g>" * 300 + "</g>" * 300),
            "The SVG nests more than 200 elements deep.",
            id="depth",
        ),
        pytest.param(
            svg(content="<!--" + "x" * 8_000_000 + "-->"),
            "The SVG is larger than 8 MB: simplify it.",
            id="size",
        ),
        pytest.param(
            svg(content='<image href="/etc/passwd"/>'),
            "The SVG refers to another file (`/etc/passwd`): embed it.",
            id="file",
        ),
        pytest.param(
            svg(XLINK, '<image x:href="http://example.org/a.png"/>'),
            "The SVG refers to another file (`http://example.org/a.png`): embed it.",
            id="file by whatever prefix",
        ),
        pytest.param(
            svg(content='<use href="other.svg#a"/>'),
            "The SVG refers to another file (`other.svg#a`): embed it.",
            id="part of another file",
        ),
        pytest.param(svg()[:-3], "The SVG is not well-formed XML (", id="cut short"),
        pytest.param(svg(content="<g></b>"), "The SVG is not well-formed XML (", id="mismatched"),
        pytest.param(
            svg(content="<text>ü</text>").decode().encode("latin-1"),
            "The SVG is not well-formed XML (",
            id="not UTF-8",
        ),
        pytest.param(
            b'<?xml version="1.0" encoding="ISO-8859-1"?>'
            + svg(content="<text>ü</text>").decode().encode("latin-1"),
            "The SVG is not UTF-8 text: save it as UTF-8.",
            id="declared not UTF-8",
        ),
        pytest.param(svg(f'width="{"9" * 400}" height="1"'), "The SVG cannot be drawn (", id="endless width"),
    ],
)
def test_what_is_not_drawn_is_said_in_words(data: bytes, said: str) -> None:
    with pytest.raises(PictureError) as error:
        read_picture(data, MemoryWorkspace({}))
    assert str(error.value).startswith(said)


@pytest.mark.parametrize(
    "content",
    [
        '<a href="https://example.org"><rect width="1" height="1"/></a>',
        '<defs><g id="a"/></defs><use href="#a"/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<image href=""/>',
        "<g>" * 150 + "</g>" * 150,
    ],
)
def test_what_is_harmless_is_drawn(content: str) -> None:
    assert read_picture(svg(content=content), MemoryWorkspace({})).svg


def test_a_document_type_without_entities_is_harmless() -> None:
    doctype = (
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    assert read_picture(doctype + svg(), MemoryWorkspace({})).svg
