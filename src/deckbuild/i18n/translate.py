"""What is written in the place of each segment: its translation, or what the policy says if there is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from deckbuild.model.segment import Role, Segment, SegmentGroup
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import SourceFile, Span

from .catalogue import Catalogue
from .fit_text import fit_text
from .inline_codes import find_codes, has_words, restore_targets
from .message import message_context, message_text
from .splice import Change

Policy = Literal["source", "mark", "fail"]
"""What becomes of a segment that is not translated: shown in its own language, shown marked, an error."""


class Translation(NamedTuple):
    """A text in the language built, as a catalogue has it, and where there."""

    text: str
    place: Span | None = None


Translate = Callable[[str, str], "Translation | None"]
"""Returns the translation of a context's text, None if there is none."""


class Translated(NamedTuple):
    """The changes to each file by its path, the settings that change, and what is not translated.

    ``words`` are, by a group's key, the texts of its figures and what they show in their stead.
    """

    changes: Mapping[str, list[Change]]
    settings: Mapping[Role, Translation]
    words: Mapping[str, Mapping[str, str]]
    missing: tuple[tuple[SegmentGroup, Segment], ...]


def catalogue_translations(catalogue: Catalogue) -> Translate:
    """Return the function that looks up what is translated in a catalogue."""
    entries = catalogue.by_message()

    def translate(context: str, text: str) -> Translation | None:
        entry = entries.get((context, text))
        return Translation(entry.translation, entry.place) if entry and entry.is_translated else None

    return translate


def translate_segments(
    groups: Iterable[SegmentGroup],
    texts: Mapping[str, SourceFile],
    translate: Translate,
    policy: Policy,
    language: str,
) -> Translated:
    """Return what to change in a deck's files; ``language`` is the source's.

    A segment whose translation is its own text is not touched, so that a source stays as it is byte for
    byte. A title that changes gets its slide's id written out, so that links still find the slide.
    """
    changes: dict[str, list[Change]] = {path: [] for path in texts}
    settings: dict[Role, Translation] = {}
    words: dict[str, dict[str, str]] = {}
    missing: list[tuple[SegmentGroup, Segment]] = []
    for group in groups:
        for segment in group.segments:
            text, targets = message_text(segment)
            if not has_words(text):
                continue
            if not segment.translate:
                if segment.syntax not in ("figure", "setting"):
                    source = texts[segment.span.file].text
                    changes[segment.span.file] += _mark(segment, source, "source", language)
                continue
            found = translate(message_context(segment, group.key), text)
            if found is None:
                missing.append((group, segment))
            if segment.syntax == "setting":
                if found is not None:
                    settings[segment.role] = found
                continue
            if segment.syntax == "figure":
                if found is not None:
                    words.setdefault(group.key, {})[text] = found.text
                elif policy == "mark":
                    words.setdefault(group.key, {})[text] = f"[{language}] {text}"
                continue
            source = texts[segment.span.file].text
            if found is None:
                changes[segment.span.file] += _mark(segment, source, policy, language)
            elif found.text != text:
                restored = restore_targets(found.text, targets) if targets else found.text
                piece = fit_text(restored, segment, source)
                changes[segment.span.file].append(Change(*piece, found.place))
                if segment.role == "title" and group.id:
                    changes[segment.span.file] += _write_id(group.id, source, segment.span.end)
    return Translated(changes, settings, words, tuple(missing))


def _mark(segment: Segment, source: str, policy: Policy, language: str) -> Iterator[Change]:
    """Yield what tells a text of the source's language from the others: its language, and marks."""
    start, end = segment.span.start, segment.span.end
    marks = policy == "mark"
    if segment.is_inline and _can_be_span(segment, source):
        highlight = "==" if marks else ""
        yield Change(start, start, f"{highlight}[")
        yield Change(end, end, f"]{{lang={language}}}{highlight}")
    elif marks:
        text, _ = message_text(segment)
        yield Change(*fit_text(f"[{language}] {text}", segment, source))


def _can_be_span(segment: Segment, source: str) -> bool:
    """Whether brackets around a segment make a span of it."""
    if "$$" in segment.text or (
        segment.syntax == "attribute" and source[segment.span.start - 1] not in "\"'"
    ):
        return False
    depth = 0
    for code in find_codes(segment.text):
        if code.kind == "bracket":
            depth += -1 if code.text == "]" else 1
            if depth < 0:
                return False
    return depth == 0 and not segment.text.startswith("<")


_ATTRIBUTES = re.compile(r"[ \t]*(\{:?[ \t]*)([^{}]*)\}")


def _write_id(id: str, source: str, end: int) -> Iterator[Change]:
    """Yield the change that gives a heading an id, if it has none."""
    attributes = _ATTRIBUTES.match(source, end)
    if attributes is None:
        yield Change(end, end, f" {{#{id}}}")
    elif not re.search(r"(?:^|\s)#\w", attributes[2]):
        yield Change(attributes.end(1), attributes.end(1), f"#{id} ")
