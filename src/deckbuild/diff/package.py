"""The parts of a finished deck, and what each is related to (ECMA-376 Part 2, 8.5 and 9)."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from deckbuild.named_tuple import NamedTuple
from deckbuild.template import TemplateError
from deckbuild.template.archive import read_members

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = b"purl.oclc.org/ooxml"


class Relation(NamedTuple):
    """What a part refers to: the last word of its type, and a part's name or, from outside, an address."""

    kind: str
    target: str
    is_external: bool


class Package:
    """An opened package. Parts are parsed when they are asked for, without entities and the network."""

    def __init__(self, data: bytes) -> None:
        """Open a file's bytes; raises TemplateError, whose text says what is wrong with them."""
        self.members = read_members(data)
        self._relations: dict[str, dict[str, Relation]] = {}
        main = next((each for each in self.relations("").values() if each.kind == "officeDocument"), None)
        if main is None or main.target not in self.members:
            raise TemplateError("it is a zip file, but not one of PowerPoint's")
        self.main = main.target

    def parse(self, name: str) -> _Element:
        """Return a part's root element; raises TemplateError for one that is missing or no XML."""
        from lxml import etree

        content = self.members.get(name)
        if content is None:
            raise TemplateError(f"parts of it are missing ({name})")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise TemplateError(f"parts of it are broken ({name}: {error.msg})") from error

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part refers to by id; "" is the package itself."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return self._relations[part]

    def related(self, part: str, kind: str) -> str:
        """Return the first part of a kind that a part refers to, "" if there is none."""
        found = (each.target for each in self.relations(part).values() if each.kind == kind)
        return next((target for target in found if target in self.members), "")

    def _read_relations(self, part: str) -> dict[str, Relation]:
        folder, _, name = part.rpartition("/")
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self.members:
            return {}
        if _STRICT in self.members[path]:
            raise TemplateError("it is saved as Strict Open XML: save it as an ordinary .pptx")
        found = {}
        for element in self.parse(path).iter(_RELATION):
            target, is_external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = Relation(kind, target, is_external)
        return found
