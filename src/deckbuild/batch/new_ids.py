"""The ids that slides have after a change, as far as they can be told without reading the whole deck."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape

from deckbuild.model import Slide, plain_text
from deckbuild.pipeline import Outline, Start
from deckbuild.transform.title_slide import TITLE_ID
from deckbuild.workspace import Workspace

from .inputs import Answers

AGENDA = re.compile(r":::[^\n]*\btoc\b")
"""Begins an agenda, which shows the headings of other slides."""

_NUMBERED = re.compile(r"-\d+$")

Read = tuple[str, Sequence[Slide]]
"""A text and the slides read from it, with the ids that they have by themselves."""


def give_ids(outline: Outline, starts: Sequence[Start], old: Read, new: Read) -> list[str] | None:
    """Return the ids of the slides of the ``new`` text, which take the places of those of the ``old`` one.

    None where they are not as many, of the same roles, or where a heading has changed that others depend on:
    one that may give the deck its title, is a section's, or has an id that another could have.
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
        title = plain_text(before.title)
        may_name_deck = not title or title == outline.title
        if may_name_deck or agendas or after.role == "section" or before.id != start.id:
            return None
        others = [other.id for other in outline.starts if other.id != start.id]
        if _is_contested((before.id, after.id), others):
            return None
        ids.append(after.id)
    return ids


def _heading(text: str, slide: Slide) -> str:
    return text[slide.span.start : slide.span.end]


def _is_contested(ids: Iterable[str], others: Sequence[str]) -> bool:
    """Whether another slide's id may be of the same words as one of the ids."""
    for id in ids:
        root = _NUMBERED.sub("", id)
        if id == TITLE_ID or any(other == root or _NUMBERED.sub("", other) in (root, id) for other in others):
            return True
    return False


def are_linked(ids: Iterable[str], texts: Iterable[str], answers: Answers, workspace: Workspace) -> bool:
    """Whether a link may lead to a slide of one of the ids, from these texts or other files that were read.

    Links may have entities and escapes in them, so that ``#`` or letters of an id are not there as such.
    """
    links = [f"#{id}" for id in ids]
    if any(_has(text, links) for text in texts):
        return True
    most = workspace.limits.text_bytes
    for question, answer in answers.items():
        if question[0] == "read" and answer:
            data = workspace.read(question[1])
            if len(data) <= most and _has(data.decode("utf-8", "replace"), links):
                return True
    return False


def _has(text: str, links: Iterable[str]) -> bool:
    plain = unescape(text.replace("\\", ""))
    return any(link in plain for link in links)
