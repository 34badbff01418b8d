"""Finding a brand by its name, and reading and checking its ``brand.toml``."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from deckbuild.diagnostics import Collector
from deckbuild.digest import sha256_hex
from deckbuild.named_tuple import NamedTuple
from deckbuild.project import read_text, read_toml
from deckbuild.source import SourceFile, Span
from deckbuild.workspace import OutsideProject, Workspace

from .keys import OPEN_TABLES

BRANDS_FOLDER = "assets/brands"
BRAND_FILE = "brand.toml"
BUILT_IN = Path(__file__).parent / "builtin"

_CHECKER = 1  # to be raised when what may stand in a brand.toml, or what becomes of it, changes


class BrandFile(NamedTuple):
    """A ``brand.toml``, checked: its folder's name, its text, its good entries by dotted key.

    ``read`` gives the bytes of a file beside it, and raises OSError or OutsideProject.
    """

    name: str
    source: SourceFile
    values: Mapping[str, Any]
    read: Callable[[str], bytes]

    def locate(self, key: str) -> Span:
        """Return the place of an entry by its dotted key; the keys of open tables may have dots."""
        table = next((table for table in OPEN_TABLES if key.startswith(f"{table}.")), "")
        path = [*table.split("."), key[len(table) + 1 :]] if table else key.split(".")
        from .entries import locate_entry

        return locate_entry(self.source, *path)

    def read_named(self, key: str, collector: Collector) -> bytes | None:
        """Return the bytes of the file that an entry names; None without one, or unread and reported."""
        name = self.values.get(key)
        return None if name is None else self.read_file(name, self.locate(key), collector)

    def read_file(self, name: str, span: Span, collector: Collector) -> bytes | None:
        """Return the bytes of a file that is named at ``span``; None when it is unread, and reported."""
        try:
            return self.read(name)
        except OutsideProject:
            collector.report("path-outside-project", span, f"`{name}` is not in this project.")
        except OSError as error:
            message = f"`{name}` cannot be read: {error.strerror or error}."
            collector.report("file-unreadable", span, message)
        return None


def find_brand(name: str, span: Span, workspace: Workspace, collector: Collector) -> BrandFile | None:
    """Return the brand called ``name``: the project's own, else a built-in one.

    None when there is none or it has errors, which have then been reported (``brand-unknown`` at
    ``span``, all others where they stand).
    """
    folder = posixpath.join(BRANDS_FOLDER, name)
    is_name = re.fullmatch(r"[\w-][\w. -]*", name) is not None
    if is_name and workspace.exists(posixpath.join(folder, BRAND_FILE)):
        return read_brand_file(folder, workspace, collector)
    if is_name and (BUILT_IN / name / BRAND_FILE).is_file():
        return _read_built_in(BUILT_IN / name, workspace, collector)
    _report_unknown(name, span, workspace, collector)
    return None


def read_brand_file(folder: str, workspace: Workspace, collector: Collector) -> BrandFile | None:
    """Read the brand in a folder of a project; None when it has errors, which have been reported."""
    source = read_text(posixpath.join(folder, BRAND_FILE), workspace, collector)
    name = posixpath.basename(posixpath.normpath(folder))

    def read(file: str) -> bytes:
        return workspace.read(workspace.resolve(file, folder))

    return _check(name, source, read, workspace, collector) if source else None


def _read_built_in(folder: Path, workspace: Workspace, collector: Collector) -> BrandFile | None:
    source = SourceFile(BRAND_FILE, (folder / BRAND_FILE).read_text(encoding="utf-8"))
    return _check(folder.name, source, lambda file: (folder / file).read_bytes(), workspace, collector)


def _check(
    name: str, source: SourceFile, read: Callable[[str], bytes], workspace: Workspace, collector: Collector
) -> BrandFile | None:
    """Return a brand's file with its good entries; the cache keeps those of a file without any fault."""
    key = f"brand-files/{_CHECKER}-{sha256_hex(source.text.encode())}"
    values = _read_checked(workspace, key)
    if values is None:
        from .entries import check_entries

        own = Collector()
        written = read_toml(source, own)
        values = check_entries(written, own) if written else {}
        collector.extend(own)
        if own.has_errors:
            return None
        if not own.sorted():
            _write_checked(workspace, key, values)
    return BrandFile(name, source, {"name": name, **values}, read)


def _read_checked(workspace: Workspace, key: str) -> dict[str, Any] | None:
    stored = workspace.read_cache(key)
    try:
        return _load_values(stored) if stored is not None else None
    except (ValueError, AttributeError):
        return None


def _write_checked(workspace: Workspace, key: str, values: dict[str, Any]) -> None:
    """Keep entries, if they can be read again as they are."""
    stored = json.dumps(values, ensure_ascii=False).encode()
    if _load_values(stored) == values:
        workspace.write_cache(key, stored)


def _load_values(stored: bytes) -> dict[str, Any]:
    """Read what JSON keeps of entries: several values of one entry are a tuple."""
    values = json.loads(stored).items()
    return {key: tuple(value) if isinstance(value, list) else value for key, value in values}


def brand_names(workspace: Workspace) -> list[str]:
    """Return the names of all brands, the project's and the built-in ones."""
    folders = workspace.folders(BRANDS_FOLDER)
    own = {posixpath.basename(path) for path in folders if workspace.exists(posixpath.join(path, BRAND_FILE))}
    return sorted(own | {path.name for path in BUILT_IN.iterdir() if path.is_dir()})


def _report_unknown(name: str, span: Span, workspace: Workspace, collector: Collector) -> None:
    known = brand_names(workspace)
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    hint = f"Did you mean `{near[0]}`?" if near else f"Brands: {', '.join(known)}."
    collector.report("brand-unknown", span, f"There is no brand `{name}`.", hint)
