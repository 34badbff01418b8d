"""Putting the nodes of a text together as inlines."""

from __future__ import annotations

from deckbuild.diagnostics import Collector
from deckbuild.link_target import is_unsafe
from deckbuild.markdown.attributes import Attributes, report_attributes
from deckbuild.markdown.language_attributes import LANGUAGE_KEYS, read_language
from deckbuild.markdown.places import Place
from deckbuild.model import (
    Attributed,
    Code,
    Footnote,
    FootnoteReference,
    Image,
    Inline,
    Link,
    Paragraph,
    Style,
    Styled,
    Text,
    plain_text,
)
from deckbuild.source import Span

from .html_tags import CODE, STYLES
from .images import ImageDetails
from .nodes import Closer, Delimiter, Node, Opener

_DEEPEST = 24
_SPAN_STYLES: dict[str, Style] = {"underline": "underline", "ul": "underline", "mark": "highlight"}


class Builder:
    """Builds inlines from nodes; ``images`` and ``footnotes`` gather what else was met."""

    def __init__(self, place: Place, collector: Collector) -> None:
        self.place = place
        self.collector = collector
        self.images: list[ImageDetails] = []
        self.footnotes: list[Footnote] = []
        self.links = 0

    def build(self, nodes: list[Node]) -> tuple[Inline, ...]:
        """Return the inlines of the whole text."""
        children: list[Inline] = []
        outer: list[list[Inline]] = []
        texts: list[str] = []

        def flush() -> None:
            if texts:
                children.append(Text("".join(texts)))
                texts.clear()

        for node in nodes:
            if isinstance(node, str):
                texts.append(node)
            elif isinstance(node, Delimiter):
                for style in node.closes:
                    flush()
                    styled, children = children, outer.pop()
                    self._add_styled(children, style, styled, len(outer))
                if node.count:
                    texts.append(node.char * node.count)
                for _ in node.opens:
                    flush()
                    outer.append(children)
                    children = []
            elif isinstance(node, Opener):
                if node.matched:
                    flush()
                    self.links += (
                        node.kind == "link" and node.tail is not None and node.tail.target is not None
                    )
                    outer.append(children)
                    children = []
                elif node.kind != "tag":
                    texts.append(node.text)
            elif isinstance(node, Closer):
                flush()
                closed, children = children, outer.pop()
                children.extend(self._close(node, closed, len(outer)))
            else:
                flush()
                if isinstance(node, Link):
                    children.extend(self._make_link(node.target, list(node.children), node.span, ""))
                else:
                    children.append(node)
                    if isinstance(node, Image):
                        self.images.append(ImageDetails(node, "", 0, Attributes()))
        flush()
        return tuple(children)

    def _add_styled(self, children: list[Inline], style: Style, styled: list[Inline], depth: int) -> None:
        if depth < _DEEPEST:
            children.append(Styled(style, tuple(styled)))
        else:
            children.extend(styled)

    def _close(self, closer: Closer, children: list[Inline], depth: int) -> list[Inline]:
        opener = closer.opener
        if opener.kind == "note":
            return [self._make_note(closer, children)]
        if opener.kind == "image":
            return [self._make_image(closer, children)]
        tail = opener.tail
        if depth >= _DEEPEST:
            self.links -= tail is not None and tail.target is not None
            return children
        if tail is None:
            return self._close_tag(closer, children)
        if tail.target is None:
            return self._make_span(tail.attributes, children)
        self.links -= 1
        report_attributes(tail.attributes, "a link", (), self.place, self.collector)
        span = self.place.span(opener.start, closer.end)
        return self._make_link(tail.target, children, span, tail.title)

    def _close_tag(self, closer: Closer, children: list[Inline]) -> list[Inline]:
        element = closer.opener.element
        assert element is not None
        name = closer.opener.name
        if name in STYLES:
            return [Styled(STYLES[name], tuple(children))]
        if name in CODE:
            return [Code(plain_text(children))]
        if name == "a":
            span = self.place.span(closer.opener.start, closer.end)
            target = element.get("href")
            return self._make_link(target, children, span, element.get("title", "")) if target else children
        classes = tuple(element.get("class", "").split())
        lang, translate = element.get("lang"), element.get("translate") != "no"
        if not (lang or classes) and translate:
            return children
        return [Attributed(tuple(children), lang, classes, translate)]

    def _make_link(self, target: str, children: list[Inline], span: Span, title: str) -> list[Inline]:
        if self.links:
            return children
        if is_unsafe(target):
            self.collector.report(
                "link-unsafe", span, f"A link to `{target[:40]}` is not written; its text is kept."
            )
            return children
        if not children:
            self.collector.report("link-empty", span, "A link has no text; its target is shown.")
            children = [Text(target)]
        return [Link(target, tuple(children), span, title)]

    def _make_image(self, closer: Closer, children: list[Inline]) -> Image:
        opener = closer.opener
        tail = opener.tail
        assert tail is not None
        image = Image(
            tail.target or "",
            plain_text(children),
            self.place.span(opener.start, closer.end),
            tail.attributes.value("width"),
        )
        self.images.append(
            ImageDetails(image, tail.title, tail.title_start, tail.attributes, (opener.end, opener.closed_at))
        )
        return image

    def _make_note(self, closer: Closer, children: list[Inline]) -> FootnoteReference:
        span = self.place.span(closer.opener.start, closer.end)
        label = f"^{span}"
        self.footnotes.append(Footnote(label, (Paragraph(tuple(children), span),), span))
        return FootnoteReference(label, span)

    def _make_span(self, attributes: Attributes, children: list[Inline]) -> list[Inline]:
        report_attributes(
            attributes, "a span of text", LANGUAGE_KEYS, self.place, self.collector, any_class=True
        )
        styles = [_SPAN_STYLES[name] for name in attributes.classes if name in _SPAN_STYLES]
        for style in styles:
            children = [Styled(style, tuple(children))]
        classes = tuple(name for name in attributes.classes if name not in _SPAN_STYLES)
        lang, translate = read_language(attributes, self.place, self.collector)
        if not (lang or classes) and translate:
            return children
        return [Attributed(tuple(children), lang, classes, translate)]


def build_inlines(
    nodes: list[Node], place: Place, collector: Collector
) -> tuple[tuple[Inline, ...], list[ImageDetails], list[Footnote]]:
    """Return the inlines of a text, the pictures among them, and the footnotes written in it."""
    builder = Builder(place, collector)
    return builder.build(nodes), builder.images, builder.footnotes
