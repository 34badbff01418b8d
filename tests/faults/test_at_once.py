"""Builds at the same time, and a cache that is deleted, shared or spoilt: the bytes are always the same."""

from __future__ import annotations

import os
import random
import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .scenes import SLIDES, is_temporary, read_files, write_files
from .starter import Ended, Starter

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="commands are forks")

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60">'
    '<rect width="{0}" height="20" fill="#1F5FA8"/><text x="5" y="40">{0}</text></svg>'
)
BRAND = 'name = "Acme"\n\n[palette]\naccent1 = "{}"\n'


def _project(folder: Path, number: int = 10, colour: str = "8F1F28") -> Path:
    """Write a deck with what is kept in the cache: a made template, a brand, a drawing."""
    head = "---\nbrand: acme\ntitle: Talk\n---\n\n## Drawn\n\n![A square](a.svg)\n\n"
    write_files(
        folder,
        {
            "assets/brands/acme/brand.toml": BRAND.format(colour),
            "content/talk/a.svg": PICTURE.format(number),
            "content/talk/01.md": head + SLIDES,
        },
    )
    return folder


@pytest.fixture(scope="module")
def starters() -> Iterator[list[Starter]]:
    starters = [Starter() for _ in range(3)]
    yield starters
    for starter in starters:
        starter.end()


def _built(folder: Path) -> bytes:
    return (folder / "build" / "talk.pptx").read_bytes()


def _build(starter: Starter, folder: Path, cache: Path, *options: str) -> bytes:
    done = starter.run(folder, cache, "build", "-q", *options)
    assert (done.code, done.said) == (0, "")
    return _built(folder)


def _at_once(starters: list[Starter], folders: list[Path], cache: Path, *options: str) -> list[Ended]:
    with ThreadPoolExecutor(len(starters)) as threads:
        return list(
            threads.map(
                lambda starter, folder: starter.run(folder, cache, "build", "-q", *options), starters, folders
            )
        )


@pytest.mark.parametrize("option", ["--force", "--jobs=2"])
def test_many_builds_of_a_deck_at_once(tmp_path: Path, starters: list[Starter], option: str) -> None:
    folder, cache = _project(tmp_path / "project"), tmp_path / "cache"
    right = _build(starters[0], folder, tmp_path / "own")
    for _ in range(3):
        ends = _at_once(starters, [folder] * 3, cache, option)
        assert [end.code for end in ends] == [0, 0, 0], ends
        assert _built(folder) == right
    for place in (folder, cache):
        assert not [path for path in read_files(place) if is_temporary(path)]


def test_two_projects_with_one_cache(tmp_path: Path, starters: list[Starter]) -> None:
    folders = [
        _project(tmp_path / "one"),
        _project(tmp_path / "two", 70, "1F5FA8"),
        _project(tmp_path / "three"),
    ]
    right = [
        _build(starter, folder, tmp_path / f"own-{folder.name}")
        for starter, folder in zip(starters, folders, strict=True)
    ]
    for _ in range(3):
        _at_once(starters, folders, tmp_path / "cache", "--force")
        assert [_built(folder) for folder in folders] == right


def test_a_cache_that_is_deleted_while_decks_are_built(tmp_path: Path, starters: list[Starter]) -> None:
    folder, cache = _project(tmp_path / "project"), tmp_path / "cache"
    right = _build(starters[0], folder, cache)
    is_over = threading.Event()

    def delete() -> None:
        while not is_over.wait(0.01):
            shutil.rmtree(cache, ignore_errors=True)

    deleter = threading.Thread(target=delete)
    deleter.start()
    try:
        for number in range(4):
            write_files(folder, {"content/talk/02.md": f"## More {number}\n"})
            _build(starters[0], folder, cache)
        (folder / "content" / "talk" / "02.md").unlink()
        assert _build(starters[0], folder, cache, "--force") == right
    finally:
        is_over.set()
        deleter.join()


def _spoil(path: Path, chance: random.Random, others: list[Path]) -> None:
    """Cut a file, turn over bytes of it, or put something else in its place."""
    content = bytearray(path.read_bytes())
    match chance.randrange(6):
        case 0:
            path.write_bytes(content[: chance.randrange(len(content))])
        case 1 | 2:
            for _ in range(chance.randrange(1, 4)):
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
            path.write_bytes(content)
        case 3:
            path.write_bytes(content + b"x")
        case 4:
            path.write_bytes(chance.choice(others).read_bytes())
        case _:
            path.unlink()
            path.mkdir()


@pytest.mark.parametrize("seed", range(8))
def test_a_cache_that_is_spoilt(tmp_path: Path, starters: list[Starter], seed: int) -> None:
    """Also where only one slide has changed since, and slides are taken from the last build."""
    folder, cache = _project(tmp_path / "project"), tmp_path / "cache"
    right = _build(starters[0], folder, cache)
    changed = {"content/talk/02.md": "## More\n"}
    if seed % 2:
        write_files(folder, changed)
    chance = random.Random(seed)
    files = sorted(path for path in cache.rglob("*") if path.is_file())
    assert len(files) > 3
    for path in files:
        if chance.random() < 0.7:
            _spoil(path, chance, [other for other in files if other.is_file()] or [path])
    found = _build(starters[0], folder, cache)
    if seed % 2:
        right = _build(starters[0], folder, tmp_path / "other", "--force")
    assert found == right
    assert _build(starters[0], folder, cache, "--force") == right
