"""Which face measures which family, and that what stands in for another is never narrower."""

from __future__ import annotations

import pytest

from deckbuild.fonts import find_face

LINE = "Regions are isolated from each other; zones share a network, 24 hosts each."


@pytest.mark.parametrize(
    ("family", "face"),
    [
        ("Calibri", "Carlito Regular"),
        ("carlito", "Carlito Regular"),
        ("Cambria", "Caladea Regular"),
        ("Arial", "Liberation Sans Regular"),
        ("HELVETICA", "Liberation Sans Regular"),
        ("Times New Roman", "Liberation Serif Regular"),
        ("Courier New", "Liberation Mono Regular"),
        ("Georgia", "Gelasio Regular"),
    ],
)
def test_metric_twins_are_exact(family: str, face: str) -> None:
    found, measured = find_face(family, False, False)
    assert (found.name, measured) == (face, None)


@pytest.mark.parametrize(
    ("family", "measured"),
    [
        ("Calibri Light", "Carlito"),
        ("Aptos", "Liberation Sans"),
        ("Segoe UI Semibold", "Liberation Sans"),
        ("Consolas", "Liberation Mono"),
        ("Palatino Linotype", "Liberation Serif"),
        ("Arial Light", "Liberation Sans"),
        ("Some Corporate Sans", "Liberation Sans"),
        ("Some Corporate Mono", "Liberation Mono"),
    ],
)
def test_substitutes_say_what_was_measured(family: str, measured: str) -> None:
    assert find_face(family, False, False)[1] == measured


def test_a_weight_in_the_name_is_measured_as_the_bold() -> None:
    assert find_face("Segoe UI Semibold", False, False)[0].name == "Liberation Sans Bold"
    assert find_face("Segoe UI Light", False, False)[0].name == "Liberation Sans Regular"


# Widths of LINE at 100 pt, in points, measured with fontTools from a metric twin of each family.
@pytest.mark.parametrize(
    ("family", "bold", "points"),
    [
        ("Tahoma", False, 3393.3),
        ("Tahoma", True, 3834.8),
        ("Century Gothic", False, 3673.4),
        ("Palatino Linotype", False, 3306.4),
        ("Noto Sans", False, 3572.7),
        ("Arial Narrow", False, 2794.2),
    ],
)
def test_substitutes_are_wider_than_the_family_but_not_by_much(
    family: str, bold: bool, points: float
) -> None:
    assert points <= find_face(family, bold, False)[0].advance(LINE, 100) <= points * 1.12


def test_styles_differ_and_are_remembered() -> None:
    regular, bold = find_face("Calibri", False, False)[0], find_face("Calibri", True, False)[0]
    assert bold.advance(LINE, 18) > regular.advance(LINE, 18)
    assert find_face("Calibri", False, False)[0] is regular
