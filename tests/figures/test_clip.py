"""Video and sound: what is known of a file before it is put into a deck."""

from __future__ import annotations

import random

import pytest

from deckbuild.figures.clip import ClipError, draw_poster, read_clip
from tests.clips import mp3, mp4


def test_a_video_has_a_size_and_a_length() -> None:
    clip = read_clip(mp4(640, 360, 5568), "a/clip.mp4")
    assert clip[:2] == ("video", "mp4")
    assert clip[3:] == (640, 360, 5568)
    assert clip.content_type == "video/mp4"


def test_a_sound_is_a_small_square() -> None:
    clip = read_clip(mp3(), "SOUND.MP3")
    assert (clip.kind, clip.width, clip.height, clip.duration) == ("audio", 96, 96, 0)


def test_a_video_that_says_nothing_of_its_size_is_wide() -> None:
    assert read_clip(b"\0\0\0\x08ftyp", "a.mp4")[3:] == (1280, 720, 0)


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        (b"\x1a\x45\xdf\xa3", "a.webm", "MP4"),
        (b"OggS", "a.ogg", "M4A or MP3"),
        (b"", "a.mp4", "no MP4"),
        (b"<html>", "a.mp3", "no MP3"),
        (b"RIFF....AVI ", "a.wav", "no WAV"),
        (b"ID3", "a.wma", "no WMA"),
    ],
)
def test_what_powerpoint_cannot_play_is_said(data: bytes, path: str, words: str) -> None:
    with pytest.raises(ClipError, match=words):
        read_clip(data, path)


@pytest.mark.parametrize("seed", range(10))
def test_broken_files_have_some_size(seed: int) -> None:
    rng = random.Random(seed)
    data = bytearray(mp4())
    for _ in range(300):
        broken = bytearray(data)
        for _ in range(3):
            broken[rng.randrange(8, len(broken))] = rng.randrange(256)
        clip = read_clip(bytes(broken[: rng.randrange(12, len(broken))]), "a.mp4")
        assert 0 < clip.width <= 7680
        assert 0 <= clip.duration < 1 << 31


def test_a_poster_has_the_size_of_its_clip() -> None:
    assert draw_poster(read_clip(mp4(640, 360), "a.mp4")).startswith(
        b'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360">'
    )
