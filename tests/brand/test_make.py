"""The default brand's template is made from its brand.toml, and others' brands just so.

After a change of the generator or of brand.toml, write the template anew and look at it:

    pytest --update-goldens tests/brand/test_make.py
"""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from deckbuild.brand.brand_file import find_brand
from deckbuild.brand.colour import contrast, map_palette, resolve_colour, spell_colour
from deckbuild.brand.make import (
    BrandDesign,
    find_low_contrasts,
    make_template,
    read_design,
    report_low_contrasts,
)
from deckbuild.brand.make.grid import Grid
from deckbuild.diagnostics import Collector, format_diagnostic
from deckbuild.source import Span
from deckbuild.workspace import DiskWorkspace, MemoryWorkspace
from tests.goldens import Goldens

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


SHORTEST = '[palette]\naccent1 = "5B2A86"\n'
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\0\x40\x08\x06\0\0\0"


def read(files: dict[str, str | bytes], name: str = "acme") -> tuple[BrandDesign | None, str]:
    """Read the design of a brand in memory, and what is said of it."""
    folder = "assets/brands/acme"
    contents = {
        f"{folder}/{path}": text.encode() if isinstance(text, str) else text for path, text in files.items()
    }
    collector = Collector()
    file = find_brand(name, Span("deck.toml"), MemoryWorkspace(contents), collector)
    design = read_design(file, collector) if file else None
    if design and file:
        report_low_contrasts(design, file, collector)
    return design, "\n".join(format_diagnostic(found) for found in collector.sorted())


def made(text: str, **files: str | bytes) -> BrandDesign:
    """Return the design of a brand that nothing is wrong with."""
    design, report = read({"brand.toml": text, **files})
    assert report == ""
    assert design is not None
    return design


@pytest.fixture(scope="module")
def design() -> BrandDesign:
    design, report = read({}, "alderwick")
    assert report == ""
    assert design is not None
    return design


@pytest.fixture(scope="module")
def template(design: BrandDesign) -> bytes:
    return make_template(design)


def read_part(template: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        return etree.fromstring(package.read(name))


def list_placeholders(part: Any) -> list[tuple[str, int]]:
    found = part.iter(f"{P}ph")
    return [(ph.get("type", "obj"), int(ph.get("idx", "0"))) for ph in found]


def changed_brand(*changes: tuple[str, str]) -> dict[str, str | bytes]:
    """Return Alderwick's files with some text of brand.toml replaced."""
    files: dict[str, str | bytes] = {file.name: file.read_bytes() for file in ALDERWICK.iterdir()}
    text = (ALDERWICK / "brand.toml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {**files, "brand.toml": text}


def names_and_text(template: bytes) -> bytes:
    """Return all XML of a template."""
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return b"\n".join(package.read(name) for name in names)


def test_the_committed_template_is_what_the_generator_makes(template: bytes, golden: Goldens) -> None:
    golden.check(ALDERWICK / "template.pptx", template)


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


def test_every_text_of_the_brands_can_be_read(design: BrandDesign) -> None:
    """On slides, panels, tables, covers and pages, links, and every token of code on its panel."""
    assert find_low_contrasts(design) == []
    assert find_low_contrasts(vesperine()) == []


def test_every_token_of_code_can_be_read_on_a_highlighted_line(design: BrandDesign) -> None:
    for each in (design, vesperine()):
        palette = map_palette(each.palette, each.dark)
        ground = resolve_colour(each.roles["highlight"], palette)
        for kind, colour in each.code.items():
            assert contrast(resolve_colour(colour, palette), ground) >= 4.5, (each.name, kind)


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_what_a_brand_does_not_say_can_be_read(ground: str) -> None:
    accents = {"light": "5B2A86", "dark": "C9A2EE"}
    text = f'[slide]\nground = "{ground}"\n[palette]\naccent1 = "{accents[ground]}"\n'
    assert find_low_contrasts(made(text)) == []


def test_low_contrast_is_found(design: BrandDesign) -> None:
    pale = replace(design, roles={**design.roles, "muted": "AAB4B8"}, code={"Comment.Special": "AAB4B8"})
    assert [(text, ground) for text, ground, _ in find_low_contrasts(pale)] == [
        ("palette.roles.muted", "palette.lt1"),
        ("palette.roles.muted", "palette.roles.panel"),
        ("code.Comment.Special", "palette.roles.code_panel"),
    ]


def test_low_contrast_is_said_where_the_colour_is_written() -> None:
    text = '[palette]\naccent1 = "5B2A86"\n\n[code]\nKeyword = "5B2A86"\n"Name.Tag" = "DDDDDD"\n'
    assert read({"brand.toml": text})[1] == (
        "assets/brands/acme/brand.toml:6:1: warning: `code.Name.Tag` on `palette.roles.code_panel` has a "
        "contrast of 1.1 to 1; text wants 4.5. [brand-contrast]\n"
        "    Make one lighter or the other darker."
    )


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


def test_another_brand_leaves_no_trace_of_the_default_one() -> None:
    """All names, colours, faces and sizes come from brand.toml."""
    changes = (("Alderwick", "Öster & Søn"), ("Calibri", "Arial"), ("0E6E68", "5B2A86"))
    other, report = read(changed_brand(*changes))
    assert report == ""
    assert other is not None
    template = make_template(other)
    text = names_and_text(template)
    for gone in (b"Alderwick", b"Calibri", b"0E6E68"):
        assert gone not in text
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


def test_four_to_three_is_a_size_in_the_file() -> None:
    narrow = made(SHORTEST + "[slide]\nwidth = 720\n")
    size = read_part(make_template(narrow), "ppt/presentation.xml").find(f"{P}sldSz")
    assert dict(size.attrib) == {"cx": "9144000", "cy": "6858000", "type": "screen4x3"}


def test_a_name_and_a_colour_are_enough() -> None:
    """The name of a brand without logo files is set in type, on the master and on the covers."""
    template = make_template(made('name = "Acme"\n' + SHORTEST))
    for part in ("slideMasters/slideMaster1", "slideLayouts/slideLayout1", "slideLayouts/slideLayout2"):
        shapes = read_part(template, f"ppt/{part}.xml").findall(f".//{P}sp")
        logos = ["".join(shape.itertext()) for shape in shapes if "Logo" in etree.tostring(shape).decode()]
        assert logos == ["Acme"]
    assert b"5B2A86" in names_and_text(template)


def test_a_logo_may_be_svg_or_png_alone() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><path d="M0 0h40v10z"/></svg>'
    files: dict[str, str | bytes] = {"a.svg": svg, "b.png": PNG}
    drawn = made(SHORTEST + '[logo]\nsvg = "a.svg"\nreversed_png = "b.png"\n', **files)
    assert drawn.logo is not None
    assert drawn.reversed_logo is not None
    assert (drawn.logo.width, drawn.logo.height) == (1920, 480)
    assert (drawn.reversed_logo.width, drawn.reversed_logo.height, drawn.reversed_logo.svg) == (256, 64, b"")
    with zipfile.ZipFile(io.BytesIO(make_template(drawn))) as package:
        media = [name for name in package.namelist() if name.startswith("ppt/media/")]
    assert media == ["ppt/media/image1.png", "ppt/media/image2.svg", "ppt/media/image3.png"]


def vesperine() -> BrandDesign:
    collector = Collector()
    file = find_brand("vesperine", Span("deck.toml"), DiskWorkspace(ROOT), collector)
    design = read_design(file, collector) if file else None
    assert (collector.sorted(), design is None) == ([], False)
    assert design is not None
    return design


def test_dark_slides_have_light_pages() -> None:
    template = make_template(vesperine())
    master = read_part(template, "ppt/slideMasters/slideMaster1.xml").find(f"{P}clrMap")
    notes = read_part(template, "ppt/notesMasters/notesMaster1.xml").find(f"{P}clrMap")
    assert (master.get("bg1"), master.get("tx1"), master.get("hlink")) == ("dk1", "lt1", "hlink")
    assert (notes.get("bg1"), notes.get("tx1"), notes.get("hlink")) == ("lt1", "dk1", "dk2")


@pytest.mark.parametrize(
    ("motif", "drawn"), [("leaves", {"Leaf": 6}), ("arcs", {"Arc": 7, "Disc": 1}), ("none", {"Strip": 1})]
)
def test_motifs(motif: str, drawn: dict[str, int]) -> None:
    template = make_template(made(SHORTEST + f'[cover]\nmotif = "{motif}"\n'))
    names = [
        shape.get("name").split()[0]
        for shape in read_part(template, "ppt/slideLayouts/slideLayout1.xml").iter(f"{P}cNvPr")
        if shape.get("name").split(" ")[0] in ("Leaf", "Arc", "Disc", "Strip")
    ]
    assert {name: names.count(name) for name in names} == drawn


def test_all_that_is_wrong_with_a_brand_is_said_at_once() -> None:
    text = '[logo]\npng = "a.gif"\nreversed_png = "b.png"\nsvg = "c.svg"\nreversed_svg = "/../d.svg"\n'
    folder = "assets/brands/acme/brand.toml"
    design, report = read({"brand.toml": text, "b.png": b"GIF", "c.svg": "<svg"})
    assert design is None
    assert report.splitlines() == [
        f"{folder}: error: A brand without a template of its own wants at least `accent1` under `[palette]`. "
        "[brand-incomplete]",
        "    Give it, or name a template file: docs/brand.md.",
        f"{folder}:2:1: error: `a.gif` cannot be read: No such file. [file-unreadable]",
        "    Check that it is there and may be read.",
        f"{folder}:3:1: error: `logo.reversed_png` must be a PNG file, not `b.png`. [brand-value]",
        "    Its keys are explained in docs/brand.md.",
        f"{folder}:4:1: error: `logo.svg` cannot be used. The SVG is not well-formed XML (unclosed token: "
        "line 1, column 0). [brand-value]",
        "    Its keys are explained in docs/brand.md.",
        f"{folder}:5:1: error: `/../d.svg` is not in this project. [path-outside-project]",
        "    Move the file into the project.",
    ]


@pytest.mark.parametrize("width", [9_144_000, 12_192_000])
def test_columns_end_where_the_margins_begin(width: int) -> None:
    grid = Grid(width, 6_858_000)
    whole, left, right = grid.box(0, 10), grid.box(0, 10, 0, 6), grid.box(0, 10, 6, 6)
    assert (whole.x, whole.right) == (grid.margin, width - grid.margin)
    assert (left.x, right.right) == (whole.x, whole.right)
    assert right.x - left.right == pytest.approx(grid.gutter, abs=1)


@pytest.mark.parametrize("brand", ["alderwick", "vesperine", "shortest", "narrow"])
def test_the_package_is_sound(brand: str, tmp_path: Path, template: bytes) -> None:
    from openxml_audit import validate_pptx

    file = tmp_path / "template.pptx"
    match brand:
        case "alderwick":
            file.write_bytes(template)
        case "vesperine":
            file.write_bytes(make_template(vesperine()))
        case "shortest":
            file.write_bytes(make_template(made(SHORTEST)))
        case _:
            file.write_bytes(
                make_template(made(SHORTEST + "[slide]\nwidth = 720\n[cover]\nmotif = 'arcs'\n"))
            )
    assert [str(finding) for finding in validate_pptx(file).errors] == []
    if not GATE.exists():
        pytest.skip("sound by openxml-audit; the package check of ../shared is not here")
    gate = subprocess.run([sys.executable, str(GATE), str(file)], capture_output=True, text=True, check=False)
    assert (gate.returncode, gate.stdout) == (0, "1 file(s), 0 finding(s)\n")
