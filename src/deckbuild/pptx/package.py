"""The package: all parts of a deck, from the template's and the deck's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

from deckbuild.layout.laid_out import LaidOutDeck

from .chart_parts import ChartParts
from .media import MediaParts
from .notes_slide import NotesSlides
from .part import Part
from .presentation import add_slide_relationships, spell_presentation
from .properties import spell_core_properties, spell_extended_properties
from .relationships import CLOSE
from .slide import spell_slide
from .zip_file import Member, deflate, inflate, read_members, store, write_zip

EXTENDED_PROPERTIES = "docProps/app.xml"
_TYPES = "[Content_Types].xml"
_ROOT = "_rels/.rels"
_PRESENTATION = "ppt/presentation.xml"
_PRESENTATION_RELATIONSHIPS = "ppt/_rels/presentation.xml.rels"
_NOTES_MASTER = "../notesMasters/notesMaster1.xml"
_STORED = (".png", ".jpeg", ".jpg", ".gif", ".mp4", ".m4v", ".mov", ".m4a", ".mp3")
_IMAGE = re.compile(r"ppt/media/image(\d+)\.")
_CHART = re.compile(r"ppt/(?:charts/chart|embeddings/Microsoft_Excel_Sheet)(\d+)\.")
_OFFICE = "application/vnd.openxmlformats-officedocument"
_DOCUMENT_PROPERTIES = (
    '<Relationship Id="rIdCore" Target="docProps/core.xml" '
    'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>'
    '<Relationship Id="rIdApp" Target="docProps/app.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"/>'
)


def write_package(deck: LaidOutDeck) -> bytes:
    """Return the bytes of the .pptx file: the template's parts, copied, and the deck's, spelled.

    Same deck, same bytes. Takes time in proportion to the slides; raises nothing.
    """
    base = {member.name: member for member in read_members(deck.template.base)}
    media = MediaParts(deck.media, count(_next_number(base, _IMAGE)))
    charts = ChartParts(_next_number(base, _CHART))
    slides = write_slides(deck, media, charts)
    pictures = [
        (store if name.endswith(_STORED) else deflate)(f"ppt/media/{name}", data)
        for name, data in media.files()
    ]
    own = {
        _TYPES: _add_content_types(_text(base, _TYPES), deck, media, charts),
        _ROOT: _text(base, _ROOT).replace(CLOSE, _DOCUMENT_PROPERTIES + CLOSE),
        "docProps/core.xml": spell_core_properties(deck.properties),
        EXTENDED_PROPERTIES: spell_extended_properties(deck),
    }
    relationships, identifiers = add_slide_relationships(
        _text(base, _PRESENTATION_RELATIONSHIPS), len(deck.slides)
    )
    own[_PRESENTATION] = spell_presentation(_text(base, _PRESENTATION), deck, identifiers)
    own[_PRESENTATION_RELATIONSHIPS] = relationships
    spelled = [deflate(name, text.encode()) for name, text in own.items()]
    copied = [member for name, member in base.items() if name not in own]
    return write_zip([*spelled, *copied, *slides, *charts.write(), *pictures])


def _next_number(base: Iterable[str], pattern: re.Pattern[str]) -> int:
    """Return the first number above those of the template's own parts of a kind."""
    return max((int(match[1]) for name in base if (match := pattern.match(name))), default=0) + 1


def _text(base: dict[str, Member], name: str) -> str:
    return inflate(base[name]).decode()


def write_slides(
    deck: LaidOutDeck, media: MediaParts, charts: ChartParts, before: int = 0, notes_before: int = 0
) -> list[Member]:
    """Write the parts of slides and their notes, with so many slides and notes slides before them."""
    template = deck.template
    layouts = [
        "../" + layout.part[4:] if layout.part.startswith("ppt/") else "/" + layout.part
        for layout in template.layouts
    ]
    notes_slides = NotesSlides(template.notes)
    language = deck.properties.language
    members: list[Member] = []
    notes_number = notes_before
    for number, slide in enumerate(deck.slides, before + 1):
        part = Part(deck, media, language, charts=charts)
        part.relationships.add("slideLayout", layouts[slide.layout])
        if slide.notes is not None:
            notes_number += 1
            part.relationships.add("notesSlide", f"../notesSlides/notesSlide{notes_number}.xml")
        text = spell_slide(slide, part, template.layouts[slide.layout].color_map)
        members += _write_part("ppt/slides", f"slide{number}.xml", text, part)
        if slide.notes is not None:
            notes = Part(deck, media, slide.notes.language, None)
            notes.relationships.add("notesMaster", _NOTES_MASTER)
            notes.relationships.add("slide", f"../slides/slide{number}.xml")
            text = notes_slides.spell(slide.notes, number, notes)
            members += _write_part("ppt/notesSlides", f"notesSlide{notes_number}.xml", text, notes)
    return members


def _write_part(folder: str, name: str, text: str, part: Part) -> tuple[Member, Member]:
    """Write a part and its relationships."""
    relationships = part.relationships.spell()
    return (
        deflate(f"{folder}/{name}", text.encode()),
        deflate(f"{folder}/_rels/{name}.rels", relationships.encode()),
    )


def _add_content_types(base: str, deck: LaidOutDeck, media: MediaParts, charts: ChartParts) -> str:
    """Add what the deck's own parts are to the template's content types."""
    lower = base.lower()
    defaults = "".join(
        [
            f'<Default Extension="{extension}" ContentType="{kind}"/>'
            for extension, kind in media.content_types().items()
            if f'extension="{extension}"' not in lower
        ]
    )
    notes = sum(1 for slide in deck.slides if slide.notes is not None)
    overrides = [
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
        f'<Override PartName="/docProps/app.xml" ContentType="{_OFFICE}.extended-properties+xml"/>',
    ]
    for parts, part, kind in (
        (len(deck.slides), "slides/slide", "slide"),
        (notes, "notesSlides/notesSlide", "notesSlide"),
    ):
        overrides += [
            f'<Override PartName="/ppt/{part}{number}.xml" '
            f'ContentType="{_OFFICE}.presentationml.{kind}+xml"/>'
            for number in range(1, parts + 1)
        ]
    workbooks, chart_overrides = charts.content_types()
    if 'extension="xlsx"' not in lower:
        defaults += workbooks
    overrides.append(chart_overrides)
    head, found, tail = base.partition("<Default")
    return f"{head}{defaults}{found}{tail}".replace("</Types>", "".join(overrides) + "</Types>")
