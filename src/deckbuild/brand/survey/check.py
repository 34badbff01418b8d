"""What a template lacks or does unwisely, said before a thousand decks use it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator

from deckbuild.brand.colour import contrast
from deckbuild.diagnostics import Collector
from deckbuild.fonts import is_known_family
from deckbuild.named_tuple import NamedTuple
from deckbuild.source import Span
from deckbuild.template import Placeholder, Template, TemplateLayout
from deckbuild.units import Box

from .describe import Mapped, typeface
from .fills import filled_placeholders

_CONTRAST, _LARGE_CONTRAST = 4.5, 3.0
_LARGE, _LARGE_BOLD = 18.0, 14.0  # points, WCAG 2.2: "large scale"
_LEAST_BODY = 16.0
_TITLES = ("title", "ctrTitle")
_TEXTS = ("obj", "body", "subTitle")
_LINES = ("dt", "ftr", "sldNum")
_WIDE = 16 / 9
_MOST_NAMED = 3


class _Checked(NamedTuple):
    """A template under the checks: the file's bytes, its facts, and what its layouts are used for."""

    data: bytes
    template: Template
    mapped: Mapped

    def used(self) -> list[TemplateLayout]:
        """Return the layouts that slides use by themselves."""
        indexes = sorted({found.layout_index for found in self.mapped.values()})
        return [self.template.layouts[index] for index in indexes]


def check_template(data: bytes, template: Template, mapped: Mapped, file: str, collector: Collector) -> None:
    """Report what is missing or unwise in a template, all `template-...` diagnostics, each said once."""
    checked = _Checked(data, template, mapped)
    for code, check in _CHECKS.items():
        for message in check(checked):
            collector.report(code, Span(file), message)


def _find_no_notes_master(checked: _Checked) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(checked.data)) as package:
        names = package.namelist()
    if not any("notesMasters/" in name and name.endswith(".xml") for name in names):
        yield "There is no notes master: notes pages get a plain one in the theme's fonts."


def _find_low_contrast(checked: _Checked) -> Iterator[str]:
    filled = filled_placeholders(checked.template)
    found: dict[tuple[str, str, str], list[str]] = {}
    for layout in checked.used():
        colors = dict(checked.template.themes[layout.master].colors)
        colors |= {name: colors[meant] for name, meant in layout.color_map if meant in colors}
        links = colors.get("hlink", "0000FF")
        if contrast(links, layout.background) < _CONTRAST:
            found.setdefault(("colour of links", links, layout.background), []).append(layout.name)
        for placeholder in layout.placeholders:
            if (layout.part, placeholder.index) in filled or _is_covered(placeholder, layout):
                continue
            level = placeholder.levels[0]
            color = colors.get(level.color, level.color)
            large = level.size >= (_LARGE_BOLD if level.bold else _LARGE) or placeholder.type in _LINES
            if contrast(color, layout.background) < (_LARGE_CONTRAST if large else _CONTRAST):
                found.setdefault((_role(placeholder), color, layout.background), []).append(layout.name)
    for (role, color, ground), names in found.items():
        ratio = contrast(color, ground)
        yield f"The {role} on {_list(names)} is hard to read: {color} on {ground} is {ratio:.1f} to 1."


def _is_covered(placeholder: Placeholder, layout: TemplateLayout) -> bool:
    """Whether a shape of unknown colour lies behind a placeholder's middle."""
    box = placeholder.box
    x, y = box.x + box.cx // 2, box.y + box.cy // 2
    return any(shape.x <= x <= shape.right and shape.y <= y <= shape.bottom for shape in layout.obstacles)


def _find_small_type(checked: _Checked) -> Iterator[str]:
    layout = checked.template.layouts[checked.mapped["text"].layout_index]
    sizes = [each.levels[0].size for each in layout.placeholders if each.type in ("obj", "body")]
    if sizes and max(sizes) < _LEAST_BODY:
        yield f"Text on `{layout.name}` is {max(sizes):g} pt: too small to be read from the last row."


def _find_no_autofit(checked: _Checked) -> Iterator[str]:
    names = [
        layout.name
        for layout in checked.used()
        if any(each.type in _TEXTS and each.autofit != "normal" and each.levels[0].bullet
               for each in layout.placeholders)
    ]  # fmt: skip
    if names:
        yield f"Text on {_list(names)} does not shrink when somebody types more than there is room for."


def _find_unknown_fonts(checked: _Checked) -> Iterator[str]:
    embedded = _embedded_fonts(checked.template)
    faces: dict[str, str] = {}
    for layout in checked.used():
        theme = checked.template.themes[layout.master]
        for placeholder in layout.placeholders:
            if placeholder.type not in _LINES:
                faces.setdefault(typeface(placeholder.levels[0].font, theme), layout.name)
    for face, name in faces.items():
        if not is_known_family(face) and face.casefold() not in embedded:
            yield f"`{face}`, on `{name}`, comes neither with Office nor in this file."


def _embedded_fonts(template: Template) -> set[str]:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(template.base)) as package:
        root = etree.fromstring(package.read("ppt/presentation.xml"))
    return {str(font.get("typeface", "")).casefold() for font in root.iterfind(".//{*}embeddedFont/{*}font")}


def _find_no_title(checked: _Checked) -> Iterator[str]:
    blank = checked.mapped["blank"].layout_index
    used = {found.layout_index for kind, found in checked.mapped.items() if kind != "blank"} - {blank}
    layouts = [checked.template.layouts[index] for index in sorted(used)]
    names = [
        layout.name for layout in layouts if not any(each.type in _TITLES for each in layout.placeholders)
    ]
    if names:
        yield f"There is no title placeholder on {_list(names)}: outlines and screen readers find none."


def _find_proportion(checked: _Checked) -> Iterator[str]:
    width, height = checked.template.slide_size
    if abs(width / height - _WIDE) > 0.03:
        shape = "4:3" if abs(width / height - 4 / 3) < 0.01 else f"{width / height:.2f} to 1"
        yield f"Slides are {shape}: on a 16:9 screen there are bars beside them."


def _find_missing_layouts(checked: _Checked) -> Iterator[str]:
    missing = [kind for kind, found in checked.mapped.items() if found.composed]
    if missing:
        yield f"No layout is made for {_list(missing, len(missing))}: they are composed on others."


def _find_no_number(checked: _Checked) -> Iterator[str]:
    layout = checked.template.layouts[checked.mapped["text"].layout_index]
    if not any(each.type == "sldNum" for each in layout.placeholders):
        yield f"`{layout.name}` has no slide number."


def _find_double_names(checked: _Checked) -> Iterator[str]:
    names = [layout.name for layout in checked.template.layouts]
    twice = sorted({name for name in names if name.strip() and names.count(name) > 1})
    if nameless := sum(1 for name in names if not name.strip()):
        yield f"{nameless} of {len(names)} layouts have no name to ask for them by."
    if twice:
        yield f"{_list(twice)} is the name of more than one layout, so that it names none for certain."


def _find_off_slide(checked: _Checked) -> Iterator[str]:
    width, height = checked.template.slide_size
    names = [
        layout.name
        for layout in checked.used()
        if any(each.type not in _LINES and _leaves(each.box, width, height) for each in layout.placeholders)
    ]
    if names:
        yield f"A placeholder on {_list(names)} reaches over the slide's edge."


def _leaves(box: Box, width: int, height: int) -> bool:
    slack = width // 200
    return box.x < -slack or box.y < -slack or box.right > width + slack or box.bottom > height + slack


def _role(placeholder: Placeholder) -> str:
    if placeholder.type in _TITLES:
        return "title"
    return {"dt": "date", "ftr": "footer", "sldNum": "slide number"}.get(placeholder.type, "text")


def _list(names: Iterable[str], most: int = _MOST_NAMED) -> str:
    """Return names in quotes, each once, the rest counted."""
    every = [f"`{name}`" for name in dict.fromkeys(names)]
    if len(every) > most:
        every = [*every[:most], f"{len(every) - most} more"]
    return " and ".join(filter(None, (", ".join(every[:-1]), every[-1])))


_CHECKS: dict[str, Callable[[_Checked], Iterator[str]]] = {
    "template-autofit": _find_no_autofit,
    "template-contrast": _find_low_contrast,
    "template-font": _find_unknown_fonts,
    "template-layout-missing": _find_missing_layouts,
    "template-layout-name": _find_double_names,
    "template-notes": _find_no_notes_master,
    "template-number": _find_no_number,
    "template-off-slide": _find_off_slide,
    "template-proportion": _find_proportion,
    "template-small-type": _find_small_type,
    "template-title": _find_no_title,
}
