"""Language tags: fallbacks and direction."""

from __future__ import annotations

import pytest

from deckbuild.language import canonical_tag, fallbacks, is_rtl, script_of

_RIGHT_TO_LEFT = ("ar", "he", "fa-IR", "ur", "yi", "ps", "ckb", "dv", "ug", "AR-eg", "az-Arab", "qps-plocm")
_LEFT_TO_RIGHT = ("en", "de", "ja", "hi", "ks-Deva", "ku", "ar-Latn", "qps-ploc", "az")


@pytest.mark.parametrize(
    ("tag", "tags"),
    [
        ("de", ("de",)),
        ("de-at", ("de-AT", "de")),
        ("zh-hant-tw", ("zh-Hant-TW", "zh-Hant", "zh")),
        ("zh-TW", ("zh-TW", "zh-Hant", "zh")),  # the region stands for its script
        ("nb-NO", ("nb-NO", "nb", "no")),
        ("de-x-team", ("de-x-team", "de")),  # no subtag of one letter ends a tag
    ],
)
def test_fallbacks_end_with_the_language_alone(tag: str, tags: tuple[str, ...]) -> None:
    assert fallbacks(tag) == tags


@pytest.mark.parametrize(
    "tag",
    _RIGHT_TO_LEFT,
)
def test_languages_from_right_to_left(tag: str) -> None:
    assert is_rtl(tag)


@pytest.mark.parametrize("tag", _LEFT_TO_RIGHT)
def test_languages_from_left_to_right(tag: str) -> None:
    assert not is_rtl(tag)


def test_a_tag_is_written_in_the_usual_case() -> None:
    assert canonical_tag("ZH_hANT_tw") == "zh-Hant-TW"


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("ja-JP", "Jpan"), ("ko", "Hang"), ("zh", "Hans"), ("zh-CN", "Hans"), ("zh-TW", "Hant"),
        ("zh-Hant-HK", "Hant"), ("ar", "Arab"), ("az-Arab", "Arab"), ("ur-Aran", "Arab"), ("he", "Hebr"),
        ("th", "Thai"), ("hi", "Deva"), ("de", ""), ("ru", ""), ("sr-Latn", ""), ("qps-plocm", ""),
    ],
)  # fmt: skip
def test_a_language_is_written_in_a_script(tag: str, script: str) -> None:
    assert script_of(tag) == script
