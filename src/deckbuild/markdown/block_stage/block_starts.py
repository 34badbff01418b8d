"""Which blocks may start at which character, and in what order they are tried."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import ascii_letters, digits
from typing import TYPE_CHECKING

from .definition import start_definition
from .div import start_div
from .fenced_code import start_fenced_code
from .footnote import start_footnote
from .heading import start_atx_heading, start_setext_heading
from .html_block import start_html_block
from .list_item import start_bullet_item, start_fancy_item, start_ordered_item
from .quotation import start_quotation
from .table import start_table
from .thematic_break import start_thematic_break

if TYPE_CHECKING:
    from .line import Line
    from .stage import BlockStage

BlockStart = Callable[["BlockStage", "Line"], int]
"""Opens a block at the cursor if it starts there, and answers with one of the outcomes."""

OPTIONS = {
    "divs": True,
    "footnotes": True,
    "definition_lists": True,
    "fancy_lists": True,
    "tables": True,
    "table_captions": True,
}
"""What the dialect has beyond CommonMark; with all of it off, blocks are CommonMark's."""

_BLOCK_STARTS: tuple[tuple[BlockStart, str, str, str], ...] = (
    # block start          first characters         those that may end a paragraph   option
    (start_setext_heading, "=-", "=-", ""),
    (start_table, "|-:", "|-:", "tables"),
    (start_atx_heading, "#", "#", ""),
    (start_quotation, ">", ">", ""),
    (start_fenced_code, "`~", "`~", ""),
    (start_html_block, "<", "<", ""),
    (start_thematic_break, "-*_", "-*_", ""),
    (start_bullet_item, "-*+", "-*+", ""),
    (start_ordered_item, digits, digits, ""),
    (start_fancy_item, ascii_letters + "(#", "aAiI(#", "fancy_lists"),
    (start_div, ":", ":", "divs"),
    (start_definition, ":~", ":~", "definition_lists"),
    (start_footnote, "[", "[", "footnotes"),
)

CONTAINER_STARTS = frozenset(
    (
        start_quotation,
        start_bullet_item,
        start_ordered_item,
        start_fancy_item,
        start_definition,
        start_footnote,
    )
)
"""Those left out where containers are nested as deeply as they may; ``start_div`` sees to that itself."""

StartsByCharacter = dict[str, tuple[BlockStart, ...]]


def block_starts(options: Mapping[str, bool]) -> tuple[StartsByCharacter, StartsByCharacter]:
    """Return the block starts by first character: all of them, and those tried in an open leaf's lines."""
    starts: StartsByCharacter = {}
    interrupting: StartsByCharacter = {}
    for start, characters, interrupting_characters, option in _BLOCK_STARTS:
        if option and not options[option]:
            continue
        for table, keys in ((starts, characters), (interrupting, interrupting_characters)):
            for character in keys:
                table[character] = (*table.get(character, ()), start)
    return starts, interrupting
