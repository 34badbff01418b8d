"""What happens on a slide when, and on which click (ECMA-376 Part 1, 19.5).

Build steps come click by click: all that appears in one appears at once, without effects. Video and sound
play as where PowerPoint inserts them ("in click sequence"): on the click after the one with which they
appear, and a click on them pauses them or goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from deckbuild.named_tuple import NamedTuple

from .build import Build


class PlayedClip(NamedTuple):
    """A video or sound on a slide: its shape's id, which of the two, and its length in milliseconds."""

    shape: int
    kind: str
    duration: int


_NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_LATER = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
_SLIDE = "<p:tgtEl><p:sldTgt/></p:tgtEl>"


def spell_timing(clips: Sequence[PlayedClip], builds: Sequence[Build] = ()) -> str:
    """Spell ``p:timing``; nothing for a slide on which nothing moves."""
    if not clips and not builds:
        return ""
    ids = count(3)
    main = _spell_clicks(clips, builds, ids)
    others = "".join(_spell_clip(clip, ids) + _spell_toggle(clip, ids) for clip in clips)
    root = '<p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
    return (
        f"<p:timing><p:tnLst>{root}"
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f'{main}</p:childTnLst></p:cTn><p:prevCondLst><p:cond evt="onPrev" delay="0">{_SLIDE}</p:cond>'
        f'</p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0">{_SLIDE}</p:cond></p:nextCondLst>'
        f"</p:seq>{others}</p:childTnLst></p:cTn></p:par></p:tnLst>{_spell_list(builds)}</p:timing>"
    )


def _spell_clicks(clips: Sequence[PlayedClip], builds: Sequence[Build], ids: Iterator[int]) -> str:
    """Spell what each click brings: a step's parts, then one after the other the clips among them."""
    effects: dict[int, list[tuple[str, bool]]] = {0: []}
    for build in builds:
        shape = f'spid="{build.shape}"'
        if build.step and (build.is_filled or not build.paragraphs):
            target = f"<p:spTgt {shape}><p:bg/></p:spTgt>" if build.paragraphs else f"<p:spTgt {shape}/>"
            effects.setdefault(build.step, []).append((target, build.is_text))
        for index, step in build.paragraphs:
            text = f'<p:txEl><p:pRg st="{index}" end="{index}"/></p:txEl>'
            effects.setdefault(step, []).append((f"<p:spTgt {shape}>{text}</p:spTgt>", True))
    steps = {build.shape: build.step for build in builds}
    clicks: list[str] = []
    for step in sorted(effects):
        if effects[step]:
            clicks.append(_spell_step(effects[step], ids))
        clicks += [
            _spell_call(clip, ids, "playFrom(0.0)", 1, _LATER)
            for clip in clips
            if steps.get(clip.shape, 0) == step
        ]
    return "".join(clicks)


def _spell_step(effects: Sequence[tuple[str, bool]], ids: Iterator[int]) -> str:
    """Spell a click with which parts appear, each given by its target and whether its build is listed."""
    click, group = next(ids), next(ids)
    parts: list[str] = []
    for number, (target, is_listed) in enumerate(effects):
        effect, setting = next(ids), next(ids)
        listed = ' grpId="0"' if is_listed else ""
        node = "withEffect" if number else "clickEffect"
        parts.append(
            f'<p:par><p:cTn id="{effect}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold"'
            f'{listed} nodeType="{node}">{_NOW}<p:childTnLst><p:set><p:cBhvr><p:cTn id="{setting}" dur="1" '
            f'fill="hold">{_NOW}</p:cTn><p:tgtEl>{target}</p:tgtEl><p:attrNameLst>'
            "<p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
            '<p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
        )
    return (
        f'<p:par><p:cTn id="{click}" fill="hold">{_LATER}<p:childTnLst>'
        f'<p:par><p:cTn id="{group}" fill="hold">{_NOW}<p:childTnLst>{"".join(parts)}</p:childTnLst>'
        "</p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _spell_list(builds: Sequence[Build]) -> str:
    """Spell the list of shapes with text that appear, whole or in parts (19.5.14); nothing for none."""
    listed: list[str] = []
    for build in builds:
        if build.is_text:
            kind = ' build="p"' if build.paragraphs else ""
            ground = ' animBg="1"' if build.step and build.is_filled else ""
            listed.append(f'<p:bldP spid="{build.shape}" grpId="0"{kind}{ground}/>')
    return "<p:bldLst>" + "".join(listed) + "</p:bldLst>" if listed else ""


def _target(clip: PlayedClip) -> str:
    return f'<p:tgtEl><p:spTgt spid="{clip.shape}"/></p:tgtEl>'


def _spell_call(clip: PlayedClip, ids: Iterator[int], command: str, preset: int, start: str) -> str:
    """Spell a click that tells a clip what to do."""
    click, step, effect, call = (next(ids) for _ in range(4))
    length = "1" if preset == 2 else str(clip.duration or "indefinite")
    return (
        f'<p:par><p:cTn id="{click}" fill="hold">{start}<p:childTnLst>'
        f'<p:par><p:cTn id="{step}" fill="hold">{_NOW}<p:childTnLst>'
        f'<p:par><p:cTn id="{effect}" presetID="{preset}" presetClass="mediacall" presetSubtype="0" '
        f'fill="hold" nodeType="clickEffect">{_NOW}<p:childTnLst><p:cmd type="call" cmd="{command}"><p:cBhvr>'
        f'<p:cTn id="{call}" dur="{length}" fill="hold"/>{_target(clip)}</p:cBhvr></p:cmd></p:childTnLst>'
        "</p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _spell_clip(clip: PlayedClip, ids: Iterator[int]) -> str:
    """Spell the clip itself; sound ends when another begins."""
    end = ""
    if clip.kind == "audio":
        end = f'<p:endCondLst><p:cond evt="onStopAudio" delay="0">{_SLIDE}</p:cond></p:endCondLst>'
    return (
        f'<p:{clip.kind}><p:cMediaNode vol="80000"><p:cTn id="{next(ids)}" fill="hold" display="0">'
        f"{_LATER}{end}</p:cTn>{_target(clip)}</p:cMediaNode></p:{clip.kind}>"
    )


def _spell_toggle(clip: PlayedClip, ids: Iterator[int]) -> str:
    """Spell what a click on a clip does: it stops, or goes on."""
    on_click = f'<p:cond evt="onClick" delay="0">{_target(clip)}</p:cond>'
    return (
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{next(ids)}" restart="whenNotActive" fill="hold" '
        f'evtFilter="cancelBubble" nodeType="interactiveSeq"><p:stCondLst>{on_click}</p:stCondLst>'
        '<p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync><p:childTnLst>'
        f"{_spell_call(clip, ids, 'togglePause', 2, _NOW)}</p:childTnLst></p:cTn>"
        f"<p:nextCondLst>{on_click}</p:nextCondLst></p:seq>"
    )
