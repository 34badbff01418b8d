"""``deckbuild template``: looks at a template before decks use it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuild.diagnostics import Collector, Diagnostic, Severity, format_diagnostic
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span
from deckbuild.whole_file import write_whole

if TYPE_CHECKING:
    from deckbuild.brand.survey.describe import Mapped
    from deckbuild.template import Template

_FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")


class _Opened(NamedTuple):
    """A template file: its bytes, its facts, and the layout of each kind of slide."""

    data: bytes
    template: Template
    mapped: Mapped


@click.group()
def template() -> None:
    """Look at a template before decks use it.

    A template is any .pptx or .potx of your company. Layouts are known by what they hold, whatever their
    names: `inspect` shows what each is used for and why, `check` says what is missing or unwise, `map`
    writes a brand.toml in which all of that can be changed.
    """


@template.command()
@_FILE
@_JSON
@click.option("--pictures", metavar="DIR", help="Also draw all layouts: layouts.svg and layouts.png in DIR.")
def inspect(file: Path, as_json: bool, pictures: str | None) -> None:
    """Show masters, layouts and placeholders, and what slides use which.

    Each layout is sketched, with the kinds of slides that take it; at the end stands the layout of every
    kind, and why it is that one. `layout="Name"` on a slide asks for any of them by name.
    """
    from deckbuild.brand.survey import describe_template, report_template

    opened = _open_or_exit(file, as_json)
    if pictures:
        _draw(opened, Path(pictures))
    if as_json:
        click.echo(
            json.dumps(describe_template(opened.template, opened.mapped), ensure_ascii=False, indent=2)
        )
    else:
        click.echo(report_template(opened.template, opened.mapped))


@template.command()
@_FILE
@_JSON
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
def check(file: Path, as_json: bool, strict: bool) -> None:
    """Say what is missing or unwise in a template.

    Hard-to-read colours, type too small, text that does not shrink, typefaces that others lack, layouts
    without titles, no notes master, and more: docs/diagnostics.md lists all. Exits with 1 when the file
    cannot be used as a template, with --strict also when there is a warning.
    """
    from deckbuild.brand.survey import check_template

    opened = _open_or_exit(file, as_json)
    collector = Collector()
    check_template(opened.data, opened.template, opened.mapped, str(file), collector)
    found = collector.sorted()
    if as_json:
        click.echo(_as_json(found))
    else:
        for diagnostic in found:
            click.echo(format_diagnostic(diagnostic))
        if not found:
            click.echo(f"{file}: nothing to say against it.")
    least = Severity.WARNING if strict else Severity.ERROR
    sys.exit(1 if any(diagnostic.severity >= least for diagnostic in found) else 0)


@template.command("map")
@_FILE
@click.option("--name", metavar="NAME", help="The brand's name; by default the file's.")
def write_map(file: Path, name: str | None) -> None:
    """Write a brand.toml for a template, to standard output.

    Layouts as mapped, with the reasons; colours, typefaces and sizes as found. Put both files into a
    folder under assets/brands, edit what you like, and build with --brand.

    \b
    mkdir -p assets/brands/acme && cp acme.potx assets/brands/acme
    deckbuild template map acme.potx > assets/brands/acme/brand.toml
    deckbuild build --brand acme
    """  # noqa: D301 -- Click wants the character that `\b` stands for.
    from deckbuild.brand.survey import write_brand_toml

    opened = _open_or_exit(file, as_json=False)
    text = write_brand_toml(opened.template, opened.mapped, name or file.stem, file.name)
    click.echo(text.encode("utf-8"), nl=False)


def _open_or_exit(file: Path, as_json: bool) -> _Opened:
    """Open a template; one that cannot be used is said, and ends the command with 1."""
    from deckbuild.brand.mapping import map_layouts
    from deckbuild.template import TemplateError, open_template
    from deckbuild.workspace import DiskWorkspace

    collector = Collector()
    try:
        data = file.read_bytes()
        opened = open_template(data, DiskWorkspace(Path.cwd()))
        return _Opened(data, opened, map_layouts(opened))
    except OSError as error:
        collector.report("file-unreadable", Span(str(file)), f"It cannot be read: {error.strerror}.")
    except TemplateError as error:
        message = f"It cannot be used as a template: {str(error).rstrip('.')}."
        collector.report("template-unusable", Span(str(file)), message)
    found = collector.sorted()
    click.echo(_as_json(found) if as_json else "\n".join(map(format_diagnostic, found)), err=not as_json)
    sys.exit(1)


def _as_json(found: list[Diagnostic]) -> str:
    entries = [
        {"file": each.span.file, "severity": each.severity.label, "code": each.code, "message": each.message,
         "hint": each.hint}
        for each in found
    ]  # fmt: skip
    return json.dumps(entries, ensure_ascii=False, indent=2)


def _draw(opened: _Opened, folder: Path) -> None:
    from deckbuild.brand.survey import draw_layouts
    from deckbuild.figures.svg import draw_svg

    drawing, size = draw_layouts(opened.template, opened.mapped)
    svg = drawing.encode("utf-8")
    png = draw_svg(svg, size)
    write_whole(folder / "layouts.svg", svg)
    write_whole(folder / "layouts.png", png)
