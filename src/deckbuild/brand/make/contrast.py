"""Whether a design's texts can be read: the contrast of every text with what it stands on."""

from __future__ import annotations

from deckbuild.brand.colour import contrast, resolve_colour
from deckbuild.brand.make.design import BrandDesign

#: WCAG 2.2, success criterion 1.4.3, for text of any size.
MINIMUM_CONTRAST = 4.5

#: Role or theme colour of a text, and of the grounds it stands on in the masters and layouts.
_TEXTS_ON_GROUNDS = {
    "text": ("lt1", "panel", "code_panel", "table_band"),
    "title": ("lt1", "panel"),
    "muted": ("lt1", "panel"),
    "strong": ("lt1", "panel", "table_band"),
    "accent": ("lt1", "panel"),
    "hlink": ("lt1", "panel", "table_band"),
    "folHlink": ("lt1", "panel", "table_band"),
    "band_text": ("band",),
    "badge_text": ("badge",),
    "table_header_text": ("table_header",),
}
_COVER_TEXTS = ("text", "muted", "link")
_COVER_GROUNDS = ("start", "end")


def find_low_contrasts(design: BrandDesign) -> list[tuple[str, str, float]]:
    """List text, ground and contrast ratio of every pair below 4.5 to 1."""
    palette = design.palette
    pairs = [
        (text, ground, design.roles.get(text, text), design.roles.get(ground, ground))
        for text, grounds in _TEXTS_ON_GROUNDS.items()
        for ground in grounds
    ]
    pairs += [
        (f"cover {text}", f"cover {ground}", design.cover[text], design.cover[ground])
        for text in _COVER_TEXTS
        for ground in _COVER_GROUNDS
    ]
    found = []
    for text, ground, text_colour, ground_colour in pairs:
        ratio = contrast(resolve_colour(text_colour, palette), resolve_colour(ground_colour, palette))
        if ratio < MINIMUM_CONTRAST:
            found.append((text, ground, ratio))
    return found
