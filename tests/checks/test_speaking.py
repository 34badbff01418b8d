"""How long a text takes to speak: by language, in words or characters."""

from __future__ import annotations

import pytest

from deckbuild.checks.speaking import speaking_seconds
from deckbuild.project import CheckSettings


@pytest.mark.parametrize(
    ("text", "language", "seconds"),
    [
        ("word " * 130, "en-US", 60),
        ("Wort " * 102, "de", 60),
        ("字" * 145, "zh-CN", 60),
        ("字" * 204, "ja", 60),
        ("", "en", 0),
        ("word " * 130, "xx", 74),
    ],
)
def test_a_minute_is_as_many_words_or_characters(text: str, language: str, seconds: int) -> None:
    assert speaking_seconds(text, language, CheckSettings()) == pytest.approx(seconds, abs=1)


def test_a_project_may_speak_faster() -> None:
    assert speaking_seconds("word " * 130, "en", CheckSettings(words_per_minute=260)) == pytest.approx(30)
