"""Templates that are meant to harm: refused at once and with one reason, or made harmless."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest

from deckbuild.template import TemplateError, archive, open_template
from deckbuild.workspace import MemoryWorkspace

from .packages import LAYOUT, MASTER, THEME, edit_package, make_template, read_parts, write_parts


def open_bytes(data: bytes) -> object:
    return open_template(data, MemoryWorkspace({}))


def with_zeros(size: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in read_parts(make_template()).items():
            package.writestr(name, content)
        package.writestr("ppt/media/image1.png", bytes(size))
    return target.getvalue()


def bomb() -> bytes:
    return with_zeros(2_000_000)


def bomb_that_lies() -> bytes:
    """Its directory says that the large part holds a thousand bytes."""
    said, real = (1_000).to_bytes(4, "little"), (2_000_000).to_bytes(4, "little")
    return with_zeros(2_000_000).replace(real, said)


def growing_entities() -> bytes:
    entities = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};&e{n - 1};">' for n in range(1, 40))
    head = f'<!DOCTYPE a [<!ENTITY e0 "ha">{entities}]>'
    return edit_package(make_template(), {THEME: (r"\?>", "?>" + head)})


def entities_in_utf_16() -> bytes:
    parts = read_parts(make_template())
    parts[THEME] = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a/>'.encode("utf-16")
    return write_parts(parts)


def encrypted() -> bytes:
    """Each part's entry in the directory says that it is encrypted (APPNOTE 4.4.4, bit 0)."""
    data, at = bytearray(make_template()), 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def huge_xml() -> bytes:
    return write_parts({**read_parts(make_template()), THEME: b"<a>" + b" " * 600_000 + b"</a>"})


def many_parts() -> bytes:
    return write_parts({**read_parts(make_template()), **{f"ppt/media/{n}.png": b"" for n in range(300)}})


def no_layouts() -> bytes:
    return write_parts({k: v for k, v in read_parts(make_template()).items() if "slideLayouts" not in k})


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (bomb, "larger than"),
        (bomb_that_lies, "damaged"),
        (growing_entities, "declares a document type"),
        (entities_in_utf_16, "declares a document type"),
        (no_layouts, "missing or broken"),
        (encrypted, "encrypted"),
        (huge_xml, "larger than"),
        (many_parts, "parts: no template needs more"),
    ],
)
def test_it_is_refused_at_once(
    make: Callable[[], bytes], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", 1_500_000)
    monkeypatch.setattr(archive, "MOST_XML", 500_000)
    monkeypatch.setattr(archive, "MOST_PARTS", 200)
    data = make()
    started = time.process_time()
    with pytest.raises(TemplateError, match=reason):
        open_bytes(data)
    assert time.process_time() - started < 2


def test_nothing_is_fetched_from_outside() -> None:
    relationships = LAYOUT.replace("slideLayouts/", "slideLayouts/_rels/") + ".rels"
    outside = (
        '<Relationship Id="rId66" TargetMode="External" Target="http://tracker.example/x.png" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
    )
    fill = '<a:blipFill><a:blip r:link="rId66"/></a:blipFill>'
    background = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg><p:spTree>"
    data = edit_package(
        make_template(), {relationships: ("</Relationships>", outside), LAYOUT: ("<p:spTree>", background)}
    )
    base = read_parts(open_template(data, MemoryWorkspace({})).base)
    assert b"tracker.example" not in b"".join(base.values())
    assert b"r:link" not in base[LAYOUT]


def test_parts_that_need_no_change_keep_their_bytes() -> None:
    parts = read_parts(make_template())
    base = read_parts(open_template(make_template(), MemoryWorkspace({})).base)
    assert base[MASTER] == parts[MASTER]
    assert base[LAYOUT] == parts[LAYOUT]
    assert base[THEME] == parts[THEME]


def test_what_powerpoint_would_repair_is_put_in_order_and_nothing_else() -> None:
    """Other programs write ``a:lstStyle`` behind paragraphs, and a layout's attributes on its ``p:cSld``."""
    faulty = edit_package(
        make_template(),
        {
            MASTER: (r"<a:lstStyle/>(<a:p>.*?</a:p>)</p:txBody>", r"\1<a:lstStyle/></p:txBody>"),
            LAYOUT: ("<p:cSld ", '<p:cSld showMasterSp="0" '),
        },
    )
    sound = read_parts(open_template(make_template(), MemoryWorkspace({})).base)
    base = read_parts(open_template(faulty, MemoryWorkspace({})).base)
    assert base[MASTER].count(b"<a:lstStyle/><a:p>") == sound[MASTER].count(b"<a:lstStyle/><a:p>")
    assert b'<p:cSld name="Title and Content">' in base[LAYOUT]
    assert b'showMasterSp="0"' in base[LAYOUT]
    assert base[THEME] == sound[THEME]
