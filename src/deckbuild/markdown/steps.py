"""Build steps: what ``{steps}`` may say."""

from __future__ import annotations

from deckbuild.diagnostics import Collector

from .attributes import Attributes
from .places import Place

_WAYS = ("clicks", "slides")


def report_steps(attributes: Attributes, place: Place, collector: Collector) -> None:
    """Report a way to show steps that there is not: attribute-value."""
    item = attributes.get("steps")
    if item and item.value not in _WAYS:
        message = f"`{item.value}` is no way to show steps."
        span = place.span(item.start, item.end)
        collector.report("attribute-value", span, message, "Write `steps`, `steps=clicks` or `steps=slides`.")
