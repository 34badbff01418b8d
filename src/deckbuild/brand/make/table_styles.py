"""The table styles part: the brand's own style, which new tables take by default (20.1.4.2.27)."""

from __future__ import annotations

from deckbuild.brand.colour import fill, spell_colour
from deckbuild.brand.make.design import BrandDesign
from deckbuild.brand.make.xml import DECLARATION, DRAWING_NAMESPACE, escape_text

_HAIRLINE, _RULE = 6350, 19050


def spell_table_styles(design: BrandDesign) -> str:
    """Spell `ppt/tableStyles.xml` with one style: filled header, light bands, hairlines between rows."""
    roles = design.roles
    hairline = _line(_HAIRLINE, roles["table_rule"])
    rule = _line(_RULE, roles["table_header"])
    none = "<a:ln><a:noFill/></a:ln>"
    borders = (
        f"<a:left>{none}</a:left><a:right>{none}</a:right><a:top>{hairline}</a:top><a:bottom>{rule}</a:bottom>"
        f"<a:insideH>{hairline}</a:insideH><a:insideV>{none}</a:insideV>"
    )
    band = _style_cells(painted=fill(roles["table_band"]))
    bold = _style_text(roles["strong"], bold=True)
    styles = (
        f"<a:wholeTbl>{_style_text(roles['text'])}{_style_cells(borders, '<a:noFill/>')}</a:wholeTbl>"
        f"<a:band1H>{band}</a:band1H><a:band2H>{_style_cells()}</a:band2H>"
        f"<a:band1V>{band}</a:band1V><a:band2V>{_style_cells()}</a:band2V>"
        f"<a:lastCol>{bold}{_style_cells()}</a:lastCol><a:firstCol>{bold}{_style_cells()}</a:firstCol>"
        f"<a:lastRow>{bold}{_style_cells(f'<a:top>{rule}</a:top>', '<a:noFill/>')}</a:lastRow>"
        f"<a:firstRow>{_style_text(roles['table_header_text'], bold=True)}"
        f"{_style_cells(f'<a:bottom>{rule}</a:bottom>', fill(roles['table_header']))}</a:firstRow>"
    )
    return (
        f'{DECLARATION}<a:tblStyleLst {DRAWING_NAMESPACE} def="{design.table_style}">'
        f'<a:tblStyle styleId="{design.table_style}" '
        f'styleName="{escape_text(design.table_style_name)}">{styles}</a:tblStyle></a:tblStyleLst>'
    )


def _line(width: int, colour: str) -> str:
    return f'<a:ln w="{width}" cmpd="sng">{fill(colour)}</a:ln>'


def _style_text(colour: str, *, bold: bool = False) -> str:
    weight = ' b="on"' if bold else ""
    font = '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>'
    return f"<a:tcTxStyle{weight}>{font}{spell_colour(colour)}</a:tcTxStyle>"


def _style_cells(borders: str = "", painted: str = "") -> str:
    paint = f"<a:fill>{painted}</a:fill>" if painted else ""
    return f"<a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{paint}</a:tcStyle>"
