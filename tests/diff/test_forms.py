"""The forms of a report: each says all of it, and nothing that a deck says becomes more than words."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from deckbuild.diff.areas import Area, find_areas
from deckbuild.diff.changes import Comparison
from deckbuild.diff.compare import compare_decks
from deckbuild.diff.facts import Deck, Paragraph, Run, Slide
from deckbuild.diff.forms.json import format_json
from deckbuild.diff.forms.markdown import format_markdown
from deckbuild.diff.forms.page import format_page
from deckbuild.diff.forms.text import format_text
from deckbuild.diff.pictures import Key, Pictures

from .comparing import compare

HOSTILE = (
    "</details><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "```",
    "| a | b |",
    "[here](javascript:alert(1))",
    "![x](http://attacker.example/x.png)",
    "@everyone and #12",
    "**bold** _italic_ ~~gone~~ `code` $x$",
    "</ins></del></summary><b>",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202eevitcaer\u2066",
    "- [ ] task",
    "&lt;script&gt; &#60;",
    '" onmouseover="alert(1)',
    "]]> --> <!-- </style>",
    "back\\slash",
)


def hostile_comparison() -> Comparison:
    """Put every hostile text where a slide's title, words and notes are, on one side or both."""

    def slide(number: int, text: str, more: str) -> Slide:
        texts = (f"Words of slide {number} {text}", *([more] if more else []))
        paragraphs = tuple(Paragraph((Run(each),)) for each in texts)
        return Slide(number, (Run(f"{text} title {number}"),), paragraphs, paragraphs)

    old = [slide(number, text, "") for number, text in enumerate(HOSTILE, 1)]
    new = [slide(number, text, text) for number, text in enumerate(HOSTILE, 1)]
    decks = [Deck((1, 1), tuple(slides), "") for slides in (old, new[:-1])]
    name = "<b>deck</b>`*.pptx"
    return Comparison("<i>old</i>", "new_*", (compare_decks(name, *decks),))


class Structure(HTMLParser):
    """Notes elements, attributes and text of a page, and whether all that opens is closed."""

    VOID = frozenset(("meta", "img", "br", "hr", "link", "input"))

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def values(self, name: str) -> list[str]:
        return [value for _, each, value in self.attributes if each == name]


def test_a_page_is_whole_and_holds_nothing_but_words_of_decks() -> None:
    page = Structure(format_page(hostile_comparison(), Pictures(note="<none>")))
    assert page.open == []
    assert not {"script", "b", "i", "iframe", "link"} & page.elements.keys()
    assert page.elements["img"] == 0
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.values("href")} <= set(ids)
    assert all(link.startswith("#") for link in page.values("href"))
    for text in HOSTILE:
        if text.isprintable():
            assert text in page.text, "what the slide says can be read"
    assert not re.search("[\x00-\x08\x1b\u202a-\u202e\u2066-\u2069]", page.text)


def test_a_page_says_its_language_and_allows_no_scripts() -> None:
    page = Structure(format_page(compare("## A\n\n- One\n", "## A\n\n- Two\n"), Pictures()))
    assert ("html", "lang", "en") in page.attributes
    assert any("default-src 'none'" in value for value in page.values("content"))
    assert page.elements["h1"] == 1
    assert page.elements["main"] == 1
    assert "en" in page.values("lang"), "the words of a slide are marked with the slide's language"


def test_a_page_shows_pictures_before_and_after() -> None:
    comparison = compare("## A\n\n- One\n", "## A\n\n- Two\n")
    drawn: dict[Key, bytes] = {("deck", "old", 1): b"before", ("deck", "new", 1): b"after"}
    areas: dict[Key, tuple[Area, ...]] = {("deck", "new", 1): ((10.0, 20.0, 5.0, 5.0),)}
    page = Structure(format_page(comparison, Pictures(drawn, areas)))
    assert page.values("alt") == ["Before: slide 1", "Now: slide 1"]
    assert page.values("class").count("area") == 1


def test_a_slide_that_looks_the_same_is_shown_once() -> None:
    comparison = compare("## A\n\n::: notes\nOne\n:::\n", "## A\n\n::: notes\nTwo\n:::\n")
    drawn: dict[Key, bytes] = {("deck", "old", 1): b"same", ("deck", "new", 1): b"same"}
    page = Structure(format_page(comparison, Pictures(drawn)))
    assert page.values("alt") == ["Now: slide 1, which looks as before"]
    drawn[("deck", "new", 1)] = b"the same but for a number"
    page = Structure(format_page(comparison, Pictures(drawn, {("deck", "new", 1): ()})))
    assert page.values("alt") == ["Now: slide 1, which looks as before"]


def test_markdown_holds_nothing_but_words_of_decks() -> None:
    """CommonMark, as code hosts read it, sees the elements that are the report's own and no others."""
    text = format_markdown(hostile_comparison())
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)
    page = Structure(html)
    assert page.open == []
    own = {"h3", "p", "strong", "details", "summary", "b", "ul", "li", "ins", "del", "em", "i"}
    assert page.elements.keys() <= own
    assert page.elements["details"] == page.elements["summary"] == len(HOSTILE)
    for hostile in HOSTILE:
        if hostile.isprintable() and "@" not in hostile:
            assert hostile in page.text.replace("\u200b", "")
    assert not re.search(r"@\w|#\d", page.text), "nobody is called, and no issue linked"


@pytest.mark.parametrize("slides", [1, 400])
def test_markdown_fits_in_a_comment_and_says_what_is_left_out(slides: int) -> None:
    words = " ".join(f"word{number}" for number in range(400))

    def deck(more: str) -> Deck:
        texts = ((Paragraph((Run(f"{more} {number} 🎈 {words}"),)),) for number in range(slides))
        numbered = enumerate(texts, 1)
        return Deck((1, 1), tuple(Slide(number, (Run(f"T{number}"),), text) for number, text in numbered), "")

    text = format_markdown(Comparison("old", "new", (compare_decks("deck", deck("a"), deck("b")),)))
    assert len(text.encode("utf-16-le")) // 2 <= 65_536
    assert ("left out" in text) == (slides > 1)
    assert text.count("<details>") == text.count("</details>")


def test_json_tells_all_of_it() -> None:
    report = json.loads(format_json(compare("## A\n\nThe old way\n", "## A\n\nThe new way\n\n## B\n")))
    [deck] = report["decks"]
    assert report["different"]
    assert (deck["status"], deck["old_slides"], deck["new_slides"]) == ("changed", 1, 2)
    assert [(slide["status"], slide["old"], slide["new"]) for slide in deck["slides"]] == [
        ("changed", 1, 1),
        ("added", None, 2),
    ]
    [change] = deck["slides"][0]["changes"]
    assert change == {
        "kind": "text",
        "subject": "",
        "edits": [
            {
                "op": "changed",
                "what": "",
                "old": "The old way",
                "new": "The new way",
                "pieces": [
                    {"op": "same", "text": "The "},
                    {"op": "removed", "text": "old"},
                    {"op": "added", "text": "new"},
                    {"op": "same", "text": " way"},
                ],
            }
        ],
    }


def test_the_terminal_is_told_no_commands() -> None:
    text = format_text(hostile_comparison(), in_color=False)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_colours_say_nothing_that_is_not_written() -> None:
    comparison = compare("## A\n\nThe old way\n", "## A\n\nThe new way\n")
    coloured = format_text(comparison, in_color=True)
    assert "\x1b[31m[-old-]\x1b[0m\x1b[32m{+new+}\x1b[0m" in coloured
    assert re.sub(r"\x1b\[\d+m", "", coloured) == format_text(comparison, in_color=False)


def test_what_differs_between_two_pictures_is_framed(tmp_path_factory: pytest.TempPathFactory) -> None:
    from PIL import Image

    folder = tmp_path_factory.mktemp("pictures")
    before = Image.new("RGB", (480, 270), "white")
    after = before.copy()
    after.paste("black", (100, 50, 140, 60))
    before.save(folder / "a.png")
    after.save(folder / "b.png")
    [(left, top, width, height)] = find_areas(folder / "a.png", folder / "b.png")
    assert left <= 100 / 4.8 <= left + width
    assert top <= 50 / 2.7 <= top + height
    assert width < 15
    assert find_areas(folder / "a.png", folder / "a.png") == ()
    number = before.copy()
    number.paste("black", (450, 255, 460, 262))
    number.save(folder / "c.png")
    assert len(find_areas(folder / "a.png", folder / "c.png")) == 1
    assert find_areas(folder / "a.png", folder / "c.png", has_new_number=True) == ()
    before.resize((400, 270)).save(folder / "d.png")
    assert find_areas(folder / "a.png", folder / "d.png") == ((0, 0, 100, 100),)
