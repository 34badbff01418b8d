"""How wide a text is: hand-checked advances, and every table against the font it was made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.fonts import find_face

FONT_FOLDERS = (
    "/usr/share/fonts/truetype/crosextra",
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/truetype/liberation",
)
FILES = {
    "Calibri": "Carlito",
    "Cambria": "Caladea",
    "Arial": "LiberationSans",
    "Times New Roman": "LiberationSerif",
    "Courier New": "LiberationMono",
}
STYLES = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}
LATIN = "Größe: 50 % – “quoted” fi AVATAR Straße ŁÓDŹ 1,234.56 €"
GREEK_AND_CYRILLIC = "Ελλάδα Москва"


@pytest.mark.parametrize(
    ("family", "bold", "text", "units"),
    [
        # units of 1/2048 em, from the fonts' published metrics
        ("Arial", False, "Hi", 1479 + 455),
        ("Arial", False, "AV", 1366 + 1366),
        ("Arial", True, "Hi", 1479 + 569),
        ("Helvetica", False, "a b", 1139 + 569 + 1139),
        ("Times New Roman", False, "Hi", 1479 + 569),
        ("Courier New", False, "iM", 1229 + 1229),
        ("Calibri", False, "Hi", 1276 + 470),
        ("Cambria", False, "He", 1425.4 + 903.2),
        ("Georgia", False, "ni", 1210 + 600),
    ],
)
def test_advances_of_known_letters(family: str, bold: bool, text: str, units: float) -> None:
    face, measured = find_face(family, bold, False)
    assert measured is None
    assert face.advance(text, 2048) == pytest.approx(units, abs=1.5)


@pytest.mark.parametrize("family", FILES)
@pytest.mark.parametrize("style", STYLES)
def test_tables_equal_their_fonts(family: str, style: tuple[bool, bool]) -> None:
    image_font = pytest.importorskip("PIL.ImageFont", reason="Pillow measures the installed font")
    name = f"{FILES[family]}-{STYLES[style]}.ttf"
    path = next((path for folder in FONT_FOLDERS if (path := Path(folder, name)).exists()), None)
    if path is None:
        pytest.skip(f"{name} is not installed")
    font = image_font.truetype(str(path), 2048, layout_engine=image_font.Layout.BASIC)
    face, _ = find_face(family, *style)
    for character in LATIN if family == "Cambria" else LATIN + GREEK_AND_CYRILLIC:
        assert face.advance(character, 2048) == pytest.approx(font.getlength(character), abs=1), character


def test_advance_is_proportional_to_size() -> None:
    face, _ = find_face("Calibri", False, False)
    assert face.advance("OpenStack", 36) == pytest.approx(2 * face.advance("OpenStack", 18))


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("云", 1),  # ideographs
        ("ク", 1),  # kana
        ("ｸ", 0.5),  # half-width kana
        ("한", 1),  # Hangul
        ("Ａ", 1),  # full-width Latin
        ("\u0301", 0),  # a combining accent
        ("\u200b", 0),  # a zero-width space
        ("😀", 1.4),  # emoji
        ("\u2603\ufe0f", 1.4),  # a symbol turned into an emoji
    ],
)
def test_characters_the_font_lacks_have_stated_widths(text: str, em: float) -> None:
    face, _ = find_face("Cambria", False, False)
    assert face.advance(text, 100) == pytest.approx(em * 100, abs=0.1)


def test_other_unknown_characters_are_as_wide_as_the_average_letter() -> None:
    face, _ = find_face("Arial", False, False)
    assert face.advance("M", 100) > face.advance("ᏣᎳᎩ", 100) / 3 > face.advance("i", 100)


def test_a_tab_is_at_most_an_inch() -> None:
    face, _ = find_face("Arial", False, False)
    assert face.advance("\t", 18) == 72
