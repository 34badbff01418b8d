"""No room, or no permission: a command says so and ends; what was there stays, and nothing else is left."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .scenes import SCENES, Stage, is_temporary, read_files
from .starter import DISTURBED, Ended, Starter

MOST_STEPS = 60
NAMESPACE = "DECKBUILD_TEST_NAMESPACE"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="commands to be refused are forks")


@pytest.fixture(scope="module")
def starter() -> Iterator[Starter]:
    starter = Starter()
    yield starter
    starter.end()


def _check_the_end(stage: Stage, done: Ended, *reasons: str) -> None:
    """A command that was refused something does without it, or ends with a message and 1."""
    assert "Traceback" not in done.said, done.said
    if done.code == 0:
        assert read_files(stage.project) == stage.new
    else:
        assert done.code == 1
        assert any(reason in done.said for reason in reasons), done.said
    assert not [path for path in read_files(stage.project) if is_temporary(path)]
    stage.check_that_nothing_is_lost()


# Each step of writing is refused


@pytest.mark.parametrize(
    ("name", "error", "named"),
    [
        ("rebuild", "ENOSPC", False),
        ("rebuild", "ENOSPC", True),
        ("reports", "ENOSPC", False),
        ("update", "EDQUOT", True),
        ("export", "EIO", False),
        ("import", "EROFS", False),
        ("new", "ENOSPC", False),
        ("new", "ENOSPC", True),
        ("brand new", "ENOSPC", False),
        ("brand make", "EROFS", False),
    ],
)
def test_each_step_of_writing_refused(
    name: str, error: str, named: bool, tmp_path: Path, starter: Starter
) -> None:
    stage = Stage(SCENES[name], tmp_path, starter)
    failed = 0
    for step in range(1, MOST_STEPS):
        done = stage.run(fail_at=step, error=error, named=named)
        _check_the_end(stage, done, os.strerror(getattr(errno, error)))
        stage.reset()
        if DISTURBED not in done.said:
            break
        failed += done.code
    assert failed
    assert step < MOST_STEPS - 1


# Files that may not be large


@pytest.mark.parametrize(
    ("name", "largest"),
    [("new", 0), ("several", 0), ("reports", 100), ("update", 100), *((name, 5_000) for name in SCENES)],
)
def test_files_that_grow_too_large(name: str, largest: int, tmp_path: Path, starter: Starter) -> None:
    stage = Stage(SCENES[name], tmp_path, starter)
    _check_the_end(stage, stage.run(largest=largest), os.strerror(errno.EFBIG))
    stage.reset()
    stage.check_that_the_next_run_is_right()


# A disk that is full


@contextlib.contextmanager
def _mounted(folder: Path, size: str) -> Iterator[bool]:
    """Put a small file system at a folder; False where that is not allowed."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(folder)]
    try:
        done = subprocess.run(command, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        done = False
    try:
        yield done
    finally:
        if done:
            subprocess.run(["umount", "-l", str(folder)], check=True)


def _run_in_namespace(test: str) -> None:
    """Run a test where an ordinary user may mount a file system, or skip it."""
    inside = ["unshare", "--map-root-user", "--mount"]
    if os.environ.get(NAMESPACE) or shutil.which("unshare") is None:
        pytest.skip("no file system may be mounted here")
    if subprocess.run([*inside, "true"], check=False, capture_output=True).returncode:
        pytest.skip("no file system may be mounted here, nor a namespace made for it")
    command = [*inside, sys.executable, "-m", "pytest", "-n0", "-p", "no:cacheprovider", test]
    run = subprocess.run(
        command, env={**os.environ, NAMESPACE: "1"}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(
    "name", ["rebuild", "several", "reports", "translated", "update", "new", "brand make"]
)
def test_a_full_disk(name: str, tmp_path: Path, starter: Starter) -> None:
    with _mounted(tmp_path / "disk", "6m") as done:
        if not done:
            _run_in_namespace(f"{__file__}::test_a_full_disk[{name}]")
            return
        stage = Stage(SCENES[name], tmp_path / "disk", starter)
        codes = [_run_with_room(stage, kilobytes) for kilobytes in (0, 4, 16, 48, 400)]
        assert codes[0] == 1
        assert codes[-1] == 0


def _run_with_room(stage: Stage, kilobytes: int) -> int:
    """Run the command with so much room on its disk, and once more when there is enough."""
    ballast = stage.project.parent / "ballast"
    with ballast.open("wb", buffering=0) as file:
        with contextlib.suppress(OSError):
            while True:
                file.write(bytes(4096))
        file.truncate(max(0, file.tell() - kilobytes * 1024))
    done = stage.run()
    _check_the_end(stage, done, os.strerror(errno.ENOSPC))
    ballast.unlink()
    stage.check_that_the_next_run_is_right()
    stage.reset()
    return done.code


# What may not be written or read


@pytest.fixture(scope="module")
def ordinary() -> Iterator[Starter]:
    """Starts commands without the right to write and read everything, which root has."""
    prefix: tuple[str, ...] = ()
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("root may write everywhere, and there is no setpriv to take that away")
        prefix = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
    starter = Starter(*prefix)
    yield starter
    starter.end()


@pytest.mark.parametrize(
    ("name", "path", "mode"),
    [
        ("rebuild", "build", 0o555),
        ("rebuild", "build/one.pptx", 0o444),
        ("rebuild of a slide", "build", 0o555),
        ("rebuild of a slide", "build/one.pptx", 0o444),
        ("first build", "", 0o555),
        ("reports", "made.json", 0o444),
        ("several", "build/two.pptx", 0o444),
        ("translated", "build", 0o555),
        ("extract", "content", 0o555),
        ("update", "content/locale/one", 0o555),
        ("update", "content/locale/one/de.po", 0o444),
        ("export", "build", 0o555),
        ("import", "content/locale/one", 0o555),
        ("brand make", "build/acme.potx", 0o444),
        ("brand new", "", 0o555),
        ("new", "content", 0o555),
    ],
)
def test_what_may_not_be_written(name: str, path: str, mode: int, tmp_path: Path, ordinary: Starter) -> None:
    stage = Stage(SCENES[name], tmp_path, ordinary)
    place = stage.project / path
    before = place.stat().st_mode
    place.chmod(mode)
    done = stage.run()
    place.chmod(before)
    _check_the_end(stage, done, os.strerror(errno.EACCES))
    assert done.code == 1
    stage.check_that_the_next_run_is_right()


@pytest.mark.parametrize("mode", [0o555, 0o000])
@pytest.mark.parametrize("name", ["first build", "rebuild", "brand make"])
def test_a_cache_that_may_not_be_used(name: str, mode: int, tmp_path: Path, ordinary: Starter) -> None:
    stage = Stage(SCENES[name], tmp_path, ordinary)
    folders = [stage.cache, *(path for path in stage.cache.rglob("*") if path.is_dir())]
    for folder in reversed(folders):
        folder.chmod(mode)
    done = stage.run()
    for folder in folders:
        folder.chmod(0o755)
    assert (done.code, read_files(stage.project)) == (0, stage.new)


def test_a_source_that_may_not_be_read(tmp_path: Path, ordinary: Starter) -> None:
    stage = Stage(SCENES["rebuild"], tmp_path, ordinary)
    (stage.project / "content" / "one.md").chmod(0)
    done = stage.run()
    (stage.project / "content" / "one.md").chmod(0o644)
    assert done.code == 1
    assert "file-unreadable" in done.said
    stage.check_that_nothing_is_lost()
