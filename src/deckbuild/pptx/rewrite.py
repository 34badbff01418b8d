"""Some slides of a package written anew, all else left as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from deckbuild.layout.laid_out import LaidOutDeck, LaidOutSlide

from .chart_parts import ChartParts
from .media import MediaParts
from .package import EXTENDED_PROPERTIES, write_slides
from .properties import spell_title
from .replace import find_member, replace_members
from .zip_file import Member, deflate, inflate

_IMAGE = re.compile(r"\.\./media/image(\d+)\.")
_NOTES = re.compile(r"\.\./notesSlides/notesSlide(\d+)\.xml")
_CHART = re.compile(r"\.\./charts/chart(\d+)\.xml")
_SLIDE_RELATIONSHIPS = "ppt/slides/_rels/"
_CLIP = "../media/clip"


def rewrite_slides(package: bytes, old: LaidOutDeck, new: LaidOutDeck, before: int) -> bytes | None:
    """Return a package that has the ``old`` slides with the ``new`` ones in their place.

    Both are parts of one deck, with its anchors, and have the same number of slides; ``before`` slides stand
    before them. The result is what ``write_package`` gives for the whole deck with the new slides in it.
    None where that cannot be had: where the package does not hold the old slides byte for byte as they would
    be written today, or where the new ones show other pictures or take other parts.
    """
    numbers = range(before + 1, before + len(old.slides) + 1)
    names = [f"ppt/slides/_rels/slide{number}.xml.rels" for number in numbers]
    found = [find_member(package, name) for name in names]
    if None in found:
        return None
    relationships = _inflate_all(member for member in found if member is not None)
    if _CLIP in relationships:
        return None
    images = _find_images(relationships)
    media = MediaParts({**new.media, **old.media}, iter(images))
    first_notes = _first(_NOTES, relationships) - 1
    first_chart = _first(_CHART, relationships)

    def write(deck: LaidOutDeck) -> list[Member]:
        charts = ChartParts(first_chart)
        return [*write_slides(deck, media, charts, before, first_notes), *charts.write()]

    was = write(old)
    if any(find_member(package, member.name) != member for member in was):
        return None
    will = write(new)
    if [member.name for member in was] != [member.name for member in will]:
        return None
    # Pictures are numbered as they are met: also those of later slides, if these meet them in another order.
    if images != _find_images(
        _inflate_all(each for each in will if each.name.startswith(_SLIDE_RELATIONSHIPS))
    ):
        return None
    changed = [member for member, same in zip(will, was, strict=True) if member != same]
    if _titles(old.slides) != _titles(new.slides):
        properties = _retitle(package, old.slides, new.slides, before)
        if properties is None:
            return None
        changed.append(properties)
    return replace_members(package, changed)


def _first(pattern: re.Pattern[str], text: str) -> int:
    return min(map(int, pattern.findall(text)), default=1)


def _inflate_all(members: Iterable[Member]) -> str:
    return "".join(inflate(member).decode() for member in members)


def _find_images(relationships: str) -> list[int]:
    """Return the numbers of the pictures that slides show, in the order of their first use."""
    return list(dict.fromkeys(map(int, _IMAGE.findall(relationships))))


def _titles(slides: Iterable[LaidOutSlide]) -> list[str]:
    return [spell_title(slide.title) for slide in slides]


def _retitle(
    package: bytes, old: Sequence[LaidOutSlide], new: Sequence[LaidOutSlide], before: int
) -> Member | None:
    """Return the extended properties with new titles; None if the old ones are not where they should be."""
    member = find_member(package, EXTENDED_PROPERTIES)
    if member is None:
        return None
    head, start, rest = inflate(member).decode().partition("<TitlesOfParts>")
    opened, vector, rest = rest.partition(">")
    listed, end, tail = rest.partition("</vt:vector>")
    titles = listed.split("</vt:lpstr>")
    place = slice(before, before + len(old))
    if [f"{title}</vt:lpstr>" for title in titles[place]] != _titles(old):
        return None
    titles[place] = [title.removesuffix("</vt:lpstr>") for title in _titles(new)]
    text = f"{head}{start}{opened}{vector}{'</vt:lpstr>'.join(titles)}{end}{tail}"
    return deflate(EXTENDED_PROPERTIES, text.encode())
