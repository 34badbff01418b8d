"""The same input gives the same bytes, whatever machine, user, clock, language or folder it is built in."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.packages_check import find_unsound

from .everything import FILES

ROOT = Path(__file__).parents[2]
FLAGSHIP = "content/openstack-overview"

DRIVER = """
import os, random, sys, time, json
asked = json.loads(sys.argv[1])
os.umask(asked["umask"])
if asked["shuffled"]:
    listdir, scandir = os.listdir, os.scandir
    os.listdir = lambda *path: random.sample(found := listdir(*path), len(found))
    class Shuffled:
        def __init__(self, path="."):
            with scandir(path) as entries:
                found = list(entries)
            self.entries = iter(random.sample(found, len(found)))
        def __enter__(self): return self
        def __exit__(self, *_): pass
        def close(self): pass
        def __iter__(self): return self.entries
        def __next__(self): return next(self.entries)
    os.scandir = Shuffled
if asked["later"]:
    now = time.time
    time.time = lambda: now() + asked["later"]
from deckbuild.cli import main
for arguments in asked["commands"]:
    try:
        main(arguments, prog_name="deckbuild")
    except SystemExit as end:
        if end.code:
            sys.exit(f"{arguments}: {end.code}")
"""


class Case(NamedTuple):
    """What is different from the first build. ``environment`` may take variables away (None).

    ``place`` is the project's folder, ``stands_in`` the one the command is run in, from the project's;
    ``cache`` is ``warm``, ``cold`` or ``none``; ``later`` are seconds on the clock; ``wide``:
    the overview of OpenStack is built too.
    """

    environment: Mapping[str, str | None] = {}
    prefix: tuple[str, ...] = ()
    place: str = "project"
    stands_in: str = "."
    umask: int = 0o022
    cache: str = "warm"
    modified: int | None = None
    shuffled: bool = False
    later: int = 0
    jobs: int = 1
    wide: bool = False


YEARS = 5 * 365 * 86_400
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
CASES = {
    "again": Case(wide=True),
    "Kathmandu": Case({"TZ": "Asia/Kathmandu"}),
    "St. John's": Case({"TZ": "America/St_Johns", "LC_ALL": "C"}),
    "ASCII only": Case(ASCII),
    "UTF-8 mode": Case({"LC_ALL": "C", "PYTHONUTF8": "1"}),
    "C.UTF-8": Case({"LC_ALL": "C.UTF-8"}),
    "German": Case({"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"}),
    "Turkish": Case({"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}),
    "hashes 1": Case({"PYTHONHASHSEED": "1"}),
    "hashes 2": Case({"PYTHONHASHSEED": "4294967295"}),
    "hashes at random": Case({"PYTHONHASHSEED": "random"}, wide=True),
    "optimised": Case({"PYTHONOPTIMIZE": "1"}),
    "without docstrings": Case({"PYTHONOPTIMIZE": "2"}),
    "another place": Case(place="a deeper/place, with ünicode & more/p"),
    "from within": Case(stands_in="content/everything"),
    "from elsewhere": Case(stands_in=".."),
    "nobody else may read": Case(umask=0o077),
    "all may write": Case(umask=0),
    "another user": Case({"HOME": "/nonexistent", "USER": "ann", "LOGNAME": "ann", "XDG_CACHE_HOME": None}),
    "cold cache": Case(cache="cold"),
    "no cache": Case(cache="none"),
    "old files": Case(modified=86_400 * 366),
    "files of tomorrow": Case(modified=4_000_000_000),
    "folders in another order": Case(shuffled=True),
    "2 workers": Case(jobs=2),
    "5 workers": Case(jobs=5, wide=True),
    "in five years": Case(later=YEARS),
    "before 1980": Case(later=-50 * 365 * 86_400),
    "with a false clock": Case(prefix=("faketime", "2037-12-31 23:59:58")),
    "all at once": Case(
        {"TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "7", "PYTHONOPTIMIZE": "2", "USER": "bo", **ASCII},
        place="else/where", umask=0o077, cache="cold", modified=1, shuffled=True, later=YEARS, jobs=3,
        wide=True,
    ),
}  # fmt: skip


class Builder:
    """Builds the project in all ways that its decks can be built, as a case wants it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._warm = folder / "warm"
        self._count = 0

    def build(self, case: Case) -> dict[str, str]:
        """Return the SHA-256 of each file written, by its name."""
        self._count += 1
        project = self._folder / str(self._count) / case.place
        _write_project(project, case)
        output = self._folder / str(self._count) / "out"
        stands_in = project / case.stands_in
        asked = {
            "umask": case.umask,
            "shuffled": case.shuffled,
            "later": case.later,
            "commands": _commands(os.path.relpath(project, stands_in), str(output), case),
        }
        command = [*case.prefix, sys.executable, "-c", DRIVER, json.dumps(asked)]
        run = subprocess.run(
            command, cwd=stands_in, env=self._environment(case), capture_output=True, check=False
        )
        assert run.returncode == 0, run.stderr.decode()
        catalogues = (project / "content").rglob("locale/**/*.po*")
        return {
            **{path.name: _digest(path) for path in sorted(output.iterdir())},
            **{path.relative_to(project).as_posix(): _digest(path) for path in sorted(catalogues)},
        }

    def _environment(self, case: Case) -> dict[str, str]:
        cache = {
            "warm": self._warm, "cold": self._folder / f"cache-{self._count}", "none": Path(os.devnull)
        }[case.cache]  # fmt: skip
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("LC_", "LANG", "TZ", "SOURCE_DATE"))
        }
        source = str(ROOT / "src")
        own = {"PYTHONPATH": source, "XDG_CACHE_HOME": str(cache), "PYTHONHASHSEED": "0", "TZ": "UTC"}
        wanted = inherited | own | dict(case.environment)
        return {name: value for name, value in wanted.items() if value is not None}


def _write_project(project: Path, case: Case) -> None:
    files = {**FILES}
    for path in (*(ROOT / FLAGSHIP).rglob("*"), *(ROOT / "assets").rglob("*")):
        if path.is_file():
            files[path.relative_to(ROOT).as_posix()] = path.read_bytes()
    for name in reversed(files) if case.shuffled else files:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(files[name])
        if case.modified is not None:
            os.utime(project / name, (case.modified, case.modified))


def _commands(project: str, output: str, case: Case) -> list[list[str]]:
    """Return commands that build in two brands, two ways of steps, a translation, a right-to-left one."""
    content = f"{project}/content"
    everything, overview = f"{content}/everything", f"{content}/openstack-overview"
    others = [f"{content}/second.md", f"{content}/third.md"]
    build = ["build", "--force", "-q", "-j", str(case.jobs), "-o", output]
    return [
        ["i18n", "extract", everything, "--lang", "ar"],
        [*build, *([project] if case.wide else [everything, *others])],
        [*build, everything, *others, "--lang", "qps-ploc"],
        [*build, everything, *([overview] if case.wide else []), "--lang", "ar"],
        [*build, everything, "-o", f"{output}/steps.pptx", "--brand=acme", "--steps=slides"],
        ["brand", "make", f"{project}/assets/brands/acme", "-o", f"{output}/acme.potx"],
    ]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    return Builder(tmp_path_factory.mktemp("same"))


@pytest.fixture(scope="module")
def right(builder: Builder) -> dict[str, str]:
    return builder.build(Case(wide=True))


def _installed_locales() -> set[str]:
    try:
        listed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return set()
    return {re.sub(r"utf-?8", "UTF-8", line.strip(), flags=re.IGNORECASE) for line in listed.splitlines()}


@pytest.mark.parametrize("name", CASES)
def test_the_same_bytes(name: str, builder: Builder, right: dict[str, str]) -> None:
    case = CASES[name]
    if case.prefix and shutil.which(case.prefix[0]) is None:
        pytest.skip(f"{case.prefix[0]} is not installed")
    wanted = case.environment.get("LC_ALL") or "C"
    if wanted not in _installed_locales() | {"C"}:
        pytest.skip(f"the locale {wanted} is not installed")
    built = builder.build(case)
    assert len(built) > 10
    assert built.items() <= right.items()
    assert not case.wide or built == right


def test_what_is_built(right: dict[str, str]) -> None:
    """So that nothing that a deck can have is left out unseen."""
    decks = {"everything", "everything.ar", "everything.qps-ploc", "openstack-overview", "steps"}
    assert {f"{deck}.pptx" for deck in decks} < set(right)


# SOURCE_DATE_EPOCH


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def _build(folder: Path, epoch: str | None, *options: str) -> tuple[int, str]:
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    if epoch is not None:
        environment["SOURCE_DATE_EPOCH"] = epoch
    command = [sys.executable, "-m", "deckbuild", *options]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return run.returncode, run.stderr


def test_the_epoch_changes_the_dates_and_nothing_else(tmp_path: Path) -> None:
    settings = FILES["content/everything/deck.toml"].replace(b"date =", b"# ")
    for name, content in {**FILES, "content/everything/deck.toml": settings}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    deck = ["build", "content/everything", "-q", "-o"]
    assert _build(tmp_path, None, *deck, "without.pptx") == (0, "")
    assert _build(tmp_path, "1500000000", *deck, "with.pptx") == (0, "")
    without, dated = _parts(tmp_path / "without.pptx"), _parts(tmp_path / "with.pptx")
    assert {"ppt/charts/chart1.xml", "ppt/media/clip1.mp4", "docProps/core.xml"} < set(dated)
    assert find_unsound([("with the epoch", (tmp_path / "with.pptx").read_bytes())]) == {}
    assert [name for name in dated if dated[name] != without.get(name)] == ["docProps/core.xml"]
    assert set(dated) == set(without)
    date = rb"<dcterms:(created|modified)[^>]*>2017-07-14T00:00:00Z</dcterms:\1>"
    assert re.sub(date, b"", dated["docProps/core.xml"]) in (
        without["docProps/core.xml"],
        re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", without["docProps/core.xml"]),
    )


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "1.5", " 1", "1e9", "١", "9" * 12, "9" * 400])
def test_an_epoch_that_is_none(tmp_path: Path, epoch: str) -> None:
    (tmp_path / "t.md").write_text("## T\n")
    message = f"`SOURCE_DATE_EPOCH` must be seconds since 1970, such as 1767225600, not `{epoch}`."
    assert _build(tmp_path, epoch, "build", "t.md", "-q") == (
        1, f"SOURCE_DATE_EPOCH: error: {message} [settings-value]\n"
    )  # fmt: skip
    assert _build(tmp_path, epoch, "i18n", "extract", "t.md") == (1, f"Error: {message}\n")
    assert not (tmp_path / "locale").exists()
