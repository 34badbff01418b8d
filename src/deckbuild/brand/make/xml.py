"""Spelling of whole parts: the XML declaration, namespaces, escaping."""

from __future__ import annotations

from xml.sax.saxutils import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
DRAWING_NAMESPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
NAMESPACES = (
    f"{DRAWING_NAMESPACE} "
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


def escape_text(text: str) -> str:
    """Escape text for element content and for attributes in double quotes."""
    return escape(text, {'"': "&quot;"})


def centipoints(points: float) -> int:
    """Convert points to the hundredths that `@sz` and `a:spcPts` count in."""
    return round(points * 100)
