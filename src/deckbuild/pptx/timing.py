"""What happens on a slide when, and on which click (ECMA-376 Part 1, 19.5).

Video and sound play as where PowerPoint inserts them ("in click sequence"): on the next click anywhere,
and a click on them pauses them or goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from deckbuild.named_tuple import NamedTuple


class PlayedClip(NamedTuple):
    """A video or sound on a slide: its shape's id, which of the two, and its length in milliseconds."""

    shape: int
    kind: str
    duration: int


_NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_LATER = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
_SLIDE = "<p:tgtEl><p:sldTgt/></p:tgtEl>"


def spell_timing(clips: Sequence[PlayedClip]) -> str:
    """Spell ``p:timing``; nothing for a slide on which nothing moves."""
    if not clips:
        return ""
    ids = count(3)
    main = "".join(_spell_call(clip, ids, "playFrom(0.0)", 1, _LATER) for clip in clips)
    others = "".join(_spell_clip(clip, ids) + _spell_toggle(clip, ids) for clip in clips)
    root = '<p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
    return (
        f"<p:timing><p:tnLst>{root}"
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f'{main}</p:childTnLst></p:cTn><p:prevCondLst><p:cond evt="onPrev" delay="0">{_SLIDE}</p:cond>'
        f'</p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0">{_SLIDE}</p:cond></p:nextCondLst>'
        f"</p:seq>{others}</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
    )


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
