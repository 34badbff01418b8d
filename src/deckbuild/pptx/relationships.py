"""The relationships of one part."""

from __future__ import annotations

from .xml import DECLARATION, RELATIONSHIPS, escape_attribute

OPEN = f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
CLOSE = "</Relationships>"


class Relationships:
    """A part's relationships, numbered in the order they are asked for; equal ones are one."""

    __slots__ = ("_entries",)

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str], str] = {}

    def add(self, kind: str, target: str) -> str:
        """Return the id of the relationship to a part; `kind` is the type's URI, or its end."""
        return self._add(kind, f'Target="{target}"')

    def add_external(self, kind: str, uri: str) -> str:
        """Return the id of the relationship to a URI outside the package."""
        return self._add(kind, f'Target="{escape_attribute(uri)}" TargetMode="External"')

    def _add(self, kind: str, target: str) -> str:
        identifier = self._entries.get((kind, target))
        if identifier is None:
            identifier = self._entries[kind, target] = f"rId{len(self._entries) + 1}"
        return identifier

    def spell(self) -> str:
        """Spell the relationships part."""
        entries = [
            spell_relationship(identifier, kind, target)
            for (kind, target), identifier in self._entries.items()
        ]
        return f"{OPEN}{''.join(entries)}{CLOSE}"


def spell_relationship(identifier: str, kind: str, target: str) -> str:
    """Spell one relationship; `target` are its spelled attributes."""
    uri = kind if "://" in kind else f"{RELATIONSHIPS}/{kind}"
    return f'<Relationship Id="{identifier}" Type="{uri}" {target}/>'
