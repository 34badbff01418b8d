"""``deckbuild explain``: what a code means, with an example and how it is mended."""

from __future__ import annotations

import sys

import click

from deckbuild.diagnostics import RULES


@click.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what the code of a problem means, with an example that has it and one that is mended.

    Without a CODE, all codes are listed.

    \b
    deckbuild explain alt-missing
    """  # noqa: D301 -- Click wants the character that `\b` stands for.
    from deckbuild.diagnostics.rule_pages import as_plain_text, read_page

    if code is None:
        _list_codes()
        return
    code = code.strip("[]`")
    if code not in RULES:
        _suggest(code)
    page = read_page(code)
    click.echo(as_plain_text(page) if page else f"{RULES[code].summary} {RULES[code].hint}".rstrip())


def _list_codes() -> None:
    widest = max(map(len, RULES))
    for code, rule in RULES.items():
        click.echo(f"{code:{widest}}  {rule.severity.label:7}  {rule.summary}")


def _suggest(code: str) -> None:
    """Say that there is no such code, with the nearest ones, and end the command with 2."""
    from difflib import get_close_matches

    near = get_close_matches(code, RULES, 3, 0.8) or [each for each in RULES if code and code in each][:3]
    hint = (
        f"Did you mean {' or '.join(f'`{each}`' for each in near)}?"
        if near
        else "`deckbuild explain` lists all."
    )
    click.echo(f"There is no code `{code}`. {hint}", err=True)
    sys.exit(2)
