"""Check, build and compare decks as the action's inputs ask, and tell of it in the job.

The paths that deckbuild prints begin at the workspace, as remarks beside lines want them. All that users
write are arguments of their own (``--brand=…``, paths behind ``--``): there is no shell.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from workflow import (
    WrongInput,
    add_summary,
    read_input,
    read_lines,
    read_switch,
    report,
    scratch_folder,
    set_output,
    show,
    show_remarks,
    use_utf8,
)

USAGE = 2
"""The exit code of deckbuild for wrong usage."""


class Ran(NamedTuple):
    """How a command ended, and what it printed on standard output."""

    code: int
    output: str


def main() -> int:
    """Do all that is asked, whatever fails on the way; return 1 if anything did."""
    scratch_folder().mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="run-", dir=scratch_folder()))
    codes: list[int] = []
    summary: list[str] = []
    if read_switch("check"):
        codes.append(_check(folder, summary))
    if read_switch("build"):
        codes.append(_build(folder, summary, is_checked=read_switch("check")))
    if read_switch("check-translations"):
        codes.append(_check_translations(folder, summary))
    if read_input("diff-against"):
        codes.append(_compare(folder, summary))
    add_summary("\n".join(summary))
    set_output("failed", "true" if any(codes) else "false")
    return 1 if any(codes) else 0


def _check(folder: Path, summary: list[str]) -> int:
    ran = _run("check", *_reports(folder), *_options("brand", "template"), *_strict(), *_paths())
    show_remarks(ran.output)
    _sum_up(summary, "Checks", folder / "found.md")
    set_output("report", str(folder / "found.json"))
    return ran.code


def _build(folder: Path, summary: list[str], is_checked: bool) -> int:
    """Build; what ``check`` has told already is not told again beside the lines."""
    manifest = Path(read_input("manifest") or folder / "manifest.json")
    options = _options("brand", "template", "lang", "untranslated", "output")
    telling = () if is_checked else _reports(folder)
    told = (*telling, *_strict(), f"--manifest={manifest}", *read_lines("arguments"))
    ran = _run("build", *options, *told, *_paths())
    if is_checked:
        show(ran.output)
    else:
        show_remarks(ran.output)
        _sum_up(summary, "Problems", folder / "found.md")
        set_output("report", str(folder / "found.json"))
    decks = _read_decks(manifest)
    set_output("decks", "\n".join(deck for deck in decks if "\n" not in deck))
    set_output("folder", str(_copy_decks(decks, folder / "decks")) if decks else "")
    set_output("manifest", str(manifest) if manifest.is_file() else "")
    summary += ["## Decks", "", *(f"- {_code(deck)}" for deck in decks or ["none"]), ""]
    return ran.code


def _check_translations(folder: Path, summary: list[str]) -> int:
    found = folder / "translations.md"
    told = ("--format=github", f"--report={found}", *_strict(), *_options("lang"))
    ran = _run("i18n", "check", *told, *_paths())
    show_remarks(ran.output)
    _sum_up(summary, "Translations", found)
    return ran.code


def _compare(folder: Path, summary: list[str]) -> int:
    """Compare with another revision. Decks that differ are no failure; not to know it is one."""
    written = read_input("diff-against")
    revision = _find_revision(written)
    if not revision:
        report("error", f"There is no revision {written!r} in this repository.")
        return 1
    ran = _run("diff", "--format=markdown", revision, *_paths())
    if ran.code >= USAGE:
        return ran.code
    (folder / "diff.md").write_text(ran.output, encoding="utf-8")
    summary += [ran.output, ""]
    set_output("diff", str(folder / "diff.md"))
    set_output("differs", "true" if ran.code else "false")
    return 0


def _find_revision(written: str) -> str:
    """Return the commit that is meant, fetched if the checkout does not have it; empty if there is none."""
    for name in (written, f"origin/{written}"):
        if found := _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"):
            return found
    if _git("fetch", "--no-tags", "--depth=1", "--", "origin", written) is None:
        return ""
    return _git("rev-parse", "--verify", "--quiet", "FETCH_HEAD^{commit}") or ""


def _git(*arguments: str) -> str | None:
    done = subprocess.run(["git", *arguments], stdout=subprocess.PIPE, encoding="utf-8", errors="replace")
    return done.stdout.strip() if done.returncode == 0 else None


def _run(*arguments: str) -> Ran:
    """Run deckbuild; what it prints for people goes to the log."""
    environment = os.environ | {"XDG_CACHE_HOME": str(scratch_folder() / "cache"), "PYTHONUTF8": "1"}
    command = [os.environ["DECKBUILD"], *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", env=environment)
    show(done.stderr)
    if done.returncode == USAGE:
        last = (done.stderr.strip() or "Wrong usage.").splitlines()[-1]
        report("error", last)
    return Ran(done.returncode, done.stdout)


def _reports(folder: Path) -> list[str]:
    files = [str(folder / "found.json"), str(folder / "found.md"), *read_lines("sarif")]
    return ["--format=github", *(f"--report={file}" for file in files)]


def _options(*names: str) -> list[str]:
    return [f"--{name}={value}" for name in names if (value := read_input(name))]


def _paths() -> list[str]:
    paths = read_lines("paths")
    return ["--", *paths] if paths else []


def _strict() -> list[str]:
    return ["--strict"] if read_switch("strict") else []


def _sum_up(summary: list[str], heading: str, file: Path) -> None:
    found = file.read_text(encoding="utf-8") if file.is_file() else ""
    summary += [f"## {heading}", "", found or "Nothing was checked.", ""]


def _read_decks(manifest: Path) -> list[str]:
    if not manifest.is_file():
        return []
    entries = json.loads(manifest.read_text(encoding="utf-8"))
    return [entry["output"] for entry in entries if entry["output"]]


def _copy_decks(decks: list[str], folder: Path) -> Path:
    """Copy decks where a pattern is not needed to name them, whatever their names are."""
    working = Path.cwd()
    for deck in decks:
        path = Path(deck).absolute()
        copy = folder / (path.relative_to(working) if path.is_relative_to(working) else path.name)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)
    return folder


def _code(text: str) -> str:
    return "`" + text.replace("`", "'").replace("\n", " ") + "`"


if __name__ == "__main__":
    use_utf8()
    try:
        sys.exit(main())
    except WrongInput as wrong:
        report("error", str(wrong))
        set_output("failed", "true")
        sys.exit(2)
