"""Whole decks in languages that want care: what is written on runs and paragraphs, and what Reset would move.

The packages are checked with all others that tests build (``test_packages.py``).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest

from .decks import BuiltDeck, build
from .template.reset import moved_by_reset

_SLIDES = """
# {section}

## {title}

- {one}
    - {two}

1. {one}
2. {two}

::: notes
{notes}

- {one}
:::

## {title} 2

| {one} | {two} |
|:--|--:|
| {one} | 7 |

Table: {two}

## {title} 3

```mermaid
flowchart LR
  A[{one}] --> B>{two}]
```

## {title} 4

```chart
type: column
title: {title}
x,{one},{two}
2021,1,2
2022,2,3
```

## {title} 5

```python
print("{one}")
```

## {title} 6

::: cards
### {one}
{two}
### {two}
{one}
:::

## Quoted {{lang=en}}

An English sentence.
"""
_NAMES = ("section", "title", "one", "two", "notes")
_WORDS = {
    "ar": ("القسم", "العنوان", "السحابة مفتوحة", "الشبكة", "ملاحظات المدرب."),
    "he": ("פרק", "כותרת", "הענן פתוח", "רשת", "הערות למדריך."),
    "ja": ("章", "題名", "クラウドは開かれている。", "網", "講師への注記。"),
    "th": ("บท", "หัวข้อ", "คลาวด์เปิดกว้าง", "เครือข่าย", "บันทึกสำหรับผู้สอน"),
    "de": ("Teil", "Titel", "Die Wolke ist offen", "Netz", "Für Lehrende."),
}
_FRONT = "---\ntitle: {title}\nsubtitle: {one}\nlang: {language}\ndate: 2026-11-22\n---\n"


def _text(language: str) -> str:
    words = dict(zip(_NAMES, _WORDS[language], strict=True))
    return (_FRONT + _SLIDES).format(language=language, **words)


def _build(language: str, brand: str | None = None) -> BuiltDeck:
    built = build({"deck.md": _text(language)}, brand=brand)
    assert built.data is not None, built.report
    return built


def _parts(deck: BuiltDeck, pattern: str) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(deck.data or b"")) as archive:
        for name in archive.namelist():
            if re.fullmatch(pattern, name):
                yield archive.read(name).decode()


_TEXTS = r"ppt/(slides|notesSlides|charts)/\w+\.xml"
_RTL_LETTERS = re.compile("[\u0590-\u08ff]")


@pytest.mark.parametrize("language", _WORDS)
def test_every_run_says_its_language(language: str) -> None:
    properties = [
        element
        for part in _parts(_build(language), _TEXTS)
        for element in re.findall(r"<a:(?:rPr|endParaRPr)\b[^>]*>", part)
    ]
    assert len(properties) > 50
    assert {re.findall(r' lang="([^"]*)"', element)[0] for element in properties} == {language, "en"}
    runs = [run for part in _parts(_build(language), _TEXTS) for run in re.findall(r"<a:r>(.{6})", part)]
    assert set(runs) == {"<a:rPr"}


@pytest.mark.parametrize("language", ["ar", "he"])
def test_every_paragraph_of_a_deck_from_right_to_left_says_its_direction(language: str) -> None:
    for part in _parts(_build(language), _TEXTS):
        for paragraph in re.findall(r"<a:p>.*?</a:p>", part, re.DOTALL):
            if "<a:r>" not in paragraph:
                continue
            if _RTL_LETTERS.search(paragraph):
                assert ' rtl="1"' in paragraph or "Courier" in paragraph, paragraph
            if "English sentence" in paragraph or "print" in paragraph:
                assert ' algn="l" rtl="0"' in paragraph, paragraph


@pytest.mark.parametrize("language", ["ar", "ja", "de"])
def test_reset_slide_would_move_nothing(language: str) -> None:
    data = _build(language).data
    assert data is not None
    assert moved_by_reset(data) == []


def test_a_deck_from_right_to_left_is_one_in_all_its_parts() -> None:
    deck = _build("ar")
    assert next(part.count(' rtl="1"') for part in _parts(deck, r"ppt/presentation\.xml")) > 1
    assert any('<a:tblPr rtl="1"' in part for part in _parts(deck, r"ppt/slides/\w+\.xml"))
    assert any('orientation val="maxMin"' in part for part in _parts(deck, r"ppt/charts/\w+\.xml"))
    assert any("<dc:language>ar</dc:language>" in part for part in _parts(deck, r"docProps/core\.xml"))


def test_latin_words_in_east_asian_text_have_their_own_language() -> None:
    slide = next(_parts(_build("ja"), r"ppt/slides/slide3\.xml"))
    assert 'lang="ja" altLang="en-US"' in slide


def test_a_template_for_right_to_left_is_used_as_it_is() -> None:
    """A deck laid out on a template already made for Arabic is the same as on one that was mirrored."""
    plain = _build("ar")
    text = _text("ar").replace("lang: ar", "lang: ar\ntemplate: t.pptx")
    again = build({"deck.md": text, "t.pptx": plain.data or b""})

    def places(deck: BuiltDeck) -> list[list[tuple[str, int | None, int | None]]]:
        slides = deck.open().slides
        return [[(shape.name, shape.left, shape.width) for shape in slide.placeholders] for slide in slides]

    assert places(again)[1:4] == places(plain)[1:4]
    english = build({"deck.md": "---\ntemplate: t.pptx\n---\n\n## A\n\n- b\n", "t.pptx": plain.data or b""})
    (slide,) = english.open().slides
    width = english.open().slide_width
    assert width
    assert slide.shapes.title is not None
    assert slide.shapes.title.left < width // 4
    assert 'rtl="1"' not in next(_parts(english, r"ppt/slideMasters/slideMaster1\.xml"))
