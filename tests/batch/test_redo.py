"""Only the slides that have changed are done again, and the deck is the same as if all of it had been."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from deckbuild.batch import Request, find_last, keep_record
from deckbuild.batch.redo import redo_change
from deckbuild.diagnostics import Collector
from deckbuild.digest import sha256_hex
from deckbuild.dress import Look
from deckbuild.project import read_project
from deckbuild.workspace import MemoryWorkspace
from tests.fuzz.mutate import WORDS
from tests.pictures import png, svg
from tests.suite_cases import FOLDER, PICTURES, read_cases

from .redoing import TARGET, build_whole, change_deck, differences

DECK = """\
---
title: A talk
---

# First part

## Clouds

- One
- Two, as in [the paper](https://example.org/a)

::: notes
Say hello.
:::

## Table

| a | b |
|---|---|
| 1 | 2 |

![A square](a.png)

## Figure

```mermaid
flowchart LR
  a --> b
```

```chart
type: bar
,x
a,1
b,2
```

## Missing

![Nothing](nowhere.png)

---

Without a title.

## Last

The end, see [the table](#table).
"""
CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in read_cases(path)]
FILES = {
    "a.png": png(9, 9),
    "b.png": png(8, 9),
    "c.csv": b"k,v\na,1\n",
    "link.md": b"[x](#clouds)\n",
    "link.mmd": b'flowchart LR\n a --> b\n click a "#clouds"\n',
}


def _change(old: str, new: str, deck: str = DECK) -> tuple[int, int]:
    """Put ``new`` in the place of ``old`` in a deck; return how many slides are done again, and of how many.

    All, where it takes a whole build. What comes out is compared with that.
    """
    assert deck.count(old) == 1
    before, after = deck.encode(), deck.replace(old, new).encode()
    redone, built, record, package = change_deck({**FILES, "talk.md": before}, {**FILES, "talk.md": after})
    if redone is None:
        return built.slides, built.slides
    assert differences(redone, built, record, package) == []
    return redone.done_again, built.slides


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One", "Other"),
        ("- One\n", ""),
        ("- One", "- One\n\n```python\nprint(1)\n```"),
        ("Say hello.", "Say hello twice.\n\n1. And\n2. again"),
        ("https://example.org/a", "https://example.org/b"),
        ("| 1 | 2 |", "| 1 | 2 |\n| 3 | 4 |"),
        ("A square", "A red square"),
        ("a --> b", "a --> b --> c"),
        ("b,2", "b,3"),
        ("type: bar", "type: line"),
        ("## Clouds", "## Grey clouds"),
        ("## Clouds", "## Clouds {layout=title}"),
        ("Nothing", "Nothing at all"),
        ("Without a title.", "With no title."),
        ("The end", "The very end"),
        ("(#table)", "(#clouds)"),
        ("The end, see [the table](#table).\n", ""),
        ("- One", "- " + "One word after the other. " * 12),
        ("Say hello.", "Say [no such slide](#none)."),
    ],
)
def test_one_slide_is_done_again(old: str, new: str) -> None:
    count, slides = _change(old, new)
    assert slides == 8
    assert count == (2 if old in ("Nothing", "Without a title.") else 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("title: A talk", "title: The talk", id="settings"),
        pytest.param("# First part", "# Part one", id="a section, which PowerPoint lists"),
        pytest.param("## Table", "## Tables", id="a title that is linked to"),
        pytest.param("## Clouds", "## Last", id="a title that another slide has"),
        pytest.param("## Clouds", "## Clouds\n\n## More clouds", id="a new slide"),
        pytest.param("## Clouds\n", "", id="a slide less"),
        pytest.param("- One", "- One\n" * 40, id="a slide that is continued"),
        pytest.param("a.png", "b.png", id="another picture"),
        pytest.param("nowhere.png", "a.png", id="a picture where none was"),
        pytest.param("::: notes\nSay hello.\n:::", "", id="no notes any more"),
        pytest.param("Say hello.\n:::", "Say hello.", id="notes without an end, which take in what follows"),
        pytest.param("- One", "```", id="code without an end"),
        pytest.param("- One", "<!-- ", id="a comment without an end"),
        pytest.param("- One", "[the end]: #last", id="a link reference definition"),
        pytest.param("- One", "- One[^1]", id="a footnote's mark"),
        pytest.param("- One", "- One\n\n::: toc\n:::", id="an agenda"),
        pytest.param("- One", "[عربي]{lang=ar}", id="text of the other direction"),
        pytest.param("- One", "<!-- deckbuild: ignore alt-missing no need -->", id="diagnostics ignored"),
        pytest.param("- One", "![Data](c.csv){chart=bar}", id="a file that was not read"),
    ],
)
def test_what_may_reach_further_takes_a_whole_build(old: str, new: str) -> None:
    count, slides = _change(old, new)
    assert count == slides


def _deck(first: str = "## Clouds\n\nOne", last: str = "Four", settings: str = "title: A talk") -> str:
    return f"---\n{settings}\n---\n\n{first}\n\n## Rain\n\nTwo\n\n## Wind\n\nThree\n\n## Sun\n\n{last}\n"


NOWHERE = " ".join(f"[x](#x{number})" for number in range(99))


@pytest.mark.parametrize(
    ("deck", "old", "new"),
    [
        pytest.param(_deck(last="[x](#cloud)"), "Clouds", "Grey", id="a hint at an id that goes"),
        pytest.param(_deck(last="[x](#grei)"), "Clouds", "Grey", id="a hint at an id that comes"),
        pytest.param(_deck(last=NOWHERE), "One", "[x](#rai) [x](#win)", id="more hints than are given"),
        pytest.param(_deck(last="[x](&#35;clouds)"), "Clouds", "Grey", id="a link with an entity in it"),
        pytest.param(_deck("## My cloud", "[x](#my\\-cloud)"), "My", "Our", id="a link with an escape in it"),
        pytest.param(
            _deck(last='::: notes {include="link.md"}\n:::'), "Clouds", "Grey", id="a link in notes"
        ),
        pytest.param(_deck(last="![x](link.mmd)"), "Clouds", "Grey", id="a link in a diagram's file"),
        pytest.param(_deck(last="[a\\]b]: /u"), "One", "[a\\]b]", id="a label with an escape in it"),
        pytest.param(_deck(last="[a\nb]: https://x.y"), "One", "[a b]", id="a label of two lines"),
        pytest.param(_deck(last="a) - [ab]: https://x.y"), "One", "[ab]", id="a definition in a list"),
        pytest.param(_deck(last="T\n: [ab]: https://x.y"), "One", "[ab]", id="one in a definition of a term"),
        pytest.param(
            _deck(last="> [ab]:\n> https://x.y").replace("\n", "\r"),
            "One",
            "[ab]",
            id="lines that end with CR",
        ),
        pytest.param(
            _deck("## Clouds\n\n![x](a.png)\n\n![y](b.png)"),
            "![x](a.png)\n\n![y](b.png)",
            "![x](b.png)\n\n![y](a.png)",
            id="pictures are numbered as they are met",
        ),
        pytest.param(_deck(settings="footer: x"), "Clouds", "Grey", id="the title of the deck"),
        pytest.param(_deck("## {.x}\n\nOne", settings="footer: x"), "{.x}", "A", id="a title before that"),
        pytest.param(_deck("## Title"), "## Title", "## Grey", id="the id that the title slide would have"),
    ],
)
def test_what_other_slides_depend_on_takes_a_whole_build(deck: str, old: str, new: str) -> None:
    count, slides = _change(old, new, deck)
    assert count == slides


def test_footnotes_of_included_files_count_in_their_order() -> None:
    """Of two footnotes with one label, that of the slide before counts for slides that have none."""
    include = '::: notes {{include="{}.md"}}\n:::'.format
    deck = _deck(f"## Clouds\n\n{include('1')}", "Four[^x]").replace("Two", include("2"))
    files = {"1.md": b"A[^x]\n\n[^x]: one\n", "2.md": b"B[^x]\n\n[^x]: two\n"}
    after = deck.replace("1.md", "0.md").replace("2.md", "1.md").replace("0.md", "2.md")
    assert change_deck({**files, "talk.md": deck.encode()}, {**files, "talk.md": after.encode()})[0] is None


def test_links_and_places_after_the_change_move() -> None:
    """The picture that is missing on a later slide is still said, now two lines further down."""
    before, after = DECK.encode(), DECK.replace("- One\n", "- One\n- And\n- more\n").encode()
    redone, built, *_ = change_deck({**FILES, "talk.md": before}, {**FILES, "talk.md": after})
    assert redone is not None
    assert [str(each.span) for each in redone.record.diagnostics] == ["talk.md:42:1"]
    assert redone.record.diagnostics == built.diagnostics


def test_a_change_after_a_change() -> None:
    """What is kept of a deck of which slides were done again serves the next change as well."""
    workspace = MemoryWorkspace({**FILES, "talk.md": DECK.encode()})
    build_whole(workspace, "talk.md")
    request, project = Request("", "talk.md", TARGET), read_project(workspace, Collector())
    for old, new in (("One", "1\n- 1a"), ("a --> b", "a --> c"), ("The end", "End"), ("Say hello", "Hello")):
        workspace.contents["talk.md"] = workspace.contents["talk.md"].replace(old.encode(), new.encode())
        last = find_last(request, workspace)
        assert last is not None
        redone = redo_change(last, request, Look(), project, workspace)
        assert redone is not None
        workspace.contents[TARGET] = redone.package
        keep_record(request, redone.record, sha256_hex(redone.package), workspace)
    whole = MemoryWorkspace({**FILES, "talk.md": workspace.contents["talk.md"]})
    built, record = build_whole(whole, "talk.md")
    assert redone is not None
    assert differences(redone, built, record, whole.contents[TARGET]) == []


def test_a_deck_of_several_files() -> None:
    files = {
        "talk/deck.toml": b'title = "T"\n',
        "talk/1.md": b"## A\n\nOne.\n",
        "talk/2.md": b"## B\n\nTwo.\n",
    }
    after = {**files, "talk/2.md": b"## B\n\nTwo and more.\n"}
    redone, built, record, package = change_deck(files, after, "talk")
    assert redone is not None
    assert redone.done_again == 1
    assert differences(redone, built, record, package) == []
    both = {**after, "talk/1.md": b"## A\n\nOne and more.\n"}
    assert change_deck(files, both, "talk")[0] is None


def test_severities_of_the_project_hold() -> None:
    files = {**FILES, "talk.md": DECK.encode(), "deckbuild.toml": b'[rules]\nlink-slide-missing = "note"\n'}
    after = {**files, "talk.md": DECK.replace("The end", "[The end](#no-such-slide)").encode()}
    redone, built, record, package = change_deck(files, after)
    assert redone is not None
    assert differences(redone, built, record, package) == []
    assert [each.severity.label for each in redone.record.diagnostics] == ["error", "note"]


@pytest.mark.parametrize("number", range(4))
def test_random_changes(number: int) -> None:
    """Whatever is changed, the deck is that of a whole build, also where only some slides were done again."""
    chance = random.Random(number)
    slides = [case.files["talk.md"] for case in CASES if "talk.md" in case.files]
    count = 0
    for _ in range(25):
        text = "\n".join(str(chance.choice(slides)) for _ in range(3))
        at, words = (
            chance.randrange(len(text)),
            ("word", "\n", " **b** ", "- item\n", *chance.sample(WORDS, 6)),
        )
        after = text[:at] + chance.choice(words) + text[at + chance.choice((0, 0, 3)) :]
        redone, built, record, package = change_deck(
            {**PICTURES, "p.png": png(), "s.svg": svg(), "talk.md": text.encode()},
            {**PICTURES, "p.png": png(), "s.svg": svg(), "talk.md": after.encode("utf-8", "surrogatepass")},
        )
        if redone is not None:
            count += 1
            assert differences(redone, built, record, package) == [], (text, after)
    assert count >= 5


@pytest.mark.parametrize("cut", [0, 1, 100, -1])
def test_a_record_cut_off_or_a_deck_changed_by_hand_takes_a_whole_build(cut: int) -> None:
    workspace = MemoryWorkspace({**FILES, "talk.md": DECK.encode()})
    build_whole(workspace, "talk.md")
    (key,) = (key for key in workspace.cache if key.startswith("builds/"))
    request, whole = Request("", "talk.md", TARGET), workspace.cache[key]
    workspace.cache[key] = whole[:cut]
    assert find_last(request, workspace) is None
    workspace.cache[key] = whole
    assert find_last(request, workspace) is not None
    workspace.contents[TARGET] = workspace.contents[TARGET][:cut]
    assert find_last(request, workspace) is None


def _count_calls(run: Callable[[], object]) -> int:
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        run()
    finally:
        sys.setprofile(None)
    return calls


def _count_work(slides: int) -> tuple[int, int]:
    """Return the calls of Python functions that a whole build takes, and doing again one slide of it."""
    parts = (f"## Slide {n}\n\n- One of {n}\n- Two\n\n::: notes\nWords.\n:::\n\n" for n in range(slides))
    text = "".join(parts)
    workspace = MemoryWorkspace({"talk.md": text.encode()})
    whole = _count_calls(lambda: build_whole(workspace, "talk.md"))
    workspace.contents["talk.md"] = text.replace("One of 50\n", "One more\n").encode()
    request, project = Request("", "talk.md", TARGET), read_project(workspace, Collector())

    def redo() -> None:
        last = find_last(request, workspace)
        assert last is not None
        assert redo_change(last, request, Look(), project, workspace) is not None

    return whole, _count_calls(redo)


def test_the_work_is_that_of_the_slides_changed() -> None:
    """Calls are the same on any machine; bench/redo.py measures time."""
    (whole_100, redo_100), (whole_400, redo_400) = _count_work(100), _count_work(400)
    assert redo_400 - redo_100 < (whole_400 - whole_100) / 20
