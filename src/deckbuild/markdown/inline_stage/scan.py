"""Taking a text apart: one pass from trigger character to trigger character."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor

from deckbuild.diagnostics import Collector
from deckbuild.markdown.attributes import read_attributes, report_attributes
from deckbuild.markdown.places import Place
from deckbuild.model import Code, FootnoteReference, Formula, Image, LineBreak, Link, Text

from . import html_tags
from .delimiters import is_wide, make_delimiter, pair_delimiters
from .nodes import Closer, Delimiter, Node, Opener, OpenerKind
from .tails import looks_broken, read_tail

_RUN = {char: re.compile(re.escape(char) + "+") for char in "*_~^="}
_MARKS = "*_~^=`"
_BRACKETS: dict[str, OpenerKind] = {"[": "link", "![": "image", "^[": "note"}

Search = Callable[[str, int], "re.Match[str] | None"]


class Scan:
    """One pass over one text: the nodes found so far, and what is still open."""

    def __init__(
        self,
        patterns: Mapping[str, list[InlineProcessor]],
        text: str,
        place: Place,
        collector: Collector,
        references: Mapping[str, tuple[str, str | None]],
    ) -> None:
        self.text = text
        self.place = place
        self.collector = collector
        self.references = references
        self.patterns = patterns
        self.nodes: list[Node] = []
        self.last: Delimiter | None = None
        self.brackets: list[Opener] = []
        self.tags: list[Opener] = []
        self.open_tags: dict[str, int] = {}

    def run(self, search: Search, first: re.Match[str]) -> None:
        """Fill ``nodes`` from the whole text, whose first trigger is ``first``."""
        text, nodes = self.text, self.nodes
        position = 0
        found: re.Match[str] | None = first
        while found:
            start = found.start()
            if start > position:
                nodes.append(text[position:start])
            position = self._take(text[start], start)
            found = search(text, position)
        if position < len(text):
            nodes.append(text[position:])
        pair_delimiters(text, self.last, None)
        for opener in self.tags:
            self._report_unclosed(opener)

    def _take(self, char: str, start: int) -> int:
        """Take what begins at ``start`` and return the offset after it."""
        if char in _RUN:
            return self._take_delimiter(char, start)
        if char == "\n":
            return self._take_line_end(start)
        if char == "]":
            return self._take_closing_bracket(start)
        patterns = self.patterns.get(char)
        if patterns:
            end = self._try_patterns(patterns, start)
            if end:
                return end
        if char == "[":
            return self._open_bracket("[", start)
        if char == "!" and self.text.startswith("![", start):
            return self._open_bracket("![", start)
        self.nodes.append(char)
        return start + 1

    def _try_patterns(self, patterns: list[InlineProcessor], start: int) -> int | None:
        for pattern in patterns:
            match = pattern.compiled_re.match(self.text, start)
            if match:
                found, _, end = pattern.handleMatch(match, self.text)
                if end is not None:
                    if isinstance(found, str):
                        self.nodes.append(found)
                    elif found is not None:
                        self._take_element(found, start, end)
                        if found.tag == "comment":
                            return self._skip_space(end)
                        if found.tag == "code":
                            return self._skip_attributes(end)
                    return end
        return None

    def _skip_space(self, end: int) -> int:
        """Return where to go on after a comment, so that the spaces around it count once."""
        before = self.nodes[-1] if self.nodes else ""
        if isinstance(before, str) and (not before or before.endswith(" ")):
            while self.text[end : end + 1] == " ":
                end += 1
        return end

    def _skip_attributes(self, end: int) -> int:
        """Return where to go on after a code span: what an attribute list behind it says means nothing."""
        attributes = read_attributes(self.text, end) if self.text.startswith("{", end) else None
        if attributes is None:
            return end
        report_attributes(attributes, "code in a line", (), self.place, self.collector)
        return attributes.end

    def _take_element(self, element: Element, start: int, end: int) -> None:
        tag = element.tag
        if tag == "code":
            self.nodes.append(Code(element.text or ""))
        elif tag == "br":
            self.nodes.append(LineBreak())
        elif tag == "a":
            label = element.text or ""
            self.nodes.append(Link(element.get("href", ""), (Text(label),), self.place.span(start, end)))
        elif tag == "note":
            self.nodes.append(FootnoteReference(element.get("label", ""), self.place.span(start, end)))
        elif tag == "math":
            self._take_formula(element.text or "", element.get("display") == "block", start, end)
        elif tag == "tag":
            self._open_tag(element, start, end)
        elif tag == "end-tag":
            self._close_tag(element.text or "", start, end)

    def _take_formula(self, text: str, display: bool, start: int, end: int) -> None:
        places = []
        position = start + 1 + display
        for line in text.split("\n"):
            places.append(self.place.span(position, position + len(line)))
            position += len(line) + 1
        self.nodes.append(Formula(text, self.place.span(start, end), tuple(places), display))

    def _take_delimiter(self, char: str, start: int) -> int:
        text = self.text
        if char == "^" and text.startswith("^[", start):
            return self._open_bracket("^[", start)
        found = _RUN[char].match(text, start)
        end = found.end() if found else start + 1
        delimiter = make_delimiter(text, start, end)
        if (delimiter.can_open or delimiter.can_close) and (char != "=" or end - start == 2):
            delimiter.previous = self.last
            if self.last is not None:
                self.last.next = delimiter
            self.last = delimiter
            self.nodes.append(delimiter)
        else:
            self.nodes.append(text[start:end])
        return end

    def _take_line_end(self, start: int) -> int:
        """Take a hard break after two spaces; else a space, but none between Chinese or Japanese."""
        text, nodes = self.text, self.nodes
        if nodes and isinstance(nodes[-1], str):
            written = nodes[-1]
            stripped = written.rstrip(" \t")
            if len(stripped) < len(written):
                nodes[-1] = stripped
                if written.endswith("  "):
                    nodes.append(LineBreak())
                    return start + 1
        before = start - 1
        while before >= 0 and text[before] in _MARKS:
            before -= 1
        after = start + 1
        while after < len(text) and text[after] in _MARKS:
            after += 1
        joined = before >= 0 and after < len(text) and is_wide(text[before]) and is_wide(text[after])
        if not joined:
            nodes.append(" ")
        return start + 1

    def _open(self, opener: Opener) -> None:
        opener.delimiter = self.last
        opener.brackets = len(self.brackets)
        opener.tags = len(self.tags)
        self.nodes.append(opener)

    def _open_bracket(self, written: str, start: int) -> int:
        opener = Opener(_BRACKETS[written], written, start)
        self._open(opener)
        self.brackets.append(opener)
        return opener.end

    def _take_closing_bracket(self, start: int) -> int:
        if not self.brackets:
            self.nodes.append("]")
            return start + 1
        opener = self.brackets.pop()
        if opener.kind == "note":
            return self._close(opener, start + 1)
        tail = read_tail(self.text, opener, start, self.references)
        if tail is None or (tail.target is not None and opener.kind == "link" and not opener.active):
            broken = looks_broken(self.text, start) if tail is None else None
            if broken:
                self.collector.report(
                    "link-syntax",
                    self.place.span(opener.start, broken.end()),
                    f"`{self.text[opener.start : broken.end()]}` is no link and is shown as written.",
                )
            self.nodes.append("]")
            return start + 1
        opener.tail = tail
        opener.closed_at = start
        if opener.kind == "link" and tail.target is not None:
            for earlier in reversed(self.brackets):
                if earlier.kind == "link" and not earlier.active:
                    break
                if earlier.kind == "link":
                    earlier.active = False
        return self._close(opener, tail.end)

    def _close(self, opener: Opener, end: int) -> int:
        """Close a bracket or tag: what is open within it can no longer be closed."""
        pair_delimiters(self.text, self.last, opener.delimiter)
        self.last = opener.delimiter
        if self.last is not None:
            self.last.next = None
        opener.matched = True
        del self.brackets[opener.brackets :]
        while len(self.tags) > opener.tags:
            self._report_unclosed(self._pop_tag())
        self.nodes.append(Closer(opener, end))
        return end

    def _as_text(self, start: int, end: int) -> str:
        return self.text[start:end].replace("\n", " ")

    def _open_tag(self, element: Element, start: int, end: int) -> None:
        name = element.text or ""
        if name == "br":
            self.nodes.append(LineBreak())
        elif name == "img":
            image = Image(
                element.get("src", ""),
                element.get("alt", ""),
                self.place.span(start, end),
                element.get("width"),
            )
            self.nodes.append(image)
        elif name in html_tags.PAIRED:
            opener = Opener("tag", self.text[start:end], start, element)
            self._open(opener)
            self.tags.append(opener)
            self.open_tags[name] = self.open_tags.get(name, 0) + 1
        elif name != "wbr":
            self._take_unknown_tag(name, start, end)

    def _close_tag(self, name: str, start: int, end: int) -> None:
        if name not in html_tags.PAIRED:
            if name not in html_tags.ELEMENTS and "-" not in name:
                self.nodes.append(self._as_text(start, end))
            return
        if not self.open_tags.get(name):
            self.collector.report(
                "html-tag-unclosed", self.place.span(start, end), f"`</{name}>` closes nothing."
            )
            return
        while (opener := self._pop_tag()).name != name:
            self._report_unclosed(opener)
        self._close(opener, end)

    def _pop_tag(self) -> Opener:
        opener = self.tags.pop()
        self.open_tags[opener.name] -= 1
        return opener

    def _take_unknown_tag(self, name: str, start: int, end: int) -> None:
        """Drop a tag of HTML; any other thing in angle brackets is text."""
        span = self.place.span(start, end)
        written = self._as_text(start, end)
        if name in html_tags.ELEMENTS or "-" in name:
            message = f"`{written}` means nothing here; its text is kept."
            hint = "Write a div as `::: name` … `:::`." if name == "div" else ""
        else:
            self.nodes.append(written)
            message = f"`{written}` is no HTML tag; it is shown as written."
            hint = f"Write `\\{written}`, or put it in backticks."
        self.collector.report("html-tag-unknown", span, message, hint)

    def _report_unclosed(self, opener: Opener) -> None:
        self.collector.report(
            "html-tag-unclosed",
            self.place.span(opener.start, opener.end),
            f"`<{opener.name}>` is not closed, and has no effect.",
        )
