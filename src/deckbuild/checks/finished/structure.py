"""What a finished deck's author can have left out: titles, alt texts, table headers, targets of links.

When a deck is built from its sources, the rules on the model say these, at their lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.checks.alternatives import is_file_name
from deckbuild.checks.links import broken_address
from deckbuild.checks.titles import normal_title

from .facts import FURNITURE, Finished, FinishedSlide, Shape
from .findings import Finding, shorten


def find_titles(deck: Finished) -> Iterator[Finding]:
    """Find slides with nothing on them, without a title, and with another slide's title."""
    first: dict[str, int] = {}
    for slide in deck.slides:
        title = normal_title(slide.title)
        if not any(_is_content(shape) for shape in slide.shapes):
            yield Finding(slide.number, "slide-empty", "There is nothing on this slide.", hint="Delete it.")
        elif not title:
            yield Finding(slide.number, "title-missing", "This slide has no title.", hint="Give it one.")
        elif (earlier := first.setdefault(title, slide.number)) != slide.number:
            message = f"Slide {earlier} is called `{shorten(slide.title)}` too."
            yield Finding(slide.number, "title-repeated", message, slide.title)


def _is_content(shape: Shape) -> bool:
    if shape.role in FURNITURE:
        return False
    return shape.kind in ("picture", "table", "frame") or bool(shape.text.strip())


def find_missing_alternatives(deck: Finished) -> Iterator[Finding]:
    """Find pictures, charts and drawings without an alt text, or with a file's name for one."""
    hint = "Say what it shows: in PowerPoint, Picture Format, Alt Text."
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.kind not in ("picture", "frame") or shape.is_decorative or shape.drawing_alt:
                continue
            if not shape.alt:
                message = f"`{shape.name}` has no alt text."
                yield Finding(slide.number, "alt-missing", message, hint=hint)
            elif is_file_name(shape.alt):
                message = f"The alt text `{shorten(shape.alt)}` is the name of a file, and says nothing."
                yield Finding(slide.number, "alt-file-name", message, hint=hint)


def find_tables(deck: Finished) -> Iterator[Finding]:
    """Find tables without a header row."""
    hint = "In PowerPoint: Table Design, Header Row."
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.grid and not shape.grid.has_header:
                message = f"The table `{shape.name}` has no header row."
                yield Finding(slide.number, "table-header-missing", message, hint=hint)


def find_broken_links(deck: Finished) -> Iterator[Finding]:
    """Find links to nothing: without a target, to an address that is none."""
    for slide in deck.slides:
        for text, target in _links(slide):
            problem = "it has no target" if not target else broken_address(target)
            if problem:
                message = f"The link `{shorten(text)}` leads to nothing: {problem}."
                yield Finding(slide.number, "link-broken", message, text)


def _links(slide: FinishedSlide) -> Iterator[tuple[str, str]]:
    for shape in slide.shapes:
        if shape.link is not None:
            yield shape.name, shape.link
        bodies = [cell.body for cell in shape.grid.cells] if shape.grid else [shape.body]
        for body in bodies:
            for paragraph in body.paragraphs if body else ():
                yield from ((run.text, run.link) for run in paragraph.runs if run.link is not None)
