"""Templates: a .pptx or .potx in, facts and a package to write slides into out."""

from __future__ import annotations

from .facts import Placeholder, Template, TemplateError, TemplateLayout, TextLevel, Theme
from .open import open_template

__all__ = [
    "Placeholder",
    "Template",
    "TemplateError",
    "TemplateLayout",
    "TextLevel",
    "Theme",
    "open_template",
]
