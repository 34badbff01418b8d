"""The workspace on disk and its twin in memory behave alike; what only a disk can do comes after."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from deckbuild.workspace import DiskWorkspace, MemoryWorkspace, OutsideProject, Workspace

Make = Callable[[dict[str, bytes]], Workspace]

FILES = {
    "deckbuild.toml": b"",
    "content/b/02.md": b"two",
    "content/b/01.md": b"one",
    "content/b/logo.png": b"beside",
    "content/a.md": b"",
    "content/.hidden.md": b"",
    "content/.git/config": b"",
    "assets/logo.png": b"shared",
    "assets/pictures/map.png": b"map",
}


@pytest.fixture(params=["disk", "memory"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    def on_disk(files: dict[str, bytes]) -> Workspace:
        for name, data in files.items():
            path = tmp_path / "project" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return DiskWorkspace(tmp_path / "project")

    return on_disk if request.param == "disk" else MemoryWorkspace


@pytest.fixture
def workspace(make: Make) -> Workspace:
    return make(FILES)


def test_reading(workspace: Workspace) -> None:
    assert workspace.read("content/b/01.md") == b"one"


@pytest.mark.parametrize("path", ["nothing.md", "content/b", "a.md/b.md", "x" * 5000])
def test_reading_what_is_no_file_is_an_os_error(workspace: Workspace, path: str) -> None:
    assert not workspace.exists(path)
    with pytest.raises(OSError, match=r"\[Errno \d+\]"):
        workspace.read(path)


def test_files_and_folders_come_in_name_order_without_hidden_ones(workspace: Workspace) -> None:
    assert workspace.files("content/b") == ["content/b/01.md", "content/b/02.md", "content/b/logo.png"]
    assert workspace.files("content") == ["content/a.md"]
    assert workspace.folders("content") == ["content/b"]
    assert workspace.files("") == ["deckbuild.toml"]
    assert workspace.folders("") == ["assets", "content"]


def test_a_folder_that_is_not_there_holds_nothing(workspace: Workspace) -> None:
    assert workspace.files("nothing") == workspace.folders("nothing") == []
    assert workspace.files("content/a.md") == workspace.folders("content/a.md") == []


def test_writing_makes_the_folder_and_replaces_the_file(workspace: Workspace) -> None:
    workspace.write("build/new/deck.pptx", b"1")
    workspace.write("build/new/deck.pptx", b"22")
    assert workspace.read("build/new/deck.pptx") == b"22"
    assert workspace.files("build/new") == ["build/new/deck.pptx"]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("logo.png", "content/b/logo.png"),  # beside the source before the root
        ("./logo.png", "content/b/logo.png"),
        ("/assets/logo.png", "assets/logo.png"),  # from the root
        ("assets/logo.png", "assets/logo.png"),  # not beside, so from the root
        ("../../assets/logo.png", "assets/logo.png"),
        ("../b/../b/logo.png", "content/b/logo.png"),
        ("nothing.png", "content/b/nothing.png"),  # nowhere: beside the source
        ("../../nothing.png", "nothing.png"),
    ],
)
def test_resolving_what_a_source_in_a_folder_names(workspace: Workspace, written: str, found: str) -> None:
    assert workspace.resolve(written, "content/b") == found


@pytest.mark.parametrize(
    "written", ["../../../secret", "/../secret", "/..", "a/../../../../secret", "../../.."]
)
def test_a_path_that_leads_out_of_the_project_is_refused(workspace: Workspace, written: str) -> None:
    with pytest.raises(OutsideProject):
        workspace.resolve(written, "content/b")


def test_the_cache_gives_back_what_it_was_given(workspace: Workspace) -> None:
    assert workspace.read_cache("key") is None
    workspace.write_cache("key", b"value")
    assert workspace.read_cache("key") == b"value"


# On disk only.


@pytest.fixture
def disk(tmp_path: Path) -> DiskWorkspace:
    (tmp_path / "project").mkdir()
    return DiskWorkspace(tmp_path / "project")


def test_a_link_out_of_the_project_is_refused(disk: DiskWorkspace, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    (disk.root / "harmless.png").symlink_to(tmp_path / "secret.png")
    (disk.root / "folder").symlink_to(tmp_path)
    for written in ("harmless.png", "folder/secret.png"):
        with pytest.raises(OutsideProject):
            disk.resolve(written, "")


def test_a_link_within_the_project_is_followed(disk: DiskWorkspace) -> None:
    (disk.root / "real.png").write_bytes(b"real")
    (disk.root / "link.png").symlink_to("real.png")
    assert disk.read(disk.resolve("link.png", "")) == b"real"


def test_a_link_to_nothing_is_neither_file_nor_folder(disk: DiskWorkspace) -> None:
    (disk.root / "link.md").symlink_to("nothing")
    assert disk.files("") == disk.folders("") == []


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    disk: DiskWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.write("deck.pptx", b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space left"):
        disk.write("deck.pptx", b"new")
    assert os.listdir(disk.root) == ["deck.pptx"]
    assert disk.read("deck.pptx") == b"old"


def test_a_written_file_has_the_permissions_of_any_new_file(disk: DiskWorkspace) -> None:
    (disk.root / "other").write_bytes(b"")
    disk.write("deck.pptx", b"")
    modes = [stat.S_IMODE((disk.root / name).stat().st_mode) for name in ("deck.pptx", "other")]
    assert modes[0] == modes[1]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_write_protected_file_is_not_replaced(disk: DiskWorkspace) -> None:
    disk.write("deck.pptx", b"old")
    (disk.root / "deck.pptx").chmod(0o444)
    with pytest.raises(PermissionError):
        disk.write("deck.pptx", b"new")


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    workspace = DiskWorkspace(tmp_path)
    workspace.write_cache("key", b"value")
    assert workspace.read_cache("key") is None
