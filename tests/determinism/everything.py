"""A project whose decks have everything that a slide can have, in two languages and two brands."""

from __future__ import annotations

from tests.clips import mp3, mp4
from tests.pictures import bitmap, noise, png, svg

HEAD = """\
title = "Everything"
author = "Ann"
language = "en-US"
date = "2026-05-01"
owner = "Acme"
"""

WORDS = """\
::: notes
Welcome, **all**: “quotes”, İstanbul, straße, ﬁ.
:::

# First section

## Agenda

::: toc
:::

## Text

- One with `code`, *emphasis*, [a link](https://example.org) and a footnote[^1]
    1. Nested
- [x] Done, $E = mc^2$

[^1]: Said below.

::: notes
1. Say it.
   - twice
:::

| Left | Right |
|:-----|------:|
| ä    |     1 |
| ß    |   2.5 |

## Two columns

:::: columns
::: column
> A quotation
:::
::: column
~~~python
def greet(name: str) -> str:
    return f"Hello, {name}!"
~~~
:::
::::

## Cards {.step}

::: cards
### One
First
### Two
Second
:::

## Formula

$$\\sum_{i=1}^n \\frac{x_i}{2}$$
"""

FIGURES = """\
# Figures

## A chart

~~~chart
type: column
unit: USD billion

Year,Compute,Storage
2015,1.1,3
2016,1.5,4
~~~

## Another

~~~chart
type: pie

Kind,Share
A,40
B,60
~~~

## A diagram

~~~diagram
flowchart LR
  a[User] --> b{API}
  b -->|yes| c[(Store)]
  b --> d[Queue]
  subgraph g [Cloud]
    c
    d
  end
~~~

## A sequence

~~~diagram
sequenceDiagram
  participant U as User
  U->>API: ask
  API-->>U: answer
~~~

## Pictures

![A drawing](drawing.svg)

![Noise](noise.png "A caption")

## Converted

![A photo](photo.webp)

## Media

![A film](clip.mp4){poster=wide.png}

## Sound

![A sound](sound.mp3)

## Links

::: qr
https://example.org
:::
"""

STEPS = """\
## By steps

::: steps
- One
- Two

Three
:::
"""

SECOND = """\
---
language: ar
---

## مرحبا

- 1

~~~chart
type: line

A,B
1,2
~~~
"""

DRAWING = '<rect width="40" height="20"/><text x="5" y="30">Text</text>'

FILES: dict[str, bytes] = {
    "deckbuild.toml": b'[deck]\nowner = "Acme"\n',
    "assets/brands/acme/brand.toml": b'name = "Acme"\n[palette]\naccent1 = "8F1F28"\n',
    "content/everything/deck.toml": HEAD.encode(),
    "content/everything/01-words.md": WORDS.encode(),
    "content/everything/02-figures.md": FIGURES.encode(),
    "content/everything/03-steps.md": STEPS.encode(),
    "content/everything/drawing.svg": svg(content=DRAWING),
    "content/everything/noise.png": noise(900, 600),
    "content/everything/photo.webp": bitmap("WEBP", 120, 90),
    "content/everything/wide.png": png(200, 100),
    "content/everything/clip.mp4": mp4(),
    "content/everything/sound.mp3": mp3(),
    "content/second.md": SECOND.encode(),
    "content/third.md": b"## Third\n\n- Text\n",
}  # fmt: skip
