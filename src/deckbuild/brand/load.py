"""Finding a brand by its name and reading its ``brand.toml``."""

from __future__ import annotations

import difflib
import posixpath
import re
import tomllib
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from deckbuild.diagnostics import Collector
from deckbuild.source import Span
from deckbuild.workspace import OutsideProject, Workspace

from .brand import Brand, MinimumSizes

BRANDS_FOLDER = "assets/brands"
BRAND_FILE = "brand.toml"
_BUILT_IN = Path(__file__).parent / "builtin"


class _EntryError(ValueError):
    """A brand's entry is missing or of the wrong kind; the text goes on from the brand's name."""


_Reader = Callable[[str], bytes]


def load_brand(name: str, span: Span, workspace: Workspace, collector: Collector) -> Brand | None:
    """Return the brand called ``name``: the project's own, else a built-in one.

    None when there is none or it cannot be read, which has then been reported at ``span``.
    """
    folder = posixpath.join(BRANDS_FOLDER, name)
    built_in = _BUILT_IN / name
    is_name = re.fullmatch(r"[\w-][\w. -]*", name) is not None
    if is_name and workspace.exists(posixpath.join(folder, BRAND_FILE)):
        where, read = posixpath.join(folder, BRAND_FILE), _from_workspace(workspace, folder)
    elif is_name and (built_in / BRAND_FILE).is_file():
        where, read = BRAND_FILE, lambda file: (built_in / file).read_bytes()
    else:
        _report_unknown(name, span, workspace, collector)
        return None
    try:
        entries = tomllib.loads(read(BRAND_FILE).decode("utf-8"))
        return _resolve(name, entries, read)
    except OutsideProject as error:
        collector.report("path-outside-project", Span(where), f"`{error}` is not in this project.")
    except OSError as error:
        problem = f"{error.filename}: {error.strerror}"
        collector.report("brand-unusable", Span(where), f"The brand `{name}` cannot be read: {problem}.")
    except UnicodeDecodeError:
        collector.report("brand-unusable", Span(where), f"The brand `{name}` is not UTF-8 text.")
    except tomllib.TOMLDecodeError as error:
        collector.report("brand-unusable", Span(where), f"The brand `{name}` is not TOML: {error}.")
    except _EntryError as error:
        collector.report("brand-unusable", Span(where), f"The brand `{name}` {error}.")
    return None


def _from_workspace(workspace: Workspace, folder: str) -> _Reader:
    return lambda file: workspace.read(workspace.resolve(file, folder))


def _resolve(name: str, entries: dict[str, Any], read: _Reader) -> Brand:
    roles = _entry(_entry(entries, "palette", dict), "roles", dict, "palette.")
    footer = _entry(entries, "footer", dict, default={})
    table = _entry(entries, "table", dict, default={})
    minimum = _entry(entries, "minimum", dict, default={})
    sizes = [field.name for field in fields(MinimumSizes) if field.name in minimum]
    return Brand(
        name=_entry(entries, "name", str, default=name),
        template=read(_entry(entries, "template", str)),
        layouts=_entry(entries, "layouts", dict),
        palette={role: color for role, color in roles.items() if isinstance(color, str)},
        mono_font=_entry(_entry(entries, "fonts", dict), "mono", str, "fonts."),
        code_colors={kind: str(color) for kind, color in _entry(entries, "code", dict, default={}).items()},
        table_style=_entry(table, "style", str, "table.", default=None),
        footer=_entry(footer, "copyright", str, "footer.", default=""),
        owner=_entry(footer, "owner", str, "footer.", default=""),
        minimum=MinimumSizes(**{key: float(_entry(minimum, key, (int, float), "minimum.")) for key in sizes}),
    )


_WORDS: dict[Any, str] = {dict: "a table", str: "text", (int, float): "a number"}
_NO_DEFAULT = object()


def _entry(entries: dict[str, Any], key: str, kind: Any, table: str = "", default: Any = _NO_DEFAULT) -> Any:
    """Return an entry of a wanted kind, or the default when it is not there; raises _EntryError."""
    if key not in entries:
        if default is _NO_DEFAULT:
            raise _EntryError(f"lacks `{table}{key}`")
        return default
    value = entries[key]
    if not isinstance(value, kind) or isinstance(value, bool):
        raise _EntryError(f"has a `{table}{key}` that is not {_WORDS[kind]}")
    return value


def _report_unknown(name: str, span: Span, workspace: Workspace, collector: Collector) -> None:
    known = {posixpath.basename(path) for path in workspace.folders(BRANDS_FOLDER)}
    known |= {path.name for path in _BUILT_IN.iterdir() if path.is_dir()}
    near = difflib.get_close_matches(name, sorted(known), 1)
    hint = f"Did you mean `{near[0]}`?" if near else f"Brands: {', '.join(sorted(known))}."
    collector.report("brand-unknown", span, f"There is no brand `{name}`.", hint)
