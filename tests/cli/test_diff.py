"""``deckbuild diff`` as a user meets it: files and revisions, what is printed, the exit code."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuild.cli import main
from tests.decks import build
from tests.pictures import png

ONE = "## Alpha\n\n- One point\n\n## Beta\n\n- Another\n"
TWO = ONE.replace("One point", "Two points")
needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", *arguments], catch_exceptions=False)


def _pptx(path: str, text: str) -> str:
    built = build({"deck.md": text})
    assert built.data is not None
    Path(path).write_bytes(built.data)
    return path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in, out of any repository."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name, value in (("NAME", "A"), ("EMAIL", "a@example.com")):
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
        monkeypatch.setenv(f"GIT_COMMITTER_{name}", value)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    return tmp_path


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], check=True, capture_output=True, text=True).stdout.strip()


def _write(path: str, text: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode() if isinstance(text, str) else text)


def _commit(files: dict[str, str | bytes | None], message: str = "x") -> str:
    for path, text in files.items():
        if text is None:
            Path(path).unlink()
        else:
            _write(path, text)
    _git("add", "--all")
    _git("commit", "--quiet", "--allow-empty", "--message", message)
    return _git("rev-parse", "HEAD")


@pytest.fixture
def repository(folder: Path) -> Path:
    """A repository of a project with a deck ``content/talk.md``, which was changed from ``v1`` to ``v2``."""
    if shutil.which("git") is None:
        pytest.skip("needs git")
    _git("init", "--quiet", "--initial-branch", "main")
    _commit({"content/talk.md": ONE})
    _git("tag", "v1")
    _commit({"content/talk.md": TWO})
    _git("tag", "v2")
    return folder


CHANGED = "~ slide 1: Alpha  changed\n    text         [-One point-]{+Two points+}\n"


# Finished decks


def test_two_files_are_compared(folder: Path) -> None:
    result = _run(_pptx("a.pptx", ONE), _pptx("b.pptx", TWO))
    assert (result.exit_code, result.stdout) == (1, f"b.pptx: 1 changed (of 2 slides)\n\n{CHANGED}")


def test_equal_files_have_exit_code_0(folder: Path) -> None:
    result = _run(_pptx("a.pptx", ONE), _pptx("b.pptx", ONE))
    assert (result.exit_code, result.stdout) == (0, "b.pptx: no differences\n")


def test_quiet_says_nothing(folder: Path) -> None:
    result = _run(_pptx("a.pptx", ONE), _pptx("b.pptx", TWO), "--quiet")
    assert (result.exit_code, result.output) == (1, "")


def test_a_file_and_a_deck_are_compared(folder: Path) -> None:
    _write("talk.md", TWO)
    result = _run(_pptx("sent.pptx", ONE), "talk.md")
    assert (result.exit_code, CHANGED in result.stdout) == (1, True)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("out.md", "### Slides: a.pptx → b.pptx"),
        ("out.json", "{"),
        ("out.html", "<!DOCTYPE html>"),
        ("out.txt", "b.pptx: 1 changed"),
    ],
)
def test_the_name_of_the_output_says_its_form(folder: Path, name: str, start: str) -> None:
    result = _run(_pptx("a.pptx", ONE), _pptx("b.pptx", TWO), "-o", name, "--no-pictures")
    assert (result.exit_code, result.stdout) == (1, "")
    assert Path(name).read_text(encoding="utf-8").startswith(start)


def test_without_libreoffice_a_page_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = _pptx("a.pptx", ONE), _pptx("b.pptx", TWO)
    monkeypatch.setenv("PATH", "")
    result = _run(*files, "--format", "html")
    assert result.exit_code == 1
    assert "There are no pictures of the slides: LibreOffice and pdftoppm (poppler) must be" in result.stdout
    assert "<img" not in result.stdout


@pytest.mark.rendering
def test_a_page_has_pictures_of_the_changed_slides_alone_and_is_the_same_again(folder: Path) -> None:
    hidden = "## Alpha\n\n- One\n\n## Beta\n\n- Two\n\n## Gamma\n\n- Three\n\n## Delta\n\n- Four\n"
    files = _pptx("a.pptx", hidden), _pptx("b.pptx", hidden.replace("Three", "Five"))
    pages = [_run(*files, "--format", "html").stdout for _ in range(2)]
    assert pages[0].count("<img") == 2
    assert "Before: slide 3" in pages[0]
    assert 'class="area"' in pages[0], "what is different is framed"
    assert pages[0] == pages[1]


# What cannot be compared


def _bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", b"<Types/>")
        package.writestr("ppt/presentation.xml", b" " * (60 * 2**20))
    return target.getvalue()


def _changed_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a sound deck with a part changed."""
    built = build({"deck.md": ONE})
    assert built.data is not None
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(built.data)) as old, zipfile.ZipFile(target, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            new.writestr(each, change(content) if each == name else content)
    return target.getvalue()


SLIDE_1 = "ppt/slides/slide1.xml"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b"no zip at all", "it is not a .pptx or .potx file"),
        (b"PK\x03\x04 and no more", "the file is damaged"),
        (b"\xd0\xcf\x11\xe0 an old .ppt", "protected by a password or in the format before 2007"),
        (_bomb(), "unpacked it is larger than"),
        (_changed_part(SLIDE_1, lambda content: content[:200]), "parts of it are broken"),
        (_changed_part(SLIDE_1, lambda content: ENTITIES), "declares a document type"),
        (_changed_part(SLIDE_1, lambda content: b"<a>" * 5000 + b"</a>" * 5000), "parts of it are broken"),
        (_changed_part("ppt/presentation.xml", lambda content: b"<x/>"), "not one of PowerPoint's"),
        (_changed_part("_rels/.rels", lambda content: b"<x/>"), "not one of PowerPoint's"),
    ],
    ids=["empty", "no-zip", "cut", "old", "bomb", "broken", "entities", "deep", "no-deck", "no-relations"],
)
def test_a_file_that_cannot_be_read_is_a_message(folder: Path, content: bytes, reason: str) -> None:
    Path("bad.pptx").write_bytes(content)
    for files in (("bad.pptx", _pptx("good.pptx", ONE)), ("good.pptx", "bad.pptx")):
        result = _run(*files)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("Error: bad.pptx cannot be read: ")
        assert reason in result.stderr


def test_wrong_usage_has_exit_code_2(folder: Path) -> None:
    _pptx("a.pptx", ONE)
    for words in (
        ["a.pptx"],
        ["a.pptx", "nowhere.pptx"],
        ["a.pptx", "a.pptx", "a.pptx"],
        ["--nothing"],
        ["x"],
    ):
        result = _run(*words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "Error" in result.stderr
    assert _run("a.pptx", "a.pptx", "-o", "no/such/folder.md").exit_code == 2


# Revisions


def test_the_last_commit_is_compared_with_the_files_as_they_are(repository: Path) -> None:
    assert _run().exit_code == 0
    _write("content/talk.md", TWO.replace("Another", "A third"))
    result = _run()
    assert result.exit_code == 1
    assert result.stdout == (
        "content/talk.md: 1 changed (of 2 slides)\n\n"
        "~ slide 2: Beta  changed\n    text         [-Another-]{+A third+}\n"
    )
    assert sorted(path.name for path in repository.iterdir()) == [".git", "content"], "nothing is left behind"
    assert _git("status", "--porcelain") == "M content/talk.md"


@pytest.mark.parametrize(
    "words",
    [
        ["v1"],
        ["v1", "v2"],
        ["v1..v2"],
        ["v1.."],
        ["v1", "content/talk.md"],
        ["v1", "v2", "content/talk.md"],
        ["v1", "v2", "--", "content/talk.md"],
        ["v1", "--", "content/talk.md"],
        ["HEAD~1", "HEAD"],
        ["main~1"],
    ],
    ids=" ".join,
)
def test_revisions_are_named_as_in_git(repository: Path, words: list[str]) -> None:
    result = _run(*words)
    assert (result.exit_code, CHANGED in result.stdout) == (1, True)


def test_three_dots_compare_with_where_a_branch_began(repository: Path) -> None:
    """What happened on main since is not told of the branch."""
    _git("checkout", "--quiet", "-b", "mine", "v1")
    _commit({"content/talk.md": ONE + "\n## Mine\n\n- New\n"})
    result = _run("main...mine")
    assert "+ slide 3: Mine  added" in result.stdout
    assert "Alpha" not in result.stdout


def test_decks_that_came_and_went_are_told(repository: Path) -> None:
    _commit({"content/talk.md": None, "content/other/01.md": "## New deck\n\n## Second\n"})
    result = _run("v2", "HEAD")
    assert result.exit_code == 1
    assert result.stdout == (
        "content/other: deck added, 2 slides\n\ncontent/talk.md: deck removed, 2 slides\n"
    )
    assert _run("v2", "--", "content/other").stdout == "content/other: deck added, 2 slides\n"


def test_settings_brand_and_pictures_are_those_of_the_revision(repository: Path) -> None:
    brand = 'name = "Own"\n[palette]\naccent1 = "{}"\n'
    deck = "---\nbrand: own\n---\n## A\n\n- One\n"
    first = _commit({"assets/brands/own/brand.toml": brand.format("0055AA"), "content/talk.md": deck})
    _commit({"assets/brands/own/brand.toml": brand.format("AA5500")})
    result = _run(first, "HEAD")
    assert result.exit_code == 1
    assert result.stdout.startswith("content/talk.md: the whole deck: template (of 1 slide)\n")


def test_a_project_in_a_folder_of_a_repository_is_found(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = _commit({"docs/slides/content/inner.md": ONE, "docs/slides/deckbuild.toml": ""})
    _commit({"docs/slides/content/inner.md": TWO})
    monkeypatch.chdir("docs/slides")
    result = _run(first)
    assert result.stdout.startswith("content/inner.md: 1 changed")


def test_a_build_that_fails_is_told_with_its_problems(repository: Path) -> None:
    good = _git("rev-parse", "HEAD")
    bad = _commit({"content/talk.md": "---\nbrand: nowhere\n---\n## A\n"})
    for words in ((good, bad), (bad, good)):
        result = _run(*words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "brand" in result.stderr
        assert f"content/talk.md cannot be built at {bad}" in result.stderr


@pytest.mark.parametrize(
    "word", ["--upload-pack=x", "-x", "no-such-branch", "a\nb", "HEAD:content", "", "@{-9}"]
)
def test_a_word_that_is_no_revision_is_a_message(repository: Path, word: str) -> None:
    result = _run(word)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error" in result.stderr
    result = _run("--", word)
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_word_that_is_a_revision_and_a_path_has_to_be_told_apart(repository: Path) -> None:
    _write("v1", "a file")
    result = _run("v1")
    assert result.exit_code == 2
    assert "write `--` before the decks" in result.stderr
    assert _run("v1", "--", "content/talk.md").exit_code == 1


def test_links_in_a_revision_lead_nowhere_outside(repository: Path, tmp_path: Path) -> None:
    """A contributor's link to a file of this machine is not followed, whatever it is called."""
    secret = tmp_path.parent / f"{tmp_path.name}-secret.md"
    secret.write_text("## The secret\n")
    os.symlink(secret, "content/link.md")
    os.symlink("talk.md", "content/inside.md")
    _commit({})
    result = _run("v2", "HEAD", "--", "content/link.md", "content/inside.md")
    assert "secret" not in result.stdout
    assert result.exit_code == 2
    assert "content/inside.md: deck added, 2 slides" in _run("v2", "HEAD", "--", "content/inside.md").stdout


def test_settings_of_a_revision_open_no_file_of_this_machine(repository: Path, tmp_path: Path) -> None:
    secret = tmp_path.parent / f"{tmp_path.name}-secret"
    secret.mkdir()
    (secret / "notes.md").write_text("The secret\n")
    out = "../" * 20 + str(secret).lstrip("/")
    deck = f'## A\n\n::: notes {{include="{out}/notes.md"}}\n:::\n'
    _commit({"deckbuild.toml": f'[allow]\npaths = ["{out}"]\n', "content/talk.md": deck})
    result = _run("v2", "HEAD")
    assert "The secret" not in result.output


def test_files_of_git_lfs_are_taken_from_its_store_or_missed_by_name(repository: Path) -> None:
    content = png(20, 20)
    oid = hashlib.sha256(content).hexdigest()
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize {len(content)}\n"
    deck = "## A\n\n![A picture](p.png)\n"
    _commit({"content/talk.md": deck, "content/p.png": pointer})
    result = _run("v2", "HEAD")
    assert "Git LFS has not fetched content/p.png: run `git lfs fetch origin" in result.stderr
    _write(f".git/lfs/objects/{oid[:2]}/{oid[2:4]}/{oid}", content)
    result = _run("v2", "HEAD")
    assert result.stderr == ""
    assert "picture      added: A picture" in result.stdout


def test_submodules_are_said_to_be_left_out(repository: Path) -> None:
    commit = _git("rev-parse", "HEAD")
    _git("update-index", "--add", "--cacheinfo", f"160000,{commit},assets/shared")
    _git("commit", "--quiet", "--message", "x")
    result = _run("HEAD", "HEAD")
    assert result.exit_code == 0
    assert "assets/shared is a submodule, whose files are not looked into" in result.stderr


@needs_git
def test_without_a_repository_there_are_no_revisions(folder: Path) -> None:
    result = _run("main")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "not a git repository" in result.stderr


@needs_git
def test_before_the_first_commit_there_are_no_revisions(folder: Path) -> None:
    _git("init", "--quiet")
    result = _run()
    assert result.exit_code == 2
    assert result.stderr == "Error: There is no commit here yet to compare with.\n"


def test_without_git_there_are_no_revisions(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = _run("main")
    assert (result.exit_code, result.stderr) == (2, "Error: To compare revisions, git must be installed.\n")


def test_json_names_both_sides(repository: Path) -> None:
    report = json.loads(_run("v1", "--format", "json").stdout)
    assert report["old"] == f"v1 ({_git('rev-parse', '--short=7', 'v1')})"
    assert report["new"] == "working tree"
