"""A slide or notes slide being written: its relationships, and what of the deck its shapes refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckbuild.layout.laid_out import ChartShape, Hyperlink, LaidOutDeck

from .chart_parts import ChartParts
from .media import MediaParts
from .relationships import Relationships
from .xml import escape_attribute

if TYPE_CHECKING:
    from .timing import PlayedClip

# A link keeps its run's own colour only with this extension; PowerPoint else paints it `hlink`.
_OWN_COLOR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)


class Part:
    """What the writers of text, pictures and tables ask for while a part is written.

    `language` is that of paragraphs without text. `slides` is where slide parts stand as seen from
    this part, None in a part that may not lead to slides: a notes slide has one relationship to a
    slide, its own. `shape_ids` are the ids of shapes on the slide that others refer to, by key.
    `charts` are those of the whole package.
    """

    __slots__ = ("charts", "clips", "deck", "language", "media", "relationships", "shape_ids", "slides")

    def __init__(
        self,
        deck: LaidOutDeck,
        media: MediaParts,
        language: str,
        slides: str | None = "",
        charts: ChartParts | None = None,
    ) -> None:
        self.deck = deck
        self.media = media
        self.language = language
        self.slides = slides
        self.charts = charts or ChartParts()
        self.relationships = Relationships()
        self.shape_ids: dict[str, int] = {}
        self.clips: list[PlayedClip] = []

    def spell_hyperlink(self, link: Hyperlink, own_color: bool = False) -> str:
        """Spell `a:hlinkClick`; nothing for a link that leads nowhere."""
        tooltip = f' tooltip="{escape_attribute(link.tooltip)}"' if link.tooltip else ""
        if link.slide_id is not None:
            index = self.deck.anchors.get(link.slide_id)
            if index is None or self.slides is None:
                return ""
            identifier = self.relationships.add("slide", f"{self.slides}slide{index + 1}.xml")
            tooltip += ' action="ppaction://hlinksldjump"'
        else:
            from .uri import make_uri  # many decks have no links

            uri = make_uri(link.url or "")
            if not uri:
                return ""
            identifier = self.relationships.add_external("hyperlink", uri)
        if own_color:
            return f'<a:hlinkClick r:id="{identifier}"{tooltip}>{_OWN_COLOR}</a:hlinkClick>'
        return f'<a:hlinkClick r:id="{identifier}"{tooltip}/>'

    def add_chart(self, shape: ChartShape) -> str:
        """Take a chart into the package; return the id of the relationship to its part."""
        return self.relationships.add("chart", f"../charts/{self.charts.add(shape)}")

    def spell_blip(self, key: str) -> str:
        """Spell `a:blip` for a picture of the deck's media, with its vector source if it has one."""
        bitmap, vector = self.media.names(key)
        identifier = self.relationships.add("image", f"../media/{bitmap}")
        if vector is None:
            return f'<a:blip r:embed="{identifier}"/>'
        source = self.relationships.add("image", f"../media/{vector}")
        return (
            f'<a:blip r:embed="{identifier}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
            '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
            f'r:embed="{source}"/></a:ext></a:extLst></a:blip>'
        )
