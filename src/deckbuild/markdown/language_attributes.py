"""``lang`` and ``translate``: attributes of spans of text, divs and slides alike."""

from __future__ import annotations

import re

from deckbuild.diagnostics import Collector

from .attributes import Attributes
from .places import Place

LANGUAGE_KEYS = ("lang", "translate")

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_TRANSLATE = {"yes": True, "no": False}


def read_language(attributes: Attributes, place: Place, collector: Collector) -> tuple[str | None, bool]:
    """Return the language tag that is given, and whether the text is to be translated.

    Diagnostic: attribute-value (what is given counts as not given).
    """
    lang, translate = attributes.get("lang"), attributes.get("translate")
    tag = lang.value if lang is not None and _TAG.fullmatch(lang.value) else None
    if lang is not None and tag is None:
        collector.report(
            "attribute-value",
            place.span(lang.start, lang.end),
            f"`{lang.value}` is no language tag.",
            "Write a tag such as `de` or `pt-BR`.",
        )
    if translate is not None and translate.value not in _TRANSLATE:
        collector.report(
            "attribute-value",
            place.span(translate.start, translate.end),
            f"`translate={translate.value}` means nothing.",
            "Write `translate=no` for what stays as it is in all languages.",
        )
    return tag, _TRANSLATE.get(translate.value, True) if translate is not None else True
