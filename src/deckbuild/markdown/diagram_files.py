"""Diagrams in files of their own: ``![alt](figure.mmd)``, so that slides can share one."""

from __future__ import annotations

from deckbuild.model import Figure, Picture, Pictures

from .attributes import Attributes
from .context import Context
from .places import Place

_ENDINGS = (".mmd", ".mermaid")


def is_diagram_file(picture: Picture | Pictures) -> bool:
    """Whether the path of a picture is that of a diagram."""
    return isinstance(picture, Picture) and picture.source.lower().endswith(_ENDINGS)


def make_diagram(context: Context, picture: Picture, attributes: Attributes, place: Place) -> Figure:
    """Return the diagram of a picture whose path is one, its text yet to be read.

    Diagnostics: attribute-value.
    """
    steps = context.steps
    stepped = steps.open(steps.asks(attributes, place, context.collector))
    return Figure(
        "diagram",
        "",
        picture.span,
        (),
        (("steps", ""),) if stepped else (),
        picture.alt,
        picture.caption,
        picture.credit,
        picture.width,
        picture.source,
        step=steps.given(attributes, place, context.collector) or 0,
    )
