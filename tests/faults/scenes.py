"""Commands that write, each with the project in which it is run."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .starter import Ended, Starter

SLIDES = "".join(
    f"## Slide {number}\n\n- One\n- Two\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n" for number in range(12)
)
BRAND = 'name = "Acme"\n\n[palette]\naccent1 = "1F5FA8"\n'
REPORTS = ("--manifest", "made.json", "--depfile", "made.d", "--fit-report-json", "fits.json")


class Scene(NamedTuple):
    """A command, the files that there are before, commands that are run on them, what is changed then.

    A change to no text is a file's end.
    """

    arguments: tuple[str, ...]
    files: dict[str, str]
    before: tuple[tuple[str, ...], ...] = ()
    changes: dict[str, str] | None = None


_DECKS = {f"content/{name}.md": SLIDES for name in ("one", "two", "three")}
_DECK = {"content/one.md": SLIDES}
_CHANGED = {"content/one.md": SLIDES.replace("Slide 5", "Slide five")}
_CATALOGUE = "content/locale/one/de.po"
_EXTRACT = ("i18n", "extract", "--lang", "de")

SCENES: dict[str, Scene] = {
    "first build": Scene(("build",), _DECK),
    "rebuild": Scene(("build",), _DECK, (("build",),), {"content/one.md": SLIDES + "## More\n"}),
    "rebuild of a slide": Scene(("build",), _DECK, (("build",),), _CHANGED),
    "reports": Scene(("build", *REPORTS), _DECK, (("build", *REPORTS),), _CHANGED),
    "several": Scene(("build", "--jobs", "2"), _DECKS, (("build",),), dict.fromkeys(_DECKS, SLIDES[60:])),
    "translated": Scene(("build", "--lang", "de"), _DECK, (_EXTRACT, ("build", "--lang", "de")), _CHANGED),
    "extract": Scene(_EXTRACT, _DECK),
    "update": Scene(("i18n", "update"), _DECK, (_EXTRACT,), _CHANGED),
    "export": Scene(("i18n", "export"), _DECK, (_EXTRACT, ("i18n", "export")), _CHANGED),
    "import": Scene(
        ("i18n", "import", "build/one.de.xlf"), _DECK, (_EXTRACT, ("i18n", "export")), {_CATALOGUE: ""}
    ),
    "brand make": Scene(
        ("brand", "make", "acme"),
        {"assets/brands/acme/brand.toml": BRAND} | _DECK,
        (("brand", "make", "acme"),),
        {"assets/brands/acme/brand.toml": BRAND.replace("1F5FA8", "8F1F28")},
    ),
    "brand new": Scene(("brand", "new", "acme"), _DECK),
    "new": Scene(("new", "talk"), _DECK),
}  # fmt: skip


class Stage:
    """A scene set up: what its project holds before the command and after, and a cache."""

    def __init__(self, scene: Scene, folder: Path, starter: Starter) -> None:
        self.project, self.cache = folder / "project", folder / "cache"
        self._scene, self._starter = scene, starter
        self._saved = folder / "saved"
        write_files(self.project, scene.files)
        for arguments in scene.before:
            done = starter.run(self.project, self.cache, *arguments)
            assert done.code == 0, done.said
        write_files(self.project, scene.changes or {})
        shutil.copytree(self.project, self._saved)
        self.old = read_files(self.project)
        self.run()
        self.reset()
        self.seconds = self.run().seconds
        self.new = read_files(self.project)
        self.reset()

    def reset(self) -> None:
        """Have the project as it was before the command; the cache stays."""
        shutil.rmtree(self.project)
        shutil.copytree(self._saved, self.project)

    def run(self, **faults: object) -> Ended:
        """Run the command, whatever befalls it."""
        return self._starter.run(self.project, self.cache, *self._scene.arguments, **faults)

    def check_that_nothing_is_lost(self) -> None:
        """Each file is the old one or the new one, byte for byte; there is none else, but temporary ones."""
        for path, content in read_files(self.project).items():
            is_begun = path.endswith("/") and any(later.startswith(path) for later in self.new)
            if not (is_begun or is_temporary(path) or _tells_of_failure(path, content)):
                assert content in (self.old.get(path), self.new.get(path)), f"{path} is cut or spoilt"
        kept = {path for path in self.old if (self.project / path).exists()}
        assert kept == set(self.old), "a file is lost"

    def check_that_the_next_run_is_right(self) -> None:
        """The same command gives what it gives when nothing happens, and nothing is left lying about."""
        done = self.run()
        assert "Traceback" not in done.said, done.said
        assert read_files(self.project) == self.new


def _tells_of_failure(path: str, content: bytes) -> bool:
    """Whether a report is a whole one of a run in which no deck was written."""
    if path == "made.d":
        return content == b""
    return path in ("made.json", "fits.json") and isinstance(json.loads(content), list)


def write_files(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if text:
            (folder / name).write_text(text)
        else:
            (folder / name).unlink()


def read_files(folder: Path) -> dict[str, bytes]:
    """Return all files in a folder by their paths, hidden ones too; empty folders end in ``/``."""
    return dict(sorted(_read(folder)))


def _read(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            yield name, path.read_bytes()
        elif not any(path.iterdir()):
            yield f"{name}/", b""


def is_temporary(path: str) -> bool:
    """Whether a path is of what a killed writer may leave until the next one comes."""
    return any(part.startswith(".deckbuild-") for part in path.split("/"))
