"""The cursor: one line of the source, and how far block starts have read into it."""

from __future__ import annotations

from .parsed import Cut


class Line:
    """The line being read; one object, loaded anew for every line.

    Indentation in CommonMark is counted in columns, and a tab reaches to the next column divisible by
    four. So ``text`` is the line with its tabs expanded, in which an index *is* a column, and the
    structure is found in it alone; ``tail`` and ``cut`` lead from columns back to the source as written.

    ``number`` counts lines from 0, ``start`` is the line's offset in the source, ``position`` the column
    where the innermost matched container's content begins, ``first`` the column of the first character
    from there that is no space (the text's length on a blank line).
    """

    __slots__ = ("first", "number", "original", "position", "start", "text")

    def __init__(self) -> None:
        self.text = ""
        self.original: str | None = None
        self.number = -1
        self.start = 0
        self.position = 0
        self.first = 0

    def tail(self, column: int) -> tuple[str, Cut]:
        """Return the text from a column to the line's end, and its cut.

        A column inside a tab gives the rest of the tab's columns as spaces that are in no cut.
        """
        original = self.original
        start = self.start
        if original is None:
            text = self.text
            return text[column:], (start + column, start + len(text))
        index, spaces = self._index(column)
        return " " * spaces + original[index:], (start + index, start + len(original))

    def cut(self, column: int, end: int) -> Cut:
        """Return the cut from one column to another, neither of them inside a tab."""
        start = self.start
        if self.original is None:
            return start + column, start + end
        return start + self._index(column)[0], start + self._index(end)[0]

    def offset(self, column: int) -> int:
        """Return the offset in the source of the character at a column."""
        return self.start + (column if self.original is None else self._index(column)[0])

    @property
    def end(self) -> int:
        """The offset of the line's end, before its line ending."""
        return self.start + len(self.text if self.original is None else self.original)

    def _index(self, column: int) -> tuple[int, int]:
        """Return the index in ``original`` of a column, and how many columns of a tab are left before it."""
        original = self.original or ""
        index = reached = 0
        while reached < column:
            tab = original.find("\t", index)
            if tab < 0 or reached + tab - index >= column:
                return index + column - reached, 0
            reached += tab - index
            reached += 4 - reached % 4
            index = tab + 1
        return index, reached - column
