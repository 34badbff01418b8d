"""The steps from a deck as read to a deck as shown, in order."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuild.diagnostics import Collector
from deckbuild.late import late
from deckbuild.model import Agenda, CodeBlock, Deck, Figure, Formula, Passage, Picture, walk
from deckbuild.workspace import Workspace

from .footnotes import number_footnotes
from .includes import include_notes
from .links import check_links

_bound_slides = late("deckbuild.transform.bounds", "bound_slides")
_spread_languages = late("deckbuild.transform.languages", "spread_languages")
_read_figure_files = late("deckbuild.transform.figure_files", "read_figure_files")
_read_code_files = late("deckbuild.transform.code_files", "read_code_files")
_read_csv_tables = late("deckbuild.transform.csv_tables", "read_csv_tables")
_read_formulas = late("deckbuild.transform.formulas", "read_formulas")
_fill_agendas = late("deckbuild.transform.agenda", "fill_agendas")


def _is_large(deck: Deck, most: int) -> bool:
    """Whether the source of a slide's blocks is longer than so many characters, or in several files."""
    for slide in deck.slides:
        if blocks := slide.blocks:
            first, last = blocks[0].span, blocks[-1].span
            if last.end - first.start > most or first.file != last.file:
                return True
    return False


def transform_deck(
    deck: Deck, workspace: Workspace, folder: str, collector: Collector, elsewhere: Iterable[str] = ()
) -> Deck:
    """Return the deck with included notes, tables from CSV files, agendas and numbered footnotes.

    ``folder`` is the deck's, relative to the project: paths in its sources begin there. ``elsewhere`` are the
    ids of further slides that links may lead to, where ``deck`` has only some of a deck's slides. Each step
    says which diagnostics it gives. The work grows with the deck's length and no faster.
    """
    deck = include_notes(deck, workspace, collector)
    # One walk tells each step which slides concern it.
    kinds = [set(map(type, walk([slide]))) for slide in deck.slides]
    present = {kind for found in kinds for kind in found}
    limits = workspace.limits
    if _is_large(deck, min(limits.slide_characters, limits.code_lines, limits.table_cells)):
        deck = _bound_slides(deck, limits, collector)
    if Passage in present or any(slide.lang for slide in deck.slides):
        deck = _spread_languages(deck, kinds)
    if Figure in present:
        deck = _read_figure_files(deck, kinds, workspace, folder, collector)
    if CodeBlock in present:
        deck = _read_code_files(deck, kinds, workspace, folder, collector)
    if Picture in present:
        deck = _read_csv_tables(deck, kinds, workspace, folder, collector)
    if Formula in present or Figure in present:
        deck = _read_formulas(deck, kinds, collector)
    if Agenda in present:
        deck = _fill_agendas(deck, kinds, limits.agenda_entries, collector)
    deck = number_footnotes(deck, kinds, collector)
    check_links(deck, kinds, collector, elsewhere)
    return deck
