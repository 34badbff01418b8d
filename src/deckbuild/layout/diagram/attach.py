"""Where messages of a sequence diagram are glued: to lifelines, and to bars where somebody is at work.

Both are shapes with a connection site for each message that meets them, so that a participant who is moved
takes his messages along.
"""

from __future__ import annotations

from deckbuild.figures.diagram import Participant, Sequence
from deckbuild.layout.laid_out import Glue, Share

from .columns import Columns
from .rows import MessageRow, Rect, Rows

_NEAR = 0.01  # points
_SIDES = 4  # connection sites that every shape has, one on each side, before those of messages


class Attachments:
    """The sites of one diagram's lifelines and bars, by the messages that meet them."""

    __slots__ = ("_bars", "_ends", "_lifelines", "_prefix")

    def __init__(self, chart: Sequence, columns: Columns, rows: Rows, prefix: str) -> None:
        self._prefix = prefix
        self._lifelines: dict[str, list[Share]] = {each.id: [] for each in chart.participants}
        self._bars: list[list[Share]] = [[] for _ in rows.bars]
        self._ends: dict[int, tuple[Glue, Glue]] = {}
        for row in rows.messages:
            message = row.message
            if message.source != message.target:
                start = self._attach(message.source, row.x1, row.y, rows)
                self._ends[id(row)] = start, self._attach(message.target, row.x2, row.y, rows)

    def _attach(self, participant: str, x: float, y: float, rows: Rows) -> Glue:
        for number, bar in enumerate(rows.bars):
            place = bar.rect
            if _is_inside(y, place) and min(abs(x - place.x), abs(x - place.x - place.width)) < _NEAR:
                share = 0.0 if abs(x - place.x) < _NEAR else 1.0
                sites = self._bars[number]
                return Glue(self.bar_key(number), _add(sites, (share, (y - place.y) / place.height)))
        sites = self._lifelines[participant]
        return Glue(f"{self._prefix}{participant} line", _add(sites, (0.5, y / rows.height)))

    def ends(self, row: MessageRow) -> tuple[Glue, Glue]:
        """Return what the beginning and the end of a message between two participants are glued to."""
        return self._ends[id(row)]

    def lifeline_key(self, participant: Participant) -> str:
        """Return the key of a participant's lifeline."""
        return f"{self._prefix}{participant.id} line"

    def lifeline_sites(self, participant: Participant) -> tuple[Share, ...]:
        """Return the connection sites of a participant's lifeline."""
        return tuple(self._lifelines[participant.id])

    def bar_key(self, number: int) -> str:
        """Return the key of a bar."""
        return f"{self._prefix}bar {number}"

    def bar_sites(self, number: int) -> tuple[Share, ...]:
        """Return the connection sites of a bar."""
        return tuple(self._bars[number])


def _is_inside(y: float, place: Rect) -> bool:
    return place.y - _NEAR <= y <= place.y + place.height + _NEAR


def _add(sites: list[Share], site: Share) -> int:
    """Add a site if it is new; return its number."""
    if site not in sites:
        sites.append(site)
    return _SIDES + sites.index(site)
