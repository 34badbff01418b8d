"""Text properties: list styles with nine levels, single lines, paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.brand.colour import fill, spell_colour
from deckbuild.brand.make.xml import centipoints, escape_text
from deckbuild.units import from_points

#: Bullet characters and their size in per cent of the text, by level. All are in WGL4, so every
#: Office font that stands in for another has them.
_BULLETS = (
    ("■", 65), ("–", 100), ("•", 100), ("›", 100), ("–", 100), ("•", 100), ("–", 100), ("•", 100), ("–", 100),
)  # fmt: skip
#: What PowerPoint says of every level besides indent and alignment.
LEVEL_ATTRIBUTES = 'defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"'


def theme_fonts(which: str) -> str:
    """Spell a reference to the theme's major (`mj`) or minor (`mn`) fonts."""
    return f'<a:latin typeface="+{which}-lt"/><a:ea typeface="+{which}-ea"/><a:cs typeface="+{which}-cs"/>'


def named_font(face: str) -> str:
    """Spell a Latin typeface by name, the theme's minor fonts for other scripts.

    For printed pages: LibreOffice resolves no theme on them.
    """
    return f'<a:latin typeface="{escape_text(face)}"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'


def bulleted_levels(
    sizes: Sequence[float],
    colour: str,
    bullet_colour: str,
    bullet_font: str,
    *,
    step: float,
    space: float,
    fonts: str = "",
) -> str:
    """Spell `a:lvl1pPr` to `a:lvl9pPr` with hanging bullets.

    `step` is the indent from one level to the next in points, `space` the space before a
    paragraph of the first level; deeper levels have about half of it. `fonts` is spelled; without
    it they are the theme's.
    """
    fonts = fonts or theme_fonts("mn")
    levels = []
    indent = from_points(step)
    for at, (size, (character, percent)) in enumerate(zip(sizes, _BULLETS, strict=True)):
        before = space if at == 0 else space * (0.6 if at == 1 else 0.45)
        levels.append(
            f'<a:lvl{at + 1}pPr marL="{indent * (at + 1)}" indent="-{indent}" algn="l" {LEVEL_ATTRIBUTES}>'
            f'<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{centipoints(before)}"/></a:spcBef>'
            f"<a:buClr>{spell_colour(bullet_colour)}</a:buClr>"
            f'<a:buSzPct val="{percent * 1000}"/>'
            f'<a:buFont typeface="{escape_text(bullet_font)}"/><a:buChar char="{character}"/>'
            f'<a:defRPr sz="{centipoints(size)}" kern="1200">{fill(colour)}{fonts}</a:defRPr>'
            f"</a:lvl{at + 1}pPr>"
        )
    return "".join(levels)


def plain_levels(
    size: float, colour: str, *, align: str = "l", bold: bool = False, font: str = "", space: float = 0
) -> str:
    """Spell an `a:lstStyle` whose nine levels are all alike: no bullet, no indent, one size.

    `font` is a Latin typeface in place of the inherited one, `space` the space before a paragraph
    in points.
    """
    face = f'<a:latin typeface="{escape_text(font)}"/><a:cs typeface="{escape_text(font)}"/>' if font else ""
    weight = ' b="1"' if bold else ' b="0"'
    levels = "".join(
        f'<a:lvl{level}pPr marL="0" indent="0" algn="{align}">'
        f'<a:spcBef><a:spcPts val="{centipoints(space)}"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{centipoints(size)}"{weight}>{fill(colour)}{face}</a:defRPr></a:lvl{level}pPr>'
        for level in range(1, 10)
    )
    return f"<a:lstStyle>{levels}</a:lstStyle>"


def one_level(size: float, colour: str, *, align: str = "", bold: bool | None = None, fonts: str = "") -> str:
    """Spell an `a:lstStyle` for a single line: a title, date, footer or slide number."""
    alignment = f' algn="{align}"' if align else ""
    weight = "" if bold is None else f' b="{int(bold)}"'
    return (
        f'<a:lstStyle><a:lvl1pPr{alignment}><a:defRPr sz="{centipoints(size)}"{weight}>'
        f"{fill(colour)}{fonts}</a:defRPr></a:lvl1pPr></a:lstStyle>"
    )


def unstyled_levels() -> str:
    """Spell nine levels of text of no particular place, as for text boxes and tables."""
    return "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 457200}" algn="l" {LEVEL_ATTRIBUTES}>'
        f'<a:defRPr sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f"{theme_fonts('mn')}</a:defRPr></a:lvl{level}pPr>"
        for level in range(1, 10)
    )


def paragraph(text: str, language: str, level: int = 0) -> str:
    """Spell a paragraph of one run; an empty text gives an empty paragraph."""
    properties = f'<a:pPr lvl="{level}"/>' if level else ""
    if not text:
        return f'<a:p>{properties}<a:endParaRPr lang="{language}"/></a:p>'
    return f'<a:p>{properties}<a:r><a:rPr lang="{language}"/><a:t>{escape_text(text)}</a:t></a:r></a:p>'


def field(kind: str, guid: str, text: str, language: str) -> str:
    """Spell a paragraph that is one field (ECMA-376 Part 1, 21.1.2.2.4): a date or a slide number."""
    return (
        f'<a:p><a:fld id="{guid}" type="{kind}"><a:rPr lang="{language}"/>'
        f'<a:t>{escape_text(text)}</a:t></a:fld><a:endParaRPr lang="{language}"/></a:p>'
    )
