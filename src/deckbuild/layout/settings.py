"""What a build tells layout beside the deck, the brand and the template."""

from __future__ import annotations

from datetime import date

from deckbuild.late import late
from deckbuild.model import SlideFit, StepWay
from deckbuild.named_tuple import NamedTuple
from deckbuild.project import DeckSettings
from deckbuild.project.epoch import read_epoch

from .laid_out import Properties

_show_date = late("deckbuild.project.dates", "show_date")


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


def layout_settings(settings: DeckSettings, title: str, epoch: str = "") -> LayoutSettings:
    """Return what layout must know of a deck's settings and its plain title.

    ``epoch`` are the seconds of ``SOURCE_DATE_EPOCH`` (reproducible-builds.org): when the deck was made, if
    its settings name no date.
    """
    return LayoutSettings(
        properties=Properties(
            title=title,
            author=settings.author,
            keywords=settings.keywords,
            description=settings.description,
            language=settings.language,
            created=settings.date if _is_iso_date(settings.date) else _epoch_date(epoch),
        ),
        year=str(settings.year or ""),
        owner=settings.owner,
        footer=settings.footer or None,
        date=_show_date(settings.date, settings.language) if settings.date else "",
        fit=settings.fit,
        steps=settings.steps,
    )


def _epoch_date(epoch: str) -> str:
    made = read_epoch(epoch)
    return made.date().isoformat() if made else ""


def _is_iso_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
