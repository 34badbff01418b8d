"""Places that a layout lacks, in the look of its template: composed placeholders.

A composed placeholder has no type: what fills it is a text box or picture of its own that says itself all
that a placeholder would have given it. Nothing else needs to know the difference.
"""

from __future__ import annotations

from dataclasses import replace

from deckbuild.brand.colour import contrast
from deckbuild.template import Placeholder, Template, TextLevel
from deckbuild.units import Box, from_points

from .region import GAP, avoid, clip_box, span_boxes

COMPOSED = ""
SCHEME_NAMES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_LEAST_HEIGHT = 0.13
_LEAST_CONTRAST = 3.0
_GUTTER = from_points(24)
_TITLE_SIZE = 32.0
_BODY_SIZES = (20.0, 18.0, 16.0, 16.0, 16.0, 14.0, 14.0, 14.0, 14.0)
_BULLET_STEP = from_points(20)


def compose(name: str, box: Box, levels: tuple[TextLevel, ...], anchor: str = "t") -> Placeholder:
    """Return a composed placeholder without insets."""
    return Placeholder(COMPOSED, -1, name, box, levels, (0, 0, 0, 0), anchor)


def _themed(template: Template, index: int, levels: tuple[TextLevel, ...]) -> tuple[TextLevel, ...]:
    """Return levels that name the theme's typefaces and colours as slides do, so that they follow it."""
    theme = template.themes[template.layouts[index].master]
    levels = readable_levels(template, index, levels)
    fonts = {theme.major_font: "+mj-lt", theme.minor_font: "+mn-lt"}
    return tuple(
        level._replace(
            font=fonts.get(level.font, level.font),
            color=SCHEME_NAMES.get(level.color, level.color),
            bullet_color=SCHEME_NAMES.get(level.bullet_color, level.bullet_color),
        )
        for level in levels
    )


def readable_levels(template: Template, index: int, levels: tuple[TextLevel, ...]) -> tuple[TextLevel, ...]:
    """Return levels in a colour that can be read on the layout: theirs may be meant for a filled place."""
    layout = template.layouts[index]
    colors = dict(template.themes[layout.master].colors)
    colors |= {name: colors[meant] for name, meant in layout.color_map if meant in colors}
    hard = {
        level.color
        for level in levels
        if contrast(colors.get(level.color, level.color), layout.background) < _LEAST_CONTRAST
    }
    if not hard:
        return levels
    best = max(("tx1", "bg1"), key=lambda name: contrast(colors.get(name, "000000"), layout.background))
    return tuple(level._replace(color=best) if level.color in hard else level for level in levels)


def move(placeholder: Placeholder, box: Box) -> Placeholder:
    """Return a placeholder of the layout at another place; itself when it is the same."""
    return placeholder if box == placeholder.box else replace(placeholder, box=box, moved=True)


def compose_title(template: Template, index: int, is_cover: bool) -> Placeholder:
    """Return a title for a layout without one: the master's, else in the theme's typeface for headings."""
    layout = template.layouts[index]
    width, height = template.slide_size
    own = _of_master(template, layout.master, "title")
    theme = template.themes[layout.master]
    levels = _themed(
        template, index, own.levels if own else (TextLevel(_TITLE_SIZE, font=theme.major_font),) * 9
    )
    if is_cover:
        box = Box(round(width * 0.08), round(height * 0.26), round(width * 0.84), round(height * 0.26))
        return compose("Title", avoid(box, layout.obstacles, GAP), levels, "b")
    if own is not None and own.box.cy and own.box.y < height * 0.3 and own.box.cy < height * 0.3:
        box, anchor = clip_box(own.box, template.slide_size), own.anchor
        return replace(compose("Title", box, levels, anchor), insets=own.insets)
    box = Box(round(width * 0.05), round(height * 0.05), round(width * 0.9), round(height * 0.14))
    return compose("Title", avoid(box, layout.obstacles, GAP), levels, "ctr")


def compose_body(template: Template, index: int, box: Box) -> Placeholder:
    """Return a place for text where a layout has none: in the look of the master's body, else a plain one."""
    layout = template.layouts[index]
    own = _of_master(template, layout.master, "body")
    if own is not None:
        return replace(compose("Text", box, _themed(template, index, own.levels)), insets=own.insets)
    levels = tuple(
        TextLevel(
            size,
            font="+mn-lt",
            margin_left=_BULLET_STEP * (number + 1),
            indent=-_BULLET_STEP,
            bullet="•",
            bullet_font="Arial",
            space_before_points=round(size * 0.4),
        )
        for number, size in enumerate(_BODY_SIZES)
    )
    return compose("Text", box, levels)


def _of_master(template: Template, master: int, kind: str) -> Placeholder | None:
    return next((each for each in template.masters[master] if each.type == kind and not each.turned), None)


def split_box(box: Box, gutter: int = _GUTTER) -> tuple[Box, Box]:
    """Return the halves of a box beside each other."""
    half = (box.cx - gutter) // 2
    return Box(box.x, box.y, half, box.cy), Box(box.right - half, box.y, half, box.cy)


def compose_halves(
    template: Template, index: int, content: Placeholder, box: Box
) -> tuple[Placeholder, Placeholder]:
    """Return two places in the box of one content: the placeholder itself, moved, and a composed one."""
    left, right = split_box(box)
    levels = _themed(template, index, content.levels)
    other = replace(compose("Text", right, levels, content.anchor), insets=content.insets)
    return move(content, left), other


def compose_details(
    template: Template, index: int, title: Placeholder, subtitle: Placeholder | None
) -> tuple[Placeholder, Placeholder | None]:
    """Return the title and a place for further lines of a title or section slide.

    They stand under the subtitle or title; where there is no room, the title gives some of its own, or they
    stand over it. None when there is none at all: then the subtitle takes them. A title on a fill of its own
    gives some of it in any case: what is beside it may be a picture.
    """
    layout = template.layouts[index]
    height = template.slide_size[1]
    last = subtitle or title
    footers = [each.box.y for each in layout.placeholders if each.type in ("ftr", "sldNum", "dt")]
    low = [y for y in footers if y > height * 0.75]
    bottom = min(low, default=round(height * 0.95)) - GAP // 2
    under = Box(last.box.x, last.box.bottom + GAP, last.box.cx, max(bottom - last.box.bottom - GAP, 0))
    under = avoid(clip_box(under, template.slide_size), layout.obstacles, GAP // 2, 0.75)
    levels = _detail_levels(title, subtitle)
    if subtitle is None and title.fill and title.box.cy >= height * 2 * _LEAST_HEIGHT:
        return _share_title(title, levels)
    if under.cy >= height * _LEAST_HEIGHT:
        return title, replace(compose("Details", under, levels), insets=last.insets)
    if subtitle is None and title.box.cy >= height * 2 * _LEAST_HEIGHT:
        return _share_title(title, levels)
    over = Box(
        title.box.x, round(height * 0.06), title.box.cx, max(title.box.y - GAP - round(height * 0.06), 0)
    )
    over = avoid(over, layout.obstacles, GAP // 2, 0.75)
    if over.cy < height * _LEAST_HEIGHT:
        return title, None
    return title, replace(compose("Details", over, levels, "b"), insets=last.insets)


def _share_title(title: Placeholder, levels: tuple[TextLevel, ...]) -> tuple[Placeholder, Placeholder]:
    """Return a title and further lines that share the title's place, and its fill if it has one."""
    gap = 0 if title.fill else GAP
    upper = Box(title.box.x, title.box.y, title.box.cx, round(title.box.cy * 0.55))
    lower = Box(upper.x, upper.bottom + gap, upper.cx, title.box.bottom - upper.bottom - gap)
    details = replace(compose("Details", lower, levels), insets=title.insets, fill=title.fill)
    return move(title, upper), details


def _detail_levels(title: Placeholder, subtitle: Placeholder | None) -> tuple[TextLevel, ...]:
    """Return the look of further lines: the title's colour and alignment in the typeface for text."""
    own = title.levels[0]
    largest = subtitle.levels[0].size * 0.8 if subtitle else own.size * 0.55
    size = float(max(round(min(largest, 24.0)), 14))
    color = (subtitle or title).levels[0].color
    color = SCHEME_NAMES.get(color, color)
    return (TextLevel(size, font="+mn-lt", color=color, align=own.align, space_before_points=size * 0.3),) * 9


def join_details(details: tuple[Placeholder, ...]) -> Placeholder:
    """Return the first of several texts under each other, as high as all of them."""
    first = details[0]
    column = [first]
    for each in details[1:]:
        shared = min(first.box.right, each.box.right) - max(first.box.x, each.box.x)
        if shared >= 0.5 * min(first.box.cx, each.box.cx) and each.box.y >= column[-1].box.y:
            column.append(each)
    return move(first, span_boxes(each.box for each in column))
