"""Formulas: LaTeX as authors write it → a tree of what stands beside, above and below what.

    LaTeX --latex--> MathML --mathml--> tree --linear--> text as one reads it in a line

What a formula looks like in a package is spelled by ``pptx/formula.py``, how much room it takes is
estimated by ``layout/formula.py``; both from the tree.
"""

from __future__ import annotations

from .latex import FormulaError, read_formula
from .linear import linear_text

__all__ = ["FormulaError", "linear_text", "read_formula"]
