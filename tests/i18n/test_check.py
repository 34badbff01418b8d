"""Fifty broken translations, each found; and good ones, of which nothing is said."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.i18n.catalogue import Catalogue, Entry
from deckbuild.i18n.check import check_catalogue
from deckbuild.i18n.message import Message
from deckbuild.i18n.terms import Terms, read_terms
from deckbuild.markdown import read_inlines
from deckbuild.source import SourceFile, Span

GLOSSARY = "en,de,fr\nserver,Server|Rechner,serveur\nfloating IP,Floating-IP,\nNova,,\nKeystone,,\n"

SHORT = {
    "translation-markup": "markup",
    "translation-link": "link",
    "translation-code": "code",
    "translation-numbers": "numbers",
    "translation-ends": "ends",
    "translation-spaces": "spaces",
    "translation-term": "term",
}


def _terms() -> Terms:
    return read_terms(SourceFile("glossary.csv", GLOSSARY), Collector())


def _check(source: str, translation: str, language: str = "de", role: str = "paragraph") -> list[str]:
    place = Span(f"{language}.po", 12, 1)
    message = Message(f"{role}:x", source, "label" if role == "label" else "paragraph", "x", "X", False, ())
    catalogue = Catalogue(language, (Entry(message, translation, place=place),))
    collector = Collector()
    check_catalogue(catalogue, _terms(), read_inlines, collector)
    assert all(found.span == place for found in collector.sorted())
    return [SHORT[found.code] for found in collector.sorted()]


BROKEN = [
    # Markup that is lost, added or no longer closed.
    ("Use **bold** here", "Nimm fett hier", "markup"),
    ("Use **bold** here", "Nimm ** fett ** hier", "markup"),
    ("Use **bold** here", "Nimm **fett hier", "markup"),
    ("Use **bold** here", "Nimm *fett* hier", "markup"),
    ("Use *this* here", "Nimm dies hier", "markup"),
    ("Use *this* here", "Nimm *dies hier", "markup"),
    ("Use *this* here", "Nimm _dies hier", "markup"),
    ("Use plain text", "Nimm **einfachen** Text", "markup"),
    ("Was ~~old~~ new", "War alt neu", "markup"),
    ("H~2~O is water", "H2O ist Wasser", "markup"),
    ("About 10^3^ of them", "Etwa 103 davon", "markup numbers"),
    ("Mark ==this== up", "Zeichne dies aus", "markup"),
    ("One **two** and **three**", "Eins **zwei und drei**", "markup"),
    ("See [a span]{.mark} here", "Siehe ein Stück hier", "code markup"),
    ("Use `ls` here", "Nimm `ls hier", "code markup"),
    # Links and pictures.
    ("See [the docs](1)", "Siehe die Doku", "link markup"),
    ("See [the docs](1)", "Siehe [die Doku]", "link"),
    ("See [the docs](1)", "Siehe [die Doku] (1)", "link numbers"),
    ("See [the docs](1)", "Siehe [die Doku](2)", "link"),
    ("See [the docs](1)", "Siehe [die Doku](https://de.example)", "link"),
    ("[a](1) and [b](2)", "[a](1) und [b](1)", "link"),
    ("[a](1) and [b](2)", "[a](1) und b", "link markup"),
    ("See [the docs](1)", "Siehe [die Doku](1", "link numbers"),
    ("![alt](1) text", "Text", "link markup"),
    ("Just text", "Nur [Text](1)", "link markup"),
    # Code, formulas, addresses, tags, footnotes, attributes.
    ("Run `ls -l` now", "Starte `ls -1` jetzt", "code"),
    ("Run `ls` now", "Starte ls jetzt", "code"),
    ("Run `ls` now", "Starte `die Liste` jetzt", "code"),
    ("Is $x^2$ good", "Ist $x^3$ gut", "code"),
    ("Is $x$ good", "Ist x gut", "code"),
    ("At https://a.example now", "Unter https://b.example nun", "code"),
    ("At <https://a.example> now", "Unter der Adresse nun", "code"),
    ("One<br>two", "Eins zwei", "code"),
    ("Press <kbd>Q</kbd> now", "Drücke <kbd>Q</kdb> nun", "code"),
    ("A claim[^1] here", "Eine Behauptung hier", "code"),
    ("A claim[^a] here", "Eine Behauptung[^b] hier", "code"),
    ("[Salut]{lang=fr} means hello", "[Salut]{lang=de} heißt hallo", "code"),
    ("[Salut]{lang=fr} means hello", "[Salut] heißt hallo", "code"),
    ("See [Nova]{translate=no} here", "Siehe [Neu]{translate=no} hier", "code term"),
    # Numbers.
    ("It has 12 parts", "Es hat 21 Teile", "numbers"),
    ("It has 1,000 parts", "Es hat 100 Teile", "numbers"),
    ("From 2015 to 2020", "Von 2015 an", "numbers"),
    ("Many parts", "Gut 40 Teile", "numbers"),
    # Marks and white space.
    ("A sentence.", "Ein Satz", "ends"),
    ("A heading", "Eine Überschrift.", "ends"),
    ("A question?", "Eine Frage!", "ends"),
    ("Ask for this:", "Frage danach", "ends"),
    ("A sentence.", "Ein Satz. ", "ends"),
    ("Two words", "Zwei  Wörter", "spaces"),
    # Terms.
    ("The server runs", "Der Diener läuft", "term"),
    ("A floating IP is free", "Eine fließende IP ist frei", "term"),
    ("Nova starts it", "Neuheit startet es", "term"),
    ("Ask Keystone for it", "Frage Schlussstein danach", "term"),
]


@pytest.mark.parametrize(("source", "translation", "codes"), BROKEN)
def test_a_broken_translation_is_found(source: str, translation: str, codes: str) -> None:
    assert sorted(set(_check(source, translation))) == sorted(codes.split())


def test_there_are_fifty() -> None:
    assert len(BROKEN) >= 50


GOOD = [
    ("Use **bold** here", "Hier **fett** verwenden", "de"),
    ("Use **bold** here", "**粗体**を使う", "ja"),
    ("*A* and **b**", "**B** und *A*", "de"),
    ("[a](1) and [b](2)", "[B](2) und [A](1)", "de"),
    ('See [it](1 "Its title")', 'Siehe [es](1 "Sein Titel")', "de"),
    ("Run `ls -l` in $HOME$", "In $HOME$ `ls -l` starten", "de"),
    ("It has 1,234.5 parts", "Es hat 1.234,5 Teile", "de"),
    ("It has 1,234 parts", "Il a 1\u202f234 parties", "fr"),
    ("It has 12 parts", "به ۱۲ بخش", "fa"),
    ("A sentence.", "一句话。", "zh"),
    ("A question?", "سؤال؟", "ar"),
    ("A question?", "Ερώτηση;", "el"),
    ("A sentence.", "ประโยค", "th"),
    ("What is a cloud?", "クラウドとは何か", "ja"),
    ("Two servers, August 2013", "2013年8月、サーバー2台", "ja"),
    ("As of 12/01/2015", "2015年12月1日時点", "ja"),
    ("The 1^st^ release", "Die 1. Fassung", "de"),
    ("USD 5 bn by 2020", "2020年までに50億米ドル", "ja"),
    ('He said "yes".', "Er sagte „ja“.", "de"),
    ("Two servers run", "Zwei Rechner laufen", "de"),
    ("The server runs", "Der Webserver läuft", "de"),
    ("The server runs", "Le serveur tourne", "fr"),
    ("Nova and Keystone", "Keystone und Nova", "de"),
    ("Call nova-api", "nova-api aufrufen", "de"),
    ("One<br>two[^1]", "Eins<br>zwei[^1]", "de"),
    ("A line\nand one", "Eine Zeile\nund noch eine", "de"),
    ("R&amp;D costs 5 %", "F&amp;E kostet 5 %", "de"),
    ("The 1^st^ on 10/27, the 2^nd^ on 12/01/2015", "Das 1. am 27.10., das 2. am 01.12.2015", "de"),
    ("snake_case and 2 * 3", "snake_case und 2 * 3", "de"),
]


@pytest.mark.parametrize(("source", "translation", "language"), GOOD)
def test_of_a_good_translation_nothing_is_said(source: str, translation: str, language: str) -> None:
    assert _check(source, translation, language) == []


def test_digits_that_are_lost_are_told_in_all_languages() -> None:
    assert _check("It has 12 parts", "部品は21個", "ja") == ["numbers"]


def test_a_stale_translation_is_said_to_be_stale_and_no_more() -> None:
    message = Message("item:x", "New text", "item", "x", "X", False, ())
    place = Span("de.po", 3, 1)
    entry = Entry(message, "Alter `Text`", is_fuzzy=True, previous=("item:x", "Old `text`"), place=place)
    collector = Collector()
    check_catalogue(Catalogue("de", (entry,)), Terms(), read_inlines, collector)
    assert [(found.code, str(found.span)) for found in collector.sorted()] == [
        ("translation-stale", "de.po:3:1")
    ]


def test_a_glossary_s_row_with_too_many_cells_is_told() -> None:
    collector = Collector()
    read_terms(SourceFile("glossary.csv", "en,de\na,b\nc,d,e\n"), collector)
    assert [(found.code, str(found.span)) for found in collector.sorted()] == [
        ("glossary-syntax", "glossary.csv:3:1")
    ]
