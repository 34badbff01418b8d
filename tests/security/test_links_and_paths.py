"""Links that would start something, and paths that lead out of the project."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.pipeline import build_deck
from deckbuild.project import read_project
from deckbuild.workspace import DiskWorkspace
from tests.pictures import png

from .attack import HEAD, attack

LINKS = {
    "javascript": "[x](javascript:alert(1))",
    "javascript in capitals": "[x](JaVaScRiPt:alert(1))",
    "javascript with a tab": "[x](<java\tscript:alert(1)>)",
    "javascript by entities": "[x](&#106;avascript:alert(1))",
    "javascript behind a zero width space": "[x](\u200bjavascript:alert(1))",
    "javascript with a Cyrillic letter": "[x](j\u0430vascript:alert(1))",
    "javascript with full-width letters": "[x](\uff4aavascript:alert(1))",
    "javascript with a soft hyphen": "[x](java\u00adscript:alert(1))",
    "javascript behind an override": "[x](\u202ejavascript:alert(1))",
    "https with a Greek letter": "[x](h\u03c4tps://example.org)",
    "javascript by reference": "[x]\n\n[x]: javascript:alert(1)",
    "javascript in an autolink": "<javascript:alert(1)>",
    "javascript in HTML": '<a href="javascript:alert(1)">x</a>',
    "javascript with slashes": "[x](javascript://example.org/%0aalert(1))",
    "javascript on a picture": "[![a](p.png)](javascript:alert(1))",
    "javascript in a table": "| a |\n|---|\n| [x](javascript:alert(1)) |",
    "javascript in notes": "::: notes\n[x](javascript:alert(1))\n:::",
    "javascript in a footnote": "a[^1]\n\n[^1]: [x](javascript:alert(1))",
    "javascript in a card": "::: cards\n### A\n\n[x](javascript:alert(1))\n:::",
    "javascript in a flowchart": '```mermaid\nflowchart LR\nA-->B\nclick A "javascript:alert(1)"\n```',
    "vbscript": "[x](vbscript:msgbox)",
    "data": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "file": "[x](file:///etc/passwd)",
    "file in a flowchart": '```mermaid\nflowchart LR\nA-->B\nclick A "file:///etc/passwd"\n```',
    "a path of another machine": "[x](<\\\\\\\\evil\\share\\a.docx>)",
    "a path without a scheme": "[x](//evil/share)",
    "a program's scheme": "[x](ms-msdt:/id%20PCWDiagnostic)",
    "a search of another machine": "[x](search-ms:query=a&crumb=location:evil)",
    "a program by its drive": "[x](<C:\\windows\\system32\\calc.exe>)",
}


@pytest.mark.parametrize("name", LINKS)
def test_a_link_that_starts_something_is_not_written(name: str) -> None:
    package, codes, _ = attack({"t.md": HEAD + LINKS[name], "p.png": png()})
    assert "link-unsafe" in codes
    for target in (
        b"javascript:",
        b"vbscript:",
        b"data:",
        b"file:",
        b"ms-",
        b"search-",
        b"C:",
        b"//",
        b"%5C",
    ):
        assert b'Target="' + target not in package


HOSTS = {
    "a Cyrillic letter": "https://ex\u0430mple.org/",
    "a Greek letter": "https://g\u03bfogle.com",
    "Punycode of a Cyrillic letter": "https://xn--pple-43d.com/",
    "a name before the host": "https://example.org@\u0430pple.com",
}


@pytest.mark.parametrize("name", HOSTS)
def test_a_host_of_letters_that_look_alike_is_said(name: str) -> None:
    assert "link-lookalike" in attack({"t.md": f"{HEAD}[x]({HOSTS[name]})\n"}).codes


@pytest.mark.parametrize(
    "host",
    [
        "m\u00fcnchen.de",
        "\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444",
        "xn--mnchen-3ya.de",
        "xn--!.org",
    ],
)
def test_a_host_of_one_script_is_no_matter(host: str) -> None:
    assert attack({"t.md": f"{HEAD}[x](https://{host}/)\n"}).codes <= {"link-broken"}


def test_a_website_that_is_a_script() -> None:
    package, codes, _ = attack({"t.md": "---\ntitle: A\nwebsite: javascript://a/%0aalert(1)\n---\n## T\n"})
    assert "link-unsafe" in codes
    assert b'Target="javascript' not in package


PATHS = {
    "picture above": ("![a](../../../etc/passwd)", "path-outside-project"),
    "picture by drive": ("![a](C:/windows/win.ini)", "path-outside-project"),
    "picture on another machine": ("![a](<\\\\\\\\evil\\share\\a.png>)", "path-outside-project"),
    "picture on the network": ("![a](https://evil.example/a.png)", "picture-remote"),
    "picture without a scheme": ("![a](//evil.example/a.png)", "picture-remote"),
    "picture by file": ("![a](file:///etc/passwd)", "picture-remote"),
    "picture in the text": ("![a](data:image/png;base64,AAAA)", "picture-broken"),
    "picture with U+0000": ("![a](a\0.png)", "picture-missing"),
    "picture of a very long name": (f"![a]({'a' * 9000}.png)", "picture-missing"),
    "picture in HTML": ('x <img src="../../../etc/passwd" alt="a">', "path-outside-project"),
    "background": ("x\n\n## B {background=../../../etc/passwd}", "path-outside-project"),
    "table": ("![a](../../../etc/passwd.csv)", "path-outside-project"),
    "notes": ('::: notes {include="../../../etc/passwd"}\n:::', "path-outside-project"),
    "notes that are their own source": ('::: notes {include="t.md"}\n:::', "include-itself"),
    "code": ("![a](../../../etc/passwd.py)", "path-outside-project"),
}


@pytest.mark.parametrize("name", PATHS)
def test_nothing_is_read_from_outside(name: str) -> None:
    written, code = PATHS[name]
    assert code in attack({"t.md": HEAD + written}).codes


def _build(root: Path) -> tuple[set[str], bytes]:
    workspace, collector = DiskWorkspace(root), Collector()
    project = read_project(workspace, collector)
    built = build_deck(workspace, "t", str(root / "out.pptx"), project, None, collector)
    package = (root / "out.pptx").read_bytes() if built.path else b""
    return {found.code for found in built.diagnostics}, package


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "t").mkdir(parents=True)
    (root / "t" / "01.md").write_text(HEAD + "![a](p.png)\n")
    (tmp_path / "secret").write_bytes(png())
    return root


def test_a_picture_that_is_a_link_out_of_the_project(project: Path) -> None:
    (project / "t" / "p.png").symlink_to("../../secret")
    assert "path-outside-project" in _build(project)[0]


def test_a_folder_that_is_a_link_out_of_the_project(project: Path) -> None:
    (project / "pictures").symlink_to("..")
    (project / "t" / "01.md").write_text(HEAD + "![a](/pictures/secret)\n")
    assert "path-outside-project" in _build(project)[0]


def test_a_source_that_is_a_link_out_of_the_project(project: Path) -> None:
    (project / "t" / "p.png").write_bytes(png())
    (project / "t" / "02.md").symlink_to("/etc/passwd")
    codes, package = _build(project)
    assert "path-outside-project" in codes
    assert b"root:" not in package


def test_settings_that_are_a_link_out_of_the_project(project: Path) -> None:
    (project / "t" / "deck.toml").symlink_to("/etc/passwd")
    assert "path-outside-project" in _build(project)[0]


def test_a_link_that_goes_in_circles(project: Path) -> None:
    (project / "t" / "p.png").symlink_to("p.png")
    assert "picture-missing" in _build(project)[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_that_never_ends(project: Path) -> None:
    os.mkfifo(project / "t" / "n.md")
    (project / "t" / "01.md").write_text(HEAD + '::: notes {include="n.md"}\n:::\n')
    assert "file-unreadable" in _build(project)[0]


def test_a_file_larger_than_the_limit(project: Path) -> None:
    (project / "t" / "p.png").write_bytes(png() + bytes(2000))
    (project / "deckbuild.toml").write_text("[limits]\nfile_bytes = 1000\n")
    assert "file-unreadable" in _build(project)[0]


def test_decks_written_out_of_the_project_by_its_settings(project: Path) -> None:
    (project / "deckbuild.toml").write_text('output = "../elsewhere"\n')
    assert "path-outside-project" in _settings_codes(project)


def test_an_output_folder_that_is_a_link_out_of_the_project(project: Path) -> None:
    (project / "dist").symlink_to("..")
    (project / "deckbuild.toml").write_text('output = "dist"\n')
    assert "path-outside-project" in _settings_codes(project)


def _settings_codes(project: Path) -> set[str]:
    collector = Collector()
    assert read_project(DiskWorkspace(project), collector).output == "build"
    return {found.code for found in collector.sorted()}


def test_what_is_allowed_is_read(project: Path) -> None:
    (project / "t" / "p.png").symlink_to("../../secret")
    (project / "deckbuild.toml").write_text('[allow]\npaths = ["../secret"]\n')
    assert _build(project)[0] == set()
    (project / "t" / "01.md").write_text(HEAD + "![a](../../secret)\n")
    assert _build(project)[0] == set()
