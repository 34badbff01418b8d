"""The ids that slides have after a change, as far as they can be told without reading the whole deck."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from deckbuild.model import Slide, plain_text
from deckbuild.pipeline import Outline, Start

AGENDA = re.compile(r":::[^\n]*\btoc\b")
"""Begins an agenda, which shows the headings of other slides."""

_NUMBERED = re.compile(r"-\d+$")

Read = tuple[str, Sequence[Slide]]
"""A text and the slides read from it, with the ids that they have by themselves."""


def give_ids(outline: Outline, starts: Sequence[Start], old: Read, new: Read) -> list[str] | None:
    """Return the ids of the slides of the ``new`` text, which take the places of those of the ``old`` one.

    None where they are not as many, of the same roles, or where a heading has changed that others depend on:
    one that gives the deck its title, is a section's, is linked to, or has an id that another could have.
    """
    (old_text, was), (new_text, will) = old, new
    if [slide.role for slide in was] != [slide.role for slide in will]:
        return None
    agendas = any(AGENDA.search(text) for text in outline.texts.values())
    ids: list[str] = []
    for start, before, after in zip(starts, was, will, strict=True):
        if _heading(old_text, before) == _heading(new_text, after):
            ids.append(start.id)
            continue
        is_title = plain_text(before.title) == outline.title
        if is_title or agendas or after.role == "section" or before.id != start.id:
            return None
        others = [other.id for other in outline.starts if other.id != start.id]
        if _is_contested((before.id, after.id), others, (*outline.texts.values(), new_text)):
            return None
        ids.append(after.id)
    return ids


def _heading(text: str, slide: Slide) -> str:
    return text[slide.span.start : slide.span.end]


def _is_contested(ids: Iterable[str], others: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether a link leads to one of the ids, or another slide's id may be of the same words."""
    for id in ids:
        root = _NUMBERED.sub("", id)
        if any(f"#{id}" in text for text in texts):
            return True
        if any(other == root or _NUMBERED.sub("", other) in (root, id) for other in others):
            return True
    return False
