"""Starts commands in no time, to be killed at some instant: ``python -m tests.faults.starter``.

This process imports all of deckbuild once; each command is a fork of it, so that most of the time in which it
can be killed is spent with work. Requests and answers are lines of JSON.
"""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

STEPS = ("write", "open", "link", "replace", "rename", "mkdir", "ftruncate")
"""Calls of the system by which files are written."""
DISTURBED = "(a step was refused)"


class Ended(NamedTuple):
    """How a command ended: its exit code, negative for a signal, the seconds it took, what it said."""

    code: int
    seconds: float
    said: str


class Starter:
    """The process that starts commands, as seen from the tests."""

    def __init__(self, *prefix: str) -> None:
        """Begin; ``prefix`` is a program, with options, that starts another with less rights."""
        root = Path(__file__).parent.parent.parent
        paths = os.pathsep.join((str(root), *filter(None, sys.path)))
        self._process = subprocess.Popen(
            [*prefix, sys.executable, "-m", "tests.faults.starter"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root,
            env={**os.environ, "PYTHONPATH": paths},
        )  # fmt: skip

    def run(self, folder: Path, cache: Path, *arguments: str, **faults: Any) -> Ended:
        """Run ``deckbuild`` in a folder.

        After ``kill_after`` seconds it is killed with all that it started; before step ``kill_at`` of writing
        it kills itself; step ``fail_at`` the system refuses (``error``), of which it says DISTURBED.
        ``named``: no file is without a name. ``largest``: no file may have more bytes.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = {"folder": str(folder), "cache": str(cache), "arguments": arguments, **faults}
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return Ended(*json.loads(self._process.stdout.readline()))

    def end(self) -> None:
        self._process.communicate()


def serve() -> None:
    """Do what the lines of standard input ask for."""
    import deckbuild.cli.brand
    import deckbuild.cli.build
    import deckbuild.cli.i18n
    import deckbuild.cli.new
    import deckbuild.cli.template  # noqa: F401

    for line in sys.stdin:
        print(json.dumps(_start(json.loads(line))), flush=True)


def _start(request: dict[str, Any]) -> Ended:
    reader, writer = os.pipe()
    started = time.perf_counter()
    child = os.fork()
    if not child:
        os.close(reader)
        _become(request, writer)
    os.close(writer)
    kill_after = request.get("kill_after")
    if kill_after is not None:
        time.sleep(kill_after)
        try:
            os.killpg(child, signal.SIGKILL)
        except ProcessLookupError:
            os.kill(child, signal.SIGKILL)  # it has not begun
    with open(reader, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return Ended(os.waitstatus_to_exitcode(status), time.perf_counter() - started, said)


def _become(request: dict[str, Any], output: int) -> None:
    """Be the command: this ends the process."""
    os.setsid()
    os.chdir(request["folder"])
    os.environ["XDG_CACHE_HOME"] = request["cache"]
    os.dup2(output, 1)
    os.dup2(output, 2)
    code = 1
    try:
        _prepare(request)
        from deckbuild.cli import main

        main(request["arguments"], prog_name="deckbuild")
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _prepare(request: dict[str, Any]) -> None:
    from deckbuild import whole_file

    if request.get("named"):
        whole_file._open_nameless = lambda folder: None
    if "largest" in request:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (request["largest"], request["largest"]))
    if "kill_at" in request or "fail_at" in request:
        _disturb(request)


def _disturb(request: dict[str, Any]) -> None:
    """Count the steps of writing, and have one of them fail, or none come after."""
    count = 0

    def wrap(call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **options: Any) -> Any:
            nonlocal count
            if call is real_open and not arguments[1] & (os.O_WRONLY | os.O_RDWR):
                return call(*arguments, **options)
            count += 1
            if count == request.get("kill_at"):
                os.killpg(0, signal.SIGKILL)
            if count == request.get("fail_at"):
                sys.stderr.write(f"{DISTURBED}\n")
                number = getattr(errno, request["error"])
                raise OSError(number, os.strerror(number))
            return call(*arguments, **options)

        return counted

    real_open = os.open
    for name in STEPS:
        setattr(os, name, wrap(getattr(os, name)))


if __name__ == "__main__":
    serve()
