"""What changed between two decks: what their slides say and show is read, matched and told."""
