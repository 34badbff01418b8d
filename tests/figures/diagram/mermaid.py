"""Mermaid itself, as an oracle: what its own parser finds in a text."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

_READ = r"""
globalThis.__read = async function (text) {
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const db = diagram.db;
  if (diagram.type.startsWith("flowchart")) {
    return {
      direction: db.getDirection(),
      nodes: db.getData().nodes.map(n => ({id: n.id, label: n.label, parent: n.parentId || ""})),
      edges: db.getEdges().map(e => [e.start, e.end, e.text, e.type, e.stroke, e.length]),
    };
  }
  return {
    participants: [...db.getActors().values()].map(
      a => [a.name, a.description, a.type === "actor", (a.box && a.box.name) || ""]),
    messages: db.getMessages().map(
      m => [m.type, m.from || "", m.to || "", typeof m.message === "string" ? m.message : ""]),
  };
};
globalThis.__start = function (text) {
  globalThis.__renderResult = null;
  globalThis.__renderError = null;
  __read(text).then(r => { globalThis.__renderResult = JSON.stringify(r); })
    .catch(e => { globalThis.__renderError = String((e && e.message) || e) || "error"; });
};
"""


@cache
def _engine() -> Any:
    quickjs_engine = pytest.importorskip("mermaidx.engines.quickjs_engine", reason="no mermaidx")
    engine = quickjs_engine.Engine()
    engine.start()
    engine._executor.submit(_prepare, engine).result()
    return engine


def _prepare(engine: Any) -> None:
    engine._ctx.eval(_READ)
    engine._ctx.eval("__resetDocument(); mermaid.initialize({startOnLoad: false})")


def read_by_mermaid(text: str) -> dict[str, Any] | None:
    """Return what Mermaid finds in a text; None when it does not take it. Skips when there is no Mermaid."""
    engine = _engine()
    return engine._executor.submit(_read, engine, text).result()  # type: ignore[no-any-return]


def _read(engine: Any, text: str) -> dict[str, Any] | None:
    from mermaidx.engines._common import run_event_loop

    engine._ctx.eval(f"__start({json.dumps(text)})")
    run_event_loop(engine._ctx.eval, engine._run_job)
    found = engine._ctx.eval("__flat(globalThis.__renderResult)")
    return json.loads(found) if found else None
