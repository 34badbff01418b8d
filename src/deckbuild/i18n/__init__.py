"""Localisation: messages, catalogues, merging, putting translations in their places, checks."""
