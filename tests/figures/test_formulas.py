"""Formulas: LaTeX in, what Office Math stores and what one reads in a line out.

``math/formulas.txt`` holds for each of ``math/formulas.tex`` its LaTeX, its text, and the elements of its
Office Math: ``f(num(r) den(r))``.
"""

from __future__ import annotations

import contextlib
import random
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from deckbuild.figures.math import FormulaError, linear_text, read_formula
from deckbuild.layout.formula import lay_out_formula
from deckbuild.layout.laid_out import RunStyle
from deckbuild.pptx.formula import spell_formula
from tests import decks
from tests.goldens import Goldens

FOLDER = Path(__file__).parent / "math"
FORMULAS = [
    line
    for line in (FOLDER / "formulas.tex").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("%")
]
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
STYLE = RunStyle("en-US", size=20, color="tx1")


def spell(latex: str, style: RunStyle = STYLE) -> ElementTree.Element:
    """Return the Office Math of a formula on its own line."""
    written = spell_formula(lay_out_formula(latex, True), style)
    namespaces = (
        'xmlns:math14="http://schemas.microsoft.com/office/drawing/2010/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    found = ElementTree.fromstring(f"<root {namespaces}>{written}</root>").find(f".//{MATH}oMath")
    assert found is not None
    return found


def shape(element: ElementTree.Element) -> str:
    """Return the elements of a formula without their properties: ``sSup(e(r) sup(r))``."""
    parts = []
    for child in element:
        name = child.tag.rpartition("}")[2]
        if name.endswith("Pr"):
            continue
        inner = "" if name in ("r", "t") else shape(child)
        text = "".join(child.itertext()) if name == "r" else ""
        parts.append(f"‹{text}›" if name == "r" else f"{name}({inner})")
    return " ".join(parts)


def test_what_formulas_become(golden: Goldens) -> None:
    lines = []
    for latex in FORMULAS:
        lines += [latex, f"    {linear_text(read_formula(latex, True))}", f"    {shape(spell(latex))}", ""]
    golden.check(FOLDER / "formulas.txt", "\n".join(lines))


def test_decks_of_them_are_built() -> None:
    """``test_packages.py`` holds what is built here against the schemas."""
    slides = "".join(f"## Slide\n\n$$ {latex} $$\n\nIn text: ${latex}$.\n\n" for latex in FORMULAS)
    built = decks.build({"talk.md": slides})
    assert built.report == ""
    assert built.data is not None


def test_there_are_many() -> None:
    assert len(FORMULAS) >= 120


@pytest.mark.parametrize("display", [True, False])
@pytest.mark.parametrize("latex", FORMULAS)
def test_every_formula_takes_room(latex: str, display: bool) -> None:
    """Estimates are not exact: they must be of the size that a person would guess."""
    formula = lay_out_formula(latex, display)
    assert 0.4 <= formula.width <= 40
    assert 1.2 <= formula.height <= 9


@pytest.mark.parametrize(
    ("small", "large"),
    [
        ("x", "x^2 + y"),
        (r"\frac{a}{b}", r"\frac{a + b}{b}"),
        (r"\sqrt{x}", r"\sqrt[3]{x + 1}"),
    ],
)
def test_longer_formulas_are_wider(small: str, large: str) -> None:
    assert lay_out_formula(small, False).width < lay_out_formula(large, False).width


@pytest.mark.parametrize(
    ("small", "large"),
    [
        ("x", r"\frac{a}{b}"),
        (r"\frac{a}{b}", r"\frac{a}{\frac{b}{c}}"),
        (r"\sum x", r"\sum_{i=1}^n x"),
        (r"\begin{matrix} a \\ b \end{matrix}", r"\begin{matrix} a \\ b \\ c \end{matrix}"),
    ],
)
def test_higher_formulas_are_higher(small: str, large: str) -> None:
    assert lay_out_formula(small, True).height < lay_out_formula(large, True).height


def test_a_formula_of_one_line_is_no_higher_than_text() -> None:
    assert lay_out_formula("a + b = c", False).height == pytest.approx(1.2)


@pytest.mark.parametrize(
    ("latex", "offset", "words"),
    [
        ("", 0, "nothing"),
        (" \n", 0, "nothing"),
        (r"\frac{a}{", 9, "closing"),
        (r"a}", 1, "Unmatched"),
        (r"a + \foo", 4, r"\foo"),
        (r"a & b", 2, "&"),
        (r"\begin{split} a &= \foo \end{split}", 19, r"\foo"),
        (r"\begin{align} a \end{align} \foo", 28, r"\foo"),
        ("x_1_2", 3, "Duplicate"),
        ("x" * 4001, 0, "longer"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(latex: str, offset: int, words: str) -> None:
    with pytest.raises(FormulaError, match=re.escape(words)) as caught:
        read_formula(latex)
    assert caught.value.offset == offset


PIECES = (
    *"{}{}^_&$%#~ []()|!<>'=+-*/,.ab12", "\n", "\\", r"\\", r"\frac", r"\sqrt", r"\left(", r"\right)",
    r"\left.", r"\begin{aligned}", r"\end{aligned}", r"\begin{cases}", r"\end{cases}", r"\sum", r"\int",
    r"\text{", r"\hat", r"\overline", r"\underbrace", r"\big(", r"\big)", r"\middle|", r"\xrightarrow",
    r"\mathbb", r"\limits", r"\not", r"\tag{1}", r"\operatorname*", r"\substack", r"\def\a{", r"\hline",
    r"\begin{array}{c|c}", r"\end{array}", r"\color{red}", "é", "日", "\x00", "\ud800", "\ufe00",
    "&ApplyFunction;", "<mi>", r"\prescript", r"\phantom",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(20))
def test_garbage_is_a_formula_or_an_error(seed: int) -> None:
    """Whatever is read can be written: as text, as XML, with a size; nothing else is ever raised."""
    rng = random.Random(seed)
    places = set()
    for _ in range(150):
        latex = "".join(rng.choice(PIECES) for _ in range(rng.randint(1, 14)))
        try:
            read_formula(latex, True)
        except FormulaError as error:
            places.add(0 <= error.offset <= len(latex))
        else:
            linear_text(read_formula(latex, True))
            spell(latex)
    assert places == {True}


@pytest.mark.parametrize(
    "piece", ["{", "}", r"\sqrt", r"\sqrt{", "x^{", r"\left(", r"\frac", r"\hat{", r"\begin{matrix}"]
)
@pytest.mark.parametrize("deep", [20, 50, 60, 100, 400])
def test_what_is_nested_deep_ends_as_an_error_or_a_formula(piece: str, deep: int) -> None:
    for text in (piece * deep, piece * deep + "x" + "}" * deep):
        with contextlib.suppress(FormulaError):
            lay_out_formula(text, True)


def test_runs_have_the_look_of_the_text_around() -> None:
    style = RunStyle("de-DE", size=20, color="FF0000")
    first = spell("x", style)[0][0]
    assert first.attrib == {"lang": "de-DE", "sz": "2000", "b": "0", "i": "1"}
    assert [child.get("val") for child in first.iter() if child.get("val")] == ["FF0000"]


def test_letters_are_written_as_powerpoint_does() -> None:
    assert "".join(spell("xh").itertext()) == "𝑥ℎ"
    assert "".join(spell("xh", STYLE._replace(bold=True)).itertext()) == "𝒙𝒉"
    assert "".join(spell(r"\sin \alpha \Gamma").itertext()) == "sin𝛼Γ"
