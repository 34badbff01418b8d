"""Finding a brand by name and reading its brand.toml; what is said when that fails."""

from __future__ import annotations

import pytest

from deckbuild.brand import Brand, MinimumSizes, load_brand
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


def test_a_projects_brand_needs_a_template_layouts_colours_and_a_font_for_code() -> None:
    brand, report = _acme(LEAST)
    assert report == ""
    assert brand is not None
    assert (brand.name, brand.template, brand.mono_font) == ("acme", b"template", "Courier New")
    assert brand.layouts == {"text": "Title and Content"}
    assert brand.palette == {"text": "dk1"}
    assert (brand.footer, brand.owner, brand.table_style) == ("", "", None)
    assert brand.minimum == MinimumSizes()


def test_what_a_brand_may_add() -> None:
    brand, report = _acme(
        'name = "Acme Inc."\n'
        + LEAST
        + "[footer]\ncopyright = '© {owner}'\nowner = 'Acme'\n[table]\nstyle = '{1}'\n"
        + "[minimum]\nbody = 12\n[code]\nKeyword = 'accent1'\n"
    )
    assert report == ""
    assert brand is not None
    assert (brand.name, brand.footer, brand.owner) == ("Acme Inc.", "© {owner}", "Acme")
    assert brand.table_style == "{1}"
    assert brand.minimum == MinimumSizes(body=12.0)
    assert brand.code_colors == {"Keyword": "accent1"}


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = x\n", "The brand `acme` is not TOML: Invalid value (at line 1, column 8)."),
        (LEAST.replace("template =", "temp ="), "The brand `acme` lacks `template`."),
        (LEAST.replace("[layouts]", "[layout]"), "The brand `acme` lacks `layouts`."),
        (LEAST.replace(".roles]", "]"), "The brand `acme` lacks `palette.roles`."),
        (LEAST.replace("mono =", "code ="), "The brand `acme` lacks `fonts.mono`."),
        (LEAST.replace('"template.pptx"', "1"), "The brand `acme` has a `template` that is not text."),
        (LEAST.replace('"template.pptx"', '"x.pptx"'),
         "The brand `acme` cannot be read: assets/brands/acme/x.pptx: No such file."),
        ("footer = 1\n" + LEAST, "The brand `acme` has a `footer` that is not a table."),
        (LEAST + "[minimum]\nbody = 'small'\n",
         "The brand `acme` has a `minimum.body` that is not a number."),
        (LEAST + "[minimum]\nbody = true\n",
         "The brand `acme` has a `minimum.body` that is not a number."),
    ],
)  # fmt: skip
def test_a_brand_that_cannot_be_used(text: str, said: str) -> None:
    assert _acme(text) == (
        None,
        f"assets/brands/acme/brand.toml: error: {said} [brand-unusable]\n"
        "    Its keys are listed in docs/brand.md.",
    )


def test_a_brands_template_lies_in_the_project() -> None:
    assert _acme(LEAST.replace("template.pptx", "../../../../secret.pptx")) == (
        None,
        "assets/brands/acme/brand.toml: error: `../../../../secret.pptx` is not in this project. "
        "[path-outside-project]\n    Move the file into the project.",
    )
