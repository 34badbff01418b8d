"""The languages of a deck: where their catalogues are, and opening one to build in."""

from __future__ import annotations

import posixpath
import re

from deckbuild.diagnostics import Collector
from deckbuild.i18n.catalogue import Catalogue
from deckbuild.i18n.po import read_po
from deckbuild.i18n.pseudo import PSEUDO_LANGUAGES, pseudo_translations
from deckbuild.i18n.translate import Policy, catalogue_translations
from deckbuild.pipeline import Language
from deckbuild.project import read_text
from deckbuild.source import Span
from deckbuild.workspace import Workspace

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def locale_folder(deck: str) -> str:
    """Return where a deck's catalogues are: in its folder, or in that of its name beside its file."""
    if deck.endswith(".md"):
        return posixpath.join(posixpath.dirname(deck), "locale", posixpath.basename(deck)[:-3])
    return posixpath.join(deck, "locale")


def catalogue_path(workspace: Workspace, deck: str, tag: str) -> str:
    """Return the path of a language's catalogue; one with gettext's spelling (``pt_BR.po``) is found too."""
    folder = locale_folder(deck)
    spellings = (tag, tag.replace("-", "_"))
    paths = [posixpath.join(folder, f"{spelling}.po") for spelling in spellings]
    return next(filter(workspace.exists, paths), paths[0])


def template_path(deck: str) -> str:
    """Return the path of a deck's template of catalogues."""
    name = posixpath.basename(deck).removesuffix(".md")
    return posixpath.join(locale_folder(deck), f"{name}.pot")


def find_languages(workspace: Workspace, deck: str) -> list[str]:
    """Return the tags of the languages that a deck has catalogues of, in order."""
    names = (posixpath.basename(path) for path in workspace.files(locale_folder(deck)))
    stems = [name[:-3] for name in names if name.endswith(".po")]
    return sorted(stem.replace("_", "-") for stem in stems if _TAG.fullmatch(stem))


def is_tag(text: str) -> bool:
    """Whether a text is formed like a language tag."""
    return text in PSEUDO_LANGUAGES or bool(_TAG.fullmatch(text))


def read_catalogue(workspace: Workspace, deck: str, tag: str, collector: Collector) -> Catalogue | None:
    """Read a language's catalogue. Diagnostics: catalogue-missing, catalogue-syntax, encoding."""
    path = catalogue_path(workspace, deck, tag)
    if not workspace.exists(path):
        collector.report("catalogue-missing", Span(path), f"There is no catalogue of `{tag}` for `{deck}`.")
        return None
    source = read_text(path, workspace, collector)
    return read_po(path, source.text, tag, collector) if source else None


def open_language(
    workspace: Workspace, deck: str, tag: str, policy: Policy, collector: Collector
) -> Language | None:
    """Return a language to build a deck in; None, reported, when it has no catalogue that can be read."""
    if tag in PSEUDO_LANGUAGES:
        return Language(tag, pseudo_translations(), "source")
    catalogue = read_catalogue(workspace, deck, tag, collector)
    return Language(tag, catalogue_translations(catalogue), policy) if catalogue else None
