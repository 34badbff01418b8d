"""LaTeX → the tree of a formula, by way of math-core's MathML."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from .mathml import read_row
from .tree import Node

if TYPE_CHECKING:
    from math_core import LatexToMathML

LONGEST = 4000
"""Characters in a formula: math-core's parser recurses, and dies on some ten thousand open braces."""

DEEPEST = 60
"""Elements of MathML inside each other."""

_MACROS = {
    "substack": r"\begin{matrix}#1\end{matrix}",
    "colorbox": r"#2",
    "href": r"#2",
    "label": r"\relax#1",
}
# Environments that are others under another name here: numbers of equations mean nothing on a slide.
_ENVIRONMENTS = {
    "align": "align*",
    "alignat": "alignat*",
    "equation": "equation*",
    "gather": "gather*",
    "multline": "gather*",
    "multline*": "gather*",
    "eqnarray": "align*",
    "eqnarray*": "align*",
    "split": "aligned",
    "smallmatrix": "matrix",
}
_ENVIRONMENT = re.compile(r"(?<=\\begin\{)[a-z]+\*?(?=\})|(?<=\\end\{)[a-z]+\*?(?=\})")
_TEXT = re.compile(r"\\(?:text|textrm|mbox)\{((?:[^{}\\$]|\\.)*+\$(?:[^{}]|\{[^{}]*\})*)\}")
_ERROR = re.compile(r"(?:(\d+): )?(.*)", re.DOTALL)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class FormulaError(ValueError):
    """A formula cannot be read; ``offset`` is where in its text, the error's text why."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset = offset


_MOST_UNCLOSED = 10
_BRACKET = (
    r"([(\[]|\\\{|\\(?:lbrack|lbrace|lfloor|lceil|langle|lvert|lVert|lgroup|lmoustache)\b)"
    r"|[)\]]|\\\}|\\(?:rbrack|rbrace|rfloor|rceil|rangle|rvert|rVert|rgroup|rmoustache)\b"
)
"""Brackets; the first group are those that open. A bracket closes whichever kind, as in ``[0, 1)``."""


@lru_cache(maxsize=1024)
def read_formula(text: str, display: bool = False) -> Node:
    """Return the tree of a formula written in LaTeX's math mode; raises FormulaError.

    ``display`` is that of a formula on a line of its own, whose limits stand under and over.
    """
    if not text.strip():
        raise FormulaError(0, "There is nothing in it")
    if len(text) > LONGEST:
        raise FormulaError(0, f"It is longer than {LONGEST} characters")
    if (start := _find_unclosed(text)) is not None:
        raise FormulaError(start, f"More than {_MOST_UNCLOSED} brackets before here are not closed")
    written, moved = _adapt(_CONTROL.sub(" ", text))
    mathml = _convert(written, moved, display)
    # &ApplyFunction; is an entity of MathML, not of XML; U+FE00 and U+FE01 tell script letters' variants.
    for name, character in (("&ApplyFunction;", "\u2061"), ("\ufe00", ""), ("\ufe01", "")):
        mathml = mathml.replace(name, character)
    try:
        root = ElementTree.fromstring(mathml)
    except ElementTree.ParseError:
        raise FormulaError(0, "Its characters make no formula") from None
    if _is_deep(root):
        raise FormulaError(0, f"It is nested more than {DEEPEST} deep")
    return read_row(list(root))


def _find_unclosed(text: str) -> int | None:
    """Return where one bracket too many opens: for each not closed math-core takes twice as long."""
    open_at: list[int] = []
    for match in re.finditer(_BRACKET, text):
        if match[1]:
            open_at.append(match.start())
        elif open_at:
            open_at.pop()
    return open_at[_MOST_UNCLOSED] if len(open_at) > _MOST_UNCLOSED else None


def _is_deep(root: ElementTree.Element) -> bool:
    """Whether a formula is nested so deep that what is done with it would end Python's stack."""
    inner = list(root)
    for _ in range(DEEPEST):
        inner = [child for element in inner for child in element]
    return bool(inner)


def _convert(written: str, moved: list[tuple[int, int]], display: bool) -> str:
    from math_core import LatexError

    try:
        return _converter().convert_with_local_state(written, displaystyle=display)
    except LatexError as error:
        found = _ERROR.match(str(error))
        offset = int(found[1] or 0) if found else 0
        message = found[2] if found else str(error)
    shift = sum(longer for start, longer in moved if start < offset)
    raise FormulaError(max(offset - shift, 0), message.strip().rstrip("."))


@cache
def _converter() -> LatexToMathML:
    from math_core import LatexToMathML

    return LatexToMathML(fancy_error=False, allow_unreliable_rendering=True, macros=_MACROS)


def _adapt(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return LaTeX as math-core takes it, and where it has become longer, and by how much."""
    moved: list[tuple[int, int]] = []
    if "$" in text:
        text = _TEXT.sub(_part_text, text)

    def rename(match: re.Match[str]) -> str:
        name = _ENVIRONMENTS.get(match[0], match[0])
        if name != match[0]:
            before = sum(longer for _, longer in moved)
            moved.append((match.start() + before, len(name) - len(match[0])))
        return name

    return (_ENVIRONMENT.sub(rename, text) if r"\begin" in text else text), moved


def _part_text(match: re.Match[str]) -> str:
    r"""Return ``\text{if $x$ is}`` as ``\text{if }x\text{ is}``."""
    parts = match[1].split("$")
    if len(parts) % 2 == 0:
        return match[0]
    return "".join(
        f"{{{part}}}" if index % 2 else rf"\text{{{part}}}" for index, part in enumerate(parts) if part
    )
