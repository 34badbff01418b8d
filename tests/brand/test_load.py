"""Finding a brand by name and reading its brand.toml; what is said when that fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckbuild.brand import Brand, MinimumSizes, PictureTreatment, load_brand
from deckbuild.brand.brand_file import find_brand
from deckbuild.brand.keys import KEYS, TABLES
from deckbuild.diagnostics import Collector, format_diagnostic
from deckbuild.source import Span
from deckbuild.workspace import MemoryWorkspace

LEAST = """\
template = "template.pptx"
[layouts]
text = "Title and Content"
[palette.roles]
text = "dk1"
[fonts]
mono = "Courier New"
"""


def _load(files: dict[str, str], name: str) -> tuple[Brand | None, str]:
    collector = Collector()
    workspace = MemoryWorkspace({path: text.encode() for path, text in files.items()})
    brand = load_brand(name, Span("deck.toml", 2, 1), workspace, collector)
    return brand, "\n".join(map(format_diagnostic, collector.sorted()))


def _acme(text: str) -> tuple[Brand | None, str]:
    folder = "assets/brands/acme"
    return _load({f"{folder}/brand.toml": text, f"{folder}/template.pptx": "template"}, "acme")


def test_the_built_in_brand() -> None:
    brand, report = _load({}, "alderwick")
    assert report == ""
    assert brand is not None
    assert brand.template.startswith(b"PK")
    assert {"title", "section", "text", "lab", "blank"} <= brand.layouts.keys()


def test_a_brand_with_a_template_of_its_own() -> None:
    brand, report = _acme(LEAST)
    assert report == ""
    assert brand is not None
    assert (brand.name, brand.template, brand.mono_font) == ("acme", b"template", "Courier New")
    assert brand.layouts == {"text": "Title and Content"}
    assert brand.palette == {"text": "tx1"}
    assert (brand.footer, brand.owner, brand.table_style) == ("", "", None)
    assert (brand.minimum, brand.pictures, brand.words) == (MinimumSizes(), PictureTreatment(), {})


def test_what_a_brand_may_add() -> None:
    brand, report = _acme(
        'name = "Acme Inc."\n'
        + LEAST
        + "[footer]\ncopyright = '© {owner}'\nowner = 'Acme'\n[table]\n"
        + "style = '{8a1d3c52-6b0e-4f7a-9c41-5e2b7d90a6f3}'\n"
        + "[minimum]\nbody = 12\n[code]\nKeyword = 'accent1'\n"
        + "[words.de]\nsource = 'Q: {source}'\n[pictures]\nframe = true\ncorners = 'rounded'\nmat = 'lt1'\n"
    )
    assert report == ""
    assert brand is not None
    assert (brand.name, brand.footer, brand.owner) == ("Acme Inc.", "© {owner}", "Acme")
    assert brand.table_style == "{8A1D3C52-6B0E-4F7A-9C41-5E2B7D90A6F3}"
    assert brand.minimum == MinimumSizes(body=12.0)
    assert brand.code_colors == {"Keyword": "accent1"}
    assert brand.words == {"de": {"source": "Q: {source}"}}
    assert brand.pictures == PictureTreatment(frame=True, rounded=True, mat="bg1")


def test_a_projects_brand_goes_before_a_built_in_one() -> None:
    folder = "assets/brands/alderwick"
    brand, _ = _load({f"{folder}/brand.toml": LEAST, f"{folder}/template.pptx": "own"}, "alderwick")
    assert brand is not None
    assert brand.template == b"own"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("alderwik", "Did you mean `alderwick`?"),
        ("acne", "Did you mean `acme`?"),
        ("zzz", "Brands: acme, alderwick."),
        ("", "Brands: acme, alderwick."),
        ("../acme", "Did you mean `acme`?"),
        ("..", "Brands: acme, alderwick."),
        ("/etc", "Brands: acme, alderwick."),
    ],
)
def test_a_brand_that_is_not_there(name: str, hint: str) -> None:
    assert _load({"assets/brands/acme/brand.toml": LEAST}, name) == (
        None,
        f"deck.toml:2:1: error: There is no brand `{name}`. [brand-unknown]\n    {hint}",
    )


def test_a_template_alone_is_a_brand() -> None:
    """Its layouts are mapped by what they are, its colours are the theme's; code is for light ground."""
    brand, report = _acme('template = "template.pptx"\n')
    assert report == ""
    assert brand is not None
    assert (brand.layouts, brand.palette, brand.mono_font) == ({}, {}, "Courier New")
    assert brand.code_colors["Text"] == "tx1"


def test_a_brand_without_a_template_gets_one_made_and_kept() -> None:
    workspace = MemoryWorkspace(
        {"assets/brands/acme/brand.toml": b'[palette]\naccent1 = "5B2A86"\n[slide]\nground = "dark"\n'}
    )
    brand = load_brand("acme", Span("deck.toml"), workspace, Collector())
    assert brand is not None
    assert brand.template.startswith(b"PK")
    assert (brand.layouts["text"], brand.palette["band_text"]) == ("Title and Content", "bg1")
    (key,) = (key for key in workspace.cache if key.startswith("brands/"))
    assert workspace.cache[key] == brand.template
    workspace.cache[key] = b"kept"
    again = load_brand("acme", Span("deck.toml"), workspace, Collector())
    assert again is not None
    assert again.template == b"kept"


@pytest.mark.parametrize("stored", [None, b"broken", b"[]"])
def test_the_entries_of_a_brand_are_checked_once_and_kept(stored: bytes | None) -> None:
    workspace = MemoryWorkspace(
        {"assets/brands/acme/brand.toml": b"[sizes]\nbody = [20, 18, 16, 16, 16, 14, 14, 14, 14]\n"}
    )
    first = find_brand("acme", Span("deck.toml"), workspace, Collector())
    (key,) = workspace.cache
    if stored is not None:
        workspace.cache[key] = stored
    again = find_brand("acme", Span("deck.toml"), workspace, Collector())
    assert first is not None
    assert again is not None
    assert again.values == first.values
    assert again.values["sizes.body"] == (20, 18, 16, 16, 16, 14, 14, 14, 14)


def test_entries_with_a_fault_are_not_kept() -> None:
    """So that it is said at every build."""
    workspace = MemoryWorkspace({"assets/brands/acme/brand.toml": b"footer = 1\n"})
    assert find_brand("acme", Span("deck.toml"), workspace, Collector()) is None
    assert workspace.cache == {}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("name = x", 1, "8: error: This is not TOML: Invalid value. [settings-syntax]"),
        ("template = 1", 1, "1: error: `template` must be the name of a file, not `1`. [brand-value]"),
        ("template = 'x.pptx'", 1, "1: error: `x.pptx` cannot be read: No such file. [file-unreadable]"),
        ("template = '/../x'", 1, "1: error: `/../x` is not in this project. [path-outside-project]"),
        ("footer = 1", 1, "1: error: `footer` must be a table, not `1`. [brand-value]"),
        ("[minimum]\nbody = 'small'", 2,
         "1: error: `minimum.body` must be a number of points above 0, not `small`. [brand-value]"),
        ("[minimum]\nbody = true", 2,
         "1: error: `minimum.body` must be a number of points above 0, not true. [brand-value]"),
        ("[palette]\naccent1 = 'blue'", 2,
         "1: error: `palette.accent1` must be six hexadecimal digits, RRGGBB, not `blue`. [brand-value]"),
        ("[code]\n'Name.Tag' = 'accent9'", 2,
         "1: error: `code.Name.Tag` must be a colour such as `0E6E68`, `accent1` or `accent1 lighter 40`, "
         "not `accent9`. [brand-value]"),
        ("[sizes]\nbody = [20, 18]", 2,
         "1: error: `sizes.body` must be nine sizes in points, one a level, not this list. [brand-value]"),
        ("[footer]\ncopyright = '(c) {yaer}'", 2,
         "1: error: `footer.copyright` must be text with no other fields than {year}, {owner} and {title}, "
         "not `(c) {yaer}`. [brand-value]"),
        ("[cover]\n  motif = 'birds'", 2,
         "3: error: `cover.motif` must be one of leaves, arcs, none, not `birds`. [brand-value]"),
        ("[words.de]\ncontinued = '{part}'", 2,
         "1: error: `words.de.continued` must be text with {title} {part} {parts} and no other braces, not "
         "`{part}`. [brand-value]"),
        ("[words]\nde = 'x'", 2,
         "1: error: `words.de` must be a table of words, such as [words.en], not `x`. [brand-value]"),
    ],
)  # fmt: skip
def test_a_brand_that_cannot_be_used(text: str, line: int, said: str) -> None:
    brand, report = _acme(text + "\n")
    assert brand is None
    assert report.splitlines()[0] == f"assets/brands/acme/brand.toml:{line}:{said}"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("temp = 1", "1:1", "`temp` means nothing in a brand.|Did you mean `template`?"),
        ("[layout]\ntext = 'T'", "1:2", "`layout` means nothing in a brand.|Did you mean `layouts`?"),
        ("[palette.rols]\ntext = 'dk1'", "1:2",
         "`palette.rols` means nothing in a brand.|Did you mean `roles`?"),
        ("[fonts]\nmno = 'x'", "2:1", "`fonts.mno` means nothing in a brand.|Did you mean `mono`?"),
        ("[layouts]\ntitel = 'T'", "2:1", "`layouts.titel` means nothing in a brand.|Did you mean `title`?"),
        ("[minimum]\nzzz = 1", "2:1",
         "`minimum.zzz` means nothing in a brand.|Known here: body, code, table, title."),
        ("[words.en]\nsorce = 'x'", "2:1",
         "`words.en.sorce` means nothing in a brand.|Did you mean `source`?"),
    ],
)  # fmt: skip
def test_a_key_that_no_brand_has(text: str, place: str, said: str) -> None:
    """It is passed over: the brand is still good."""
    message, hint = said.split("|")
    brand, report = _acme('template = "template.pptx"\n' + text + "\n")
    line, column = place.split(":")
    assert brand is not None
    assert report == (
        f"assets/brands/acme/brand.toml:{int(line) + 1}:{column}: warning: {message} [brand-unknown-key]\n"
        f"    {hint}"
    )


def test_all_problems_of_a_brand_come_at_once() -> None:
    brand, report = _acme("name = 1\ntmplate = 'x'\n[sizes]\ntitle = 0\n[logo]\nheight = -1\n")
    assert brand is None
    assert [line.split(" ")[0] for line in report.splitlines() if not line.startswith(" ")] == [
        f"assets/brands/acme/brand.toml:{line}:1:" for line in (1, 2, 4, 6)
    ]


def test_keys_are_found_in_their_own_table() -> None:
    text = "[palette.roles]\ntext = 'dk1'\n[cover]\ntext = 1\n['words' . \"de\"]\n'source' = ''\n"
    _, report = _acme(text)
    assert [line.split(": ")[0] for line in report.splitlines() if not line.startswith(" ")] == [
        "assets/brands/acme/brand.toml:4:1",
        "assets/brands/acme/brand.toml:6:1",
    ]


def test_the_manual_names_every_key() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "brand.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w-]+)`", manual)) | {f"accent{number}" for number in range(1, 7)}
    assert {key.rpartition(".")[2] for key in KEYS} - named == set()
    tables = set(re.findall(r"`\[([\w.]+)\]`", manual))
    assert TABLES - {"words"} - tables == set()
