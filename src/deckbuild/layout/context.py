"""What all of a deck's slides share while they are laid out, and what one slide adds to it."""

from __future__ import annotations

from collections.abc import Mapping

from deckbuild.brand import Brand, SlideKind, words_for
from deckbuild.diagnostics import Collector
from deckbuild.figures import Media
from deckbuild.model import Deck, Slide
from deckbuild.template import Template, TextLevel
from deckbuild.units import from_points

from .laid_out import RunStyle
from .placeholders import LayoutPlan, find_plan
from .settings import LayoutSettings

_RTL_LANGUAGES = frozenset(("ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"))
_MARK_SIGNS = frozenset("*†‡§¶#")
_SCHEME_NAMES = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_THEME_NAMES = (
    frozenset(f"accent{number}" for number in range(1, 7)) | {"hlink", "folHlink"} | {*_SCHEME_NAMES.values()}
)

_TYPICAL: tuple[SlideKind, ...] = ("text", "columns", "picture")
_CARD_SIZE = 18.0

Levels = tuple[TextLevel, ...]


class DeckContext:
    """The deck, its brand and template, with what is worked out once for all slides.

    ``text_levels`` are those that text boxes take their look from, ``column_levels`` those in columns,
    ``card_levels`` on cards, ``caption_levels`` in captions, sources and footnotes. ``gutter`` is the
    room between columns. ``content_height`` is that of the text layout's region. ``used``
    collects the media that slides show, by key.
    """

    __slots__ = (
        "_colors", "_fonts", "_plans", "brand", "caption_levels", "card_levels", "collector",
        "column_levels", "content_height", "deck", "footer_text", "gutter", "media", "note_levels", "rtl",
        "settings", "slide_ids", "style", "table_size", "template", "text_levels", "used", "words",
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
        self.style = RunStyle(lang=deck.language)
        self.used: dict[str, Media] = {}
        self.slide_ids = frozenset(slide.id for slide in deck.slides)
        self._plans: dict[int, LayoutPlan] = {}
        self._colors: dict[str, str] = {}
        theme = template.themes[0] if template.themes else None
        self._fonts = {"+mn-lt": theme.minor_font, "+mj-lt": theme.major_font} if theme else {}
        self.footer_text = _fill_footer(deck, brand, settings)
        self._measure_template()

    def _measure_template(self) -> None:
        """Take the looks of text outside placeholders from the layouts for text, pictures and tables."""
        text, columns, picture = map(self.plan_for, _TYPICAL)
        contents = (*text.objects, *text.bodies) if text else ()
        self.text_levels: Levels = contents[0].levels if contents else _plain_levels(18)
        self.content_height = text.region.cy if text else round(self.template.slide_size[1] * 0.7)
        halves = columns.objects if columns else ()
        self.column_levels: Levels = halves[0].levels if halves else self.text_levels
        self.gutter = halves[1].box.x - halves[0].box.right if len(halves) == 2 else from_points(24)
        self.card_levels = _make_card_levels(self.text_levels, self.brand.minimum.body)
        captions = picture.bodies if picture else ()
        self.caption_levels: Levels = captions[0].levels if captions else _plain_levels(14)
        self.table_size = min(max(round(self.text_levels[0].size * 0.375) * 2.0, 12.0), 18.0)
        notes = next((p for p in self.template.notes if p.type == "body"), None)
        self.note_levels: Levels = notes.levels if notes else _plain_levels(12)

    def color(self, role: str, default: str = "tx1") -> str:
        """Return the brand's colour for a role, as a theme colour's name or RRGGBB."""
        return self.resolve_color(self.brand.palette.get(role, default))

    def resolve_color(self, written: str) -> str:
        """Return a brand's colour (``accent1 darker 25``) as a theme colour's name or RRGGBB."""
        resolved = self._colors.get(written)
        if resolved is None:
            name = _SCHEME_NAMES.get(written, written)
            known = name in _THEME_NAMES or not self.template.themes
            resolved = self._colors[written] = name if known else self._compute_color(written)
        return resolved

    def _compute_color(self, written: str) -> str:
        from deckbuild.brand.colour import is_colour, resolve_colour

        return (
            resolve_colour(written, dict(self.template.themes[0].colors)) if is_colour(written) else written
        )

    def font(self, name: str) -> str:
        """Return the typeface that a theme font's name (``+mn-lt``) stands for, others as they are."""
        return self._fonts.get(name, name)

    def plan(self, index: int) -> LayoutPlan:
        """Return the plan of the template's layout ``index``."""
        plan = self._plans.get(index)
        if plan is None:
            typical = self.plan_for("text")
            plan = self._plans[index] = find_plan(self.template, index, typical)
        return plan

    def plan_for(self, kind: SlideKind) -> LayoutPlan | None:
        """Return the plan of the brand's layout for a kind of slide; None when the template lacks it."""
        name = self.brand.layouts.get(kind)
        for index, layout in enumerate(self.template.layouts):
            if layout.name == name:
                if index in self._plans:
                    return self._plans[index]
                typical = None if kind == "text" else self.plan_for("text")
                plan = self._plans[index] = find_plan(self.template, index, typical)
                return plan
        return None


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


def is_rtl(language: str) -> bool:
    """Whether a BCP 47 tag's language is written from right to left."""
    return language.split("-")[0].lower() in _RTL_LANGUAGES


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
