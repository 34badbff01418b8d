"""Opening: what is taken, what is refused and why, what is kept in the cache."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deckbuild.layout.laid_out import LaidOutDeck, LaidOutSlide, Properties
from deckbuild.pptx import write_package
from deckbuild.source import Span
from deckbuild.template import Template, TemplateError, open_template
from deckbuild.workspace import MemoryWorkspace

from .packages import LAYOUT, PRESENTATION, edit_package, make_template, read_parts, write_parts

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "templates"
TYPES = "[Content_Types].xml"


def open_bytes(data: bytes) -> Template:
    return open_template(data, MemoryWorkspace({}))


@pytest.mark.parametrize(
    "kind",
    [
        "vnd.openxmlformats-officedocument.presentationml.template.main+xml",
        "vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
        "vnd.ms-powerpoint.template.macroEnabled.main+xml",
    ],
)
def test_templates_and_shows_of_all_kinds_are_taken(kind: str) -> None:
    presentation = r"vnd\.openxmlformats-officedocument\.presentationml\.presentation\.main\+xml"
    template = open_bytes(edit_package(make_template(), {TYPES: (presentation, kind)}))
    assert len(template.layouts) == 11
    assert kind not in read_parts(template.base)[TYPES].decode()


def test_the_base_has_no_slides_and_nothing_that_belongs_to_them() -> None:
    stale = (
        r"</p:sldIdLst>(.*)</p:presentation>",
        r'</p:sldIdLst>\1<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"/></p:extLst>'
        "</p:presentation>",
    )
    parts = read_parts(open_bytes(make_template({PRESENTATION: stale}, slides=2)).base)
    assert [name for name in parts if "slides/" in name.lower() or "docprops" in name.lower()] == []
    presentation = parts[PRESENTATION].decode()
    assert "sldIdLst" not in presentation
    assert "521415D9" not in presentation
    assert "<p:notesMasterIdLst>" in presentation


def test_links_of_layouts_and_views_to_slides_go_with_them() -> None:
    parts = read_parts(make_template(slides=1))
    slide = (
        'Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" '
        'Target="../slides/slide1.xml"/></Relationships>'
    )
    relationships = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"
    link = '<a:hlinkClick r:id="rId9" action="ppaction://hlinksldjump"/>'
    linked = edit_package(
        write_parts(parts),
        {
            LAYOUT: (r'(<p:cNvPr id="2" name="[^"]*")/>', rf"\1>{link}</p:cNvPr>"),
            relationships: ("</Relationships>", f"<Relationship {slide}"),
        },
    )
    base = read_parts(open_bytes(linked).base)
    assert b"hlinkClick" not in base[LAYOUT]
    assert b"rId9" not in base[relationships]


def test_a_slide_size_keeps_its_type_only_where_it_is_true() -> None:
    wide = (r"<p:sldSz[^>]*>", '<p:sldSz cx="12192000" cy="6858000" type="screen4x3"/>')
    assert 'type="screen4x3"' in read_parts(open_bytes(make_template()).base)[PRESENTATION].decode()
    base = open_bytes(make_template({PRESENTATION: wide})).base
    assert "screen4x3" not in read_parts(base)[PRESENTATION].decode()


def test_a_producer_s_own_prefixes_become_the_usual_ones() -> None:
    parts = read_parts(make_template())
    text = (
        parts[PRESENTATION].decode().replace("<p:", "<").replace("</p:", "</").replace("xmlns:p=", "xmlns=")
    )
    template = open_bytes(write_parts({**parts, PRESENTATION: text.encode()}))
    assert "<p:sldSz " in read_parts(template.base)[PRESENTATION].decode()
    assert template.slide_size == (9144000, 6858000)


def test_the_same_file_gives_the_same_base() -> None:
    assert open_bytes(make_template()).base == open_bytes(make_template()).base


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"<html>404</html>", "not a .pptx or .potx file"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "protected by a password"),
        (make_template()[:-400], "the file is damaged"),
        (write_parts({"a.txt": b"hello"}), "not one of PowerPoint's"),
        (write_parts({TYPES: b"<Types/>", "_rels/.rels": b""}), "not one of PowerPoint's"),
        (edit_package(make_template(), {PRESENTATION: ("<p:sldSz", "<p:sldSz broken")}), "missing or broken"),
        (edit_package(make_template(), {"_rels/.rels": ("schemas.openx", "purl.oclc.org/ooxml")}), "Strict"),
        (write_parts({k: v for k, v in read_parts(make_template()).items() if "theme" not in k}), "missing"),
    ],
    ids=["empty", "web page", "encrypted", "cut", "zip", "word", "broken XML", "strict", "missing part"],
)  # fmt: skip
def test_what_is_no_template_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(TemplateError, match=reason):
        open_bytes(data)


def test_a_template_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = MemoryWorkspace({})
    first = open_template(make_template(), workspace)
    monkeypatch.setitem(sys.modules, "deckbuild.template.compile", None)
    assert open_template(make_template(), workspace) == first


@pytest.mark.parametrize(
    "change",
    [
        lambda stored: b"",
        lambda stored: stored[:-1],
        lambda stored: stored[:2000] + b"?" + stored[2001:],
        lambda stored: stored.replace(b"deckbuild template 1", b"deckbuild template 0"),
        lambda stored: b"\0" * 100,
    ],
    ids=["empty", "cut", "changed", "other version", "something else"],
)
def test_a_cache_that_is_no_use_is_ignored_and_replaced(change: object) -> None:
    workspace = MemoryWorkspace({})
    first = open_template(make_template(), workspace)
    [(key, stored)] = workspace.cache.items()
    workspace.cache[key] = change(stored)  # type: ignore[operator]
    assert open_template(make_template(), workspace) == first
    assert workspace.cache == {key: stored}


@pytest.mark.skipif(
    not SAMPLES.exists(), reason="the sample templates lie beside this repository, and do not here"
)
def test_slides_can_be_written_on_every_layout_of_real_templates(tmp_path: Path) -> None:
    from pptx import Presentation

    for path in sorted(SAMPLES.iterdir()):
        template = open_bytes(path.read_bytes())
        slides = tuple(
            LaidOutSlide("", "", index, (), Span("x.md")) for index in range(len(template.layouts))
        )
        written = tmp_path / f"{path.stem}.pptx"
        written.write_bytes(write_package(LaidOutDeck(template, slides, {}, {}, Properties())))
        names = [slide.slide_layout.name for slide in Presentation(str(written)).slides]
        assert names == [layout.name for layout in template.layouts], path.name
