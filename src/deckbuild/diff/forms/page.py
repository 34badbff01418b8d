"""A comparison as one page of HTML, which needs nothing else: no scripts, no network, nothing of the machine.

What decks say is escaped; the page's own policy forbids scripts and all that is not in it.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from deckbuild.diff.areas import Area
from deckbuild.diff.changes import Change, Comparison, DeckDiff, Edit, Piece, SlideDiff
from deckbuild.diff.facts import Slide
from deckbuild.diff.pictures import Pictures

from .page_style import STYLE
from .phrases import (
    NOTHING,
    describe_deck,
    describe_place,
    describe_status,
    limit_edits,
    name_change,
    name_edit,
)
from .room import Room, fit_edit, name_slide
from .text import clean

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_MOST_EDITS = 200
_ROOM = Room(kept=240, changed=5_000, edit=10_000)
_UNTITLED = "no title"


def format_page(comparison: Comparison, pictures: Pictures) -> str:
    """Return the page."""
    title = f"{_text(comparison.old)} → {_text(comparison.new)}"
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>Slides: {title}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#changes">To the changes</a>',
        f"<header><h1>Slides: <bdi>{_text(comparison.old)}</bdi> → <bdi>{_text(comparison.new)}</bdi></h1>",
        *([f'<p class="faint">{_text(pictures.note)}</p>'] if pictures.note else []),
        "</header>",
        *_contents(comparison),
        '<main id="changes">',
        *(line for number, deck in enumerate(comparison.decks) for line in _deck(deck, number, pictures)),
        *([] if comparison.has_differences else [f"<p>{NOTHING}.</p>"]),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _contents(comparison: Comparison) -> Iterator[str]:
    if not any(deck.slides for deck in comparison.decks):
        return
    yield '<nav aria-label="Changed slides"><ol>'
    for number, deck in enumerate(comparison.decks):
        for slide in deck.slides:
            link = f'<a href="#{_anchor(number, slide)}">{_name(slide)}</a>'
            yield f'<li><span class="number">{describe_place(slide)}</span> {link} {_status(slide)}</li>'
    yield "</ol></nav>"


def _deck(deck: DeckDiff, number: int, pictures: Pictures) -> Iterator[str]:
    heading = f"{number}-heading"
    yield f'<section aria-labelledby="d{heading}">'
    yield f'<h2 id="d{heading}"><bdi>{_text(deck.name)}</bdi></h2>'
    yield f'<p class="faint">{_text(describe_deck(deck))}</p>'
    if deck.changes:
        yield from _changes(deck.changes, "")
    for slide in deck.slides:
        yield from _slide(slide, deck.name, number, pictures)
    yield "</section>"


def _slide(slide: SlideDiff, deck: str, number: int, pictures: Pictures) -> Iterator[str]:
    language = (slide.new or slide.old or Slide(0)).language
    anchor = _anchor(number, slide)
    yield f'<article id="{anchor}" aria-labelledby="{anchor}-name">'
    place = f'<span class="number">{describe_place(slide)}</span> '
    yield f'<header><h3 id="{anchor}-name">{place}{_name(slide)} {_status(slide)}</h3></header>'
    figures = list(_figures(slide, deck, pictures))
    if figures:
        yield from ('<div class="pictures">', *figures, "</div>")
    if slide.changes:
        yield from _changes(slide.changes, language)
    yield "</article>"


def _figures(slide: SlideDiff, deck: str, pictures: Pictures) -> Iterator[str]:
    """Yield the pictures before and after; one where a slide looks the same."""
    old = pictures.drawn.get((deck, "old", slide.old.number)) if slide.old else None
    new = pictures.drawn.get((deck, "new", slide.new.number)) if slide.new else None
    areas = pictures.areas.get((deck, "new", slide.new.number)) if slide.new else None
    is_same = old == new or areas == ()
    if slide.old and old is not None and not (is_same and new is not None):
        yield _figure(old, f"Before: slide {slide.old.number}", ())
    if slide.new and new is not None:
        caption = f"Now: slide {slide.new.number}"
        yield _figure(new, f"{caption}, which looks as before" if is_same else caption, areas or ())


def _figure(picture: bytes, caption: str, areas: tuple[Area, ...]) -> str:
    """Show a picture; what is not as before is framed."""
    image = f'<img src="data:image/webp;base64,{b64encode(picture).decode()}" alt="{caption}">'
    frames = "".join(
        f'<span class="area" style="left:{left:.2f}%;top:{top:.2f}%;width:{width:.2f}%;height:{height:.2f}%">'
        "</span>"
        for left, top, width, height in areas
    )
    shown = f'<div class="drawn">{image}{frames}</div>'
    return f"<figure>{shown}<figcaption>{caption}</figcaption></figure>"


def _changes(changes: tuple[Change, ...], language: str) -> Iterator[str]:
    yield "<dl>"
    for change in changes:
        yield f"<dt>{_text(name_change(change))}</dt>"
        yield "<dd><ul>"
        edits, rest = limit_edits(change, _MOST_EDITS)
        for edit in edits:
            yield f"<li>{_edit(edit, language)}</li>"
        if rest:
            yield f'<li class="faint">{rest}</li>'
        yield "</ul></dd>"
    yield "</dl>"


def _edit(edit: Edit, language: str) -> str:
    what = _text(name_edit(edit))
    if edit.what == "paragraph" and edit.op in ("added", "removed"):
        what = ""
    words = "".join(map(_piece, fit_edit(edit, _ROOM).pieces))
    lang = f' lang="{escape(language)}"' if language else ""
    shown = f'<span dir="auto"{lang}>{words}</span>' if words else ""
    if not what:
        return shown
    return f'<span class="what">{what}{":" if shown else ""}</span> {shown}'.rstrip()


def _piece(piece: Piece) -> str:
    tag = {"removed": "del", "added": "ins"}.get(piece.op)
    return f"<{tag}>{_text(piece.text)}</{tag}>" if tag else _text(piece.text)


def _name(slide: SlideDiff) -> str:
    name = _text(name_slide(slide))
    return f"<bdi>{name}</bdi>" if name else _UNTITLED


def _status(slide: SlideDiff) -> str:
    return f'<span class="mark {slide.status}">{describe_status(slide)}</span>'


def _anchor(deck: int, slide: SlideDiff) -> str:
    return f"d{deck}-{'n' if slide.new else 'o'}{(slide.new or slide.old or Slide(0)).number}"


def _text(text: str) -> str:
    return escape(clean(text))
