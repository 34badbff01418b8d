"""What a build tells layout beside the deck, the brand and the template."""

from __future__ import annotations

from deckbuild.model import SlideFit, StepWay
from deckbuild.named_tuple import NamedTuple

from .laid_out import Properties


class LayoutSettings(NamedTuple):
    """Settings of one build.

    ``year`` and ``owner`` fill the brand's footer pattern (``owner`` empty: the brand's own), ``footer``
    replaces the pattern when it is not None. ``date`` is shown in date placeholders as written; there
    are none without it. ``properties`` go into the package as they are.
    ``report_fits`` asks for how full each box is. ``fit`` says what happens to slides that hold too much:
    they are divided (split), kept whole (shrink), or an error. ``steps`` is how build steps are shown where
    the slide does not say; ``steps_everywhere``: whatever it says.
    """

    properties: Properties = Properties()
    year: str = ""
    owner: str = ""
    footer: str | None = None
    date: str = ""
    report_fits: bool = False
    fit: SlideFit = "split"
    steps: StepWay = "clicks"
    steps_everywhere: bool = False
