"""Front matter of plain lines is read without PyYAML, and means what YAML says it does."""

from __future__ import annotations

import re

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.diagnostics import Collector
from deckbuild.project.written import _PLAIN_LINES, read_front_matter
from deckbuild.source import SourceFile

from ..exploring import examples

_VALUES = st.text(st.sampled_from("ab1é日 .,:;-/#?!@=()'\"&*[]{}|>%`\\~\t–"), min_size=1, max_size=8)
_LINES = st.lists(st.tuples(st.sampled_from(("title", "year", "x-y")), _VALUES), min_size=1, max_size=3)


@settings(max_examples=examples(600))
@given(_LINES)
def test_a_value_is_what_yaml_reads(lines: list[tuple[str, str]]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in lines)
    if not re.fullmatch(_PLAIN_LINES, text):
        return
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(node, yaml.MappingNode)
    expected: dict[str, str] = {}
    for key, value in node.value:
        expected.setdefault(key.value, value.value)
    written = read_front_matter(SourceFile("a.md", text), 0, len(text), Collector())
    assert written is not None
    assert written.values == expected


def test_plain_values_need_no_yaml() -> None:
    for value in ("Cloud basics", "1.10", "no", "2026-03-01", "https://example.org/a?b=c", "Ann, Bo & Co."):
        plain = re.fullmatch(_PLAIN_LINES, f"title: {value}\n") is not None
        assert plain is ("&" not in value)


def test_null_is_no_text() -> None:
    source = SourceFile("a.md", "title: null\nowner: Acme\n")
    written = read_front_matter(source, 0, len(source.text), Collector())
    assert written is not None
    assert written.values == {"title": "", "owner": "Acme"}
    assert str(written.span_of("owner")) == "a.md:2:1"
