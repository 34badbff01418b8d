"""The case files of ``suite/``: Markdown whose fences hold a deck and what it becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from .clips import mp3, mp4
from .decks import BuiltDeck, build
from .outline import outline
from .pictures import bitmap, png, svg

FOLDER = Path(__file__).parent / "suite"

PICTURES: dict[str, bytes] = {
    "wide.png": png(200, 100),
    "tall.png": png(100, 200),
    "drawing.svg": svg('width="160" height="80"', '<rect width="160" height="80" fill="#0E6E68"/>'),
    "photo.jpg": bitmap("JPEG", 120, 90),
    "broken.png": b"\x89PNG\r\n\x1a\n",
    "clip.mp4": mp4(640, 360),
    "sound.mp3": mp3(),
}
"""What lies beside every case's deck."""

_FENCE = re.compile(
    r"^(?P<ticks>`{3,})(?P<kind>\w+)(?: (?P<name>[^\n`]+))?\n(?P<text>.*?)^(?P=ticks)\n",
    re.DOTALL | re.MULTILINE,
)
_HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A deck and what is expected of it, and the text of the case file around that."""

    file: str
    name: str
    files: dict[str, str | bytes] = field(compare=False)
    deck: str = ""
    diagnostics: str = ""
    footers: bool = False

    @property
    def id(self) -> str:
        """The case's name in test reports."""
        return f"{Path(self.file).stem}: {self.name}"

    def build(self) -> BuiltDeck:
        """Build the deck; the same case is built once a run."""
        files = {**self.files, **{name: data for name, data in PICTURES.items() if name not in self.files}}
        return build(files, "talk.md" if "talk.md" in self.files else "talk")

    def come_out(self) -> Case:
        """Return the case with what does come out in place of what is expected."""
        built = self.build()
        pictures = {name: data for name, data in built.files.items() if not name.endswith(".pptx")}
        deck = outline(built.open(), pictures, self.footers) if built.data else "(nothing)\n"
        report = f"{built.report}\n" if built.report else ""
        return replace(self, deck=deck, diagnostics=report)


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a file."""
    return [_read(path.name, name, body) for name, body in _split(path.read_text(encoding="utf-8"))[1]]


def rewrite(path: Path, cases: list[Case]) -> None:
    """Write what is now expected of the cases into their file; the text around it stays."""
    head, parts = _split(path.read_text(encoding="utf-8"))
    by_name = {case.name: case for case in cases}
    bodies = [f"## {name}\n{_with_expected(body, by_name.get(name))}" for name, body in parts]
    path.write_text(head + "".join(bodies), encoding="utf-8")


def _split(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a file's text before its first case, and each case's name and body."""
    hidden = _FENCE.sub(lambda match: re.sub(r"[^\n]", "`", match[0]), text)
    starts = list(_HEADING.finditer(hidden))
    ends = [match.start() for match in starts[1:]] + [len(text)]
    parts = [(match[1], text[match.end() : end]) for match, end in zip(starts, ends, strict=True)]
    return text[: starts[0].start()] if starts else text, parts


def _read(file: str, name: str, body: str) -> Case:
    files: dict[str, str | bytes] = {}
    expected: dict[str, str] = {}
    footers = False
    for match in _FENCE.finditer(body):
        kind, argument, text = match["kind"], match["name"], match["text"]
        if kind in ("deck", "diagnostics"):
            expected[kind] = text
            footers |= argument == "footers"
        else:
            files[argument or "talk.md"] = text
    return Case(file, name, files, expected.get("deck", ""), expected.get("diagnostics", ""), footers)


def _with_expected(body: str, case: Case | None) -> str:
    if case is None:
        return body
    inputs = _FENCE.sub(lambda match: "" if match["kind"] in ("deck", "diagnostics") else match[0], body)
    fences = [_fence("deck footers" if case.footers else "deck", case.deck)]
    if case.diagnostics:
        fences.append(_fence("diagnostics", case.diagnostics))
    return inputs.rstrip("\n") + "\n\n" + "\n".join(fences) + "\n"


def _fence(info: str, text: str) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    ticks = "`" * max(3, longest + 1)
    return f"{ticks}{info}\n{text}{ticks}\n"
