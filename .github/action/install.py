"""Install deckbuild, as it is in the action's own checkout, into an environment of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from workflow import WrongInput, read_input, report, scratch_folder, set_output

CHECKOUT = Path(__file__).resolve().parents[2]
NEEDED = ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE", "docs/rules", "src")


def main() -> int:
    """Set the output ``deckbuild`` to the program's path.

    The folder to work in is the scratch folder: Python takes modules from where it stands, and the
    workspace is what contributors write. The package is built from a copy, since building leaves files.
    """
    extras = _read_extras()
    folder = scratch_folder()
    environment, source = folder / "environment", folder / "source"
    shutil.rmtree(source, ignore_errors=True)
    source.mkdir(parents=True)
    os.chdir(folder)
    for name in NEEDED:
        if (CHECKOUT / name).is_dir():
            shutil.copytree(CHECKOUT / name, source / name)
        else:
            shutil.copy2(CHECKOUT / name, source / name)
    venv.create(environment, with_pip=True, symlinks=os.name != "nt")
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    command = [
        str(programs / "python"),
        "-I",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    cache = {"PIP_CACHE_DIR": str(folder / "cache" / "pip")}
    subprocess.run([*command, f"{source}{extras}"], check=True, env=os.environ | cache)
    set_output("deckbuild", str(programs / "deckbuild"))
    return 0


def _read_extras() -> str:
    extras = read_input("extras")
    if not re.fullmatch(r"[a-z0-9, -]*", extras):
        raise WrongInput(f"`extras` is a list of names, such as shaping,phrases, not {extras!r}.")
    return f"[{extras}]" if extras else ""


if __name__ == "__main__":
    try:
        sys.exit(main())
    except WrongInput as wrong:
        report("error", str(wrong))
        sys.exit(2)
