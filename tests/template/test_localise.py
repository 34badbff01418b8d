"""Templates made ready for a language: mirrored masters and layouts, typefaces for its script."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache

import pytest
from pptx import Presentation

from deckbuild.brand import load_brand
from deckbuild.diagnostics import Collector
from deckbuild.source import Span
from deckbuild.template import Template, open_template
from deckbuild.template.localise import localise
from deckbuild.template.script_fonts import set_script_face
from deckbuild.workspace import MemoryWorkspace


@cache
def _template() -> Template:
    brand = load_brand("alderwick", Span("deck.md"), MemoryWorkspace({}), Collector())
    assert brand is not None
    return open_template(brand.template, MemoryWorkspace({}))


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _localised(language: str, faces: Mapping[str, str] | None = None) -> Template:
    return localise(_template(), language, faces or {}, MemoryWorkspace({}))


def test_a_latin_language_changes_nothing() -> None:
    assert _localised("de") is _template()


def test_facts_of_the_mirrored_package_are_those_of_the_plain_one() -> None:
    """What layout plans with is logical, so a package mirrored and read again must give the same facts."""
    again = open_template(_localised("he").base, MemoryWorkspace({}))
    assert again.rtl
    assert not _template().rtl
    assert again.layouts == _template().layouts
    assert again.notes == _template().notes


def test_mirrored_twice_is_as_before() -> None:
    once = open_template(_localised("ar").base, MemoryWorkspace({}))
    twice = open_template(localise(once, "en", {}, MemoryWorkspace({})).base, MemoryWorkspace({}))
    assert twice.layouts == _template().layouts
    assert not twice.rtl


def test_places_change_sides_and_pictures_are_not_flipped() -> None:
    plain, mirrored = (Presentation(io.BytesIO(each.base)) for each in (_template(), _localised("ar")))
    width = plain.slide_width
    assert width
    pictures = 0
    for one, other in zip(plain.slide_layouts, mirrored.slide_layouts, strict=True):
        for before, after in zip(one.shapes, other.shapes, strict=True):
            if before._element.spPr.find("{*}xfrm") is not None:
                assert after.left == width - before.left - before.width
        pictures += sum(shape.shape_type == 13 for shape in one.shapes)
        assert not [shape for shape in other.shapes if shape.shape_type == 13
                    and shape._element.spPr.xpath("a:xfrm/@flipH") == ["1"]]  # fmt: skip
    assert pictures


def test_masters_align_text_at_the_right_and_say_so() -> None:
    master = _parts(_localised("fa").base)["ppt/slideMasters/slideMaster1.xml"].decode()
    levels = re.findall(r"<a:lvl\dpPr [^>]*>", master.partition("<p:txStyles>")[2])
    assert levels
    assert all('rtl="1"' in level and 'algn="r"' in level for level in levels)


def test_themes_and_media_stay() -> None:
    plain, mirrored = _parts(_template().base), _parts(_localised("qps-plocm").base)
    same = [name for name in plain if name.startswith(("ppt/theme", "ppt/media", "ppt/tableStyles"))]
    assert same
    assert all(plain[name] == mirrored[name] for name in same)


@pytest.mark.parametrize(
    ("language", "slot", "face"),
    [
        ("ja", "ea", "Yu Gothic"), ("ko", "ea", "Malgun Gothic"), ("zh-CN", "ea", "Microsoft YaHei"),
        ("zh-TW", "ea", "Microsoft JhengHei"), ("ar", "cs", "Arial"), ("th", "cs", "Leelawadee UI"),
        ("hi", "cs", "Nirmala UI"),
    ],
)  # fmt: skip
def test_a_theme_names_the_face_for_the_script(language: str, slot: str, face: str) -> None:
    theme = _parts(_localised(language).base)["ppt/theme/theme1.xml"].decode()
    assert re.findall(rf'<a:{slot} typeface="([^"]*)"', theme) == [face, face]


_FONTS = (
    '<a:majorFont><a:latin typeface="X"/><a:ea typeface="{}"/><a:cs typeface=""/>{}</a:majorFont>'
    '<a:minorFont><a:latin typeface="X"/><a:ea typeface=""></a:ea><a:cs typeface=""/></a:minorFont>'
)


@pytest.mark.parametrize(
    ("theme", "own", "expected"),
    [
        (("", ""), {}, ["Yu Gothic", "Yu Gothic"]),
        (("", '<a:font script="Jpan" typeface="Meiryo"/>'), {}, ["Meiryo", "Yu Gothic"]),
        (("Own Gothic", ""), {}, ["Own Gothic", "Yu Gothic"]),
        (("Own Gothic", ""), {"Jpan": "A & B"}, ["A &amp; B", "A &amp; B"]),
    ],
)
def test_the_brand_goes_before_the_theme_and_the_theme_before_office(
    theme: tuple[str, str], own: Mapping[str, str], expected: list[str]
) -> None:
    set_theme = set_script_face(_FONTS.format(*theme), "Jpan", own)
    assert re.findall(r'<a:ea typeface="([^"]*)"', set_theme) == expected
    assert set_theme.count('script="Jpan"') == 2
