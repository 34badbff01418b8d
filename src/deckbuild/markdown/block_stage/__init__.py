"""Blocks of a Markdown source: CommonMark's own procedure, building Python-Markdown's tree.

Python-Markdown reads blocks in its own way, which is not what CommonMark authors expect, and forgets
where they stood. This stage takes the place of its block parser; the texts of leaves are left for
``inline_stage/``.

The tree's elements, with their attributes:

- ``p``, ``h1`` to ``h6``, ``blockquote``, ``hr`` (``marker``: the line as written);
- ``ul``, ``ol`` (``start``, ``delimiter``: ``.``, ``)`` or ``()``, ``style``: decimal, lower-alpha,
  upper-alpha, lower-roman, upper-roman), both with ``loose="1"`` if loose; ``li``, with a ``p`` in
  tight lists too;
- ``pre``, for fenced code with ``fenced="1"`` and ``info``, the whole info string;
- ``table`` of ``thead``, ``tbody``, ``tr``, ``th`` and ``td`` (``align``); a row has at least as many
  cells as the header, and more if more were written;
- ``div`` (``name`` and ``attributes`` as written), ``footnote`` (``label``), ``dl`` (``loose``) of
  ``dt`` and ``dd``, ``html`` and ``comment`` with the raw text.

Problems reported: unclosed-div, stray-div-end, unclosed-fence, unclosed-comment,
table-cell-beyond-header.
"""

from __future__ import annotations

from .extension import BlockStageExtension, parse
from .parsed import Cut, Cuts, Parsed, Problem
from .stage import BlockStage

__all__ = ["BlockStage", "BlockStageExtension", "Cut", "Cuts", "Parsed", "Problem", "parse"]
