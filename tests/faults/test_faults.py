"""Builds and writers killed from outside, and what the system refuses: no deck is lost or cut."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.pipeline import build_deck
from deckbuild.project import ProjectSettings
from deckbuild.workspace import DiskWorkspace

KILLS = 100
WRITER = """
import sys
from pathlib import Path
from deckbuild.whole_file import write_whole
contents = [bytes([letter]) * 3_000_000 for letter in b"abc"]
print("begun", flush=True)
for number in range(10**9):
    write_whole(Path(sys.argv[1]), contents[number % 3])
"""
SLIDES = "".join(f"## Slide {number}\n\n- One\n- Two\n\n" for number in range(40))


def _build_command(folder: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "deckbuild",
        "build",
        str(folder / "t.md"),
        "-o",
        str(folder / "t.pptx"),
        "-q",
    ]


def _is_whole(deck: Path) -> bool:
    with zipfile.ZipFile(deck) as package:
        return package.testzip() is None


def test_writers_killed_at_a_hundred_instants(tmp_path: Path) -> None:
    """Many more of these fall into the writing itself than if builds were killed."""
    target, chance = tmp_path / "deck.pptx", random.Random(7)
    for _ in range(KILLS // 4):
        writers = [
            subprocess.Popen([sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE)
            for _ in range(4)
        ]
        for writer in writers:
            assert writer.stdout is not None
            writer.stdout.readline()
        for writer in writers:
            time.sleep(chance.random() * 0.01)
            writer.kill()
            writer.communicate()
        content = target.read_bytes()
        assert len(content) == 3_000_000
        assert len(set(content)) == 1
        assert len(list(tmp_path.glob(".deckbuild-*.tmp"))) <= 4
    write_one_more = WRITER.replace("10**9", "1")
    subprocess.run([sys.executable, "-c", write_one_more, str(target)], check=True, capture_output=True)
    assert not (tmp_path / ".deckbuild-f352df6d.tmp").exists()


def test_builds_killed_at_random_instants(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text(SLIDES)
    deck, chance = tmp_path / "t.pptx", random.Random(7)
    started = time.monotonic()
    subprocess.run(_build_command(tmp_path), check=True, capture_output=True)
    whole = time.monotonic() - started
    for number in range(5):
        (tmp_path / "t.md").write_text(SLIDES + f"## More {number}\n")
        build = subprocess.Popen(
            _build_command(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.random() * whole)
        build.send_signal(signal.SIGKILL)
        build.wait()
        assert _is_whole(deck)
    subprocess.run(_build_command(tmp_path), check=True, capture_output=True)
    assert sorted(os.listdir(tmp_path)) == ["t.md", "t.pptx"]


def _build(root: Path) -> tuple[str | None, set[str]]:
    workspace, collector = DiskWorkspace(root), Collector()
    built = build_deck(workspace, "t.md", str(root / "out" / "t.pptx"), ProjectSettings(), None, collector)
    return built.path, {found.code for found in built.diagnostics}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A project with a deck that has been built."""
    (tmp_path / "t.md").write_text("## T\n\nText\n")
    assert _build(tmp_path) == (str(tmp_path / "out" / "t.pptx"), set())
    return tmp_path


@pytest.mark.parametrize("call", ["write", "replace", "ftruncate"])
def test_a_full_disk(built: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    old = (built / "out" / "t.pptx").read_bytes()

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"deckbuild.whole_file.os.{call}", fail)
    monkeypatch.setattr("deckbuild.whole_file._open_nameless", lambda folder: None)
    assert _build(built) == (None, {"output-unwritable"})
    assert (built / "out" / "t.pptx").read_bytes() == old
    assert os.listdir(built / "out") == ["t.pptx"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_report_on_a_full_device_ends_with_a_message(built: Path) -> None:
    command = [*_build_command(built), "--manifest", "/dev/full"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "/dev/full cannot be written: No space left on device." in run.stderr
    assert "Traceback" not in run.stderr


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text("## T\n\nText\n")
    (tmp_path / "out").write_text("mine")
    assert _build(tmp_path) == (None, {"output-unwritable"})
    assert (tmp_path / "out").read_text() == "mine"


def test_a_deck_that_may_not_be_written(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that its owner made read-only is not replaced, though its folder would let us."""
    monkeypatch.setattr("deckbuild.whole_file.os.access", lambda path, mode: False)
    assert _build(built) == (None, {"output-unwritable"})
    assert os.listdir(built / "out") == ["t.pptx"]
