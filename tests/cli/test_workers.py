"""Decks built side by side: what comes out is what one process gives, whatever becomes of the workers."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from deckbuild.cli import side_by_side, workers
from deckbuild.cli.side_by_side import Died, Step, do_tasks
from deckbuild.cli.workers import run_in_workers

SLIDES = "".join(f"## Slide {number}\n\n- One\n- Two\n\n" for number in range(9))
PROJECT = {
    "content/a.md": SLIDES,
    "content/b.md": "## B\n\n![Alt](nothing.png)\n",
    "content/c.md": "---\nbrand: nobody\n---\n\n## C\n",
    "content/d.md": "## D\n\n::: colums\nText.\n:::\n",
    "content/e.md": "",
    "content/f.md": SLIDES * 3,
}
RUN = "import sys; from deckbuild.cli import main; main(sys.argv[1:])"
SPAWN = "import deckbuild.cli.workers as w; w.starts_quickly = lambda: False; " + RUN


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def _command(*arguments: str, code: str = RUN) -> list[str]:
    return [sys.executable, "-c", code, "build", *arguments]


def _build(folder: Path, *arguments: str, code: str = RUN) -> tuple[int, str, str, dict[str, bytes]]:
    """Build the project in a process; return its exit code, what it printed less times, and its files."""
    run = subprocess.run(
        _command(*arguments, code=code), cwd=folder, capture_output=True, text=True, check=False
    )
    printed, said = (re.sub(r"\d+\.\d\d s$", "# s", text, flags=re.M) for text in (run.stdout, run.stderr))
    written = {path.name: path.read_bytes() for path in (folder / "build").iterdir()}
    return run.returncode, printed, said, written


# What comes out


@pytest.mark.parametrize("code", [RUN, SPAWN], ids=["fork", "spawn"])
@pytest.mark.parametrize("style", ["text", "json"])
def test_the_same_as_of_one_process(tmp_path: Path, code: str, style: str) -> None:
    _write(tmp_path, PROJECT)
    reports = ("--manifest", "build/made.json", "--fit-report-json", "build/fits.json", "--fit-report")
    options = ("--force", "--format", style, *reports)
    alone = _build(tmp_path, *options, "--jobs", "1")
    assert alone[0] == 1
    assert len(alone[3]) == 6  # four decks and two reports
    for number in "25":
        assert _build(tmp_path, *options, "--jobs", number, code=code) == alone


def test_decks_that_are_fresh_are_not_given_to_workers(tmp_path: Path) -> None:
    _write(tmp_path, {"content/a.md": SLIDES, "content/b.md": SLIDES, "content/c.md": SLIDES})
    _build(tmp_path, "-j2")
    _write(tmp_path, {"content/b.md": SLIDES * 2})
    code = "import deckbuild.cli.workers as w; w.run_in_workers = None; " + RUN
    status, printed, said, _ = _build(tmp_path, "-j2", code=code)
    assert (status, said) == (0, "")
    assert printed.splitlines() == [
        "build/a.pptx: 9 slides, 0 warnings, unchanged",
        "build/b.pptx: 18 slides, 0 warnings, # s",
        "build/c.pptx: 9 slides, 0 warnings, unchanged",
    ]


def test_one_deck_starts_no_worker(tmp_path: Path) -> None:
    _write(tmp_path, {"content/a.md": SLIDES})
    code = (
        "import sys; from deckbuild.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: assert 'multiprocessing' not in sys.modules"
    )
    run = subprocess.run(
        _command("-j9", code=code), cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert (tmp_path / "build" / "a.pptx").exists()


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_a_number_of_workers_that_cannot_be(tmp_path: Path, number: str) -> None:
    run = subprocess.run(
        _command("--jobs", number), cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert "'--jobs'" in run.stderr


# When workers are used


def _count(number: int, step: Step) -> int:
    step("counting")
    return number * 10


def _process(number: int, step: Step) -> int:
    return os.getpid()


def _do(perform: Callable[[int, Step], Any], asked: int | None) -> list[Any]:
    return list(do_tasks(perform, [3, 1, 2], asked, lambda stage: None))


def test_workers_that_start_slowly_wait_until_it_is_seen_that_tasks_take_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in (side_by_side, workers):
        monkeypatch.setattr(module, "starts_quickly", lambda: False)
    monkeypatch.setattr(side_by_side, "_processors", lambda: 2)
    assert set(_do(_process, None)) == {os.getpid()}
    monkeypatch.setattr(side_by_side, "_PATIENCE", 0.0)
    assert os.getpid() not in _do(_process, None)


def test_nobody_asks_for_a_worker_for_the_last_task(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "run_in_workers", None)
    assert list(do_tasks(_count, [4], 5, lambda stage: None)) == [40]


@pytest.fixture(params=["fork", "spawn"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start workers in this way; a fork only where this process has one thread."""
    if request.param == "fork" and not side_by_side.starts_quickly():
        pytest.skip("this process has threads, or its system no /proc")
    monkeypatch.setattr(workers, "starts_quickly", lambda: request.param == "fork")


@pytest.mark.usefixtures("way")
def test_results_come_in_order_and_steps_are_told() -> None:
    steps: list[str] = []
    assert list(run_in_workers(_count, [3, 1, 2, 9], 2, steps.append)) == [30, 10, 20, 90]
    assert steps == ["counting"] * 4


# Workers that are lost


def _die_at_two(number: int, step: Step) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def _raise_at_two(number: int, step: Step) -> int:
    if number == 2:
        raise FileNotFoundError("a bug of ours")
    return number


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("number", [1, 2])
def test_a_worker_that_is_killed_takes_only_its_task_with_it(number: int) -> None:
    results = list(run_in_workers(_die_at_two, [1, 2, 3, 4], number, lambda stage: None))
    assert results == [1, Died(-9), 3, 4]


@pytest.mark.usefixtures("way")
def test_a_fault_of_ours_is_not_hidden() -> None:
    with pytest.raises(RuntimeError, match="FileNotFoundError: a bug of ours"):
        list(run_in_workers(_raise_at_two, [1, 2, 3, 4], 2, lambda stage: None))


@pytest.mark.parametrize("call", ["Pipe", "Process"])
def test_without_workers_it_is_done_here(monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    class Refusing:
        def get_start_method(self) -> str:
            return "spawn"

        def Pipe(self) -> tuple[Any, Any]:
            if call == "Pipe":
                raise OSError(24, "Too many open files")
            here, there = multiprocessing.Pipe()
            return here, there

        def Process(self, **_: Any) -> Any:
            class Unstarted:
                def start(self) -> None:
                    raise OSError(11, "Resource temporarily unavailable")

            return Unstarted()

    monkeypatch.setattr(multiprocessing, "get_context", lambda way: Refusing())
    assert list(run_in_workers(_process, [1, 2], 2, lambda stage: None)) == [os.getpid()] * 2


def test_a_deck_whose_worker_was_killed_is_reported(tmp_path: Path) -> None:
    _write(tmp_path, {f"content/{name}.md": SLIDES for name in "abc"})
    code = (
        """
import os, deckbuild.cli.one_deck as b
build = b._build
b._build = lambda job, *rest: os.kill(os.getpid(), 9) if job.path == "content/b.md" else build(job, *rest)
"""
        + RUN
    )
    status, printed, said, written = _build(tmp_path, "-j2", "--manifest", "build/made.json", code=code)
    assert status == 1
    assert [line.split(":")[0] for line in printed.splitlines()] == ["build/a.pptx", "build/c.pptx"]
    assert said == (
        "content/b.md: error: The process that built it was ended: signal 9. [build-stopped]\n"
        "    If memory is short, build fewer at once: `--jobs 1`.\n"
    )
    assert sorted(written) == ["a.pptx", "c.pptx", "made.json"]
    assert [made["output"] for made in json.loads(written["made.json"])] == [
        "build/a.pptx",
        None,
        "build/c.pptx",
    ]


# Interruptions


def _is_gone(group: int, seconds: float) -> bool:
    """Whether all processes of a group end within so many seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(os.name != "posix", reason="groups of processes are POSIX's")
@pytest.mark.parametrize("code", [RUN, SPAWN], ids=["fork", "spawn"])
@pytest.mark.parametrize("how", ["ctrl-c", "interrupt", "terminate", "kill"])
@pytest.mark.parametrize("delay", [0.0, 0.3])
def test_interrupted(tmp_path: Path, code: str, how: str, delay: float) -> None:
    """Ctrl-C reaches all processes of the terminal's group, the others the first one alone."""
    _write(tmp_path, {f"content/{number}.md": SLIDES * 100 for number in range(40)})
    code = "print(flush=True); " + code
    run = subprocess.Popen(
        _command("-j3", "-q", code=code), cwd=tmp_path, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert run.stdout is not None
    run.stdout.readline()
    time.sleep(0.3 + delay)
    if how == "ctrl-c":
        os.killpg(run.pid, signal.SIGINT)
    else:
        run.send_signal(
            {"interrupt": signal.SIGINT, "terminate": signal.SIGTERM, "kill": signal.SIGKILL}[how]
        )
    _, said = run.communicate()
    assert _is_gone(run.pid, 5)
    if how != "kill":  # a process that Python has just begun to start says that nobody tells it what to do
        assert "Traceback" not in said, said
    if how in ("ctrl-c", "interrupt"):
        assert (run.returncode, said.strip()) == (1, "Aborted!")
    assert list(tmp_path.rglob(".deckbuild-*")) == []
