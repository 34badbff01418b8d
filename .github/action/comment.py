"""Write the comparison of decks in a comment on the pull request, over the one of an earlier run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from workflow import cut, report, scratch_folder, show, use_utf8

MARK = "<!-- deckbuild: slides that change -->"
"""Begins the comment, so that it is found again."""

MOST_OF_COMMENT = 60_000
"""Bytes of a comment; the service takes 65,536 characters."""


def main() -> int:
    """Write it; a token that may not (as in pull requests from forks) is a warning, not a failure."""
    number = _pull_request()
    if number is None:
        report("notice", "There is no comment: this is no pull request.")
        return 0
    comparison = Path(os.environ["DIFF"]).read_text(encoding="utf-8")
    body = scratch_folder() / "comment.md"
    body.write_text(cut(f"{MARK}\n\n{comparison}", MOST_OF_COMMENT), encoding="utf-8")
    repository = f"repos/{os.environ['GITHUB_REPOSITORY']}/issues"
    own = f'.[] | select(.user.type == "Bot" and (.body | startswith("{MARK}"))) | .id'
    found = _api("--paginate", f"{repository}/{number}/comments", "--jq", own)
    if found is None:
        return 0
    if found.split():
        _api(
            "--method=PATCH", f"{repository}/comments/{found.split()[0]}", "--silent", f"--field=body=@{body}"
        )
    elif os.environ.get("DIFFERS") == "true":
        _api("--method=POST", f"{repository}/{number}/comments", "--silent", f"--field=body=@{body}")
    return 0


def _pull_request() -> int | None:
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    number = event.get("pull_request", {}).get("number")
    return number if isinstance(number, int) else None


def _api(*arguments: str) -> str | None:
    """Ask the code host's interface; None if it refuses, which is said."""
    done = subprocess.run(
        ["gh", "api", *arguments], capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode:
        show(done.stderr)
        report("warning", "The comparison was not written on the pull request: may the token write there?")
        return None
    return done.stdout


if __name__ == "__main__":
    use_utf8()
    sys.exit(main())
