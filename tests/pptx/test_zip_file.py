"""Zip files: what the standard library reads back."""

from __future__ import annotations

import io
import zipfile

from deckbuild.pptx.zip_file import deflate, inflate, read_members, store, write_zip


def test_the_standard_library_reads_what_is_written() -> None:
    data = write_zip([deflate("a.xml", b"<a/>" * 100), store("b.png", b"\x89PNG"), deflate("ü.xml", b"")])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert [(each.filename, each.compress_type) for each in archive.infolist()] == [
            ("a.xml", zipfile.ZIP_DEFLATED),
            ("b.png", zipfile.ZIP_STORED),
            ("ü.xml", zipfile.ZIP_DEFLATED),
        ]
        assert archive.read("a.xml") == b"<a/>" * 100
        assert archive.getinfo("a.xml").date_time == (1980, 1, 1, 0, 0, 0)


def test_members_that_the_standard_library_wrote_are_copied_as_they_are() -> None:
    source = io.BytesIO()
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("part.xml", "text " * 1000)
        archive.writestr(zipfile.ZipInfo("picture.png"), b"\x89PNG")
    members = read_members(source.getvalue())
    assert [(member.name, inflate(member)) for member in members] == [
        ("part.xml", b"text " * 1000),
        ("picture.png", b"\x89PNG"),
    ]
    assert read_members(write_zip(members)) == members


def test_more_members_than_the_old_format_counts() -> None:
    member = store("x", b"")
    data = write_zip(member._replace(name=f"{number}.xml") for number in range(70_000))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert len(archive.namelist()) == 70_000
