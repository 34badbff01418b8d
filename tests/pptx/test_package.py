"""Whole packages: sound, the same every time, and read back as they were meant."""

from __future__ import annotations

import importlib.util
import io
import posixpath
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from lxml import etree
from pptx import Presentation

from deckbuild.layout.laid_out import LaidOutDeck, Properties
from deckbuild.pptx import write_package

from .deck_parts import MEDIA, deck, everything, slide, title

GATE = Path(__file__).parents[3] / "shared" / "tools" / "pptx_gate.py"
NAMESPACES = {
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
}
RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.fixture(scope="module")
def package() -> bytes:
    return write_package(everything())


@pytest.fixture(scope="module")
def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def targets(parts: dict[str, bytes], relationships: str) -> dict[str, tuple[str, str]]:
    """Give the type's last word and the full target of each of a part's relationships."""
    folder = posixpath.dirname(posixpath.dirname(relationships))
    found = {}
    for each in etree.fromstring(parts[relationships]):
        target = str(each.get("Target"))
        if each.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        found[str(each.get("Id"))] = (str(each.get("Type")).rsplit("/", 1)[1], target)
    return found


def test_every_relationship_leads_to_a_part_and_every_id_to_a_relationship(parts: dict[str, bytes]) -> None:
    for name in [name for name in parts if name.endswith(".rels")]:
        for kind, target in targets(parts, name).values():
            assert kind == "hyperlink" or target in parts, (name, target)
    for name in [name for name in parts if name.endswith(".xml") and name.startswith("ppt/")]:
        folder, leaf = posixpath.split(name)
        relationships = f"{folder}/_rels/{leaf}.rels"
        known = targets(parts, relationships) if relationships in parts else {}
        for element in etree.fromstring(parts[name]).iter("*"):
            for attribute, value in element.attrib.items():
                assert not str(attribute).startswith(RELATIONSHIP_ID) or value in known, (name, value)


def test_every_part_has_a_content_type_and_every_content_type_a_part(parts: dict[str, bytes]) -> None:
    types = etree.fromstring(parts["[Content_Types].xml"])
    defaults = [each.get("Extension") for each in types if each.tag.endswith("}Default")]
    overrides = [str(each.get("PartName"))[1:] for each in types if each.tag.endswith("}Override")]
    assert len(set(defaults)) == len(defaults)
    assert len(set(overrides)) == len(overrides)
    assert set(overrides) <= set(parts)
    for name in parts:
        assert name == "[Content_Types].xml" or name in overrides or name.rsplit(".", 1)[1] in defaults, name


def test_shape_ids_are_unique_on_every_slide_and_slide_ids_in_the_deck(parts: dict[str, bytes]) -> None:
    for name in parts:
        if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide")):
            ids = [each.get("id") for each in etree.fromstring(parts[name]).iter("{*}cNvPr")]
            assert len(set(ids)) == len(ids), name
    presentation = etree.fromstring(parts["ppt/presentation.xml"])
    assert presentation.xpath("//p:sldId/@id", namespaces=NAMESPACES) == ["256", "257", "258", "259", "260"]


def test_slides_are_listed_in_sections(parts: dict[str, bytes]) -> None:
    presentation = etree.fromstring(parts["ppt/presentation.xml"])
    sections = {
        section.get("name"): section.xpath(".//p14:sldId/@id", namespaces=NAMESPACES)
        for section in presentation.iter(f"{{{NAMESPACES['p14']}}}section")
    }
    assert sections == {"Text": ["256", "257"], "Pictures & tables": ["258", "259", "260"]}


def test_slides_before_the_first_section_are_in_one_named_as_the_deck() -> None:
    laid_out = deck(slide(), slide(), properties=Properties(title="Deck"), sections=(("Later", 1),))
    with zipfile.ZipFile(io.BytesIO(write_package(laid_out))) as archive:
        presentation = etree.fromstring(archive.read("ppt/presentation.xml"))
    names = presentation.xpath("//p14:section/@name", namespaces=NAMESPACES)
    assert names == ["Deck", "Later"]


def test_python_pptx_reads_back_what_was_meant(package: bytes) -> None:
    slides = list(Presentation(io.BytesIO(package)).slides)
    titles = [each.shapes.title.text_frame.text if each.shapes.title else None for each in slides]
    assert titles == ["Text & <styles>", "Lists", "Table", "Pictures", None]
    notes = [each.notes_slide.notes_text_frame.text if each.has_notes_slide else None for each in slides]
    assert notes == [
        "Say this and see it\nFirst\nSecond",
        "Short.",
        None,
        "See \nthe table",
        None,
    ]
    descriptions = [shape._element.xpath(".//p:cNvPr/@descr") for shape in slides[3].shapes]
    assert [each for each in descriptions if each] == [['A red "square" & more'], ["A drawing"]]
    grid = [[each.text for each in row.cells] for row in slides[2].shapes[1].table.rows]
    assert grid == [["Head", "Wide", ""], ["Tall", "b", "c"], ["", "e", ""]]


def test_properties(package: bytes) -> None:
    properties = Presentation(io.BytesIO(package)).core_properties
    assert (properties.title, properties.author, properties.keywords) == (
        "Everything & <all>",
        "A. Author",
        "one, two",
    )
    assert properties.created.date().isoformat() == "2024-05-06"


def test_there_is_no_date_but_the_author_s() -> None:
    with zipfile.ZipFile(io.BytesIO(write_package(deck(slide())))) as archive:
        assert b"dcterms:created" not in archive.read("docProps/core.xml")


def test_a_picture_used_twice_is_stored_once(parts: dict[str, bytes]) -> None:
    own = [
        data for name, data in parts.items() if name.startswith("ppt/media/") and data == MEDIA["red"].data
    ]
    assert len(own) == 1


def test_a_link_to_a_slide_in_notes_is_left_out_for_a_notes_slide_leads_to_its_own_slide_only(
    parts: dict[str, bytes],
) -> None:
    linked = sorted(targets(parts, "ppt/notesSlides/_rels/notesSlide3.xml.rels").values())
    assert linked == [
        ("notesMaster", "ppt/notesMasters/notesMaster1.xml"),
        ("slide", "ppt/slides/slide4.xml"),
    ]


def test_the_same_deck_has_the_same_bytes(package: bytes) -> None:
    assert write_package(everything()) == package


def test_a_right_to_left_deck_says_so() -> None:
    with zipfile.ZipFile(io.BytesIO(write_package(deck(slide(), rtl=True)))) as archive:
        assert etree.fromstring(archive.read("ppt/presentation.xml")).get("rtl") == "1"


def test_a_deck_without_slides_is_a_package_too() -> None:
    assert len(Presentation(io.BytesIO(write_package(deck()))).slides) == 0


DECKS: dict[str, Callable[[], LaidOutDeck]] = {
    "everything": everything,
    "one slide": lambda: deck(slide(title("Alone"))),
    "right to left": lambda: everything()._replace(rtl=True),
    "no slides": deck,
}


@pytest.mark.parametrize("name", DECKS)
def test_openxml_audit_is_silent(name: str, tmp_path: Path) -> None:
    from openxml_audit import validate_pptx

    assert [str(error) for error in validate_pptx(str(saved(DECKS[name](), tmp_path))).errors] == []


@pytest.mark.parametrize("name", DECKS)
@pytest.mark.skipif(not GATE.exists(), reason="the schemas lie beside this repository, and do not here")
def test_the_schemas_are_kept(name: str, tmp_path: Path) -> None:
    assert load_gate().check(str(saved(DECKS[name](), tmp_path))) == []


def saved(laid_out: LaidOutDeck, folder: Path) -> Path:
    path = folder / "deck.pptx"
    path.write_bytes(write_package(laid_out))
    return path


def load_gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pptx_gate", GATE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
