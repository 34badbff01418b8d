"""Opening a template: from the cache when it has been compiled before."""

from __future__ import annotations

from deckbuild.digest import sha256_hex
from deckbuild.workspace import Workspace

from .facts import Template
from .stored import dump_template, load_template


def open_template(data: bytes, workspace: Workspace) -> Template:
    """Return the facts of a .pptx or .potx file, compiling it unless the workspace's cache knows it.

    Raises TemplateError when the bytes are no package that slides can be written into; its text says
    why, for the author. A stored result that is broken or of another version is made anew.
    """
    digest = sha256_hex(data)
    key = f"templates/{digest}"
    stored = workspace.read_cache(key)
    template = load_template(stored, digest) if stored is not None else None
    if template is None:
        from .compile import compile_template

        template = compile_template(data, digest)
        workspace.write_cache(key, dump_template(template))
    return template
