"""What all of a deck's slides share while they are laid out, and what one slide adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from deckbuild.brand import Brand, SlideKind, words_for
from deckbuild.diagnostics import Collector
from deckbuild.figures import Media
from deckbuild.fonts import Face, find_face
from deckbuild.language import EAST_ASIAN, is_rtl, script_of
from deckbuild.model import Deck, Slide
from deckbuild.template import Template, TextLevel
from deckbuild.units import from_points

from .compose import SCHEME_NAMES, readable_levels
from .laid_out import RunStyle
from .placeholders import LayoutPlan, Roles, find_plan
from .settings import LayoutSettings

if TYPE_CHECKING:
    from deckbuild.brand.mapping import MappedLayout

    from .adapt import Adaptation

_MARK_SIGNS = frozenset("*†‡§¶#")
_THEME_NAMES = (
    frozenset(f"accent{number}" for number in range(1, 7)) | {"hlink", "folHlink"} | {*SCHEME_NAMES.values()}
)

TALL = 1.25
"""Faces whose lines are up to so many sizes high are drawn at the same pitch (measured: Arial's 1.15 and
Calibri's 1.22 are)."""

_TYPICAL: tuple[SlideKind, ...] = ("text", "columns", "picture")
_CARD_SIZE = 18.0
_CAPTION_SIZE = 14.0

Levels = tuple[TextLevel, ...]
FooterFit = tuple[float | None, tuple[int, int, int, int] | None]
"""The size and insets of a footer's line, None where the template's own will do."""


class DeckContext:
    """The deck, its brand and template, with what is worked out once for all slides.

    ``text_levels`` are those that text boxes take their look from, ``column_levels`` those in columns,
    ``card_levels`` on cards, ``caption_levels`` in captions, sources and footnotes. ``gutter`` is the
    room between columns. ``content_height`` is that of the text layout's region. ``used``
    collects the media that slides show, by key, ``families`` the typefaces they are set in. ``mixed`` says
    that some text is in a language of the other direction; ``code_rtl`` is the direction of code, where it
    must be said. ``has_tall_faces`` says that the brand names a font file whose lines are higher than the
    usual pitch, ``has_tall_lines`` that some may be for that reason or as the deck is in an East Asian
    language. ``footer_fits`` is how footers fit, by placeholder and text.
    """

    __slots__ = (
        "_adaptations", "_colors", "_fonts", "_kinds", "_mapped", "_plans", "_theme_colors", "brand",
        "caption_levels", "card_levels", "code_rtl", "collector", "column_levels", "content_height", "deck",
        "families", "footer_fits", "footer_text", "gutter", "has_tall_faces", "has_tall_lines", "media",
        "mixed", "note_levels", "note_slot", "rtl", "settings", "style", "table_size", "template",
        "text_levels", "used", "words",
    )  # fmt: skip

    def __init__(
        self,
        deck: Deck,
        brand: Brand,
        template: Template,
        media: Mapping[str, Media],
        settings: LayoutSettings,
        collector: Collector,
    ) -> None:
        self.deck = deck
        self.brand = brand
        self.template = template
        self.media = media
        self.settings = settings
        self.collector = collector
        self.words = words_for(deck.language, brand.words)
        self.rtl = is_rtl(deck.language)
        self.code_rtl = False if self.rtl else None
        self.mixed = False
        self.style = RunStyle(lang=deck.language)
        self.used: dict[str, Media] = {}
        self._plans: dict[tuple[int, SlideKind], LayoutPlan] = {}
        self._kinds: dict[SlideKind, LayoutPlan] = {}
        self._mapped: dict[SlideKind, MappedLayout] | None = None
        self._colors: dict[str, str] = {}
        self._adaptations: dict[int, Adaptation | None] = {}
        text = self.plan_for("text")
        theme = template.themes[text.layout.master] if template.themes else None
        self._theme_colors = dict(theme.colors) if theme else {}
        self._fonts = {"+mn-lt": theme.minor_font, "+mj-lt": theme.major_font} if theme else {}
        self.families: set[str] = set()
        self.has_tall_faces = brand.fonts is not None and brand.fonts.line_height > TALL
        self.has_tall_lines = self.has_tall_faces or script_of(deck.language) in EAST_ASIAN
        self.footer_fits: dict[tuple[int, int | str], FooterFit] = {}
        self.footer_text = _fill_footer(deck, brand, settings)
        self._measure_template()

    def _measure_template(self) -> None:
        """Take the looks of text outside placeholders from the layouts for text, pictures and tables."""
        text, columns, picture = map(self.plan_for, _TYPICAL)
        contents = (*text.objects, *text.bodies)
        self.text_levels: Levels = contents[0].levels if contents else _plain_levels(18)
        if contents and contents[0].fill:
            self.text_levels = readable_levels(self.template, text.index, self.text_levels)
        self.content_height = text.region.cy
        halves = columns.objects
        self.column_levels: Levels = halves[0].levels if halves else self.text_levels
        if halves and halves[0].fill:
            self.column_levels = readable_levels(self.template, columns.index, self.column_levels)
        self.gutter = halves[1].box.x - halves[0].box.right if len(halves) == 2 else from_points(24)
        self.card_levels = _make_card_levels(self.text_levels, self.brand.minimum.body)
        captions = picture.bodies
        self.caption_levels: Levels = captions[0].levels if captions else _caption_levels(self.text_levels[0])
        self.table_size = min(max(round(self.text_levels[0].size * 0.375) * 2.0, 12.0), 18.0)
        self.note_slot = next((p for p in self.template.notes if p.type == "body"), None)
        self.note_levels: Levels = self.note_slot.levels if self.note_slot else _plain_levels(12)

    def color(self, role: str, default: str = "tx1") -> str:
        """Return the brand's colour for a role, as a theme colour's name or RRGGBB."""
        return self.resolve_color(self.brand.palette.get(role, default))

    def resolve_color(self, written: str) -> str:
        """Return a brand's colour (``accent1 darker 25``) as a theme colour's name or RRGGBB."""
        resolved = self._colors.get(written)
        if resolved is None:
            name = SCHEME_NAMES.get(written, written)
            known = name in _THEME_NAMES or not self._theme_colors
            resolved = self._colors[written] = name if known else self._compute_color(written)
        return resolved

    def _compute_color(self, written: str) -> str:
        from deckbuild.brand.colour import is_colour, resolve_colour

        return resolve_colour(written, self._theme_colors) if is_colour(written) else written

    def font(self, name: str) -> str:
        """Return the typeface that a theme font's name (``+mn-lt``) stands for, others as they are."""
        family = self._fonts.get(name, name)
        self.families.add(family)
        return family

    def face(self, name: str, bold: bool = False, italic: bool = False) -> tuple[Face, str | None]:
        """Return the face that measures a typeface or theme font, and what is measured instead of it."""
        family = self.font(name)
        fonts = self.brand.fonts
        return find_face(family, bold, italic) if fonts is None else fonts.find(family, bold, italic)

    def find_adaptation(self, index: int) -> Adaptation | None:
        """Return what text on the template's layout ``index`` has to say itself, None for nothing."""
        if index not in self._adaptations:
            from .adapt import find_adaptation

            colors = tuple(map(self.color, ("strong", "accent", "text")))
            self._adaptations[index] = find_adaptation(self.template, index, colors)
        return self._adaptations[index]

    def plan(self, index: int, kind: SlideKind) -> LayoutPlan:
        """Return the plan of the template's layout ``index`` for a kind of slide."""
        plan = self._plans.get((index, kind))
        if plan is None:
            from deckbuild.brand.mapping import fill_roles

            plan = self._plans[index, kind] = self._find_plan(
                index, kind, fill_roles(self.template, index, kind)
            )
        return plan

    def plan_for(self, kind: SlideKind) -> LayoutPlan:
        """Return the plan for a kind of slide: the brand's layout, else the one found to serve it best."""
        plan = self._kinds.get(kind)
        if plan is None:
            index, roles = self._choose_layout(kind)
            plan = self._kinds[kind] = self._find_plan(index, kind, roles)
        return plan

    def _choose_layout(self, kind: SlideKind) -> tuple[int, Roles]:
        from deckbuild.brand.mapping import best_of, intended_roles, map_layouts

        name = self.brand.layouts.get(kind, "").casefold()
        named = [
            index
            for index, layout in enumerate(self.template.layouts)
            if name and layout.name.casefold() == name
        ]
        if named:
            index = named[0] if len(named) == 1 else best_of(self.template, named, kind)
            return index, intended_roles(self.template, index, kind)
        if self._mapped is None:
            self._mapped = map_layouts(self.template)
        found = self._mapped[kind]
        return found.layout_index, found.placeholders

    def _find_plan(self, index: int, kind: SlideKind, roles: Roles) -> LayoutPlan:
        typical = None if kind == "text" else self.plan_for("text")
        return find_plan(self.template, index, kind, roles, typical)


class SlideContext:
    """The deck's context and the marks of one slide's footnotes, by label in lower case."""

    __slots__ = ("deck", "marks", "slide")

    def __init__(self, deck: DeckContext, slide: Slide) -> None:
        self.deck = deck
        self.slide = slide
        self.marks = _number_footnotes(slide) if slide.footnotes else {}


def _number_footnotes(slide: Slide) -> dict[str, str]:
    """Give each footnote its mark: a label of signs such as ``*`` is its own mark, others are numbered."""
    marks: dict[str, str] = {}
    number = 0
    for footnote in slide.footnotes:
        is_sign = set(footnote.label) <= _MARK_SIGNS
        number += not is_sign
        marks[footnote.label.casefold()] = footnote.label if is_sign else str(number)
    return marks


def _caption_levels(text: TextLevel) -> Levels:
    """Return the looks of captions in a template without any: small, in the text's face and colour."""
    level = TextLevel(min(_CAPTION_SIZE, text.size), font=text.font, color=text.color)
    return tuple(level for _ in range(9))


def _plain_levels(size: float) -> Levels:
    return tuple(TextLevel(size=size) for _ in range(9))


def _fill_footer(deck: Deck, brand: Brand, settings: LayoutSettings) -> str:
    """Return the footer's text: the settings' own, else the brand's pattern, with its fields filled."""
    text = brand.footer if settings.footer is None else settings.footer
    fields = {"year": settings.year, "owner": settings.owner or brand.owner, "title": deck.title}
    for name, value in fields.items():
        text = text.replace(f"{{{name}}}", value)
    return " ".join(text.split())


def _make_card_levels(levels: Levels, minimum: float) -> Levels:
    """Return the looks of text on cards: those of the text layout, smaller and less indented."""
    factor = min(_CARD_SIZE / levels[0].size, 1.0)
    return tuple(
        level._replace(
            size=max(float(round(level.size * factor)), min(minimum, level.size)),
            margin_left=round(level.margin_left * factor),
            indent=round(level.indent * factor),
            space_before_points=level.space_before_points * factor,
        )
        for level in levels
    )
