"""The default brand's template is made from its brand.toml, and others' brands just so.

After a change of the generator or of brand.toml, write the template anew and look at it:

    REWRITE_GOLDEN=1 pytest tests/brand/test_make.py
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from deckbuild.brand.colour import contrast, resolve_colour, spell_colour
from deckbuild.brand.make import BrandDesign, DesignError, find_low_contrasts, make_template, read_design
from deckbuild.brand.make.grid import Grid

ROOT = Path(__file__).parents[2]
ALDERWICK = ROOT / "src/deckbuild/brand/builtin/alderwick"
GATE = ROOT.parent / "shared/tools/pptx_gate.py"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"

FOOTERS = [("dt", 10), ("ftr", 11), ("sldNum", 12)]

#: Layout name, `type` (None: a kind of its own), placeholders beside the footers as (type, idx).
LAYOUTS = [
    ("Title Slide", "title", [("ctrTitle", 0), ("subTitle", 1), ("body", 13)]),
    ("Section Header", "secHead", [("title", 0), ("body", 1)]),
    ("Title and Content", "obj", [("title", 0), ("obj", 1)]),
    ("Two Content", "twoObj", [("title", 0), ("obj", 1), ("obj", 2)]),
    ("Comparison", "twoTxTwoObj", [("title", 0), ("body", 1), ("obj", 2), ("body", 3), ("obj", 4)]),
    ("Content and Picture", None, [("title", 0), ("obj", 1), ("pic", 13), ("body", 14)]),
    ("Picture", None, [("title", 0), ("pic", 13), ("body", 14)]),
    ("Quotation", None, [("title", 0), ("body", 1), ("body", 13)]),
    ("Quotation and Picture", None, [("title", 0), ("body", 1), ("body", 13), ("pic", 14)]),
    ("Table", None, [("title", 0), ("tbl", 13), ("body", 14)]),
    ("Code", None, [("title", 0), ("body", 1)]),
    ("Title Only", "titleOnly", [("title", 0)]),
    ("Lab", None, [("title", 0), ("obj", 1), ("body", 13)]),
    ("Blank", "blank", []),
    ("Statement", None, [("title", 0), ("body", 1)]),
]


@pytest.fixture(scope="module")
def design() -> BrandDesign:
    return read_design(ALDERWICK / "brand.toml")


@pytest.fixture(scope="module")
def template(design: BrandDesign) -> bytes:
    return make_template(design)


def read_part(template: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        return etree.fromstring(package.read(name))


def list_placeholders(part: Any) -> list[tuple[str, int]]:
    found = part.iter(f"{P}ph")
    return [(ph.get("type", "obj"), int(ph.get("idx", "0"))) for ph in found]


def copy_brand(folder: Path, *changes: tuple[str, str]) -> Path:
    """Copy Alderwick's files with some text of brand.toml replaced."""
    for file in ALDERWICK.iterdir():
        shutil.copy(file, folder)
    brand = folder / "brand.toml"
    text = brand.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    brand.write_text(text, encoding="utf-8")
    return brand


def test_the_committed_template_is_what_the_generator_makes(template: bytes) -> None:
    committed = ALDERWICK / "template.pptx"
    if os.environ.get("REWRITE_GOLDEN"):
        committed.write_bytes(template)
    assert committed.read_bytes() == template, "run with REWRITE_GOLDEN=1, then look at the template"


@pytest.mark.parametrize(("number", "layout"), list(enumerate(LAYOUTS, 1)))
def test_layouts(template: bytes, number: int, layout: tuple[str, str | None, list[tuple[str, int]]]) -> None:
    name, kind, placeholders = layout
    part = read_part(template, f"ppt/slideLayouts/slideLayout{number}.xml")
    assert part.find(f"{P}cSld").get("name") == name
    assert part.get("type") == kind
    assert list_placeholders(part) == placeholders + FOOTERS


def test_every_slide_kind_has_its_layout(design: BrandDesign) -> None:
    assert list(design.layouts.values()) == [name for name, _, _ in LAYOUTS]


def test_placeholders_stand_on_the_slide_and_apart(template: bytes, design: BrandDesign) -> None:
    for number in range(1, len(LAYOUTS) + 1):
        part = read_part(template, f"ppt/slideLayouts/slideLayout{number}.xml")
        boxes = []
        for shape in part.iter(f"{P}sp"):
            offset = shape.find(f"{P}spPr/{A}xfrm/{A}off")
            if shape.find(f".//{P}ph") is None or offset is None:
                continue
            extent = shape.find(f"{P}spPr/{A}xfrm/{A}ext")
            left, top = int(offset.get("x")), int(offset.get("y"))
            boxes.append((left, top, left + int(extent.get("cx")), top + int(extent.get("cy"))))
        for at, (left, top, right, bottom) in enumerate(boxes):
            assert 0 <= left < right <= design.slide_width
            assert 0 <= top < bottom <= design.slide_height
            for other_left, other_top, other_right, other_bottom in boxes[:at]:
                beside = right <= other_left or other_right <= left
                assert beside or bottom <= other_top or other_bottom <= top


def test_the_body_has_nine_levels_with_hanging_bullets(template: bytes) -> None:
    levels = read_part(template, "ppt/slideMasters/slideMaster1.xml").find(f"{P}txStyles/{P}bodyStyle")
    assert [int(level.find(f"{A}defRPr").get("sz")) // 100 for level in levels] == [
        22, 20, 18, 16, 16, 14, 14, 14, 14,
    ]  # fmt: skip
    for level in levels:
        assert level.find(f"{A}buChar") is not None
        assert int(level.get("marL")) >= -int(level.get("indent")) > 0


def test_the_notes_master_has_nine_levels_and_is_listed(template: bytes) -> None:
    notes = read_part(template, "ppt/notesMasters/notesMaster1.xml")
    assert set(list_placeholders(notes)) == {
        ("hdr", 0), ("dt", 2), ("sldImg", 3), ("body", 1), ("ftr", 4), ("sldNum", 5),
    }  # fmt: skip
    assert len(notes.findall(f"{P}notesStyle/*/{A}buChar")) == 9
    presentation = read_part(template, "ppt/presentation.xml")
    assert presentation.find(f"{P}notesMasterIdLst/{P}notesMasterId") is not None


def test_new_tables_take_the_brand_style(template: bytes, design: BrandDesign) -> None:
    styles = read_part(template, "ppt/tableStyles.xml")
    assert styles.get("def") == design.table_style == styles[0].get("styleId")


def test_every_text_of_the_default_brand_can_be_read(design: BrandDesign) -> None:
    assert find_low_contrasts(design) == []


def test_low_contrast_is_found(design: BrandDesign) -> None:
    pale = replace(design, roles={**design.roles, "muted": "AAB4B8"})
    assert [(text, ground) for text, ground, _ in find_low_contrasts(pale)] == [
        ("muted", "lt1"),
        ("muted", "panel"),
    ]


def test_code_can_be_read_on_its_panel(design: BrandDesign) -> None:
    tokens = tomllib.loads((ALDERWICK / "brand.toml").read_text(encoding="utf-8"))["code"]
    panel = resolve_colour(design.roles["code_panel"], design.palette)
    too_pale = {
        kind: colour
        for kind, colour in tokens.items()
        if contrast(resolve_colour(colour, design.palette), panel) < 4.5
    }
    assert tokens
    assert too_pale == {}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("000000", "FFFFFF", 21), ("FFFFFF", "FFFFFF", 1), ("777777", "FFFFFF", 4.48)],
)
def test_contrast_is_wcags(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize(
    ("written", "spelled", "painted"),
    [
        ("0e6e68", '<a:srgbClr val="0E6E68"/>', "0E6E68"),
        ("dk1", '<a:schemeClr val="tx1"/>', "000000"),
        (
            "accent1 lighter 40",
            '<a:schemeClr val="accent1"><a:lumMod val="60000"/><a:lumOff val="40000"/></a:schemeClr>',
            "FF6666",
        ),
        (
            "accent1 darker 25",
            '<a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr>',
            "BF0000",
        ),
    ],
)
def test_colours(written: str, spelled: str, painted: str) -> None:
    assert spell_colour(written) == spelled
    assert resolve_colour(written, {"dk1": "000000", "accent1": "FF0000"}) == painted


def test_another_brand_leaves_no_trace_of_the_default_one(tmp_path: Path) -> None:
    """All names, colours, faces and sizes come from brand.toml."""
    changes = (("Alderwick", "Öster & Søn"), ("Calibri", "Arial"), ("0E6E68", "5B2A86"))
    template = make_template(read_design(copy_brand(tmp_path, *changes)))
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))]
    for gone in (b"Alderwick", b"Calibri", b"0E6E68"):
        assert not any(gone in part for part in parts)
    for part in parts:
        etree.fromstring(part)


def test_four_to_three_is_a_size_in_the_file(tmp_path: Path) -> None:
    narrow = read_design(copy_brand(tmp_path, ("width = 960", "width = 720")))
    size = read_part(make_template(narrow), "ppt/presentation.xml").find(f"{P}sldSz")
    assert dict(size.attrib) == {"cx": "9144000", "cy": "6858000", "type": "screen4x3"}


def test_all_that_is_wrong_with_a_brand_is_said_at_once(tmp_path: Path) -> None:
    brand = copy_brand(
        tmp_path,
        ('accent3 = "2C6C9F"', 'accent3 = "blue"'),
        ("caption = 14", "caption = 0"),
        ('png = "logo.png"', 'png = "logo.gif"'),
    )
    with pytest.raises(DesignError) as raised:
        read_design(brand)
    assert raised.value.problems == [
        "palette.accent3: missing or not six hexadecimal digits, RRGGBB",
        "sizes.caption: missing or not a number of points above 0",
        "logo.png: cannot read logo.gif: No such file or directory",
    ]


@pytest.mark.parametrize("width", [9_144_000, 12_192_000])
def test_columns_end_where_the_margins_begin(width: int) -> None:
    grid = Grid(width, 6_858_000)
    whole, left, right = grid.box(0, 10), grid.box(0, 10, 0, 6), grid.box(0, 10, 6, 6)
    assert (whole.x, whole.right) == (grid.margin, width - grid.margin)
    assert (left.x, right.right) == (whole.x, whole.right)
    assert right.x - left.right == pytest.approx(grid.gutter, abs=1)


def test_the_package_is_sound() -> None:
    from openxml_audit import validate_pptx

    result = validate_pptx(ALDERWICK / "template.pptx")
    assert [str(finding) for finding in result.errors] == []


@pytest.mark.skipif(not GATE.exists(), reason="needs the package check of ../shared")
def test_the_package_passes_the_gate() -> None:
    gate = subprocess.run(
        [sys.executable, str(GATE), str(ALDERWICK / "template.pptx")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (gate.returncode, gate.stdout) == (0, "1 file(s), 0 finding(s)\n")
