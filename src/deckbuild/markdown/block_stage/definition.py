"""Definition lists: a term on a line of its own, then ``: definition`` or ``~ definition``."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from .body import Body
from .outcome import CONTAINER, NOTHING
from .parsed import Cuts

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage


class Definition(Body):
    """A definition, after which others of the same term may follow."""

    __slots__ = ("list",)

    list: Element

    def goes_on(self, line: Line) -> bool:
        """Whether the line is indented enough, or blank, and is no further definition's.

        As in pandoc markers of one list need not stand in one column; indented by four columns more, a
        marker belongs to a list inside the definition.
        """
        text = line.text
        first = line.first
        if text.startswith((": ", "~ "), first) and first - line.position < 4:
            return False
        return super().goes_on(line)

    def close(self, stage: BlockStage) -> None:
        """End the definition, and the list for as long as it has no further one."""
        end = stage.content_end
        self.cuts.end = end
        stage.cuts[self.list].end = end


def start_definition(stage: BlockStage, line: Line) -> int:
    """Open a ``dd``, and turn the paragraph before it into the ``dt`` if it is a single line.

    One blank line may stand between the two, which makes the ``dl`` loose.
    """
    text = line.text
    first = line.first
    after = first + 1
    content = len(text) - len(text[after:].lstrip(" "))
    if content == after or content == len(text):
        return NOTHING
    definition_list = _previous_list(stage, line) or _list_of_term(stage, line)
    if definition_list is None:
        return NOTHING
    element = SubElement(definition_list, "dd")
    cuts = stage.cuts[element] = Cuts(line.offset(first), 0, [])
    definition = Definition(element, cuts, first - line.position)
    definition.list = definition_list
    stage.push(definition)
    line.position = content if content - after <= 4 else after + 1
    line.first = content
    return CONTAINER


def _previous_list(stage: BlockStage, line: Line) -> Element | None:
    """Return the list of the definition that the line does not go on with."""
    if stage.all_matched:
        return None
    previous = stage.stack[stage.matched]
    if not isinstance(previous, Definition):
        return None
    if previous.blank == line.number - 1:
        previous.list.set("loose", "1")
    stage.close_unmatched()
    return previous.list


def _list_of_term(stage: BlockStage, line: Line) -> Element | None:
    """Make the paragraph before the line a term, and return its list; None if it can be none."""
    paragraph = stage.open_paragraph
    is_loose = False
    if paragraph is not None:
        if len(paragraph.texts) > 1 or not paragraph.plain:
            return None
        stage.close_leaf()
    elif stage.all_matched and stage.leaf is None and stage.paragraph_closed == line.number - 1:
        is_loose = True
    else:
        return None
    parent = stage.stack[-1].element if stage.stack else stage.root
    term = parent[-1] if len(parent) else None
    if term is None or term.tag != "p" or len(stage.cuts[term].lines) > 1:
        return None
    parent.remove(term)
    term.tag = "dt"
    before = parent[-1] if len(parent) else None
    if before is None or before.tag != "dl":
        before = SubElement(parent, "dl")
        stage.cuts[before] = Cuts(stage.cuts[term].start, 0, [])
    before.append(term)
    if is_loose:
        before.set("loose", "1")
    return before
