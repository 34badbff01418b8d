"""Reading a leaf: taken apart by ``scan``, put together by ``build``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markdown import Markdown

from deckbuild.diagnostics import Collector
from deckbuild.markdown.places import Place
from deckbuild.model import Footnote, Inline, Text

from .build import build_inlines
from .images import ImageDetails
from .patterns import install_patterns
from .scan import Scan

_TRIGGER = re.compile(r"[\\`*_~^=\[\]!<&$\n]|:(?=[a-z0-9_+-]+:)")
_TRIGGER_OR_URL = re.compile(r"[\\`*_~^=\[\]!<&$\n]|:(?=[a-z0-9_+-]+:)|https?://|www\.")


class InlineStage:
    """Reads leaves, with the patterns registered in one Markdown instance."""

    def __init__(self, md: Markdown) -> None:
        self.patterns = install_patterns(md)

    def read(
        self,
        text: str,
        place: Place,
        collector: Collector,
        references: Mapping[str, tuple[str, str | None]],
    ) -> tuple[tuple[Inline, ...], list[ImageDetails], list[Footnote]]:
        """Return a leaf's inlines, the pictures among them, and the footnotes written in it (``^[…]``).

        Diagnostics: html-tag-unknown, html-tag-unclosed, link-empty, link-syntax, link-unsafe,
        attribute-syntax, attribute-unknown, nesting-too-deep. What an attribute list of a picture
        says is left to the caller.
        """
        has_url = "://" in text or "www." in text
        trigger = (_TRIGGER_OR_URL if has_url else _TRIGGER).search
        first = trigger(text)
        if first is None:
            return ((Text(text),) if text else ()), [], []
        scan = Scan(self.patterns, text, place, collector, references)
        scan.run(trigger, first)
        return build_inlines(scan.nodes, place, collector)
