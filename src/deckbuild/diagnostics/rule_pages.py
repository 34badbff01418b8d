"""The pages that explain each code: ``docs/rules/CODE.md`` of the repository, a part of what is installed."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_INSTALLED = Path(__file__).parent / "pages"
_REPOSITORY = Path(__file__).parents[3] / "docs" / "rules"
_LABEL = "Documentation"
_LINK = re.compile(r"(?<!!)\[([^\]\n]+)\]\(([^()\s]+)\)")
_FENCE = re.compile(r"(`{3,})(\w+)?(?: title=(\S+))?$")


def read_page(code: str) -> str:
    """Return the page of a code as Markdown; "" for a code without one."""
    for folder in (_INSTALLED, _REPOSITORY):
        try:
            return (folder / f"{code}.md").read_text(encoding="utf-8")
        except OSError:
            continue
    return ""


def page_address(code: str) -> str:
    """Return where a page is to be read: a URL if the package names its documentation's, else a path."""
    return f"{_documentation() or 'docs'}/rules/{code}.md"


def page_url(code: str) -> str:
    """Return the URL of a page; "" if the package names no documentation's."""
    return page_address(code) if _documentation() else ""


@cache
def _documentation() -> str:
    """Return the URL that ``[project.urls]`` of the package has for its documentation, if any."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        entries = metadata("deckbuild").get_all("Project-URL") or []
    except PackageNotFoundError:
        return ""
    urls = dict(entry.split(", ", 1) for entry in entries if ", " in entry)
    return str(urls.get(_LABEL, "")).rstrip("/")


def resolve_links(page: str) -> str:
    """Return a page to be read elsewhere: links to other pages get the documentation's URL, or are text."""
    lines, closing = [], ""
    for line in page.splitlines():
        fence = None if closing else _FENCE.match(line)
        lines.append(line if closing or fence else _lead(line))
        closing = fence[1] if fence else "" if line == closing else closing
    return "\n".join(lines)


def _lead(line: str) -> str:
    return _severity(line) if _is_severity(line) and not _documentation() else _LINK.sub(_resolve, line)


def _resolve(link: re.Match[str]) -> str:
    text, target = link[1], link[2]
    if "://" in target:
        return link[0]
    path = target.removeprefix("../") if target.startswith("../") else f"rules/{target}"
    return f"[{text}]({_documentation()}/{path})" if _documentation() else text


def as_plain_text(page: str) -> str:
    """Return a page for a terminal: examples indented, with their files' names above, and no link targets."""
    lines, closing = [], ""
    for line in page.splitlines():
        fence = _FENCE.match(line)
        if closing:
            if line == closing:
                closing = ""
            else:
                lines.append(f"    {line}".rstrip())
        elif fence:
            closing = fence[1]
            if fence[3]:
                lines.append(f"  {fence[3]}:")
        else:
            lines.append(_say(line))
    return "\n".join(lines)


def _say(line: str) -> str:
    if _is_severity(line):
        return _severity(line).strip("*")
    return _LINK.sub(_name_target, line).replace("**", "")


def _is_severity(line: str) -> bool:
    """Whether a line is the one with the severity, before links that are of use on a page only."""
    return line.startswith("**") and " · " in line


def _severity(line: str) -> str:
    return line.split(" · ")[0]


def _name_target(link: re.Match[str]) -> str:
    text, target = link[1], link[2]
    return f"{text} ({target})" if "://" in target else text
