"""Diagrams in files of their own: ``![alt](figure.mmd)``, so that slides can share one."""

from __future__ import annotations

from deckbuild.diagnostics import Collector
from deckbuild.model import Figure, Picture, Pictures

from .attributes import Attributes
from .places import Place
from .steps import report_steps

_ENDINGS = (".mmd", ".mermaid")


def read_diagram_file(
    picture: Picture | Pictures, attributes: Attributes, place: Place, collector: Collector
) -> Figure | Picture | Pictures:
    """Return the diagram of a picture whose path ends in ``.mmd``, its text yet to be read; else the picture.

    Diagnostics: attribute-value, attribute-not-yet (``steps`` of pictures).
    """
    steps = attributes.get("steps")
    if not isinstance(picture, Picture) or not picture.source.lower().endswith(_ENDINGS):
        if steps:
            message = "Pictures are shown in one step."
            collector.report("attribute-not-yet", place.span(steps.start, steps.end), message)
        return picture
    report_steps(attributes, place, collector)
    return Figure(
        "diagram",
        "",
        picture.span,
        (),
        (("steps", steps.value),) if steps else (),
        picture.alt,
        picture.caption,
        picture.credit,
        picture.width,
        picture.source,
    )
