"""The inline patterns: what one trigger character may begin, as Python-Markdown's ``InlineProcessor``.

Each takes the text and a match at the trigger, and returns an element or a string and the range it
stands for, or ``(None, None, None)``. Elements are those of HTML (``code``, ``br``, ``a``, ``math``), and
``note`` (a footnote's reference), ``tag``, ``end-tag`` and ``comment`` (HTML written by the author).
"""

from __future__ import annotations

import html
import re
from html.entities import html5
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import Registry

Found = tuple[Element | str | None, int | None, int | None]
NOTHING: Found = (None, None, None)

_URL_TAIL = frozenset("?!.,:;*_~'\"。，、；：！？」』）】》")
_ENTITY_TAIL = re.compile(r"&[A-Za-z0-9]+;$")
_HTML_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_OPEN_TAG = re.compile(
    r"""<([A-Za-z][A-Za-z0-9-]*)((?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*+)\s*/?>"""
)
_CLOSE_TAG = re.compile(r"</([A-Za-z][A-Za-z0-9-]*)\s*>")
_LONGEST_TAG = 4000
_FORMULA = (
    r"\$\$((?:[^$\\`]|\\.)++)\$\$"
    r"|\$(?![\s$])((?:[^$\\`]|\\text\{(?:[^{}]|\{[^{}]*\})*+\}|\\.)++)(?<!\s)\$(?!\d)"
)


class CodeSpan(InlineProcessor):
    """A code span: as many backticks at its end as at its beginning (CommonMark 6.1)."""

    def __init__(self, md: Markdown) -> None:
        super().__init__("`+", md)
        self._closers: dict[int, re.Pattern[str]] = {}
        self._text: str | None = None
        self._unclosed: set[int] = set()

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """Return ``code``, or the backticks themselves when nothing closes them."""
        length = m.end() - m.start()
        if data is not self._text:
            self._text, self._unclosed = data, set()
        if length not in self._unclosed:
            closer = self._closers.get(length)
            if closer is None:
                closer = self._closers[length] = re.compile(rf"(?<!`)`{{{length}}}(?!`)")
            end = closer.search(data, m.end())
            if end:
                element = Element("code")
                element.text = _strip_code(data[m.end() : end.start()])
                return element, m.start(), end.end()
            self._unclosed.add(length)
        return m[0], m.start(), m.end()


def _strip_code(text: str) -> str:
    text = text.replace("\n", " ")
    if text[:1] == text[-1:] == " " and text.strip(" "):
        return text[1:-1]
    return text


class Escape(InlineProcessor):
    r"""A backslash before punctuation, or before a line's end: a hard break."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\\([!-/:-@\[-`{-~\n])", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """Return the character, or ``br``."""
        return (Element("br") if m[1] == "\n" else m[1]), m.start(), m.end()


class Entity(InlineProcessor):
    """A character reference: ``&eacute;``, ``&#233;``, ``&#xE9;``."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"&(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """Return the character, a space for a line's end; an unknown name is text."""
        if m[1] and m[1] + ";" not in html5:
            return NOTHING
        character = html.unescape(m[0])
        return (" " if character in "\r\n" else character), m.start(), m.end()


class Emoji(InlineProcessor):
    """An emoji's short code, as on GitHub: ``:tada:``."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"(?<![\w:]):([a-z0-9_+-]+):(?!\w)", md)
        self._characters: dict[str, str] = {}

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """Return the emoji; an unknown code is text."""
        if not self._characters:
            self._load()
        found = self._characters.get(m[0])
        return (found, m.start(), m.end()) if found else NOTHING

    def _load(self) -> None:
        # Loading the table takes 12 ms: only decks that use a code pay for it.
        from pymdownx import gemoji_db

        for code, facts in gemoji_db.emoji.items():
            points = facts.get("unicode_alt") or facts.get("unicode")
            if points:
                self._characters[code] = "".join(chr(int(point, 16)) for point in points.split("-"))
        for alias, code in gemoji_db.aliases.items():
            if code in self._characters:
                self._characters[alias] = self._characters[code]


class BareUrl(InlineProcessor):
    """A URL standing for itself, as in GFM's extended autolinks, without what punctuates the sentence."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"(?<![A-Za-z0-9/@.])(?:https?://|www\.(?=[^\s.]))(?:(?!\[\^)[^\s<>])++", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """Return ``a``."""
        url = _trim_url(m[0])
        if url.endswith(("://", "www")):
            return NOTHING
        element = Element("a", href=url if url.startswith("http") else f"http://{url}")
        element.text = url
        return element, m.start(), m.start() + len(url)


def _trim_url(url: str) -> str:
    """Return a URL without the punctuation and closing brackets of the text around it."""
    end = len(url)
    unopened = {")": url.count(")") - url.count("("), "]": url.count("]") - url.count("[")}
    while end:
        last = url[end - 1]
        if last in _URL_TAIL:
            entity = _ENTITY_TAIL.search(url, max(0, end - 34), end) if last == ";" else None
            end = entity.start() if entity else end - 1
        elif unopened.get(last, 0) > 0:
            unopened[last] -= 1
            end -= 1
        else:
            break
    return url[:end]


class Autolink(InlineProcessor):
    """A URL in angle brackets."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """Return ``a``."""
        element = Element("a", href=m[1])
        element.text = m[1]
        return element, m.start(), m.end()


class Automail(InlineProcessor):
    """An e-mail address in angle brackets."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)>", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """Return ``a``."""
        element = Element("a", href=f"mailto:{m[1]}")
        element.text = m[1]
        return element, m.start(), m.end()


class HtmlTag(InlineProcessor):
    """An HTML tag or comment."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"<(?=[A-Za-z/!])", md)
        self._unclosed: str | None = None

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """Return ``tag`` or ``end-tag`` with the name as its text, or ``comment``."""
        start = m.start()
        if data.startswith("<!--", start):
            # To look for the end of each that has none would take the square of the text.
            end = data.find("-->", start + 2) if data is not self._unclosed else -1
            if end < 0:
                self._unclosed = data
                return NOTHING
            return Element("comment"), start, end + 3
        limit = start + _LONGEST_TAG
        if opening := _OPEN_TAG.match(data, start, limit):
            element = Element("tag")
            element.text = opening[1].lower()
            for name, double, single, bare in _HTML_ATTRIBUTE.findall(opening[2]):
                element.set(name.lower(), html.unescape(double or single or bare))
            return element, start, opening.end()
        if closing := _CLOSE_TAG.match(data, start, limit):
            element = Element("end-tag")
            element.text = closing[1].lower()
            return element, start, closing.end()
        return NOTHING


class NoteMark(InlineProcessor):
    """A reference to a footnote: ``[^label]``."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\[\^([^\]\[\s]+)\]", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """Return ``note``."""
        return Element("note", label=m[1]), m.start(), m.end()


class Formula(InlineProcessor):
    """A formula: ``$…$`` or ``$$…$$``, opened and closed as by pandoc's ``tex_math_dollars``.

    Within single dollar signs there is no space at either end, and no digit follows them: ``$5 and $10``
    is text. There are no backticks in it: code spans come first.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(r"\$", md)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # type: ignore[override]
        """Return ``math``, whose text is the LaTeX, with ``display`` set on the latter."""
        # The pattern is compiled by decks with a dollar sign only.
        found = re.compile(_FORMULA, re.DOTALL).match(data, m.start())
        if not found:
            return NOTHING
        element = Element("math", display="block" if found[1] else "inline")
        element.text = found[1] or found[2]
        return element, m.start(), found.end()


PATTERNS: tuple[tuple[str, str, type[InlineProcessor]], ...] = (
    # name, trigger characters, class; tried in this order
    ("code", "`", CodeSpan),
    ("escape", "\\", Escape),
    ("entity", "&", Entity),
    ("note", "[", NoteMark),
    ("autolink", "<", Autolink),
    ("automail", "<", Automail),
    ("html", "<", HtmlTag),
    ("emoji", ":", Emoji),
    ("url", "hw", BareUrl),
    ("formula", "$", Formula),
)


def install_patterns(md: Markdown) -> dict[str, list[InlineProcessor]]:
    """Put these patterns in the place of Python-Markdown's; return them by trigger character."""
    md.inlinePatterns = Registry()
    by_trigger: dict[str, list[InlineProcessor]] = {}
    for number, (name, triggers, kind) in enumerate(PATTERNS):
        pattern = kind(md)  # type: ignore[arg-type]
        md.inlinePatterns.register(pattern, name, 200 - number)
        for trigger in triggers:
            by_trigger.setdefault(trigger, []).append(pattern)
    return by_trigger
