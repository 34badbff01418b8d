"""A paragraph of pictures only: one picture, or several beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast
from xml.etree.ElementTree import Element

from deckbuild.model import Block, Image, Inline, LineBreak, Link, Paragraph, Picture, Pictures, Text
from deckbuild.model.blocks import Fit
from deckbuild.source import Span

from .attributes import Attributes, report_attributes
from .code_files import read_code_file
from .context import Context
from .diagram_files import is_diagram_file, make_diagram
from .figures import CHART_KEYS, make_chart
from .inline_stage import ImageDetails
from .picture_texts import note_picture_texts
from .places import CutPlace
from .shares import read_weights

_KEYS = ("width", "height", "fit", "source", "link", "widths", "poster", "step", "steps")
_LENGTH = re.compile(r"\d+(?:\.\d+)?(?:%|cm|mm|in|pt|px)?$")


def read_pictures(context: Context, element: Element, blocks: list[Block]) -> bool:
    """Read a paragraph that begins like a picture; True when it was read, as pictures or as text."""
    text = element.text or ""
    if not text.startswith(("![", "[!", "<img")):
        return False
    place = context.place(element)
    inlines, images = context.read_inlines_and_images(text, place)
    code = read_code_file(context, inlines, images, place, context.span(element))
    if code is not None:
        blocks.append(code)
        return True
    picture = picture_block(context, inlines, images, place, context.span(element))
    if picture is None:
        context.report_inline_images(images, place)
        context.note("paragraph", text, place, "block")
        blocks.append(Paragraph(inlines, context.span(element)))
        return True
    attributes = images[0].attributes
    if isinstance(picture, Picture) and is_diagram_file(picture):
        blocks.append(make_diagram(context, picture, attributes, place))
        return True
    picture = _number_pictures(context, picture, images, place)
    chart = attributes.get("chart")
    if isinstance(picture, Picture) and chart is not None:
        blocks.append(make_chart(picture, chart.value, attributes))
    else:
        blocks.append(picture)
    return True


def _number_pictures(
    context: Context, block: Picture | Pictures, images: Sequence[ImageDetails], place: CutPlace
) -> Picture | Pictures:
    """Return pictures with the steps that their attributes give, or their order."""
    steps = context.steps
    asked = [steps.asks(each.attributes, place, context.collector) for each in images]
    mode = steps.mode
    numbered = steps.open(any(asked))
    steps.mode = mode
    numbers = [steps.number(each.attributes, place, context.collector, numbered) for each in images]
    if isinstance(block, Picture):
        return block._replace(step=numbers[0]) if numbers[0] else block
    pairs = zip(block.pictures, numbers, strict=True)
    return block._replace(pictures=tuple(picture._replace(step=number) for picture, number in pairs))


def picture_block(
    context: Context, inlines: Sequence[Inline], images: Sequence[ImageDetails], place: CutPlace, span: Span
) -> Picture | Pictures | None:
    """Return the pictures of a paragraph; None when there is text beside them, or none of them."""
    links: list[str | None] = []
    for inline in inlines:
        match inline:
            case Image():
                links.append(None)
            case Link(children=(Image(),)):
                links.append(inline.target)
            case Text(text) if not text.strip():
                pass
            case LineBreak():
                pass
            case _:
                return None
    if not links or len(links) != len(images):
        return None
    pictures = [
        _read_picture(context, details, link, place) for details, link in zip(images, links, strict=True)
    ]
    return pictures[0] if len(pictures) == 1 else Pictures(tuple(pictures), span)


def _read_picture(context: Context, details: ImageDetails, link: str | None, place: CutPlace) -> Picture:
    attributes = details.attributes
    image = details.image
    if attributes:
        keys = ("chart", *_KEYS, *CHART_KEYS) if attributes.get("chart") else _KEYS
        report_attributes(attributes, "a picture", keys, place, context.collector)
    note_picture_texts(context, details, place)
    caption = credit = ()  # type: tuple[Inline, ...]
    if details.title:
        caption = context.read_inlines(details.title, place.from_offset(details.title_start), None)
    source = attributes.get("source")
    if source:
        credit = context.read_inlines(
            source.value, place.from_offset(source.value_start), "source", "attribute"
        )
    return Picture(
        image.source,
        image.alt,
        image.span,
        caption,
        credit,
        _read_length(context, attributes, "width", place) if attributes else image.width,
        _read_length(context, attributes, "height", place),
        _read_fit(context, attributes, place),
        attributes.value("link") or link,
        _read_widths(context, attributes, place),
        attributes.value("poster"),
    )


def _read_widths(context: Context, attributes: Attributes, place: CutPlace) -> tuple[float, ...]:
    item = attributes.get("widths")
    if item is None:
        return ()
    weights = read_weights(item.value)
    if weights is None:
        context.collector.report(
            "attribute-value",
            place.span(item.start, item.end),
            f"`{item.value}` are no column widths.",
            'Write a number for each column, such as `widths="2 1 1"`.',
        )
    return weights or ()


def _read_length(context: Context, attributes: Attributes, name: str, place: CutPlace) -> str | None:
    item = attributes.get(name)
    if item is None or _LENGTH.match(item.value):
        return item.value if item else None
    context.collector.report(
        "attribute-value",
        place.span(item.start, item.end),
        f"`{item.value}` is no {name}.",
        "Write a share such as `40%` or a length such as `8cm`, `3in`, `200px`.",
    )
    return None


def _read_fit(context: Context, attributes: Attributes, place: CutPlace) -> Fit:
    item = attributes.get("fit")
    if item is None or item.value in ("contain", "cover"):
        return cast("Fit", item.value) if item else "contain"
    context.collector.report(
        "attribute-value",
        place.span(item.start, item.end),
        f"`{item.value}` is no way to fit a picture.",
        "Write `contain` or `cover`.",
    )
    return "contain"
