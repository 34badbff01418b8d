"""How much of anything a build takes: ``[limits]`` of ``deckbuild.toml``, explained in docs/settings.md."""

from __future__ import annotations

from deckbuild.named_tuple import NamedTuple


class Limits(NamedTuple):
    """Bounds, so that no input takes all of a machine's time or memory.

    ``file_bytes`` of any file that is read, ``text_bytes`` of one with text in it (Markdown, settings,
    tables, code, catalogues); ``picture_pixels`` of a bitmap that is decoded; ``svg_bytes`` of an SVG,
    ``svg_seconds`` of processor time and ``svg_memory`` bytes to draw it. ``slide_characters`` of a slide's
    Markdown without its notes, ``code_lines`` of a listing, ``table_cells`` of a table, ``cell_lines`` that
    end at line breaks of one of its cells, ``figure_characters`` of a file that a figure is made of,
    ``agenda_entries`` of an agenda.
    """

    file_bytes: int = 512 * 2**20
    text_bytes: int = 8 * 2**20
    picture_pixels: int = 178_956_970
    svg_bytes: int = 8_000_000
    svg_seconds: int = 5
    svg_memory: int = 1 * 2**30
    slide_characters: int = 100_000
    code_lines: int = 2000
    table_cells: int = 20_000
    cell_lines: int = 200
    figure_characters: int = 200_000
    agenda_entries: int = 1000
