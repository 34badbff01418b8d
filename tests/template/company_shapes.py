"""Templates as companies have them: what designers do that python-pptx's default template does not."""

from __future__ import annotations

from collections.abc import Callable

from .designs import Layout, Master, Ph, level, panel, styles, template

COMPANY_SHAPES: dict[str, Callable[[], bytes]] = {}


def shape(make: Callable[[], bytes]) -> Callable[[], bytes]:
    COMPANY_SHAPES[make.__name__] = make
    return make


TITLE = Ph("title", 0, (5, 5, 90, 13))
BODY = Ph("body", 1, (5, 21, 90, 68), fit="<a:normAutofit/>")
FOOTER = Ph("ftr", 3, (5, 93, 60, 5), levels=level(run='sz="1000"'), prompt="Footer")
NUMBER = Ph("sldNum", 4, (87, 93, 8, 5), levels=level('algn="r"', 'sz="1000"'))
LINES = (FOOTER._replace(idx=11, place=None), NUMBER._replace(idx=12, place=None))
OWN = (TITLE, BODY, FOOTER, NUMBER)
HEAD = Ph("title", 0)
COVER = Layout(
    "Cover", (Ph("ctrTitle", 0, (8, 30, 70, 24), 'anchor="b"'), Ph("subTitle", 1, (8, 56, 70, 14))), "title"
)
TEXT = Layout("Text", (HEAD, Ph("", 1), *LINES), "obj")
SCALED = '<a:normAutofit fontScale="62500" lnSpcReduction="20000"/>'
PALE_LINKS = ((r"<a:hlink>.*?</a:hlink>", '<a:hlink><a:srgbClr val="CFE8FF"/></a:hlink>'),)
BLUE = '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'


def one(*layouts: Layout, **master: str) -> tuple[Master]:
    return (Master(layouts, OWN, **{"styles": styles(), **master}),)


@shape
def google_slides() -> bytes:
    """As exported from Google Slides: small slides, bodies without a bullet's hanging indent, number only."""
    size = (9144000, 5143500)
    number = Ph("sldNum", 12, (92.7, 90.7, 6, 7.6), levels=level('algn="r"', 'sz="1000"'))
    insets = 'spcFirstLastPara="1" wrap="square" lIns="91425" tIns="91425" rIns="91425" bIns="91425"'
    title = Ph("title", 0, (3.4, 8.7, 93.2, 11.1), insets, "<a:normAutofit/>", level("", 'sz="2800"'))
    body = Ph("body", 1, (3.4, 22.4, 93.2, 66.4), insets + ' anchor="t"', "<a:normAutofit/>")
    half = body._replace(
        place=(3.4, 22.4, 43.7, 66.4), levels=level('marL="457200" indent="-317500"', 'sz="1400"')
    )
    layouts = (
        Layout(
            "TITLE",
            (
                Ph(
                    "ctrTitle",
                    0,
                    (3.4, 14.5, 93.2, 39.9),
                    insets + ' anchor="b"',
                    "<a:normAutofit/>",
                    level('algn="ctr"', 'sz="5200"'),
                ),
                Ph(
                    "subTitle",
                    1,
                    (3.4, 55.1, 93.2, 15.4),
                    insets,
                    "<a:normAutofit/>",
                    level('algn="ctr" marL="0" indent="0"', 'sz="2800"'),
                ),
                number,
            ),
            "title",
        ),
        Layout(
            "SECTION_HEADER",
            (
                title._replace(
                    place=(3.4, 41.8, 93.2, 16.4),
                    body=insets + ' anchor="ctr"',
                    levels=level('algn="ctr"', 'sz="3600"'),
                ),
                number,
            ),
            "secHead",
        ),
        Layout("TITLE_AND_BODY", (title, body, number), "tx"),
        Layout(
            "TITLE_AND_TWO_COLUMNS",
            (title, half, half._replace(idx=2, place=(52.9, 22.4, 43.7, 66.4)), number),
            "twoColTx",
        ),
        Layout("TITLE_ONLY", (title, number), "titleOnly"),
        Layout(
            "ONE_COLUMN_TEXT",
            (
                title._replace(place=(3.4, 10.8, 30.7, 14.7)),
                body._replace(place=(3.4, 27, 30.7, 61.9)),
                number,
            ),
        ),
        Layout(
            "MAIN_POINT",
            (
                title._replace(
                    place=(5.4, 8.8, 69.6, 79.5), body=insets + ' anchor="ctr"', levels=level("", 'sz="4800"')
                ),
                number,
            ),
        ),
        Layout(
            "SECTION_TITLE_AND_DESCRIPTION",
            (
                title._replace(place=(2.9, 24, 44.2, 28.8)),
                Ph(
                    "subTitle",
                    1,
                    (2.9, 54, 44.2, 24),
                    insets,
                    levels=level('marL="0" indent="0"', 'sz="2100"'),
                ),
                body._replace(idx=2, place=(54, 14, 42, 72)),
                number,
            ),
            drawn=panel((50, 0, 50, 100), "lt2", size),
        ),
        Layout("CAPTION_ONLY", (body._replace(place=(3.4, 82.3, 65.6, 11.8)), number)),
        Layout(
            "BIG_NUMBER",
            (
                title._replace(place=(3.4, 21.5, 93.2, 38.2), levels=level('algn="ctr"', 'sz="12000"')),
                body._replace(place=(3.4, 61.3, 93.2, 25.3)),
                number,
            ),
        ),
        Layout("BLANK", (number,), "blank"),
    )
    return template((Master(layouts, (title, body, number), styles=styles(sizes=(18, 14))),), size)


@shape
def title_at_the_side() -> bytes:
    """Titles stand in a coloured column at the left, as high as the slide."""
    side = panel((0, 0, 26, 100), "accent1")
    title = Ph("title", 0, (2, 8, 22, 80), 'anchor="t"')
    body = Ph("body", 1, (29, 8, 67, 80))
    layouts = (
        Layout("Start", (title._replace(type="ctrTitle"), Ph("subTitle", 1, (29, 40, 67, 20))), "title"),
        Layout("Inhalt", (title, Ph("", 1, (29, 8, 67, 80)), *LINES), "obj"),
        Layout("Nur Titel", (title, *LINES), "titleOnly"),
    )
    number = NUMBER._replace(place=(90, 93, 6, 5))
    footer = FOOTER._replace(place=(29, 93, 55, 5))
    white = styles(title_run='sz="2800"').replace('<a:schemeClr val="tx1"/>', '<a:schemeClr val="bg1"/>', 1)
    return template((Master(layouts, (title, body, footer, number), drawn=side, styles=white),))


@shape
def title_at_the_foot() -> bytes:
    """Titles stand under the content, section titles under a picture."""
    title = Ph("title", 0, (5, 78, 90, 13), 'anchor="b"')
    layouts = (
        Layout(
            "Cover",
            (title._replace(type="ctrTitle", place=(5, 70, 60, 20)), Ph("subTitle", 1, (5, 91, 60, 6))),
            "title",
        ),
        Layout("Section", (title, Ph("body", 13, (5, 5, 90, 60)), *LINES), "secHead"),
        Layout("Text", (title, Ph("", 1, (5, 6, 90, 68)), *LINES), "obj"),
        Layout("Title", (title, *LINES), "titleOnly"),
    )
    return template(
        (Master(layouts, (title, BODY._replace(place=(5, 6, 90, 68)), FOOTER, NUMBER), styles=styles()),)
    )


@shape
def lines_under_titles() -> bytes:
    """Layouts have an empty line under their titles, and bodies for source, date and section name."""
    line = Ph(
        "body",
        13,
        (5, 14, 90, 6),
        levels=level('marL="0" indent="0"', 'sz="1600"', "<a:buNone/>"),
        extra='sz="quarter" hasCustomPrompt="1"',
        prompt="Subtitle",
    )
    source = line._replace(idx=24, place=(5, 88, 60, 4), prompt="Source")
    day = line._replace(idx=31, place=(70, 1, 25, 4), prompt="Click to add date")
    title = Ph("title", 0, (5, 5, 90, 8.5), 'anchor="b"')
    more = (line, source, day, *LINES)
    half = Ph("", 14, (5, 22, 43, 64), extra='sz="half"')
    layouts = (
        COVER,
        Layout("Content", (title, Ph("", 14, (5, 22, 90, 64), extra='sz="quarter"'), *more)),
        Layout("Two contents", (title, half, half._replace(idx=15, place=(52, 22, 43, 64)), *more)),
        Layout(
            "Three contents",
            (
                title,
                *(Ph("", 14 + n, (5 + 31 * n, 22, 28, 64)) for n in range(3)),
                line._replace(idx=40),
                *LINES,
            ),
        ),
        Layout("Picture right", (title, half, Ph("pic", 15, (52, 0, 48, 100)), *more)),
        Layout("Agenda", (title, Ph("tbl", 14, (5, 22, 90, 64)), *more)),
        Layout("Title only", (title, *more)),
        Layout("Blank", ()),
    )
    return template(one(*layouts))


@shape
def arabic() -> bytes:
    """An Arabic template: names, directions and sides are those of an Arabic designer."""
    rtl = 'algn="r" rtl="1"'
    right = styles(title=rtl, body=rtl).replace('marL="', 'marR="0" marL="')
    title = TITLE._replace(body='rtlCol="1"')
    half = Ph("", 1, (52, 21, 43, 68), 'rtlCol="1"', extra='sz="half"')
    layouts = (
        Layout(
            "شريحة عنوان",
            (
                Ph("ctrTitle", 0, (22, 30, 70, 24), 'anchor="b"', levels=level('algn="ctr" rtl="1"')),
                Ph(
                    "subTitle",
                    1,
                    (22, 56, 70, 14),
                    levels=level('algn="ctr" rtl="1" marL="0" indent="0"', "", "<a:buNone/>"),
                ),
            ),
            "title",
        ),
        Layout("عنوان ومحتوى", (HEAD, Ph("", 1), *LINES), "obj"),
        Layout(
            "رأس المقطع", (title._replace(place=(5, 45, 90, 20)), Ph("body", 1, (5, 66, 90, 15))), "secHead"
        ),
        Layout("محتويين", (HEAD, half, half._replace(idx=2, place=(5, 21, 43, 68)), *LINES), "twoObj"),
        Layout("عنوان فقط", (HEAD, *LINES), "titleOnly"),
        Layout("فارغ", LINES, "blank"),
    )
    own = (
        title,
        BODY._replace(body='rtlCol="1"'),
        FOOTER._replace(place=(35, 93, 60, 5), levels=level(rtl, 'sz="1000"')),
        NUMBER._replace(place=(5, 93, 8, 5), levels=level('algn="l" rtl="1"', 'sz="1000"')),
    )
    return template((Master(layouts, own, styles=right, drawn=panel((97, 0, 3, 100), "accent2")),))


@shape
def second_master() -> bytes:
    """The first master has covers only, the second, dark, the layouts for content."""
    covers = Master(
        (
            COVER,
            Layout("Section", (Ph("title", 0, (8, 40, 70, 20)), Ph("body", 1, (8, 61, 70, 12))), "secHead"),
        ),
        OWN,
        styles=styles(),
    )
    content = Master(
        (
            TEXT,
            Layout("Two", (HEAD, Ph("", 1, (5, 21, 43, 68)), Ph("", 2, (52, 21, 43, 68)), *LINES), "twoObj"),
            Layout("Title", (HEAD, *LINES), "titleOnly"),
        ),
        OWN,
        styles=styles(),
        colors="bg1=dk1 tx1=lt1 bg2=dk2 tx2=lt2",
    )
    return template((covers, content))


@shape
def full_bleed_pictures() -> bytes:
    """Pictures fill slides, titles and texts stand over them; the body comes with a picture too."""
    whole = Ph("pic", 13, (0, 0, 100, 100))
    layouts = (
        Layout(
            "Cover",
            (whole, Ph("ctrTitle", 0, (5, 60, 60, 18), fill=BLUE), Ph("subTitle", 1, (5, 79, 60, 10))),
            "title",
        ),
        Layout("Picture", (whole, Ph("title", 0, (5, 5, 50, 12)), *LINES)),
        Layout(
            "Text over picture",
            (whole, Ph("title", 0, (5, 5, 50, 12)), Ph("body", 1, (5, 20, 40, 60)), *LINES),
        ),
        Layout("Text", (HEAD, Ph("", 1), *LINES), "obj"),
    )
    return template(one(*layouts))


@shape
def dark_picture() -> bytes:
    """A dark picture is the background of the master; texts are white, the theme itself is light."""
    fill = (
        '<p:bgPr><a:blipFill><a:blip r:embed="rIdB"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
        "<a:effectLst/></p:bgPr>"
    )
    white = styles().replace('<a:schemeClr val="tx1"/>', '<a:schemeClr val="bg1"/>')
    master = Master(
        (COVER, TEXT, Layout("Title", (HEAD, *LINES), "titleOnly")), OWN, background=fill, styles=white
    )
    link = (
        '<Relationship Id="rIdB" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        'Target="../media/dark.png"/>'
    )
    return template(
        (master,),
        parts={"ppt/media/dark.png": png((16, 24, 48))},
        relationships={"ppt/slideMasters/slideMaster1.xml": link},
        defaults='<Default Extension="png" ContentType="image/png"/>',
    )


def png(color: tuple[int, int, int]) -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (64, 36), color).save(out, "PNG")
    return out.getvalue()


@shape
def beside_a_brand_panel() -> bytes:
    """The body is narrow beside a big panel of the brand, and low."""
    drawn = panel((55, 0, 45, 100), "accent1", text="Brand") + panel((0, 96, 55, 4), "accent2")
    title = Ph("title", 0, (4, 6, 48, 16))
    body = Ph("body", 1, (4, 26, 48, 60), 'lIns="0" rIns="0"')
    layouts = (
        Layout(
            "Cover",
            (title._replace(type="ctrTitle", place=(4, 30, 48, 25)), Ph("subTitle", 1, (4, 56, 48, 12))),
        ),
        Layout("Text", (title, body)),
    )
    return template((Master(layouts, (title, body), drawn=drawn, styles=styles(sizes=(18, 16, 14))),))


@shape
def tiny_body() -> bytes:
    """The only body is a small box in a corner under a big key visual."""
    layouts = (
        COVER,
        Layout(
            "Text",
            (
                Ph("title", 0, (5, 70, 90, 9)),
                Ph("body", 1, (5, 80, 45, 12), levels=level("", 'sz="1200"')),
                *LINES,
            ),
            drawn=panel((0, 0, 100, 66), "accent3"),
        ),
    )
    return template(one(*layouts))
