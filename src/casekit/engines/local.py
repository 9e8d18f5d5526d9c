"""Tasks in, their results out in the same order: worked off in this process or by several others."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

# Tasks handed out ahead, for each worker: enough that none waits, few enough that memory stays flat.
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Crew(Generic[Task, Result]):
    """Who does the work: `start(*arguments)` runs once in each process, then `work` on each task.

    Both must be importable functions, for workers are fresh processes (spawn), the same on every system.
    With one worker everything happens in this process.
    """

    work: Callable[[Task], Result]
    start: Callable[..., None]
    arguments: tuple[Any, ...]
    workers: int = 1

    def run(self, tasks: Iterable[Task], rescue: Callable[[Task, Alone[Task, Result]], Result]) -> Iterator[Result]:
        """The result of each task, in the order of tasks.

        A task whose worker dies (out of memory, say) is tried once more alone, then given to `rescue`; the others
        are done all the same. An exception that `work` raises is raised here.
        """
        if self.workers > 1:
            yield from self._run_apart(tasks, rescue)
            return
        self.start(*self.arguments)
        for task in tasks:
            yield self.work(task)

    def _run_apart(
        self, tasks: Iterable[Task], rescue: Callable[[Task, Alone[Task, Result]], Result]
    ) -> Iterator[Result]:
        coming = iter(tasks)
        waiting: deque[tuple[Task, Future[Result]]] = deque()
        team = Team(self, self.workers)
        try:
            while True:
                while len(waiting) < _AHEAD * self.workers and (task := next(coming, None)) is not None:
                    waiting.append((task, team.begin(task)))
                if not waiting:
                    return
                task, future = waiting.popleft()
                try:
                    result = future.result()
                except BrokenProcessPool:
                    team.stop()
                    result = self._rescued(task, rescue)
                    team = Team(self, self.workers)
                    waiting = deque((task, team.begin(task)) for task, _ in waiting)
                yield result
        finally:
            team.stop()

    def _rescued(self, task: Task, rescue: Callable[[Task, Alone[Task, Result]], Result]) -> Result:
        alone: Alone[Task, Result] = Alone(self)
        try:
            return alone(task)
        except BrokenProcessPool:
            return rescue(task, alone)
        finally:
            alone.close()


class Team(Generic[Task, Result]):
    """Some processes that are ready to work; they end at once when told to, or when this process ends, however."""

    def __init__(self, crew: Crew[Task, Result], workers: int) -> None:
        self._crew = crew
        context = multiprocessing.get_context("spawn")
        # Nothing is ever sent: a worker reads the end of the pipe when we close it, and when we are no more.
        self._theirs, self._ours = context.Pipe(duplex=False)
        self._pool = ProcessPoolExecutor(workers, context, _begin, (self._theirs, crew.start, *crew.arguments))

    def begin(self, task: Task) -> Future[Result]:
        """The result of the task, when it is there; asking for it raises BrokenProcessPool where a process has died."""
        with _ctrl_c_put_off():  # a task may start a process
            try:
                return self._pool.submit(self._crew.work, task)
            except BrokenProcessPool as died:  # before this task was handed out
                never: Future[Result] = Future()
                never.set_exception(died)
                return never

    def stop(self) -> None:
        """Lets the processes go, whatever they are at."""
        self._ours.close()
        self._pool.shutdown(cancel_futures=True)
        self._theirs.close()


class Alone(Generic[Task, Result]):
    """Does one task at a time in one process of its own; raises BrokenProcessPool where that process dies."""

    def __init__(self, crew: Crew[Task, Result]) -> None:
        self._crew = crew
        self._team: Team[Task, Result] | None = None

    def __call__(self, task: Task) -> Result:
        self._team = self._team or Team(self._crew, 1)
        try:
            return self._team.begin(task).result()
        except BrokenProcessPool:
            self.close()
            raise

    def survives(self, task: Task) -> bool:
        """True where the process lives through the task."""
        try:
            self(task)
        except BrokenProcessPool:
            return False
        return True

    def close(self) -> None:
        """Lets the process go."""
        if self._team is not None:
            self._team.stop()
            self._team = None


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(lifeline: Connection, start: Callable[..., None], *arguments: Any) -> None:
    """What a worker does first: leave Ctrl-C to the parent, and never outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, args=(lifeline,), daemon=True).start()
    start(*arguments)


def _end_with_parent(lifeline: Connection) -> None:
    wait([lifeline])
    os._exit(1)


@contextmanager
def _ctrl_c_put_off() -> Iterator[None]:
    """Processes that start in here do not hear Ctrl-C, not even before `_begin`; ours comes when we are through."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
