"""What each click on a slide brings, read from its ``p:timing``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def clicks(slide: Any) -> Iterator[str]:
    """Yield a line for each click: the paragraphs in quotes, the shapes by name, and what is played."""
    shapes = {each.get("id"): each.getparent().getparent() for each in slide.iter(f"{P}cNvPr")}
    main = slide.find(f"{P}timing//{P}cTn[@nodeType='mainSeq']")
    for number, click in enumerate(() if main is None else main.find(f"{P}childTnLst"), 1):
        effects = click.iterfind(f".//{P}spTgt")
        yield f"click {number}: {', '.join(_name(effect, shapes) for effect in effects)}"


def _name(target: Any, shapes: dict[str, Any]) -> str:
    shape = shapes[target.get("spid")]
    paragraph = target.find(f"{P}txEl/{P}pRg")
    if paragraph is not None:
        assert paragraph.get("st") == paragraph.get("end")
        return f"“{_text(shape.findall(f'.//{A}p')[int(paragraph.get('st'))])}”"
    name: str = shape.find(f".//{P}cNvPr").get("name")
    if target.getparent().getparent().getparent().tag == f"{P}cmd":
        return f"play {name}"
    ground = "the ground of " if target.find(f"{P}bg") is not None else ""
    return ground + name


def _text(paragraph: Any) -> str:
    return "".join(each.text or "" for each in paragraph.iter(f"{A}t"))
