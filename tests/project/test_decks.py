"""Finding decks and reading their sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.diagnostics import Collector, format_diagnostic
from deckbuild.project import DeckSource, ProjectSettings, find_decks, find_root, open_deck
from deckbuild.workspace import MemoryWorkspace


def _open(files: dict[str, bytes], deck: str) -> tuple[DeckSource | None, str]:
    collector = Collector()
    source = open_deck(MemoryWorkspace(files), deck, {}, collector)
    return source, "\n".join(map(format_diagnostic, collector.sorted()))


def test_decks_are_the_folders_and_files_of_content_in_name_order() -> None:
    files = [
        "content/zebra.md",
        "content/class/01.md",
        "content/class/notes/n.md",
        "content/settings-only/deck.toml",
        "content/pictures/a.png",
        "content/.trash/old.md",
        "content/readme.txt",
        "elsewhere/01.md",
    ]
    workspace = MemoryWorkspace(dict.fromkeys(files, b""))
    assert find_decks(workspace, ProjectSettings()) == [
        "content/class",
        "content/settings-only",
        "content/zebra.md",
    ]


def test_the_root_is_the_nearest_folder_with_settings_or_content(tmp_path: Path) -> None:
    (tmp_path / "outer" / "content" / "class").mkdir(parents=True)
    (tmp_path / "outer" / "inner" / "deep").mkdir(parents=True)
    (tmp_path / "outer" / "inner" / "deckbuild.toml").touch()
    assert find_root(tmp_path / "outer" / "content" / "class") == tmp_path / "outer"
    assert find_root(tmp_path / "outer" / "inner" / "deep") == tmp_path / "outer" / "inner"


def test_a_folders_sources_come_in_name_order() -> None:
    source, report = _open(
        {"talk/10-end.md": b"", "talk/02-middle.md": b"", "talk/01-start.md": b"", "talk/x.txt": b""}, "talk"
    )
    assert source is not None
    assert [file.name for file in source.sources] == [
        "talk/01-start.md",
        "talk/02-middle.md",
        "talk/10-end.md",
    ]
    assert (source.name, source.folder, report) == ("talk", "talk", "")


def test_a_file_is_a_deck() -> None:
    source, _ = _open({"talks/short.md": b"## Hello"}, "talks/short.md")
    assert source is not None
    assert (source.name, source.folder, source.sources[0].text) == ("short", "talks", "## Hello")


def test_a_folder_without_markdown() -> None:
    assert _open({"talk/deck.toml": b""}, "talk") == (
        None,
        "talk: error: There is no Markdown file in this folder. [deck-empty]\n"
        "    Write one, such as 01-start.md; its name must end in `.md`.",
    )


def test_a_file_that_is_not_there() -> None:
    assert _open({}, "talk.md") == (
        None,
        "talk.md: error: `talk.md` cannot be read: No such file. [file-unreadable]\n"
        "    Check that it is there and may be read.",
    )


@pytest.mark.parametrize(
    ("data", "text", "place", "message"),
    [
        (b"ok\ncaf\xe9!", "ok\ncaf\ufffd!", ":2:4", "This is not UTF-8 text (byte 0xe9)."),
        ("é".encode() + b"\xff", "é\ufffd", ":1:2", "This is not UTF-8 text (byte 0xff)."),
        (b"\xef\xbb\xbfa\xff", "a\ufffd", ":1:2", "This is not UTF-8 text (byte 0xff)."),
        ("hé".encode("utf-16"), "hé", "", "This is UTF-16 text, not UTF-8."),
    ],
)
def test_bytes_that_are_not_utf_8_are_named_and_all_else_is_read(
    data: bytes, text: str, place: str, message: str
) -> None:
    source, report = _open({"talk.md": data}, "talk.md")
    assert source is not None
    assert source.sources[0].text == text
    assert report == f"talk.md{place}: error: {message} [encoding]\n    Save it as UTF-8."


def test_a_byte_order_mark_is_no_text() -> None:
    source, report = _open({"talk.md": b"\xef\xbb\xbf## Hello"}, "talk.md")
    assert source is not None
    assert (source.sources[0].text, report) == ("## Hello", "")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\ntitle: T\n---\nbody", "body"),
        ("---\r\ntitle: T\r\n---\r\nbody", "body"),
        ("---\ntitle: T\n...\nbody", "body"),
        ("\n<!-- comment -->\n---\ntitle: T\n---\nbody", "body"),
        ("---\n# comment\ntitle: T\n---", ""),
        ("---\ntitle: T\nsubtitle:\n\n---\n---\nbody", "---\nbody"),
        # A slide without a title, not front matter:
        ("---\n\nbody", "---\n\nbody"),
        ("---\n\nkey: value\n\n---\n", "---\n\nkey: value\n\n---\n"),
        ("---\nJust words\n---\n", "---\nJust words\n---\n"),
        ("---\ntitle: never closed\n", "---\ntitle: never closed\n"),
        ("text\n---\ntitle: T\n---\n", "text\n---\ntitle: T\n---\n"),
    ],
)
def test_where_the_body_begins(text: str, body: str) -> None:
    source, _ = _open({"talk.md": text.encode()}, "talk.md")
    assert source is not None
    assert source.sources[0].text[source.sources[0].body_start :] == body


def test_settings_stand_in_one_place() -> None:
    matter = b"---\ntitle: T\n---\n"
    assert _open({"talk/01.md": matter, "talk/02.md": matter}, "talk")[1] == (
        "talk/02.md:1:1: warning: The settings of this deck stand elsewhere: this is passed over. "
        "[front-matter-ignored]\n"
        "    Move its keys to talk/01.md."
    )
    assert _open({"talk/deck.toml": b"", "talk/01.md": matter}, "talk")[1] == (
        "talk/01.md:1:1: warning: The settings of this deck stand elsewhere: this is passed over. "
        "[front-matter-ignored]\n"
        "    Move its keys to talk/deck.toml."
    )


@pytest.mark.parametrize(
    ("files", "deck", "place"),
    [
        ({"talk/deck.toml": b'title = "T"\nbrand = "x"', "talk/01.md": b""}, "talk", "talk/deck.toml:2:1"),
        ({"talk.md": b"---\nbrand: x\n---\n"}, "talk.md", "talk.md:2:1"),
        ({"talk/deck.toml": b"", "talk/01.md": b""}, "talk", "talk/deck.toml"),
        ({"talk.md": b""}, "talk.md", "talk.md"),
    ],
)
def test_the_place_where_the_brand_is_named(files: dict[str, bytes], deck: str, place: str) -> None:
    source, _ = _open(files, deck)
    assert source is not None
    assert str(source.brand_span) == place
