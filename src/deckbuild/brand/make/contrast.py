"""Whether a design's texts can be read: the contrast of every text with what it stands on."""

from __future__ import annotations

from deckbuild.brand.brand_file import BrandFile
from deckbuild.brand.colour import contrast, map_palette, resolve_colour
from deckbuild.brand.make.design import BrandDesign
from deckbuild.diagnostics import Collector
from deckbuild.named_tuple import NamedTuple

#: WCAG 2.2, success criterion 1.4.3, for text of any size.
MINIMUM_CONTRAST = 4.5

#: Role or theme colour of a text, and of the grounds it stands on in the masters and layouts.
_TEXTS_ON_GROUNDS = {
    "text": ("bg1", "panel", "code_panel", "table_band", "highlight"),
    "title": ("bg1", "panel"),
    "muted": ("bg1", "panel"),
    "strong": ("bg1", "panel", "table_band"),
    "accent": ("bg1", "panel"),
    "hlink": ("bg1", "panel", "table_band"),
    "folHlink": ("bg1", "panel", "table_band"),
    "band_text": ("band",),
    "badge_text": ("badge",),
    "table_header_text": ("table_header",),
}
_PAGE_TEXTS_ON_GROUNDS = {
    "page_text": ("page", "page_highlight"),
    "page_muted": ("page",),
    "page_strong": ("page",),
}
_COVER_TEXTS = ("text", "muted", "link")
_COVER_GROUNDS = ("start", "end")


class LowContrast(NamedTuple):
    """A text that is hard to read: its key and its ground's in `brand.toml`, and their contrast ratio."""

    text: str
    ground: str
    ratio: float


def find_low_contrasts(design: BrandDesign) -> list[LowContrast]:
    """List every text whose contrast with a ground of its own is below 4.5 to 1."""
    slide, page = (map_palette(design.palette, dark) for dark in (design.dark, False))
    roles = design.roles

    def named(role: str) -> str:
        base = "dk1" if design.dark else "lt1"
        return f"palette.roles.{role}" if role in roles else f"palette.{base if role == 'bg1' else role}"

    pairs = [
        (named(text), named(ground), roles.get(text, text), roles.get(ground, ground), palette)
        for table, palette in ((_TEXTS_ON_GROUNDS, slide), (_PAGE_TEXTS_ON_GROUNDS, page))
        for text, grounds in table.items()
        for ground in grounds
    ]
    pairs += [
        (f"cover.{text}", f"cover.{ground}", design.cover[text], design.cover[ground], slide)
        for text in _COVER_TEXTS
        for ground in _COVER_GROUNDS
    ]
    pairs += [
        (f"code.{kind}", "palette.roles.code_panel", colour, roles["code_panel"], slide)
        for kind, colour in design.code.items()
    ]
    found = []
    for text, ground, text_colour, ground_colour, palette in pairs:
        ratio = contrast(resolve_colour(text_colour, palette), resolve_colour(ground_colour, palette))
        if ratio < MINIMUM_CONTRAST:
            found.append(LowContrast(text, ground, ratio))
    return found


def report_low_contrasts(design: BrandDesign, file: BrandFile, collector: Collector) -> None:
    """Report every text of a design that is hard to read (`brand-contrast`), where its colour stands."""
    for text, ground, ratio in find_low_contrasts(design):
        message = f"`{text}` on `{ground}` has a contrast of {ratio:.1f} to 1; text wants 4.5."
        collector.report("brand-contrast", file.locate(text), message)
