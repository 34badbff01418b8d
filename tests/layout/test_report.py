"""How full boxes are, and which typefaces were measured as others."""

from __future__ import annotations

import pytest

from deckbuild.layout import LayoutSettings
from deckbuild.layout.laid_out import BoxFit

from . import laying
from .laying import lay_out

REPORT = LayoutSettings(report_fits=True)


def _fits(markdown: str) -> dict[str, BoxFit]:
    return {fit.name.rstrip(" 0123456789"): fit for fit in lay_out(markdown, settings=REPORT).slide.fits}


def test_nothing_is_measured_unless_asked_for() -> None:
    assert lay_out("## T\n\n- One\n").slide.fits == ()


def test_each_text_table_and_notes_page_is_measured() -> None:
    fits = _fits("## T\n\n- One\n- Two\n\n::: notes\nSay it.\n:::\n")
    assert list(fits) == ["Title", "Content Placeholder", "Notes"]
    assert 0 < fits["Notes"].used < fits["Notes"].room
    assert list(_fits("## T\n\n| A | B |\n|---|---|\n| 1 | 2 |\n")) == ["Title", "Table Placeholder"]


def test_more_text_is_fuller() -> None:
    few, many = (_fits("## T\n\n" + "- An item\n" * count)["Content Placeholder"] for count in (3, 6))
    assert many.used > 1.9 * few.used
    assert many.room == few.room


def test_text_that_was_shrunk_fits_as_shrunk() -> None:
    fit = _fits("## T\n\n" + "- An item\n" * 13)["Content Placeholder"]
    assert fit.used <= fit.room
    assert (fit.font_scale, fit.line_reduction) != (1.0, 0.0)
    assert fit.type_size < 22


@pytest.mark.parametrize(
    ("source", "name", "least"),
    [
        ("## T\n\n" + "- Each ferry carries a bicycle, a dog and one passenger.\n" * 60, "Content", 14),
        ("## T\n\n| A | B |\n|---|---|\n" + f"| {'many words ' * 30} | b |\n" * 20, "Table", 11),
        ("## T\n\n```\n" + f"{'x' * 120}\n" * 60 + "```\n", "Text", 10),
        (f"## {'word ' * 28}\n\n- Item\n", "Title", 24),
    ],
)
def test_no_type_goes_under_the_brand_s_smallest(source: str, name: str, least: int) -> None:
    """What does not fit at that goes on on further slides."""
    laid = lay_out(source, settings=REPORT)
    sizes = {fit.type_size for slide in laid.deck.slides for fit in slide.fits if fit.name.startswith(name)}
    assert "text-overflow" not in laid.codes
    assert least <= min(sizes) <= least + 4


def test_the_built_in_brand_is_measured_exactly() -> None:
    assert "font-substituted" not in lay_out("## T\n\nText and `code`.\n").codes


def test_an_unknown_typeface_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    brand, template = laying.branding()
    strange = brand._replace(mono_font="Acme Mono")
    monkeypatch.setattr(laying, "branding", lambda: (strange, template))
    codes = lay_out("## T\n\nText and `code`.\n\n---\n\n## U\n\n`More`.\n").codes
    assert codes.count("font-substituted") == 1
