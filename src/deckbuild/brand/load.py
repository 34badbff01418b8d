"""Finding a brand by its name and reading its ``brand.toml``."""

from __future__ import annotations

import difflib
import posixpath
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from deckbuild.diagnostics import Collector
from deckbuild.source import Span
from deckbuild.workspace import Workspace

from .brand import Brand, MinimumSizes

BRANDS_FOLDER = "assets/brands"
BRAND_FILE = "brand.toml"
_BUILT_IN = Path(__file__).parent / "builtin"

_Reader = Callable[[str], bytes]


def load_brand(name: str, span: Span, workspace: Workspace, collector: Collector) -> Brand | None:
    """Return the brand called ``name``: the project's own, else a built-in one.

    None when there is none or it cannot be read, which has then been reported at ``span``.
    """
    folder = posixpath.join(BRANDS_FOLDER, name)
    built_in = _BUILT_IN / name
    if workspace.exists(posixpath.join(folder, BRAND_FILE)):
        where, read = posixpath.join(folder, BRAND_FILE), _from_workspace(workspace, folder)
    elif name and (built_in / BRAND_FILE).is_file():
        where, read = BRAND_FILE, lambda file: (built_in / file).read_bytes()
    else:
        _report_unknown(name, span, workspace, collector)
        return None
    try:
        entries = tomllib.loads(read(BRAND_FILE).decode("utf-8"))
        return _resolve(name, entries, read)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        collector.report("brand-unusable", Span(where), f"The brand `{name}` cannot be read: {error}.")
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        collector.report("brand-unusable", Span(where), f"The brand `{name}` lacks or misspells {error}.")
    return None


def _from_workspace(workspace: Workspace, folder: str) -> _Reader:
    return lambda file: workspace.read(posixpath.join(folder, file))


def _resolve(name: str, entries: dict[str, Any], read: _Reader) -> Brand:
    minimum = entries.get("minimum", {})
    footer = entries.get("footer", {})
    return Brand(
        name=str(entries.get("name", name)),
        template=read(entries["template"]),
        layouts=dict(entries["layouts"]),
        palette={role: color for role, color in entries["palette"]["roles"].items() if isinstance(color, str)},
        mono_font=str(entries["fonts"]["mono"]),
        code_colors={kind: str(color) for kind, color in entries.get("code", {}).items()},
        table_style=entries.get("table", {}).get("style"),
        footer=str(footer.get("copyright", "")),
        owner=str(footer.get("owner", "")),
        minimum=MinimumSizes(**{key: float(value) for key, value in minimum.items()}),
    )


def _report_unknown(name: str, span: Span, workspace: Workspace, collector: Collector) -> None:
    known = {posixpath.basename(path) for path in workspace.folders(BRANDS_FOLDER)}
    known |= {path.name for path in _BUILT_IN.iterdir() if path.is_dir()}
    near = difflib.get_close_matches(name, sorted(known), 1)
    hint = f"Did you mean `{near[0]}`?" if near else f"Brands: {', '.join(sorted(known))}."
    collector.report("brand-unknown", span, f"There is no brand `{name}`.", hint)
