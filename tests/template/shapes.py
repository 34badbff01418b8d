"""Templates as designers make them, each a change of python-pptx's default one."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from pptx import Presentation
from pptx.util import Emu

from .packages import edit_package, make_template, read_parts, write_parts

SHAPES: dict[str, Callable[[], bytes]] = {}


def _shape(make: Callable[[], bytes]) -> Callable[[], bytes]:
    SHAPES[make.__name__] = make
    return make


def _edit(change: Callable[[Any], None]) -> bytes:
    presentation = Presentation(io.BytesIO(make_template()))
    change(presentation)
    saved = io.BytesIO()
    presentation.save(saved)
    return saved.getvalue()


def _resize(presentation: Any, width: int, height: int) -> None:
    """Give the slides another size, all that stands on masters and layouts with it."""
    across, down = width / presentation.slide_width, height / presentation.slide_height
    presentation.slide_width, presentation.slide_height = Emu(width), Emu(height)
    for part in (presentation.slide_master, *presentation.slide_layouts):
        for shape in part.shapes:
            if shape._element.spPr.find(".//{*}off") is not None:
                box = shape.left, shape.top, shape.width, shape.height
                left, top, cx, cy = (round(value * (across, down)[at % 2]) for at, value in enumerate(box))
                shape.left, shape.top, shape.width, shape.height = Emu(left), Emu(top), Emu(cx), Emu(cy)


def _keep_layouts(presentation: Any, *kept: str) -> None:
    for layout in list(presentation.slide_layouts):
        if layout.name not in kept:
            presentation.slide_layouts.remove(layout)


def _rename(presentation: Any, names: Callable[[int], str]) -> None:
    for number, layout in enumerate(presentation.slide_layouts):
        layout._element.cSld.set("name", names(number))
        layout._element.attrib.pop("type", None)


def _replace_all(
    pattern: str, replacement: str, where: str = "ppt/slide(Layouts|Masters)/[^/]*xml$"
) -> bytes:
    parts = read_parts(make_template())
    return write_parts(
        {
            name: re.sub(pattern, replacement, text.decode()).encode() if re.match(where, name) else text
            for name, text in parts.items()
        }
    )


@_shape
def four_to_three() -> bytes:
    return make_template()


@_shape
def wide() -> bytes:
    return _edit(lambda presentation: _resize(presentation, 12192000, 6858000))


@_shape
def portrait() -> bytes:
    return _edit(lambda presentation: _resize(presentation, 6858000, 9906000))


@_shape
def huge_slides() -> bytes:
    return _edit(lambda presentation: _resize(presentation, 24384000, 13716000))


@_shape
def german_names() -> bytes:
    names = ("Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift", "Zwei Inhalte", "Vergleich",
             "Nur Titel",
             "Leer", "Inhalt mit Überschrift", "Bild mit Überschrift", "Titel und vertikaler Text",
             "Vertikaler Titel und Text")  # fmt: skip
    return _edit(lambda presentation: _rename(presentation, lambda number: names[number]))


@_shape
def japanese_names() -> bytes:
    names = ("タイトル スライド", "タイトルとコンテンツ", "セクション見出し", "2 つのコンテンツ", "比較",
             "タイトルのみ",
             "白紙", "タイトル付きのコンテンツ", "タイトル付きの図", "タイトルと縦書きテキスト",
             "縦書きタイトルと縦書きテキスト")  # fmt: skip
    return _edit(lambda presentation: _rename(presentation, lambda number: names[number]))


@_shape
def nonsense_names() -> bytes:
    return _edit(lambda presentation: _rename(presentation, lambda number: f"Layout {number}"))


@_shape
def no_names() -> bytes:
    return _edit(lambda presentation: _rename(presentation, lambda number: ""))


@_shape
def one_name_for_all() -> bytes:
    return _edit(lambda presentation: _rename(presentation, lambda number: "Custom Layout"))


@_shape
def blank_and_title_only() -> bytes:
    return _edit(lambda presentation: _keep_layouts(presentation, "Blank", "Title Only"))


@_shape
def blank_only() -> bytes:
    return _edit(lambda presentation: _keep_layouts(presentation, "Blank"))


@_shape
def titles_are_bodies() -> bytes:
    return _replace_all(r'<p:ph type="(title|ctrTitle)"', '<p:ph type="body" idx="40"', "ppt/slideLayouts/")


@_shape
def footers_at_odd_indexes() -> bytes:
    parts = read_parts(make_template())
    for name in [each for each in parts if each.startswith("ppt/slideLayouts/slide")]:
        text = parts[name].decode()
        for kind, index in (("dt", 4_000_000_001), ("ftr", 77), ("sldNum", 3004)):
            text = re.sub(rf'(type="{kind}"[^>]*? idx=")\d+"', rf'\g<1>{index}"', text)
        parts[name] = text.encode()
    return write_parts(parts)


@_shape
def tiny_type() -> bytes:
    return _replace_all(
        r'(<a:lvl\dpPr[^>]*>(?:(?!defRPr).)*<a:defRPr sz=")\d+"', r'\g<1>1000"', "ppt/slideMasters/"
    )


@_shape
def dark_ground() -> bytes:
    return _replace_all('bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"', 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"')


@_shape
def huge_logo() -> bytes:
    logo = (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Logo"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="7000000" y="1600000"/><a:ext cx="2144000" cy="5258000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent2"/></a:solidFill>'
        "</p:spPr></p:sp></p:spTree>"
    )
    presentation = _edit(lambda each: _keep_layouts(each, "Title Only", "Title Slide"))
    return edit_package(presentation, {"ppt/slideLayouts/slideLayout6.xml": ("</p:spTree>", logo)})


@_shape
def macros() -> bytes:
    parts = read_parts(make_template())
    main = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    types = parts["[Content_Types].xml"].decode()
    types = types.replace(main, "application/vnd.ms-powerpoint.template.macroEnabled.main+xml").replace(
        "</Types>", '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    )
    relationships = (
        parts["ppt/_rels/presentation.xml.rels"]
        .decode()
        .replace(
            "</Relationships>",
            '<Relationship Id="rId900" Target="vbaProject.bin" '
            'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"/></Relationships>',
        )
    )
    return write_parts(
        {
            **parts,
            "[Content_Types].xml": types.encode(),
            "ppt/_rels/presentation.xml.rels": relationships.encode(),
            "ppt/vbaProject.bin": b"macros",
        }
    )
