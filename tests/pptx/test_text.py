"""Text bodies, paragraphs and runs, and the XML they become."""

from __future__ import annotations

from itertools import count

import pytest

from deckbuild.layout.laid_out import BREAK, Bullet, Hyperlink, Run, RunStyle, TextBody, TextParagraph
from deckbuild.pptx.media import MediaParts
from deckbuild.pptx.part import Part
from deckbuild.pptx.text import spell_body, spell_paragraphs

from .deck_parts import BOLD, PLAIN, body, deck, paragraph, slide

END = '<a:endParaRPr lang="en-GB"/>'


def make_part(**properties: object) -> Part:
    laid_out = deck(slide(anchor="first"), slide(anchor="second"), **properties)
    return Part(laid_out, MediaParts({}, count(1)), "en-GB")


def spell(*paragraphs: TextParagraph) -> str:
    return spell_paragraphs(paragraphs, make_part())


@pytest.mark.parametrize(
    ("style", "properties"),
    [
        (PLAIN, '<a:rPr lang="en-GB"/>'),
        (RunStyle("de-DE", bold=True, italic=True), '<a:rPr lang="de-DE" b="1" i="1"/>'),
        (
            RunStyle("en-GB", underline=True, strike=True),
            '<a:rPr lang="en-GB" u="sng" strike="sngStrike"/>',
        ),
        (RunStyle("en-GB", size=13.5), '<a:rPr lang="en-GB" sz="1350"/>'),
        (RunStyle("en-GB", baseline=0.3), '<a:rPr lang="en-GB" baseline="30000"/>'),
        (RunStyle("en-GB", baseline=-0.25), '<a:rPr lang="en-GB" baseline="-25000"/>'),
        (
            RunStyle("en-GB", color="accent2", highlight="FFFF00", font="Courier New"),
            '<a:rPr lang="en-GB"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill>'
            '<a:highlight><a:srgbClr val="FFFF00"/></a:highlight>'
            '<a:latin typeface="Courier New"/><a:cs typeface="Courier New"/></a:rPr>',
        ),
        (
            RunStyle("en-GB", font="+mj-lt"),
            '<a:rPr lang="en-GB"><a:latin typeface="+mj-lt"/><a:cs typeface="+mj-cs"/></a:rPr>',
        ),
    ],
)
def test_a_style_becomes_run_properties_in_the_schema_s_order(style: RunStyle, properties: str) -> None:
    assert spell(paragraph(Run("x", style))) == (
        f'<a:p><a:r>{properties}<a:t>x</a:t></a:r><a:endParaRPr lang="{style.lang}"/></a:p>'
    )


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ('R&D: a < b > "c"', 'R&amp;D: a &lt; b &gt; "c"'),
        ("  kept  spaces\tand\ttabs ", "  kept  spaces\tand\ttabs "),
        ("bell\x07 nul\x00 \ufffe\uffff surrogate\ud800!", "bell nul  surrogate!"),
        ("two\nlines", "two lines"),
        ("emoji \U0001f600 stays", "emoji \U0001f600 stays"),
    ],
)
def test_text_is_escaped_and_what_xml_cannot_hold_is_left_out(text: str, xml: str) -> None:
    assert f"<a:t>{xml}</a:t>" in spell(paragraph(text))


def test_a_break_has_its_style_and_gives_its_height_to_the_line_it_opens() -> None:
    assert spell(paragraph("x", Run(BREAK, BOLD))) == (
        '<a:p><a:r><a:rPr lang="en-GB"/><a:t>x</a:t></a:r><a:br><a:rPr lang="en-GB" b="1"/></a:br>'
        '<a:endParaRPr lang="en-GB" b="1"/></a:p>'
    )


def test_an_empty_run_is_not_written_but_gives_its_height_to_an_empty_line() -> None:
    assert spell(paragraph(Run("", RunStyle("en-GB", size=12)))) == (
        '<a:p><a:endParaRPr lang="en-GB" sz="1200"/></a:p>'
    )


def test_a_field_has_an_id_that_is_always_the_same() -> None:
    assert spell(paragraph(Run("7", PLAIN, field="slidenum"))) == (
        '<a:p><a:fld id="{5C8E1B0A-3F6D-4E0B-9A57-1D2C7B64E901}" type="slidenum">'
        f'<a:rPr lang="en-GB"/><a:t>7</a:t></a:fld>{END}</a:p>'
    )


@pytest.mark.parametrize(
    ("written", "properties"),
    [
        (paragraph(), ""),
        (
            paragraph(level=2, margin_left=457200, indent=-228600, align="ctr", rtl=True),
            '<a:pPr marL="457200" lvl="2" indent="-228600" algn="ctr" rtl="1"/>',
        ),
        (
            paragraph(line_spacing=0.9, space_before=6, space_after=3.5),
            '<a:pPr><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="600"/></a:spcBef>'
            '<a:spcAft><a:spcPts val="350"/></a:spcAft></a:pPr>',
        ),
        (paragraph(bullet=Bullet()), "<a:pPr><a:buNone/></a:pPr>"),
        (
            paragraph(bullet=Bullet("\u2713", font="Arial", color="accent1", size=0.8)),
            '<a:pPr><a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buSzPct val="80000"/>'
            '<a:buFont typeface="Arial"/>'
            '<a:buChar char="\u2713"/></a:pPr>',
        ),
        (
            paragraph(bullet=Bullet(scheme="arabicPeriod")),
            '<a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>',
        ),
        (
            paragraph(bullet=Bullet(scheme="alphaLcParenR", start=4)),
            '<a:pPr><a:buAutoNum type="alphaLcParenR" startAt="4"/></a:pPr>',
        ),
    ],
)
def test_a_paragraph_says_only_what_it_sets(written: TextParagraph, properties: str) -> None:
    assert spell(written) == f"<a:p>{properties}{END}</a:p>"


@pytest.mark.parametrize(
    ("written", "properties"),
    [
        (body("x"), "<a:bodyPr/>"),
        (
            body("x", insets=(1, 2, 3, 4), anchor="ctr"),
            '<a:bodyPr lIns="1" tIns="2" rIns="3" bIns="4" anchor="ctr"/>',
        ),
        (body("x", autofit="none"), "<a:bodyPr><a:noAutofit/></a:bodyPr>"),
        (body("x", autofit="normal"), "<a:bodyPr><a:normAutofit/></a:bodyPr>"),
        (
            body("x", font_scale=0.775, line_reduction=0.2),
            '<a:bodyPr><a:normAutofit fontScale="77500" lnSpcReduction="20000"/></a:bodyPr>',
        ),
    ],
)
def test_a_body_says_how_it_is_fitted(written: TextBody, properties: str) -> None:
    assert spell_body(written, make_part()).startswith(f"<p:txBody>{properties}<a:lstStyle/><a:p>")


def test_a_body_without_paragraphs_has_the_empty_one_it_must_have() -> None:
    assert spell_body(TextBody(()), make_part()) == (
        f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{END}</a:p></p:txBody>"
    )


def test_columns_of_a_right_to_left_deck_run_from_the_right() -> None:
    assert '<a:bodyPr rtlCol="1"/>' in spell_body(body("x"), make_part(rtl=True))


def test_links_to_one_target_share_a_relationship() -> None:
    part = make_part()
    web = Hyperlink("https://example.org/?a=1&b=2", tooltip='a "tip"')
    xml = spell_paragraphs((paragraph(Run("one", PLAIN, web), Run("two", BOLD, web)),), part)
    assert xml == (
        '<a:p><a:r><a:rPr lang="en-GB"><a:hlinkClick r:id="rId1" tooltip="a &quot;tip&quot;"/></a:rPr>'
        '<a:t>one</a:t></a:r><a:r><a:rPr lang="en-GB" b="1">'
        '<a:hlinkClick r:id="rId1" tooltip="a &quot;tip&quot;"/></a:rPr>'
        f"<a:t>two</a:t></a:r>{END}</a:p>"
    )
    assert part.relationships.spell().endswith(
        '<Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
        'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"/></Relationships>'
    )


def test_a_link_to_a_slide_jumps_there() -> None:
    part = make_part()
    xml = spell_paragraphs((paragraph(Run("there", PLAIN, Hyperlink(slide_id="second"))),), part)
    assert '<a:hlinkClick r:id="rId1" action="ppaction://hlinksldjump"/>' in xml
    assert 'relationships/slide" Target="slide2.xml"/>' in part.relationships.spell()


@pytest.mark.parametrize("link", [Hyperlink(slide_id="nowhere"), Hyperlink(""), Hyperlink("\x00")])
def test_the_text_of_a_link_that_leads_nowhere_stays(link: Hyperlink) -> None:
    assert spell(paragraph(Run("text", PLAIN, link))) == spell(paragraph("text"))


def test_a_link_with_a_colour_of_its_own_keeps_it_in_powerpoint() -> None:
    run = Run("x", RunStyle("en-GB", color="accent2"), Hyperlink("https://example.org"))
    assert '<a:schemeClr val="accent2"/></a:solidFill><a:hlinkClick r:id="rId1"><a:extLst>' in spell(
        paragraph(run)
    )
