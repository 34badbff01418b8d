"""The HTML tags that authors write for what Markdown has no mark for."""

from __future__ import annotations

from deckbuild.model import Style

STYLES: dict[str, Style] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "mark": "highlight",
    "sup": "superscript",
    "sub": "subscript",
}
CODE = frozenset({"code", "kbd", "samp", "tt"})
PAIRED = frozenset(STYLES) | CODE | {"a", "span"}
_ELEMENTS = """
    abbr address area article aside audio base bdi bdo big blink blockquote body button canvas caption
    center cite col colgroup data datalist dd details dfn dialog dir div dl dt embed fieldset figcaption
    figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe input
    label legend li link main map marquee menu meta meter nav nobr noframes noscript object ol optgroup
    option output p param picture pre progress q rp rt ruby script search section select slot small
    source style summary svg table tbody td template textarea tfoot th thead time title tr track ul var
    video
"""
# Written with other names, in angle brackets, is a placeholder such as <host>, and stays text.
ELEMENTS = frozenset(_ELEMENTS.split())
