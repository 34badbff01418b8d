"""Document properties: `docProps/core.xml` and `docProps/app.xml`."""

from __future__ import annotations

import re

from deckbuild.layout.laid_out import LaidOutDeck, Properties

from .xml import DECLARATION, escape_text

_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def spell_core_properties(properties: Properties) -> str:
    """Spell the core properties that are set (ECMA-376 Part 2, 11); no date but the author's."""
    entries = (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.author),
        ("cp:keywords", properties.keywords),
        ("dc:description", properties.description),
        ("dc:language", properties.language),
    )
    children = "".join([f"<{name}>{escape_text(value)}</{name}>" for name, value in entries if value])
    if properties.created:
        # A day alone is a legal W3CDTF value, but readers expect a time of day.
        midnight = "T00:00:00Z" if _DATE.fullmatch(properties.created) else ""
        created = escape_text(properties.created) + midnight
        children += f'<dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created>'
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:dcmitype="http://purl.org/dc/dcmitype/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{children}</cp:coreProperties>'
    )


def spell_title(title: str) -> str:
    """Spell a slide's title as one of the titles of parts."""
    return f"<vt:lpstr>{escape_text(title)}</vt:lpstr>"


def spell_extended_properties(deck: LaidOutDeck) -> str:
    """Spell the extended properties (ECMA-376 Part 1, 22.2): counts, company, the slides' titles."""
    titles = "".join([spell_title(slide.title) for slide in deck.slides])
    notes = sum(1 for slide in deck.slides if slide.notes is not None)
    count = len(deck.slides)
    headings = (
        '<HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Slide Titles</vt:lpstr>'
        f"</vt:variant><vt:variant><vt:i4>{count}</vt:i4></vt:variant></vt:vector></HeadingPairs>"
        f'<TitlesOfParts><vt:vector size="{count}" baseType="lpstr">{titles}</vt:vector></TitlesOfParts>'
        if count
        else ""
    )
    company = f"<Company>{escape_text(deck.properties.company)}</Company>" if deck.properties.company else ""
    return (
        f"{DECLARATION}<Properties "
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"<TotalTime>0</TotalTime><Application>deckbuild</Application><Slides>{count}</Slides>"
        f"<Notes>{notes}</Notes><HiddenSlides>0</HiddenSlides>{headings}{company}</Properties>"
    )
