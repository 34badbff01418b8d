"""Text: bodies, paragraphs, runs (ECMA-376 Part 1, 21.1.2)."""

from __future__ import annotations

from functools import lru_cache

from deckbuild.layout.laid_out import BREAK, Bullet, Run, RunStyle, TextBody, TextParagraph

from .part import Part
from .xml import escape_attribute, escape_text, spell_color, spell_fill

_IDEOGRAPHIC = ("ja", "ko", "zh")
_FIELD_IDS = {
    "slidenum": "{5C8E1B0A-3F6D-4E0B-9A57-1D2C7B64E901}",
    "datetime": "{5C8E1B0A-3F6D-4E0B-9A57-1D2C7B64E902}",
}


def spell_body(body: TextBody, part: Part, tag: str = "p:txBody", wrap: bool = False) -> str:
    """Spell a text body as element `tag`; `wrap` says that lines wrap, for what inherits nothing."""
    head = _spell_body_properties(
        body.font_scale,
        body.line_reduction,
        body.autofit,
        body.anchor,
        body.insets,
        wrap,
        part.deck.rtl,
        body.plain,
    )
    return f"<{tag}>{head}{spell_paragraphs(body.paragraphs, part)}</{tag}>"


@lru_cache(maxsize=1024)
def _spell_body_properties(
    font_scale: float,
    line_reduction: float,
    autofit: str | None,
    anchor: str | None,
    insets: tuple[int, int, int, int] | None,
    wrap: bool,
    rtl: bool,
    plain: bool,
) -> str:
    attributes = ' spcFirstLastPara="0"' if plain else ""
    if wrap or plain:
        attributes += ' wrap="square"'
    if insets is not None:
        attributes += ' lIns="{}" tIns="{}" rIns="{}" bIns="{}"'.format(*insets)
    if plain:
        attributes += ' numCol="1"'
    if rtl:
        attributes += ' rtlCol="1"'
    if anchor is not None:
        attributes += f' anchor="{anchor}"'
    fit = ""
    if font_scale < 1 or line_reduction > 0:
        scale = f' fontScale="{round(font_scale * 100_000)}"' if font_scale < 1 else ""
        reduction = f' lnSpcReduction="{round(line_reduction * 100_000)}"' if line_reduction > 0 else ""
        fit = f"<a:normAutofit{scale}{reduction}/>"
    elif autofit is not None:
        fit = "<a:normAutofit/>" if autofit == "normal" else "<a:noAutofit/>"
    element = f"<a:bodyPr{attributes}>{fit}</a:bodyPr>" if fit else f"<a:bodyPr{attributes}/>"
    return f"{element}<a:lstStyle/>"


def spell_paragraphs(paragraphs: tuple[TextParagraph, ...], part: Part) -> str:
    """Spell paragraphs; a body must have one, so none become an empty one."""
    if not paragraphs:
        return f"<a:p>{_spell_end(part.language)}</a:p>"
    pieces: list[str] = []
    for paragraph in paragraphs:
        pieces.append("<a:p>")
        pieces.append(
            _spell_paragraph_properties(
                paragraph.level,
                paragraph.bullet,
                paragraph.align,
                paragraph.margin_left,
                paragraph.indent,
                paragraph.space_before,
                paragraph.space_after,
                paragraph.line_spacing,
                paragraph.rtl,
            )
        )
        runs = paragraph.runs
        for run in runs:
            if not run.text:
                continue
            if run.link is None and run.field is None and run.formula is None and run.text != BREAK:
                pieces.append(f"<a:r>{_spell_style(run.style)}<a:t>{escape_text(run.text)}</a:t></a:r>")
            else:
                pieces.append(_spell_special_run(run, part))
        pieces.append(_spell_end_of(runs[-1]) if runs else _spell_end(part.language))
        pieces.append("</a:p>")
    return "".join(pieces)


def _spell_special_run(run: Run, part: Part) -> str:
    """Spell a line break, a field, a formula or a run that is a link."""
    if run.text == BREAK:
        return f"<a:br>{_spell_style(run.style)}</a:br>"
    if run.formula is not None:
        from .formula import spell_formula  # few decks have formulas

        return spell_formula(run.formula, run.style)
    properties = _spell_style(run.style)
    if run.link is not None:
        click = part.spell_hyperlink(run.link, run.style.color is not None)
        if click:
            attributes, children = _style_parts(run.style)
            properties = f"<a:rPr{attributes}>{children}{click}</a:rPr>"
    text = f"<a:t>{escape_text(run.text)}</a:t>"
    if run.field is not None:
        return f'<a:fld id="{_FIELD_IDS[run.field]}" type="{run.field}">{properties}{text}</a:fld>'
    return f"<a:r>{properties}{text}</a:r>"


def _spell_end_of(run: Run) -> str:
    """Spell the end of a paragraph: a line without text is as high as its break or empty run says."""
    if run.text in (BREAK, ""):
        return _spell_style(run.style).replace("a:rPr", "a:endParaRPr")
    return _spell_end(run.style.lang)


@lru_cache(maxsize=256)
def _spell_end(language: str) -> str:
    return f'<a:endParaRPr lang="{escape_attribute(language)}"/>' if language else "<a:endParaRPr/>"


@lru_cache(maxsize=4096)
def _spell_style(style: RunStyle) -> str:
    """Spell `a:rPr`."""
    attributes, children = _style_parts(style)
    return f"<a:rPr{attributes}>{children}</a:rPr>" if children else f"<a:rPr{attributes}/>"


def _style_parts(style: RunStyle) -> tuple[str, str]:
    """Spell the attributes of a run's properties, and the children that stand before a link."""
    attributes = f' lang="{escape_attribute(style.lang)}"' if style.lang else ""
    if style.lang.startswith(_IDEOGRAPHIC):
        attributes += ' altLang="en-US"'  # of the Latin words in it, as PowerPoint writes it
    if style.size is not None:
        attributes += f' sz="{round(style.size * 100)}"'
    if style.bold:
        attributes += ' b="1"'
    if style.italic:
        attributes += ' i="1"'
    if style.underline:
        attributes += ' u="sng"'
    if style.strike:
        attributes += ' strike="sngStrike"'
    if style.baseline:
        attributes += f' baseline="{round(style.baseline * 100_000)}"'
    children = spell_fill(style.color) if style.color is not None else ""
    if style.highlight is not None:
        children += f"<a:highlight>{spell_color(style.highlight)}</a:highlight>"
    if style.font is not None:
        children += _spell_fonts(style.font)
    return attributes, children


def _spell_fonts(font: str) -> str:
    """Spell a typeface for Latin and complex scripts; ideographs keep the theme's."""
    latin = escape_attribute(font)
    complex_script = latin.replace("-lt", "-cs") if latin.startswith("+") else latin
    return f'<a:latin typeface="{latin}"/><a:cs typeface="{complex_script}"/>'


@lru_cache(maxsize=4096)
def _spell_paragraph_properties(
    level: int,
    bullet: Bullet | None,
    align: str | None,
    margin_left: int | None,
    indent: int | None,
    space_before: float | None,
    space_after: float | None,
    line_spacing: float | None,
    rtl: bool | None,
) -> str:
    """Spell `a:pPr`; nothing when all is inherited."""
    attributes = f' marL="{margin_left}"' if margin_left is not None else ""
    if level:
        attributes += f' lvl="{level}"'
    if indent is not None:
        attributes += f' indent="{indent}"'
    if align is not None:
        attributes += f' algn="{align}"'
    if rtl is not None:
        attributes += ' rtl="1"' if rtl else ' rtl="0"'
    children = ""
    if line_spacing is not None:
        children = f'<a:lnSpc><a:spcPct val="{round(line_spacing * 100_000)}"/></a:lnSpc>'
    if space_before is not None:
        children += f'<a:spcBef><a:spcPts val="{round(space_before * 100)}"/></a:spcBef>'
    if space_after is not None:
        children += f'<a:spcAft><a:spcPts val="{round(space_after * 100)}"/></a:spcAft>'
    if bullet is not None:
        children += _spell_bullet(bullet)
    if children:
        return f"<a:pPr{attributes}>{children}</a:pPr>"
    return f"<a:pPr{attributes}/>" if attributes else ""


def _spell_bullet(bullet: Bullet) -> str:
    color = f"<a:buClr>{spell_color(bullet.color)}</a:buClr>" if bullet.color is not None else ""
    if bullet.size is not None:
        color += f'<a:buSzPct val="{round(bullet.size * 100_000)}"/>'
    font = f'<a:buFont typeface="{escape_attribute(bullet.font)}"/>' if bullet.font is not None else ""
    if bullet.scheme:
        start = f' startAt="{bullet.start}"' if bullet.start != 1 else ""
        return f'{color}{font}<a:buAutoNum type="{bullet.scheme}"{start}/>'
    if bullet.character:
        return f'{color}{font}<a:buChar char="{escape_attribute(bullet.character)}"/>'
    return "<a:buNone/>"
