"""The font files that a ``brand.toml`` names, read so that text in their typefaces is measured with them."""

from __future__ import annotations

from deckbuild.diagnostics import Collector
from deckbuild.fonts import Face, read_font_file
from deckbuild.fonts.named import NamedFonts, Style

from .brand_file import BrandFile
from .entries import locate_entry
from .keys import FONT_STYLES

_STYLES: dict[str, Style] = dict(
    zip(FONT_STYLES, ((False, False), (True, False), (False, True), (True, True)), strict=True)
)


def read_font_files(file: BrandFile, collector: Collector) -> NamedFonts:
    """Return the faces of all files in ``[fonts.files]``, by family and style.

    Reports files that are no fonts (``font-file``), are not there (``file-unreadable``) or not in the project
    (``path-outside-project``), each at its entry; such a style is measured as if it were not named.
    """
    families: dict[str, dict[Style, Face]] = {}
    for family, names in file.values["fonts.files"].items():
        styles = families.setdefault(family, {})
        for style, name in names.items():
            span = locate_entry(file.source, "fonts", "files", family, style)
            data = file.read_file(name, span, collector)
            if data is None:
                continue
            try:
                styles[_STYLES[style]] = read_font_file(data, family)
            except ValueError as error:
                collector.report("font-file", span, f"`{name}` cannot be used: {error}.")
    return NamedFonts(families)
