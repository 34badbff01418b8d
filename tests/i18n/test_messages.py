"""What translators are given: which texts, in which form, with which context."""

from __future__ import annotations

import pytest

from .sources import messages_of

EVERYTHING = """\
---
title: My class
---
# The cloud

## Nova *now* {.wide}

A paragraph that
goes on in a second line.

> What is quoted.
> -- Somebody

1. First item
   - [ ] A task

| Name | Use |
|------|-----|
| Nova | ^^  |
| `x`  | 42  |

Table: All services

![The racks](racks.png "Racks in *Ulm*"){source="Our picture"}

```python
print("never offered")
```

Term
: Its meaning

Words[^1] and [a link](https://example.org/a(b) "Its title").

[^1]: A footnote.

::: notes
Said, not shown.

- Noted
:::
"""


def test_each_text_is_a_message_with_its_role_and_slide() -> None:
    found = [(message.context, message.text) for message in messages_of(EVERYTHING)]
    assert found == [
        ("title:deck", "My class"),
        ("title:the-cloud", "The cloud"),
        ("title:the-cloud/nova-now", "Nova *now*"),
        ("paragraph:the-cloud/nova-now", "A paragraph that goes on in a second line."),
        ("paragraph:the-cloud/nova-now", "What is quoted."),
        ("attribution:the-cloud/nova-now", "Somebody"),
        ("item:the-cloud/nova-now", "First item"),
        ("item:the-cloud/nova-now", "A task"),
        ("cell:the-cloud/nova-now", "Name"),
        ("cell:the-cloud/nova-now", "Use"),
        ("cell:the-cloud/nova-now", "Nova"),
        ("caption:the-cloud/nova-now", "All services"),
        ("alt:the-cloud/nova-now", "The racks"),
        ("caption:the-cloud/nova-now", "Racks in *Ulm*"),
        ("source:the-cloud/nova-now", "Our picture"),
        ("term:the-cloud/nova-now", "Term"),
        ("paragraph:the-cloud/nova-now", "Its meaning"),
        ("paragraph:the-cloud/nova-now", 'Words[^1] and [a link](1 "Its title").'),
        ("footnote:the-cloud/nova-now", "A footnote."),
        ("notes.paragraph:the-cloud/nova-now", "Said, not shown."),
        ("notes.item:the-cloud/nova-now", "Noted"),
    ]


def test_a_link_s_target_is_a_number_and_told_in_order() -> None:
    (_, message) = messages_of("## T\n\n[a](https://a.example) ![b](<my b.png>){width=3cm} `[c](d)`")
    assert message.text == "[a](1) ![b](2){width=3cm} `[c](d)`"
    assert message.targets == ("https://a.example", "<my b.png>")


def test_an_author_s_id_is_the_context() -> None:
    assert messages_of("# S\n\n## Title {#fixed}")[1].context == "title:fixed"


def test_a_slide_without_title_is_known_by_its_first_words() -> None:
    assert messages_of("## A\n\n---\n\nSome words.")[1].context == "paragraph:some-words"


def test_a_text_that_stands_twice_in_a_role_is_one_message_with_two_places() -> None:
    message = messages_of("## T\n\n- same\n- same\n")[1]
    assert [str(place) for place in message.places] == ["talk.md:3:3", "talk.md:4:3"]


def test_a_hard_break_is_a_line_feed_and_a_wrap_a_space() -> None:
    assert messages_of("## T\n\none  \ntwo\\\nthree\nfour")[1].text == "one\ntwo\nthree four"


def test_a_wrap_between_chinese_characters_is_nothing() -> None:
    assert messages_of("## T\n\n云计\n算机")[1].text == "云计算机"


def test_the_lines_of_a_label_are_line_feeds() -> None:
    deck = "## T\n\n```mermaid {alt=x}\nflowchart LR\n  a[Nova<br>compute]\n```\n"
    assert [message.text for message in messages_of(deck) if message.role == "label"] == ["Nova\ncompute"]


@pytest.mark.parametrize(
    "text", ["`code`", "42 %", "https://example.org", "$x^2$", "<https://a.example>", ":tada:"]
)
def test_what_has_no_words_is_no_message(text: str) -> None:
    assert len(messages_of(f"## T\n\n{text}")) == 1


def test_what_is_not_to_be_translated_is_not_offered() -> None:
    deck = (
        "## A {translate=no}\n\nOne.\n\n## B\n\n::: {translate=no}\nTwo.\n:::\n\n"
        "[Nova]{translate=no}\n\nUse [Nova]{translate=no} here.\n\n"
        "::: {translate=no}\n::: notes\nThree.\n:::\n:::\n"
    )
    assert [message.text for message in messages_of(deck)] == ["B", "Use [Nova]{translate=no} here."]


def test_shared_files_are_offered_once_under_their_own_name() -> None:
    deck = (
        '## A\n\n![x](d.mmd)\n\n![](t.csv)\n\n::: notes {include="n.txt"}\n:::\n\n'
        '## B\n\n![x](d.mmd)\n\n::: notes {include="n.txt"}\n:::\n'
    )
    found = messages_of(
        deck, d_mmd="flowchart LR\n  a[One] -->|to| b[Two]\n", t_csv="Name,No\nYes,1\n", n_txt="Say it."
    )
    assert [(message.context, message.text) for message in found if ":" in message.context[-8:]] == [
        ("title:a", "A"),
        ("alt:a", "x"),
        ("label:d.mmd", "One"),
        ("label:d.mmd", "to"),
        ("label:d.mmd", "Two"),
        ("cell:t.csv", "Name"),
        ("cell:t.csv", "No"),
        ("cell:t.csv", "Yes"),
        ("notes.paragraph:n.txt", "Say it."),
        ("title:b", "B"),
        ("alt:b", "x"),
    ]
