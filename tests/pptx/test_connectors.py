"""Connectors and groups, and the XML they become."""

from __future__ import annotations

from itertools import count
from math import cos, radians, sin
from xml.etree import ElementTree

import pytest

from deckbuild.layout.laid_out import ConnectorShape, Glue, GroupShape, Line, TextShape
from deckbuild.pptx.connector import find_preset
from deckbuild.pptx.media import MediaParts
from deckbuild.pptx.part import Part
from deckbuild.pptx.slide import spell_slide
from deckbuild.units import EMU_PER_POINT, Box

from .deck_parts import MEDIA, body, deck, slide

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
E = 1_000_000


def drawn(points: tuple[tuple[int, int], ...]) -> list[tuple[float, float]]:
    """Return the points that a renderer draws for a route's preset, as presetShapeDefinitions has it."""
    preset, (x, y, width, height), turn, adjust = find_preset(points)
    values = [value / 100_000 for _, value in adjust]
    path: list[tuple[float, float]] = {
        "straightConnector1": lambda: [(0.0, 0.0), (1.0, 1.0)],
        "bentConnector2": lambda: [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)],
        "bentConnector3": lambda: [(0.0, 0.0), (values[0], 0.0), (values[0], 1.0), (1.0, 1.0)],
        "bentConnector4": lambda: [
            (0.0, 0.0), (values[0], 0.0), (values[0], values[1]), (1.0, values[1]), (1.0, 1.0),
        ],
        "bentConnector5": lambda: [
            (0.0, 0.0), (values[0], 0.0), (values[0], values[1]), (values[2], values[1]), (values[2], 1.0),
            (1.0, 1.0),
        ],
    }[preset]()  # fmt: skip
    angle = radians(90 if "rot" in turn else 0)
    found = []
    for across, down in path:
        u = (1 - across if "flipH" in turn else across) * width - width / 2
        v = (1 - down if "flipV" in turn else down) * height - height / 2
        turned = u * cos(angle) - v * sin(angle), u * sin(angle) + v * cos(angle)
        found.append((x + width / 2 + turned[0], y + height / 2 + turned[1]))
    return found


ROUTES = [
    ((0, 0), (4, 3)),
    ((4, 3), (0, 0)),
    ((0, 0), (4, 0), (4, 3)),
    ((0, 0), (0, 3), (4, 3)),
    ((0, 0), (1, 0), (1, 3), (4, 3)),
    ((0, 0), (0, 1), (4, 1), (4, 3)),
    ((0, 0), (6, 0), (6, 3), (4, 3)),
    ((0, 0), (2, 0), (2, 3), (0, 3)),
    ((0, 0), (0, 2), (3, 2), (3, 0)),
    ((0, 0), (2, 0), (2, 5), (4, 5), (4, 3)),
    ((0, 0), (0, 2), (5, 2), (5, 1), (4, 1)),
    ((0, 0), (1, 0), (1, 5), (3, 5), (3, 3), (4, 3)),
    ((0, 0), (0, 1), (5, 1), (5, 2), (4, 2), (4, 3)),
]


@pytest.mark.parametrize("mirror", [(1, 1), (-1, 1), (1, -1), (-1, -1)])
@pytest.mark.parametrize("route", ROUTES)
def test_what_is_drawn_is_the_route(route: tuple[tuple[int, int], ...], mirror: tuple[int, int]) -> None:
    points = tuple((x * mirror[0] * E, y * mirror[1] * E) for x, y in route)
    # PowerPoint makes a connector whose ends are level a point wide.
    for there, wanted in zip(drawn(points), points, strict=True):
        assert there == pytest.approx(wanted, abs=EMU_PER_POINT + 50)


def spelled(*shapes: object) -> ElementTree.Element:
    part = Part(deck(media=MEDIA), MediaParts(MEDIA, count(1)), "en-GB")
    return ElementTree.fromstring(spell_slide(slide(*shapes), part))  # type: ignore[arg-type]


def box_at(x: int, key: str) -> TextShape:
    return TextShape(key, body(key), Box(x, 0, 100, 50), key=key)


def test_ends_are_glued_to_shapes_by_their_ids_also_in_groups() -> None:
    line = Line("tx1", 12700)
    edge = ConnectorShape("Edge", ((100, 25), (300, 25)), line, Glue("a", 3), Glue("b", 1))
    group = GroupShape("Group", Box(300, 0, 100, 50), (box_at(300, "b"),))
    root = spelled(box_at(0, "a"), group, edge)
    ids = {each.get("name"): each.get("id") for each in root.iter(f"{P}cNvPr")}
    assert ids == {"": "1", "a": "2", "Group": "3", "b": "4", "Edge": "5"}
    start, end = next(root.iter(f"{A}stCxn")), next(root.iter(f"{A}endCxn"))
    assert (start.get("id"), start.get("idx")) == ("2", "3")
    assert (end.get("id"), end.get("idx")) == ("4", "1")


def test_an_end_glued_to_nothing_has_no_glue() -> None:
    root = spelled(ConnectorShape("Edge", ((0, 0), (9, 9)), Line("tx1", 12700), Glue("gone", 1)))
    assert list(root.iter(f"{A}stCxn")) == []


def test_a_group_keeps_the_slide_s_coordinates() -> None:
    root = spelled(GroupShape("Group", Box(5, 6, 70, 80), (box_at(9, "a"),), alt="Said"))
    frame = root.find(f".//{P}grpSp/{P}grpSpPr/{A}xfrm")
    assert frame is not None
    values = {child.tag.removeprefix(A): dict(child.attrib) for child in frame}
    assert values["off"] == values["chOff"] == {"x": "5", "y": "6"}
    assert values["ext"] == values["chExt"] == {"cx": "70", "cy": "80"}
    assert root.find(f".//{P}grpSp/{P}nvGrpSpPr/{P}cNvPr").get("descr") == "Said"  # type: ignore[union-attr]


def test_lines_have_dashes_and_heads() -> None:
    line = Line("tx1", 19050, "sysDash")
    root = spelled(ConnectorShape("Edge", ((0, 0), (9, 9)), line, head="oval", tail="triangle"))
    outline = root.find(f".//{A}ln")
    assert outline is not None
    assert [child.tag.removeprefix(A) for child in outline] == [
        "solidFill", "prstDash", "round", "headEnd", "tailEnd",
    ]  # fmt: skip
