"""Formulas as Office Math (ECMA-376 Part 1, 22.1), with the run properties that PowerPoint writes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from deckbuild.figures.math.tree import (
    Accent,
    Bar,
    Enclosed,
    Equations,
    Fenced,
    Fraction,
    Function,
    Limits,
    Matrix,
    Nary,
    Node,
    Phantom,
    Radical,
    Row,
    Scripts,
    Stretched,
    Symbol,
    SymbolStyle,
)
from deckbuild.layout.laid_out import LaidOutFormula, RunStyle

from .alternative import MATH_END, MATH_START
from .xml import escape_attribute, escape_text, spell_fill

_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_FONT = '<a:latin typeface="Cambria Math" panose="02040503050406030204" pitchFamily="18" charset="0"/>'
_NOTHING = "\u200b"  # PowerPoint draws a dotted box where a part is empty

# First letters of the mathematical alphabets that PowerPoint writes for italic and bold italic letters.
_ALPHABETS = {
    False: {"A": 0x1D434, "a": 0x1D44E, "Α": 0x1D6E2, "α": 0x1D6FC},
    True: {"A": 0x1D468, "a": 0x1D482, "Α": 0x1D71C, "α": 0x1D736},
}
_LENGTHS = {"A": 26, "a": 26, "Α": 25, "α": 25}
_LATE_GREEK = "∂ϵϑϰϕϱϖ"

Speller = Callable[[Any, "FormulaStyle"], str]


class FormulaStyle:
    """The properties of runs and of signs that a formula draws itself, spelled for one style of text."""

    __slots__ = ("_run", "bold", "control")

    def __init__(self, style: RunStyle) -> None:
        attributes = f' lang="{escape_attribute(style.lang)}"' if style.lang else ""
        if style.size is not None:
            attributes += f' sz="{round(style.size * 100)}"'
        self.bold = style.bold
        fill = spell_fill(style.color) if style.color is not None else ""
        self._run = (attributes, fill)
        self.control = f"<m:ctrlPr>{self.spell(style.bold, True)}</m:ctrlPr>"

    def spell(self, bold: bool, italic: bool, font: str = _FONT) -> str:
        """Spell ``a:rPr``."""
        attributes, fill = self._run
        return f'<a:rPr{attributes} b="{int(bold)}" i="{int(italic)}">{fill}{font}</a:rPr>'


@lru_cache(maxsize=512)
def spell_formula(formula: LaidOutFormula, style: RunStyle) -> str:
    """Spell a formula in the style of the text it stands in."""
    inner = _spell(formula.tree, FormulaStyle(style))
    if not formula.display:
        return f'{MATH_START}<m:oMath xmlns:m="{_MATH}">{inner}</m:oMath>{MATH_END}'
    math = f'<m:oMathParaPr><m:jc m:val="centerGroup"/></m:oMathParaPr><m:oMath>{inner}</m:oMath>'
    return f'{MATH_START}<m:oMathPara xmlns:m="{_MATH}">{math}</m:oMathPara>{MATH_END}'


def _spell(node: Node | None, looks: FormulaStyle) -> str:
    return _SPELLERS[type(node)](node, looks) if node is not None else ""


def _spell_part(tag: str, node: Node, looks: FormulaStyle) -> str:
    """Spell an argument, which must not be empty."""
    inner = _spell(node, looks) or _spell(Symbol(_NOTHING), looks)
    return f"<m:{tag}>{inner}</m:{tag}>"


_RUNS: dict[SymbolStyle, tuple[str, bool, bool]] = {
    # m:rPr, bold, italic
    "upright": ('<m:rPr><m:sty m:val="p"/></m:rPr>', False, False),
    "text": ("<m:rPr><m:nor/></m:rPr>", False, False),
    "bold-text": ("<m:rPr><m:nor/></m:rPr>", True, False),
    "italic-text": ("<m:rPr><m:nor/></m:rPr>", False, True),
}


def _spell_symbol(node: Symbol, looks: FormulaStyle) -> str:
    text = node.text
    if node.style == "math":
        properties = '<m:rPr><m:sty m:val="bi"/></m:rPr>' if looks.bold else ""
        run = looks.spell(looks.bold, True)
        text = "".join(_slant(letter, looks.bold) for letter in text)
    else:
        properties, bold, italic = _RUNS[node.style]
        if node.style == "upright" and looks.bold:
            properties = '<m:rPr><m:sty m:val="b"/></m:rPr>'
        run = looks.spell(bold or looks.bold, italic, _FONT if node.style == "upright" else "")
    keep = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f"<m:r>{properties}{run}<m:t{keep}>{escape_text(text)}</m:t></m:r>"


@lru_cache(maxsize=512)
def _slant(letter: str, bold: bool) -> str:
    """Return a letter's italic form among the mathematical letters; what has none stays."""
    if letter == "h" and not bold:
        return "ℎ"
    for first, start in _ALPHABETS[bold].items():
        offset = ord(letter) - ord(first)
        if 0 <= offset < _LENGTHS[first]:
            return chr(start + offset)
    if letter in _LATE_GREEK:
        return chr(_ALPHABETS[bold]["α"] + 25 + _LATE_GREEK.index(letter))
    return letter


def _spell_row(node: Row, looks: FormulaStyle) -> str:
    return "".join(_spell(item, looks) for item in node.items)


def _wrap(tag: str, properties: str, inner: str, looks: FormulaStyle) -> str:
    return f"<m:{tag}><m:{tag}Pr>{properties}{looks.control}</m:{tag}Pr>{inner}</m:{tag}>"


def _spell_fraction(node: Fraction, looks: FormulaStyle) -> str:
    inner = _spell_part("num", node.numerator, looks) + _spell_part("den", node.denominator, looks)
    return _wrap("f", "" if node.bar else '<m:type m:val="noBar"/>', inner, looks)


def _spell_root(node: Radical, looks: FormulaStyle) -> str:
    degree = "<m:deg/>" if node.degree is None else _spell_part("deg", node.degree, looks)
    hidden = '<m:degHide m:val="1"/>' if node.degree is None else ""
    return _wrap("rad", hidden, degree + _spell_part("e", node.base, looks), looks)


def _spell_scripts(node: Scripts, looks: FormulaStyle) -> str:
    base = _spell_part("e", node.base, looks)
    if node.before:
        below = _spell_part("sub", node.below or Row(), looks)
        above = _spell_part("sup", node.above or Row(), looks)
        return _wrap("sPre", "", below + above + base, looks)
    tag = "s"
    if node.below is not None:
        tag += "Sub"
        base += _spell_part("sub", node.below, looks)
    if node.above is not None:
        tag += "Sup"
        base += _spell_part("sup", node.above, looks)
    return _wrap(tag, "", base, looks)


def _spell_limits(node: Limits, looks: FormulaStyle) -> str:
    inner = _spell(node.base, looks)
    for tag, limit in (("limLow", node.under), ("limUpp", node.over)):
        if limit is not None:
            inner = inner or _spell(Symbol(_NOTHING), looks)
            inner = _wrap(tag, "", f"<m:e>{inner}</m:e>{_spell_part('lim', limit, looks)}", looks)
    return inner


def _spell_nary(node: Nary, looks: FormulaStyle) -> str:
    properties = (
        f'<m:chr m:val="{node.operator}"/><m:limLoc m:val="{"subSup" if node.beside else "undOvr"}"/>'
        + ('<m:subHide m:val="1"/>' if node.below is None else "")
        + ('<m:supHide m:val="1"/>' if node.above is None else "")
    )
    below = "<m:sub/>" if node.below is None else _spell_part("sub", node.below, looks)
    above = "<m:sup/>" if node.above is None else _spell_part("sup", node.above, looks)
    return _wrap("nary", properties, below + above + _spell_part("e", node.body, looks), looks)


def _spell_accent(node: Accent, looks: FormulaStyle) -> str:
    return _wrap("acc", f'<m:chr m:val="{node.mark}"/>', _spell_part("e", node.base, looks), looks)


def _spell_bar(node: Bar, looks: FormulaStyle) -> str:
    side = "top" if node.over else "bot"
    return _wrap("bar", f'<m:pos m:val="{side}"/>', _spell_part("e", node.base, looks), looks)


def _spell_stretched(node: Stretched, looks: FormulaStyle) -> str:
    """Spell a brace, or an arrow with its label: an operator whose sign stands under or over the label."""
    side, other = ("top", "bot") if node.over else ("bot", "top")
    facing = side if node.in_line else other
    properties = f'<m:chr m:val="{escape_attribute(node.mark)}"/><m:pos m:val="{side}"/>'
    properties += f'<m:vertJc m:val="{facing}"/>'
    group = _wrap("groupChr", properties, _spell_part("e", node.base, looks), looks)
    return _wrap("box", '<m:opEmu m:val="1"/>', f"<m:e>{group}</m:e>", looks) if node.in_line else group


def _spell_fenced(node: Fenced, looks: FormulaStyle) -> str:
    properties = f'<m:begChr m:val="{escape_attribute(node.opening)}"/>'
    if len(node.parts) > 1:
        properties += f'<m:sepChr m:val="{escape_attribute(node.separator)}"/>'
    properties += f'<m:endChr m:val="{escape_attribute(node.closing)}"/>'
    return _wrap("d", properties, "".join(_spell_part("e", part, looks) for part in node.parts), looks)


def _spell_function(node: Function, looks: FormulaStyle) -> str:
    name = _spell_part("fName", node.name, looks)
    return _wrap("func", "", name + _spell_part("e", node.argument, looks), looks)


def _spell_matrix(node: Matrix, looks: FormulaStyle) -> str:
    columns = "".join(
        f'<m:mc><m:mcPr><m:count m:val="1"/><m:mcJc m:val="{alignment}"/></m:mcPr></m:mc>'
        for alignment in node.alignments
    )
    rows = "".join(
        f"<m:mr>{''.join(_spell_part('e', cell, looks) for cell in row)}</m:mr>" for row in node.rows
    )
    return _wrap("m", f"<m:mcs>{columns}</m:mcs>", rows, looks)


def _spell_equations(node: Equations, looks: FormulaStyle) -> str:
    """Spell lines, whose parts ``&`` divides: lines meet at the first one, then stand apart, and so on."""
    mark = f"<m:r>{looks.spell(looks.bold, True)}<m:t>&amp;</m:t></m:r>"
    lines = "".join(f"<m:e>{mark.join(_spell(part, looks) for part in line)}</m:e>" for line in node.lines)
    return _wrap("eqArr", "", lines, looks)


_STRIKES = {
    "horizontalstrike": "strikeH",
    "verticalstrike": "strikeV",
    "updiagonalstrike": "strikeBLTR",
    "downdiagonalstrike": "strikeTLBR",
}


def _spell_enclosed(node: Enclosed, looks: FormulaStyle) -> str:
    sides = () if "box" in node.notations else ("hideTop", "hideBot", "hideLeft", "hideRight")
    strikes = (tag for name, tag in _STRIKES.items() if name in node.notations)
    properties = "".join(f'<m:{tag} m:val="1"/>' for tag in (*sides, *strikes))
    return _wrap("borderBox", properties, _spell_part("e", node.base, looks), looks)


def _spell_phantom(node: Phantom, looks: FormulaStyle) -> str:
    return _wrap("phant", '<m:show m:val="0"/>', _spell_part("e", node.base, looks), looks)


_SPELLERS: dict[type, Speller] = {
    Symbol: _spell_symbol,
    Row: _spell_row,
    Fraction: _spell_fraction,
    Radical: _spell_root,
    Scripts: _spell_scripts,
    Limits: _spell_limits,
    Nary: _spell_nary,
    Accent: _spell_accent,
    Bar: _spell_bar,
    Stretched: _spell_stretched,
    Fenced: _spell_fenced,
    Function: _spell_function,
    Matrix: _spell_matrix,
    Equations: _spell_equations,
    Enclosed: _spell_enclosed,
    Phantom: _spell_phantom,
}
