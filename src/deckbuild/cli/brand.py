"""``deckbuild brand``: begins a brand, and makes a template of it."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.diagnostics import Collector, format_diagnostic
from deckbuild.project import find_root
from deckbuild.source import Span
from deckbuild.whole_file import write_whole

if TYPE_CHECKING:
    from deckbuild.brand.brand_file import BrandFile

_BRAND = """\
# A brand in one file. deckbuild makes the template from it: `deckbuild build --brand {name}` for a deck,
# `deckbuild brand make {name}` for the template alone. docs/brand.md explains every key there is;
# what is not said here has a default that can be read. Colours are RRGGBB, sizes are points.

name = "{title}"

[slide]
ground = "light"             # or "dark"
width = 960                  # 16:9; 4:3 is 720 x 540
height = 540

[palette]
accent1 = "1F5FA8"           # the brand's colour: headings, table headers, bullets
accent2 = "A8481F"           # beside it: marks, durations, the second of two things
# dk1 = "1F2529"             # text
# lt1 = "FFFFFF"             # the ground
# dk2, lt2, accent3 to accent6, hlink, folHlink

[cover]
motif = "arcs"               # title slide and sections: "leaves", "arcs" or "none"

[fonts]
heading = "Calibri"
body = "Calibri"
mono = "Courier New"

# Without a logo, the name is set in type. The reversed one stands on title slide and sections.
# [logo]
# svg = "logo.svg"
# reversed_svg = "logo-reversed.svg"

[footer]
copyright = "© {{year}} {{owner}}"
"""


@click.group()
def brand() -> None:
    """Begin a brand in one file, and make a template of it.

    A brand is a folder under assets/brands with a brand.toml. docs/brand.md walks through one in ten
    minutes. For a brand that has a template already, see `deckbuild template map`.
    """


@brand.command()
@click.argument("name")
def new(name: str) -> None:
    """Write a brand.toml to start from.

    It goes to assets/brands/NAME, in the project you stand in or in this folder. Nothing that exists is
    overwritten.
    """
    slug = re.sub(r"[^\w.-]+", "-", name.strip()).strip("-.")
    if not slug or "/" in name or "\\" in name:
        raise click.BadParameter("a name of letters, digits and hyphens is wanted", param_hint="NAME")
    folder = (find_root(Path.cwd()) or Path.cwd()) / "assets" / "brands" / slug
    file = folder / "brand.toml"
    if file.exists():
        raise click.BadParameter(f"{_shown(file)} exists already", param_hint="NAME")
    title = re.sub(r'[\s\x00-\x1f\x7f"\\-]+', " ", name).strip()
    write_whole(file, _BRAND.format(name=slug, title=title[:1].upper() + title[1:]).encode())
    click.echo(f"Wrote {_shown(file)}. See it: deckbuild build --brand {slug}")


@brand.command()
@click.argument("brand_name", metavar="NAME|FOLDER")
@click.option("-o", "--output", metavar="FILE", help="The .potx or .pptx to write; default: build/NAME.potx.")
def make(brand_name: str, output: str | None) -> None:
    """Make a complete template of a brand.toml.

    One master, a layout for each kind of slide, notes and handout masters, a table style, in the brand's
    colours and type. NAME is a brand of the project or a built-in one; FOLDER has a brand.toml in it.
    Says which texts would be hard to read. Exits with 1 when there are errors in brand.toml.
    """
    from deckbuild.brand.make import make_template, read_design, report_low_contrasts, spell_as_template

    if output and not output.endswith((".potx", ".pptx")):
        raise click.BadParameter("the name of a .potx or .pptx file is wanted", param_hint="-o")
    collector = Collector()
    file = _find(brand_name, collector)
    design = read_design(file, collector) if file else None
    if design and file:
        report_low_contrasts(design, file, collector)
    for diagnostic in collector.sorted():
        click.echo(format_diagnostic(diagnostic), err=True)
    if design is None or file is None:
        sys.exit(1)
    root = find_root(Path.cwd()) or Path.cwd()
    target = Path(output) if output else root / "build" / f"{file.name}.potx"
    package = make_template(design)
    write_whole(target, spell_as_template(package) if target.suffix == ".potx" else package)
    click.echo(f"{_shown(target)}: {len(design.layouts)} layouts")


def _find(name: str, collector: Collector) -> BrandFile | None:
    """Return the brand in a folder, or of the project one stands in, by its name."""
    from deckbuild.brand.brand_file import BRAND_FILE, find_brand, read_brand_file
    from deckbuild.workspace import DiskWorkspace

    folder = Path(name).resolve()
    if (folder / BRAND_FILE).is_file():
        root = find_root(folder) or folder.parent
        return read_brand_file(folder.relative_to(root).as_posix(), DiskWorkspace(root), collector)
    root = find_root(Path.cwd()) or Path.cwd()
    return find_brand(name, Span(name), DiskWorkspace(root), collector)


def _shown(path: Path) -> str:
    working = Path.cwd()
    return str(path.relative_to(working) if path.is_relative_to(working) else path)
