"""Text fills placeholders and inherits; only what differs is said."""

from __future__ import annotations

from deckbuild.layout.laid_out import BREAK, Bullet, Hyperlink, Run, RunStyle, TextBody, TextParagraph

from .laying import body, lay_out, text_of

PLAIN = RunStyle("en-US")
NONE = Bullet()


def test_bullets_inherit_everything_from_the_placeholder() -> None:
    shape = body(lay_out("## Title\n\n- one\n  - two\n").slide)
    assert shape.box is None
    assert shape.body == TextBody(
        (TextParagraph((Run("one", PLAIN),), level=0), TextParagraph((Run("two", PLAIN),), level=1))
    )


def test_paragraphs_have_no_bullet() -> None:
    shape = body(lay_out("## Title\n\nText.\n\n- item\n").slide)
    first, second = shape.body.paragraphs
    assert (first.bullet, first.margin_left, first.indent) == (NONE, 0, 0)
    assert (second.bullet, second.margin_left, second.indent) == (None, None, None)


def test_list_deeper_than_nine_stays_at_the_ninth_level() -> None:
    source = "".join(f"{'  ' * depth}- {depth + 1}\n" for depth in range(11))
    levels = [paragraph.level for paragraph in body(lay_out(f"## Title\n\n{source}").slide).body.paragraphs]
    assert levels == [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8]


def test_numbers_are_automatic_and_go_on_after_an_interruption() -> None:
    source = "3. three\n4. four\n\n   more\n5. five\n"
    bullets = [p.bullet for p in body(lay_out(f"## Title\n\n{source}").slide).body.paragraphs]
    assert [(bullet.scheme, bullet.start) for bullet in bullets if bullet is not None] == [
        ("arabicPeriod", 3),
        ("arabicPeriod", 3),
        ("", 1),
        ("arabicPeriod", 5),
    ]


def test_wide_numbers_get_more_room() -> None:
    narrow, wide = (
        body(lay_out(f"## Title\n\n{start}. text\n").slide).body.paragraphs[0].margin_left or 0
        for start in (1, 1000)
    )
    assert wide > narrow


def test_tasks_have_boxes() -> None:
    paragraphs = body(lay_out("## Title\n\n- [ ] open\n- [x] done\n").slide).body.paragraphs
    assert [p.bullet.character for p in paragraphs if p.bullet] == ["☐", "☑"]


def test_definitions_stand_under_their_bold_terms() -> None:
    term, definition = body(lay_out("## Title\n\nTerm\n: What it means.\n").slide).body.paragraphs
    assert term.runs == (Run("Term", RunStyle("en-US", bold=True)),)
    assert (definition.runs, definition.level, definition.bullet) == (
        (Run("What it means.", PLAIN),),
        0,
        NONE,
    )
    assert definition.margin_left != 0
    assert (term.space_before, definition.space_before) == (None, 0)


def test_headings_are_bold_with_space_before() -> None:
    (_, heading, _) = body(lay_out("## Title\n\nText.\n\n### Heading\n\nText.\n").slide).body.paragraphs
    assert heading.runs == (Run("Heading", RunStyle("en-US", bold=True)),)
    assert heading.space_before


def test_styles_merge_into_runs() -> None:
    source = (
        "- a **b *c*** `d` ~~e~~ x^2^ H~2~O\\\nnext [f](https://example.org 'tip') [g](#title) [h]{lang=fr}"
    )
    (paragraph,) = body(lay_out(f"## Title\n\n{source}\n").slide).body.paragraphs
    assert [(run.text, run.style) for run in paragraph.runs if run.text.strip(" ") and run.link is None] == [
        ("a ", PLAIN),
        ("b ", RunStyle("en-US", bold=True)),
        ("c", RunStyle("en-US", bold=True, italic=True)),
        ("d", RunStyle("en-US", font="Courier New", size=20.0)),
        ("e", RunStyle("en-US", strike=True)),
        (" x", PLAIN),
        ("2", RunStyle("en-US", baseline=0.3)),
        (" H", PLAIN),
        ("2", RunStyle("en-US", baseline=-0.25)),
        ("O", PLAIN),
        (BREAK, PLAIN),
        ("next ", PLAIN),
        ("h", RunStyle("fr")),
    ]
    assert [(run.text, run.link) for run in paragraph.runs if run.link] == [
        ("f", Hyperlink(url="https://example.org", tooltip="tip")),
        ("g", Hyperlink(slide_id="title")),
    ]


def test_text_steps_down_the_ladder_until_it_fits() -> None:
    def fit(items: int) -> tuple[float, float, tuple[str, ...]]:
        laid = lay_out("## Title\n\n" + "- item\n" * items)
        shape = body(laid.slide)
        return shape.body.font_scale, shape.body.line_reduction, laid.codes

    assert fit(10) == (1.0, 0.0, ())
    assert fit(11) == (1.0, 0.1, ())
    assert fit(13) == (0.85, 0.2, ())
    assert fit(16) == (0.625, 0.2, ())


def test_long_title_shrinks_to_two_lines() -> None:
    title = "A title so long that it would take three lines if it were not made smaller, " * 2
    laid = lay_out(f"## {title}\n\n- text\n")
    assert body(laid.slide, "title").body.font_scale < 1
    assert laid.codes == ()


def test_title_that_cannot_fit_is_reported() -> None:
    laid = lay_out(f"## {'Far too long a title for any slide ' * 12}\n\n- text\n")
    assert laid.codes == ("title-too-long",)


def test_footnotes_stand_at_the_foot_with_their_marks() -> None:
    slide = lay_out("## Title\n\n- a[^x]\n- b[^*]\n\n[^x]: First.\n[^*]: Second.\n").slide
    marks = [p.runs[-1] for p in body(slide).body.paragraphs]
    assert [(mark.text, mark.style.baseline) for mark in marks] == [("1", 0.3), ("*", 0.3)]
    assert text_of(body(slide, "Footnotes").body.paragraphs) == ["1 First.", "* Second."]


def test_every_slide_has_footer_and_number() -> None:
    from deckbuild.layout import LayoutSettings

    settings = LayoutSettings(year="2031", owner="Me", date="1 May")
    slide = lay_out("## One\n", settings=settings).slide
    assert text_of(body(slide, "ftr").body.paragraphs) == ["Copyright (c) 2031 Me. All rights reserved."]
    assert text_of(body(slide, "sldNum").body.paragraphs) == ["1"]
    assert body(slide, "sldNum").body.paragraphs[0].runs[0].field == "slidenum"
    assert text_of(body(slide, "dt").body.paragraphs) == ["1 May"]


def test_east_asian_links_take_higher_lines() -> None:
    """Ten lines fit; linked, LibreOffice draws them 1.45 sizes high, which asks for smaller type."""
    plain = "".join(f"- 参考資料{number}\n" for number in range(10))
    linked = "".join(f"- [参考資料{number}](https://example.org)\n" for number in range(10))
    scales = [
        body(lay_out(f"## Title\n\n{items}", language="ja").slide).body.font_scale
        for items in (plain, linked)
    ]
    assert scales[0] == 1.0
    assert scales[1] < 1.0
