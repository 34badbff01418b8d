"""What the speaker of a finished deck has: notes on every slide, and as much to say as there is time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deckbuild.checks.speaking import judge_time, speaking_seconds
from deckbuild.project import CheckSettings

from .facts import Finished, FinishedSlide, Wanted
from .findings import Finding


def find_missing_notes(deck: Finished, wanted: Wanted) -> Iterator[Finding]:
    """Find slides without notes, if some are wanted; a title slide may do without."""
    if not wanted.notes:
        return
    for slide in deck.slides:
        if not slide.notes.strip() and not any(shape.role == "ctrTitle" for shape in slide.shapes):
            hint = "Write them below the slide: in PowerPoint, View, Notes."
            yield Finding(slide.number, "notes-missing", "This slide has no notes.", hint=hint)


def find_speaking_time(deck: Finished, wanted: Wanted, settings: CheckSettings) -> Iterator[Finding]:
    """Find whether all notes take much more or less time than is planned, if that is known."""
    needed = sum(speaking_seconds(each.notes, _language(each), settings) for each in deck.slides)
    found = judge_time("the deck", needed, wanted.seconds)
    if found:
        yield Finding(0, *found)


def _language(slide: FinishedSlide) -> str:
    """Return the language of most of a slide's text, which is that of its notes."""
    languages: Counter[str] = Counter()
    for shape in slide.shapes:
        for paragraph in shape.body.paragraphs if shape.body else ():
            for run in paragraph.runs:
                languages[run.language] += len(run.text)
    languages.pop("", None)
    return languages.most_common(1)[0][0] if languages else "en"
