"""Decks of another producer, python-pptx, with faults: each is put on a slide of its own."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from tests.pictures import png

Fault = Callable[[Any, Any], None]
"""Puts a fault on a sound slide, of whose presentation it is given too."""


def make_deck(*faults: Fault, notes: str = "") -> bytes:
    """Return a deck of a sound slide, and of one for each fault; all but ``no_notes`` have these notes."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(10), Inches(7.5)
    for number, fault in enumerate((nothing, *faults)):
        title = ("First", "Second")[number] if number < 2 else f"Slide {number + 1}"
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = f"Text of the slide called {title}."
        if notes and fault is not no_notes:
            slide.notes_slide.notes_text_frame.text = notes
        fault(presentation, slide)
    for slide in presentation.slides:
        for run in slide.element.iter(qn("a:rPr"), qn("a:endParaRPr")):
            run.set("lang", "en-GB") if run.get("lang") != "none" else run.attrib.pop("lang")
        for run in slide.element.iter(qn("a:r")):
            if run.find(qn("a:rPr")) is None:
                run.get_or_add_rPr().set("lang", "en-GB")
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def _box(
    slide: Any, text: str, left: float = 1, top: float = 5.6, width: float = 6, height: float = 0.6
) -> Any:
    shape = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    shape.text_frame.word_wrap = True
    shape.text_frame.text = text
    return shape


def _room(slide: Any) -> None:
    """Leave the lower half of a slide free."""
    body = slide.placeholders[1]
    body.left, body.top, body.width, body.height = Inches(0.5), Inches(1.75), Inches(9), Inches(2)


def nothing(presentation: Any, slide: Any) -> None:
    pass


def no_notes(presentation: Any, slide: Any) -> None:
    """Leave a slide without the notes that the others get."""


def misspelling(presentation: Any, slide: Any) -> None:
    _room(slide)
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(4.5), Inches(4), Inches(1)).table
    table.cell(0, 0).text = "Name"
    table.cell(1, 0).text = "Open stack"


def no_title(presentation: Any, slide: Any) -> None:
    slide.shapes.title.text = ""


def same_title(presentation: Any, slide: Any) -> None:
    slide.shapes.title.text = "FIRST"


def empty(presentation: Any, slide: Any) -> None:
    slide.shapes.title.text = slide.placeholders[1].text = ""


def broken_link(presentation: Any, slide: Any) -> None:
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].hyperlink.address = "https:///nowhere"


def picture(alt: str, pixels: bytes = b"") -> Fault:
    def add(presentation: Any, slide: Any) -> None:
        _room(slide)
        data = pixels or png(640, 320)
        shape = slide.shapes.add_picture(io.BytesIO(data), Inches(1), Inches(4), Inches(4), Inches(2))
        shape._element.nvPicPr.cNvPr.set("descr", alt)

    return add


def off_slide(presentation: Any, slide: Any) -> None:
    _room(slide)
    _box(slide, "Far", left=9, width=2)


def overlap(presentation: Any, slide: Any) -> None:
    _box(slide, "In the way", left=0.5, top=1.8, width=3)


def overflow(presentation: Any, slide: Any) -> None:
    _room(slide)
    shape = _box(slide, "Much more than a line can hold " * 6, width=3)
    shape.text_frame.auto_size = MSO_AUTO_SIZE.NONE


def growing(presentation: Any, slide: Any) -> None:
    _room(slide)
    _box(slide, "Much more than a line can hold " * 9, width=3)


def title_last(presentation: Any, slide: Any) -> None:
    title = slide.shapes.title._element
    title.getparent().append(title)


def upside_down(presentation: Any, slide: Any) -> None:
    _room(slide)
    _box(slide, "Below", top=6.4)
    _box(slide, "Above", top=5.4)


def pale(presentation: Any, slide: Any) -> None:
    run = slide.placeholders[1].text_frame.paragraphs[0].runs[0]
    run.font.color.theme_color = MSO_THEME_COLOR.BACKGROUND_2


def pale_on_shape(presentation: Any, slide: Any) -> None:
    _room(slide)
    shape = slide.shapes.add_shape(1, Inches(1), Inches(5), Inches(4), Inches(1))
    shape.fill.solid()
    shape.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_2
    shape.text_frame.text = "White by the shape's own style"


def no_header(presentation: Any, slide: Any) -> None:
    _room(slide)
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(4.5), Inches(4), Inches(1)).table
    table.first_row = False


def small(presentation: Any, slide: Any) -> None:
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].font.size = Pt(8)


def no_language(presentation: Any, slide: Any) -> None:
    slide.shapes.title.text_frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", "none")


def color_alone(presentation: Any, slide: Any) -> None:
    run = slide.placeholders[1].text_frame.paragraphs[0].add_run()
    run.text = " Stop"
    run.font.color.theme_color = MSO_THEME_COLOR.ACCENT_2
    run.font.color.brightness = -0.5


def foreign_font(presentation: Any, slide: Any) -> None:
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].font.name = "Comic Sans MS"


def foreign_color(presentation: Any, slide: Any) -> None:
    color: Any = RGBColor
    slide.placeholders[1].text_frame.paragraphs[0].runs[0].font.color.rgb = color.from_string("123456")
