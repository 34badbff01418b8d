"""Writing whole files: what a killed writer left is no obstacle, what somebody is writing is left alone."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from deckbuild import whole_file
from deckbuild.whole_file import write_whole


@pytest.fixture(params=["nameless", "named"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if request.param == "named":
        monkeypatch.setattr(whole_file, "_open_nameless", lambda folder: None)
    return tmp_path / "deck.pptx"


def _beside(target: Path) -> Path:
    return target.with_name(".deckbuild-f352df6d.tmp")


def test_what_a_killed_writer_left_is_gone_after_the_next(target: Path) -> None:
    write_whole(target, b"old")
    _beside(target).write_bytes(b"ha")
    write_whole(target, b"new")
    assert os.listdir(target.parent) == ["deck.pptx"]
    assert target.read_bytes() == b"new"


def test_what_somebody_else_is_writing_stays(target: Path) -> None:
    with _beside(target).open("wb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        write_whole(target, b"new")
    assert sorted(os.listdir(target.parent)) == [_beside(target).name, "deck.pptx"]
    assert target.read_bytes() == b"new"


def test_a_link_in_the_way_is_not_followed(target: Path) -> None:
    victim = target.with_name("victim")
    victim.write_bytes(b"mine")
    _beside(target).symlink_to(victim)
    try:
        write_whole(target, b"new")
    except OSError:
        assert not target.exists()
    assert victim.read_bytes() == b"mine"


@pytest.mark.parametrize("call", ["write", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    write_whole(target, b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"deckbuild.whole_file.os.{call}", fail)
    with pytest.raises(OSError, match="No space left"):
        write_whole(target, b"new")
    assert os.listdir(target.parent) == ["deck.pptx"]
    assert target.read_bytes() == b"old"


def test_the_longest_name_has_room(target: Path) -> None:
    longest = target.with_name("x" * 250 + ".pptx")
    write_whole(longest, b"new")
    assert longest.read_bytes() == b"new"
