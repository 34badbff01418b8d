"""What text says itself where the template's own settings would spoil it."""

from __future__ import annotations

import re

from .. import decks
from .company_extremes import COMPANY_SHAPES
from .packages import read_parts
from .shapes import SHAPES


def slide_in(shape: str, source: str, number: int = 1) -> str:
    """Build a slide in a made template and return its XML."""
    make = COMPANY_SHAPES.get(shape) or SHAPES[shape]
    text = f"---\ntemplate: company.potx\n---\n\n{source}"
    data = decks.build({f"{shape}.md": text.encode(), "company.potx": make()}).data
    assert data is not None
    return read_parts(data)[f"ppt/slides/slide{number}.xml"].decode()


LINK = "## Links\n\nSee [the school](https://garden.example).\n"
OWN_COLOR = "hyperlinkcolor"


def test_links_that_cannot_be_read_get_a_colour_that_can() -> None:
    """Pale links on a light slide, in a dark place: there the theme's are readable."""
    assert OWN_COLOR not in slide_in("filled_places", LINK)
    boxed = slide_in("filled_places", "## Cards\n\n::: cards\n### One\n\n[school](https://a.example)\n:::\n")
    assert OWN_COLOR in boxed


def test_links_that_can_be_read_follow_the_theme() -> None:
    assert OWN_COLOR not in slide_in("lines_under_titles", LINK)


def test_lines_wrap_in_one_column() -> None:
    slide = slide_in("text_settings", "## Title\n\nText.\n")
    assert slide.count('<a:bodyPr spcFirstLastPara="0" wrap="square" numCol="1">') >= 1


def test_a_number_is_small_enough_for_its_box() -> None:
    slide = slide_in("upside_down_sizes", "## Title\n\nText.\n")
    number = slide[slide.index('type="slidenum"') :]
    assert 400 <= int(re.findall(r'sz="(\d+)"', number)[0]) < 4800


def test_text_outside_placeholders_names_the_typeface_that_the_master_does_not() -> None:
    source = "## Cards\n\n::: cards\n### One\n\nText\n:::\n"
    assert '<a:latin typeface="+mn-lt"/>' in slide_in("bare_master", source)
    assert '<a:latin typeface="+mn-lt"/>' not in slide_in("second_master", source)


def test_a_cover_stays_one_slide() -> None:
    source = "# Title\n\nA subtitle that is long\n\n## Slide\n\nText\n"
    assert "Slide" in slide_in("title_at_the_foot", source, 2)


def test_a_title_on_a_fill_shares_it_with_the_lines_under_it() -> None:
    """Beside the fill there may be a photo, on which they could not be read."""
    shown = cover_in("title_on_a_photo")
    fills = re.findall(r"<p:spPr>(?:(?!</p:spPr>).)*<a:srgbClr val=\"F4F4F4\"/>", shown)
    assert "The Garden School" in shown
    assert len(fills) == 1  # the title inherits its own


def cover_in(shape: str) -> str:
    source = (
        "---\ntitle: Tomatoes\nauthor: The Garden School\ntemplate: company.potx\n---\n\n## Slide\n\nText\n"
    )
    data = decks.build({"cover.md": source.encode(), "company.potx": COMPANY_SHAPES[shape]()}).data
    assert data is not None
    return read_parts(data)["ppt/slides/slide1.xml"].decode()


def test_cards_stand_in_more_rows_rather_than_break_words() -> None:
    """Beside a huge logo there is a column of 6.4 inches, too narrow for five cards."""
    items = "- Location unknown to the customer\n- Automatically, if you like\n"
    cards = "".join(f"### Resource pooling\n\n{items}\n" for _ in range(5))
    slide = slide_in("huge_logo", f"## Title\n\n::: cards\n{cards}:::\n")
    places = re.findall(r'name="Card"/>.*?<a:off x="\d+" y="(\d+)"/>', slide)
    assert len(places) == 5
    assert len(set(places)) > 1


def test_tight_lines_have_room_above_them() -> None:
    """At 80 % LibreOffice draws the tops of letters above the first line: so the box begins higher."""
    items = "".join(f"{number}. Some words that fill a line of this column\n" for number in range(1, 11))
    slide = slide_in("huge_logo", f"## Title\n\n::: lab\n{items}:::\n")
    assert 'spcPct val="80000"' in slide
    inset = int(re.findall(r'lIns="0" tIns="(\d+)"', slide)[0])
    assert 0 < inset < 2 * 12700


def test_a_chart_is_lower_rather_than_over_the_footnote() -> None:
    chart = f"```chart\ncaption: {'Words of a caption. ' * 9}[^1]\n\nA,B\nx,1\n```\n"
    source = f"## Title\n\n{chart}\n[^1]: A note.\n"
    slide = slide_in("tiny_body", source)
    tops = {
        name: (int(y), int(y) + int(cy))
        for name, y, cy in re.findall(
            r'name="(Caption|Footnotes)".*?<a:off x="\d+" y="(\d+)"/><a:ext cx="\d+" cy="(\d+)"/>', slide
        )
    }
    assert tops["Caption"][1] <= tops["Footnotes"][0]
