"""The typefaces of a theme for the script of a deck's language, said where the theme leaves them open.

A theme's `a:ea` and `a:cs` are empty in most templates: what a reader then takes depends on the language of
the system it runs on, and a Japanese deck is shown in Chinese forms. Their faces by script
(`a:font/@script`, ECMA-376 Part 1, 20.1.4.1.16) say what is meant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

EAST_ASIAN = ("Jpan", "Hang", "Hans", "Hant")

OFFICE_FACES = {
    "Jpan": "Yu Gothic", "Hang": "Malgun Gothic", "Hans": "Microsoft YaHei", "Hant": "Microsoft JhengHei",
    "Arab": "Arial", "Hebr": "Arial", "Thai": "Leelawadee UI", "Laoo": "Leelawadee UI",
    "Khmr": "Leelawadee UI", "Mymr": "Myanmar Text", "Ethi": "Ebrima", "Thaa": "MV Boli",
    "Syrc": "Segoe UI Historic", "Tibt": "Microsoft Himalaya",
    **dict.fromkeys(
        ("Deva", "Beng", "Taml", "Telu", "Knda", "Mlym", "Gujr", "Guru", "Orya", "Sinh"), "Nirmala UI"
    ),
}  # fmt: skip
"""The faces that come with Windows and Office, by script (ISO 15924)."""

_COLLECTION = re.compile(r"<a:(majorFont|minorFont)>.*?</a:\1>", re.DOTALL)
_SCRIPT_FACE = r'<a:font script="{}" typeface="([^"]*)"\s*/>'


def set_script_face(theme: str, script: str, own: Mapping[str, str]) -> str:
    """Return a theme part's text with the face for a script as its East Asian or complex one.

    The face is the brand's own, else the theme's for that script, else Office's. A theme that names a face
    there keeps it, unless the brand has its own.
    """
    slot = "ea" if script in EAST_ASIAN else "cs"

    def set_face(collection: re.Match[str]) -> str:
        text = collection[0]
        found = re.search(_SCRIPT_FACE.format(script), text)
        face = _escape(own[script]) if script in own else found[1] if found else OFFICE_FACES.get(script, "")
        if not face:
            return text
        named = re.search(rf'<a:{slot} typeface="([^"]+)"', text)
        if named is None or script in own:
            element = f'<a:{slot} typeface="{face}"/>'
            text = re.sub(rf"<a:{slot}\b[^>]*?(?:/>|></a:{slot}>)", lambda _: element, text, count=1)
        entry = f'<a:font script="{script}" typeface="{face}"/>'
        if found:
            return text.replace(found[0], entry)
        return re.sub(r"(?=<a:extLst|</a:m\w+Font>)", lambda _: entry, text, count=1)

    return _COLLECTION.sub(set_face, theme)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
