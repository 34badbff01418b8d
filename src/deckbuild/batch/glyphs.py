"""The characters of translations that a deck's typefaces lack."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import unescape

from deckbuild.brand import Brand
from deckbuild.diagnostics import Collector
from deckbuild.fonts.coverage import Typefaces, find_lacking
from deckbuild.i18n.catalogue import Catalogue
from deckbuild.i18n.inline_codes import find_codes, find_words
from deckbuild.language import script_of
from deckbuild.layout import LaidOutDeck
from deckbuild.template import Template, TemplateLayout
from deckbuild.template.script_fonts import EAST_ASIAN

_TITLES = ("title", "ctrTitle")
_CONTENTS = ("body", "obj", "subTitle")


def check_glyphs(catalogue: Catalogue, brand: Brand, deck: LaidOutDeck, collector: Collector) -> None:
    """Report the characters of translations that their typefaces are known to lack (``translation-glyph``).

    Titles are looked for in the typefaces of titles, all other text in those of the text on the layouts that
    the deck uses. Letters of the language's script are looked for in the brand's own typeface for it, if it
    names one: those of Office are taken to have them. Code is not looked at, being no part of a translation.
    """
    script = script_of(catalogue.language)
    own = (brand.scripts or {}).get(script, "")
    used = tuple(deck.template.layouts[index] for index in sorted({slide.layout for slide in deck.slides}))
    titles, texts = (
        [Typefaces(family, own, script in EAST_ASIAN, brand.fonts) for family in families]
        for families in (_families(deck.template, used, kinds) for kinds in (_TITLES, _CONTENTS))
    )
    for entry in catalogue.entries:
        if not entry.is_translated or entry.place is None:
            continue
        is_title = entry.message.role == "title" and not entry.message.in_notes
        shown = _shown(entry.translation)
        lacking: dict[str, dict[str, None]] = {}
        for typefaces in titles if is_title else texts:
            for character, family in find_lacking(shown, typefaces):
                lacking.setdefault(family, {})[f"`{character}` (U+{ord(character):04X})"] = None
        for family, characters in lacking.items():
            message = f"{catalogue.language}: `{family}` has no {', '.join(characters)}."
            collector.report("translation-glyph", entry.place, message)


def _families(template: Template, layouts: Iterable[TemplateLayout], kinds: Collection[str]) -> list[str]:
    """Return the typefaces of Latin text in the placeholders of some kinds."""
    found: dict[str, None] = {}
    for layout in layouts:
        theme = template.themes[layout.master] if template.themes else None
        named = {"+mj-lt": theme.major_font, "+mn-lt": theme.minor_font} if theme else {}
        for slot in layout.placeholders:
            if slot.type in kinds and slot.levels:
                font = slot.levels[0].font
                found[named.get(font, font)] = None
    return list(found)


def _shown(text: str) -> str:
    """Return the words of a text without its codes, and what its entities stand for."""
    words = [text[start:end] for start, end in find_words(text)]
    return "".join(words + [unescape(code.text) for code in find_codes(text) if code.kind == "entity"])
