"""A compact text of the model, so that tests can show what Markdown becomes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckbuild.diagnostics import Collector
from deckbuild.markdown import read_slides
from deckbuild.model import (
    Agenda,
    Attributed,
    Block,
    Cards,
    Code,
    CodeBlock,
    Columns,
    DefinitionList,
    Figure,
    FootnoteReference,
    Formula,
    Heading,
    Image,
    Inline,
    Lab,
    LineBreak,
    Link,
    List,
    Paragraph,
    Picture,
    Pictures,
    Quotation,
    Slide,
    Styled,
    Table,
    Text,
    ThematicBreak,
)
from deckbuild.source import SourceFile

_STYLES = {
    "emphasis": "i",
    "strong": "b",
    "strikethrough": "s",
    "underline": "u",
    "highlight": "mark",
    "superscript": "sup",
    "subscript": "sub",
}


def inlines(children: Iterable[Inline]) -> str:
    """``plain <b:bold> <code:x> <a:label -> target>``."""
    return "".join(_inline(child) for child in children)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Code(text):
            return f"<code:{text}>"
        case LineBreak():
            return "<br>"
        case Styled(style, children):
            return f"<{_STYLES[style]}:{inlines(children)}>"
        case Attributed(children, lang, classes):
            facts = [*([lang] if lang else []), *("." + name for name in classes)]
            return f"<span {' '.join(facts)}:{inlines(children)}>"
        case Link():
            title = f" '{inline.title}'" if inline.title else ""
            return f"<a:{inlines(inline.children)} -> {inline.target}{title}>"
        case Image():
            return f"<img:{inline.alt} -> {inline.source}{' ' + inline.width if inline.width else ''}>"
        case FootnoteReference(label):
            return f"<note:{label}>"
        case Formula():
            return f"<math{' display' if inline.display else ''}:{inline.text}>"


def blocks(items: Sequence[Block], indent: str = "") -> list[str]:
    """One line a block, its content indented under it."""
    lines: list[str] = []
    for item in items:
        lines += [indent + line for line in _block(item)]
    return lines


def _block(block: Block) -> list[str]:
    match block:
        case Paragraph():
            return [f"p {inlines(block.inlines)}"]
        case Heading():
            return [f"h{block.level} {inlines(block.inlines)}"]
        case List():
            return _list(block)
        case DefinitionList():
            lines = ["definitions"]
            for item in block.items:
                lines.append(f"  term {inlines(item.term)}")
                for definition in item.definitions:
                    lines += ["    definition", *blocks(definition, "      ")]
            return lines
        case Quotation():
            by = f" by {inlines(block.attribution)}" if block.attribution else ""
            return [f"quotation{by}", *blocks(block.blocks, "  ")]
        case Picture():
            return [_picture(block)]
        case Pictures():
            return ["pictures", *("  " + _picture(picture) for picture in block.pictures)]
        case Table():
            return _table(block)
        case Figure():
            facts = [block.kind, *(f"{key}={value}" for key, value in block.options)]
            facts += [f"alt={block.alt}"] if block.alt else []
            lines = [f"{span.line}:{span.column} {line}" for span, line in zip(
                block.places, block.text.splitlines(), strict=False)]  # fmt: skip
            return [f"figure {' '.join(facts)}", *(f"  {line}" for line in lines)]
        case CodeBlock():
            facts = [block.language or "text"]
            facts += [f"title={block.title}"] if block.title else []
            facts += [f"lines={block.highlighted}"] if block.highlighted else []
            facts += [f"start={block.first_line}"] if block.first_line != 1 else []
            facts += ["numbered"] if block.numbered else []
            return [f"code {' '.join(facts)}", *(f"  | {line}" for line in block.text.split("\n"))]
        case Columns():
            lines = ["columns"]
            for column in block.columns:
                width = f" {column.width:g}" if column.width is not None else ""
                lines += [f"  column{width}", *blocks(column.blocks, "    ")]
            return lines
        case Cards():
            lines = ["cards"]
            for card in block.cards:
                lines += [f"  card {inlines(card.heading)}".rstrip(), *blocks(card.blocks, "    ")]
            return lines
        case Agenda():
            return [f"agenda {block.depth}"]
        case Lab():
            return [f"lab {block.duration}", *blocks(block.blocks, "  ")]
        case ThematicBreak():
            return ["rule"]
    raise AssertionError(f"there is no outline of {block}")


def _list(block: List) -> list[str]:
    kind = f"{block.number} {block.start}{block.delimiter}" if block.number else "bullets"
    lines = [kind if block.tight else f"{kind} loose"]
    for item in block.items:
        mark = {None: "-", True: "- [x]", False: "- [ ]"}[item.checked]
        inner = blocks(item.blocks)
        lines.append(f"  {mark} {inner[0]}" if inner else f"  {mark}")
        lines += [f"    {line}" for line in inner[1:]]
    return lines


def _picture(picture: Picture) -> str:
    parts = [f"picture {picture.source}", f"alt={picture.alt}"]
    if picture.caption:
        parts.append(f"caption={inlines(picture.caption)}")
    if picture.credit:
        parts.append(f"credit={inlines(picture.credit)}")
    for name in ("width", "height", "link"):
        if getattr(picture, name):
            parts.append(f"{name}={getattr(picture, name)}")
    if picture.fit != "contain":
        parts.append(f"fit={picture.fit}")
    return " ".join(parts)


def _table(table: Table) -> list[str]:
    facts = ["table"]
    facts += [f"caption={inlines(table.caption)}"] if table.caption else []
    facts += [f"credit={inlines(table.credit)}"] if table.credit else []
    facts += [f"widths={table.widths}"] if table.widths else []
    facts += [f"align={table.alignments}"] if any(table.alignments) else []
    lines = [" ".join(facts)]
    for number, row in enumerate(table.rows):
        cells = []
        for cell in row:
            if cell is None:
                cells.append("…")
            else:
                size = (
                    f"[{cell.row_span}x{cell.column_span}]"
                    if (cell.row_span, cell.column_span) != (1, 1)
                    else ""
                )
                cells.append(size + inlines(cell.inlines))
        lines.append(("  head " if number < table.head_rows else "  row ") + " | ".join(cells))
    return lines


def slide(item: Slide) -> list[str]:
    """A slide's title and id, then its content."""
    lines = [f"{item.role} {inlines(item.title)}".rstrip() + f" #{item.id}"]
    for name in ("layout", "background"):
        if getattr(item, name):
            lines[0] += f" {name}={getattr(item, name)}"
    lines[0] += "".join(f" .{name}" for name in item.classes)
    if item.subtitle:
        lines.append(f"  subtitle {inlines(item.subtitle)}")
    lines += blocks(item.blocks, "  ")
    for notes in item.notes:
        facts = [f"include={notes.include}"] if notes.include else []
        facts += [f"audience={notes.audience}"] if notes.audience else []
        lines += [" ".join(["  notes", *facts]), *blocks(notes.blocks, "    ")]
    for footnote in item.footnotes:
        lines += [f"  footnote {footnote.label}", *blocks(footnote.blocks, "    ")]
    return lines


def read(*texts: str) -> tuple[list[Slide], Collector]:
    """Read texts as the files ``a.md``, ``b.md``, …"""
    collector = Collector()
    sources = [SourceFile(f"{chr(97 + number)}.md", text) for number, text in enumerate(texts)]
    return read_slides(sources, collector), collector


def deck(*texts: str) -> str:
    """Return the outline of a deck's slides, followed by its diagnostics."""
    slides, collector = read(*texts)
    lines = [line for item in slides for line in slide(item)]
    return "\n".join([*lines, *problems(collector)])


def body(text: str) -> str:
    """Return the outline of what stands on one slide, followed by the diagnostics."""
    slides, collector = read("## T\n\n" + text)
    lines = [line[2:] for item in slides for line in slide(item)[1:]]
    return "\n".join([*lines, *problems(collector)])


def problems(collector: Collector) -> list[str]:
    """Return a line for each diagnostic: place, code and message."""
    return [
        f"! {found.span.line}:{found.span.column} {found.code}: {found.message}"
        for found in collector.sorted()
    ]
