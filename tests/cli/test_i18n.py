"""``deckbuild i18n`` and ``deckbuild build --lang`` as a user meets them."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import main

DECK = "---\ntitle: My class\n---\n## One\n\nHello, see [Two](#two).\n\n## Two\n\nBye\n"


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "talk.md").write_text(DECK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def _translate(text: str, translation: str) -> None:
    path = Path("content/locale/talk/de.po")
    written = path.read_text(encoding="utf-8")
    path.write_text(
        written.replace(f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{translation}"'),
        encoding="utf-8",
    )


def _words(path: str, slide: int) -> list[str]:
    with zipfile.ZipFile(path) as file:
        xml = file.read(f"ppt/slides/slide{slide}.xml").decode()
    return re.findall(r"<a:t>([^<]*)</a:t>", xml)


def test_extract_writes_a_template_and_new_catalogues_and_leaves_old_ones_alone() -> None:
    run = _run("i18n", "extract", "--lang", "de")
    assert (run.exit_code, run.output) == (
        0, "content/locale/talk/talk.pot: 5 messages\ncontent/locale/talk/de.po: new\n",
    )  # fmt: skip
    _translate("Bye", "Tschüs")
    assert _run("i18n", "extract", "--lang", "de").exit_code == 0
    assert "Tschüs" in Path("content/locale/talk/de.po").read_text(encoding="utf-8")


def test_the_same_source_gives_the_same_catalogue_whenever() -> None:
    _run("i18n", "extract", "--lang", "de")
    first = Path("content/locale/talk/de.po").read_bytes()
    _run("i18n", "update")
    assert Path("content/locale/talk/de.po").read_bytes() == first


def test_a_catalogue_s_date_is_the_one_that_a_reproducible_build_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    _run("i18n", "extract")
    assert '"POT-Creation-Date: 1970-01-02 00:00+0000\\n"' in Path("content/locale/talk/talk.pot").read_text()


def test_a_translated_deck_stands_beside_the_original() -> None:
    _run("i18n", "extract", "--lang", "de")
    _translate("My class", "Mein Kurs")
    _translate("One", "Eins")
    _translate("Hello, see [Two](1).", "Hallo, siehe [Zwei](1).")
    _translate("Two", "Zwei")
    run = _run("build", "--lang", "all")
    assert run.exit_code == 0, run.output
    assert re.match(r"build/talk\.de\.pptx: 3 slides, 0 warnings", run.output)
    assert _words("build/talk.de.pptx", 1)[0] == "Mein Kurs"
    assert "".join(_words("build/talk.de.pptx", 2)).startswith("EinsHallo, siehe Zwei.")
    assert _words("build/talk.de.pptx", 3)[:2] == ["Zwei", "Bye"]


def test_a_pseudo_language_needs_no_catalogue() -> None:
    assert _run("build", "--lang", "qps-ploc").exit_code == 0
    assert _words("build/talk.qps-ploc.pptx", 3)[0].startswith("⟦Ţŵö")


def test_a_language_without_a_catalogue_is_an_error() -> None:
    run = _run("build", "--lang", "fr")
    assert run.exit_code == 1
    assert "content/locale/talk/fr.po: error: There is no catalogue of `fr`" in run.output
    assert "[catalogue-missing]" in run.output


def test_a_tag_that_is_none_is_wrong_usage() -> None:
    assert _run("build", "--lang", "d!").exit_code == 2


def test_untranslated_texts_can_be_errors() -> None:
    _run("i18n", "extract", "--lang", "de")
    run = _run("build", "--lang", "de", "--untranslated", "fail")
    assert run.exit_code == 1
    assert "content/talk.md:10:1: error: `Bye` on the slide `Two` is not translated." in run.output
    assert not Path("build/talk.de.pptx").exists()


def test_update_says_what_it_found_again() -> None:
    _run("i18n", "extract", "--lang", "de")
    _translate("Bye", "Tschüs")
    Path("content/talk.md").write_text(DECK.replace("Bye", "Bye!").replace("Hello, s", "S"), encoding="utf-8")
    assert _run("i18n", "update", "--keep", "Bye").output == (
        "content/locale/talk/de.po: 3 same, 1 kept, 1 new, 1 obsolete\n"
    )


def test_check_tells_what_is_broken_and_how_far_each_slide_is() -> None:
    _run("i18n", "extract", "--lang", "de")
    _translate("Hello, see [Two](1).", "Hallo, siehe Zwei.")
    _translate("Two", "Zwei")
    run = _run("i18n", "check", "--page", "status.html", "--status-json", "status.json")
    assert run.exit_code == 1
    assert (
        "content/locale/talk/de.po:38:1: error: The link target `1` is missing. [translation-link]"
        in run.output
    )
    table = run.output.split("\n")
    assert any(re.match(r"content/talk\.md +de +40 % +0 +3 +100 % +0 +0$", line) for line in table), (
        run.output
    )
    assert "    One: 1 missing" in table
    assert "<td>Two</td><td>1/2</td>" in Path("status.html").read_text(encoding="utf-8")
    (status,) = json.loads(Path("status.json").read_text(encoding="utf-8"))
    assert status["slides"] == {"total": 5, "translated": 2, "stale": 0, "missing": 3}


def test_too_little_translated_is_an_error_for_ci() -> None:
    _run("i18n", "extract", "--lang", "de")
    assert _run("i18n", "check").exit_code == 0
    run = _run("i18n", "check", "--min-translated", "95")
    assert run.exit_code == 1
    message = "0.0 % of content/talk.md is translated; at least 95 % is wanted. [translation-incomplete]"
    assert message in run.output


def test_what_does_not_fit_is_told_with_how_much_to_shorten_it() -> None:
    Path("content/talk.md").write_text("## One\n\nText.\n", encoding="utf-8")
    _run("i18n", "extract", "--lang", "de")
    _translate("One", "Ein außerordentlich langer Titel, der kein Ende nimmt, " * 8 + "Schluss")
    run = _run("i18n", "check")
    assert "de.po:" in run.output
    assert "[title-too-long]" in run.output
    assert re.search(r"de: The title has \d+ lines: shorten it by about \d+ characters", run.output)


def test_the_project_s_glossary_is_used() -> None:
    Path("glossary.csv").write_text("en,de\nHello,Guten Tag\n", encoding="utf-8")
    _run("i18n", "extract", "--lang", "de")
    _translate("Hello, see [Two](1).", "Hallo, siehe [Zwei](1).")
    assert "`Hello` is to be translated as `Guten Tag`." in _run("i18n", "check").output


def test_a_catalogue_tells_how_long_a_text_may_be() -> None:
    _run("i18n", "extract")
    text = Path("content/locale/talk/talk.pot").read_text(encoding="utf-8")
    rooms = re.findall(r'#\. Room: (\d+) characters\n(?:#.*\n)*msgctxt "(.*)"', text)
    by_context = {context: int(room) for room, context in rooms}
    assert 3 < by_context["title:two"] < 200
    assert by_context["paragraph:two"] > by_context["title:two"]


@pytest.mark.parametrize("style", ["xliff-2.0", "xliff-1.2"])
def test_a_catalogue_goes_to_an_agency_and_comes_back(style: str) -> None:
    _run("i18n", "extract", "--lang", "de")
    run = _run("i18n", "export", "--lang", "de", "--format", style)
    assert (run.exit_code, run.output) == (0, "build/talk.de.xlf: 5 messages\n")
    done = Path("build/talk.de.xlf").read_text(encoding="utf-8")
    done = re.sub(r"(<source>Bye</source>)", r"\1<target>Tschüs</target>", done).replace("initial", "final")
    Path("build/talk.de.xlf").write_text(done, encoding="utf-8")
    run = _run("i18n", "import", "build/talk.de.xlf")
    assert (run.exit_code, run.output) == (0, "content/locale/talk/de.po: 1 changed, 0 kept as obsolete\n")
    assert 'msgid "Bye"\nmsgstr "Tschüs"' in Path("content/locale/talk/de.po").read_text(encoding="utf-8")


def test_what_comes_back_for_a_text_that_has_changed_is_kept() -> None:
    _run("i18n", "extract", "--lang", "de")
    _translate("Bye", "Tschüs")
    _run("i18n", "export", "-o", ".")
    Path("content/talk.md").write_text(DECK.replace("Bye", "Bye now"), encoding="utf-8")
    Path("content/locale/talk/de.po").unlink()
    _run("i18n", "extract", "--lang", "de")
    run = _run("i18n", "import", "talk.de.xlf")
    assert run.exit_code == 0
    assert "talk.de.xlf:" in run.output
    assert "warning: Its source has changed since: `Bye`. [catalogue-behind]" in run.output
    assert "0 changed, 1 kept as obsolete" in run.output
    _run("i18n", "update")
    written = Path("content/locale/talk/de.po").read_text(encoding="utf-8")
    assert '#| msgid "Bye"\nmsgctxt "paragraph:two"\nmsgid "Bye now"\nmsgstr "Tschüs"' in written


def test_a_file_of_another_deck() -> None:
    _run("i18n", "extract", "--lang", "de")
    _run("i18n", "export", "-o", ".")
    Path("content/talk.md").rename("content/class.md")
    run = _run("i18n", "import", "talk.de.xlf")
    assert run.exit_code == 1
    assert (
        "It is of the deck `content/talk.md`, which is not in this project. [catalogue-foreign]" in run.output
    )


def test_pictures_with_text_and_no_version_or_an_old_one_are_listed_until_they_are_recorded() -> None:
    cloud = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text y='9'>Cloud</text></svg>"
    Path("content/talk.md").write_text("## One\n\n![Clouds](a.svg)\n\n![Clouds](b.svg)\n", encoding="utf-8")
    for name, text in (("a.svg", "Cloud"), ("b.svg", "Cloud"), ("b.de.svg", "Wolke")):
        Path("content", name).write_text(cloud.replace("Cloud", text), encoding="utf-8")
    _run("i18n", "extract", "--lang", "de")
    missing = "content/talk.md:3:1: warning: de: `content/a.svg` has text and no version for this language."

    def check() -> str:
        return _run("i18n", "check", "--page", "status.html", "--status-json", "status.json").output

    said = check()
    assert f"{missing} [version-missing]" in said
    assert "[version-unrecorded]" in _run("i18n", "check", "-v").output
    assert "    content/a.svg: no version\n    content/b.svg: version is not recorded" in said
    (status,) = json.loads(Path("status.json").read_text(encoding="utf-8"))
    assert status["files"] == [
        {"path": "content/a.svg", "version": None, "state": "missing"},
        {"path": "content/b.svg", "version": "content/b.de.svg", "state": "unrecorded"},
    ]
    page = Path("status.html").read_text(encoding="utf-8")
    assert '<tr class="open"><td>content/a.svg</td><td></td><td>no version</td></tr>' in page
    assert "content/locale/de.sha256: recorded" in _run("i18n", "update", "--record", "b.svg").output
    assert "content/b.svg" not in check()
    Path("content/b.svg").write_text(cloud.replace("Cloud", "Sky"), encoding="utf-8")
    said = check()
    assert (
        "warning: de: `content/b.svg` has changed since `content/b.de.svg` was made. [version-stale]" in said
    )
    assert "    content/b.svg: version is stale" in said


def test_only_what_has_a_version_can_be_recorded() -> None:
    _run("i18n", "extract", "--lang", "de")
    run = _run("i18n", "update", "--record", "a.svg")
    assert run.exit_code == 2
    assert "no file 'a.svg' has a version" in run.output
    assert _run("i18n", "update", "--record", "all").exit_code == 0
