"""Where charts stand and what their looks are."""

from __future__ import annotations

from deckbuild.layout.laid_out import ChartShape, LaidOutSlide

from .laying import lay_out, layout_name

LINES = "```chart\ntype: line\n\nYear,One,Two\n2015,1,{}\n2016,9,{}\n```\n"


def chart(slide: LaidOutSlide) -> ChartShape:
    (shape,) = (shape for shape in slide.shapes if isinstance(shape, ChartShape))
    return shape


def test_a_chart_alone_fills_the_contents_placeholder() -> None:
    slide = lay_out("## S\n\n```chart\nA,B\nx,1\n```\n").slide
    assert layout_name(slide) == "Title and Content"
    assert chart(slide).placeholder is not None


def test_a_chart_stands_beside_a_list_in_the_second_placeholder() -> None:
    slide = lay_out("## S\n\n- One\n- Two\n- Three\n\n```chart\nA,B\nx,1\n```\n").slide
    assert layout_name(slide) == "Two Content"
    assert chart(slide).placeholder is not None


def test_lines_are_named_where_they_end_unless_they_end_together() -> None:
    apart = chart(lay_out("## S\n\n" + LINES.format(2, 3)).slide).look
    together = chart(lay_out("## S\n\n" + LINES.format(2, 9.1)).slide).look
    assert (apart.legend, [series.last_label for series in apart.series]) == ("", [1, 1])
    assert (together.legend, [series.last_label for series in together.series]) == ("t", [None, None])


def test_text_is_never_smaller_than_twelve_points() -> None:
    slide = lay_out("## S\n\n```chart {width=20%}\nA,B\nx,1\n```\n").slide
    assert chart(slide).look.size == 12


def test_formats_carry_the_decks_language() -> None:
    slide = lay_out("## S\n\n```chart\nunit: €\n\nA;B\nx;12.345,5\n```\n", language="de-DE").slide
    assert chart(slide).look.series[0].format == '[$-407]#,##0.0"\u00a0€"'


def test_a_highlighted_category_leaves_the_others_grey() -> None:
    slide = lay_out("## S\n\n```chart\nhighlight: y\n\nA,B\nx,1\ny,2\n```\n").slide
    assert chart(slide).look.series[0].points == ("bg1 darker 25", "accent1")
