"""Templates: a .pptx or .potx in, facts and a package to write slides into out."""

from __future__ import annotations

from .facts import Placeholder, Template, TemplateLayout, TextLevel, Theme

__all__ = ["Placeholder", "Template", "TemplateLayout", "TextLevel", "Theme"]
