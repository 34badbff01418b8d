"""Options and fixtures for all tests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest

from . import decks
from .exploring import load_profile
from .goldens import Goldens
from .packages_check import find_unsound

load_profile()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="Rewrite every golden file with what came out: read the difference before you commit it.",
    )
    parser.addoption(
        "--all-templates",
        action="store_true",
        help="Judge whether the flagship fits in every template of tests/template, ten seconds each.",
    )


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Let one process alone rewrite goldens; else as many as there are processors."""
    return 0 if config.getoption("--update-goldens") else None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what cannot be drawn here, or let it fail where it must not be skipped; install if asked to."""
    if item.get_closest_marker("installing") and os.environ.get("DECKBUILD_REQUIRE_INSTALLING") != "1":
        pytest.skip("installs from the network, half a minute: set DECKBUILD_REQUIRE_INSTALLING=1")
    missing = [tool for tool in ("soffice", "pdftoppm") if shutil.which(tool) is None]
    if missing and item.get_closest_marker("rendering"):
        reason = f"to draw a deck, {' and '.join(missing)} must be installed"
        if os.environ.get("DECKBUILD_REQUIRE_RENDERING") == "1":
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Goldens:
    """Compare with golden files: ``golden.check(path, actual)``; ``--update-goldens`` rewrites them."""
    return Goldens(update=bool(request.config.getoption("--update-goldens")))


@pytest.fixture
def build() -> decks.Builder:
    """Build a deck from files in memory: ``build({"talk.md": "## Hello"})``."""
    return decks.build


@pytest.fixture(autouse=True)
def _away_from_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests from reading or filling the cache of whoever runs them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(scope="module", autouse=True)
def _built_packages_are_sound() -> Iterator[None]:
    """After each file of tests, look at all the packages that it built: see ``packages_check.py``."""
    yield
    built = list(decks.packages.items())
    decks.packages.clear()
    assert find_unsound(built) == {}
