"""Typefaces with files of their own: measured with those, the letters they lack with the others'."""

from __future__ import annotations

import pytest

from deckbuild.fonts import break_lines, find_face, read_font_file
from deckbuild.fonts.named import NamedFonts

from ..font_files import build_font, latin

REGULAR, BOLD, ITALIC = (False, False), (True, False), (False, True)
BEH = "\u0628"
JOINING = f"feature init {{ sub u{ord(BEH):04X} by joined; }} init;"


def named(**advances: int) -> NamedFonts:
    styles = {"regular": REGULAR, "bold": BOLD, "italic": ITALIC}
    faces = {
        styles[style]: read_font_file(build_font(latin(wide)), style) for style, wide in advances.items()
    }
    return NamedFonts({"Acme Sans": faces})


def test_a_family_is_measured_with_its_own_files() -> None:
    face, measured = named(regular=500, bold=700).find("acme  sans", bold=True)
    assert measured is None
    assert face.advance("four", 10) == 28


def test_any_other_family_is_measured_as_ever() -> None:
    assert named(regular=500).find("Calibri") == find_face("Calibri")


@pytest.mark.parametrize(
    ("bold", "italic", "width"),
    [(False, False, 20.0), (False, True, 20.0), (True, False, 23.0), (True, True, 23.0)],
)
def test_a_style_without_a_file_is_measured_with_the_nearest(bold: bool, italic: bool, width: float) -> None:
    face, _ = named(regular=500).find("Acme Sans", bold, italic)
    assert face.advance("four", 10) == width


def test_letters_of_other_scripts_come_from_the_family_that_has_them() -> None:
    script = read_font_file(build_font({"云": 900, "a": 100}), "Acme Han")
    face, _ = NamedFonts({"Acme Han": {REGULAR: script}}).find("Calibri")
    assert face.advance("云", 100) == pytest.approx(90, abs=0.1)
    assert face.advance("a", 100) == find_face("Calibri")[0].advance("a", 100)


def test_words_that_join_are_shaped_in_whatever_typeface_the_text_is() -> None:
    pytest.importorskip("uharfbuzz", reason="HarfBuzz shapes: pip install deckbuild[shaping]")
    script = read_font_file(build_font({BEH: 800}, features=JOINING), "Acme Arabic")
    face, _ = NamedFonts({"Acme Arabic": {REGULAR: script}}).find("Calibri")
    [line] = break_lines([(f"a {BEH * 3}", face, 10)], 999, 999)
    latin_part = find_face("Calibri")[0].advance("a ", 10)
    assert line.width_pt == pytest.approx(latin_part + 1 + 8 + 8, abs=0.05)  # the first letter's joined form


def test_without_a_shaper_words_that_join_get_the_stated_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckbuild.fonts.fontfile.find_shaper", lambda data: None)
    script = read_font_file(build_font({BEH: 800, "ا": 800}), "Acme Arabic")
    face, _ = NamedFonts({"Acme Arabic": {REGULAR: script}}).find("Calibri")
    assert face.advance(BEH, 10) == find_face("Calibri")[0].advance(BEH, 10)


def test_the_height_of_a_line_is_the_font_s_own() -> None:
    assert read_font_file(build_font(latin(500), line=1600), "Tall").line_height == 1.6
