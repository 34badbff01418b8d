"""Messages: what translators are given of a deck."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deckbuild.model.segment import Role, Segment, SegmentGroup
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span

from .inline_codes import has_words, number_targets

_BREAK = re.compile(r"(?:[ \t]{2,}|(?<!\\)(?:\\\\)*\\)\n")
_WRAP = re.compile(r"[ \t]*\n")
_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
_WIDE_WRAP = re.compile(rf"(?<=[{_WIDE}])\n(?=[{_WIDE}])")


class Message(NamedTuple):
    """A text to translate.

    ``context`` is the role and the group's key, such as ``item:the-cloud/nova``, with ``notes.`` before it
    for what only the speaker sees; ``text`` is in one line, but for hard breaks, and has numbers in the
    place of the ``targets`` of its links. ``places`` are all the places where it stands. ``title`` is the
    slide's. ``room`` is how many characters it may have so that its box stays full at most; None if that
    is not known.
    """

    context: str
    text: str
    role: Role
    key: str
    title: str
    in_notes: bool
    places: tuple[Span, ...]
    targets: tuple[str, ...] = ()
    room: int | None = None


def make_messages(groups: Iterable[SegmentGroup]) -> list[Message]:
    """Return the messages of a deck in reading order.

    A text that stands twice in one role on a slide is one message with two places. What has no letter
    outside of code, formulas and links is none.
    """
    messages: dict[tuple[str, str], Message] = {}
    for group in groups:
        for segment in group.segments:
            if not segment.translate:
                continue
            text, targets = message_text(segment)
            if not has_words(text):
                continue
            context = message_context(segment, group.key)
            known = messages.get((context, text))
            messages[context, text] = (
                known._replace(places=(*known.places, segment.span))
                if known
                else Message(
                    context, text, segment.role, group.key, group.title, segment.in_notes,
                    (segment.span,), targets,
                )
            )  # fmt: skip
    return list(messages.values())


def message_context(segment: Segment, key: str) -> str:
    """Return the context of a segment's message in the group of a key."""
    return f"{'notes.' if segment.in_notes else ''}{segment.role}:{key}"


def message_text(segment: Segment) -> tuple[str, tuple[str, ...]]:
    """Return a segment's text as translators see it, and the targets of its links.

    A figure's text has been read: a line feed in it is a line of a label, no wrap.
    """
    if segment.syntax == "figure":
        return segment.text, ()
    text = _join_lines(segment.text)
    return number_targets(text) if segment.is_inline else (text, ())


def _join_lines(text: str) -> str:
    r"""Return a text in one line: wraps are spaces (none between Chinese or Japanese), hard breaks ``\n``."""
    if "\n" not in text:
        return text.strip()
    text = _BREAK.sub(lambda found: found[0].rstrip("\n").rstrip(" \t").removesuffix("\\") + "\r", text)
    text = _WIDE_WRAP.sub("", text)
    return _WRAP.sub(" ", text).replace("\r", "\n").strip()
