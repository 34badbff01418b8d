"""What holds for the cuts of any document."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from deckbuild.markdown.block_stage import Cut, Parsed

LEAVES = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "th", "td", "dt", "html", "comment"))

_LIST_MARKER = re.compile(r"[-*+]|\(?[0-9A-Za-z#]+[.)]")
_MARKUP = re.compile(r"[\s>#=\-*_+`~:|\\\[\]^]*")


def leaves(parsed: Parsed) -> list[Element]:
    """Return the elements with text, in document order."""
    return [element for element in parsed.root.iter() if element.tag in LEAVES]


def text_of_cuts(source: str, element: Element, lines: list[Cut]) -> str:
    """Return an element's text as its cuts have it."""
    joint = "" if element.tag in ("th", "td") else "\n"
    return joint.join(source[start:end] for start, end in lines)


def check_leaf_texts(source: str, parsed: Parsed) -> None:
    """Every leaf's text is its cuts joined, but for spaces left of a tab in code."""
    for element in leaves(parsed):
        cuts = parsed.cuts[element]
        text = element.text or ""
        expected = text_of_cuts(source, element, cuts.lines)
        if element.tag in ("pre", "html", "comment"):
            written, parts = text.split("\n"), expected.split("\n")
            assert len(written) == len(parts)
            for line, part, (start, _) in zip(written, parts, cuts.lines or [(0, 0)], strict=True):
                assert line.endswith(part)
                spaces = line[: len(line) - len(part)]
                assert not spaces or (not spaces.strip(" ") and source[start - 1] == "\t")
        else:
            assert text == expected


def check_extents(source: str, parsed: Parsed) -> None:
    """Every element lies within its parent and after its elder siblings; so do the lines of a leaf."""
    for parent in parsed.root.iter():
        reached = parsed.cuts[parent].start if parent in parsed.cuts else 0
        limit = parsed.cuts[parent].end if parent in parsed.cuts else len(source)
        for element in parent:
            if element in parsed.cuts:
                cuts = parsed.cuts[element]
                assert reached <= cuts.start <= cuts.end <= limit, element.tag
                reached = cuts.end
                places = [place for line in cuts.lines for place in line]
                assert places == sorted(places)
                assert not places or places[-1] <= cuts.end


def source_without_text(source: str, parsed: Parsed) -> str:
    """Return the source less all leaves, list markers, rules and names: what is left is markup alone."""
    taken: list[Cut] = list(parsed.definitions)
    for element, cuts in parsed.cuts.items():
        taken.extend(cuts.lines)
        if cuts.info is not None:
            taken.append(cuts.info)
        if element.tag == "li":
            marker = _LIST_MARKER.match(source, cuts.start)
            assert marker is not None
            taken.append(marker.span())
    rest = []
    reached = 0
    for start, end in sorted(taken):
        assert start >= reached or start == end, "two leaves share text"
        rest.append(source[reached:start])
        reached = max(reached, end)
    return "".join([*rest, source[reached:]])


def check_no_text_is_lost(source: str, parsed: Parsed) -> None:
    """What no leaf has is markup."""
    rest = source_without_text(source, parsed)
    assert _MARKUP.fullmatch(rest), rest.strip()


def check_all(source: str, parsed: Parsed) -> None:
    """Check all that holds for any document."""
    check_leaf_texts(source, parsed)
    check_extents(source, parsed)
    check_no_text_is_lost(source, parsed)


def replace_leaves(source: str, parsed: Parsed) -> tuple[str, list[str]]:
    """Put a word in the place of every leaf's text, as a translation would; return the source and the words.

    HTML and leaves without text stay as they are.
    """
    replaced = [
        element for element in leaves(parsed) if element.text and element.tag not in ("html", "comment")
    ]
    replaced = [element for element in replaced if parsed.cuts[element].lines]
    words = [f"Leaf{number}" for number in range(len(replaced))]
    for element, word in zip(reversed(replaced), reversed(words), strict=True):
        lines = parsed.cuts[element].lines
        source = source[: lines[0][0]] + word + source[lines[-1][1] :]
    return source, words


def shape(element: Element) -> tuple[object, ...]:
    """Return tags, attributes and nesting, without text."""
    return (element.tag, tuple(sorted(element.attrib.items())), tuple(shape(child) for child in element))
