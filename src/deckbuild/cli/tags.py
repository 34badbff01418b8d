"""The languages that a command is asked for: ``--lang de,ja``."""

from __future__ import annotations

import click

from deckbuild.batch.languages import is_tag


def read_tags(lang: str) -> list[str]:
    """Return the tags of ``--lang`` in their order, each once; what is no tag is wrong usage."""
    tags = [tag.strip() for tag in lang.split(",") if tag.strip()]
    wrong = next((tag for tag in tags if not is_tag(tag)), None)
    if wrong:
        raise click.BadParameter(f"{wrong!r} is no language tag, such as de", param_hint="--lang")
    return list(dict.fromkeys(tags))
