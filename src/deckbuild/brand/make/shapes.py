"""Shapes of masters and layouts: placeholders, drawn decoration, logos; and the tree they stand in."""

from __future__ import annotations

from deckbuild.brand.make.xml import escape_text
from deckbuild.units import Box

_SVG_EXTENSION = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{}"/></a:ext></a:extLst>'
)
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def transform(box: Box) -> str:
    """Spell `a:xfrm` for a box."""
    return f'<a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/></a:xfrm>'


def preset(name: str, **adjustments: int) -> str:
    """Spell a preset geometry (ECMA-376 Part 1, 20.1.10.56) with its adjust values."""
    guides = "".join(f'<a:gd name="{key}" fmla="val {value}"/>' for key, value in adjustments.items())
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def leaf(turned: bool) -> str:
    """Spell a square with two opposite corners rounded: top left and bottom right, or the others."""
    return preset("round2DiagRect", adj1=0 if turned else 50000, adj2=50000 if turned else 0)


def outline(commands: str, filled: str) -> str:
    """Spell a custom geometry from M, L, C and Z with absolute points in a square of 100.

    `filled` is ST_PathFillMode: "norm", or "none" for a line.
    """
    tokens = iter(commands.split())
    names = {"M": ("moveTo", 1), "L": ("lnTo", 1), "C": ("cubicBezTo", 3)}
    steps = []
    for token in tokens:
        if token == "Z":
            steps.append("<a:close/>")
            continue
        name, count = names[token]
        points = "".join(f'<a:pt x="{next(tokens)}" y="{next(tokens)}"/>' for _ in range(count))
        steps.append(f"<a:{name}>{points}</a:{name}>")
    return _custom_geometry("".join(steps), filled)


def quarter_arc(below: bool, filled: bool) -> str:
    """Spell a quarter circle around the box's bottom right corner, else its top right one, or its disc."""
    start, sweep, corner = (100, 5_400_000, 100) if below else (0, -5_400_000, 0)
    steps = (
        f'<a:moveTo><a:pt x="0" y="{start}"/></a:moveTo>'
        f'<a:arcTo wR="100" hR="100" stAng="10800000" swAng="{sweep}"/>'
    )
    if filled:
        steps += f'<a:lnTo><a:pt x="100" y="{corner}"/></a:lnTo><a:close/>'
    return _custom_geometry(steps, "norm" if filled else "none")


def _custom_geometry(steps: str, filled: str) -> str:
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="100" h="100" fill="{filled}">{steps}</a:path></a:pathLst></a:custGeom>'
    )


def body_properties(
    *, insets: tuple[int, int, int, int] | None = None, anchor: str = "", autofit: bool = True
) -> str:
    """Spell `a:bodyPr`; `insets` are left, top, right, bottom, `None` inherits them."""
    attributes = ""
    if insets is not None:
        attributes += ' lIns="{}" tIns="{}" rIns="{}" bIns="{}"'.format(*insets)
    if anchor:
        attributes += f' anchor="{anchor}"'
    fit = "<a:normAutofit/>" if autofit else "<a:noAutofit/>"
    return f"<a:bodyPr{attributes}>{fit}</a:bodyPr>"


class ShapeTree:
    """Collects the shapes of one part in drawing order and numbers them."""

    def __init__(self) -> None:
        self._shapes: list[str] = []

    def draw(self, name: str, box: Box, geometry: str, paint: str) -> None:
        """Add a decorative shape; `geometry` and `paint` (fill and line) are spelled."""
        self._shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._next_id()}" name="{self._label(name)}"/><p:cNvSpPr/>'
            f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform(box)}{geometry}{paint}</p:spPr>'
            '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>'
            "</p:sp>"
        )

    def fill_rectangle(self, name: str, box: Box, paint: str) -> None:
        """Add a rectangle with a spelled fill and no line."""
        self.draw(name, box, _RECTANGLE, paint + "<a:ln><a:noFill/></a:ln>")

    def picture(self, name: str, description: str, box: Box, png_id: str, svg_id: str) -> None:
        """Add a PNG, or an SVG with a PNG for readers that draw none; `svg_id` is empty without one."""
        extension = _SVG_EXTENSION.format(svg_id) if svg_id else ""
        self._shapes.append(
            f'<p:pic><p:nvPicPr><p:cNvPr id="{self._next_id()}" name="{self._label(name)}" '
            f'descr="{escape_text(description)}"/>'
            '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{png_id}">{extension}</a:blip>'
            f"<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
            f"<p:spPr>{transform(box)}{_RECTANGLE}</p:spPr></p:pic>"
        )

    def write(self, name: str, box: Box, paragraphs: str) -> None:
        """Add a line of text that is no placeholder, in the middle of its box's height."""
        self._shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._next_id()}" name="{self._label(name)}"/>'
            '<p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>'
            f"<p:spPr>{transform(box)}{_RECTANGLE}<a:noFill/></p:spPr>"
            '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/>'
            f"</a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        )

    def placeholder(
        self,
        name: str,
        attributes: str,
        paragraphs: str,
        *,
        box: Box | None = None,
        geometry: str = "",
        paint: str = "",
        body: str = "<a:bodyPr/>",
        style: str = "<a:lstStyle/>",
        locks: str = 'noGrp="1"',
    ) -> None:
        """Add a placeholder; `attributes` are those of `p:ph` (19.3.1.36). Without a box it inherits one."""
        place = transform(box) if box else ""
        self._shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._next_id()}" name="{self._label(name)}"/>'
            f"<p:cNvSpPr><a:spLocks {locks}/></p:cNvSpPr><p:nvPr><p:ph {attributes}/></p:nvPr></p:nvSpPr>"
            f"<p:spPr>{place}{geometry}{paint}</p:spPr>"
            f"<p:txBody>{body}{style}{paragraphs}</p:txBody></p:sp>"
        )

    def spell(self) -> str:
        """Spell `p:spTree`."""
        return (
            '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
            '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
            f'<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{"".join(self._shapes)}</p:spTree>'
        )

    def _next_id(self) -> int:
        return len(self._shapes) + 2

    def _label(self, name: str) -> str:
        return f"{escape_text(name)} {self._next_id() - 1}"
