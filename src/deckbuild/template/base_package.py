"""The base package: a template without its slides and what belongs to them, to write slides into.

The writer relies on this: the presentation part is `ppt/presentation.xml`, its root's prefix is `p`,
it has no slide list, section list or `rtl`, and it has a notes master,
`ppt/notesMasters/notesMaster1.xml`. The package has no document properties but the custom ones.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml

from .drawing import P, R, find
from .repair import repair_part

_KEPT = frozenset(
    (RT.SLIDE_MASTER, RT.NOTES_MASTER, RT.HANDOUT_MASTER, RT.THEME, RT.PRES_PROPS, RT.VIEW_PROPS,
     RT.TABLE_STYLES, RT.FONT)
)  # fmt: skip
_STALE = ("sldIdLst", "custShowLst", "photoAlbum", "custDataLst", "smartTags", "modifyVerifier")
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_SLIDE_SIZES = {"screen4x3": (9144000, 6858000), "screen16x9": (9144000, 5143500),
                "screen16x10": (9144000, 5715000)}  # fmt: skip
_REPAIRED = (".slideMaster+xml", ".slideLayout+xml", ".notesMaster+xml")
_STORED = (".png", ".jpg", ".jpeg", ".gif")
_PREFIXES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}


def clean_presentation(presentation: Any) -> None:
    """Take slides, comments, macros, sections, tags and property parts out of an opened package."""
    part = presentation.part
    package = part.package
    for identifier, relationship in list(package._rels.items()):
        if relationship.reltype not in (RT.OFFICE_DOCUMENT, RT.CUSTOM_PROPERTIES):
            package.drop_rel(identifier)
    for identifier, relationship in list(part.rels.items()):
        if relationship.reltype not in _KEPT:
            part.rels.pop(identifier)
    _clean_root(part._element)
    _drop_dangling(part._element, set(part.rels))
    for other in list(package.iter_parts()):
        slides = {key for key, value in other.rels.items() if value.reltype in (RT.SLIDE, RT.NOTES_SLIDE)}
        if slides and other is not part:
            _drop_references(other, slides)
        elif outside := {key for key, value in other.rels.items() if _leads_outside(value)}:
            _drop_references(other, outside)
        if other.content_type.endswith(_REPAIRED):
            repair_part(other._element)


def _leads_outside(relationship: Any) -> bool:
    """Whether something would be fetched from elsewhere when the deck is opened; links to follow stay."""
    return bool(relationship.is_external) and relationship.reltype != RT.HYPERLINK


def _clean_root(root: etree._Element) -> None:
    """Take what is stale out of `p:presentation`."""
    for name in _STALE:
        element = find(root, name)
        if element is not None:
            root.remove(element)
    root.attrib.pop("rtl", "")
    size = find(root, "sldSz")
    if size is not None:
        known = _SLIDE_SIZES.get(size.get("type", ""))
        if known and known != (int(size.get("cx", "0")), int(size.get("cy", "0"))):
            del size.attrib["type"]
    extensions = find(root, "extLst")
    if extensions is not None:
        for extension in [each for each in extensions if each.get("uri") == _SECTIONS]:
            extensions.remove(extension)
        if not len(extensions):
            root.remove(extensions)


def _drop_dangling(root: etree._Element, known: set[str]) -> None:
    """Take out elements that name a relationship which is no longer there."""
    for element in list(root.iter("*")):
        names = [value for name, value in element.attrib.items() if str(name).startswith(R)]
        parent = element.getparent()
        if parent is not None and any(name and name not in known for name in names):
            parent.remove(element)


def _drop_references(part: Any, identifiers: set[str]) -> None:
    """Take relationships out of a master, layout, theme or view properties part."""
    for identifier in identifiers:
        part.rels.pop(identifier)
    root = part._element if hasattr(part, "_element") else etree.fromstring(part.blob)
    _drop_dangling(root, set(part.rels))
    if not hasattr(part, "_element"):
        part.blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def save_base(presentation: Any, original: bytes) -> bytes:
    """Save a cleaned package with the names that the writer relies on, in the same bytes every time.

    Parts that nothing was changed in have the bytes that they have in the ``original`` package.
    """
    part = presentation.part
    part.partname = PackURI("/ppt/presentation.xml")
    notes_master = part.part_related_by(RT.NOTES_MASTER)
    notes_master.partname = PackURI("/ppt/notesMasters/notesMaster1.xml")
    part._element = _with_prefixes(part._element)
    _list_notes_master(part)
    saved = io.BytesIO()
    part.package.save(saved)
    base = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(original)) as old,
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(base, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        known = set(old.namelist())
        for name in source.namelist():
            entry = zipfile.ZipInfo(name)  # dated 1980-01-01
            stored = name.lower().endswith(_STORED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            content = source.read(name)
            if name in known:
                content = _unchanged(name, old.read(name), content)
            target.writestr(entry, content, compresslevel=9)
    return base.getvalue()


def _unchanged(name: str, old: bytes, new: bytes) -> bytes:
    """Return a part's old bytes when the new ones say the same, only written by another program."""
    if old == new or not name.endswith((".xml", ".rels")) or name == "[Content_Types].xml":
        return new
    same = _relationships(old) == _relationships(new) if name.endswith(".rels") else _same_xml(old, new)
    return old if same else new


def _same_xml(old: bytes, new: bytes) -> bool:
    one, other = (etree.tostring(parse_xml(each), method="c14n") for each in (old, new))
    return bool(one == other)


def _relationships(part: bytes) -> set[tuple[tuple[str, str], ...]]:
    return {
        tuple(sorted((str(name), str(value)) for name, value in each.attrib.items()))
        for each in etree.fromstring(part)
    }


def _with_prefixes(root: etree._Element) -> etree._Element:
    """Give the root with the usual prefixes declared, whatever ones its producer chose."""
    if root.prefix == "p" and "r" in root.nsmap and "a" in root.nsmap:
        return root
    others = {prefix: uri for prefix, uri in root.nsmap.items() if prefix and uri not in _PREFIXES.values()}
    renamed = etree.Element(
        root.tag,
        attrib={str(name): str(value) for name, value in root.attrib.items()},
        nsmap={**others, **_PREFIXES},
    )
    renamed.extend(list(root))
    return renamed


def _list_notes_master(part: Any) -> None:
    """Write the `p:notesMasterIdLst` that PowerPoint wants where there is a notes master."""
    root = part._element
    if find(root, "notesMasterIdLst") is not None:
        return
    identifier = next(key for key, value in part.rels.items() if value.reltype == RT.NOTES_MASTER)
    masters = etree.Element(f"{P}notesMasterIdLst")
    etree.SubElement(masters, f"{P}notesMasterId", {f"{R}id": identifier})
    root.insert(1, masters)  # behind sldMasterIdLst, which is the first child
