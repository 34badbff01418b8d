"""Whole templates from a few words: a slide size, masters, and layouts as lists of placeholders.

What designers do is written as they do it, in the XML of masters and layouts; all the rest is
python-pptx's default template.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .packages import make_template, read_parts, write_parts

WIDE = (12192000, 6858000)
_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>'
    "</p:grpSpPr>"
)
Place = tuple[float, float, float, float]
"""Left, top, width and height in per cent of the slide."""


class Ph(NamedTuple):
    """A placeholder: its ST_PlaceholderType ("" for none), index, and place (None: its master's).

    ``body`` are attributes of ``a:bodyPr``, ``fit`` what stands in it, ``levels`` the ``a:lstStyle``,
    ``fill`` what stands behind the place, ``extra`` attributes of ``p:ph``.
    """

    type: str
    idx: int
    place: Place | None = None
    body: str = ""
    fit: str = ""
    levels: str = ""
    fill: str = ""
    extra: str = ""
    prompt: str = "Click to add"


class Layout(NamedTuple):
    """A layout: ``drawn`` is XML before its placeholders, ``more`` that behind the tree."""

    name: str
    placeholders: tuple[Ph, ...] = ()
    type: str = ""
    drawn: str = ""
    background: str = ""
    attributes: str = ""
    more: str = ""


class Master(NamedTuple):
    """A slide master: ``styles`` are title, body and other style; empty: none at all."""

    layouts: tuple[Layout, ...]
    placeholders: tuple[Ph, ...]
    drawn: str = ""
    background: str = '<p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef>'
    colors: str = "bg1=lt1 tx1=dk1 bg2=lt2 tx2=dk2"
    styles: str = ""
    more: str = ""


def styles(
    title: str = 'algn="l"',
    body: str = "",
    title_run: str = 'sz="3200"',
    sizes: tuple[int, ...] = (20, 18, 16),
) -> str:
    """Return ``p:txStyles``: the attributes of titles, of all body paragraphs, and the sizes of text."""
    heading = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/>'
    text = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
    levels = "".join(
        f'<a:lvl{n}pPr marL="{285750 * n}" indent="-285750" {body}><a:spcBef><a:spcPts val="600"/></a:spcBef>'
        f'<a:buFont typeface="Arial"/><a:buChar char="•"/>'
        f'<a:defRPr sz="{sizes[min(n, len(sizes)) - 1]}00">{text}</a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    other = f'<a:lvl1pPr algn="l"><a:defRPr sz="1800">{text}</a:defRPr></a:lvl1pPr>'
    return (
        f"<p:txStyles><p:titleStyle><a:lvl1pPr {title}><a:defRPr {title_run}>{heading}</a:defRPr></a:lvl1pPr>"
        f"</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


def level(attributes: str = "", run: str = "", inner: str = "", number: int = 1) -> str:
    """Return a level of a list style."""
    return f"<a:lvl{number}pPr {attributes}>{inner}<a:defRPr {run}/></a:lvl{number}pPr>"


def box(place: Place, size: tuple[int, int]) -> str:
    x, y, cx, cy = (round(value * size[at % 2] / 100) for at, value in enumerate(place))
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'


def panel(place: Place, color: str, size: tuple[int, int] = WIDE, text: str = "") -> str:
    """Return a drawn rectangle in a theme colour or RRGGBB."""
    spelled = f'<a:srgbClr val="{color}"/>' if re.fullmatch("[0-9A-F]{6}", color) else (
        f'<a:schemeClr val="{color}"/>'
    )  # fmt: skip
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="ID" name="Panel"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        "</p:nvSpPr><p:spPr>"
        f'{box(place, size)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"<a:solidFill>{spelled}</a:solidFill>"
        '</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-GB"/>'
        f"<a:t>{text}</a:t></a:r></a:p>"
        "</p:txBody></p:sp>"
    )


def picture(place: Place, relationship: str, size: tuple[int, int] = WIDE) -> str:
    return (
        '<p:pic><p:nvPicPr><p:cNvPr id="ID" name="Logo" descr="Logo"/><p:cNvPicPr/><p:nvPr '
        'userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{box(place, size)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def template(
    masters: tuple[Master, ...],
    size: tuple[int, int] = WIDE,
    theme: tuple[tuple[str, str], ...] = (),
    parts: dict[str, bytes] | None = None,
    relationships: dict[str, str] | None = None,
    defaults: str = "",
) -> bytes:
    """Return a template of these masters; ``theme`` are changes of its theme, pattern and replacement.

    ``relationships`` are, by a part's name, what is added to its own, ``defaults`` to the content types.
    """
    old = read_parts(make_template())
    for pattern, replacement in theme:
        old["ppt/theme/theme1.xml"] = re.sub(
            pattern, replacement, old["ppt/theme/theme1.xml"].decode(), flags=re.DOTALL
        ).encode()
    new = {name: data for name, data in old.items() if not re.match("ppt/slide(Layouts|Masters)/", name)}
    added = relationships or {}
    identifier, number = 2147483648, 0
    listed: list[str] = []
    for at, master in enumerate(masters, 1):
        new[f"ppt/theme/theme{at}.xml"] = old["ppt/theme/theme1.xml"]
        part, links, ids = f"ppt/slideMasters/slideMaster{at}.xml", [], []
        listed.append(f'<p:sldMasterId id="{identifier}" r:id="rIdM{at}"/>')
        identifier += 1
        for layout in master.layouts:
            number += 1
            name = f"ppt/slideLayouts/slideLayout{number}.xml"
            new[name] = _layout(layout, size).encode()
            up = _link("rIdM", "slideMaster", f"../slideMasters/slideMaster{at}.xml")
            new[_rels(name)] = _links(up + added.get(name, ""))
            links.append(_link(f"rIdL{number}", "slideLayout", f"../slideLayouts/slideLayout{number}.xml"))
            ids.append(f'<p:sldLayoutId id="{identifier}" r:id="rIdL{number}"/>')
            identifier += 1
        links.append(_link("rIdT", "theme", f"../theme/theme{at}.xml"))
        new[part] = _master(master, "".join(ids), size).encode()
        new[_rels(part)] = _links("".join(links) + added.get(part, ""))
    _list_masters(new, listed, size, added.get("ppt/presentation.xml", ""))
    new["[Content_Types].xml"] = _types(new["[Content_Types].xml"].decode(), len(masters), number, defaults)
    return write_parts({**new, **(parts or {})})


def _list_masters(parts: dict[str, bytes], listed: list[str], size: tuple[int, int], added: str) -> None:
    name = "ppt/presentation.xml"
    text = re.sub(
        r"(<p:sldMasterIdLst>).*?(</p:sldMasterIdLst>)", rf"\1{''.join(listed)}\2", parts[name].decode()
    )
    text = re.sub(r"<p:sldSz[^>]*/>", f'<p:sldSz cx="{size[0]}" cy="{size[1]}"/>', text)
    parts[name] = text.encode()
    links = re.sub(r"<Relationship [^>]*(slideMaster|/theme)[^>]*/>", "", parts[_rels(name)].decode())
    masters = "".join(
        _link(f"rIdM{at}", "slideMaster", f"slideMasters/slideMaster{at}.xml")
        for at in range(1, len(listed) + 1)
    )
    masters += _link("rIdT", "theme", "theme/theme1.xml")
    parts[_rels(name)] = links.replace("</Relationships>", f"{masters}{added}</Relationships>").encode()


def _types(text: str, masters: int, layouts: int, defaults: str) -> bytes:
    text = re.sub(r"<Override [^>]*/ppt/(slideLayouts|slideMasters|theme)/[^>]*/>", "", text)
    overrides = defaults
    for at in range(1, masters + 1):
        overrides += (
            f'<Override PartName="/ppt/slideMasters/slideMaster{at}.xml" '
            f'ContentType="{_TYPE}.slideMaster+xml"/>'
        )
        overrides += (
            f'<Override PartName="/ppt/theme/theme{at}.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        )
    for at in range(1, layouts + 1):
        overrides += (
            f'<Override PartName="/ppt/slideLayouts/slideLayout{at}.xml" '
            f'ContentType="{_TYPE}.slideLayout+xml"/>'
        )
    return text.replace("</Types>", f"{overrides}</Types>").encode()


def _rels(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _link(identifier: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _links(links: str) -> bytes:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{links}</Relationships>'.encode()


def _layout(layout: Layout, size: tuple[int, int]) -> str:
    kind = f'type="{layout.type}" ' if layout.type else ""
    background = f"<p:bg>{layout.background}</p:bg>" if layout.background else ""
    tree = _tree(layout.drawn, layout.placeholders, size)
    more = layout.more or "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    return (
        f'<p:sldLayout {_NAMESPACES} {kind}preserve="1" userDrawn="1" {layout.attributes}>'
        f'<p:cSld name="{layout.name}">{background}{tree}</p:cSld>{more}</p:sldLayout>'
    )


def _master(master: Master, ids: str, size: tuple[int, int]) -> str:
    colors = dict(each.split("=") for each in master.colors.split())
    accents = {f"accent{n}": f"accent{n}" for n in range(1, 7)} | {"hlink": "hlink", "folHlink": "folHlink"}
    mapping = " ".join(f'{name}="{value}"' for name, value in {**colors, **accents}.items())
    return (
        f"<p:sldMaster {_NAMESPACES}><p:cSld><p:bg>{master.background}</p:bg>"
        f"{_tree(master.drawn, master.placeholders, size)}</p:cSld><p:clrMap {mapping}/>"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>{master.more}{master.styles}</p:sldMaster>"
    )


def _tree(drawn: str, placeholders: tuple[Ph, ...], size: tuple[int, int]) -> str:
    shapes = drawn + "".join(_placeholder(each, size) for each in placeholders)
    numbers = iter(range(2, 200))
    shapes = re.sub('id="ID"', lambda _: f'id="{next(numbers)}"', shapes)
    return f"<p:spTree>{_TREE}{shapes}</p:spTree>"


def _placeholder(ph: Ph, size: tuple[int, int]) -> str:
    kind = f'type="{ph.type}" ' if ph.type else ""
    index = f'idx="{ph.idx}" ' if ph.idx else ""
    place = (
        "" if ph.place is None else f'{box(ph.place, size)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )
    text = f'<a:r><a:rPr lang="en-GB"/><a:t>{ph.prompt}</a:t></a:r>'
    if ph.type == "sldNum":
        text = (
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr '
            'lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
        )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="ID" name="{ph.type or "content"} {ph.idx}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}{index}{ph.extra}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}{ph.fill}</p:spPr><p:txBody><a:bodyPr {ph.body}>{ph.fit}</a:bodyPr>"
        f"<a:lstStyle>{ph.levels}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )
