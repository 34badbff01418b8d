"""The presentation part and its properties; the document properties."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.brand.make.design import BrandDesign
from deckbuild.brand.make.pages import PAGE_HEIGHT, PAGE_WIDTH
from deckbuild.brand.make.text import unstyled_levels
from deckbuild.brand.make.xml import DECLARATION, NAMESPACES, escape_text

#: ECMA-376 Part 1, 19.2.1.36 and 19.2.1.39: master and layout ids share one range from here on.
FIRST_MASTER_ID = 2_147_483_648

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_SCREEN_4X3 = (9_144_000, 6_858_000)


def spell_presentation(design: BrandDesign, master: str, notes_master: str, handout_master: str) -> str:
    """Spell `ppt/presentation.xml` without slides; the masters are given by relationship id."""
    size = (design.slide_width, design.slide_height)
    kind = ' type="screen4x3"' if size == _SCREEN_4X3 else ""
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{FIRST_MASTER_ID}" r:id="{master}"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="{notes_master}"/></p:notesMasterIdLst>'
        f'<p:handoutMasterIdLst><p:handoutMasterId r:id="{handout_master}"/></p:handoutMasterIdLst>'
        f'<p:sldSz cx="{size[0]}" cy="{size[1]}"{kind}/><p:notesSz cx="{PAGE_WIDTH}" cy="{PAGE_HEIGHT}"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{design.language}"/></a:defPPr>{unstyled_levels()}'
        "</p:defaultTextStyle></p:presentation>"
    )


def spell_presentation_properties() -> str:
    """Spell `ppt/presProps.xml`."""
    return f"{DECLARATION}<p:presentationPr {NAMESPACES}/>"


def spell_view_properties() -> str:
    """Spell `ppt/viewProps.xml`: normal view, everything at its default size."""
    scale = '<p:scale><a:sx n="100" d="100"/><a:sy n="100" d="100"/></p:scale><p:origin x="0" y="0"/>'
    view = f"<p:cViewPr>{scale}</p:cViewPr>"
    return (
        f'{DECLARATION}<p:viewPr {NAMESPACES}><p:normalViewPr><p:restoredLeft sz="15620"/>'
        '<p:restoredTop sz="80000"/></p:normalViewPr>'
        f'<p:slideViewPr><p:cSldViewPr snapToGrid="0">{view}<p:guideLst/></p:cSldViewPr></p:slideViewPr>'
        f"<p:notesTextViewPr>{view}</p:notesTextViewPr>"
        '<p:gridSpacing cx="72008" cy="72008"/></p:viewPr>'
    )


def spell_core_properties(design: BrandDesign) -> str:
    """Spell `docProps/core.xml`: no dates, so that the same design gives the same bytes."""
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape_text(design.name)}</dc:title><dc:creator>{escape_text(design.owner)}</dc:creator>"
        f"<dc:language>{design.language}</dc:language></cp:coreProperties>"
    )


def spell_application_properties(design: BrandDesign, titles: Sequence[str]) -> str:
    """Spell `docProps/app.xml`; `titles` are those of the themes."""
    parts = "".join(f"<vt:lpstr>{escape_text(title)}</vt:lpstr>" for title in titles)
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        "<TotalTime>0</TotalTime><Words>0</Words><Application>deckbuild</Application>"
        "<Paragraphs>0</Paragraphs><Slides>0</Slides><Notes>0</Notes><HiddenSlides>0</HiddenSlides>"
        '<HeadingPairs><vt:vector size="2" baseType="variant">'
        "<vt:variant><vt:lpstr>Theme</vt:lpstr></vt:variant>"
        f"<vt:variant><vt:i4>{len(titles)}</vt:i4></vt:variant></vt:vector></HeadingPairs>"
        f'<TitlesOfParts><vt:vector size="{len(titles)}" baseType="lpstr">{parts}</vt:vector></TitlesOfParts>'
        f"<Company>{escape_text(design.owner)}</Company></Properties>"
    )
