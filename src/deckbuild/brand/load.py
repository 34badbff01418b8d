"""A brand, ready for layout: its ``brand.toml`` resolved, and its template, its own or made."""

from __future__ import annotations

from typing import Any

from deckbuild.diagnostics import Collector
from deckbuild.digest import sha256_hex
from deckbuild.source import Span
from deckbuild.workspace import Workspace

from .brand import Brand, MinimumSizes, PictureTreatment
from .brand_file import BrandFile, find_brand
from .colour import map_colour
from .keys import COLOUR_ROLES, SLIDE_KINDS

_MAKER = 1  # to be raised when the generator makes another template of the same brand.toml


def load_brand(name: str, span: Span, workspace: Workspace, collector: Collector) -> Brand | None:
    """Return the brand called ``name``: the project's own, else a built-in one.

    None when there is none or it has errors, which have then been reported: ``brand-unknown`` at
    ``span``; ``brand-value``, ``brand-incomplete``, ``settings-syntax``, ``file-unreadable`` and
    ``path-outside-project`` where they stand in its file, as is ``font-file``, which is no error.
    """
    file = find_brand(name, span, workspace, collector)
    if file is None:
        return None
    if "template" in file.values:
        template = file.read_named("template", collector)
        values = file.values
    else:
        template = _made_template(file, workspace, collector)
        values = complete_values(file) if template else file.values
    if not template:
        return None
    brand = _resolve(template, values)
    if not file.values.get("fonts.files"):
        return brand
    from .font_files import read_font_files

    return brand._replace(fonts=read_font_files(file, collector))


def complete_values(file: BrandFile) -> dict[str, Any]:
    """Return a brand's entries with the defaults for a template that is made of them."""
    from .defaults import complete

    return complete(file.values)


def _made_template(file: BrandFile, workspace: Workspace, collector: Collector) -> bytes | None:
    """Return the template of a brand without one, made of its ``brand.toml``; kept in the cache."""
    parts = [f"{_MAKER} {file.name}\n{file.source.text}".encode()]
    for key in ("logo.svg", "logo.png", "logo.reversed_svg", "logo.reversed_png"):
        content = file.read_named(key, collector) or b""
        parts.append(b"%d\n" % len(content) + content)
    key = f"brands/{sha256_hex(b''.join(parts))}"
    template = workspace.read_cache(key)
    if template is None:
        from .make import make_template, read_design

        design = read_design(file, collector)
        if design is None:
            return None
        template = make_template(design)
        workspace.write_cache(key, template)
    return template


def _resolve(template: bytes, values: Any) -> Brand:
    dark = values.get("slide.ground") == "dark"
    roles = ((role, values.get(f"palette.roles.{role}")) for role in COLOUR_ROLES)
    layouts: dict[Any, str] = {
        kind: values[f"layouts.{kind}"] for kind in SLIDE_KINDS if f"layouts.{kind}" in values
    }
    minimum = {key[8:]: size for key, size in values.items() if key.startswith("minimum.")}
    mat = values.get("pictures.mat")
    return Brand(
        name=values["name"],
        template=template,
        layouts=layouts,
        palette={role: map_colour(colour, dark) for role, colour in roles if colour},
        mono_font=values.get("fonts.mono", "Courier New"),
        code_colors={kind: map_colour(colour, dark) for kind, colour in _code(values, dark).items()},
        table_style=values.get("table.style"),
        footer=values.get("footer.copyright", ""),
        owner=values.get("footer.owner", ""),
        minimum=MinimumSizes(**minimum),
        words=values.get("words", {}),
        pictures=PictureTreatment(
            frame=values.get("pictures.frame", False),
            rounded=values.get("pictures.corners") == "rounded",
            mat=map_colour(mat, dark) if mat else None,
        ),
        code_wrap=values.get("code_block.wrap", False),
        notes_required=values.get("notes.required", False),
        scripts=values.get("fonts.scripts"),
    )


def _code(values: Any, dark: bool) -> dict[str, str]:
    """Return the colours of code; a brand that says nothing of them gets those made for its ground."""
    if "code" in values:
        return dict(values["code"])
    from .defaults import code_colours

    return code_colours(dark)
