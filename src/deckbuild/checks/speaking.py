"""How long the notes take to speak, against the time planned for the deck, a section or a slide.

Rates follow what the International Reading Speed Texts found for 17 languages read aloud
(Trauzettel-Klosinski and Dietz, 2012), in proportion to English, which a class is taught in at about
130 words a minute. Chinese and Japanese are counted in characters, and so is what is written without
spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckbuild.diagnostics import Collector
from deckbuild.model import Code, Formula, Lab, Slide, Text, walk
from deckbuild.named_tuple import NamedTuple
from deckbuild.project import CheckSettings
from deckbuild.project.duration import read_duration
from deckbuild.source import Span

from .subject import Subject

_ENGLISH = 228
_WORDS = {
    "ar": 138, "de": 179, "en": 228, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188, "nl": 202,
    "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166,
}  # fmt: skip
"""Words a minute; other languages are taken as the mean of these."""
_OTHER = 185
_CHARACTERS = {"ja": 357, "zh": 255}
_OTHER_CHARACTERS = 300
_CHARACTER = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003134f]"
)
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_LONG, _SHORT = 1.1, 0.5


class _Part(NamedTuple):
    """A deck, section or slide: its name and place, and what is planned and needed, in seconds."""

    name: str
    span: Span
    planned: int
    needed: float


def check_speaking(subject: Subject, collector: Collector) -> None:
    """Report speaking-time-long (over by a tenth) and speaking-time-short (less than half)."""
    for part in _parts(subject, collector):
        found = judge_time(part.name, part.needed, part.planned)
        if found:
            collector.report(found[0], part.span, found[1])


def judge_time(name: str, needed: float, planned: int) -> tuple[str, str] | None:
    """Return the code and message for notes that take too many or too few seconds; 0 planned: not known."""
    if not planned:
        return None
    times = f"about {_say(needed)}, and {_say(planned)} are planned"
    if needed > planned * _LONG:
        return "speaking-time-long", f"The notes of {name} take {times}."
    if needed < planned * _SHORT:
        return "speaking-time-short", f"The notes of {name} take only {times}."
    return None


def speaking_seconds(text: str, language: str, settings: CheckSettings) -> float:
    """Return how long a text takes to speak."""
    base = language.split("-")[0].lower()
    share = settings.words_per_minute / _ENGLISH
    characters = len(_CHARACTER.findall(text))
    words = len(_WORD.findall(_CHARACTER.sub(" ", text)))
    per_minute = share * _WORDS.get(base, _OTHER)
    return 60 * (words / per_minute + characters / (share * _CHARACTERS.get(base, _OTHER_CHARACTERS)))


def _parts(subject: Subject, collector: Collector) -> Iterator[_Part]:
    slides = subject.deck.slides
    planned = [_planned(slide, collector) for slide in slides]
    spoken = [_spoken(slide, subject) for slide in slides]
    # What is planned for a slide counts for the whole: something else than speaking may happen there.
    whole = [
        spoken[i] if slide.role == "section" else planned[i] or spoken[i] for i, slide in enumerate(slides)
    ]
    source = subject.source
    yield _Part("the deck", source.title_span, source.settings.duration, sum(whole))
    for number, slide in enumerate(slides):
        if slide.role == "section":
            end = _section_end(slides, number)
            yield _Part("this section", slide.span, planned[number], sum(whole[number:end]))
        else:
            yield _Part("this slide", slide.span, planned[number], spoken[number])


def _section_end(slides: Sequence[Slide], start: int) -> int:
    return next((i for i in range(start + 1, len(slides)) if slides[i].role == "section"), len(slides))


def _planned(slide: Slide, collector: Collector) -> int:
    if not slide.duration:
        return 0
    seconds = read_duration(slide.duration)
    if seconds is None:
        message = f"`{slide.duration}` is no time."
        collector.report("attribute-value", slide.span, message, 'Write `duration="5 min"`.')
    return seconds or 0


def _spoken(slide: Slide, subject: Subject) -> float:
    """Return the seconds that a slide's notes take, and its exercises."""
    text = " ".join(node.text for node in walk(slide.notes) if isinstance(node, Text | Code | Formula))
    labs = [node.duration for node in walk(slide.blocks) if isinstance(node, Lab) and node.duration]
    seconds = speaking_seconds(text, subject.deck.language, subject.settings)
    return seconds + sum(read_duration(duration) or 0 for duration in labs)


def _say(seconds: float) -> str:
    if seconds < 90:
        return f"{round(seconds)} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
