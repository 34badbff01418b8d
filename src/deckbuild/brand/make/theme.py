"""The theme part (ECMA-376 Part 1, 14.2.7): colours, fonts, and plain fills, lines and effects."""

from __future__ import annotations

from deckbuild.brand.colour import THEME_COLOURS
from deckbuild.brand.make.design import BrandDesign, Fonts
from deckbuild.brand.make.xml import DECLARATION, DRAWING_NAMESPACE, escape_text

_PHCLR = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def _shade(end_percent: int) -> str:
    return (
        '<a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0"><a:schemeClr val="phClr"/></a:gs>'
        '<a:gs pos="100000"><a:schemeClr val="phClr">'
        f'<a:lumMod val="{end_percent * 1000}"/></a:schemeClr></a:gs>'
        '</a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill>'
    )


def _line(width: int) -> str:
    return (
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_PHCLR}<a:prstDash val="solid"/>'
        '<a:miter lim="800000"/></a:ln>'
    )


_FORMATS = (
    f"<a:fillStyleLst>{_PHCLR}{_shade(90)}{_shade(80)}</a:fillStyleLst>"
    f"<a:lnStyleLst>{_line(9525)}{_line(15875)}{_line(25400)}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_PHCLR}{_shade(95)}{_shade(75)}</a:bgFillStyleLst>"
)


def spell_theme(design: BrandDesign) -> str:
    """Spell the theme; every master has a copy of its own."""
    name = escape_text(design.name)
    colours = "".join(
        f'<a:{colour}><a:srgbClr val="{design.palette[colour]}"/></a:{colour}>' for colour in THEME_COLOURS
    )
    fonts = design.fonts
    return (
        f'{DECLARATION}<a:theme {DRAWING_NAMESPACE} name="{name}">'
        f'<a:themeElements><a:clrScheme name="{name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{_spell_fonts(fonts.heading, fonts)}</a:majorFont>'
        f"<a:minorFont>{_spell_fonts(fonts.body, fonts)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="{name}">{_FORMATS}</a:fmtScheme></a:themeElements>'
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _spell_fonts(latin: str, fonts: Fonts) -> str:
    scripts = "".join(
        f'<a:font script="{escape_text(script)}" typeface="{escape_text(face)}"/>'
        for script, face in fonts.scripts.items()
    )
    return (
        f'<a:latin typeface="{escape_text(latin)}"/><a:ea typeface="{escape_text(fonts.ea)}"/>'
        f'<a:cs typeface="{escape_text(fonts.cs)}"/>{scripts}'
    )
