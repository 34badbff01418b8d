"""Which colours a chart is drawn in: the theme's, told apart from the ground and from each other.

Colours are theme colours' names, such names with a change (``accent1 darker 25``), or RRGGBB.
"""

from __future__ import annotations

from deckbuild.brand.colour import contrast, is_colour, resolve_colour
from deckbuild.figures.chart import ROUND, Chart
from deckbuild.figures.figure_text import FigureText

from .context import DeckContext

_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_CHANGES = ("", " darker 25", " lighter 40", " darker 50")
_SEEN = 1.9  # the least contrast to the ground of what is no text
_READ = 4.5  # WCAG 2.2, 1.4.3


class ChartColors:
    """The colours that a deck offers to its charts. ``ground`` is the RRGGBB behind them."""

    __slots__ = ("_palette", "deck", "faint", "ground", "rule", "text")

    def __init__(self, deck: DeckContext) -> None:
        self.deck = deck
        plan = deck.plan_for("text")
        layout = (plan or deck.plan_for("title-only")).layout
        self._palette = dict(deck.template.themes[layout.master].colors) if deck.template.themes else {}
        self.ground = layout.background
        muted = deck.color("muted")
        self.text = muted if self._is_read(muted) else "tx1"
        light = contrast(self.ground, "000000") > contrast(self.ground, "FFFFFF")
        self.rule = f"bg1 {'darker' if light else 'lighter'} 15"
        self.faint = f"bg1 {'darker' if light else 'lighter'} 25"

    def rgb(self, color: str) -> str:
        """Return the RRGGBB that is painted for a colour."""
        return resolve_colour(color, self._palette) if self._palette and is_colour(color) else "808080"

    def _is_read(self, color: str) -> bool:
        return contrast(self.rgb(color), self.ground) >= _READ

    def read_on_ground(self, color: str) -> str:
        """Return a colour if text in it can be read on the slide, else that of text."""
        return color if self._is_read(color) else self.text

    def text_on(self, color: str) -> str:
        """Return the colour of text on a colour: the slide's ground or its text, whichever is clearer."""
        rgb = self.rgb(color)
        return max(("bg1", "tx1"), key=lambda name: contrast(self.rgb(name), rgb))

    def cycle(self, count: int) -> list[str]:
        """Return so many colours: the accents that stand out from the ground, then changed ones."""
        seen = [name for name in _ACCENTS if contrast(self.rgb(name), self.ground) >= _SEEN]
        names = seen or list(_ACCENTS)
        return [
            names[index % len(names)] + _CHANGES[index // len(names) % len(_CHANGES)]
            for index in range(count)
        ]

    def series(self, chart: Chart) -> tuple[str, ...]:
        """Return the colour of each series: as written, else the next one. Diagnostic: chart-value."""
        defaults = self.cycle(len(chart.series))
        if chart.highlights_series:
            defaults = [self.faint] * len(defaults)
            defaults[chart.highlight or 0] = "accent1"
        pairs = zip(chart.series, defaults, strict=True)
        return tuple(self._resolve(series.color, default) for series, default in pairs)

    def points(self, chart: Chart, index: int, color: str) -> tuple[str, ...]:
        """Return the colour of each point of a series; none when all are alike."""
        count = len(chart.categories)
        if chart.highlights_series or (chart.highlight is None and chart.kind not in ROUND):
            return ()
        if chart.highlight is None:
            return tuple(self.cycle(count))
        faint = self.faint if len(chart.series) == 1 else f"{color} lighter 60"
        if not is_colour(faint):
            faint = self.faint
        return tuple(color if at == chart.highlight else faint for at in range(count))

    def _resolve(self, written: FigureText | None, default: str) -> str:
        if written is None:
            return default
        name = written.text.removeprefix("#")
        if name in self.deck.brand.palette:
            return self.deck.color(name)
        if is_colour(name):
            return self.deck.resolve_color(name)
        hint = f"Write RRGGBB, {_ACCENTS[0]} to {_ACCENTS[-1]}, or a role of the brand."
        message = f"`{written.text}` is no colour."
        self.deck.collector.report("chart-value", written.span, message, hint)
        return default
