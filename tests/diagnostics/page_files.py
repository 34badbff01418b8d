"""The files of examples in ``docs/rules/`` that are no text; a page that names one gets it."""

from __future__ import annotations

import io
from collections.abc import Callable

from tests.checks import finished_faults as faults
from tests.checks.finished_faults import make_deck
from tests.clips import mp4
from tests.font_files import build_font, latin
from tests.pictures import noise, png
from tests.template.spoiled import spoil


def _make_plain_template() -> bytes:
    """Return python-pptx's own template: 4:3, no notes master."""
    from pptx import Presentation

    out = io.BytesIO()
    Presentation().save(out)
    return out.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    # Pictures, clips and texts.
    "map.png": lambda: png(1600, 900),
    "network.png": lambda: png(1600, 900),
    "the network.png": lambda: png(1600, 900),
    "icon.png": lambda: png(64, 32),
    "photo.png": lambda: noise(2800, 2200),
    "half.png": lambda: png(640, 360)[:60],
    "content/talk/old.png": lambda: png(640, 360),
    "demo.mp4": lambda: b"\x1aE\xdf\xa3" + bytes(60),
    "start.mp4": mp4,
    "export.csv": lambda: (",".join(map(str, range(120))) + "\n").encode(),
    "script.md": lambda: ("This is what is to be said of it. " * 250).encode(),
    "latin.md": lambda: "## Zürich\n\nTwo data centres.\n".encode("latin-1"),
    "bell.md": lambda: b"## Break\n\nPress the bell\a.\n",
    "hidden.md": lambda: "## Signing in\n\nType the pass\u200bword.\n".encode(),
    "turned.md": lambda: "## Files\n\nOpen photo_\u202egpj.exe.\n".encode(),
    "assets/brands/acme/acme.ttf": lambda: build_font(latin(500)),
    # Templates with one thing in them that is unwise, and one without any.
    "acme.potx": spoil,
    "house.potx": spoil,
    "stiff.potx": lambda: spoil("autofit"),
    "pale.potx": lambda: spoil("color"),
    "grotesk.potx": lambda: spoil("font"),
    "twins.potx": lambda: spoil("name"),
    "unnumbered.potx": lambda: spoil("number"),
    "shifted.potx": lambda: spoil("off"),
    "small.potx": lambda: spoil("size"),
    "untitled.potx": lambda: spoil("title"),
    "plain.potx": _make_plain_template,
    # Finished decks with a fault each, and one without any.
    "mended.pptx": make_deck,
    "red.pptx": lambda: make_deck(faults.color_alone),
    "comic.pptx": lambda: make_deck(faults.foreign_font),
    "backwards.pptx": lambda: make_deck(faults.title_last),
    "aside.pptx": lambda: make_deck(faults.off_slide),
    "crossed.pptx": lambda: make_deck(faults.overlap),
    "fineprint.pptx": lambda: make_deck(faults.small),
}
