"""Build steps of a slide: by clicks, or on a slide each, where everything stands in the same place."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from deckbuild.model import StepWay

from .context import SlideContext
from .footer import lay_out_footers
from .inline import restyle
from .laid_out import (
    INVISIBLE,
    Bullet,
    LaidOutNotes,
    LaidOutSlide,
    PlaceholderKey,
    Shape,
    TextParagraph,
    TextShape,
)
from .notes import continue_notes, lay_out_notes
from .placeholders import LayoutPlan, key_of
from .text_split import Numbering, count_on


def show_steps(
    slide: SlideContext, parts: Sequence[LaidOutSlide], plans: Sequence[LayoutPlan], first_number: int
) -> list[LaidOutSlide]:
    """Return the slides that show the parts of a source slide step by step, with their notes.

    ``parts`` are complete but for notes, ``plans`` their layouts; the first is the ``first_number``-th of the
    deck. Diagnostics: steps-none, steps-gap, steps-notes.
    """
    steps = [find_steps(part.shapes) for part in parts]
    _check(slide, sorted(set().union(*steps)))
    if _way(slide) == "clicks":
        return [
            part._replace(steps=own, notes=continue_notes(slide) if index else lay_out_notes(slide))
            for index, (part, own) in enumerate(zip(parts, steps, strict=True))
        ]
    slides: list[LaidOutSlide] = []
    numbers: list[tuple[int, int]] = []
    for index, (part, plan, own) in enumerate(zip(parts, plans, steps, strict=True)):
        for number, shown in _show_part(slide, part, plan, own):
            footers = lay_out_footers(slide.deck, plan, first_number + len(slides))
            anchor = part.anchor if not slides else ""
            slides.append(part._replace(anchor=anchor, shapes=(*shown, *footers)))
            numbers.append((index, number))
    pages = _share_notes(slide, numbers)
    return [each._replace(notes=page) for each, page in zip(slides, pages, strict=True)]


def find_steps(shapes: Iterable[Shape]) -> tuple[int, ...]:
    """Return the steps in which shapes, and paragraphs in them, appear; none for what is there at once."""
    steps = {shape.step for shape in shapes}
    for shape in shapes:
        if isinstance(shape, TextShape):
            steps.update(max(paragraph.step, shape.step) for paragraph in shape.body.paragraphs)
    return tuple(sorted(steps - {0}))


def _way(slide: SlideContext) -> StepWay:
    settings = slide.deck.settings
    return settings.steps if settings.steps_everywhere else slide.slide.step_way or settings.steps


def _check(slide: SlideContext, steps: Sequence[int]) -> None:
    """Report steps in which nothing appears."""
    report = slide.deck.collector.report
    source = slide.slide
    if not steps:
        report("steps-none", source.span, "Nothing on this slide appears later than the rest.")
        return
    missing = sorted(set(range(1, steps[-1])).difference(steps))
    if missing:
        which = ", ".join(map(str, missing))
        report("steps-gap", source.span, f"Nothing appears in step {which}; the last is {steps[-1]}.")
    for notes in source.notes:
        if notes.step and notes.step not in steps:
            report("steps-notes", notes.span, f"Nothing appears in step {notes.step}.")


def _show_part(
    slide: SlideContext, part: LaidOutSlide, plan: LayoutPlan, steps: Sequence[int]
) -> list[tuple[int, list[Shape]]]:
    """Return the step of each slide that a part makes and its shapes without footers.

    The start has no slide of its own when it would show nothing but the title.
    """
    count = len(lay_out_footers(slide.deck, plan, 0))
    content = part.shapes[: len(part.shapes) - count]
    slots = slide.deck.template.layouts[part.layout].placeholders
    sinking = {key_of(slot) for slot in slots if slot.anchor != "t"}
    shown = [(step, _show_shapes(content, step, sinking)) for step in (0, *steps)]
    titles = sum(
        shape.placeholder is not None and shape.placeholder.type in ("title", "ctrTitle") for shape in content
    )
    return shown[1:] if steps and len(shown[0][1]) <= titles else shown


def _show_shapes(
    shapes: Iterable[Shape], step: int, sinking: Container[PlaceholderKey | None]
) -> list[Shape]:
    """Return what is seen of shapes in a step; text of placeholders in ``sinking`` hangs on its length."""
    shown: list[Shape] = []
    for shape in shapes:
        if shape.step > step:
            continue
        if isinstance(shape, TextShape) and any(each.step > step for each in shape.body.paragraphs):
            anchor = shape.body.anchor or (
                "ctr" if shape.placeholder and shape.placeholder in sinking else "t"
            )
            paragraphs = _show_text(shape, step, anchor == "t")
            if not paragraphs and shape.fill is None and shape.line is None:
                continue
            shape = shape._replace(body=shape.body._replace(paragraphs=paragraphs))
        shown.append(shape)
    return shown


def _show_text(shape: TextShape, step: int, from_top: bool) -> tuple[TextParagraph, ...]:
    """Return the paragraphs seen in a step.

    What comes at the end is left out where that moves nothing: text from the top, at its full size. Else it
    stands there unseen.
    """
    paragraphs = shape.body.paragraphs
    shrunk = shape.body.font_scale < 1 or shape.body.line_reduction > 0
    seen = [index for index, each in enumerate(paragraphs) if each.step <= step]
    if not seen:
        return ()
    if from_top and not shrunk:
        paragraphs = paragraphs[: seen[-1] + 1]
    if len(seen) == len(paragraphs):
        return paragraphs
    numbering: Numbering = {}
    written: list[TextParagraph] = []
    for paragraph in paragraphs:
        numbering = count_on(numbering, (paragraph,))
        written.append(_hide(paragraph) if paragraph.step > step else _number(paragraph, numbering))
    return tuple(written)


def _number(paragraph: TextParagraph, numbering: Numbering) -> TextParagraph:
    """Return a paragraph that says its automatic number itself; ``numbering`` is how it stands behind it."""
    bullet = paragraph.bullet
    if bullet is None or not bullet.scheme:
        return paragraph
    return paragraph._replace(bullet=bullet._replace(start=numbering[paragraph.level][1] - 1))


def _hide(paragraph: TextParagraph) -> TextParagraph:
    """Return a paragraph as high as it was, whose text is not seen."""
    runs = tuple(
        run._replace(
            text=run.text if run.formula is None else run.formula.plain,
            style=restyle(run.style, color=INVISIBLE, highlight=None, underline=False, strike=False),
            link=None,
            formula=None,
        )
        for run in paragraph.runs
    )
    return paragraph._replace(runs=runs, bullet=Bullet(), indent=0)


def _share_notes(slide: SlideContext, numbers: Sequence[tuple[int, int]]) -> list[LaidOutNotes | None]:
    """Return the notes page of each slide: the step's own notes if there are some, else those for all.

    ``numbers`` are the part and step of each slide. Notes for a step that has no slide are for all; when
    every slide has notes of its own, those for all stand before the first one's.
    """
    notes = slide.slide.notes
    steps = {step for _, step in numbers}
    common = [each for each in notes if each.step is None or each.step not in steps]
    own = [[each for each in notes if each.step == step] for _, step in numbers]
    if all(own):
        own[0] = [*common, *own[0]]
    shared = lay_out_notes(slide, common) if not all(own) else None
    pages: list[LaidOutNotes | None] = []
    told: set[int] = set()
    for (part, step), chosen in zip(numbers, own, strict=True):
        if chosen and step not in told:
            pages.append(lay_out_notes(slide, chosen))
        elif part:
            pages.append(continue_notes(slide))
        else:
            pages.append(shared)
        told.add(step)
    return pages
