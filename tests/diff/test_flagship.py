"""The class in this repository, edited as an author would, and what a reviewer is told of it."""

from __future__ import annotations

from pathlib import Path

from deckbuild.diff.changes import Comparison
from deckbuild.diff.compare import compare_decks
from deckbuild.diff.facts import Deck
from deckbuild.diff.forms.text import format_text
from deckbuild.diff.read import read_deck

from ..decks import build
from ..decks import packages as recorded

ROOT = Path(__file__).parents[2]
DECK = "content/openstack-overview"


def _files() -> dict[str, str | bytes]:
    """Return the project's files, those with text as text."""
    found: dict[str, str | bytes] = {}
    for folder in (DECK, "assets"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file():
                is_text = path.suffix in (".md", ".toml", ".mmd", ".csv", ".svg")
                name = path.relative_to(ROOT).as_posix()
                found[name] = path.read_text(encoding="utf-8") if is_text else path.read_bytes()
    return found


def _build(files: dict[str, str | bytes]) -> Deck:
    built = build(files, DECK)
    assert built.data is not None, built.report
    return read_deck(built.data)


def _replace(files: dict[str, str | bytes], path: str, old: str, new: str) -> None:
    text = files[path]
    assert isinstance(text, str)
    assert old in text
    files[path] = text.replace(old, new, 1)


def _move_section(files: dict[str, str | bytes], path: str, heading: str, before: str) -> None:
    """Move a slide of a file before another one."""
    text = files[path]
    assert isinstance(text, str)
    start = text.index(f"## {heading}")
    end = text.index("\n## ", start) + 1
    slide, rest = text[start:end], text[:start] + text[end:]
    place = rest.index(f"## {before}")
    files[path] = rest[:place] + slide + rest[place:]


def test_a_reviewer_is_told_of_each_edit_and_of_nothing_else() -> None:
    files = _files()
    before = _build(files)
    unique, control = f"{DECK}/04-what-is-unique.md", f"{DECK}/06-control-plane.md"
    _replace(files, unique, "| EBS |", "| Elastic Block Store |")
    _replace(files, unique, "2 · Operate more efficiently", "2 · Operate with fewer people")
    _replace(files, unique, "*3 minutes.*", "*5 minutes.*")
    _replace(files, f"{DECK}/01-why-openstack.md", "2018,2.7", "2018,3.1")
    picture = "assets/pictures/community-cloud.png"
    _replace(files, f"{DECK}/02-openstack-cloud.md", picture, "assets/pictures/all-in-one.jpg")
    _replace(files, control, "- **Producer**: installs, runs,", "- **Operator**: installs, runs and")
    _replace(files, "assets/diagrams/cactus.mmd", "[Dashboard]", "[Horizon]")
    _move_section(files, control, "Two years later (Grizzly)", "OpenStack users")
    after = _build(files)
    comparison = Comparison("old", "new", (compare_decks("deck", before, after),))
    assert format_text(comparison, in_color=False) == (
        "deck: 7 changed, 1 moved (of 60 slides)\n"
        "\n"
        "~ slide 6: OpenStack in 2020: business expectations  changed\n"
        "    chart        category “2018”, series “Revenue”: 2.7 → 3.1\n"
        "\n"
        "~ slide 8: What is OpenStack?  changed\n"
        "    picture      another picture: PNG → JPEG\n"
        "\n"
        "~ slide 16: A developer community  changed\n"
        "    notes        [-3-]{+5+} minutes.\n"
        "\n"
        "~ slide 17: OpenStack core programs  changed\n"
        "    table        row “Block storage”, column “AWS equivalent”: EBS → Elastic Block Store\n"
        "\n"
        "~ slide 18: Top drivers for adoption  changed\n"
        "    diagram      label: 2 · Operate [-more efficiently-]{+with fewer people+}\n"
        "\n"
        "> slide 30 (was 33): Two years later (Grizzly)  moved\n"
        "\n"
        "~ slide 31 (was 30): OpenStack users  changed\n"
        "    text         [-Producer-]{+Operator+}: installs, runs[-,-]{+ and+} answers for availability\n"
        "\n"
        "~ slide 32 (was 31): OpenStack beginning (Cactus)  changed\n"
        "    diagram      label: Dashboard → Horizon\n"
    )


def test_a_thousand_slides_are_compared_in_little_time() -> None:
    """Of 1,000 slides, every tenth changed, ten removed, twenty added, one moved: a second or two of CPU."""
    import time

    def slide(number: int, more: str = "") -> str:
        words = " ".join(f"w{number * 7 % 1009}x{index}" for index in range(40))
        return f"## Slide {number}\n\n- Point {number}{more}\n\n::: notes\n{words}\n:::\n\n"

    numbers = list(range(1000))
    numbers.insert(100, numbers.pop(500))
    del numbers[700:710]
    numbers[300:300] = range(2000, 2020)
    edited = {number for number in numbers if number % 10 == 3 and number < 1000}
    old = read_deck(_data("".join(map(slide, range(1000)))))
    new = read_deck(_data("".join(slide(each, " more" if each in edited else "") for each in numbers)))
    recorded.clear()  # that decks like these are sound is seen to elsewhere
    started = time.process_time()
    diff = compare_decks("deck", old, new)
    assert time.process_time() - started < 5
    found = [slide.status for slide in diff.slides if not slide.is_moved]
    assert (found.count("changed"), found.count("added"), found.count("removed")) == (len(edited), 20, 10)
    assert [each.new.number for each in diff.slides if each.is_moved and each.new] == [101]


def _data(text: str) -> bytes:
    built = build({"deck.md": text})
    assert built.data is not None
    return built.data
