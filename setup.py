"""Puts the pages of ``docs/rules/`` into the wheel, where ``deckbuild explain`` finds them.

All else about the package stands in ``pyproject.toml``.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

PAGES = Path(__file__).parent / "docs" / "rules"


class BuildWithPages(build_py):
    """Copies the pages beside the module that reads them; an editable install reads them where they are."""

    def run(self) -> None:
        """Build the package, and put the pages into it."""
        super().run()
        if not self.editable_mode:
            folder = Path(self.build_lib, "deckbuild", "diagnostics", "pages")
            folder.mkdir(parents=True, exist_ok=True)
            for page in sorted(PAGES.glob("*.md")):
                shutil.copyfile(page, folder / page.name)


setup(cmdclass={"build_py": BuildWithPages})
