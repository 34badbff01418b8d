"""A brand from a template alone: its theme's colours, readable on its ground, for what layout paints."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckbuild.template import Template, TemplateLayout

from .brand import Brand, MinimumSizes, PictureTreatment
from .colour import contrast
from .defaults import code_colours
from .mapping import map_layouts

READABLE = 4.5
"""The least contrast of text with its ground (WCAG 2.2, 1.4.3)."""

_SCHEME = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_ACCENTS = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "tx2")
_MEANT = re.compile(
    r"©|\(c\)|copyright|rights reserved|rechte vorbehalten|confiden|vertraulich|internal use|nur für intern|"
    r"interne|proprietary|社外秘|機密|机密|대외비|سري",
    re.IGNORECASE,
)
"""What tells a footer that a company wants from a prompt to write one."""


def derive_brand(template: Template, data: bytes, name: str, owner: str, base: Brand | None = None) -> Brand:
    """Return the brand of a template that comes without one.

    Smallest sizes, words, the face of code, font files and what pictures look like are those of ``base``,
    else the defaults. The footer is ``base``'s, else the template's own words, else the owner, else the
    title.
    """
    layout = template.layouts[map_layouts(template)["text"].layout_index]
    palette = derive_palette(template, layout)
    panel = palette["code_panel"]
    panel = dict(template.themes[layout.master].colors).get(panel, panel)
    return Brand(
        name=name,
        template=data,
        layouts={},
        palette=palette,
        mono_font=base.mono_font if base else "Courier New",
        code_colors=_derive_code(palette["text"], panel),
        table_style=None,
        footer=base.footer if base else _find_footer(layout, owner),
        owner=base.owner if base else "",
        minimum=base.minimum if base else MinimumSizes(),
        words=base.words if base else {},
        pictures=base.pictures if base else PictureTreatment(),
        fonts=base.fonts if base else None,
    )


def derive_palette(template: Template, layout: TemplateLayout) -> dict[str, str]:
    """Return a colour for each role that layout paints with, for slides on the ground of ``layout``.

    Names of the theme where its colours are readable there, so that a change of theme is followed.
    """
    colors = dict(template.themes[layout.master].colors)
    colors |= {name: colors[meant] for name, meant in layout.color_map if meant in colors}
    ground = layout.background
    dark = contrast(ground, "FFFFFF") > contrast(ground, "000000")
    text = _text_color(colors, layout, ground)
    ink = colors.get(text, text)
    panel = _panel(colors, ink, ground)
    behind = colors.get(panel, panel)
    strong, accent = _pick_accents(colors, ground, behind)
    muted = _mix_readable(ink, ground, behind, 0.7)
    rule = _mix(ink, ground, 0.25)
    return {
        "text": text,
        "title": text,
        "muted": muted,
        "strong": strong,
        "accent": accent,
        "bullet": strong,
        "rule": rule,
        "table_rule": rule,
        "panel": panel,
        "code_panel": panel,
        "highlight": "57440D" if dark else "FFE79A",
    }


def _text_color(colors: Mapping[str, str], layout: TemplateLayout, ground: str) -> str:
    """Return the colour of text: the layout's own for it when readable, else the theme's that is most so."""
    own = [each.levels[0].color for each in layout.placeholders if each.type in ("obj", "body")]
    for color in (*(_SCHEME.get(name, name) for name in own), "tx1", "bg1", "tx2", "bg2"):
        if contrast(colors.get(color, color), ground) >= READABLE:
            return color
    return "000000" if contrast("000000", ground) > contrast("FFFFFF", ground) else "FFFFFF"


def _panel(colors: Mapping[str, str], ink: str, ground: str) -> str:
    """Return a ground for panels: the theme's second where it is near the first, else a shade of that."""
    second = colors.get("bg2", ground)
    if 1.04 <= contrast(second, ground) <= 1.6 and contrast(ink, second) >= READABLE:
        return "bg2"
    return _mix(ink, ground, 0.07)


def _pick_accents(colors: Mapping[str, str], *grounds: str) -> tuple[str, str]:
    """Return two accents of the theme that can be read on all grounds; changed where none can."""
    found = [name for name in _ACCENTS if name in colors and _reads(colors[name], grounds)]
    grey = [name for name in found if _is_grey(colors[name])]
    found = [name for name in found if name not in grey] + grey
    strong = found[0] if found else _push(colors.get("accent1", "4472C4"), grounds)
    others = [name for name in found[1:] if name != "tx2"]
    return strong, others[0] if others else strong


def _is_grey(rgb: str) -> bool:
    channels = [int(rgb[at : at + 2], 16) for at in (0, 2, 4)]
    return max(channels) - min(channels) < 24


def _reads(rgb: str, grounds: tuple[str, ...]) -> bool:
    return all(contrast(rgb, ground) >= READABLE for ground in grounds)


def _push(rgb: str, grounds: tuple[str, ...]) -> str:
    """Return a colour taken towards black or white until it can be read."""
    end = max(("000000", "FFFFFF"), key=lambda each: min(contrast(each, ground) for ground in grounds))
    pushed = (_mix(end, rgb, part / 20) for part in range(21))
    return next((color for color in pushed if _reads(color, grounds)), end)


def _mix_readable(ink: str, ground: str, behind: str, part: float) -> str:
    """Return a colour between text and ground, nearer to the text until it can be read on both grounds."""
    while part < 1.0:
        color = _mix(ink, ground, part)
        if _reads(color, (ground, behind)):
            return color
        part += 0.05
    return ink


def _mix(one: str, other: str, part: float) -> str:
    """Return ``part`` of one colour and the rest of another."""
    return "".join(
        f"{round(int(one[at : at + 2], 16) * part + int(other[at : at + 2], 16) * (1 - part)):02X}"
        for at in (0, 2, 4)
    )


def _derive_code(text: str, panel: str) -> dict[str, str]:
    """Return the colours of code, each readable on the RRGGBB of its panel."""
    dark = contrast(panel, "FFFFFF") > contrast(panel, "000000")
    wished = code_colours(dark, text)
    return {kind: color if color == text else _push(color, (panel,)) for kind, color in wished.items()}


def _find_footer(layout: TemplateLayout, owner: str) -> str:
    """Return the template's own footer if it is no mere prompt, else the owner's copyright or the title."""
    own = next((each.text for each in layout.placeholders if each.type == "ftr"), "")
    own = " ".join(own.split())
    if _MEANT.search(own) and "{" not in own:
        return own
    return "© {year} {owner}" if owner else "{title}"
