"""``SOURCE_DATE_EPOCH`` (reproducible-builds.org): when the sources were made, in place of the clock."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_SECONDS = re.compile(r"[0-9]{1,12}")
_BEGIN = datetime(1970, 1, 1, tzinfo=UTC)


def read_epoch(text: str) -> datetime | None:
    """Return the time that so many seconds since 1970 name, in UTC; None for what names none."""
    if not _SECONDS.fullmatch(text):
        return None
    try:
        return _BEGIN + timedelta(seconds=int(text))
    except OverflowError:  # after the year 9999
        return None


def explain_epoch(text: str) -> str:
    """Say what is wrong with a value that ``read_epoch`` does not take."""
    return f"`SOURCE_DATE_EPOCH` must be seconds since 1970, such as 1767225600, not `{text}`."
