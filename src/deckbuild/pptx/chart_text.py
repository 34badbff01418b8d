"""What charts are written in: text properties, titles, places within a chart, colours."""

from __future__ import annotations

from deckbuild.brand.colour import is_colour, spell_colour
from deckbuild.layout.chart_look import ChartLook

from .xml import escape_attribute, escape_text, spell_color

_FONTS = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'


def spell_paint(color: str, alpha: float = 1.0) -> str:
    """Spell a solid fill in a colour as a brand may write it (``accent1 darker 25``)."""
    spelled = spell_colour(color) if is_colour(color) else spell_color(color)
    if alpha < 1.0:
        through = f'<a:alpha val="{round(alpha * 100_000)}"/>'
        if spelled.endswith("/>") and spelled.count("<") == 1:
            tag = spelled[1:].split(" ", 1)[0]
            spelled = f"{spelled[:-2]}>{through}</{tag}>"
        else:
            head, _, tail = spelled.rpartition("</")
            spelled = f"{head}{through}</{tail}"
    return f"<a:solidFill>{spelled}</a:solidFill>"


def spell_line(color: str, width: int, alpha: float = 1.0) -> str:
    """Spell an outline of a width in EMU."""
    return f'<a:ln w="{width}" cap="rnd">{spell_paint(color, alpha)}<a:round/></a:ln>'


def _spell_properties(tag: str, size: float, color: str, bold: bool, language: str) -> str:
    lang = f' lang="{escape_attribute(language)}"' if tag == "a:rPr" else ""
    return f'<{tag}{lang} sz="{round(size * 100)}" b="{int(bold)}">{spell_paint(color)}{_FONTS}</{tag}>'


def spell_text_properties(
    size: float, color: str, language: str, bold: bool = False, turned: int | None = None
) -> str:
    """Spell `c:txPr`; ``turned`` is an angle in 60,000ths of a degree."""
    turn = f' rot="{turned}" vert="horz"' if turned is not None else ""
    return (
        f"<c:txPr><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr>"
        f"{_spell_properties('a:defRPr', size, color, bold, language)}</a:pPr>"
        f'<a:endParaRPr lang="{escape_attribute(language)}"/></a:p></c:txPr>'
    )


def spell_title(text: str, look: ChartLook, size: float, bold: bool = False, turned: bool = False) -> str:
    """Spell a title, of the chart or of an axis; of a vertical axis it is ``turned``."""
    turn = ' rot="-5400000" vert="horz"' if turned else ""
    color = look.strong if bold else look.text
    run = _spell_properties("a:rPr", size, color, bold, look.language)
    direction = ' rtl="1"' if look.rtl else ""
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr{direction}>"
        f"{_spell_properties('a:defRPr', size, color, bold, look.language)}</a:pPr>"
        f"<a:r>{run}<a:t>{escape_text(text)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def spell_layout(plot: tuple[float, float, float, float] | None) -> str:
    """Spell where the inner plot area stands, as shares of the chart; the reader's choice for None."""
    if plot is None:
        return "<c:layout/>"
    x, y, w, h = (f"{share:.4f}" for share in plot)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x}"/><c:y val="{y}"/><c:w val="{w}"/><c:h val="{h}"/></c:manualLayout></c:layout>'
    )
