"""Short ways to write laid-out decks in tests, and one deck that holds everything."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from pathlib import Path

from deckbuild.figures.picture import Media
from deckbuild.layout.laid_out import (
    BREAK,
    Bullet,
    Hyperlink,
    LaidOutCell,
    LaidOutDeck,
    LaidOutNotes,
    LaidOutRow,
    LaidOutSlide,
    Line,
    PictureShape,
    PlaceholderKey,
    Properties,
    Run,
    RunStyle,
    Shape,
    TableShape,
    TextBody,
    TextParagraph,
    TextShape,
)
from deckbuild.source import Span
from deckbuild.template import Template, open_template
from deckbuild.units import Box
from deckbuild.workspace import MemoryWorkspace

TEMPLATE = Path(__file__).parents[2] / "src/deckbuild/brand/builtin/alderwick/template.pptx"
PLAIN = RunStyle("en-GB")
BOLD = RunStyle("en-GB", bold=True)
TITLE = PlaceholderKey("title", 0)
BODY = PlaceholderKey("obj", 1)


@cache
def template() -> Template:
    return open_template(TEMPLATE.read_bytes(), MemoryWorkspace({}))


def layout(name: str) -> int:
    return next(index for index, each in enumerate(template().layouts) if each.name == name)


def placeholder(layout_name: str, kind: str, skip: int = 0) -> PlaceholderKey:
    found = [each for each in template().layouts[layout(layout_name)].placeholders if each.type == kind]
    return PlaceholderKey(kind, found[skip].index)


def paragraph(*pieces: str | Run, **properties: object) -> TextParagraph:
    runs = tuple(Run(piece, PLAIN) if isinstance(piece, str) else piece for piece in pieces)
    return TextParagraph(runs, **properties)  # type: ignore[arg-type]


def body(*paragraphs: TextParagraph | str, **properties: object) -> TextBody:
    content = tuple(paragraph(each) if isinstance(each, str) else each for each in paragraphs)
    return TextBody(content, **properties)  # type: ignore[arg-type]


def title(text: str, key: PlaceholderKey = TITLE) -> TextShape:
    return TextShape("Title", body(text), placeholder=key)


def cell(text: str, **properties: object) -> LaidOutCell:
    return LaidOutCell((paragraph(text) if text else TextParagraph(()),), **properties)  # type: ignore[arg-type]


def slide(
    *shapes: Shape,
    title: str = "A slide",
    anchor: str = "",
    on: str = "Title Only",
    notes: LaidOutNotes | None = None,
    background: str | None = None,
) -> LaidOutSlide:
    return LaidOutSlide(anchor, title, layout(on), shapes, Span("deck.md"), notes, background)


def deck(*slides: LaidOutSlide, **properties: object) -> LaidOutDeck:
    anchors = {each.anchor: index for index, each in enumerate(slides) if each.anchor}
    given: dict[str, object] = {"media": {}, "properties": Properties(language="en-GB"), **properties}
    return LaidOutDeck(template(), slides, anchors=anchors, **given)  # type: ignore[arg-type]


def png(red: int, green: int, blue: int, width: int = 4, height: int = 3) -> bytes:
    """Make a PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes((red, green, blue)) * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><path d="M0 0h4v3H0z" fill="#28a"/></svg>'
)
RED = Media("red", "png", png(200, 40, 40), 4 * 9525, 3 * 9525)
DRAWING = Media("drawing", "png", png(34, 136, 170), 4 * 9525, 3 * 9525, SVG)
DARK = Media("dark", "png", png(16, 48, 48, 16, 9), 16 * 9525, 9 * 9525)
MEDIA = {media.key: media for media in (RED, DRAWING, DARK)}


def everything() -> LaidOutDeck:
    """Make a deck with every shape, style and link that the writer knows."""
    return deck(
        _text_slide(),
        _list_slide(),
        _table_slide(),
        _picture_slide(),
        _drawing_slide(),
        media=MEDIA,
        properties=Properties(
            title="Everything & <all>",
            author="A. Author",
            subject="Tests",
            keywords="one, two",
            description="A deck with everything",
            language="en-GB",
            company="Alderwick Training",
            created="2024-05-06",
        ),
        sections=(("Text", 0), ("Pictures & tables", 2)),
    )


def _footer(number: int) -> tuple[TextShape, TextShape]:
    number_run = Run(str(number), PLAIN, field="slidenum")
    return (
        TextShape(
            "Footer", body("Copyright (c) 2024 Alderwick Training"), placeholder=PlaceholderKey("ftr", 11)
        ),
        TextShape("Slide Number", body(paragraph(number_run)), placeholder=PlaceholderKey("sldNum", 12)),
    )


def _text_slide() -> LaidOutSlide:
    styles = [
        ("bold", BOLD),
        ("italic", RunStyle("en-GB", italic=True)),
        ("underlined", RunStyle("en-GB", underline=True)),
        ("struck", RunStyle("en-GB", strike=True)),
        ("raised", RunStyle("en-GB", baseline=0.3)),
        ("lowered", RunStyle("en-GB", baseline=-0.25)),
        ("coded", RunStyle("en-GB", size=14, font="Courier New", color="accent2", highlight="EEF3F1")),
        ("Überschrift", RunStyle("de-DE", font="+mj-lt", color="0E6E68")),
    ]
    runs = [run for text, style in styles for run in (Run(text, style), Run("  ", PLAIN))]
    links = (
        Run("the web", PLAIN, Hyperlink("https://example.org/a b?q=ä&x=[1]", tooltip='Say "hello"')),
        Run(" and ", PLAIN),
        Run("a slide", BOLD, Hyperlink(slide_id="table")),
        Run(" and ", PLAIN),
        Run("mail", RunStyle("en-GB", color="accent2"), Hyperlink("mailto:someone@example.org")),
    )
    content = body(
        TextParagraph(tuple(runs)),
        TextParagraph(links),
        paragraph("one line", Run(BREAK, PLAIN), "another\twith a tab"),
        TextParagraph(()),
        paragraph('a & b < c > d "quoted" \u2028 control \x07 gone'),
        font_scale=0.9,
        line_reduction=0.1,
    )
    notes = LaidOutNotes(
        body(
            paragraph(
                "Say ", Run("this", BOLD), " and see ", Run("it", PLAIN, Hyperlink("https://example.org"))
            ),
            paragraph(
                "First", level=0, bullet=Bullet("\u2022", font="Arial"), margin_left=171450, indent=-171450
            ),
            paragraph(
                "Second",
                level=1,
                bullet=Bullet(scheme="arabicPeriod", start=3),
                margin_left=400050,
                indent=-171450,
            ),
        ),
        "en-GB",
    )
    return slide(
        title("Text & <styles>"),
        TextShape("Content", content, placeholder=placeholder("Title and Content", "obj")),
        *_footer(1),
        title="Text & <styles>",
        anchor="text",
        on="Title and Content",
        notes=notes,
    )


def _list_slide() -> LaidOutSlide:
    content = body(
        *(paragraph(f"Level {level + 1}", level=level) for level in range(9)),
        paragraph("numbered", bullet=Bullet(scheme="romanLcParenR", start=4, color="accent1")),
        paragraph("own bullet", bullet=Bullet("\u2713", font="Arial", color="0E6E68")),
        paragraph("no bullet", bullet=Bullet(), margin_left=0, indent=0, space_before=6, space_after=3),
        paragraph("centred, loose", align="ctr", line_spacing=1.5),
        paragraph(Run("\u05e9\u05dc\u05d5\u05dd", RunStyle("he-IL")), align="r", rtl=True),
        autofit="none",
    )
    return slide(
        title("Lists"),
        TextShape("Content", content, placeholder=placeholder("Title and Content", "obj")),
        *_footer(2),
        title="Lists",
        on="Title and Content",
        notes=LaidOutNotes(body("Short."), "en-GB"),
    )


def _table_slide() -> LaidOutSlide:
    rows = (
        (cell("Head"), cell("Wide", column_span=2), cell("", covered_by="row")),
        (cell("Tall", row_span=2, anchor="ctr"), cell("b"), cell("c", fill="accent1", insets=(0, 0, 0, 0))),
        (cell("", covered_by="column"), cell("e"), cell("")),
    )
    table = TableShape(
        "Table",
        Box(609600, 1600000, 9000000, 1200000),
        (3000000, 2000000, 4000000),
        tuple(LaidOutRow(400000, row) for row in rows),
        placeholder=placeholder("Table", "tbl"),
        first_column=True,
        alt="Three rows",
    )
    return slide(title("Table"), table, *_footer(3), title="Table", anchor="table", on="Table")


def _picture_slide() -> LaidOutSlide:
    return slide(
        title("Pictures"),
        PictureShape(
            "Picture",
            "red",
            Box(609600, 1600000, 4000000, 3000000),
            placeholder=placeholder("Picture", "pic"),
            crop=(0.1, 0, 0.125, 0),
            alt='A red "square" & more',
        ),
        PictureShape("Logo", "drawing", Box(6000000, 1600000, 4000000, 3000000), alt="A drawing"),
        PictureShape(
            "Again",
            "red",
            Box(6000000, 4800000, 400000, 300000),
            decorative=True,
            link=Hyperlink("https://example.org/"),
        ),
        *_footer(4),
        title="Pictures",
        on="Picture",
        notes=LaidOutNotes(
            body("See ", paragraph(Run("the table", PLAIN, Hyperlink(slide_id="table")))), "en-GB"
        ),
    )


def _drawing_slide() -> LaidOutSlide:
    return slide(
        TextShape(
            "Card",
            body("In a card", anchor="ctr"),
            Box(600000, 600000, 3000000, 2000000),
            geometry="roundRect",
            fill="accent1",
            line=Line("dk2", 12700),
        ),
        TextShape("Box", body("In a box", insets=(0, 0, 0, 0)), Box(4000000, 600000, 3000000, 500000)),
        TextShape(
            "Rule",
            body(),
            Box(600000, 3000000, 6400000, 0),
            geometry="line",
            line=Line("FFFFFF", 19050),
            decorative=True,
        ),
        title="No title placeholder",
        on="Blank",
        background="dark",
    )
