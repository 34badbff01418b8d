"""Checking a deck's translations: each against its source, all of them against the room there is."""

from __future__ import annotations

from deckbuild.diagnostics import Collector
from deckbuild.dress import Look
from deckbuild.i18n.catalogue import Catalogue
from deckbuild.i18n.check import check_catalogue
from deckbuild.i18n.status import FileStatus, Status, find_status
from deckbuild.i18n.terms import Terms
from deckbuild.i18n.translate import catalogue_translations
from deckbuild.markdown import read_inlines
from deckbuild.pipeline import Language, compile_in
from deckbuild.workspace import Workspace

from .catalogues import Extracted
from .glyphs import check_glyphs
from .languages import read_catalogue
from .versions import check_versions, find_versions

_FITTING = ("title-too-long", "text-overflow", "slide-too-full", "table-too-wide", "diagram-too-dense")
"""What is told of a translated deck: whether it fits. All else is told when the source is built."""


def check_language(
    workspace: Workspace, path: str, extracted: Extracted, tag: str, terms: Terms, least: float
) -> tuple[Status | None, Collector]:
    """Check a language of a deck; no status when its catalogue cannot be read.

    ``least`` is how many per cent must be translated. Diagnostics: those of ``read_catalogue`` and
    ``check_catalogue``, translation-incomplete, translation-structure, translation-glyph, those of
    ``check_versions``, and those of fitting.
    """
    collector = Collector()
    catalogue = read_catalogue(workspace, path, tag, collector)
    if catalogue is None:
        return None, collector
    versions = find_versions(workspace, extracted.source, tag)
    check_versions(versions, tag, collector)
    files = tuple(FileStatus(file.path, file.version, file.state) for file in versions)
    status = find_status(path, extracted.messages, catalogue)._replace(files=files)
    check_catalogue(catalogue, terms, read_inlines, collector)
    if status.percent < least and catalogue.entries:
        place = catalogue.entries[0].place
        assert place is not None
        message = f"{status.percent:.1f} % of {path} is translated; at least {least:g} % is wanted."
        collector.report("translation-incomplete", place._replace(line=0, column=0), message)
    _check_laid_out(workspace, extracted, catalogue, collector)
    return status, collector


def _check_laid_out(
    workspace: Workspace, extracted: Extracted, catalogue: Catalogue, collector: Collector
) -> None:
    """Lay the translated deck out; tell what does not fit, and what its typefaces cannot show."""
    found = Collector()
    language = Language(catalogue.language, catalogue_translations(catalogue))
    compiled = compile_in(language, extracted.source, Look(), workspace, found)
    if compiled and compiled.brand and compiled.laid_out:
        check_glyphs(catalogue, compiled.brand, compiled.laid_out, collector)
    for diagnostic in found.sorted():
        if diagnostic.code == "translation-structure":
            collector.report(diagnostic.code, diagnostic.span, diagnostic.message)
        elif diagnostic.code in _FITTING and diagnostic.span.file.endswith(".po"):
            message = f"{catalogue.language}: {diagnostic.message}"
            collector.report(diagnostic.code, diagnostic.span, message, diagnostic.hint)
