"""Links from slide to slide."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuild.diagnostics import Collector
from deckbuild.model import Deck, Link, Picture, walk
from deckbuild.source import Span

from .rewrite import Kinds


def check_links(deck: Deck, kinds: Kinds, collector: Collector, elsewhere: Iterable[str] = ()) -> None:
    """Report links to slides that are neither there nor ``elsewhere``, by id: link-slide-missing."""
    ids = {slide.id for slide in deck.slides}
    ids.update(elsewhere)
    linking = (slide for slide, found in zip(deck.slides, kinds, strict=True) if found & {Link, Picture})
    for node in walk(linking):
        if isinstance(node, Link):
            _check(node.target, node.span, ids, collector)
        elif isinstance(node, Picture) and node.link:
            _check(node.link, node.span, ids, collector)


def _check(target: str, span: Span, ids: set[str], collector: Collector) -> None:
    if target.startswith("#") and target[1:] not in ids:
        from difflib import get_close_matches

        near = get_close_matches(target[1:], sorted(ids), n=1)
        hint = f"Did you mean `#{near[0]}`?" if near else "Give a slide this id: `## Title {" + target + "}`."
        collector.report("link-slide-missing", span, f"There is no slide `{target}`.", hint)
