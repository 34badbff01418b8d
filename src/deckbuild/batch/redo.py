"""Doing again only the slides that a change of a source concerns.

The deck written last is kept but for these slides. They are built from their old text first, as a part of
the deck by itself: only if that gives what stands in the deck, byte for byte, and the same diagnostics, is
their new text built likewise and put in its place. So whatever of a deck reaches across slides in a way not
thought of here leads to a whole build, not to another deck.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from deckbuild.diagnostics import Collector, Diagnostic
from deckbuild.dress import Dress, Look, open_dress
from deckbuild.layout import LaidOutDeck, lay_out_deck, picture_extents
from deckbuild.markdown import read_part
from deckbuild.model import Deck, Slide
from deckbuild.named_tuple import NamedTuple
from deckbuild.pipeline import IGNORE_MARK, Outline, Start
from deckbuild.project import DeckSource, ProjectSettings, open_deck
from deckbuild.source import SourceFile
from deckbuild.transform import LocalWorkspace, read_pictures, transform_deck
from deckbuild.workspace import Workspace

from .change import Change, find_change
from .fresh import Last, Record, Request
from .inputs import Answers, RecordingWorkspace
from .moved import Finding, move_findings
from .new_ids import AGENDA, are_linked, give_ids

_FOOTNOTE = "[^"
"""Begins a footnote or its mark: either may be another slide's."""

_DEFINITION = re.compile(r"(?<![^\s>])\[(?!\^)(?:[^\[\]\\]|\\.)+\]:", re.DOTALL)
"""Likely a link reference definition, which any slide of the file may use (CommonMark 4.7).

In which list or div it would stand is not asked: not to see one gives another deck.
"""


class Redone(NamedTuple):
    """A deck of which some slides were done again: its record, its file, and how many they were."""

    record: Record
    package: bytes
    done_again: int


class _Part(NamedTuple):
    """Some slides built by themselves: their diagnostics, and the answers they asked for."""

    laid_out: LaidOutDeck
    found: Sequence[Diagnostic]
    answers: Answers


def redo_change(
    last: Last, request: Request, look: Look, project: ProjectSettings, workspace: Workspace
) -> Redone | None:
    """Return the deck with the slides done again that a change of one of its sources concerns.

    None where that does not do: where something else has changed since ``last``, or where the change may
    reach other slides. The bytes are those of a whole build.
    """
    outline = last.record.outline
    name = last.changed[0][1] if len(last.changed) == 1 and last.changed[0][0] == "read" else ""
    if outline is None or name not in outline.texts:
        return None
    collector, recording = Collector(), RecordingWorkspace(workspace)
    source = open_deck(recording, request.deck, project.deck or {}, collector)
    new = next((file for file in source.sources if file.name == name), None) if source else None
    if source is None or new is None or collector.sorted():
        return None
    old_text = outline.texts[name]
    starts = [start for start in outline.starts if start.file == name]
    change = find_change(old_text, new.text, [start.offset for start in starts])
    if change is None or not _is_local(change, old_text, new.text, len(outline.starts)):
        return None
    texts = old_text[change.start : change.old_end], new.text[change.start : change.new_end]
    redo = _Redo(source, outline, starts[change.first : change.last], change, look, recording, workspace)
    built = redo.build(*texts)
    if built is None:
        return None
    was, will, moved = built
    pairs = ((before.id, after.id) for before, after in zip(redo.starts, moved, strict=True))
    renamed = {id for pair in pairs if pair[0] != pair[1] for id in pair}
    if renamed and are_linked(renamed, [*outline.texts.values(), new.text], last.record.answers, workspace):
        return None
    findings = Finding(change, was.found, will.found, bool(renamed))
    diagnostics = move_findings(last.record.diagnostics, findings, old_text, new, project.rules)
    if diagnostics is None or not _are_alike(was, will):
        return None
    from deckbuild.pptx.rewrite import rewrite_slides

    package = rewrite_slides(last.package, was.laid_out, will.laid_out, redo.starts[0].position)
    if package is None:
        return None
    answers = {**last.record.answers, ("read", name): recording.answers["read", name]}
    outline = redo.move_outline(moved, new)
    record = Record(last.record.slides, diagnostics, answers, outline)
    return Redone(record, package, len(was.laid_out.slides))


def _is_local(change: Change, old: str, new: str, slides: int) -> bool:
    """Whether the texts of a change say nothing that reaches beyond them, and are not most of the deck."""
    if 2 * (change.last - change.first) > slides or IGNORE_MARK in old or IGNORE_MARK in new:
        return False
    if ("]:" in new and _DEFINITION.search(new)) or ("]:" in old and _DEFINITION.search(old)):
        return False
    texts = old[change.start : change.old_end], new[change.start : change.new_end]
    return not any(_FOOTNOTE in text or AGENDA.search(text) for text in texts)


def _are_alike(was: _Part, will: _Part) -> bool:
    """Whether two builds of some slides do the same to the rest of their deck."""
    return (
        # In the same order, too: of two files with one footnote's label, the first one counts for all slides.
        list(was.answers.items()) == list(will.answers.items())
        and was.laid_out.mixed == will.laid_out.mixed
        and list(was.laid_out.anchors.values()) == list(will.laid_out.anchors.values())
        and len(was.laid_out.slides) == len(will.laid_out.slides)
        and _notes(was.laid_out) == _notes(will.laid_out)
        and picture_extents(was.laid_out) == picture_extents(will.laid_out)
    )


def _notes(deck: LaidOutDeck) -> list[bool]:
    return [slide.notes is None for slide in deck.slides]


class _Redo:
    """What the old and the new text of the changed slides are built with."""

    def __init__(
        self,
        source: DeckSource,
        outline: Outline,
        starts: Sequence[Start],
        change: Change,
        look: Look,
        recording: Workspace,
        workspace: Workspace,
    ) -> None:
        self.source = source
        self.outline = outline
        self.starts = starts
        self.change = change
        self.look = look
        self.recording = recording
        self.workspace = workspace
        own = {start.id for start in starts}
        self.elsewhere = {start.id: start.position for start in outline.starts if start.id not in own}

    def build(self, old: str, new: str) -> tuple[_Part, _Part, list[Start]] | None:
        """Build both texts, and say where in the new one the slides begin.

        None where they are not the same slides, or stand for more than themselves.
        """
        found = Collector(), Collector()
        was, will = (self._read(text, each) for text, each in zip((old, new), found, strict=True))
        if was is None or will is None or len(was) != len(self.starts):
            return None
        ids = give_ids(self.outline, self.starts, (old, was), (new, will))
        if ids is None:
            return None
        was = [slide._replace(id=start.id) for slide, start in zip(was, self.starts, strict=True)]
        will = [slide._replace(id=id) for slide, id in zip(will, ids, strict=True)]
        deck = Deck(self.outline.title, (), self.source.settings.language)
        dress = open_dress(self.source, deck, self.look, self.recording, Collector())
        if dress is None:
            return None
        moved = [
            start._replace(id=slide.id, offset=self.change.start + slide.span.start)
            for start, slide in zip(self.starts, will, strict=True)
        ]
        return self._lay_out(was, deck, dress, found[0]), self._lay_out(will, deck, dress, found[1]), moved

    def _read(self, text: str, collector: Collector) -> list[Slide] | None:
        return read_part(SourceFile(self._name, text), collector, self.change.is_last)

    @property
    def _name(self) -> str:
        return self.starts[0].file

    def _lay_out(self, slides: Iterable[Slide], deck: Deck, dress: Dress, collector: Collector) -> _Part:
        workspace = RecordingWorkspace(self.workspace)
        files, folder = LocalWorkspace(workspace, deck.language), self.source.folder
        deck = transform_deck(deck._replace(slides=tuple(slides)), files, folder, collector, self.elsewhere)
        media = read_pictures(deck, files, folder, collector)
        brand, template, settings = dress
        laid_out = lay_out_deck(deck, brand, template, media, settings, collector, self.starts[0].position)
        whole = laid_out._replace(anchors={**self.elsewhere, **laid_out.anchors})
        return _Part(whole, collector.sorted(), workspace.answers)

    def move_outline(self, moved: Iterable[Start], new: SourceFile) -> Outline:
        """Return the deck's outline with the new text, in which its changed slides begin as ``moved``."""
        end, shift = self.change.old_end, self.change.new_end - self.change.old_end
        by_position = {start.position: start for start in moved}
        starts = [
            start._replace(offset=start.offset + shift)
            if start.file == new.name and start.offset >= end
            else by_position.get(start.position, start)
            for start in self.outline.starts
        ]
        texts = {**self.outline.texts, new.name: new.text}
        return self.outline._replace(starts=tuple(starts), texts=texts)
