"""Faults in masters, layouts and themes that PowerPoint would repair, or stumble over, put right.

Other programs write children in an order, or attributes in places, that the schemas do not allow (ECMA-376
Part 1, Annex A). Only what has such a fault is touched: children are put in their order, and attributes
that their element does not have are taken off. Elements of other namespaces are left alone.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from .drawing import A, P

if TYPE_CHECKING:
    from lxml.etree import _Element

_FILLS = "noFill solidFill gradFill blipFill pattFill grpFill"
_EFFECTS = "effectLst effectDag"
_RUN = (
    f"ln {_FILLS} {_EFFECTS} highlight uLnTx uLn uFillTx uFill latin ea cs sym hlinkClick hlinkMouseOver rtl"
    " extLst"
)
_PARAGRAPH = (
    "lnSpc spcBef spcAft buClrTx buClr buSzTx buSzPct buSzPts buFontTx buFont buNone buAutoNum buChar buBlip"
    " tabLst defRPr extLst"
)
_LEVELS = " ".join(f"lvl{number}pPr" for number in range(1, 10))
_SHAPE = f"xfrm custGeom prstGeom {_FILLS} ln {_EFFECTS} scene3d sp3d extLst"

_ORDERS = {
    f"{P}txBody": "bodyPr lstStyle p",
    f"{A}bodyPr": "prstTxWarp noAutofit normAutofit spAutoFit scene3d sp3d flatTx extLst",
    f"{A}lstStyle": f"defPPr {_LEVELS} extLst",
    f"{P}titleStyle": f"defPPr {_LEVELS} extLst",
    f"{P}bodyStyle": f"defPPr {_LEVELS} extLst",
    f"{P}otherStyle": f"defPPr {_LEVELS} extLst",
    f"{A}p": "pPr r br fld endParaRPr",
    f"{A}pPr": _PARAGRAPH,
    f"{A}rPr": _RUN,
    f"{A}defRPr": _RUN,
    f"{A}endParaRPr": _RUN,
    f"{P}spPr": _SHAPE,
    f"{P}sp": "nvSpPr spPr style txBody extLst",
    f"{P}pic": "nvPicPr blipFill spPr style extLst",
    f"{P}cxnSp": "nvCxnSpPr spPr style extLst",
    f"{P}cSld": "bg spTree custDataLst controls extLst",
    f"{P}sldLayout": "cSld clrMapOvr transition timing hf extLst",
    f"{P}sldMaster": "cSld clrMap sldLayoutIdLst transition timing hf txStyles extLst",
    f"{P}txStyles": "titleStyle bodyStyle otherStyle extLst",
    f"{A}xfrm": "off ext chOff chExt",
} | {f"{A}lvl{number}pPr": _PARAGRAPH for number in range(1, 10)}

#: Children that may come in any order among each other.
_TOGETHER = {f"{A}p": {"r": 1, "br": 1, "fld": 1}}

_ATTRIBUTES = {
    f"{P}cSld": {"name"},
    f"{P}spTree": set(),
    f"{P}txBody": set(),
    f"{P}nvPr": {"isPhoto", "userDrawn"},
    f"{P}ph": {"type", "orient", "sz", "idx", "hasCustomPrompt"},
    f"{P}spPr": {"bwMode"},
    f"{P}sldLayout": {"matchingName", "type", "preserve", "userDrawn", "showMasterSp", "showMasterPhAnim"},
    f"{P}sldMaster": {"preserve"},
    f"{A}off": {"x", "y"},
    f"{A}ext": {"cx", "cy", "uri"},
    f"{A}xfrm": {"rot", "flipH", "flipV"},
}  # fmt: skip


def repair_part(root: _Element) -> bool:
    """Put a part in order, in place; return whether anything had to be."""
    changed = False
    for element in root.iter(*_ORDERS):
        changed |= _order(element)
    for element in root.iter(*_ATTRIBUTES):
        known = _ATTRIBUTES[str(element.tag)]
        for name in [str(each) for each in element.attrib if each not in known and "{" not in str(each)]:
            changed = True
            _rescue(root, element, name)
            del element.attrib[name]
    return changed


def _rescue(root: _Element, element: _Element, name: str) -> None:
    """Keep an attribute that was written on the child instead of its part's root."""
    if element.getparent() is root and name in _ATTRIBUTES.get(str(root.tag), ()) and root.get(name) is None:
        root.set(name, element.get(name, ""))


def _order(element: _Element) -> bool:
    """Sort children by the schema's order, those that it does not name staying behind what they follow."""
    ranks = {name: at for at, name in enumerate(_ORDERS[str(element.tag)].split())}
    ranks |= _TOGETHER.get(str(element.tag), {})
    namespaces = ("{" + str(element.tag)[1:].partition("}")[0] + "}", A, P)
    keys: list[int] = []
    last = 0
    for child in element:
        namespace, _, name = str(child.tag).rpartition("}")
        if f"{namespace}}}" in namespaces:
            last = ranks.get(name, last)
        keys.append(last)
    if all(one <= other for one, other in pairwise(keys)):
        return False
    in_order = [child for _, child in sorted(zip(keys, list(element), strict=True), key=lambda pair: pair[0])]
    for child in in_order:
        element.append(child)
    return True
