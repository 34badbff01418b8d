"""MathML, as math-core writes it → the tree of a formula, element by element.

Elements are those of MathML Core; what stands for the look of a browser's page (padding, colours) is
passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from .rows import FENCES, NARY, ZERO_FENCE, find_dots, gather_bodies, join_row, space
from .tree import (
    Accent,
    Alignment,
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

_APPLY = "\u2061"
_LINE = "\u0332"
_ACCENTS = {
    "ˆ": "\u0302", "^": "\u0302", "\u0302": "\u0302", "˜": "\u0303", "~": "\u0303", "\u0303": "\u0303",
    "¯": "\u0305", "‾": "\u0305", "˙": "\u0307", "¨": "\u0308", "´": "\u0301", "`": "\u0300",
    "ˇ": "\u030c", "˘": "\u0306", "˚": "\u030a", "⃗": "\u20d7", "→": "\u20d7", "←": "\u20d6",
    "↔": "\u20e1", "⃛": "\u20db", "⃜": "\u20dc",
}  # fmt: skip
_ARROWS = frozenset("→←↔⇒⇐⇔↦↪↩⟶⟵⟷⟹⟸⟺⇀↼⇁↽⇌⇋↠↞")
_TEXT_STYLES: dict[str, SymbolStyle] = {"b": "bold-text", "i": "italic-text", "em": "italic-text"}
_ALIGNMENTS: tuple[tuple[str, Alignment], ...] = (
    ("text-align: left", "left"),
    ("text-align: right", "right"),
)


def read_row(elements: Sequence[Element]) -> Node:
    """Return what elements beside each other make."""
    items: list[Node] = []
    position = 0
    while position < len(elements):
        element = elements[position]
        position += 1
        if element.tag == "mo":
            if element.text == _APPLY:
                position = _apply_function(items, elements, position)
                continue
            closing = _find_sized_partner(elements, position - 1)
            if closing:
                inner = read_row(elements[position:closing])
                items.append(Fenced(element.text or "", elements[closing].text or "", (inner,)))
                position = closing + 1
                continue
        node = _read(element)
        if node != Row():
            items.append(node)
    return join_row(gather_bodies(find_dots(items)))


def _apply_function(items: list[Node], elements: Sequence[Element], position: int) -> int:
    """Make a function of the name before a sign of application and what follows; return the place after."""
    argument: Node = Row()
    while position < len(elements) and argument == Row():
        argument = _read(elements[position])
        position += 1
    if items:
        items.append(Function(items.pop(), argument))
    else:
        items.append(argument)
    return position


def _find_sized_partner(elements: Sequence[Element], start: int) -> int | None:
    r"""Return the place of the delimiter that closes one of ``\big(`` and the like; None for others."""
    opening = elements[start]
    if not opening.get("minsize") or opening.text not in FENCES:
        return None
    depth = 0
    for place in range(start, len(elements)):
        element = elements[place]
        if element.tag == "mo" and element.get("minsize"):
            depth += 1 if element.text in FENCES else -1 if element.text in FENCES.values() else 0
            if depth == 0:
                return place
    return None


def _read(element: Element) -> Node:
    reader = _READERS.get(element.tag)
    return reader(element) if reader else read_row(list(element))


def _read_identifier(element: Element) -> Node:
    text = element.text or ""
    is_upright = element.get("mathvariant") == "normal" or (len(text) > 1 and text[0] < "\U0001d400")
    return Symbol(text, "upright" if is_upright else "math") if text else Row()


def _read_characters(element: Element) -> Node:
    text = (element.text or "").strip("\u2061\u2062\u2063\u2064")
    return Symbol(text) if text else Row()


def _read_text(element: Element) -> Node:
    inner = next(iter(element), None)
    text = "".join(element.itertext())
    style: SymbolStyle = _TEXT_STYLES.get(inner.tag, "text") if inner is not None else "text"
    return Symbol(text, style) if text else Row()


def _read_space(element: Element) -> Node:
    width = (element.get("width") or "0").removesuffix("rem").removesuffix("em")
    try:
        return space(float(width))
    except ValueError:
        return Row()


def _read_group(element: Element) -> Node:
    """Read a row: between delimiters, if it begins and ends with those that grow."""
    inner = list(element)
    if len(inner) > 1 and _grows(inner[0]) and _grows(inner[-1]):
        parts: list[list[Element]] = [[]]
        separators: list[str] = []
        for child in inner[1:-1]:
            if child.tag == "mo" and child.get("stretchy") == "true" and not child.get("minsize"):
                separators.append(child.text or "")
                parts.append([])
            else:
                parts[-1].append(child)
        if len(set(separators)) > 1:
            parts, separators = [inner[1:-1]], []
        ends = [(end.text or "").replace(ZERO_FENCE, "") for end in (inner[0], inner[-1])]
        return Fenced(ends[0], ends[1], tuple(map(read_row, parts)), *separators[:1])
    return read_row(inner)


def _grows(element: Element) -> bool:
    return (
        element.tag == "mo"
        and element.get("stretchy") != "false"
        and not element.get("minsize")
        and (element.text in FENCES or element.text in FENCES.values() or element.text == ZERO_FENCE)
    )


def _read_fraction(element: Element) -> Node:
    over, under = map(_read, element)
    return Fraction(over, under, element.get("linethickness") != "0")


def _read_root(element: Element) -> Node:
    base, degree = map(_read, element)
    return Radical(base, degree)


def _read_scripts(element: Element) -> Node:
    base, *scripts = map(_read, element)
    below = scripts[0] if element.tag != "msup" else None
    above = scripts[-1] if element.tag != "msub" else None
    if isinstance(base, Nary) and base.below is base.above is None:
        return base._replace(below=below, above=above, beside=True)
    return Scripts(base, below, above)


def _read_multiple(element: Element) -> Node:
    """Read scripts at both sides (``mmultiscripts``): of each side the first pair."""
    children = list(element)
    names = [child.tag for child in children]
    divide = names.index("mprescripts") if "mprescripts" in names else len(children)
    node = _read(children[0])
    for side, before in ((children[1:divide], False), (children[divide + 1 :], True)):
        found = [_read(child) for child in side[:2]]
        below, above = (*(None if each == Row() else each for each in found), None, None)[:2]
        if below is not None or above is not None:
            node = Scripts(node, below, above, before)
    return node


def _read_limits(element: Element) -> Node:
    inner = list(element)
    if len(inner) == 2 and inner[1].tag == "mspace":
        return _read(inner[0])  # an arrow's least width
    if len(inner) == 2 and (element.get("accent") or element.get("accentunder")):
        return _read_accent(inner[0], inner[1].text or "", element.tag == "mover")
    base, *labels = map(_read, inner)
    under = labels[0] if element.tag != "mover" else None
    over = labels[-1] if element.tag != "munder" else None
    if isinstance(base, Nary) and base.below is base.above is None:
        return base._replace(below=under, above=over, beside=False)
    if isinstance(base, Symbol) and base.text in _ARROWS:
        if under is None or under == Row():
            return Stretched(over or Row(), base.text, False, True)
        arrow = Stretched(under, base.text, True, True)
        return arrow if over is None or over == Row() else Limits(arrow, None, over)
    return Limits(base, under, over)


def _read_accent(base: Element, mark: str, over: bool) -> Node:
    inner = _read(base)
    if mark == _LINE:
        return Bar(inner, over)
    if over and mark in _ACCENTS:
        return Accent(inner, _ACCENTS[mark])
    return Stretched(inner, mark, over)


def _read_table(element: Element) -> Node:
    rows = [[cell for cell in row if not _is_margin(cell)] for row in element]
    columns = max(map(len, rows), default=0)
    if not columns:
        return Row()
    aligned = [_alignment(cell) for cell in max(rows, key=len)]
    cells = [[read_row(list(cell)) for cell in row] + [Row()] * (columns - len(row)) for row in rows]
    for line, row in zip(cells, element, strict=True):
        tag = read_row([child for cell in row if _is_margin(cell) for child in cell])
        if tag != Row():
            line[-1] = Row((line[-1], space(2), tag))
    pattern: list[Alignment] = ["right", "left"]
    # Of lines to align, the cells touch each other; columns of `cases` and matrices stand apart.
    is_tight = any("padding-left: 0" in cell.get("style", "") for row in rows for cell in row)
    if is_tight and aligned[:2] == pattern:
        return Equations(tuple(map(tuple, cells)))
    if element.get("displaystyle") == "true" and columns == len(rows) == 1:
        return cells[0][0]
    return Matrix(tuple(map(tuple, cells)), tuple(aligned))


def _is_margin(cell: Element) -> bool:
    """Whether a cell is what stands beside numbered equations: nothing, or a tag."""
    return "width: 50%" in cell.get("style", "")


def _alignment(cell: Element) -> Alignment:
    style = cell.get("style", "")
    return next((alignment for words, alignment in _ALIGNMENTS if words in style), "center")


def _read_operator(element: Element) -> Node:
    text = element.text or ""
    if text in NARY:
        return Nary(text, None, None, True, Row())
    return _read_characters(element)


_READERS: dict[str, Callable[[Element], Node]] = {
    "mi": _read_identifier,
    "mn": _read_characters,
    "mo": _read_operator,
    "mtext": _read_text,
    "mspace": _read_space,
    "mrow": _read_group,
    "mfrac": _read_fraction,
    "msqrt": lambda element: Radical(read_row(list(element))),
    "mroot": _read_root,
    "msub": _read_scripts,
    "msup": _read_scripts,
    "msubsup": _read_scripts,
    "mmultiscripts": _read_multiple,
    "munder": _read_limits,
    "mover": _read_limits,
    "munderover": _read_limits,
    "mtable": _read_table,
    "menclose": lambda element: Enclosed(
        read_row([child for child in element if not child.get("class")]),
        tuple((element.get("notation") or "").split()),
    ),
    "mphantom": lambda element: Phantom(read_row(list(element))),
}
