"""Comparisons told: in the terminal, in Markdown, as JSON, as a page."""
