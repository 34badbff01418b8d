"""The presentation part: the template's, with the deck's slides, sections and direction."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuild.digest import sha256_hex
from deckbuild.layout.laid_out import LaidOutDeck

from .relationships import CLOSE, spell_relationship
from .xml import escape_attribute

FIRST_SLIDE_ID = 256
"""ECMA-376 Part 1, 19.7.13: a slide's id is 256 or more."""


def spell_presentation(base: str, deck: LaidOutDeck, slide_relationships: Sequence[str]) -> str:
    """Spell the presentation part from the template's, given the id of each slide's relationship."""
    slides = "".join(
        [
            f'<p:sldId id="{number}" r:id="{identifier}"/>'
            for number, identifier in enumerate(slide_relationships, FIRST_SLIDE_ID)
        ]
    )
    if slides:
        base = base.replace("<p:sldSz", f"<p:sldIdLst>{slides}</p:sldIdLst><p:sldSz", 1)
    if deck.rtl:
        base = base.replace("<p:presentation ", '<p:presentation rtl="1" ', 1)
    sections = _spell_sections(deck)
    if sections:
        head, found, tail = base.rpartition("</p:extLst></p:presentation>")
        if found:
            return f"{head}{sections}{found}{tail}"
        base = base.replace("</p:presentation>", f"<p:extLst>{sections}</p:extLst></p:presentation>")
    return base


def _spell_sections(deck: LaidOutDeck) -> str:
    """Spell the section list, an extension that PowerPoint 2010 brought.

    Every slide must be in a section, so ones before the first are in one named as the deck.
    """
    if not deck.sections:
        return ""
    sections = list(deck.sections)
    if sections[0][1] > 0:
        sections.insert(0, (deck.properties.title or deck.slides[0].title, 0))
    ends = [start for _, start in sections[1:]] + [len(deck.slides)]
    entries = []
    for index, ((name, start), end) in enumerate(zip(sections, ends, strict=True)):
        members = "".join([f'<p14:sldId id="{FIRST_SLIDE_ID + number}"/>' for number in range(start, end)])
        entries.append(
            f'<p14:section name="{escape_attribute(name)}" id="{_make_guid(f"{index} {name}")}">'
            f"<p14:sldIdLst>{members}</p14:sldIdLst></p14:section>"
        )
    return (
        '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        f'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{"".join(entries)}'
        "</p14:sectionLst></p:ext>"
    )


def _make_guid(seed: str) -> str:
    """Make a GUID that is always the same for a seed (RFC 9562, version 8)."""
    digits = sha256_hex(seed.encode("utf-8", "surrogatepass")).upper()
    return f"{{{digits[:8]}-{digits[8:12]}-8{digits[13:16]}-8{digits[17:20]}-{digits[20:32]}}}"


_NUMBER = re.compile(r'Id="rId(\d+)"')


def add_slide_relationships(base: str, count: int) -> tuple[str, list[str]]:
    """Add a relationship a slide to the presentation's; give the part's text and the new ids."""
    first = max(map(int, _NUMBER.findall(base)), default=0) + 1
    identifiers = [f"rId{number}" for number in range(first, first + count)]
    entries = [
        spell_relationship(identifier, "slide", f'Target="slides/slide{number}.xml"')
        for number, identifier in enumerate(identifiers, 1)
    ]
    return base.replace(CLOSE, "".join(entries) + CLOSE), identifiers
