"""What a deck plays, and the codes it shows for links: read into media as pictures are."""

from __future__ import annotations

from deckbuild.diagnostics import Collector
from deckbuild.figures import Media, read_picture
from deckbuild.source import Span
from deckbuild.workspace import Workspace

_ENDINGS = (
    ".mp4", ".m4v", ".mov", ".wmv", ".m4a", ".mp3", ".wav", ".wma",
    ".webm", ".mkv", ".avi", ".flv", ".ogv", ".ogg", ".opus", ".flac", ".aac", ".3gp",
)  # fmt: skip


def is_clip(path: str) -> bool:
    """Whether a path's ending is one of video or audio, be it one that PowerPoint plays or not."""
    return path.lower().endswith(_ENDINGS)


def read_clip(
    path: str, poster: Media | None, span: Span, workspace: Workspace, collector: Collector
) -> Media | None:
    """Return the picture of a video or sound, its own or a neutral one, with what it plays.

    Diagnostics: file-unreadable, media-format.
    """
    from deckbuild.digest import sha256_hex
    from deckbuild.figures.clip import ClipError, draw_poster
    from deckbuild.figures.clip import read_clip as read

    try:
        clip = read(workspace.read(path), path)
    except OSError as error:
        collector.report("file-unreadable", span, f"`{path}` cannot be read: {error.strerror or error}.")
        return None
    except ClipError as error:
        collector.report("media-format", span, f"`{path}` cannot be played. {error}")
        return None
    picture = poster or read_picture(draw_poster(clip), workspace)._replace(svg=None)
    return picture._replace(key=f"{sha256_hex(clip.data)}-{picture.key}", clip=clip)


def draw_code(source: str, span: Span, collector: Collector) -> Media | None:
    """Return the QR code of the link in a source (``qr:https://…``). Diagnostic: qr-link."""
    from deckbuild.figures.qr import QR, LinkTooLong, draw_qr

    try:
        return draw_qr(source.removeprefix(QR))
    except LinkTooLong as error:
        collector.report("qr-link", span, f"The link is too long for a QR code. {error}", "Use a short link.")
        return None
