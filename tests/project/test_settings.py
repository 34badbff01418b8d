"""Settings from TOML and YAML: what is understood, and what is said of everything else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deckbuild.diagnostics import Collector, format_diagnostic
from deckbuild.limits import Limits
from deckbuild.project import CheckSettings, DeckSettings, ProjectSettings, open_deck, read_project
from deckbuild.workspace import MemoryWorkspace

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def _read(files: dict[str, str], deck: str) -> tuple[DeckSettings, str]:
    """Return a deck's settings and what was reported."""
    workspace = MemoryWorkspace({path: text.encode() for path, text in files.items()})
    collector = Collector()
    project = read_project(workspace, collector)
    source = open_deck(workspace, deck, project.deck or {}, collector)
    assert source is not None
    return source.settings, "\n".join(map(format_diagnostic, collector.sorted()))


def _toml(text: str) -> tuple[DeckSettings, str]:
    return _read({"talk/deck.toml": text, "talk/01.md": "## Slide\n"}, "talk")


def _yaml(text: str) -> tuple[DeckSettings, str]:
    return _read({"talk.md": f"---\n{text}---\n\n## Slide\n"}, "talk.md")


def test_without_settings_there_are_defaults() -> None:
    assert _read({"talk.md": "## Slide\n"}, "talk.md") == (DeckSettings(), "")


def test_every_key_in_toml() -> None:
    assert _toml(
        """\
title = "Title"
subtitle = 'Subtitle'
author = ["Ann", "Bo"]
date = 2026-03-01
language = "de-AT"
brand = "acme"
footer = "{title} © {year} {owner}"
owner = "Acme"
year = 2026
website = "https://example.org"
keywords = ["one", "two"]
description = "Description"
"""
    ) == (
        DeckSettings(
            title="Title",
            subtitle="Subtitle",
            author="Ann, Bo",
            date="2026-03-01",
            language="de-AT",
            brand="acme",
            footer="{title} © {year} {owner}",
            owner="Acme",
            year=2026,
            website="https://example.org",
            keywords="one, two",
            description="Description",
        ),
        "",
    )


def test_the_same_keys_in_front_matter() -> None:
    settings, report = _yaml(
        """\
# A comment
title: "Title: with a colon"
subtitle: >
  folded
  text
author:
  - Ann
  - Bo
year: 2026
language: de
keywords: [one, two]
"""
    )
    assert report == ""
    assert settings == DeckSettings(
        title="Title: with a colon",
        subtitle="folded text",
        author="Ann, Bo",
        year=2026,
        language="de",
        keywords="one, two",
    )


@pytest.mark.parametrize("text", ["No", "1.10", "2026-02-30", "12:30", "~tilde", "007", "Null and void"])
def test_front_matter_values_are_words_not_data(text: str) -> None:
    assert _yaml(f"title: {text}\n") == (DeckSettings(title=text), "")


@pytest.mark.parametrize("text", ["", "~", "null", '""'])
def test_an_empty_value_is_not_set(text: str) -> None:
    assert _yaml(f"title: T\nsubtitle: {text}\n") == (DeckSettings(title="T"), "")


TOML = [
    pytest.param(
        'titel = "T"\n',
        "talk/deck.toml:1:1: warning: The key `titel` means nothing here. [settings-unknown-key]\n"
        "    Did you mean `title`?",
        id="misspelt",
    ),
    pytest.param(
        'title = "T"\n  "zzz" = 1\n',
        "talk/deck.toml:2:3: warning: The key `zzz` means nothing here. [settings-unknown-key]\n"
        "    Known keys: author, brand, date, description, duration, fit, footer, full_images, keywords, "
        "language, owner, steps, subtitle, template, title, website, year.",
        id="unknown",
    ),
    pytest.param(
        "title = true\n",
        "talk/deck.toml:1:1: error: `title` must be text, not true. [settings-value]",
        id="truth value for text",
    ),
    pytest.param(
        "\n[title]\nshort = 'T'\n",
        "talk/deck.toml:2:2: error: `title` must be text, not a table. [settings-value]",
        id="table for text",
    ),
    pytest.param(
        'title.short = "T"\n',
        "talk/deck.toml:1:1: error: `title` must be text, not a table. [settings-value]",
        id="dotted key for text",
    ),
    pytest.param(
        "title = ['a']\n",
        "talk/deck.toml:1:1: error: `title` must be text, not a list. [settings-value]",
        id="list for text",
    ),
    pytest.param(
        "author = ['a', {}]\n",
        "talk/deck.toml:1:1: error: `author` must be text or a list of texts, not a list. [settings-value]",
        id="list of tables",
    ),
    pytest.param(
        "year = 26\n",
        "talk/deck.toml:1:1: error: `year` must be a year, such as 2026, not `26`. [settings-value]",
        id="short year",
    ),
    pytest.param(
        "language = 'German'\n",
        "talk/deck.toml:1:1: error: `language` must be a language tag, such as en-US or de, not `German`. "
        "[settings-value]",
        id="name of a language",
    ),
    pytest.param(
        "language = ''\n",
        "talk/deck.toml:1:1: error: `language` must be a language tag, such as en-US or de, not empty. "
        "[settings-value]",
        id="empty language",
    ),
    pytest.param(
        'title = "T"\nsubtitle = S\n',
        "talk/deck.toml:2:12: error: This is not TOML: Invalid value. [settings-syntax]",
        id="no quotes",
    ),
    pytest.param(
        'title = "T"\r\nsubtitle = S\r\n',
        "talk/deck.toml:2:12: error: This is not TOML: Invalid value. [settings-syntax]",
        id="no quotes, CR LF",
    ),
    pytest.param(
        'title = "T"\ntitle = "U"\n',
        "talk/deck.toml:2:12: error: This is not TOML: Cannot overwrite a value. [settings-syntax]",
        id="key twice",
    ),
    pytest.param(
        'title = """T\n',
        "talk/deck.toml:2:1: error: This is not TOML: Unterminated string. [settings-syntax]",
        id="unclosed",
    ),
    pytest.param(
        f"year = {'1' * 5000}\n",
        "talk/deck.toml: error: This is not TOML that can be read: a number is too long or lists nest too "
        "deeply. [settings-syntax]",
        id="number of 5000 digits",
    ),
    pytest.param(
        f"year = {'[' * 5000}\n",
        "talk/deck.toml: error: This is not TOML that can be read: a number is too long or lists nest too "
        "deeply. [settings-syntax]",
        id="5000 lists deep",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOML)
def test_what_is_said_of_toml(text: str, expected: str) -> None:
    assert _toml(text)[1] == expected


_YAML_HINT = "\n    A value with `: ` in it, or with a mark at its beginning, wants quotes around it."

YAML = [
    pytest.param(
        "title: T\ntitel: U\n",
        "talk.md:3:1: warning: The key `titel` means nothing here. [settings-unknown-key]\n"
        "    Did you mean `title`?",
        id="misspelt",
    ),
    pytest.param(
        "title: A: B\n",
        "talk.md:2:9: error: This is not YAML: mapping values are not allowed here. [settings-syntax]"
        + _YAML_HINT,
        id="colon in a value",
    ),
    pytest.param(
        "title: `T`\n",
        "talk.md:2:8: error: This is not YAML: found character '`' that cannot start any token. "
        "[settings-syntax]" + _YAML_HINT,
        id="backtick",
    ),
    pytest.param(
        "title: 'T\n",
        "talk.md:3:1: error: This is not YAML: found unexpected end of stream. [settings-syntax]"
        + _YAML_HINT,
        id="unclosed",
    ),
    pytest.param(
        "title: a\x01b\n",
        "talk.md:2:9: error: This is not YAML: special characters are not allowed. [settings-syntax]"
        + _YAML_HINT
        + "\ntalk.md:2:9: warning: A control character (U+0001) is left out. [text-control-character]\n"
        "    Delete it.",
        id="control character",
    ),
    pytest.param(
        "title: A\nauthor: B\ntitle: C\n",
        "talk.md:4:1: error: The key `title` stands twice. [settings-syntax]",
        id="key twice",
    ),
    pytest.param(
        "title:\n  short: T\n",
        "talk.md:2:1: error: `title` must be text, not a table. [settings-value]",
        id="table for text",
    ),
    pytest.param(
        "author: [a, [b]]\n",
        "talk.md:2:1: error: `author` must be text or a list of texts, not a list. [settings-value]",
        id="list in a list",
    ),
    pytest.param(
        "year: soon\n",
        "talk.md:2:1: error: `year` must be a year, such as 2026, not `soon`. [settings-value]",
        id="no year",
    ),
    pytest.param(
        f"title: {'[' * 5000}\n",
        "talk.md:2:1: error: This is not YAML that can be read: lists nest too deeply. [settings-syntax]",
        id="5000 lists deep",
    ),
]


@pytest.mark.parametrize(("text", "expected"), YAML)
def test_what_is_said_of_yaml(text: str, expected: str) -> None:
    assert _yaml(text)[1] == expected


def test_a_wrong_value_leaves_the_others() -> None:
    settings, _ = _toml('title = "T"\nyear = 26\nowner = "O"\n')
    assert settings == DeckSettings(title="T", owner="O")


def test_settings_that_cannot_be_read_leave_the_deck() -> None:
    assert _yaml("title: A: B\n")[0] == DeckSettings()


def test_the_first_of_two_equal_keys_counts() -> None:
    assert _yaml("title: A\ntitle: B\n")[0].title == "A"


# The project's settings


def _project(text: str) -> tuple[ProjectSettings, str]:
    collector = Collector()
    project = read_project(MemoryWorkspace({"deckbuild.toml": text.encode()}), collector)
    return project, "\n".join(map(format_diagnostic, collector.sorted()))


def test_a_projects_settings() -> None:
    text = 'content = "decks/"\noutput = "out"\n\n[deck]\nowner = "Acme"\n'
    assert _project(text) == (
        ProjectSettings(content="decks", output="out", deck={"owner": "Acme"}),
        "",
    )


def test_a_deck_inherits_the_projects_defaults_and_overrides_them() -> None:
    files = {
        "deckbuild.toml": '[deck]\nowner = "Acme"\nbrand = "acme"\n',
        "talk.md": "---\nbrand: other\n---\n## Slide\n",
    }
    assert _read(files, "talk.md") == (DeckSettings(owner="Acme", brand="other"), "")


@pytest.mark.parametrize("folder", ["/srv", "..", "../decks", "a/../../b", ".", ""])
def test_content_stays_in_the_project(folder: str) -> None:
    shown = f"`{folder}`" if folder else "empty"
    assert _project(f'content = "{folder}"\n') == (
        ProjectSettings(deck={}),
        "deckbuild.toml:1:1: error: `content` must be a folder in the project, "
        f"not {shown}. [settings-value]",
    )


def test_a_default_is_checked_at_its_place_under_deck() -> None:
    assert _project('content = "content"\n[deck]\ncontent = 1\nyear = 26\n')[1] == (
        "deckbuild.toml:3:1: warning: The key `content` means nothing here. [settings-unknown-key]\n"
        "    Known keys: author, brand, date, description, duration, fit, footer, full_images, keywords, "
        "language, owner, steps, subtitle, template, title, website, year.\n"
        "deckbuild.toml:4:1: error: `year` must be a year, such as 2026, not `26`. [settings-value]"
    )


def test_defaults_that_are_no_table() -> None:
    assert _project("deck = 1\n")[1] == (
        "deckbuild.toml:1:1: error: `deck` must be a table, not `1`. [settings-value]"
    )


def test_the_manual_lists_every_key() -> None:
    documented = re.findall(r"^\| `(\w+)`", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    keys = [*DeckSettings._fields, *ProjectSettings._fields, *CheckSettings._fields, *Limits._fields, "paths"]
    assert sorted(documented) == sorted(keys)


def test_rules_are_set_by_code_and_an_unknown_one_is_said() -> None:
    settings, report = _project('[rules]\nslide-empty = "error"\nnotes-long = "of"\nslide-emty = "off"\n')
    assert settings.rules == {"slide-empty": "error"}
    assert report == (
        "deckbuild.toml:3:1: error: `notes-long` must be `error`, `warning`, `note` or `off`, not `of`. "
        "[settings-value]\n"
        "deckbuild.toml:4:1: warning: There is no rule `slide-emty`. [rule-unknown]\n"
        "    Did you mean `slide-empty`?"
    )


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("45 min", 2700),
        ("45", 2700),
        ("1 h 30 min", 5400),
        ("1.5 hours", 5400),
        ("1:30", 5400),
        ("90 s", 90),
        ("2 Std. 15 Min.", 8100),
        ("1h30m", 5400),
    ],
)
def test_a_time_is_read_as_people_write_it(written: str, seconds: int) -> None:
    assert _toml(f'duration = "{written}"\n') == (DeckSettings(duration=seconds), "")


@pytest.mark.parametrize("written", ["soon", "45 minuets", "0 min", "1 h ?"])
def test_what_is_no_time_is_said(written: str) -> None:
    assert "`duration` must be a time, such as 45 min or 1 h 30 min" in _toml(f'duration = "{written}"\n')[1]
