"""Code from a file: ``![](file.py "title"){lines=10-24}`` or ``{region=name}``, in a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuild.model import CodeBlock, Image, Inline, plain_text
from deckbuild.source import Span

from .attributes import Attributes, report_attributes
from .code import NUMBERED, read_highlight
from .context import Context
from .inline_stage import ImageDetails
from .picture_texts import note_picture_texts
from .places import CutPlace

_KEYS = ("lines", "region", "highlight", "title", "language")
_RANGE = re.compile(r"(\d{1,7})?(-)?(\d{1,7})?", re.ASCII)
_LANGUAGES = {
    "bash": "bash", "bat": "batch", "c": "c", "cc": "cpp", "cfg": "ini", "clj": "clojure",
    "conf": "nginx", "cpp": "cpp", "cs": "csharp", "css": "css", "diff": "diff", "ex": "elixir",
    "go": "go", "groovy": "groovy", "h": "c", "hcl": "hcl", "hpp": "cpp", "hs": "haskell", "html": "html",
    "ini": "ini", "j2": "jinja", "java": "java", "js": "javascript", "json": "json", "jsx": "jsx",
    "kt": "kotlin", "log": "text", "lua": "lua", "md": "markdown", "patch": "diff", "php": "php",
    "pl": "perl", "proto": "protobuf", "ps1": "powershell", "py": "python", "r": "r", "rb": "ruby",
    "rs": "rust", "scala": "scala", "sh": "bash", "service": "systemd", "sql": "sql", "swift": "swift",
    "tex": "tex", "tf": "terraform", "toml": "toml", "ts": "typescript", "tsx": "tsx", "txt": "text",
    "vue": "vue", "xml": "xml", "yaml": "yaml", "yml": "yaml", "zsh": "bash",
}  # fmt: skip
_NAMES = {"Dockerfile": "docker", "Containerfile": "docker", "Makefile": "make", "Jenkinsfile": "groovy"}


def read_code_file(
    context: Context, inlines: Sequence[Inline], images: Sequence[ImageDetails], place: CutPlace, span: Span
) -> CodeBlock | None:
    """Return code whose text ``transform`` reads; None for what names no file of code.

    A file is one of code by its ending, or when ``lines``, ``region`` or ``language`` is asked for.
    ``highlight`` is line numbers in the file. Diagnostics: attribute-syntax, attribute-unknown,
    attribute-value.
    """
    if len(inlines) != 1 or len(images) != 1 or not isinstance(inlines[0], Image):
        return None
    details = images[0]
    attributes = details.attributes
    path = details.image.source
    language = attributes.value("language") or _language(path)
    if language is None and not attributes.get("lines", "region"):
        return None
    report_attributes(attributes, "code from a file", _KEYS, place, context.collector, classes=NUMBERED)
    title = attributes.value("title")
    if details.title and not title:
        note_picture_texts(context, details._replace(alt=None), place)
        title = plain_text(context.read_inlines(details.title, place.from_offset(details.title_start), None))
    first, last = _read_range(context, attributes, place)
    return CodeBlock(
        "",
        span,
        language,
        title,
        read_highlight(context, attributes.get("highlight"), place),
        first,
        any(name in NUMBERED for name in attributes.classes),
        path,
        last,
        attributes.value("region"),
    )


def _language(path: str) -> str | None:
    """Return the language of a file by its ending or name; None for what is no code."""
    name = path.rpartition("/")[2]
    return _NAMES.get(name) or _LANGUAGES.get(name.rpartition(".")[2].lower() if "." in name else "")


def _read_range(context: Context, attributes: Attributes, place: CutPlace) -> tuple[int, int | None]:
    """Return the first and last line asked for; 1 and None for all of them."""
    item = attributes.get("lines")
    if item is None:
        return 1, None
    found = _RANGE.fullmatch(item.value)
    if found and (found[1] or found[3]):
        first = int(found[1] or 1)
        last = int(found[3]) if found[3] else None if found[2] else first
        if first and (last is None or last >= first):
            return first, last
    context.collector.report(
        "attribute-value",
        place.span(item.start, item.end),
        f"`{item.value}` are no lines of a file.",
        "Write them as `lines=10-24`, `lines=10-` or `lines=10`.",
    )
    return 1, None
