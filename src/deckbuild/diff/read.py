"""Opening a finished deck, whoever made it, as far as it is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.digest import sha256_hex
from deckbuild.template import TemplateError
from deckbuild.template.drawing import P, R, find

from .facts import Deck, Paragraph, Slide
from .package import Package
from .read_looks import read_style
from .read_shapes import ShapeReader, each_shape
from .read_text import link_id, read_paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

_CREATION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}creationId"
_DRAWN_FROM = ("slideMasters", "slideLayouts", "theme")
_TITLES = ("title", "ctrTitle")
_UNTITLED = "a slide without a title"


def read_deck(data: bytes) -> Deck:
    """Read a .pptx; raises TemplateError, whose text says what is wrong with the file."""
    try:
        return _read(Package(data))
    except TemplateError:
        raise
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        what = f"{type(error).__name__}: {str(error)[:120]}"
        raise TemplateError(f"parts of it are broken ({what})") from error


def _read(package: Package) -> Deck:
    root = package.parse(package.main)
    if root.tag != f"{P}presentation":
        raise TemplateError("it is an Office file, but not one of PowerPoint's")
    size = find(root, "sldSz")
    relations = package.relations(package.main)
    parts = [
        relations[identifier].target
        for each in root.iterfind(f"{P}sldIdLst/{P}sldId")
        if (identifier := each.get(f"{R}id", "")) in relations
    ]
    names = _Names(package)
    slides = tuple(_read_slide(package, part, number, names) for number, part in enumerate(parts, 1))
    return Deck(
        (0, 0) if size is None else (int(size.get("cx", "0")), int(size.get("cy", "0"))),
        slides,
        _template_digest(package),
    )


class _Names:
    """What slides and layouts are called, each read once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._titles: dict[str, str] = {}
        self._layouts: dict[str, str] = {}

    def title(self, part: str) -> str:
        """Return the title of a slide that a link leads to."""
        if part not in self._titles:
            tree = find(self._package.parse(part), "cSld", "spTree")
            shapes = () if tree is None else each_shape(tree)
            texts = (find(each, "txBody") for each in shapes if _is_title(each))
            titles = [" ".join(p.text for p in read_paragraphs(text, lambda link: "")) for text in texts]
            self._titles[part] = next((title for title in titles if title), _UNTITLED)
        return self._titles[part]

    def layout(self, part: str) -> str:
        """Return the name of a layout."""
        if part not in self._layouts:
            common = find(self._package.parse(part), "cSld") if part else None
            self._layouts[part] = "" if common is None else str(common.get("name") or "")
        return self._layouts[part]


def _is_title(shape: _Element) -> bool:
    ph = shape.find(f"./*/{P}nvPr/{P}ph")
    return ph is not None and ph.get("type", "") in _TITLES


def _read_slide(package: Package, part: str, number: int, names: _Names) -> Slide:
    root = package.parse(part)

    def follow(link: _Element) -> str:
        relation = package.relations(part).get(link_id(link))
        if relation is None:
            return str(link.get("action") or "")
        if relation.is_external:
            return relation.target
        known = relation.kind == "slide" and relation.target in package.members
        return f"slide “{names.title(relation.target)}”" if known else relation.target

    tree = find(root, "cSld", "spTree")
    reader = ShapeReader(package, part, follow)
    if tree is not None:
        reader.read(tree)
    background = find(root, "cSld", "bg")
    creation = next(root.iter(_CREATION), None)
    return Slide(
        number,
        reader.title,
        tuple(reader.body),
        _read_notes(package, part),
        tuple(reader.tables),
        tuple(reader.pictures),
        tuple(reader.charts),
        tuple(reader.drawings),
        tuple(reader.objects),
        names.layout(package.related(part, "slideLayout")),
        next((language for language, _ in reader.languages.most_common(1)), ""),
        root.get("show", "1") in ("0", "false"),
        _count_clicks(root),
        _read_transition(root),
        tuple(reader.footers),
        "" if background is None else read_style(background),
        tuple(reader.looks),
        "" if creation is None else str(creation.get("val") or ""),
    )


def _read_notes(package: Package, part: str) -> tuple[Paragraph, ...]:
    notes = package.related(part, "notesSlide")
    if not notes:
        return ()

    def follow(link: _Element) -> str:
        relation = package.relations(notes).get(link_id(link))
        return relation.target if relation and relation.is_external else ""

    tree = find(package.parse(notes), "cSld", "spTree")
    found: list[Paragraph] = []
    for shape in () if tree is None else each_shape(tree):
        ph = shape.find(f"./*/{P}nvPr/{P}ph")
        if ph is not None and ph.get("type") == "body":
            found += read_paragraphs(find(shape, "txBody"), follow)
    return tuple(found)


def _count_clicks(root: _Element) -> int:
    timing = find(root, "timing")
    nodes = () if timing is None else timing.iter(f"{P}cTn")
    return sum(1 for node in nodes if node.get("nodeType") == "clickEffect")


def _read_transition(root: _Element) -> str:
    transition = next(root.iter(f"{P}transition"), None)
    if transition is None:
        return ""
    return next((str(each.tag).rpartition("}")[2] for each in transition), "")


def _template_digest(package: Package) -> str:
    parts = [
        f"{name} {sha256_hex(content)}"
        for name, content in package.members.items()
        if any(f"/{folder}/" in f"/{name}" for folder in _DRAWN_FROM)
    ]
    return sha256_hex("\n".join(sorted(parts)).encode())
