"""The package (ECMA-376 Part 2): parts in a fixed order, their content types and relationships."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from posixpath import basename, dirname, relpath

from deckbuild.brand.keys import SLIDE_KINDS
from deckbuild.brand.make.design import BrandDesign
from deckbuild.brand.make.handout_master import spell_handout_master
from deckbuild.brand.make.layouts import COVER_KINDS, spell_layout
from deckbuild.brand.make.logo import Logo
from deckbuild.brand.make.master import spell_master
from deckbuild.brand.make.notes_master import spell_notes_master
from deckbuild.brand.make.presentation import (
    FIRST_MASTER_ID,
    spell_application_properties,
    spell_core_properties,
    spell_presentation,
    spell_presentation_properties,
    spell_view_properties,
)
from deckbuild.brand.make.table_styles import spell_table_styles
from deckbuild.brand.make.theme import spell_theme
from deckbuild.brand.make.xml import DECLARATION

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ML = "application/vnd.openxmlformats-officedocument"

#: Relationship type by the folder or name of what it leads to.
_RELATIONS = {
    "ppt/presentation.xml": f"{_OFFICE}/officeDocument",
    "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
    "docProps/app.xml": f"{_OFFICE}/extended-properties",
    "ppt/presProps.xml": f"{_OFFICE}/presProps",
    "ppt/viewProps.xml": f"{_OFFICE}/viewProps",
    "ppt/tableStyles.xml": f"{_OFFICE}/tableStyles",
    "ppt/theme": f"{_OFFICE}/theme",
    "ppt/slideMasters": f"{_OFFICE}/slideMaster",
    "ppt/slideLayouts": f"{_OFFICE}/slideLayout",
    "ppt/notesMasters": f"{_OFFICE}/notesMaster",
    "ppt/handoutMasters": f"{_OFFICE}/handoutMaster",
    "ppt/media": f"{_OFFICE}/image",
}
#: Content type likewise; media have theirs by extension.
_CONTENT_TYPES = {
    "ppt/presentation.xml": f"{_ML}.presentationml.presentation.main+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_ML}.extended-properties+xml",
    "ppt/presProps.xml": f"{_ML}.presentationml.presProps+xml",
    "ppt/viewProps.xml": f"{_ML}.presentationml.viewProps+xml",
    "ppt/tableStyles.xml": f"{_ML}.presentationml.tableStyles+xml",
    "ppt/theme": f"{_ML}.theme+xml",
    "ppt/slideMasters": f"{_ML}.presentationml.slideMaster+xml",
    "ppt/slideLayouts": f"{_ML}.presentationml.slideLayout+xml",
    "ppt/notesMasters": f"{_ML}.presentationml.notesMaster+xml",
    "ppt/handoutMasters": f"{_ML}.presentationml.handoutMaster+xml",
}
_EXTENSIONS = {
    "rels": f"{_ML.replace('officedocument', 'package')}.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "svg": "image/svg+xml",
}
_TYPES = "[Content_Types].xml"
_MASTER = "ppt/slideMasters/slideMaster1.xml"
_NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
_HANDOUT_MASTER = "ppt/handoutMasters/handoutMaster1.xml"
_LOGO = ("ppt/media/image1.png", "ppt/media/image2.svg")
_REVERSED_LOGO = ("ppt/media/image3.png", "ppt/media/image4.svg")


def make_template(design: BrandDesign) -> bytes:
    """Make the template package of a design: one master, a layout a slide kind, no slides.

    The same design gives the same bytes.
    """
    layouts = [f"ppt/slideLayouts/slideLayout{number}.xml" for number in range(1, len(SLIDE_KINDS) + 1)]
    relations = _relate(design, layouts)
    parts: dict[str, str | bytes] = {
        "ppt/presentation.xml": spell_presentation(design, "rId1", "rId2", "rId3"),
        _MASTER: _spell_master(design, len(layouts)),
    }
    for name, kind in zip(layouts, SLIDE_KINDS, strict=True):
        parts[name] = spell_layout(design, kind, *_logo_ids(design.reversed_logo, 2))
    parts |= {
        _NOTES_MASTER: spell_notes_master(design),
        _HANDOUT_MASTER: spell_handout_master(design),
        "ppt/presProps.xml": spell_presentation_properties(),
        "ppt/viewProps.xml": spell_view_properties(),
        "ppt/tableStyles.xml": spell_table_styles(design),
    }
    parts |= {f"ppt/theme/theme{number}.xml": spell_theme(design) for number in (1, 2, 3)}
    parts |= _logo_parts(_LOGO, design.logo) | _logo_parts(_REVERSED_LOGO, design.reversed_logo)
    parts["docProps/core.xml"] = spell_core_properties(design)
    parts["docProps/app.xml"] = spell_application_properties(design, [design.name])
    return _zip(parts, relations)


def spell_as_template(package: bytes) -> bytes:
    """Spell a package as one of PowerPoint's templates (.potx), which opens as a new presentation."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(buffer, "w") as archive:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == _TYPES:
                content = content.replace(b"presentation.main+xml", b"template.main+xml")
            archive.writestr(entry, content)
    return buffer.getvalue()


def _spell_master(design: BrandDesign, layout_count: int) -> str:
    ids = [(FIRST_MASTER_ID + number, f"rId{number}") for number in range(1, layout_count + 1)]
    return spell_master(design, ids, *_logo_ids(design.logo, layout_count + 2))


def _logo_parts(names: Sequence[str], logo: Logo | None) -> dict[str, bytes]:
    """Give a logo's files by part name: none, the PNG, or the PNG and the SVG."""
    files = (logo.png, logo.svg) if logo else ()
    return {name: content for name, content in zip(names, files, strict=False) if content}


def _logo_ids(logo: Logo | None, first: int) -> tuple[str, str]:
    """Give the relationship ids of a logo's PNG and SVG, empty where there is none."""
    return (f"rId{first}" if logo else "", f"rId{first + 1}" if logo and logo.svg else "")


def _relate(design: BrandDesign, layouts: Sequence[str]) -> dict[str, list[str]]:
    """List what each part leads to; the place in the list is the number of the relationship id."""
    relations = {
        "": ["ppt/presentation.xml", "docProps/core.xml", "docProps/app.xml"],
        "ppt/presentation.xml": [
            _MASTER, _NOTES_MASTER, _HANDOUT_MASTER, "ppt/presProps.xml", "ppt/viewProps.xml",
            "ppt/theme/theme1.xml", "ppt/tableStyles.xml",
        ],
        _MASTER: [*layouts, "ppt/theme/theme1.xml", *_logo_parts(_LOGO, design.logo)],
        _NOTES_MASTER: ["ppt/theme/theme2.xml"],
        _HANDOUT_MASTER: ["ppt/theme/theme3.xml"],
    }  # fmt: skip
    reversed_logo = _logo_parts(_REVERSED_LOGO, design.reversed_logo)
    for name, kind in zip(layouts, SLIDE_KINDS, strict=True):
        relations[name] = [_MASTER, *(reversed_logo if kind in COVER_KINDS else ())]
    return relations


def _spell_relations(source: str, targets: Sequence[str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_look_up(_RELATIONS, target)}" '
        f'Target="{relpath(target, dirname(source)) if source else target}"/>'
        for number, target in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _spell_content_types(names: Sequence[str]) -> str:
    defaults = "".join(
        f'<Default Extension="{extension}" ContentType="{kind}"/>' for extension, kind in _EXTENSIONS.items()
    )
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_look_up(_CONTENT_TYPES, name)}"/>'
        for name in names
        if name.endswith(".xml")
    )
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _look_up(table: Mapping[str, str], name: str) -> str:
    return table.get(name) or table[dirname(name)]


def _zip(parts: Mapping[str, str | bytes], relations: Mapping[str, Sequence[str]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _store(archive, _TYPES, _spell_content_types(list(parts)))
        _store(archive, "_rels/.rels", _spell_relations("", relations[""]))
        for name, content in parts.items():
            _store(archive, name, content)
            if name in relations:
                rels = f"{dirname(name)}/_rels/{basename(name)}.rels"
                _store(archive, rels, _spell_relations(name, relations[name]))
    return buffer.getvalue()


def _store(archive: zipfile.ZipFile, name: str, content: str | bytes) -> None:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
    entry.create_system = 0
    archive.writestr(entry, content)
