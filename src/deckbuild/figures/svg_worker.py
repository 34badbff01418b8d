"""Draws an SVG in a process of its own, which may take only so much time and memory, and may crash.

    svg_worker.py LIBRARIES SECONDS BYTES WIDTH HEIGHT FONT... < picture.svg > picture.png

It imports nothing of this package: starting takes a hundredth of a second.
"""

from __future__ import annotations

import sys

REFUSED = 3
"""The exit code for an SVG that cannot be drawn; why is on standard error."""


def main(libraries: str, seconds: str, most_bytes: str, width: str, height: str, *fonts: str) -> int:
    """Draw what is on standard input in pixels of ``width`` by ``height``; return the exit code."""
    limit(int(seconds), int(most_bytes))
    sys.path.append(libraries)
    import resvg_py

    family = "Deckbuild Sans"
    try:
        png = resvg_py.svg_to_bytes(
            svg_string=sys.stdin.buffer.read().decode("utf-8-sig"),
            width=int(width),
            height=int(height),
            dpi=96,
            skip_system_fonts=True,
            font_files=list(fonts),
            font_family=family,
            serif_family=family,
            sans_serif_family=family,
            cursive_family=family,
            fantasy_family=family,
            monospace_family=family,
        )
    except ValueError as error:
        sys.stderr.write(str(error))
        return REFUSED
    sys.stdout.buffer.write(bytes(png))
    return 0


def limit(seconds: int, most_bytes: int) -> None:
    """Have the system end this process when it takes more, where it can."""
    try:
        import resource
    except ImportError:  # Windows: whoever started this process ends it in time
        return
    wanted = ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, most_bytes), (resource.RLIMIT_CORE, 0))
    for kind, most in wanted:
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # not every system takes every limit
            continue


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
