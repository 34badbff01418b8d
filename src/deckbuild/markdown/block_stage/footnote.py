"""Footnote definitions: ``[^label]: text``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import SubElement

from .body import Body
from .outcome import CONTAINER, NOTHING
from .parsed import Cuts
from .reference import normalize_label

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage

_MARKER = re.compile(r"\[\^([^\s\[\]]+)\]: *")


def start_footnote(stage: BlockStage, line: Line) -> int:
    """Open a ``footnote`` with its ``label`` as written; the first one of a label is the one that counts."""
    marker = _MARKER.match(line.text, line.first)
    if marker is None:
        return NOTHING
    label = marker[1]
    element = SubElement(stage.begin_block(), "footnote", {"label": label})
    start = line.offset(line.first)
    cuts = stage.cuts[element] = Cuts(start, 0, [], (start + 2, start + 2 + len(label)))
    stage.footnotes.setdefault(normalize_label(label), element)
    stage.push(Body(element, cuts, line.first - line.position))
    line.position = line.first = marker.end()
    return CONTAINER
