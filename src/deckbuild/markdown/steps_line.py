"""A line of attributes that asks for build steps of what stands behind it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from deckbuild.model import Block

from .attributes import read_attributes, report_attributes
from .context import Context


def read_steps_line(context: Context, siblings: list[Element], position: int, blocks: list[Block]) -> int:
    """Read ``{steps}`` and the block behind it: a list, pictures, columns or cards. 0 when it is none.

    Pictures may stand in the same paragraph. Diagnostics: attribute-syntax, attribute-unknown,
    attribute-value, steps-none.
    """
    element = siblings[position]
    line, _, rest = (element.text or "").partition("\n")
    attributes = read_attributes(line, 0)
    if attributes is None or line[attributes.end :].strip() or attributes.get("steps") is None:
        return 0
    place, steps = context.place(element), context.steps
    span = place.span(0, attributes.end)
    report_attributes(attributes, "what follows", ("steps",), place, context.collector)
    used = steps.used
    steps.asked = steps.asks(attributes, place, context.collector)
    taken = 1
    if rest:
        element.text = rest
        del context.cuts[element].lines[0]
        taken = context.readers["p"](context, siblings, position, blocks)
    elif position + 1 < len(siblings):
        following = siblings[position + 1]
        taken += context.readers[following.tag](context, siblings, position + 1, blocks)
    if steps.asked:
        steps.asked, steps.used = False, used
        message = "What follows has no parts that could appear one by one."
        context.collector.report("steps-none", span, message)
    return taken
