"""What a deck wears: its brand, its template, and the settings of its layout."""

from __future__ import annotations

from pathlib import Path

from deckbuild.brand import Brand, complete_brand, load_brand
from deckbuild.diagnostics import Collector
from deckbuild.language import is_rtl, script_of
from deckbuild.layout import LayoutSettings, layout_settings
from deckbuild.model import Deck, StepWay
from deckbuild.named_tuple import NamedTuple
from deckbuild.project import DeckSource
from deckbuild.project.epoch import explain_epoch, read_epoch
from deckbuild.source import Span
from deckbuild.template import Template, TemplateError, open_template
from deckbuild.workspace import OutsideProject, Workspace


class TemplateFile(NamedTuple):
    """A template that is to be used whatever the brand says: its file's name, for messages, and content."""

    name: str
    data: bytes


class Look(NamedTuple):
    """What a deck is to look like instead of what its settings say: a brand's name, a template.

    ``steps`` is how build steps are shown, whatever the deck says of them.
    """

    brand: str | None = None
    template: TemplateFile | None = None
    steps: StepWay | None = None


class Dress(NamedTuple):
    """What a deck's slides are laid out with: its brand, the template made fit for its language, settings."""

    brand: Brand
    template: Template
    settings: LayoutSettings


def read_template(path: Path) -> TemplateFile:
    """Read a template that is named from outside the project."""
    return TemplateFile(path.name, path.read_bytes())


def open_dress(
    source: DeckSource, deck: Deck, look: Look, workspace: Workspace, collector: Collector
) -> Dress | None:
    """Return what a deck is to be laid out with; None where a brand cannot be used, which has been reported.

    Of ``deck`` its title and language count.
    """
    branding = _open_brand(source, look, workspace, collector)
    if branding is None:
        return None
    brand, template = branding
    if is_rtl(deck.language) != template.rtl or script_of(deck.language):
        from deckbuild.template.localise import localise

        template = localise(template, deck.language, brand.scripts or {}, workspace)
    epoch = workspace.variable("SOURCE_DATE_EPOCH")
    if epoch and read_epoch(epoch) is None:
        collector.report("settings-value", Span("SOURCE_DATE_EPOCH"), explain_epoch(epoch))
    settings = layout_settings(source.settings, deck.title, epoch)
    if look.steps:
        settings = settings._replace(steps=look.steps, steps_everywhere=True)
    return Dress(brand, template, settings)


def _open_brand(
    source: DeckSource, look: Look, workspace: Workspace, collector: Collector
) -> tuple[Brand, Template] | None:
    """Load the brand and template asked for, compiled; None when one cannot be used, which has been reported.

    A template asked for goes before the brand's own, and its theme's colours before the brand's; the brand
    that the settings name does not count then.
    """
    settings = source.settings
    place = Span(source.folder or source.name) if look.brand or look.template else source.brand_span
    asked = look.template or _named_template(source, look, workspace, collector)
    if asked is None and settings.template and not look.brand:
        return None
    name = look.brand or ("" if asked else settings.brand)
    brand = load_brand(name, place, workspace, collector) if name else None
    if name and brand is None:
        return None
    file = asked or (TemplateFile(brand.name, brand.template) if brand else None)
    assert file is not None
    try:
        template = open_template(file.data, workspace)
    except TemplateError as error:
        which = f"`{file.name}`" if asked else f"of `{file.name}`"
        message = f"The template {which} cannot be used: {str(error).rstrip('.')}."
        collector.report("template-unusable", place, message)
        return None
    if asked is None and brand is not None:
        return complete_brand(brand, template), template
    from deckbuild.brand.derive import derive_brand

    return derive_brand(template, file.data, Path(file.name).stem, settings.owner, brand), template


def _named_template(
    source: DeckSource, look: Look, workspace: Workspace, collector: Collector
) -> TemplateFile | None:
    """Read the template that the deck's settings name, unless a brand was asked for."""
    path = source.settings.template
    if not path or look.brand:
        return None
    try:
        return TemplateFile(path, workspace.read(workspace.resolve(path, source.folder)))
    except OutsideProject:
        collector.report("path-outside-project", source.brand_span, f"`{path}` is not in this project.")
    except OSError as error:
        problem = f"The template `{path}` cannot be read: {error.strerror}."
        collector.report("template-unusable", source.brand_span, problem)
    return None
