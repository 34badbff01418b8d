"""Decks built side by side, by processes, with what comes out in the order of one process.

On Linux a worker is a fork of this process while that has one thread: it is there in milliseconds, with all
that was imported and read before. Anywhere else, and when some library has begun a thread, whose locks a fork
would copy, it is a new process, which imports everything anew.

Each worker has a pipe of its own and is given one task at a time, rather than a pool's common queue: so it is
known which task a worker had that died, the others go on, and a worker whose starter is gone gets to know it.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import signal
import traceback
from collections.abc import Callable, Generator, Iterator
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import FrameType
from typing import Any

from deckbuild.named_tuple import NamedTuple

from .side_by_side import Died, Perform, Step, starts_quickly

_INTERRUPTIONS = (signal.SIGINT, signal.SIGTERM)
_PATIENCE = 3.0
"""Seconds that a worker is given to put an end to its work."""


class _Worker(NamedTuple):
    process: BaseProcess
    pipe: Connection


def run_in_workers(perform: Perform, tasks: list[int], number: int, step: Step) -> Generator[Any, None, None]:
    """Yield what tasks give, in their order, done by so many processes; ``Died`` where one was lost.

    A task that raises ends it all, here as there. Whoever stops asking ends the workers too.
    """
    crew = _Crew(perform, tasks, number, step)
    try:
        for task in tasks:
            yield crew.wait_for(task)
    finally:
        crew.dismiss()


class _Crew:
    """Workers, and the tasks they have in hand or have done."""

    def __init__(self, perform: Perform, tasks: list[int], number: int, step: Step) -> None:
        self._perform, self._step = perform, step
        self._context = multiprocessing.get_context("fork" if starts_quickly() else "spawn")
        self._waiting = tasks[::-1]
        self._workers: dict[int, _Worker] = {}  # by the task each has in hand
        self._done: dict[int, Any] = {}
        while self._waiting and len(self._workers) < number and self._start():
            pass

    def wait_for(self, task: int) -> Any:
        """Return what a task gave, when it has."""
        while task not in self._done:
            if not self._workers and not self._start():  # the system gives us none: do it here
                self._waiting.remove(task)
                return self._perform(task, self._step)
            pipes = {worker.pipe: number for number, worker in self._workers.items()}
            for pipe in wait(list(pipes)):
                self._hear(pipes[pipe])  # type: ignore[index]
        return self._done.pop(task)

    def dismiss(self) -> None:
        """End all workers, at once but so that they can clean up behind them."""
        workers = list(self._workers.values())
        for worker in workers:
            worker.process.terminate()
            worker.pipe.close()
        for worker in workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()

    def _start(self) -> bool:
        """Start a worker with the next task; False where the system refuses."""
        task = self._waiting[-1]
        ours = [worker.pipe for worker in self._workers.values()]
        try:
            here, there = self._context.Pipe()
        except OSError:
            return False
        is_fork = self._context.get_start_method() == "fork"
        inherited = [*ours, here] if is_fork else []
        process = self._context.Process(  # type: ignore[attr-defined]
            target=_work, args=(self._perform, there, inherited), daemon=True
        )
        try:
            with _no_interruption(is_fork):
                process.start()
        except OSError:
            here.close()
            return False
        finally:
            there.close()
        self._workers[task] = _Worker(process, here)
        self._give(self._workers[task], self._waiting.pop())
        return True

    def _give(self, worker: _Worker, task: int) -> None:
        with contextlib.suppress(OSError):  # it has died: its pipe will say so
            worker.pipe.send(task)

    def _hear(self, task: int) -> None:
        """Take what the worker with this task has to say."""
        worker = self._workers[task]
        try:
            kind, said = worker.pipe.recv()
        except (EOFError, OSError):
            self._bury(task)
            return
        if kind == "step":
            self._step(said)
        elif kind == "error":
            raise RuntimeError(f"in a worker:\n{said}")
        else:
            self._done[task] = said
            del self._workers[task]
            if self._waiting:
                next_task = self._waiting.pop()
                self._workers[next_task] = worker
                self._give(worker, next_task)
            else:
                worker.pipe.close()
                worker.process.join(_PATIENCE)

    def _bury(self, task: int) -> None:
        worker = self._workers.pop(task)
        worker.process.join(_PATIENCE)
        worker.pipe.close()
        self._done[task] = Died(worker.process.exitcode or 0)
        if self._waiting:
            self._start()


@contextlib.contextmanager
def _no_interruption(is_fork: bool) -> Iterator[None]:
    """Let interruptions wait, here until afterwards, and in a process started meanwhile till it is ready."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    if not is_fork:
        from multiprocessing.resource_tracker import ensure_running

        ensure_running()  # a new process needs it, and in Python 3.11 its start lets interruptions through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _INTERRUPTIONS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Gone(Exception):
    """Whoever gives the tasks is there no more."""


def _interrupt(number: int, frame: FrameType | None) -> None:
    """Interrupt this process once: another signal must not disturb it when it cleans up."""
    _heed_no_more()
    raise KeyboardInterrupt


def _heed_no_more() -> None:
    for each in _INTERRUPTIONS:
        # SIG_IGN would have Python complain of a signal that has come already.
        signal.signal(each, lambda number, frame: None)


def _work(perform: Perform, pipe: Connection, inherited: list[Connection]) -> None:
    """Do tasks until there are no more, or whoever gives them is gone.

    ``inherited`` are the starter's ends of pipes, which a fork has too: unless they are closed here, nobody
    sees that the starter is gone. What a terminal interrupts, or the starter terminates, ends as an
    interruption does: temporary files are removed, processes of our own ended.
    """

    def tell(kind: str, said: Any) -> None:
        try:
            pipe.send((kind, said))
        except OSError:
            raise _Gone from None

    with contextlib.suppress(KeyboardInterrupt, EOFError, OSError, _Gone):
        try:
            for each in _INTERRUPTIONS:
                signal.signal(each, _interrupt)
            if hasattr(signal, "pthread_sigmask"):
                signal.pthread_sigmask(signal.SIG_UNBLOCK, _INTERRUPTIONS)
            for other in inherited:
                other.close()
            gc.disable()
            gc.freeze()
            while True:
                _do(perform, pipe.recv(), tell)
                gc.collect()
        finally:
            _heed_no_more()


def _do(perform: Perform, task: int, tell: Callable[[str, Any], None]) -> None:
    try:
        tell("done", perform(task, partial(tell, "step")))
    except _Gone:
        raise
    except Exception:
        tell("error", traceback.format_exc())
