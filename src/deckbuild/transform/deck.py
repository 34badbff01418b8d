"""The steps from a deck as read to a deck as shown, in order."""

from __future__ import annotations

from deckbuild.diagnostics import Collector
from deckbuild.model import Deck, walk
from deckbuild.workspace import Workspace

from .agenda import fill_agendas
from .code_files import read_code_files
from .csv_tables import read_csv_tables
from .figure_files import read_figure_files
from .footnotes import number_footnotes
from .formulas import read_formulas
from .includes import include_notes
from .links import check_links


def transform_deck(deck: Deck, workspace: Workspace, folder: str, collector: Collector) -> Deck:
    """Return the deck with included notes, tables from CSV files, agendas and numbered footnotes.

    ``folder`` is the deck's, relative to the project: paths in its sources begin there. Each step says
    which diagnostics it gives. The work grows with the deck's length and no faster.
    """
    deck = include_notes(deck, workspace, collector)
    # One walk tells each step which slides concern it.
    kinds = [set(map(type, walk([slide]))) for slide in deck.slides]
    deck = read_figure_files(deck, kinds, workspace, folder, collector)
    deck = read_code_files(deck, kinds, workspace, folder, collector)
    deck = read_csv_tables(deck, kinds, workspace, folder, collector)
    deck = read_formulas(deck, kinds, collector)
    deck = fill_agendas(deck, kinds, collector)
    deck = number_footnotes(deck, kinds, collector)
    check_links(deck, kinds, collector)
    return deck
