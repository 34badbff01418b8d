"""Inlines as runs: nested styles merged, links, code, footnote marks, a language on every run."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import floor
from typing import Any

from deckbuild.language import is_rtl
from deckbuild.model import (
    Attributed,
    Code,
    FootnoteReference,
    Formula,
    Image,
    Inline,
    LineBreak,
    Link,
    Styled,
    Text,
)

from .context import DeckContext, SlideContext
from .laid_out import BREAK, Hyperlink, Run, RunStyle, TextParagraph

SUPERSCRIPT = 0.3
SUBSCRIPT = -0.25
_CODE_SIZE = 0.9
"""Code in a line of text, as a part of that text's size: monospaced faces look larger than others."""

_CHANGES: dict[str, dict[str, Any]] = {
    "emphasis": {"italic": True},
    "strong": {"bold": True},
    "strikethrough": {"strike": True},
    "underline": {"underline": True},
    "superscript": {"baseline": SUPERSCRIPT},
    "subscript": {"baseline": SUBSCRIPT},
}


def code_size(around: float) -> float:
    """Return the size of code, in half points, in text of this size in points."""
    return floor(around * _CODE_SIZE * 2 + 0.5) / 2


def line_size(style: RunStyle, around: float) -> float:
    """Return the size in points that a run in text of the size `around` counts as: code as that text's."""
    size = style.size
    return around if size is None or (style.font is not None and size == code_size(around)) else size


def size_code(paragraph: TextParagraph, around: float) -> TextParagraph:
    """Return a paragraph of this size in points with the code in it sized to match.

    Autofit scales what is set here as it scales the text around it.
    """
    if not any(run.style.font is not None and run.style.size is None for run in paragraph.runs):
        return paragraph
    size = code_size(around)
    runs = (
        run._replace(style=restyle(run.style, size=size))
        if run.style.font is not None and run.style.size is None
        else run
        for run in paragraph.runs
    )
    return paragraph._replace(runs=tuple(runs))


@lru_cache(maxsize=1024)
def restyle(style: RunStyle, **changes: Any) -> RunStyle:
    """Return a run style with some of its values changed."""
    return style._replace(**changes)


def flatten(
    inlines: Iterable[Inline], style: RunStyle, slide: SlideContext, images: list[Image] | None = None
) -> tuple[Run, ...]:
    """Return the runs of inlines over ``style``.

    PowerPoint has no pictures in a line of text: an image is put into ``images``, to be placed beside
    the text, or without such a list shown by its alt text in brackets, which is reported
    (``picture-in-text``).
    """
    runs: list[Run] = []
    _add(inlines, style, None, slide, images, runs)
    return tuple(runs)


def _add(
    inlines: Iterable[Inline],
    style: RunStyle,
    link: Hyperlink | None,
    slide: SlideContext,
    images: list[Image] | None,
    runs: list[Run],
) -> None:
    for inline in inlines:
        match inline:
            case Text(text):
                _append(runs, text, style, link)
            case Styled():
                inner = _apply(style, inline.style, slide)
                _add(inline.children, inner, link, slide, images, runs)
            case Code(text):
                _append(runs, text, restyle(style, font=slide.deck.brand.mono_font), link)
            case Link():
                _add(inline.children, style, make_hyperlink(inline.target, inline.title), slide, images, runs)
            case LineBreak():
                runs.append(Run(BREAK, style))
            case Attributed():
                inner = style
                if inline.lang:
                    inner = restyle(style, lang=inline.lang)
                    slide.deck.mixed = slide.deck.mixed or is_rtl(inline.lang) != slide.deck.rtl
                _add(inline.children, inner, link, slide, images, runs)
            case FootnoteReference(label):
                mark = slide.marks.get(label.casefold(), label)
                _append(runs, mark, restyle(style, baseline=SUPERSCRIPT), link)
            case Image():
                _add_image(inline, style, link, slide, images, runs)
            case Formula():
                runs.append(_lay_out(inline, style, inlines))


def _lay_out(formula: Formula, style: RunStyle, beside: Iterable[Inline]) -> Run:
    """Return a formula's run; it has the line to itself if nothing stands ``beside`` it."""
    from .formula import make_run  # few decks have formulas

    return make_run(formula, style, formula.display and len(tuple(beside)) == 1)


def _append(runs: list[Run], text: str, style: RunStyle, link: Hyperlink | None) -> None:
    """Add text, to the last run if that looks the same."""
    if runs:
        last = runs[-1]
        if last.style is style and last.link == link and last.text != BREAK and last.formula is None:
            runs[-1] = Run(last.text + text, style, link)
            return
    runs.append(Run(text, style, link))


def _apply(style: RunStyle, name: str, slide: SlideContext) -> RunStyle:
    if name == "highlight":
        return restyle(style, highlight=slide.deck.color("highlight", "FFE79A"))
    return restyle(style, **_CHANGES[name])


def mark_part(runs: tuple[Run, ...], deck: DeckContext, part: int, parts: int) -> tuple[Run, ...]:
    """Return the runs of a title or caption, marked as a part of several in the brand's words."""
    pattern = deck.words.continued.replace("{part}", str(part)).replace("{parts}", str(parts))
    before, _, after = pattern.partition("{title}")
    ends = [Run(text, deck.style) for text in (before, after)]
    return tuple(run for run in (ends[0], *runs, ends[1]) if run.text)


def make_hyperlink(target: str, title: str = "") -> Hyperlink:
    """Return where a link's target leads: ``#id`` to a slide, all else to a URL."""
    if target.startswith("#"):
        return Hyperlink(slide_id=target[1:], tooltip=title)
    return Hyperlink(url=target, tooltip=title)


def _add_image(
    image: Image,
    style: RunStyle,
    link: Hyperlink | None,
    slide: SlideContext,
    images: list[Image] | None,
    runs: list[Run],
) -> None:
    if images is not None:
        images.append(image)
        if runs and runs[-1].text.endswith(" "):
            last = runs.pop()
            runs.append(Run(last.text.rstrip(" "), last.style, last.link))
        return
    slide.deck.collector.report(
        "picture-in-text",
        image.span,
        f"`{image.source}` cannot be shown here: its alt text stands in its place.",
    )
    _append(runs, f"[{image.alt}]", style, link)
