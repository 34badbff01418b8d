"""Writing a deck's catalogues: the template, new languages, and those there are brought up to date."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from deckbuild.diagnostics import Collector
from deckbuild.i18n.catalogue import Catalogue, Entry
from deckbuild.i18n.merge import Merged, merge
from deckbuild.i18n.message import Message, make_messages
from deckbuild.i18n.po import make_header, write_po
from deckbuild.named_tuple import NamedTuple
from deckbuild.project import DeckSource, ProjectSettings, open_deck
from deckbuild.transform.segments import find_segments
from deckbuild.workspace import Workspace

from .languages import catalogue_path, read_catalogue, template_path
from .rooms import give_rooms


class Extracted(NamedTuple):
    """A deck's messages, and its sources."""

    source: DeckSource
    messages: tuple[Message, ...]


class Written(NamedTuple):
    """A catalogue that was written: its path, and what merging did (None for a new one)."""

    path: str
    tag: str
    merged: Merged | None


def extract(
    workspace: Workspace,
    path: str,
    project: ProjectSettings,
    collector: Collector,
    with_rooms: bool = False,
) -> Extracted | None:
    """Return what there is to translate of a deck; None when it cannot be read, which is reported.

    ``with_rooms`` lays the deck out, to tell how long texts may be.
    """
    source = open_deck(workspace, path, project.deck or {}, collector)
    if source is None:
        return None
    groups, _ = find_segments(source, workspace)
    messages = make_messages(groups)
    if with_rooms:
        ids = {group.key: group.id for group in groups if group.id}
        messages = give_rooms(messages, ids, source, workspace)
    return Extracted(source, tuple(messages))


def write_template(workspace: Workspace, path: str, extracted: Extracted, created: str) -> str:
    """Write the template of a deck's catalogues and return its path; ``created`` as in ``make_header``."""
    source_language = extracted.source.settings.language
    header = make_header(extracted.source.name, "", source_language, created)
    entries = tuple(Entry(message) for message in extracted.messages)
    target = template_path(path)
    workspace.write(target, write_po(Catalogue("", entries, header, _title(extracted))).encode())
    return target


def write_catalogues(
    workspace: Workspace,
    path: str,
    extracted: Extracted,
    tags: Sequence[str],
    created: str,
    collector: Collector,
    keep: Collection[str] = (),
) -> list[Written]:
    """Write a deck's catalogues in some languages, those there are merged with what the deck says now.

    ``keep`` names messages whose source changed without changing what it means: by context, or by the
    beginning of the text. A catalogue that cannot be read is reported and left alone.
    """
    written: list[Written] = []
    for tag in tags:
        target = catalogue_path(workspace, path, tag)
        if workspace.exists(target):
            old = read_catalogue(workspace, path, tag, collector)
            if old is None:
                continue
            merged = merge(old, extracted.messages, keep)
            header = dict(old.header)
            if created:
                header["POT-Creation-Date"] = created
            catalogue = old._replace(entries=merged.entries, header=header)
            written.append(Written(target, tag, merged))
        else:
            header = dict(
                make_header(extracted.source.name, tag, extracted.source.settings.language, created)
            )
            entries = tuple(Entry(message) for message in extracted.messages)
            catalogue = Catalogue(tag, entries, header, _title(extracted))
            written.append(Written(target, tag, None))
        workspace.write(target, write_po(catalogue).encode())
    return written


def _title(extracted: Extracted) -> str:
    return f"Messages of {extracted.source.name}."
