"""A template's package made ready for a deck's language: its direction, its typefaces.

Imported only for decks whose language wants either.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from deckbuild.digest import sha256_hex
from deckbuild.language import is_rtl, script_of
from deckbuild.workspace import Workspace

from .facts import Template
from .mirror import mirror_part
from .script_fonts import set_script_face

_THEME = re.compile(r"ppt/theme/[^/]+\.xml")
_VERSION = 1  # to be raised when the same package is made into another one


def localise(template: Template, language: str, faces: Mapping[str, str], workspace: Workspace) -> Template:
    """Return a template with its package made ready for a BCP 47 tag, from the cache if that was done before.

    Masters and layouts are mirrored when they are for the other direction (``mirror``). Themes get the face
    for the language's script (``script_fonts``): ``faces`` are a brand's own, by script.
    """
    mirrored, script = is_rtl(language) != template.rtl, script_of(language)
    if not mirrored and not script:
        return template
    wanted = f"{_VERSION} {mirrored} {script} {faces.get(script, '')}"
    key = f"templates/{template.digest}-{sha256_hex(wanted.encode())[:16]}"
    stored = workspace.read_cache(key)
    if stored is None or not zipfile.is_zipfile(io.BytesIO(stored)):
        stored = _rewrite(template, mirrored, script, faces)
        workspace.write_cache(key, stored)
    return template._replace(base=stored)


def _rewrite(template: Template, mirrored: bool, script: str, faces: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template.base)) as source, zipfile.ZipFile(buffer, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if mirrored:
                content = mirror_part(entry.filename, content, template)
            if script and _THEME.fullmatch(entry.filename):
                content = set_script_face(content.decode(), script, faces).encode()
            target.writestr(entry, content, compresslevel=9)
    return buffer.getvalue()
