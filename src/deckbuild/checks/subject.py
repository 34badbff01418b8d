"""What the rules look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain

from deckbuild.brand import Brand
from deckbuild.model import Deck, Node, Slide, walk
from deckbuild.named_tuple import NamedTuple
from deckbuild.project import CheckSettings, DeckSource
from deckbuild.workspace import Workspace


class Subject(NamedTuple):
    """A deck that has been built: its sources, its model with all that was included, paths read.

    ``is_language_named`` says that its settings or its project's name a language, rightly or wrongly.
    """

    source: DeckSource
    deck: Deck
    brand: Brand | None
    workspace: Workspace
    reads: Collection[str]
    settings: CheckSettings
    is_language_named: bool = True


def shown_nodes(slide: Slide) -> Iterator[Node]:
    """Yield all that stands on a slide itself, without its notes."""
    return walk(chain(slide.title, slide.subtitle, slide.blocks, slide.footnotes))
