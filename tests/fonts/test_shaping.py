"""Arabic and Indic words: shaped where HarfBuzz and a font file are there, else allowed enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.fonts import break_lines, find_face, read_font_file

NOTO = Path("/usr/share/fonts/truetype/noto")
SENTENCES = {
    "Arabic": "يتعلم المشاركون كيفية تثبيت النظام وإدارته",
    "Devanagari": "यह पाठ्यक्रम आपको नेटवर्क के बारे में सिखाता है",
}


@pytest.mark.parametrize("script", SENTENCES)
@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_the_allowance_is_never_less_than_the_shaped_width(script: str, style: str) -> None:
    pytest.importorskip("uharfbuzz", reason="HarfBuzz says what is right")
    path = NOTO / f"NotoSans{script}-{style}.ttf"
    if not path.exists():
        pytest.skip(f"{path.name} is not installed")
    text = SENTENCES[script]
    shaping = read_font_file(path.read_bytes(), "Noto Sans")
    [shaped] = break_lines([(text, shaping, 20)], 9999, 9999)
    [allowed] = break_lines([(text, find_face("Calibri", style == "Bold", False)[0], 20)], 9999, 9999)
    assert shaped.width_pt <= allowed.width_pt <= shaped.width_pt * 1.35


def test_marks_and_joiners_take_no_room() -> None:
    face, _ = find_face("Calibri", False, False)
    assert face.advance("مُدَرِّس", 20) == face.advance("مدرس", 20)
    assert face.advance("می\u200cخواهم", 20) == face.advance("میخواهم", 20)
