"""Functions imported when they are first called: a plain deck does not pay for what it does not have."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def late(module: str, name: str) -> Callable[..., Any]:
    """Return a function that imports ``module`` at its first call and calls the function ``name`` in it.

    For the rows of dispatch tables, and for steps that few decks need.
    ``tests/test_architecture.py`` counts each as an import, and checks that the function is there.
    """
    function: Callable[..., Any] | None = None

    def call(*arguments: Any) -> Any:
        nonlocal function
        if function is None:
            function = getattr(import_module(module), name)
        return function(*arguments)

    return call
