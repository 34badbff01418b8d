"""Invisible characters: reported where no script needs them, and only there."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.project import read_text
from deckbuild.workspace import MemoryWorkspace

NEEDED = {
    "Persian": "می\u200cخواهم کتاب\u200cها را",
    "Hindi": "क्\u200dष और क्\u200cष",
    "Malayalam": "അവന്\u200d",
    "Sinhala": "ක්\u200dරි",
    "a family": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "a couple with a heart": "\U0001f469\u200d\u2764\ufe0f\u200d\U0001f468",
    "a technologist of a skin": "\U0001f469\U0001f3fd\u200d\U0001f4bb",
    "a runner": "\U0001f3c3\u200d\u2640\ufe0f",
    "a flag of pirates": "\U0001f3f4\u200d\u2620\ufe0f",
    "a flag of a rainbow": "\U0001f3f3\ufe0f\u200d\U0001f308",
    "the flag of England": "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "a key cap": "1\ufe0f\u20e3 #\ufe0f\u20e3",
    "an information sign": "\u2139\ufe0f",
    "a warning sign": "\u26a0\ufe0f \u2714\ufe0e \u2192\ufe0e",
    "Thai": "ภาษา\u200bไทย",
    "Khmer": "ភាសា\u200bខ្មែរ",
    "Japanese": "東京\u200b都",
    "a form of an ideograph": "葛\U000e0100",
    "a standardised form": "\u8fba\ufe00",
    "Mongolian": "\u182a\u180e\u1820 \u1820\u180b",
    "Hebrew with a mark": "C++\u200f שלום",
    "Arabic with a mark": "سعر \u200e10\u200e",
    "a soft hyphen": "Donau\u00addampf\u00adschiff",
    "a word joiner at a dash": "a \u2060\u2013\u2060 b",
    "an invisible sign of a formula": "f\u2061(x)",
    "a byte order mark at the beginning": "\ufeffx",
    "an old Korean syllable": "\u115f\u1161 \u1100\u1160",
    "quotation marks and dashes": "“a” – b… 30\u202f%\u00a0€",
}
HIDDEN = {
    "U+200B in a word": "pass\u200bword",
    "U+200B at a space": "rm \u200b-rf",
    "U+2060 in a word": "pass\u2060word",
    "U+FEFF in the text": "a\ufeffb",
    "U+00AD at a sign": "a\u00ad.b",
    "U+200C between Latin letters": "ad\u200cmin",
    "U+200D between Latin letters": "ad\u200dmin",
    "U+200D behind an emoji alone": "\U0001f468\u200d x",
    "tags that spell a word": "x\U000e0068\U000e0069",
    "tags behind a flag that is none": "\U0001f3f4\U000e0067\U000e007f",
    "a language tag": "\U000e0001x",
    "a Hangul filler": "a\u3164b",
    "a half-width Hangul filler": "a\uffa0b",
    "a selector behind a letter": "a\ufe0f",
    "selectors that carry bytes": "\U0001f600\ufe0f\ufe01\ufe02",
    "selectors of ideographs behind a letter": "a\U000e0101",
    "a mark of direction among Latin letters": "C:\\\u200eWindows",
    "a joiner of graphemes": "a\u034fb",
    "U+206A": "a\u206ab",
    "U+FFF9": "a\ufff9b",
}


def _codes(text: str, name: str = "t.md") -> list[str]:
    collector = Collector()
    read_text(name, MemoryWorkspace({name: text.encode()}), collector)
    return [found.code for found in collector.sorted()]


@pytest.mark.parametrize("name", NEEDED)
def test_what_a_script_needs_is_no_matter(name: str) -> None:
    assert _codes(f"## T\n\n{NEEDED[name]}\n" if name[:6] != "a byte" else NEEDED[name]) == []


@pytest.mark.parametrize("name", HIDDEN)
def test_what_nobody_sees_is_said(name: str) -> None:
    assert _codes(f"## T\n\n{HIDDEN[name]}\n") == ["text-invisible-character"]


def test_its_place_and_how_many_there_are() -> None:
    collector = Collector()
    read_text("t.md", MemoryWorkspace({"t.md": "## T\n\npass\u200bword\u200bs\n".encode()}), collector)
    (found,) = collector.sorted()
    assert str(found.span) == "t.md:3:5"
    assert found.message == "An invisible character (U+200B) stands here; this file has 2 in all."


TURNED = {
    "as an entity": ("t.md", "a&#x202E;b"),
    "as an entity of a number": ("t.md", "a&#8238;b"),
    "as an escape in settings": ("deck.toml", 'title = "a\\u202eb"'),
    "as a long escape in settings": ("deck.toml", 'title = "a\\U0000202eb"'),
    "in the name of a file": ("a\u202eb.md", "x"),
}


@pytest.mark.parametrize("name", TURNED)
def test_what_turns_text_around_is_found_however_it_is_written(name: str) -> None:
    file, text = TURNED[name]
    assert _codes(text, file) == ["text-direction-control"]


@pytest.mark.parametrize("name", ["a\u200bb.md", "a\x1b[2J.md", "a\nb.md"])
def test_what_nobody_sees_in_the_name_of_a_file_is_said(name: str) -> None:
    assert _codes("x", name) == ["text-invisible-character"]


def test_code_may_teach_what_settings_may_not_say() -> None:
    assert _codes('```python\nprint("\\u202e")\n```\n') == []


@pytest.mark.parametrize("name", ["größe.md", "資料.md", "می\u200cخواهم.md"])
def test_names_of_files_in_any_language_are_no_matter(name: str) -> None:
    assert _codes("x", name) == []
