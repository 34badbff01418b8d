"""Looking at a template before decks use it: what it has, what is unwise, and a `brand.toml` for it."""

from __future__ import annotations

from .brand_toml import write_brand_toml
from .check import check_template
from .describe import describe_template
from .picture import draw_layouts
from .report import report_template

__all__ = ["check_template", "describe_template", "draw_layouts", "report_template", "write_brand_toml"]
