"""Golden files: what came out when someone last looked at it and found it right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Goldens:
    """Compares with golden files, or rewrites them."""

    update: bool

    def check(self, path: Path, actual: str | bytes) -> None:
        """Assert that ``path`` holds ``actual``; with ``--update-goldens`` make it so."""
        data = actual.encode() if isinstance(actual, str) else actual
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        assert path.exists(), f"{path} is not there yet: run pytest --update-goldens and read it"
        golden = path.read_bytes()
        if isinstance(actual, str):
            assert actual == golden.decode()
        else:
            assert data == golden, f"{path} differs: run pytest --update-goldens and look at it"
