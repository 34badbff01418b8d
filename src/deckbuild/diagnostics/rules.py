"""Every code a diagnostic may carry, how severe it is, and the hint given when a stage has no better one.

``docs/diagnostics.md`` lists them for users; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass

from .diagnostic import Severity

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of problem: how severe it is, what it is, and what to do by default."""

    severity: Severity
    summary: str
    hint: str = ""


RULES: dict[str, Rule] = {
    "brand-unknown": Rule(_ERROR, "The brand named is not there."),
    "brand-unusable": Rule(_ERROR, "A brand's file cannot be read.", "docs/brand.md lists its keys."),
    "deck-empty": Rule(_ERROR, "The deck has no slides.", "Begin a slide with `## Title`."),
    "encoding": Rule(_ERROR, "A file is not UTF-8 text.", "Save it as UTF-8."),
    "file-unreadable": Rule(_ERROR, "A file cannot be read.", "Check that it is there and may be read."),
    "front-matter-ignored": Rule(_WARNING, "Front matter stands where settings are not read."),
    "output-unwritable": Rule(
        _ERROR, "The deck cannot be written.", "Close it if it is open, or name another place with -o."
    ),
    "path-outside-project": Rule(
        _ERROR, "A path leads out of the project.", "Move the file into the project."
    ),
    "picture-broken": Rule(_ERROR, "A picture cannot be read.", "Save it anew as PNG, JPEG or SVG."),
    "picture-missing": Rule(_ERROR, "There is no such picture."),
    "picture-remote": Rule(_ERROR, "Pictures are not fetched from the network.", "Save it beside the deck."),
    "settings-syntax": Rule(_ERROR, "Settings cannot be read: TOML or YAML is malformed."),
    "settings-unknown-key": Rule(_WARNING, "A key means nothing here."),
    "settings-value": Rule(_ERROR, "A setting has a value of the wrong kind."),
    "template-unusable": Rule(_ERROR, "The template cannot be used.", "Save it anew from PowerPoint."),
    "text-control-character": Rule(_WARNING, "A control character was left out.", "Delete it."),
}
