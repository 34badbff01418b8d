"""Finding decks and reading their settings."""
