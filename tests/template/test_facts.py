"""What is read from a template: each fact from the nearest place that says it."""

from __future__ import annotations

import pytest

from deckbuild.template import Placeholder, Template, open_template
from deckbuild.units import Box
from deckbuild.workspace import MemoryWorkspace

from .packages import LAYOUT, MASTER, PRESENTATION, THEME, Edits, make_template


def open_with(edits: Edits) -> Template:
    return open_template(make_template(edits), MemoryWorkspace({}))


def content(edits: Edits) -> Placeholder:
    """Give the content placeholder of "Title and Content"."""
    return next(each for each in open_with(edits).layouts[1].placeholders if each.index == 1)


def test_layouts_and_their_placeholders() -> None:
    template = open_with({})
    assert template.slide_size == (9144000, 6858000)
    assert [layout.name for layout in template.layouts[:3]] == [
        "Title Slide",
        "Title and Content",
        "Section Header",
    ]
    assert template.layouts[1].type == "obj"
    assert template.layouts[1].part == LAYOUT
    assert [(each.type, each.index) for each in template.layouts[1].placeholders] == [
        ("title", 0),
        ("obj", 1),
        ("dt", 10),
        ("ftr", 11),
        ("sldNum", 12),
    ]


# The first-level style of body text, as each place that may say it begins in the package.
IN_LAYOUT = (LAYOUT, r'(<p:ph idx="1"/>.*?)<a:lstStyle/>')
IN_MASTER = (MASTER, r'(<p:ph type="body".*?)<a:lstStyle/>')
IN_TEXT_STYLE = (MASTER, r"(<p:bodyStyle>)<a:lvl1pPr.*?</a:lvl1pPr>")
IN_DEFAULTS = (PRESENTATION, r"(<p:defaultTextStyle>.*?)<a:lvl1pPr.*?</a:lvl1pPr>")


def styled(place: tuple[str, str], level: str) -> Edits:
    """Put a first level's properties into one of these places."""
    part, pattern = place
    in_style = place in (IN_TEXT_STYLE, IN_DEFAULTS)
    return {part: (pattern, rf"\1{level}" if in_style else rf"\1<a:lstStyle>{level}</a:lstStyle>")}


def test_text_properties_come_from_the_nearest_place_that_says_them() -> None:
    level = '<a:lvl1pPr><a:defRPr sz="{}"/></a:lvl1pPr>'
    edits: dict[str, tuple[str, str]] = {}
    found = []
    for place, size in (
        (IN_DEFAULTS, "1100"),
        (IN_TEXT_STYLE, "2200"),
        (IN_MASTER, "3300"),
        (IN_LAYOUT, "4400"),
    ):
        if place is IN_TEXT_STYLE:
            without_size = styled(place, "<a:lvl1pPr><a:defRPr/></a:lvl1pPr>")
            found.append(content({**edits, **without_size}).levels[0].size)
        edits.update(styled(place, level.format(size)))
        if place is not IN_DEFAULTS:
            found.append(content(edits).levels[0].size)
    assert found == [11, 22, 33, 44]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (
            '<a:lvl1pPr><a:defRPr b="1" i="1" cap="all"/></a:lvl1pPr>',
            {"bold": True, "italic": True, "caps": True},
        ),
        (
            '<a:lvl1pPr marL="100" indent="-50" algn="ctr"/>',
            {"margin_left": 100, "indent": -50, "align": "ctr"},
        ),
        (
            '<a:lvl1pPr><a:spcBef><a:spcPts val="600"/></a:spcBef></a:lvl1pPr>',
            {"space_before_points": 6.0, "space_before_percent": 0.0},
        ),
        (
            '<a:lvl1pPr><a:lnSpc><a:spcPct val="90%"/></a:lnSpc>'
            '<a:spcAft><a:spcPct val="50000"/></a:spcAft></a:lvl1pPr>',
            {"line_spacing": 0.9, "space_after_percent": 0.5},
        ),
        ('<a:lvl1pPr><a:lnSpc><a:spcPts val="2400"/></a:lnSpc></a:lvl1pPr>', {"line_points": 24.0}),
        (
            '<a:lvl1pPr><a:buClr><a:schemeClr val="accent2"/></a:buClr><a:buSzPct val="80000"/>'
            '<a:buFont typeface="Wingdings"/></a:lvl1pPr>',
            {"bullet_color": "accent2", "bullet_size": 0.8, "bullet_font": "Wingdings"},
        ),
        ("<a:lvl1pPr><a:buNone/></a:lvl1pPr>", {"bullet": ""}),
        ('<a:lvl1pPr><a:buChar char="-"/></a:lvl1pPr>', {"bullet": "-"}),
        ('<a:lvl1pPr><a:buAutoNum type="arabicPeriod"/></a:lvl1pPr>', {"bullet": "#"}),
        ('<a:lvl1pPr><a:defRPr><a:latin typeface="Georgia"/></a:defRPr></a:lvl1pPr>', {"font": "Georgia"}),
        ('<a:lvl1pPr><a:defRPr><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr>', {"font": "Calibri"}),
    ],
)
def test_text_properties(level: str, expected: dict[str, object]) -> None:
    before = content({}).levels[0]
    after = content(styled(IN_LAYOUT, level)).levels[0]
    assert after == before._replace(**expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fill", "color"),
    [
        ('<a:schemeClr val="accent1"/>', "accent1"),
        ('<a:srgbClr val="a1b2c3"/>', "A1B2C3"),
        ('<a:sysClr val="windowText" lastClr="111111"/>', "111111"),
        ('<a:schemeClr val="tx1"><a:tint val="75000"/></a:schemeClr>', "898989"),
        ('<a:srgbClr val="FF0000"><a:shade val="50000"/></a:srgbClr>', "BC0000"),
        ('<a:schemeClr val="bg1"><a:lumMod val="65000"/></a:schemeClr>', "A6A6A6"),
        ('<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>', "808080"),
    ],
)
def test_a_colour_is_a_theme_colour_or_what_it_comes_to(fill: str, color: str) -> None:
    level = f"<a:lvl1pPr><a:defRPr><a:solidFill>{fill}</a:solidFill></a:defRPr></a:lvl1pPr>"
    assert content(styled(IN_LAYOUT, level)).levels[0].color == color


def test_a_layout_with_a_colour_map_of_its_own() -> None:
    own = (
        '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" accent1="accent1" '
        'accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" '
        'hlink="hlink" folHlink="folHlink"/></p:clrMapOvr>'
    )
    assert content({LAYOUT: ("<p:clrMapOvr>.*</p:clrMapOvr>", own)}).levels[0].color == "lt1"


def test_the_theme_has_its_colours_by_scheme_name_and_by_mapped_name() -> None:
    color_map = (r'bg1="lt1" tx1="dk1"', 'bg1="dk1" tx1="lt1"')
    fonts = (r'<a:minorFont>\s*<a:latin typeface="[^"]*"', '<a:minorFont><a:latin typeface="Georgia"')
    theme = open_with({MASTER: color_map, THEME: fonts}).themes[0]
    colors = dict(theme.colors)
    assert (colors["dk1"], colors["lt1"]) == ("000000", "FFFFFF")
    assert (colors["tx1"], colors["bg1"]) == ("FFFFFF", "000000")
    assert colors["accent1"] == "4F81BD"
    assert (theme.major_font, theme.minor_font) == ("Calibri", "Georgia")


def test_a_placeholder_stands_where_the_master_s_does_unless_it_says_so() -> None:
    assert content({}).box == Box(457200, 1600200, 8229600, 4525963)
    placed = '<p:spPr><a:xfrm><a:off x="1" y="2"/><a:ext cx="3" cy="4"/></a:xfrm></p:spPr>'
    assert content({LAYOUT: (r'(<p:ph idx="1"/>.*?)<p:spPr/>', rf"\1{placed}")}).box == Box(1, 2, 3, 4)


def test_insets_anchor_and_autofit_are_inherited_one_by_one() -> None:
    before = content({})
    assert (before.insets, before.anchor, before.autofit) == ((91440, 45720, 91440, 45720), "t", "normal")
    own = '<a:bodyPr lIns="0" anchor="b"><a:noAutofit/></a:bodyPr>'
    after = content({LAYOUT: (r'(<p:ph idx="1"/>.*?)<a:bodyPr/>', rf"\1{own}")})
    assert (after.insets, after.anchor, after.autofit) == ((0, 45720, 91440, 45720), "b", "none")


def test_a_template_without_a_notes_master_gets_one_in_its_fonts() -> None:
    fonts = (r'<a:minorFont>\s*<a:latin typeface="[^"]*"', '<a:minorFont><a:latin typeface="Georgia"')
    size = (r"<p:sldSz[^>]*>", '<p:sldSz cx="12192000" cy="6858000"/>')
    notes = {each.type: each for each in open_with({THEME: fonts, PRESENTATION: size}).notes}
    assert list(notes) == ["hdr", "dt", "sldImg", "body", "ftr", "sldNum"]
    assert notes["body"].levels[0].font == "Georgia"
    assert notes["sldImg"].box.cx / notes["sldImg"].box.cy == pytest.approx(16 / 9, rel=1e-3)


def test_table_styles_come_with_the_one_for_new_tables_first() -> None:
    styles = (
        r"<a:tblStyleLst.*",
        '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{B}">'
        '<a:tblStyle styleId="{A}" styleName="a"/><a:tblStyle styleId="{B}" styleName="b"/></a:tblStyleLst>',
    )
    assert open_with({"ppt/tableStyles.xml": styles}).table_styles == ("{B}", "{A}")


def test_a_layout_s_own_colour_mapping() -> None:
    written = '<a:overrideClrMapping bg1="dk1" tx1="lt1" hlink="lt1"/>'
    edits = {LAYOUT: (r"<a:masterClrMapping/>", written)}
    title, changed = open_with(edits).layouts[:2]
    assert title.color_map == ()
    assert changed.color_map == (("bg1", "dk1"), ("tx1", "lt1"), ("hlink", "lt1"))
