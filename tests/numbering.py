"""The marks that PowerPoint draws before paragraphs: bullets, and numbers counted as it counts them."""

from __future__ import annotations

from typing import Any

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

_ROMAN = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")]
_ROMAN += [(50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]


class Numbering:
    """Counts through the paragraphs of one text body.

    Paragraphs of one scheme and start at one level go on counting; a shallower paragraph, or another
    one at the same level, makes the next begin anew (ECMA-376 Part 1, 21.1.2.4.1).
    """

    def __init__(self) -> None:
        self._counts: dict[int, tuple[tuple[str, int], int]] = {}

    def mark(self, level: int, properties: list[Any]) -> str:
        """Return the mark of the next paragraph, from its own properties and, after them, those it inherits.

        A bullet that is inherited is shown as •, whatever the brand draws; a paragraph that hangs under
        a bullet's text without one of its own gets two spaces.
        """
        own = _bullet(properties[0])
        inherited = next((found for each in properties[1:] if (found := _bullet(each)) is not None), None)
        bullet = inherited if own is None else own
        for deeper in [known for known in self._counts if known > level]:
            del self._counts[deeper]
        if bullet is None or bullet.tag == f"{A}buNone":
            self._counts.pop(level, None)
            hangs = _has_bullet(inherited) and properties[0].get("marL") != "0"
            return "  " if hangs else ""
        if bullet.tag != f"{A}buAutoNum":
            self._counts.pop(level, None)
            return "• " if own is None else f"{bullet.get('char', '•')} "
        kind = (bullet.get("type"), int(bullet.get("startAt", "1")))
        last, number = self._counts.get(level, (None, 0))
        number = number + 1 if last == kind else kind[1]
        self._counts[level] = (kind, number)
        return f"{_format(kind[0], number)} "


def _has_bullet(bullet: Any) -> bool:
    return bullet is not None and bullet.tag != f"{A}buNone"


def _bullet(properties: Any) -> Any:
    if properties is None:
        return None
    kinds = ("buNone", "buChar", "buAutoNum", "buBlip")
    return next((found for kind in kinds if (found := properties.find(f"{A}{kind}")) is not None), None)


def _format(scheme: str, number: int) -> str:
    """Return a number in a scheme of ST_TextAutonumberScheme (ECMA-376 Part 1, 20.1.10.61)."""
    digits = str(number)
    if scheme.startswith("alpha"):
        digits = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif scheme.startswith("roman"):
        digits = ""
        for value, letters in _ROMAN:
            digits += letters * (number // value)
            number %= value
    if "Uc" in scheme:
        digits = digits.upper()
    if scheme.endswith("Period"):
        return f"{digits}."
    return f"({digits})" if scheme.endswith("ParenBoth") else f"{digits})"
