"""``deckbuild new``: a small working deck to start from."""

from __future__ import annotations

import re
from pathlib import Path

import click

from deckbuild.project import find_root
from deckbuild.whole_file import write_folder_whole

_DECK = """\
# The deck's settings; `deckbuild build` reads them. docs/settings.md lists all keys.
title = "{title}"
subtitle = "What this class is about"
author = "Your name"
language = "en-US"
"""

_FIRST = """\
::: notes
Welcome the class. What stands between `::: notes` and `:::` is your script: it goes to the
notes page of the slide, lists, **bold** and all.
:::

# Getting started

What you will be able to do after this section

## Agenda

::: toc
:::

## A slide is a second-level heading

- Points are ordinary Markdown lists
    - nested by indentation
- **Bold**, *italic*, `code` and [links](https://commonmark.org) work everywhere
- Save, run `deckbuild build`, open the deck

::: notes
1. Ask who has written slides as text before.
2. Show this file beside the slide.
:::

## Tables are tables

| What you write        | What you get                    |
| :-------------------- | :------------------------------ |
| a pipe table          | a native, editable table        |
| `![alt](picture.png)` | a picture with its alt text     |
| a fence               | code, highlighted               |

## Code is text

```python
def greet(name: str) -> str:
    return f"Hello, {name}!"
```

# Next steps

## Make it yours

::: cards
### Write
One Markdown file a section, in name order

### Build
`deckbuild build` after each change

### Present
Open the deck in PowerPoint: everything can be edited
:::
"""


@click.command()
@click.argument("name")
def new(name: str) -> None:
    """Write a small working deck to start from.

    NAME is the deck's name; its folder is content/NAME in the project you stand in, or in this
    folder when it is no project yet. Nothing that exists is overwritten.
    """
    slug = re.sub(r"[^\w.-]+", "-", name.strip()).strip("-.")
    if not slug or "/" in name or "\\" in name:
        raise click.BadParameter("a name of letters, digits and hyphens is wanted", param_hint="NAME")
    folder = (find_root(Path.cwd()) or Path.cwd()) / "content" / slug
    if folder.exists():
        raise click.BadParameter(f"{_shown(folder)} exists already", param_hint="NAME")
    title = re.sub(r'[\s\x00-\x1f\x7f"\\-]+', " ", name).strip()
    settings = _DECK.format(title=title[:1].upper() + title[1:])
    write_folder_whole(folder, {"deck.toml": settings.encode(), "01-start.md": _FIRST.encode()})
    click.echo(f"Wrote {_shown(folder)}. Build it: deckbuild build {_shown(folder)}")


def _shown(path: Path) -> str:
    working = Path.cwd()
    return str(path.relative_to(working) if path.is_relative_to(working) else path)
