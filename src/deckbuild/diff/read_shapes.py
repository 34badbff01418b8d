"""Reading the shapes of a slide: words, tables, pictures, charts, drawings and other objects."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from deckbuild.digest import sha256_hex
from deckbuild.template.drawing import A, P, R, find

from .facts import Chart, Drawing, Grid, Label, Look, Object, Paragraph, Picture, Runs, Table, text_of
from .package import Package
from .read_charts import C, read_chart
from .read_looks import read_box, read_style
from .read_text import Follow, join_paragraphs, read_paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_MEDIA = "{http://schemas.microsoft.com/office/powerpoint/2010/main}media"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_SHAPES = frozenset(("sp", "pic", "graphicFrame", "cxnSp", "grpSp", "contentPart"))
_FOOTERS = ("ftr", "dt", "hdr")
_TITLES = ("title", "ctrTitle")
_LISTS = ("body", "obj")
"""Placeholders whose paragraphs have bullets if nothing else is said, in nearly all templates."""

_FILMS = {"videoFile": "video", "audioFile": "sound", "wavAudioFile": "sound", "quickTimeFile": "video"}


class ShapeReader:
    """Takes the shapes of a slide one by one; what was found is in its lists, in the order of drawing."""

    def __init__(self, package: Package, part: str, follow: Follow) -> None:
        self.package = package
        self.part = part
        self.follow = follow
        self.title: Runs = ()
        self.body: list[Paragraph] = []
        self.footers: list[str] = []
        self.tables: list[Table] = []
        self.pictures: list[Picture] = []
        self.charts: list[Chart] = []
        self.drawings: list[Drawing] = []
        self.objects: list[Object] = []
        self.looks: list[Look] = []
        self.languages: Counter[str] = Counter()

    def read(self, tree: _Element) -> None:
        """Read a slide's shape tree."""
        for shape in each_shape(tree):
            role = _role(shape)
            if role != "sldNum":
                content = self._read_shape(shape, role)
                if role not in _FOOTERS:
                    digest = sha256_hex(repr(content).encode("utf-8", "surrogatepass"))
                    kind = f"{_local(shape)} {digest}"
                    self.looks.append(Look(_name(shape), kind, read_box(shape), read_style(shape)))

    def _read_shape(self, shape: _Element, role: str) -> object:
        """Read a shape into the list it belongs to; return what it says or shows."""
        match _local(shape):
            case "pic":
                return self._read_picture(shape)
            case "graphicFrame":
                return self._read_frame(shape)
            case "grpSp":
                return self._read_group(shape)
            case "sp":
                return self._read_text(shape, role)
        return _local(shape)

    def _read_text(self, shape: _Element, role: str) -> object:
        marker = "bullet" if role in _LISTS else "none"
        paragraphs = read_paragraphs(find(shape, "txBody"), self.follow, self.languages, marker)
        if role in _TITLES and not self.title:
            self.title = join_paragraphs(paragraphs)
        elif role in _FOOTERS:
            self.footers += [paragraph.text for paragraph in paragraphs]
        else:
            self.body += paragraphs
        return role, [paragraph.text for paragraph in paragraphs]

    def _read_picture(self, shape: _Element) -> object:
        alt, box = _alt(shape), read_box(shape)
        film = next(
            (each for each in shape.iterfind(f"{P}nvPicPr/{P}nvPr/*") if _local(each) in _FILMS), None
        )
        if film is not None:
            media = next(shape.iter(_MEDIA), None)
            source = film.get(f"{R}link", "") if media is None else media.get(f"{R}embed", "")
            self.objects.append(Object(_FILMS[_local(film)], self._digest(source), alt, box))
            return self.objects[-1]
        blip = find(shape, "blipFill", "blip")
        vector = None if blip is None else next(blip.iter(_SVG), None)
        used = blip if vector is None else vector
        source = "" if used is None else used.get(f"{R}embed", "") or used.get(f"{R}link", "")
        target = self.package.relations(self.part).get(source)
        form = posixpath.splitext(target.target)[1].lstrip(".").upper() if target else ""
        cut = find(shape, "blipFill", "srcRect")
        crop = tuple(_number(cut, side) for side in "ltrb")
        self.pictures.append(
            Picture(self._digest(source), form, alt, box, (crop[0], crop[1], crop[2], crop[3]))
        )
        return self.pictures[-1].digest, alt

    def _digest(self, identifier: str) -> str:
        """Return the digest of a part, or the address, that an id of this slide's relationships means."""
        target = self.package.relations(self.part).get(identifier)
        if target is None:
            return ""
        if target.is_external:
            return target.target
        return sha256_hex(self.package.members.get(target.target, b""))

    def _read_frame(self, shape: _Element) -> object:
        alt, box = _alt(shape), read_box(shape)
        data = find(shape, "graphic", "graphicData")
        content = next(iter(() if data is None else data), None)
        kind = "" if content is None else _local(content)
        if content is None:
            return ""
        if kind == "tbl":
            self.tables.append(self._read_table(content, alt)._replace(box=box))
            return self.tables[-1].grid
        if kind == "chart" and (target := self._target(content.get(f"{R}id", ""))):
            if content.tag == f"{C}chart":
                self.charts.append(read_chart(self.package.parse(target), alt, box))
                return self.charts[-1][:3]
            self.objects.append(Object("chart", sha256_hex(self.package.members[target]), alt, box))
        elif kind == "relIds" and (target := self._target(content.get(f"{R}dm", ""))):
            self.drawings.append(_read_smartart(self.package.parse(target))._replace(alt=alt, box=box))
            return self.drawings[-1][:2]
        else:
            held = next((each for each in content.iter() if each.get(f"{R}id")), None)
            digest = "" if held is None else self._digest(held.get(f"{R}id", ""))
            self.objects.append(Object(f"{kind.removesuffix('Obj')} object".strip(), digest, alt, box))
        return self.objects[-1]

    def _target(self, identifier: str) -> str:
        target = self.package.relations(self.part).get(identifier)
        found = target is not None and not target.is_external and target.target in self.package.members
        return target.target if target and found else ""

    def _read_table(self, element: _Element, alt: str) -> Table:
        rows, joins, covered = [], [], set()
        for row_number, row in enumerate(element.iterfind(f"{A}tr")):
            cells: list[Runs] = []
            for cell in row.iterfind(f"{A}tc"):
                place = row_number, len(cells)
                rows_joined, columns_joined = _number(cell, "rowSpan") or 1, _number(cell, "gridSpan") or 1
                if rows_joined > 1 or columns_joined > 1:
                    joins.append((*place, rows_joined, columns_joined))
                is_covered = any(cell.get(name) in ("1", "true") for name in ("hMerge", "vMerge"))
                if is_covered:
                    covered.add(place)
                body = None if is_covered else find(cell, "txBody")
                cells.append(join_paragraphs(read_paragraphs(body, self.follow, self.languages)))
            rows.append(cells)
        width = max(map(len, rows), default=0)
        even = tuple((*cells, *((),) * (width - len(cells))) for cells in rows)
        properties = find(element, "tblPr")
        has_header = properties is not None and properties.get("firstRow") in ("1", "true")
        return Table(Grid(even, tuple(joins), frozenset(covered)), has_header, alt, None)

    def _read_group(self, group: _Element) -> object:
        """Read a group as a drawing; the pictures and frames in it count for themselves."""
        labels: list[Label] = []
        by_id: dict[str, str] = {}
        connectors: list[_Element] = []
        others: list[object] = []
        for shape, owners in _descend(group, ()):
            kind = _local(shape)
            if kind == "sp":
                text = self._label(shape)
                by_id[_identifier(shape)] = text
                for owner in owners:
                    by_id[owner] = by_id.get(owner) or text
                if text:
                    labels.append(Label(text, _geometry(shape)))
            elif kind == "cxnSp":
                connectors.append(shape)
            elif kind in ("pic", "graphicFrame"):
                others.append(self._read_shape(shape, ""))
        edges = tuple(edge for each in connectors if any(edge := _edge(each, by_id)))
        if labels or edges:
            self.drawings.append(Drawing(tuple(labels), edges, _alt(group), read_box(group)))
        return labels, edges, others, len(by_id)

    def _label(self, shape: _Element) -> str:
        paragraphs = read_paragraphs(find(shape, "txBody"), self.follow, self.languages)
        return " ".join(text_of(join_paragraphs(paragraphs, " ")).split())


def each_shape(tree: Iterable[_Element]) -> Iterator[_Element]:
    """Yield the shapes directly in a tree or group; of alternatives, what the newest program shows."""
    for element in tree:
        if element.tag == f"{_MC}AlternateContent":
            choice = element.find(f"{_MC}Choice")
            yield from each_shape(() if choice is None else choice)
        elif _local(element) in _SHAPES:
            yield element


def _descend(group: _Element, owners: tuple[str, ...]) -> Iterator[tuple[_Element, tuple[str, ...]]]:
    """Yield the shapes of a group and of those in it, each with the ids of the inner groups it is in."""
    for shape in each_shape(group):
        if _local(shape) == "grpSp":
            yield from _descend(shape, (*owners, _identifier(shape)))
        else:
            yield shape, owners


def _edge(connector: _Element, labels: dict[str, str]) -> tuple[str, str]:
    """Return the labels that a connector is glued to, "" for an end that is not."""
    own = connector.find(f"{P}nvCxnSpPr/{P}cNvCxnSpPr")
    ends = [find(own, name) for name in ("stCxn", "endCxn")]
    names = ["" if end is None else labels.get(end.get("id", ""), "") for end in ends]
    return names[0], names[1]


def _read_smartart(root: _Element) -> Drawing:
    """Read the data of a SmartArt graphic (21.4.2.10): points with words, and which stands under which."""
    labels: dict[str, str] = {}
    for point in root.iter(f"{_DGM}pt"):
        text = " ".join(" ".join(each.text or "" for each in point.iter(f"{A}t")).split())
        if text and point.get("type", "node") in ("node", "asst", "doc"):
            labels[point.get("modelId", "")] = text
    edges = [
        (labels[each.get("srcId", "")], labels[each.get("destId", "")])
        for each in root.iter(f"{_DGM}cxn")
        if each.get("srcId", "") in labels and each.get("destId", "") in labels
    ]
    return Drawing(tuple(Label(text) for text in labels.values()), tuple(edges), "", None)


def _own(shape: _Element) -> _Element | None:
    return shape.find(f"./*/{P}cNvPr")


def _name(shape: _Element) -> str:
    own = _own(shape)
    return "" if own is None else str(own.get("name") or "").rstrip(" 0123456789")


def _identifier(shape: _Element) -> str:
    own = _own(shape)
    return "" if own is None else str(own.get("id") or "")


def _alt(shape: _Element) -> str:
    own = _own(shape)
    return "" if own is None else str(own.get("descr") or own.get("title") or "").strip()


def _role(shape: _Element) -> str:
    ph = shape.find(f"./*/{P}nvPr/{P}ph")
    return "" if ph is None else str(ph.get("type") or "obj")


def _geometry(shape: _Element) -> str:
    preset = find(shape, "spPr", "prstGeom")
    return "" if preset is None else str(preset.get("prst") or "")


def _number(element: _Element | None, name: str) -> int:
    value = "0" if element is None else element.get(name, "0")
    try:
        return round(float(value[:-1]) * 1000) if value.endswith("%") else int(value)
    except ValueError:
        return 0


def _local(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]
