"""How well a layout serves a kind of slide: a function a kind, giving a score, reasons and roles.

A rater returns None for a layout that cannot serve; ``typical`` is the layout for text, whose title's
place and background the other layouts of content should share.
"""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.named_tuple import NamedTuple
from deckbuild.template import Placeholder

from .brand import SlideKind
from .colour import contrast
from .layout_shape import LayoutShape, are_beside, overlap
from .layout_words import names_kind

Roles = dict[str, tuple[Placeholder, ...]]
_READABLE = 14
_SAME_GROUND = 3.0


class Rating(NamedTuple):
    """A layout's score for a kind, what speaks for it, and the placeholders to be filled by role."""

    score: float
    reasons: list[str]
    placeholders: Roles


class _Case:
    """What speaks for and against a layout."""

    def __init__(self, shape: LayoutShape, kind: SlideKind, types: str = "") -> None:
        self.score = 0.0
        self.reasons: list[str] = []
        self.roles: Roles = {} if shape.title is None else {"title": (shape.title,)}
        if shape.layout.type in types.split():
            self.say(12, f"its type is {shape.layout.type}")
        word = names_kind(shape.layout.name, kind)
        self.named = bool(word)
        if word:
            self.say(20, f"it is called “{shape.layout.name}”")

    def say(self, points: float, reason: str = "") -> None:
        """Count points, and keep the reason when it speaks for the layout."""
        self.score += points
        if reason and points > 0:
            self.reasons.append(reason)

    def take(self, role: str, *placeholders: Placeholder | None) -> None:
        """Give placeholders a role."""
        found = tuple(placeholder for placeholder in placeholders if placeholder is not None)
        if found:
            self.roles[role] = found

    def rating(self) -> Rating:
        """Return all that was said."""
        return Rating(self.score, self.reasons, self.roles)


def _is_cover(shape: LayoutShape) -> bool:
    """Whether the title is set as on a cover: in the slide's middle, or by type."""
    if shape.title is None:
        return False
    middle = shape.title.box.y + shape.title.box.cy / 2
    return shape.title.type == "ctrTitle" or middle > 0.3 * shape.size[1]


def _judge_content(case: _Case, shape: LayoutShape, typical: LayoutShape) -> None:
    """Judge what all layouts of content should have: the typical title's place and ground."""
    if shape.title is None or _is_cover(shape):
        case.say(-30)
    elif typical.title is not None and shape is not typical:
        away = abs(shape.title.box.y - typical.title.box.y) / shape.size[1]
        aside = abs(shape.title.box.x - typical.title.box.x) / shape.size[0]
        narrower = shape.title.box.cx < typical.title.box.cx * 0.6
        case.say(-40 if away > 0.12 or aside > 0.2 or narrower else 0)
    if contrast(shape.layout.background, typical.layout.background) > _SAME_GROUND:
        case.say(-20)
    for kind in ("section", "title", "quotation", "lab"):
        if names_kind(shape.layout.name, kind) and not case.named:
            case.say(-20)
    case.say(-6 if shape.layout.type in ("secHead", "title") else 0)


def _rate_title(shape: LayoutShape, typical: LayoutShape) -> Rating | None:
    if shape.title is None:
        return None
    case = _Case(shape, "title", "title")
    case.say(15 if shape.title.type == "ctrTitle" else 0, "its title is a centred title")
    case.say(15 if _is_cover(shape) else -15, "its title stands in the middle")
    subtitle = next((each for each in (*shape.contents, *shape.texts) if each.type == "subTitle"), None)
    case.say(10 if subtitle else 0, "it has a subtitle")
    bodies = [each for each in (*shape.texts, *shape.contents) if each is not subtitle]
    large = [each for each in shape.contents if each is not subtitle and shape.share(each.box) > 0.2]
    case.say(-40 if any(each.type == "obj" for each in large) else 0)
    case.say(-15 if large else 0)
    case.say(-25 if names_kind(shape.layout.name, "section") or shape.layout.type == "secHead" else 0)
    if case.score < 20:
        return None
    below = [each for each in bodies if each.type == "body" and each.box.y >= shape.title.box.y]
    if subtitle is None and below:
        subtitle = below.pop(0)
    case.take("subtitle", subtitle)
    case.take("details", *(each for each in below if each is not subtitle))
    return case.rating()


def _rate_section(shape: LayoutShape, typical: LayoutShape) -> Rating | None:
    if shape.title is None:
        return None
    case = _Case(shape, "section", "secHead")
    large = [each for each in shape.contents if each.type == "obj" and shape.share(each.box) > 0.2]
    case.say(-40 if large else 0)
    case.say(10 if _is_cover(shape) else -5, "its title stands in the middle")
    case.say(-15 if len(shape.pictures) > 0 and shape.layout.type != "secHead" else 0)
    case.say(-25 if names_kind(shape.layout.name, "title") or shape.layout.type == "title" else 0)
    evident = case.named or shape.layout.type == "secHead"
    if case.score < 15 or not evident:
        return None
    below = [each for each in (*shape.contents, *shape.texts) if each.box.cy * 4 >= shape.title.box.cy]
    case.take("subtitle", *below[:1])
    return case.rating()


def _rate_text(shape: LayoutShape, typical: LayoutShape) -> Rating | None:
    if not shape.contents:
        return None
    case = _Case(shape, "text", "obj tx objOnly")
    main = max(shape.contents, key=lambda each: shape.share(each.box))
    share = shape.share(main.box)
    case.say(60 * min(share, 0.65), f"one large place for content, {share:.0%} of the slide")
    case.say(-12 * (len(shape.contents) - 1) - 15 * len(shape.pictures) - 12 * len(shape.tables))
    case.say(-2 * len(shape.texts))
    case.say(10 if main.type == "obj" else 0, "it takes any content")
    case.say(-15 if main.type == "subTitle" else 0)
    case.say(-10 if main.levels[0].size < _READABLE else 0)
    case.say(10 if shape.title is not None and shape.title.type == "title" else 0, "a title")
    case.say(-20 if shape.title is not None and overlap(shape.title.box, main.box) > _area(main) // 5 else 0)
    _judge_content(case, shape, typical)
    case.say(-30 if shape.layout.type == "secHead" and not _is_large(shape, main) else 0)
    case.take("content", main)
    small = not _is_large(shape, main) and main.type != "obj"
    return None if small and _is_cover(shape) else case.rating()


def _is_large(shape: LayoutShape, placeholder: Placeholder) -> bool:
    return shape.share(placeholder.box) > 0.4


def _area(placeholder: Placeholder) -> int:
    return placeholder.box.cx * placeholder.box.cy


def _find_halves(shape: LayoutShape) -> tuple[Placeholder, Placeholder] | None:
    """Return the two contents of a layout that stand beside each other and are about as large."""
    if len(shape.contents) != 2:
        return None
    left, right = sorted(shape.contents, key=lambda each: each.box.x)
    apart = left.box.right <= right.box.x + shape.size[0] // 50
    alike = max(left.box.cx, right.box.cx) <= 1.6 * min(left.box.cx, right.box.cx)
    return (left, right) if apart and alike and are_beside(left.box, right.box, 0.8) else None


def _rate_columns(shape: LayoutShape, typical: LayoutShape) -> Rating | None:
    halves = _find_halves(shape)
    if halves is None:
        return None
    case = _Case(shape, "columns", "twoObj")
    case.say(50, "two places for content beside each other")
    case.say(sum(3 for half in halves if half.type == "obj"))
    headed = sum(1 for half in halves if shape.heading_of(half))
    case.say(-10 * headed - 10 * len(shape.pictures) - 2 * len(shape.texts))
    case.say(-10 if min(half.levels[0].size for half in halves) < _READABLE - 2 else 0)
    case.say(-10 if shape.layout.type == "objTx" else 0)
    _judge_content(case, shape, typical)
    case.take("content", *halves)
    return case.rating() if case.score >= 20 else None


def _rate_comparison(shape: LayoutShape, typical: LayoutShape) -> Rating | None:
    halves = _find_halves(shape)
    if halves is None:
        return None
    headings = [shape.heading_of(half) for half in halves]
    if None in headings or headings[0] is headings[1]:
        return None
    case = _Case(shape, "comparison", "twoTxTwoObj")
    case.say(60, "two headings over two places for content")
    _judge_content(case, shape, typical)
    case.take("heading", *headings)
    case.take("content", *halves)
    return case.rating() if case.score >= 20 else None


def _rate_text_picture(shape: LayoutShape, typical: LayoutShape) -> Rating | None:
    if len(shape.contents) != 1 or len(shape.pictures) != 1:
        return None
    content, picture = shape.contents[0], shape.pictures[0]
    taken = [each for each in (content, shape.title) if each is not None]
    if any(overlap(picture.box, each.box) for each in taken) or not are_beside(content.box, picture.box):
        return None
    case = _Case(shape, "text-picture", "picTx txAndClipArt clipArtAndTx txAndMedia")
    share = shape.share(picture.box)
    case.say(50, f"a place for text beside one for a picture, {share:.0%} of the slide")
    case.say(-30 if share < 0.12 or content.levels[0].size < _READABLE else 0)
    case.say(-2 * len(shape.texts))
    _judge_content(case, shape, typical)
    case.take("content", content)
    case.take("picture", picture)
    case.take("caption", shape.caption_of(picture))
    return case.rating() if case.score >= 30 else None


def _rate_single(kind: SlideKind, role: str) -> Callable[[LayoutShape, LayoutShape], Rating | None]:
    """Return the rater of layouts with one place for a picture or a table and no other content."""

    def rate(shape: LayoutShape, typical: LayoutShape) -> Rating | None:
        places = shape.pictures if role == "picture" else shape.tables
        if len(places) != 1:
            return None
        share = shape.share(places[0].box)
        others = (*shape.contents, *(shape.tables if role == "picture" else shape.pictures))
        title = shape.title.box if shape.title else None
        if others or share < 0.25 or (title and (overlap(places[0].box, title) or title.y > places[0].box.y)):
            return None
        case = _Case(shape, kind, "tbl" if kind == "table" else "picTx")
        case.say(50, f"one place for a {role}, {share:.0%} of the slide")
        case.say(-2 * len(shape.texts))
        case.say(-10 if share < 0.35 else 0)
        _judge_content(case, shape, typical)
        case.take(role, places[0])
        case.take("caption", shape.caption_of(places[0]))
        return case.rating() if case.score >= 25 else None

    return rate


def _rate_named(
    kind: SlideKind, role: str, aside: str
) -> Callable[[LayoutShape, LayoutShape], Rating | None]:
    """Return the rater of a kind that only a name tells: its main text is ``role``, another ``aside``."""

    def rate(shape: LayoutShape, typical: LayoutShape) -> Rating | None:
        case = _Case(shape, kind)
        texts = (*shape.contents, *shape.texts)
        if not case.named or not texts or (kind == "quotation-picture") != bool(shape.pictures):
            return None
        if kind == "code" and names_kind(shape.layout.name, "title-only"):
            return None
        main = max(texts, key=_area)
        if shape.share(main.box) < (0.3 if role in ("content", "code") else 0.06):
            return None
        case.say(20, "it has a place for it")
        case.take(role, main)
        smaller = [each for each in texts if each is not main]
        if aside:
            case.take(aside, *smaller[:1])
        case.take("picture", *shape.pictures[:1])
        return case.rating()

    return rate


def _rate_title_only(shape: LayoutShape, typical: LayoutShape) -> Rating | None:
    if shape.title is None or shape.contents or shape.pictures or shape.tables or _is_cover(shape):
        return None
    case = _Case(shape, "title-only", "titleOnly")
    case.say(40, "a title and nothing else")
    case.say(-8 * len(shape.texts))
    _judge_content(case, shape, typical)
    return case.rating() if case.score >= 10 else None


def _rate_blank(shape: LayoutShape, typical: LayoutShape) -> Rating | None:
    if shape.title is not None or shape.contents or shape.pictures or shape.tables:
        return None
    case = _Case(shape, "blank", "blank")
    case.say(30, "it has no title and no content")
    case.say(-5 * len(shape.texts))
    case.say(-20 if contrast(shape.layout.background, typical.layout.background) > _SAME_GROUND else 0)
    return case.rating() if case.score >= 15 else None


RATERS: dict[SlideKind, Callable[[LayoutShape, LayoutShape], Rating | None]] = {
    "title": _rate_title,
    "section": _rate_section,
    "text": _rate_text,
    "columns": _rate_columns,
    "comparison": _rate_comparison,
    "text-picture": _rate_text_picture,
    "picture": _rate_single("picture", "picture"),
    "quotation": _rate_named("quotation", "quotation", "attribution"),
    "quotation-picture": _rate_named("quotation-picture", "quotation", "attribution"),
    "table": _rate_single("table", "table"),
    "code": _rate_named("code", "code", ""),
    "title-only": _rate_title_only,
    "lab": _rate_named("lab", "content", "duration"),
    "blank": _rate_blank,
    "statement": _rate_named("statement", "statement", ""),
}
