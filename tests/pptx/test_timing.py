"""Click animations, in the form that PowerPoint writes."""

from __future__ import annotations

import re

from deckbuild.pptx.build import Build
from deckbuild.pptx.timing import PlayedClip, spell_timing

from ..clicks import clicks
from ..decks import build

EFFECT = (
    '<p:par><p:cTn id="{}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold"{} '
    'nodeType="{}Effect"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr>'
    '<p:cTn id="{}" dur="1" '
    'fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn><p:tgtEl>{}</p:tgtEl><p:attrNameLst>'
    "<p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal "
    'val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
)


def test_a_click_is_a_par_of_effects_after_an_indefinite_delay() -> None:
    builds = (Build(3, 0, ((0, 1), (2, 1)), is_text=True), Build(4, 1))
    paragraphs = [f'<p:spTgt spid="3"><p:txEl><p:pRg st="{i}" end="{i}"/></p:txEl></p:spTgt>' for i in (0, 2)]
    assert spell_timing((), builds) == (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot">'
        '<p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq">'
        '<p:childTnLst><p:par><p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="indefinite"/>'
        '</p:stCondLst><p:childTnLst><p:par><p:cTn id="4" fill="hold"><p:stCondLst><p:cond delay="0"/>'
        "</p:stCondLst><p:childTnLst>"
        + EFFECT.format(5, ' grpId="0"', "click", 6, paragraphs[0])
        + EFFECT.format(7, ' grpId="0"', "with", 8, paragraphs[1])
        + EFFECT.format(9, "", "with", 10, '<p:spTgt spid="4"/>')
        + "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn>"
        '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
        "</p:prevCondLst>"
        '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
        "</p:nextCondLst>"
        "</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        '<p:bldLst><p:bldP spid="3" grpId="0" build="p"/></p:bldLst></p:timing>'
    )


def test_builds_are_listed_by_what_appears() -> None:
    builds = (
        Build(2, 1, is_text=True),
        Build(3, 1, is_text=True, is_filled=True),
        Build(4, 1, ((0, 2),), is_text=True, is_filled=True),
        Build(5, 1),
    )
    assert re.findall("<p:bldP [^>]*>", spell_timing((), builds)) == [
        '<p:bldP spid="2" grpId="0"/>',
        '<p:bldP spid="3" grpId="0" animBg="1"/>',
        '<p:bldP spid="4" grpId="0" build="p" animBg="1"/>',
    ]


def test_every_time_node_has_an_id_of_its_own() -> None:
    timing = spell_timing(
        (PlayedClip(7, "video", 1000), PlayedClip(8, "audio", 5)), (Build(7, 2), Build(3, 1))
    )
    ids = re.findall('<p:cTn id="([0-9]+)"', timing)
    assert sorted(map(int, ids)) == list(range(1, len(ids) + 1))


def test_timing_stands_behind_the_colour_map_at_the_slides_end() -> None:
    slide = build({"talk.md": "## S\n\n{steps}\n- One\n- Two\n"}).open().slides[0]._element
    assert [each.tag.rsplit("}")[-1] for each in slide] == ["cSld", "clrMapOvr", "timing"]


def test_a_card_appears_before_the_paragraphs_on_it() -> None:
    text = "## S\n\n::: cards {steps}\n### Card\n\n- One\n- Two {step=3}\n:::\n"
    slide = build({"talk.md": text}).open().slides[0]._element
    assert list(clicks(slide)) == [
        "click 1: the ground of Card, “Card”, “One”, Card bar",
        "click 2: “Two”",
    ]


def test_shapes_without_steps_give_no_timing() -> None:
    assert spell_timing((), ()) == ""
