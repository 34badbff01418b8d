"""Alt texts of pictures, for those who cannot see them (WCAG 2.2, 1.1.1)."""

from __future__ import annotations

import posixpath
import re

from deckbuild.diagnostics import Collector
from deckbuild.model import Image, Picture

from .subject import Subject, shown_nodes

_FILE_NAME = re.compile(
    r"[^\s/\\]*\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|emf|wmf|mp4|m4a|mp3|pptx?)", re.IGNORECASE
)
_MACHINE_NAME = re.compile(r"(?:img|image|picture|dsc|screenshot|bild|grafik)[\s_-]*\d*", re.IGNORECASE)


def check_alternatives(subject: Subject, collector: Collector) -> None:
    """Report alt-missing and alt-file-name."""
    for slide in subject.deck.slides:
        for node in shown_nodes(slide):
            if not isinstance(node, Picture | Image):
                continue
            if not node.alt.strip():
                shown = "code" if node.source.startswith("qr:") else "picture"
                message = f"The {shown} `{node.source}` has no alt text."
                collector.report("alt-missing", node.span, message)
            elif is_file_name(node.alt, node.source):
                message = f"The alt text `{node.alt}` is the name of a file, and says nothing."
                collector.report("alt-file-name", node.span, message)


def is_file_name(alt: str, source: str = "") -> bool:
    """Whether an alt text is a file's name, with or without its ending, or a camera's or program's."""
    alt = alt.strip()
    name = posixpath.basename(source)
    stem = posixpath.splitext(name)[0]
    is_own = bool(name) and alt in (name, stem) and (alt == name or not re.fullmatch(r"[A-Z][^\W\d_]*", stem))
    return is_own or bool(_FILE_NAME.fullmatch(alt) or _MACHINE_NAME.fullmatch(alt))
