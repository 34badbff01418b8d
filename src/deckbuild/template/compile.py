"""Compiling a template: from the bytes of a .pptx or .potx to its facts and base package.

Imported only when a template is not in the cache: it needs python-pptx and lxml.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from .archive import read_members
from .backdrop import read_backdrop
from .base_package import clean_presentation, save_base
from .drawing import find
from .facts import Placeholder, Template, TemplateError, TemplateLayout, Theme
from .mirror_facts import mirror_facts
from .notes_master import add_notes_master
from .placeholders import Inheritance, placeholder_elements, placeholder_role, read_placeholders
from .theme import read_theme

_MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_OTHER_MAINS = (
    b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
    b"application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
)
_TYPES = "[Content_Types].xml"
_LONGEST_REASON = 120


def compile_template(data: bytes, digest: str) -> Template:
    """Compile a template file's bytes; `digest` is their SHA-256. Raises TemplateError."""
    package = as_presentation(data)
    try:
        presentation = Presentation(io.BytesIO(package))
        return _compile(presentation, digest, package)
    except TemplateError:
        raise
    except Exception as error:  # python-pptx and lxml raise many kinds for a package that is not sound
        what = f"{type(error).__name__}: {str(error)[:_LONGEST_REASON]}"
        message = f"parts of it are missing or broken ({what})"
        raise TemplateError(message) from error


def as_presentation(data: bytes) -> bytes:
    """Give the package with the content type of a presentation, which alone python-pptx opens."""
    members = read_members(data)
    try:
        types = members[_TYPES]
        relationships = members["_rels/.rels"]
    except KeyError as error:
        raise TemplateError("it is a zip file, but not one of PowerPoint's") from error
    if b"purl.oclc.org/ooxml" in relationships:
        raise TemplateError("it is saved as Strict Open XML: save it as an ordinary .potx")
    if b"presentationml" not in types and b"ms-powerpoint" not in types:
        raise TemplateError("it is an Office file, but not one of PowerPoint's")
    for other in _OTHER_MAINS:
        types = types.replace(other, _MAIN)
    if types == members[_TYPES]:
        return data
    changed = io.BytesIO()
    with zipfile.ZipFile(changed, "w", zipfile.ZIP_STORED) as target:
        for name, content in members.items():
            target.writestr(name, types if name == _TYPES else content)
    return changed.getvalue()


def _compile(presentation: Any, digest: str, package: bytes) -> Template:
    root = presentation.part._element
    masters = list(presentation.slide_masters)
    if not any(len(master.slide_layouts) for master in masters):
        raise TemplateError("it has no slide layouts")
    clean_presentation(presentation)
    themes = [theme_root(master.part) for master in masters]
    slide_size = _size(root, "sldSz", (9144000, 6858000))
    notes_size = _size(root, "notesSz", (6858000, 9144000))
    if not any(relationship.reltype == RT.NOTES_MASTER for relationship in presentation.part.rels.values()):
        add_notes_master(presentation, themes[0], slide_size, notes_size)
    layouts: list[TemplateLayout] = []
    theme_facts: list[Theme] = []
    master_placeholders: list[tuple[Placeholder, ...]] = []
    default_style = find(root, "defaultTextStyle")
    for number, (master, theme_element) in enumerate(zip(masters, themes, strict=True)):
        theme = read_theme(theme_element, color_map(master.element))
        theme = theme._replace(bare=_is_bare(master.element))
        inheritance = _inheritance(master.element, theme, default_style)
        theme_facts.append(theme)
        master_placeholders.append(read_placeholders(master.element, inheritance._replace(masters={})))
        layouts += [
            _read_layout(layout, number, inheritance, theme_element, slide_size)
            for layout in master.slide_layouts
        ]
    notes = _read_notes(presentation.notes_master, default_style)
    rtl = any(_is_rtl(master.element) for master in masters[:1])
    template = Template(
        digest=digest,
        slide_size=slide_size,
        notes_size=notes_size,
        layouts=tuple(layouts),
        themes=tuple(theme_facts),
        notes=notes,
        table_styles=_table_styles(presentation.part),
        base=save_base(presentation, package),
        masters=tuple(master_placeholders),
        rtl=rtl,
    )
    return mirror_facts(template) if rtl else template


def _is_rtl(master: etree._Element) -> bool:
    """Whether a slide master's text runs from right to left (ECMA-376 Part 1, 21.1.2.2.7, rtl)."""
    level = find(master, "txStyles", "bodyStyle", "lvl1pPr")
    return level is not None and level.get("rtl") in ("1", "true")


def theme_root(part: Any) -> etree._Element:
    """Return the root of the theme that a master's part has."""
    return etree.fromstring(part.part_related_by(RT.THEME).blob)


def _size(root: etree._Element, name: str, default: tuple[int, int]) -> tuple[int, int]:
    element = find(root, name)
    if element is None:
        return default
    return int(element.get("cx", default[0])), int(element.get("cy", default[1]))


def color_map(root: etree._Element) -> Mapping[str, str]:
    """Return a master's colour map, by its root."""
    element = find(root, "clrMap")
    return {} if element is None else _attributes(element)


def _is_bare(root: etree._Element) -> bool:
    """Whether the master's style for text outside placeholders names no typeface."""
    run = find(root, "txStyles", "otherStyle", "lvl1pPr", "defRPr")
    return find(run, "latin") is None


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _inheritance(root: etree._Element, theme: Theme, default_style: etree._Element | None) -> Inheritance:
    """Give what the layouts of a slide master, by its root element, inherit from it."""
    masters = {placeholder_role(ph.get("type", "obj")): shape for shape, ph in placeholder_elements(root)}
    return Inheritance(
        masters,
        find(root, "txStyles", "titleStyle"),
        find(root, "txStyles", "bodyStyle"),
        find(root, "txStyles", "otherStyle"),
        default_style,
        theme,
        {},
    )


def _read_layout(
    layout: Any, master: int, inheritance: Inheritance, theme: etree._Element, slide_size: tuple[int, int]
) -> TemplateLayout:
    root = layout.element
    override = find(root, "clrMapOvr", "overrideClrMapping")
    if override is not None:
        inheritance = inheritance._replace(color_map=_attributes(override))
    backdrop = read_backdrop(layout, inheritance.theme, theme, inheritance.color_map, slide_size)
    return TemplateLayout(
        name=layout.name,
        type=root.get("type", "cust"),
        part=str(layout.part.partname).lstrip("/"),
        master=master,
        placeholders=read_placeholders(root, inheritance),
        color_map=() if override is None else tuple(_attributes(override).items()),
        background=backdrop.background,
        obstacles=backdrop.obstacles,
    )


def _read_notes(notes_master: Any, default_style: etree._Element | None) -> tuple[Placeholder, ...]:
    root = notes_master.element
    theme = read_theme(theme_root(notes_master.part), color_map(root))
    style = find(root, "notesStyle")
    return read_placeholders(root, Inheritance({}, None, style, None, default_style, theme, {}))


def _table_styles(part: Any) -> tuple[str, ...]:
    """Give the ids of the table styles, that of new tables first (ECMA-376 Part 1, 21.1.3.11)."""
    try:
        root = etree.fromstring(part.part_related_by(RT.TABLE_STYLES).blob)
    except KeyError:
        return ()
    ids = [root.get("def", ""), *(style.get("styleId", "") for style in root)]
    return tuple(dict.fromkeys(identifier for identifier in ids if identifier))
