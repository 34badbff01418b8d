"""Outlines of shapes: presets, and outlines of our own where connectors need other connection sites.

LibreOffice takes the first four connection sites of every shape for its top, left, bottom and right
(measured on 7.4), which those of `can` and `flowChartInputOutput` are not. So these two are spelt out as
presetShapeDefinitions has them (ECMA-376 Part 1, 20.1.9.18), with sites in that order, and sites that a
sequence diagram needs stand behind those four.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.layout.laid_out import Share

_QUARTERS = ["3cd4", "cd2", "cd4", "0"]
_SIDES = (("hc", "t"), ("l", "vc"), ("hc", "b"), ("r", "vc"))
_CYLINDER = (
    '<a:gd name="maxAdj" fmla="*/ 50000 h ss"/><a:gd name="a" fmla="pin 0 adj maxAdj"/>'
    '<a:gd name="y1" fmla="*/ ss a 200000"/><a:gd name="y2" fmla="+- y1 y1 0"/>'
    '<a:gd name="y3" fmla="+- b 0 y1"/>',
    '<a:ahLst><a:ahXY gdRefY="adj" minY="0" maxY="maxAdj"><a:pos x="hc" y="y2"/></a:ahXY></a:ahLst>',
    '<a:rect l="l" t="y2" r="r" b="y3"/>',
    '<a:path stroke="0" extrusionOk="0"><a:moveTo><a:pt x="l" y="y1"/></a:moveTo>'
    '<a:arcTo wR="wd2" hR="y1" stAng="cd2" swAng="-10800000"/><a:lnTo><a:pt x="r" y="y3"/></a:lnTo>'
    '<a:arcTo wR="wd2" hR="y1" stAng="0" swAng="cd2"/><a:close/></a:path>'
    '<a:path stroke="0" fill="lighten" extrusionOk="0"><a:moveTo><a:pt x="l" y="y1"/></a:moveTo>'
    '<a:arcTo wR="wd2" hR="y1" stAng="cd2" swAng="cd2"/><a:arcTo wR="wd2" hR="y1" stAng="0" swAng="cd2"/>'
    "<a:close/></a:path>"
    '<a:path fill="none" extrusionOk="0"><a:moveTo><a:pt x="r" y="y1"/></a:moveTo>'
    '<a:arcTo wR="wd2" hR="y1" stAng="0" swAng="cd2"/><a:arcTo wR="wd2" hR="y1" stAng="cd2" swAng="cd2"/>'
    '<a:lnTo><a:pt x="r" y="y3"/></a:lnTo><a:arcTo wR="wd2" hR="y1" stAng="0" swAng="cd2"/>'
    '<a:lnTo><a:pt x="l" y="y1"/></a:lnTo></a:path>',
    _SIDES,
)
_FIFTHS = (
    '<a:gd name="x1" fmla="*/ w 1 5"/><a:gd name="x4" fmla="*/ w 4 5"/><a:gd name="x0" fmla="*/ w 1 10"/>'
    '<a:gd name="x9" fmla="*/ w 9 10"/>'
)
_INNER = '<a:rect l="x1" t="t" r="x4" b="b"/>'
_SLANTED_SITES = (("hc", "t"), ("x0", "vc"), ("hc", "b"), ("x9", "vc"))


def _spell_path(corners: str, open_end: bool = False) -> str:
    """Spell a path through corners written as guides, such as `l,b x1,t`."""
    points = [pair.split(",") for pair in corners.split()]
    parts = [f'<a:pt x="{x}" y="{y}"/>' for x, y in points]
    lines = "".join(f"<a:lnTo>{part}</a:lnTo>" for part in parts[1:])
    start = f"<a:moveTo>{parts[0]}</a:moveTo>"
    return (
        f'<a:path fill="none">{start}{lines}</a:path>'
        if open_end
        else f"<a:path>{start}{lines}<a:close/></a:path>"
    )


_WHOLE = '<a:rect l="l" t="t" r="r" b="b"/>'
_OWN = {
    "cylinder": _CYLINDER,
    "lean-right": (_FIFTHS, "", _INNER, _spell_path("l,b x1,t r,t x4,b"), _SLANTED_SITES),
    "lean-left": (_FIFTHS, "", _INNER, _spell_path("l,t x4,t r,b x1,b"), _SLANTED_SITES),
    "lifeline": ("", "", _WHOLE, _spell_path("hc,t hc,b", open_end=True), _SIDES),
    "loop": ("", "", _WHOLE, _spell_path("l,t r,t r,b l,b", open_end=True), ()),
    "bar": ("", "", _WHOLE, _spell_path("l,t r,t r,b l,b"), _SIDES),
}
"""By name: guides, handles, the text's rectangle, paths, connection sites (top, left, bottom, right)."""


def spell_geometry(name: str, adjust: Sequence[tuple[str, int]], sites: Sequence[Share] = ()) -> str:
    """Spell an outline with its adjust values: a preset (`a:prstGeom`), or one of our own (`a:custGeom`).

    ``sites`` are connection sites behind an own outline's, as shares of width and height.
    """
    guides = "".join(f'<a:gd name="{key}" fmla="val {value}"/>' for key, value in adjust)
    values = f"<a:avLst>{guides}</a:avLst>" if guides else "<a:avLst/>"
    own = _OWN.get(name)
    if own is None:
        return f'<a:prstGeom prst="{name}">{values}</a:prstGeom>'
    guides, handles, rectangle, paths, places = own
    named = [_spell_site(x, y, angle) for (x, y), angle in zip(places, _QUARTERS[: len(places)], strict=True)]
    for number, (x, y) in enumerate(sites):
        guides += _spell_guide(f"sx{number}", "w", x) + _spell_guide(f"sy{number}", "h", y)
        named.append(_spell_site(f"sx{number}", f"sy{number}", "0" if x > 0.5 else "cd2"))
    return (
        f"<a:custGeom>{values}<a:gdLst>{guides}</a:gdLst>{handles or '<a:ahLst/>'}"
        f"<a:cxnLst>{''.join(named)}</a:cxnLst>{rectangle}<a:pathLst>{paths}</a:pathLst></a:custGeom>"
    )


def _spell_guide(name: str, length: str, share: float) -> str:
    return f'<a:gd name="{name}" fmla="*/ {length} {round(share * 100_000)} 100000"/>'


def _spell_site(x: str, y: str, angle: str) -> str:
    return f'<a:cxn ang="{angle}"><a:pos x="{x}" y="{y}"/></a:cxn>'
