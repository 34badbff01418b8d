"""Links from slide to slide."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuild.diagnostics import Collector
from deckbuild.link_target import find_lookalike
from deckbuild.model import Deck, Link, Picture, walk
from deckbuild.source import Span

from .rewrite import Kinds

MOST_HINTS = 100
"""Ids meant that are looked for: to look for each of very many would take the square of them."""


def check_links(deck: Deck, kinds: Kinds, collector: Collector, elsewhere: Iterable[str] = ()) -> None:
    """Report links to slides that are neither there nor ``elsewhere``, by id, and hosts that deceive.

    Diagnostics: link-slide-missing, link-lookalike.
    """
    ids = {slide.id for slide in deck.slides}
    ids.update(elsewhere)
    hints = _Hints(ids)
    linking = (slide for slide, found in zip(deck.slides, kinds, strict=True) if found & {Link, Picture})
    for node in walk(linking):
        if isinstance(node, Link):
            _check(node.target, node.span, hints, collector)
        elif isinstance(node, Picture) and node.link:
            _check(node.link, node.span, hints, collector)


class _Hints:
    """The ids of slides, and what was probably meant by one that is not among them."""

    def __init__(self, ids: set[str]) -> None:
        self.ids = ids
        self._sorted: list[str] = []
        self._known: dict[str, str] = {}

    def hint(self, id: str) -> str:
        """Return what to do about a link to no slide."""
        if id not in self._known:
            near = self._find(id) if len(self._known) < MOST_HINTS else None
            hint = f"Did you mean `#{near}`?" if near else "Give a slide this id: `## Title {#" + id + "}`."
            self._known[id] = hint
        return self._known[id]

    def _find(self, id: str) -> str | None:
        from difflib import get_close_matches

        self._sorted = self._sorted or sorted(self.ids)
        return next(iter(get_close_matches(id, self._sorted, n=1)), None)


def _check(target: str, span: Span, hints: _Hints, collector: Collector) -> None:
    if target.startswith("#"):
        if target[1:] not in hints.ids:
            message = f"There is no slide `{target}`."
            collector.report("link-slide-missing", span, message, hints.hint(target[1:]))
    elif "//" in target and (host := find_lookalike(target)):
        message = f"`{host}` mixes letters of several scripts that look alike."
        collector.report("link-lookalike", span, message)
