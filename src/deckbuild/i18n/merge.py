"""Merging: a language's catalogue brought in step with what the deck says now. Nothing is ever dropped."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from deckbuild.named_tuple import NamedTuple

from .catalogue import Catalogue, Entry
from .message import Message

_IN_CONTEXT, _ANYWHERE = 45.0, 72.0
"""How alike two texts must be, of 100, for a translation to be offered: in the same context, in any."""
_CANDIDATES = 8
"""Texts that share most letter groups with one, which are compared in full."""


class Merged(NamedTuple):
    """A catalogue's new entries and how many of its messages were found again.

    ``same`` kept what they had, ``moved`` are on another slide, ``changed`` were found by likeness and are
    fuzzy, ``kept`` were blessed, ``new`` have nothing, ``obsolete`` are those that are no longer asked for.
    """

    entries: tuple[Entry, ...]
    same: int = 0
    moved: int = 0
    changed: int = 0
    kept: int = 0
    new: int = 0
    obsolete: int = 0


def merge(old: Catalogue, messages: Sequence[Message], keep: Collection[str] = ()) -> Merged:
    """Return a catalogue's entries for the messages that there are now.

    Found are, in this order: the same text in the same context; the same text elsewhere in the same role
    (a slide that was renamed or a text that moved: nothing for a translator to do); another text in the
    same context; a text like it anywhere. The last two are fuzzy, with the text that was translated kept
    as the previous one, unless ``keep`` names the message by its context, by the beginning of its text or by
    ``context#`` and such a beginning. Entries that nothing asks for any more become obsolete, those with
    nothing in them too.
    """
    return _Merging(old, messages, keep).run()


class _Merging:
    def __init__(self, old: Catalogue, messages: Sequence[Message], keep: Collection[str]) -> None:
        self.messages = messages
        self.keep = tuple(keep)
        self.left: dict[int, Entry] = dict(enumerate(old.entries))
        self.by_message: dict[tuple[str, str], int] = {}
        self.by_text: dict[str, list[int]] = defaultdict(list)
        for number, entry in self.left.items():
            key = entry.message.context, entry.message.text
            if key not in self.by_message or not entry.is_obsolete:
                self.by_message[key] = number
            self.by_text[entry.message.text].append(number)
        self.found: dict[int, Entry] = {}
        self.counts: Counter[str] = Counter()

    def run(self) -> Merged:
        self._take_same()
        self._take_moved()
        waiting = [number for number in range(len(self.messages)) if self._is_waiting(number)]
        if waiting and any(entry.translation for entry in self.left.values()):
            self._take_alike(waiting)
        for number, message in enumerate(self.messages):
            if number not in self.found:
                self.counts["new"] += 1
                self.found[number] = Entry(message)
        entries = [self.found[number] for number in range(len(self.messages))]
        rest = [entry._replace(is_obsolete=True) for entry in self.left.values()]
        self.counts["obsolete"] = sum(1 for entry in self.left.values() if not entry.is_obsolete)
        return Merged((*entries, *rest), **self.counts)

    def _take_same(self) -> None:
        for number, message in enumerate(self.messages):
            at = self.by_message.get((message.context, message.text))
            if at is not None:
                entry = self.left.pop(at)
                self.found[number] = entry._replace(message=message, is_obsolete=False)
                self.counts["same"] += 1

    def _take_moved(self) -> None:
        for number, message in enumerate(self.messages):
            if number in self.found:
                continue
            role = message.context.partition(":")[0]
            candidates = [
                at
                for at in self.by_text.get(message.text, ())
                if at in self.left and self.left[at].message.context.partition(":")[0] == role
            ]
            at = next((at for at in candidates if self.left[at].translation), None)
            if at is not None:
                entry = self.left.pop(at)
                self.found[number] = entry._replace(message=message, is_obsolete=False)
                self.counts["moved"] += 1

    def _take_alike(self, numbers: Iterable[int]) -> None:
        """Give the messages left the translations of the texts most like them, the most alike first."""
        from rapidfuzz.fuzz import ratio

        index = _Index({at: entry for at, entry in self.left.items() if entry.translation})
        pairs: list[tuple[float, int, int]] = []
        for number in numbers:
            message = self.messages[number]
            for at in index.candidates(message):
                entry = self.left[at]
                score = ratio(message.text, entry.message.text)
                same_context = entry.message.context == message.context
                if score >= (_IN_CONTEXT if same_context else _ANYWHERE):
                    pairs.append((-(score + (100 if same_context else 0)), number, at))
        for _, number, at in sorted(pairs):
            if at in self.left and self._is_waiting(number):
                self.counts["same"] -= number in self.found
                self.found[number] = self._change(self.messages[number], self.left.pop(at))

    def _is_waiting(self, number: int) -> bool:
        """Whether a message has no translation yet; its entry may be there, empty."""
        return number not in self.found or not self.found[number].translation

    def _change(self, message: Message, entry: Entry) -> Entry:
        """Return an entry for a message that is like the one it was made for."""
        if self._is_kept(message) and not entry.is_fuzzy:
            self.counts["kept"] += 1
            return entry._replace(message=message, is_obsolete=False)
        self.counts["changed"] += 1
        previous = entry.previous or (entry.message.context, entry.message.text)
        return entry._replace(message=message, is_fuzzy=True, previous=previous, is_obsolete=False)

    def _is_kept(self, message: Message) -> bool:
        for name in self.keep:
            context, _, beginning = name.partition("#")
            if context == message.context and message.text.startswith(beginning):
                return True
            if name and message.text.startswith(name):
                return True
        return False


class _Index:
    """Entries by the groups of letters in their texts, so that few are compared in full."""

    def __init__(self, entries: dict[int, Entry]) -> None:
        self.by_context: dict[str, list[int]] = defaultdict(list)
        self.by_group: dict[str, list[int]] = defaultdict(list)
        for at, entry in entries.items():
            self.by_context[entry.message.context].append(at)
            for group in _groups(entry.message.text):
                self.by_group[group].append(at)

    def candidates(self, message: Message) -> list[int]:
        """Return the entries of the message's context, and those that share most letter groups with it."""
        shared: Counter[int] = Counter()
        for group in sorted(_groups(message.text)):
            found = self.by_group.get(group, ())
            if len(found) < 200:
                shared.update(found)
        nearest = [at for at, _ in shared.most_common(_CANDIDATES)]
        return list(dict.fromkeys(self.by_context.get(message.context, []) + nearest))


def _groups(text: str) -> set[str]:
    """Return the groups of four letters that begin words and their parts."""
    folded = re.sub(r"\s+", " ", text.casefold())
    return {folded[at : at + 4] for at in range(max(len(folded) - 3, 1))}
