"""Makes a template package (masters, layouts, theme, table style) from a brand's `brand.toml`."""

from __future__ import annotations

from deckbuild.brand.make.contrast import find_low_contrasts, report_low_contrasts
from deckbuild.brand.make.design import BrandDesign, read_design
from deckbuild.brand.make.package import make_template, spell_as_template

__all__ = [
    "BrandDesign",
    "find_low_contrasts",
    "make_template",
    "read_design",
    "report_low_contrasts",
    "spell_as_template",
]
