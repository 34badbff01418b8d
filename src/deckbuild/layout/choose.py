"""What kind of slide a slide is, by what it holds, and which layout that kind has in the brand."""

from __future__ import annotations

from deckbuild.brand import SlideKind
from deckbuild.model import (
    Cards,
    CodeBlock,
    Columns,
    Figure,
    Heading,
    Image,
    Inline,
    Lab,
    Paragraph,
    Picture,
    Pictures,
    Quotation,
    Slide,
    Table,
    plain_text,
    walk,
)

from .context import DeckContext
from .placeholders import LayoutPlan

_LONGEST_STATEMENT = 160
_MOST_NAMES = 30


def show_content(slide: Slide) -> Slide:
    """Return a section that holds more than a subtitle as the slide it is to its reader; others unchanged.

    Decks whose only headings are ``#`` have all their content under sections.
    """
    if slide.role != "section" or not slide.blocks or slide.layout:
        return slide
    lead = (Paragraph(slide.subtitle, slide.span),) if slide.subtitle else ()
    return slide._replace(role="slide", subtitle=(), blocks=(*lead, *slide.blocks))


def choose_kind(slide: Slide) -> SlideKind:
    """Return what kind of slide a slide is."""
    if slide.role != "slide":
        return slide.role
    blocks = slide.blocks
    if not slide.title:
        return "blank"
    if not blocks:
        return "title-only"
    if len(blocks) == 1:
        return _kind_of_one(blocks[0])
    kinds = {type(block) for block in blocks}
    if Lab in kinds:
        return "lab"
    if Columns in kinds:
        return "columns"
    if kinds <= {Picture, Pictures}:
        return "title-only"
    if kinds == {Quotation, Picture} and len(blocks) == 2:
        return "quotation-picture"
    if (kinds & {Picture, Pictures} or any(map(is_chart, blocks))) and not kinds & {Table, CodeBlock, Cards}:
        return "text-picture"
    return "text"


def is_chart(block: object) -> bool:
    """Whether a block is a chart, which stands where a picture would."""
    return isinstance(block, Figure) and block.kind == "chart"


def _kind_of_one(block: object) -> SlideKind:
    """Return the kind of a slide that holds a single block."""
    match block:
        case Table():
            return "table"
        case Picture():
            return "picture"
        case CodeBlock():
            return "code"
        case Quotation():
            return "quotation"
        case Lab():
            return "lab"
        case Figure(kind="chart"):
            return "text"
        case Cards() | Pictures() | Figure():
            return "title-only"
        case Columns():
            return _kind_of_columns(block)
        case Paragraph(inlines) if _is_statement(inlines):
            return "statement"
    return "text"


def _is_statement(inlines: tuple[Inline, ...]) -> bool:
    """Whether a paragraph is short enough to be said loud, and nothing but text."""
    return len(plain_text(inlines)) <= _LONGEST_STATEMENT and not any(
        isinstance(node, Image) for node in walk(inlines)
    )


def _kind_of_columns(block: Columns) -> SlideKind:
    """Two columns are a comparison when each begins with a heading; a quotation may stand by a picture."""
    if len(block.columns) != 2:
        return "columns"
    first, second = block.columns
    match first.blocks, second.blocks:
        case ((Quotation(),), (Picture(),)) | ((Picture(),), (Quotation(),)):
            return "quotation-picture"
        case ((Heading(), *rest), (Heading(), *others)) if rest and others and first.width == second.width:
            return "comparison"
    return "columns"


def choose_plan(slide: Slide, kind: SlideKind, deck: DeckContext) -> LayoutPlan:
    """Return the layout of a slide: the one its author names, else the brand's for its kind.

    A name that the template lacks is reported (``layout-unknown``).
    """
    if slide.layout:
        named = _find_named(slide.layout, kind, deck)
        if named is not None:
            return named
        _report_unknown(slide, deck)
    if kind == "text-picture" and any(map(is_chart, slide.blocks)):
        kind = "columns"  # a place for pictures takes no chart
    return deck.plan_for(kind)


def _find_named(name: str, kind: SlideKind, deck: DeckContext) -> LayoutPlan | None:
    """Return the plan of the layout of this name, in any letter case, or of the kind of slide called so.

    Of several layouts with one name the best for the slide is taken.
    """
    from deckbuild.brand.mapping import KINDS, best_of

    folded = " ".join(name.split()).casefold()
    layouts = enumerate(deck.template.layouts)
    found = [index for index, layout in layouts if " ".join(layout.name.split()).casefold() == folded]
    if found:
        return deck.plan(found[0] if len(found) == 1 else best_of(deck.template, found, kind), kind)
    return next((deck.plan_for(each) for each in KINDS if each == folded), None)


def _report_unknown(slide: Slide, deck: DeckContext) -> None:
    from difflib import get_close_matches

    names = list(dict.fromkeys(layout.name for layout in deck.template.layouts if layout.name.strip()))
    folded = {name.casefold(): name for name in names}
    near = [folded[name] for name in get_close_matches((slide.layout or "").casefold(), folded, 3, 0.5)]
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    all_names = f"Layouts: {', '.join(names[:_MOST_NAMES])}{more}."
    hint = f"Did you mean {' or '.join(f'`{name}`' for name in near)}? {all_names}" if near else all_names
    deck.collector.report("layout-unknown", slide.span, f"The template has no layout `{slide.layout}`.", hint)
