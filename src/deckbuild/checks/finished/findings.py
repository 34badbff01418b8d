"""What a rule finds on a finished deck, before it is known where that is written."""

from __future__ import annotations

from deckbuild.named_tuple import NamedTuple


class Finding(NamedTuple):
    """A problem on a slide, by its number (0: of the whole deck).

    ``words`` are some of the slide's by which its place is found.
    """

    slide: int
    code: str
    message: str
    words: str = ""
    hint: str = ""


def number_slides(numbers: list[int]) -> str:
    """Return slides as words: ``slide 2``, ``slides 2, 5 and 9``, ``slides 2, 5, 6 and 12 more``."""
    shown = [str(number) for number in numbers[:3]]
    if len(numbers) == 1:
        return f"slide {shown[0]}"
    last = f"{len(numbers) - 3} more" if len(numbers) > 4 else str(numbers[-1])
    shown = shown if len(numbers) > 3 else shown[: len(numbers) - 1]
    return f"slides {', '.join(shown)} and {last}"


def shorten(text: str, most: int = 40) -> str:
    """Return the beginning of a text, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
