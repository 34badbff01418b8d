"""Notes slides (ECMA-376 Part 1, 13.3.5)."""

from __future__ import annotations

from deckbuild.layout.laid_out import LaidOutNotes, PlaceholderKey, Run, RunStyle, TextBody, TextParagraph
from deckbuild.template import Placeholder

from .part import Part
from .shape import spell_placeholder
from .slide import TREE
from .text import spell_body
from .xml import DECLARATION, NAMESPACES, escape_attribute

_HEAD = f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld>{TREE}"
_TAIL = "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"


class NotesSlides:
    """Spells the notes slides of one deck, with the placeholders that its notes master has."""

    __slots__ = ("_body", "_number", "_picture")

    def __init__(self, placeholders: tuple[Placeholder, ...]) -> None:
        keys = {placeholder.type: placeholder for placeholder in placeholders}
        picture, number = keys.get("sldImg"), keys.get("sldNum")
        self._picture = _spell_picture_placeholder(picture) if picture is not None else ""
        self._number = _spell_start(number, 4) if number is not None else ""
        body = keys.get("body")
        self._body = (
            _spell_start(body, 3)
            if body is not None
            else _spell_start(Placeholder("body", 1, "Notes Placeholder", placeholders[0].box, ()), 3)
        )

    def spell(self, notes: LaidOutNotes, slide_number: int, part: Part) -> str:
        """Spell the notes slide of the slide with that number, counted from 1."""
        number = ""
        if self._number:
            run = Run(str(slide_number), RunStyle(notes.language), field="slidenum")
            number = f"{self._number}{spell_body(TextBody((TextParagraph((run,)),)), part)}</p:sp>"
        return f"{_HEAD}{self._picture}{self._body}{spell_body(notes.body, part)}</p:sp>{number}{_TAIL}"


def _spell_picture_placeholder(placeholder: Placeholder) -> str:
    key = spell_placeholder(PlaceholderKey(placeholder.type, placeholder.index))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="{escape_attribute(placeholder.name)}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f"{key}</p:nvSpPr><p:spPr/></p:sp>"
    )


def _spell_start(placeholder: Placeholder, number: int) -> str:
    """Spell a text placeholder up to its body."""
    key = spell_placeholder(PlaceholderKey(placeholder.type, placeholder.index))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape_attribute(placeholder.name)}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>{key}</p:nvSpPr><p:spPr/>'
    )
