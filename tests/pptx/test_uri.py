"""Targets of links as authors write them, and the URIs they become."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.pptx.uri import make_uri

from ..exploring import examples


@pytest.mark.parametrize(
    ("written", "uri"),
    [
        ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f"),
        (" https://example.org/two words ", "https://example.org/two%20words"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://example.org/für/日本", "https://example.org/f%C3%BCr/%E6%97%A5%E6%9C%AC"),
        (
            'https://example.org/<a>"b"{c}|d\\e^f`g',
            "https://example.org/%3Ca%3E%22b%22%7Bc%7D%7Cd%5Ce%5Ef%60g",
        ),
        ("https://example.org/x[1]?y=[2]", "https://example.org/x%5B1%5D?y=%5B2%5D"),
        ("https://example.org/#a#b", "https://example.org/#a%23b"),
        ("http://[2001:db8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("http://[nonsense]/", "http://%5Bnonsense%5D/"),
        ("http://host:port/", "http://host%3Aport/"),
        ("http://host:99999/", "http://host%3A99999/"),
        ("https://user:secret@example.org:443/", "https://user:secret@example.org:443/"),
        ("mailto:someone@example.org?subject=a b", "mailto:someone@example.org?subject=a%20b"),
        ("notes/part one.pdf", "notes/part%20one.pdf"),
        ("line\nbreak", "linebreak"),
        ("lone\ud800surrogate", "lonesurrogate"),
        ("  ", ""),
    ],
)
def test_a_target_becomes_a_valid_uri(written: str, uri: str) -> None:
    assert make_uri(written) == uri


@settings(max_examples=examples(100))
@given(st.text(alphabet=st.sampled_from('ab1:/?#[]@%2 \u00e9<"\\'), max_size=30))
def test_any_text_becomes_a_uri_that_parses_and_stays_as_it_is(written: str) -> None:
    uri = make_uri(written)
    assert urlsplit(uri).port in (None, *range(65_536))
    assert make_uri(uri) == uri
