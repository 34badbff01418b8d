"""`[fonts.files]` in a brand.toml: what is named is read, and measures what is built."""

from __future__ import annotations

import pytest

from deckbuild.brand import Brand, load_brand
from deckbuild.diagnostics import Collector
from deckbuild.fonts import find_face
from deckbuild.source import Span
from deckbuild.workspace import MemoryWorkspace

from ..decks import build
from ..font_files import build_font, latin

WIDE = build_font(latin(900))
BRAND = '[palette]\naccent1 = "1F5FA8"\n[fonts]\nbody = "Acme Sans"\n'


def load(entries: str, **files: bytes) -> tuple[Brand | None, list[str]]:
    """Load a brand with entries in ``[fonts.files]`` and files beside it; and what was reported."""
    folder = "assets/brands/acme"
    inside = {f"{folder}/brand.toml": f"{BRAND}[fonts.files]\n{entries}\n".encode()}
    inside |= {f"{folder}/{name}.ttf": data for name, data in files.items()}
    collector = Collector()
    brand = load_brand("acme", Span("deck.md"), MemoryWorkspace(inside), collector)
    return brand, [f"{d.span.line}: {d.code}: {d.message}" for d in collector.sorted()]


@pytest.mark.parametrize(
    "entries",
    [
        '"Acme Sans" = { regular = "wide.ttf", bold = "wide.ttf" }',
        '"Acme Sans" = "wide.ttf"',
        '[fonts.files."Acme Sans"]\nregular = "wide.ttf"',
    ],
)
def test_a_file_measures_its_family(entries: str) -> None:
    brand, said = load(entries, wide=WIDE)
    assert said == []
    assert brand is not None
    assert brand.fonts is not None
    assert brand.fonts.find("Acme Sans")[0].advance("four", 10) == 36
    assert brand.fonts.find("Calibri") == find_face("Calibri")


def test_a_brand_without_files_is_measured_with_the_built_in_tables() -> None:
    brand, _ = load("")
    assert brand is not None
    assert brand.fonts is None


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ('"Acme Sans" = "lost.ttf"', "6: file-unreadable: `lost.ttf` cannot be read: "),
        ('"Acme Sans" = "../../../../wide.ttf"', "6: path-outside-project: `../../../../wide.ttf` is not in"),
        (
            '"Acme Sans" = "broken.ttf"',
            "6: font-file: `broken.ttf` cannot be used: the font file is cut short",
        ),
        (
            '[fonts.files."Acme Sans"]\nbold = "text.ttf"',
            "7: font-file: `text.ttf` cannot be used: this is no",
        ),
        (
            '"Acme Sans" = { heavy = "wide.ttf" }',
            "6: brand-value: `fonts.files.Acme Sans` must be the name of",
        ),
        ('"Acme Sans" = 3', "6: brand-value: `fonts.files.Acme Sans` must be the name of a font file, or"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_at_its_entry(entries: str, said: str) -> None:
    _, found = load(entries, wide=WIDE, broken=WIDE[:150], text=b"words " * 40)
    assert len(found) == 1
    assert found[0].startswith(said)


def build_with(font: bytes, slide: str, entries: str = '"Acme Sans" = "acme.ttf"') -> tuple[int, list[str]]:
    """Build a slide in a brand with a font file; the number of slides, and what was reported."""
    built = build(
        {
            "content/talk.md": f"---\nbrand: acme\n---\n\n## Slide\n\n{slide}\n",
            "assets/brands/acme/brand.toml": f"{BRAND}[fonts.files]\n{entries}\n",
            "assets/brands/acme/acme.ttf": font,
        },
        "content/talk.md",
    )
    return len(built.open().slides), [diagnostic.code for diagnostic in built.diagnostics]


TEXT = "- Everything that is said here fits on one slide in a narrow typeface.\n" * 14


def test_slides_are_divided_as_the_file_asks_for() -> None:
    narrow, wide = build_with(build_font(latin(300)), TEXT), build_with(WIDE, TEXT)
    assert narrow[0] < wide[0]
    assert "font-substituted" not in narrow[1] + wide[1]


@pytest.mark.parametrize("slide", [TEXT, "| a | b |\n|---|---|\n" + "| one | two |\n" * 14])
def test_lines_are_as_high_as_the_font_wants_them(slide: str) -> None:
    low, high = build_font(latin(300)), build_font(latin(300), line=2600)
    assert build_with(low, slide)[0] < build_with(high, slide)[0]
