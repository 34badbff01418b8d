"""SHA-256 of small and large data.

``hashlib`` loads OpenSSL, which takes 4 ms: a thirtieth of a build of one slide. Python's own SHA-256 is
there at once, but a fifth as fast: what is large is worth OpenSSL.
"""

from __future__ import annotations

import sys

_LARGE = 1_000_000


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of ``data`` in hexadecimal digits."""
    if len(data) < _LARGE and "hashlib" not in sys.modules:
        try:
            from _sha256 import sha256  # type: ignore[import-not-found]  # up to Python 3.11
        except ImportError:
            try:
                from _sha2 import sha256  # type: ignore[import-not-found]
            except ImportError:
                from hashlib import sha256
    else:
        from hashlib import sha256
    return str(sha256(data).hexdigest())
