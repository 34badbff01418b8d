"""Characters of translations that the deck's typefaces lack, as `i18n check` tells them."""

from __future__ import annotations

import pytest

from deckbuild.batch.catalogues import extract
from deckbuild.batch.check_languages import check_language
from deckbuild.diagnostics import Collector
from deckbuild.fonts import read_font_file
from deckbuild.fonts.coverage import Typefaces, find_lacking
from deckbuild.fonts.named import NamedFonts
from deckbuild.i18n.terms import Terms
from deckbuild.project import read_project
from deckbuild.workspace import MemoryWorkspace

from ..font_files import build_font, latin

BRAND = (
    '[palette]\naccent1 = "1F5FA8"\n[fonts]\nheading = "Acme Head"\nbody = "Acme Sans"\n[fonts.files]\n'
    '"Acme Head" = "head.ttf"\n"Acme Sans" = "sans.ttf"\n"Acme Han" = "han.ttf"\n'
    '[fonts.scripts]\nJpan = "Acme Han"\n'
)
CATALOGUE = 'msgctxt "title:one"\nmsgid "One"\nmsgstr "{}"\n\n'
CATALOGUE += 'msgctxt "paragraph:one"\nmsgid "Text `ls`"\nmsgstr "{}"\n'


def check(language: str, title: str, text: str) -> list[str]:
    """Return what is said of the glyphs of a title and a text, in a brand with ä, ß and a few Han letters."""
    files = {
        "deck.toml": b"", "deckbuild.toml": b'[deck]\nbrand = "acme"\n',
        "content/talk.md": b"## One {#one}\n\nText `ls`\n",
        f"content/locale/talk/{language}.po": CATALOGUE.format(title, text).encode(),
        "assets/brands/acme/brand.toml": BRAND.encode(),
        "assets/brands/acme/head.ttf": build_font({**latin(500), "Ä": 500, "”": 500}),
        "assets/brands/acme/sans.ttf": build_font({**latin(500), "ä": 500, "ß": 500}),
        "assets/brands/acme/han.ttf": build_font({"云": 1000, "の": 1000, "、": 1000, "”": 1000}),
    }  # fmt: skip
    workspace, collector = MemoryWorkspace(files), Collector()
    project = read_project(workspace, collector)
    extracted = extract(workspace, "content/talk.md", project, collector)
    assert extracted is not None
    _, found = check_language(workspace, "content/talk.md", extracted, language, Terms(), 0)
    told = [each for each in found.sorted() if each.code != "font-substituted"]
    assert {each.code for each in told} <= {"translation-glyph"}
    return [f"{each.span.line}: {each.message}" for each in told]


def test_a_letter_that_a_brand_s_font_file_lacks_is_told_where_it_is_used() -> None:
    assert check("de", "Äpfel", "Größe `ls`") == ["7: de: `Acme Sans` has no `ö` (U+00F6)."]


def test_a_title_is_in_the_typeface_of_headings() -> None:
    assert check("de", "Spaß und später", "Spaß `ls`") == [
        "3: de: `Acme Head` has no `ß` (U+00DF), `ä` (U+00E4)."
    ]


def test_letters_of_a_script_are_looked_for_in_its_typeface() -> None:
    assert check("ja", "云の””", "云、の雲 `ls`") == ["7: ja: `Acme Han` has no `雲` (U+96F2)."]


def test_typefaces_that_nobody_has_read_are_taken_to_have_their_scripts() -> None:
    assert check("ko", "구름", "구름 `ls`") == []
    assert check("ar", "سحابة", "سحابة `ls`") == []


def test_code_entities_and_composed_letters() -> None:
    assert check("de", "Eins", "Ra\u0308der &szlig; `ls`") == []
    assert check("de", "Eins", "R&eacute;sum `ls`") == ["7: de: `Acme Sans` has no `é` (U+00E9)."]


@pytest.mark.parametrize(
    ("family", "text", "lacking"),
    [
        ("Carlito", "Größe, Łódź, Ελλάδα, Привет, “x”", ""),
        ("Caladea", "Größe Привет", "Привет"),
        ("Cambria", "Привет", ""),  # Caladea measures it, and says nothing of its characters
        ("Liberation Sans", "Größe → ✓ 🙂", ""),
        ("Nobody's", "Größe", ""),
    ],
)
def test_the_tables_tell_what_the_families_lack_that_they_are_of(
    family: str, text: str, lacking: str
) -> None:
    found = find_lacking(text, Typefaces(family, "", False))
    assert [character for character, _ in found] == list(lacking)


def test_what_has_been_measured_by_an_allowance_is_still_lacking() -> None:
    face = read_font_file(build_font(latin(500)), "Acme Sans")
    face.advance("ö", 10)
    files = NamedFonts({"Acme Sans": {(False, False): face}})
    assert find_lacking("ö", Typefaces("Acme Sans", "", False, files)) == [("ö", "Acme Sans")]


def test_without_a_shaper_nothing_is_said_of_letters_that_join(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckbuild.fonts.fontfile.find_shaper", lambda data: None)
    files = NamedFonts({"A": {(False, False): read_font_file(build_font(latin(500)), "A")}})
    assert find_lacking("ب", Typefaces("Calibri", "A", False, files)) == []
