"""Formulas wider than their line: smaller type, and a word where that is not enough."""

from __future__ import annotations

from deckbuild.layout.laid_out import Run

from .laying import branding, contents, lay_out, paragraphs_of


def formula_of(terms: int) -> tuple[Run, tuple[str, ...], float]:
    """Return a slide's formula, a sum of so many terms, the codes reported, and its line's width."""
    laid = lay_out(f"## Sum\n\nText.\n\n$${' + '.join(['x_1 y_2'] * terms)} = 0$$\n")
    width = branding()[1].slide_size[0] / 12_700 * 0.9
    runs = [
        run
        for shape in contents(laid.slide)
        for paragraph in paragraphs_of(shape)
        for run in paragraph.runs
        if run.formula
    ]
    return runs[0], laid.codes, width


def test_a_formula_that_fits_keeps_the_size_of_the_text() -> None:
    run, codes, _ = formula_of(3)
    assert run.style.size is None
    assert codes == ()


def test_a_wide_formula_is_set_smaller() -> None:
    run, codes, width = formula_of(16)
    assert run.style.size is not None
    assert run.formula is not None
    assert 12 <= run.style.size < 20
    assert width * 0.8 < run.style.size * run.formula.width < width
    assert codes == ()


def test_a_formula_too_wide_for_the_smallest_type_is_reported() -> None:
    run, codes, _ = formula_of(40)
    assert run.style.size == branding()[0].minimum.body
    assert codes == ("math-too-wide",)
