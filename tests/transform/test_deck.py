"""From a deck as read to a deck as shown: includes, CSV tables, agenda, footnotes, links."""

from __future__ import annotations

from textwrap import dedent

from deckbuild.diagnostics import Collector
from deckbuild.markdown import read_slides
from deckbuild.model import Deck, Table, walk
from deckbuild.source import SourceFile
from deckbuild.transform import transform_deck
from deckbuild.workspace import MemoryWorkspace
from tests.markdown import outline


def transform(text: str, files: dict[str, str | bytes] | None = None) -> tuple[Deck, Collector]:
    """Read a deck in ``content/deck/a.md`` and transform it, with other files beside it."""
    contents = {
        path: data if isinstance(data, bytes) else data.encode("utf-8")
        for path, data in (files or {}).items()
    }
    collector = Collector()
    slides = read_slides([SourceFile("content/deck/a.md", dedent(text))], collector)
    deck = Deck("T", tuple(slides), "en")
    return transform_deck(deck, MemoryWorkspace(contents), "content/deck", collector), collector


def shown(text: str, files: dict[str, str | bytes] | None = None) -> str:
    """Return the outline of the transformed deck, then the diagnostics with their files."""
    deck, collector = transform(text, files)
    lines = [line for slide in deck.slides for line in outline.slide(slide)]
    return "\n".join([*lines, *(f"! {found.span} {found.code}" for found in collector.sorted())])


INCLUDING = """\
    ## One

    ::: notes {include="topology.md"}
    :::
    """


def test_notes_take_their_text_from_a_file_beside_the_deck() -> None:
    assert shown(INCLUDING, {"content/deck/topology.md": "Three *clusters*.\n\n- control\n"}) == dedent("""\
        slide One #one
          notes
            p Three <i:clusters>.
            bullets
              - p control""")


def test_included_notes_know_their_own_file() -> None:
    deck, _ = transform(INCLUDING, {"content/deck/topology.md": "Three\n\n[l](m)"})
    spans = (getattr(node, "span", None) for node in walk(deck.slides[0].notes[0].blocks))
    assert [str(span) for span in spans if span] == [
        "content/deck/topology.md:1:1",
        "content/deck/topology.md:3:1",
        "content/deck/topology.md:3:1",
    ]


def test_several_slides_share_a_file_and_each_says_more() -> None:
    text = """\
        ## One

        ::: notes {include="/shared/n.md"}
        First.
        :::

        ## Two

        ::: notes {include="/shared/n.md"}
        :::
        """
    assert shown(text, {"shared/n.md": "Same."}) == dedent("""\
        slide One #one
          notes
            p First.
            p Same.
        slide Two #two
          notes
            p Same.""")


def test_an_include_that_is_missing() -> None:
    assert shown(INCLUDING) == "slide One #one\n  notes\n! content/deck/a.md:3:1 file-unreadable"


def test_an_include_that_leaves_the_project() -> None:
    text = INCLUDING.replace("topology.md", "../../../secret.md")
    assert shown(text) == "slide One #one\n  notes\n! content/deck/a.md:3:1 path-outside-project"


def test_an_include_of_itself() -> None:
    text = INCLUDING.replace("topology.md", "a.md")
    assert "! content/deck/a.md:3:1 include-itself" in shown(text, {"content/deck/a.md": dedent(text)})


def test_an_include_that_is_not_utf8_is_read_as_far_as_it_goes() -> None:
    assert shown(INCLUDING, {"content/deck/topology.md": b"ok\n\ncaf\xe9\n"}) == dedent("""\
        slide One #one
          notes
            p ok
            p caf\ufffd
        ! content/deck/topology.md:3:4 encoding""")


def test_problems_in_an_included_file_are_reported_there_once() -> None:
    text = INCLUDING + "\n    ## Two\n" + INCLUDING.partition("\n")[2]
    assert shown(text, {"content/deck/topology.md": "::: foo\nx\n:::"}).splitlines()[-1] == (
        "! content/deck/topology.md:1:1 div-unknown"
    )


def test_a_table_from_a_csv_file() -> None:
    text = '## T\n\n![Programs](data/p.csv "Core *programs*"){widths="1 2" source="https://a.b"}\n'
    csv = 'Name,Note\r\nNova,"compute, first"\r\n\r\nSwift\r\n'
    assert shown(text, {"content/deck/data/p.csv": csv}) == dedent("""\
        slide T #t
          table caption=Core <i:programs> credit=<a:https://a.b -> https://a.b> widths=(1.0, 2.0)
            head Name | Note
            row Nova | compute, first
            row Swift | """)


def test_csv_cells_are_literal_and_know_their_row() -> None:
    deck, _ = transform("## T\n\n![a](p.csv)\n", {"content/deck/p.csv": 'a;b\n*x*;"two\nlines"\n1;2\n'})
    (table,) = deck.slides[0].blocks
    assert outline.blocks([table]) == [
        "table caption=a",
        "  head a | b",
        "  row *x* | two<br>lines",
        "  row 1 | 2",
    ]
    assert isinstance(table, Table)
    assert [str(row[0].span) for row in table.rows if row[0]] == [
        "content/deck/p.csv:1:1",
        "content/deck/p.csv:2:1",
        "content/deck/p.csv:4:1",
    ]


def test_csv_that_is_missing_or_empty() -> None:
    text = "## T\n\n![a](p.csv)\n\n![b](q.tsv)\n\n![c](../../../r.csv)\n"
    assert shown(text, {"content/deck/q.tsv": "\n"}) == dedent("""\
        slide T #t
        ! content/deck/a.md:3:1 file-unreadable
        ! content/deck/a.md:5:1 table-empty
        ! content/deck/a.md:7:1 path-outside-project""")


SECTIONS = """\
    ## Agenda

    ::: toc {depth=%s}
    :::

    # Why *this*? {#why}

    ## Money

    ## Time

    # What

    ---

    no title
    """


def test_the_agenda_lists_the_sections() -> None:
    assert shown(SECTIONS % 1).startswith(
        dedent("""\
        slide Agenda #agenda
          bullets
            - p <a:Why <i:this>? -> #why>
            - p <a:What -> #what>
        section""")
    )


def test_an_agenda_of_depth_two_lists_their_slides() -> None:
    assert shown(SECTIONS % 2).startswith(
        dedent("""\
        slide Agenda #agenda
          bullets
            - p <a:Why <i:this>? -> #why>
              bullets
                - p <a:Money -> #money>
                - p <a:Time -> #time>
            - p <a:What -> #what>
        section""")
    )


def test_an_agenda_within_columns() -> None:
    text = "# A\n\n## B\n\n::: columns\n::: column\n::: toc\n:::\n:::\n:::\n"
    assert "      bullets\n        - p <a:A -> #a>" in shown(text)


def test_an_agenda_without_sections() -> None:
    assert shown("## A\n\n::: toc\n:::\n") == "slide A #a\n! content/deck/a.md:3:1 agenda-empty"


def test_links_to_slides() -> None:
    text = """\
        ## One

        [there](#two), [nowhere](#tow), [web](https://a.b#c)

        ![p](p.png){link="#one"}

        ## Two
        """
    _, collector = transform(text)
    (found,) = collector.sorted()
    assert (str(found.span), found.code, found.hint) == (
        "content/deck/a.md:3:16",
        "link-slide-missing",
        "Did you mean `#two`?",
    )


def test_footnotes_come_in_order_of_their_use_on_each_slide() -> None:
    text = """\
        ## One

        b[^b] a[^a] b[^B]

        [^a]: text of a
        [^b]: text of b

        ## Two

        a[^a]
        """
    assert shown(text) == dedent("""\
        slide One #one
          p b<note:b> a<note:a> b<note:b>
          footnote b
            p text of b
          footnote a
            p text of a
        slide Two #two
          p a<note:a>
          footnote a
            p text of a""")


def test_a_slides_own_footnote_comes_before_anothers() -> None:
    text = "## One\n\nx[^1]\n\n[^1]: one\n\n## Two\n\ny[^1]\n\n[^1]: two\n"
    assert shown(text) == dedent("""\
        slide One #one
          p x<note:1>
          footnote 1
            p one
        slide Two #two
          p y<note:1>
          footnote 1
            p two""")


def test_footnotes_of_notes_stand_under_the_notes_and_are_numbered_on() -> None:
    text = """\
        ## One

        x[^x]

        ::: notes
        said[^n], and again[^x]
        :::

        [^x]: shown
        [^n]: not shown
        """
    assert shown(text) == dedent("""\
        slide One #one
          p x<note:x>
          notes
            p said<note:2>, and again<note:x>
          notes
            decimal 2.
              - p not shown
          footnote x
            p shown""")


def test_footnotes_that_are_missing_unused_or_defined_twice() -> None:
    text = """\
        ## One

        a[^a] b[^nope]

        [^a]: one
        [^a]: two
        [^c]: three
        """
    assert shown(text) == dedent("""\
        slide One #one
          p a<note:a> b[^nope]
          footnote a
            p one
        ! content/deck/a.md:3:8 footnote-missing
        ! content/deck/a.md:6:1 footnote-duplicate
        ! content/deck/a.md:7:1 footnote-unused""")


def test_a_footnote_may_refer_to_another() -> None:
    text = "## One\n\na[^a]\n\n[^b]: second\n\n[^a]: first[^b]\n"
    assert [footnote.label for footnote in transform(text)[0].slides[0].footnotes] == ["a", "b"]


def test_a_deck_that_needs_nothing_stays_as_it_is() -> None:
    deck, collector = transform("# A\n\n## B\n\n- c\n\n::: notes\nd\n:::\n")
    assert deck == transform_deck(deck, MemoryWorkspace({}), "content/deck", Collector())
    assert collector.sorted() == []
