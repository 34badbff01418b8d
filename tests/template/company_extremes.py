"""Templates at the ends of what there is: bare, overfull, tiny, huge, full of leftovers."""

from __future__ import annotations

from .company_shapes import (
    BLUE,
    BODY,
    COMPANY_SHAPES,
    COVER,
    FOOTER,
    HEAD,
    LINES,
    NUMBER,
    PALE_LINKS,
    SCALED,
    TEXT,
    TITLE,
    one,
    png,
    shape,
)
from .designs import Layout, Master, Ph, level, panel, picture, styles, template

__all__ = ["COMPANY_SHAPES"]


@shape
def text_settings() -> bytes:
    """Lines that do not wrap, two columns of text, wide letters, capitals, exact lines, odd autofits."""
    wild = level(
        'algn="ctr"', 'sz="3600" spc="600" cap="all" b="1"', '<a:lnSpc><a:spcPct val="80000"/></a:lnSpc>'
    )
    exact = level(
        'marL="0" marR="914400" indent="0"',
        'sz="2000" spc="100"',
        '<a:lnSpc><a:spcPts val="3000"/></a:lnSpc>',
    )
    columns = Ph("", 1, (5, 21, 90, 68), 'numCol="2" spcCol="360000" wrap="none"', "<a:spAutoFit/>", exact)
    layouts = (
        Layout(
            "Cover",
            (
                Ph("ctrTitle", 0, (8, 30, 70, 24), 'wrap="none" anchor="b"', "<a:spAutoFit/>", wild),
                Ph("subTitle", 1, (8, 56, 70, 14), 'wrap="none"', SCALED),
            ),
        ),
        Layout(
            "Text",
            (
                TITLE._replace(body='wrap="none"', fit='<a:normAutofit fontScale="90000"/>', levels=wild),
                columns,
                *LINES,
            ),
        ),
        Layout(
            "Two",
            (
                TITLE._replace(levels=wild),
                columns._replace(place=(5, 21, 43, 68)),
                Ph("", 2, (52, 21, 43, 68), "", SCALED),
                *LINES,
            ),
        ),
    )
    return template(one(*layouts), theme=((r'typeface="Calibri"', 'typeface="Gotham Narrow Book"'),))


@shape
def decorated() -> bytes:
    """Drawn things, a table and a group lie over bodies; the logo stands where the title ends."""
    frame = panel((3, 19, 94, 72), "bg2") + panel((80, 4, 16, 14), "accent1", text="LOGO")
    cards = "".join(panel((5 + 31 * n, 25, 28, 60), "accent4") for n in range(3))
    layouts = (
        COVER,
        TEXT._replace(drawn=frame),
        Layout("Title only", (HEAD, *LINES), "titleOnly", drawn=cards),
        Layout("Overlapping", (HEAD, Ph("pic", 13, (40, 10, 60, 90)), Ph("", 1, (5, 10, 60, 80)), *LINES)),
    )
    return template(one(*layouts))


@shape
def bare_master() -> bytes:
    """A master without text styles and layouts that say little; no footers."""
    layouts = (
        Layout("", (Ph("title", 0), Ph("", 1))),
        Layout("", (Ph("ctrTitle", 0, (8, 30, 70, 24)), Ph("subTitle", 4294967295, (8, 56, 70, 14)))),
        Layout("", ()),
    )
    return template((Master(layouts, (TITLE, BODY)),))


@shape
def objects_and_tags() -> bytes:
    """Think-cell's and Office's leftovers: OLE objects with VML, tags, custom XML, guides, an SVG logo."""
    ole = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="ID" name="Object" hidden="1"/>'
        "<p:cNvGraphicFramePr/>"
        '<p:nvPr userDrawn="1"><p:custDataLst><p:tags r:id="rIdG"/></p:custDataLst></p:nvPr>'
        "</p:nvGraphicFramePr>"
        '<p:xfrm><a:off x="1588" y="1588"/><a:ext cx="1588" cy="1588"/></p:xfrm><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/presentationml/2006/ole">'
        '<p:oleObj name="Slide" r:id="rIdO" imgW="100" imgH="100" progId="Package">'
        '<p:embed/><p:pic><p:nvPicPr><p:cNvPr id="0" name=""/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill>'
        '<a:blip r:embed="rIdP"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
        '<a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1588" cy="1588"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</p:spPr></p:pic>"
        "</p:oleObj></a:graphicData></a:graphic></p:graphicFrame>"
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = (
        f'<Relationship Id="rIdG" Type="{office}/tags" Target="../tags/tag1.xml"/>'
        f'<Relationship Id="rIdO" Type="{office}/oleObject" Target="../embeddings/oleObject1.bin"/>'
        f'<Relationship Id="rIdP" Type="{office}/image" Target="../media/image9.png"/>'
        f'<Relationship Id="rIdS" Type="{office}/image" Target="../media/logo.png"/>'
    )
    tags = (
        '<p:tagLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:tag '
        'name="A" val="b"/></p:tagLst>'
    )
    layouts = (
        COVER._replace(more='<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr><p:hf hdr="0" ftr="0" dt="0"/>'),
        TEXT._replace(drawn=ole + picture((88, 3, 8, 8), "rIdS")),
        Layout("No master shapes", (HEAD, *LINES), "titleOnly", attributes='showMasterSp="0"'),
    )
    customized = f'<Relationship Id="rIdX" Type="{office}/customXml" Target="../customXml/item1.xml"/>'
    return template(
        one(*layouts, more='<p:hf sldNum="0" hdr="0" dt="0"/>'),
        parts={
            "ppt/tags/tag1.xml": tags.encode(),
            "ppt/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0",
            "ppt/media/image9.png": png((255, 255, 255)),
            "ppt/media/logo.png": png((200, 30, 30)),
            "customXml/item1.xml": b"<a/>",
        },
        relationships={"ppt/slideLayouts/slideLayout2.xml": links, "ppt/presentation.xml": customized},
        defaults='<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.oleObject"/>'
        '<Override PartName="/ppt/tags/tag1.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.presentationml.tags+xml"/>',
    )


@shape
def forty_eight_layouts() -> bytes:
    """Every idea of ten years: quotes, agendas, teams, three and four columns, most with pictures."""

    def columns(count: int, kind: str, top: float = 21, height: float = 66) -> tuple[Ph, ...]:
        width = 90 / count
        return tuple(Ph(kind, 20 + n, (5 + n * width, top, width - 2, height)) for n in range(count))

    layouts = [
        COVER._replace(name=f"Cover {n}", drawn=panel((70, 0, 30, 30), f"accent{n}")) for n in range(1, 5)
    ]
    for count in range(1, 5):
        for kind in ("", "pic", "body", "chart", "tbl"):
            layouts.append(Layout(f"{count} {kind}", (HEAD, *columns(count, kind), *LINES)))
    for count in range(1, 5):
        both = (
            *columns(count, "pic", 21, 40),
            *(p._replace(idx=p.idx + 20) for p in columns(count, "body", 62, 25)),
        )
        layouts.append(Layout(f"{count} team members", (HEAD, *both, *LINES)))
    for n in range(1, 7):
        layouts.append(
            Layout(
                f"Divider {n}",
                (Ph("title", 0, (5, 40, 60, 20)), *LINES),
                drawn=panel((0, 0, 100, 100), f"accent{n}"),
            )
        )
    for n in range(14):
        layouts.append(TEXT._replace(name=f"Text {n}", drawn=panel((0, 0, 100, 2), "accent1")))
    return template(one(*layouts))


@shape
def small_slides() -> bytes:
    """Slides of 16:9 as LibreOffice makes them, 28 x 15.75 cm, with big type and a high footer."""
    return template(
        one(
            COVER,
            TEXT,
            Layout("Title", (HEAD, *LINES), "titleOnly"),
            styles=styles(title_run='sz="4400" b="1"', sizes=(32, 28, 24)),
        ),
        (10080625, 5670550),
    )


@shape
def filled_places() -> bytes:
    """Titles and texts stand on fills of their own, dark on a light slide; links are pale on light ground."""
    run = '<a:defRPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr>'
    white = "".join(level(number=n).replace("<a:defRPr />", run) for n in range(1, 10))
    dark = '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
    layouts = (
        COVER,
        Layout(
            "Text",
            (
                TITLE._replace(fill=BLUE, levels=white),
                Ph("", 1, (5, 21, 90, 68), fill=dark, levels=white),
                *LINES,
            ),
        ),
        Layout("Title", (TITLE._replace(fill=BLUE, levels=white), *LINES), "titleOnly"),
    )
    return template(one(*layouts), theme=PALE_LINKS)


@shape
def upside_down_sizes() -> bytes:
    """A portrait poster in A0 whose footers stand at the top, its number in a box too low for it."""
    size = (30275213, 42803763)
    top = (
        FOOTER._replace(place=(5, 1, 60, 2), levels=level(run='sz="3200"')),
        NUMBER._replace(place=(93, 1, 2, 0.5), levels=level(run='sz="4800"')),
    )
    own = (TITLE._replace(place=(5, 5, 90, 8)), BODY._replace(place=(5, 15, 90, 80)), *top)
    big = styles(title_run='sz="9600"', sizes=(66, 60, 54))
    return template((Master((COVER, TEXT, Layout("T", (HEAD, *LINES), "titleOnly")), own, styles=big),), size)


@shape
def title_on_a_photo() -> bytes:
    """The cover is a photo; its title, without a subtitle, stands on a pale fill of its own."""
    pale = '<a:solidFill><a:srgbClr val="F4F4F4"><a:alpha val="80000"/></a:srgbClr></a:solidFill>'
    photo = panel((0, 0, 100, 82), "accent2") + panel((0, 82, 100, 18), "bg2", text="Department")
    cover = Layout("Cover", (Ph("ctrTitle", 0, (12, 38, 84, 42), 'anchor="b"', fill=pale),), "title", photo)
    return template(one(cover, TEXT, Layout("Title only", (HEAD, *LINES), "titleOnly")))
