"""A small project with a file of each kind, one of them spoilt: a table, a drawing, settings, …"""

from __future__ import annotations

import io
import random
import zipfile
from functools import lru_cache

from deckbuild.named_tuple import NamedTuple
from tests.pictures import gif, png, svg

from .mutate import ROOT, change

DECK = """---
title: A deck
footer: "{title} of {owner}"
---
## One

![a drawing](s.svg)

![](t.csv)

::: notes {include="n.md"}
:::

## Two

![numbers](t.csv){chart=column}

![](a.py){lines=1-9}

![a picture](p.png) ![another](p.gif)
"""
TEXTS: dict[str, str] = {
    "t.csv": 'name,value,other\nx,1,2\ny,"3,4",5\nz,-1e3,\n',
    "s.svg": svg(
        content='<defs><linearGradient id="g"><stop offset="1"/></linearGradient></defs>'
        '<g transform="scale(2)"><path d="M0 0 L9 9Z" fill="url(#g)"/><text x="1">Text</text></g>'
    ).decode(),
    "deckbuild.toml": '[deck]\nowner = "Acme"\nyear = 2026\n\n[rules]\nalt-missing = "off"\n\n[limits]\n'
    'text_bytes = 9000\n\n[allow]\npaths = ["x"]\n',
    "n.md": "Say *this*, and **that**.\n\n- one\n- two\n\n```\ncode\n```\n",
    "a.py": "import os\n\n\ndef f(x):\n    # region a\n    return x\n    # endregion\n",
    "locale/t/de.po": 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: de\\n"\n'
    '"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n\n#. slide one\n#: t.md:5\nmsgctxt "one"\nmsgid "One"\n'
    'msgstr "Eins"\n\n#, fuzzy\nmsgid "Two"\nmsgstr "Zwei"\n\nmsgid "A deck"\nmsgstr "Ein **Satz** [x](y)"\n',
    "assets/brands/a/brand.toml": 'name = "A"\n\n[colors]\naccent1 = "#336699"\n\n[fonts]\nbody = "Arial"\n',
}
BYTES: dict[str, bytes] = {"p.png": png(), "p.gif": gif()}
KINDS = (*TEXTS, *BYTES)
TEMPLATE = ROOT / "src/deckbuild/brand/builtin/alderwick/template.pptx"
_TEMPLATES = 40
"""One input of so many has a spoilt template: it takes a hundred times as long as the others."""


class Spoilt(NamedTuple):
    """The files of a project, which of them is spoilt, and a template to build with."""

    files: dict[str, bytes]
    name: str
    template: bytes | None = None


def make_project(seed: int, number: int) -> Spoilt:
    """Return the project of this number."""
    chance = random.Random(f"files:{seed}:{number}")
    files = {name: text.encode() for name, text in TEXTS.items()} | BYTES | {"t.md": DECK.encode()}
    if not chance.randrange(_TEMPLATES):
        return Spoilt(files, "template", _spoil_template(chance))
    name = chance.choice(KINDS)
    if name == "assets/brands/a/brand.toml":
        files["t.md"] = files["t.md"].replace(b"title:", b"brand: a\ntitle:", 1)
    if name in TEXTS and chance.random() < 0.8:
        text = TEXTS[name]
        for _ in range(chance.randrange(1, 5)):
            text = change(text, chance)[:9000]
        files[name] = text.encode("utf-8", "surrogatepass")
    else:
        files[name] = _spoil(files[name], chance)
    return Spoilt(files, name)


def _spoil(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with some left out, doubled or changed."""
    spoilt = bytearray(data)
    for _ in range(chance.randrange(1, 5)):
        start = chance.randrange(len(spoilt) + 1)
        end = start + chance.randrange(9)
        match chance.randrange(4):
            case 0:
                del spoilt[start:end]
            case 1:
                spoilt[start:start] = spoilt[start:end] * chance.randrange(2, 20)
            case 2:
                spoilt[start:end] = chance.randbytes(end - start)
            case 3:
                spoilt[start:end] = b"\xff" * (end - start)
    return bytes(spoilt)


@lru_cache(maxsize=1)
def _members() -> dict[str, bytes]:
    with zipfile.ZipFile(TEMPLATE) as package:
        return {name: package.read(name) for name in package.namelist()}


def _spoil_template(chance: random.Random) -> bytes:
    """Return a template with a spoilt part, or spoilt as a file."""
    if chance.random() < 0.2:
        return _spoil(TEMPLATE.read_bytes(), chance)
    members = _members()
    name = chance.choice(sorted(members))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for member, data in members.items():
            package.writestr(member, _spoil(data, chance) if member == name else data)
    return out.getvalue()
