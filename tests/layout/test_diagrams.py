"""Diagrams on slides: text inside shapes, nothing over anything, edges from site to site."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from pathlib import Path
from time import process_time

import pytest

from deckbuild.diagnostics import Collector
from deckbuild.figures.diagram import Edge, Flowchart, Node, Subgraph
from deckbuild.fonts import break_lines, find_face
from deckbuild.layout import LayoutSettings, lay_out_deck
from deckbuild.layout.context import DeckContext, SlideContext
from deckbuild.layout.diagram.piece import DiagramPiece
from deckbuild.layout.diagram.redraw import redraw
from deckbuild.layout.diagram.segments import Route
from deckbuild.layout.laid_out import (
    ConnectorShape,
    GroupShape,
    LaidOutSlide,
    Shape,
    TextShape,
)
from deckbuild.model import Deck, Figure, Slide
from deckbuild.source import Span
from deckbuild.units import EMU_PER_POINT, Box

from .laying import branding, lay_out

HERE = Path(__file__).parent
FORTY = sorted((HERE.parent / "figures/diagram/forty").glob("*.mmd"))
OWN = sorted((HERE / "diagrams").glob("*.mmd"))
FLOWCHARTS = [path for path in (*FORTY, *OWN) if not path.name.startswith("seq")]
SEQUENCES = [path for path in FORTY if path.name.startswith("seq")]
LABELS = ("Label",)
DENSE = ("flow-28-large", "sixty", "tiers-edges", "twelve")
SITES = {
    "ellipse": {0: (0.5, 0), 2: (0, 0.5), 4: (0.5, 1), 6: (1, 0.5)},
    "cloud": {0: (21582 / 21600, 0.5), 1: (0.5, 21577 / 21600), 2: (67 / 21600, 0.5), 3: (0.5, 1235 / 21600)},
    "lean-right": {0: (0.5, 0), 1: (0.1, 0.5), 2: (0.5, 1), 3: (0.9, 0.5)},
    "lean-left": {0: (0.5, 0), 1: (0.1, 0.5), 2: (0.5, 1), 3: (0.9, 0.5)},
    "flowChartDocument": {0: (0.5, 0), 1: (0, 0.5), 2: (0.5, 20172 / 21600), 3: (1, 0.5)},
    "flowChartManualOperation": {0: (0.5, 0), 1: (0.1, 0.5), 2: (0.5, 1), 3: (0.9, 0.5)},
    "trapezoid": {0: (0.5, 0), 1: (0.1, 0.5), 2: (0.5, 1), 3: (0.9, 0.5)},
}
FOUR = {0: (0.5, 0), 1: (0, 0.5), 2: (0.5, 1), 3: (1, 0.5)}


def name_of(path: Path) -> str:
    return path.stem


def slide_of(text: str) -> LaidOutSlide:
    return lay_out(f"## Diagram\n\n```mermaid\n{text.rstrip()}\n```\n").slide


def walk(shapes: tuple[Shape, ...] | list[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        yield shape
        if isinstance(shape, GroupShape):
            yield from walk(shape.shapes)


def diagram_of(slide: LaidOutSlide) -> list[Shape]:
    """Return all shapes of the diagram: what is not in a placeholder."""
    return [s for s in walk(slide.shapes) if not (isinstance(s, TextShape) and s.placeholder)]


def keyed(slide: LaidOutSlide) -> dict[str, TextShape]:
    return {s.key: s for s in diagram_of(slide) if isinstance(s, TextShape) and s.key}


def place(shape: Shape) -> Box:
    assert shape.box is not None
    return shape.box


def panels_of(slide: LaidOutSlide) -> set[str]:
    """Return the keys of the boxes of subgraphs: the first shape of each group that is in another."""
    groups = [s for s in diagram_of(slide) if isinstance(s, GroupShape)][1:]
    return {first.key for group in groups if isinstance(first := group.shapes[0], TextShape)}


def nodes_of(slide: LaidOutSlide) -> list[TextShape]:
    panels = panels_of(slide)
    return [shape for key, shape in keyed(slide).items() if key not in panels]


def overlap(one: Box, other: Box) -> bool:
    return one.x < other.right and one.right > other.x and one.y < other.bottom and one.bottom > other.y


def usable(shape: TextShape) -> tuple[float, float]:
    """Return the width and height in points that an outline leaves to its text."""
    box = place(shape)
    wide, high = box.cx / EMU_PER_POINT, box.cy / EMU_PER_POINT
    match shape.geometry:
        case "diamond":
            return wide / 2, high
        case "ellipse":
            return wide * 0.707, high * 0.707
        case "lean-right" | "lean-left" | "flowChartPreparation" | "flowChartManualOperation":
            return wide * 0.6, high
        case "flowChartPredefinedProcess":
            return wide * 0.75, high
        case "cylinder":
            return wide, high * 0.65
        case "flowChartDocument":
            return wide, high * 0.8
        case "cloud":
            return wide * 0.65, high * 0.65
        case _:
            return wide, high


def assert_text_fits(shape: TextShape) -> None:
    """Break a shape's text in its width as PowerPoint does, and compare with its height."""
    for paragraph in shape.body.paragraphs:
        if not paragraph.runs:
            continue
        font = branding()[1].themes[0].minor_font
        style = paragraph.runs[0].style
        assert style.size is not None
        runs = [(run.text, find_face(font, style.bold)[0], style.size) for run in paragraph.runs]
        wide, high = usable(shape)
        lines = break_lines(runs, wide, wide)
        assert max(line.width_pt for line in lines) <= wide, shape.name
        assert len(lines) * 1.2 * style.size <= high + 0.5, shape.name
        words = "".join(run.text for run in paragraph.runs)
        for line in lines[:-1]:
            assert not (words[line.end - 1].isalnum() and words[line.end : line.end + 1].isalnum()), (
                shape.name
            )


@pytest.mark.parametrize("path", [*FORTY, *OWN], ids=name_of)
def test_text_fits_its_shape(path: Path) -> None:
    slide = slide_of(path.read_text(encoding="utf-8"))
    shown = [shape for shape in diagram_of(slide) if isinstance(shape, TextShape)]
    assert shown
    for shape in shown:
        assert_text_fits(shape)


@pytest.mark.parametrize("path", FLOWCHARTS, ids=name_of)
def test_no_shape_lies_over_another(path: Path) -> None:
    slide = slide_of(path.read_text(encoding="utf-8"))
    for one, other in combinations(nodes_of(slide), 2):
        assert not overlap(place(one), place(other)), (one.name, other.name)


@pytest.mark.parametrize("path", FLOWCHARTS, ids=name_of)
def test_no_label_of_an_edge_lies_over_a_node_or_another_label(path: Path) -> None:
    slide = slide_of(path.read_text(encoding="utf-8"))
    labels = [s for s in diagram_of(slide) if isinstance(s, TextShape) and s.name in LABELS]
    for label in labels:
        for node in nodes_of(slide):
            assert not overlap(place(label), place(node)), (label, node.name)
    for one, other in combinations(labels, 2):
        assert not overlap(place(one), place(other))


@pytest.mark.parametrize("path", FLOWCHARTS, ids=name_of)
def test_edges_begin_and_end_at_sites_of_what_they_are_glued_to(path: Path) -> None:
    slide = slide_of(path.read_text(encoding="utf-8"))
    shapes = keyed(slide)
    for edge in (shape for shape in diagram_of(slide) if isinstance(shape, ConnectorShape)):
        for glue, point in ((edge.start, edge.points[0]), (edge.end, edge.points[-1])):
            assert glue is not None
            shape = shapes[glue.key]
            box = place(shape)
            x, y = SITES.get(shape.geometry, FOUR)[glue.site]
            if shape.geometry == "homePlate" and x == 0.5:
                x = 0.5 - min(box.cx, box.cy) * 0.15 / box.cx
            assert point == pytest.approx((box.x + x * box.cx, box.y + y * box.cy), abs=2), shape.name


@pytest.mark.parametrize("path", [p for p in FLOWCHARTS if p.stem != "sixty"], ids=name_of)
def test_edges_go_around_nodes(path: Path) -> None:
    assert _edges_over_nodes(path, lambda points: points) == []


def _edges_over_nodes(path: Path, route: Callable[[Route], Route]) -> list[tuple[str, str, str]]:
    """Return the edges that run over a node that is not theirs, drawn along ``route`` of their points."""
    slide = slide_of(path.read_text(encoding="utf-8"))
    found = []
    for edge in (shape for shape in diagram_of(slide) if isinstance(shape, ConnectorShape)):
        assert edge.start is not None
        assert edge.end is not None
        ends = edge.start.key, edge.end.key
        for node in nodes_of(slide):
            for (x1, y1), (x2, y2) in pairwise(route(edge.points)):
                part = Box(min(x1, x2), min(y1, y2), abs(x1 - x2) or 1, abs(y1 - y2) or 1)
                if node.key not in ends and overlap(part, place(node)):
                    found.append((*ends, node.name))
    return found


@pytest.mark.parametrize("path", FLOWCHARTS, ids=name_of)
def test_connectors_bend_four_times_at_most(path: Path) -> None:
    slide = slide_of(path.read_text(encoding="utf-8"))
    for edge in (shape for shape in diagram_of(slide) if isinstance(shape, ConnectorShape)):
        assert len(edge.points) <= 6
        if len(edge.points) > 2:
            assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in pairwise(edge.points))


@pytest.mark.parametrize("path", [*FORTY, *OWN], ids=name_of)
def test_everything_is_inside_the_region(path: Path) -> None:
    slide = slide_of(path.read_text(encoding="utf-8"))
    (group,) = (shape for shape in slide.shapes if isinstance(shape, GroupShape))
    width, _ = branding()[1].slide_size
    region = Box(round(width * 0.05), 1_400_000, round(width * 0.9), 4_850_000)
    assert region.x <= group.box.x
    assert group.box.right <= region.right
    assert group.box.bottom <= region.bottom
    for shape in walk(group.shapes):
        if isinstance(shape, ConnectorShape):
            corners = shape.points
        else:
            corners = ((place(shape).x, place(shape).y), (place(shape).right, place(shape).bottom))
        for x, y in corners:
            assert group.box.x <= x <= group.box.right
            assert group.box.y <= y <= group.box.bottom


def test_twelve_nodes_are_shown_in_type_of_twelve_points() -> None:
    slide = slide_of((HERE / "diagrams/twelve.mmd").read_text(encoding="utf-8"))
    sizes = {run.style.size for node in nodes_of(slide) for p in node.body.paragraphs for run in p.runs}
    assert len(nodes_of(slide)) == 12
    assert min(size for size in sizes if size) >= 12


def test_sixty_nodes_take_less_than_three_tenths_of_a_second() -> None:
    text = (HERE / "diagrams/sixty.mmd").read_text(encoding="utf-8")
    slide_of("flowchart LR\n  a --> b")
    begin = process_time()
    slide_of(text)
    assert process_time() - begin < 0.3


def test_the_same_source_gives_the_same_shapes() -> None:
    text = (HERE / "diagrams/boot.mmd").read_text(encoding="utf-8")
    assert slide_of(text) == slide_of(text)


def test_layers_are_bars_of_equal_size_over_each_other() -> None:
    slide = slide_of("flowchart TB\n  saas[SaaS]\n  paas[Platforms]\n  iaas[IaaS]")
    boxes = [place(node) for node in nodes_of(slide)]
    assert len({(box.x, box.cx, box.cy) for box in boxes}) == 1
    assert boxes[0].bottom < boxes[1].y < boxes[1].bottom < boxes[2].y


def test_subgraphs_without_edges_are_rows_as_wide_as_each_other() -> None:
    slide = slide_of(
        "flowchart TB\n  subgraph One\n    a\n    b\n  end\n  subgraph Two\n    c\n    d\n    e\n  end"
    )
    one, two = (shape for shape in diagram_of(slide)[1:] if isinstance(shape, GroupShape))
    assert (one.box.x, one.box.cx) == (two.box.x, two.box.cx)
    cells = [place(shape) for shape in two.shapes[1:]]
    assert len({(box.y, box.cx, box.cy) for box in cells}) == 1


def test_a_diagram_is_a_group_with_alternative_text() -> None:
    slide = slide_of("flowchart LR\n  a[Ask] -->|yes| b[Go]\n  b --> c")
    (group,) = (shape for shape in slide.shapes if isinstance(shape, GroupShape))
    assert group.alt == "Flowchart: Ask leads to Go (yes); Go leads to c"
    names = [shape.name for shape in group.shapes]
    assert names == ["Ask", "Go", "c", "Connector", "Connector", "Label"]


def test_the_author_s_alternative_text_is_kept() -> None:
    laid = lay_out('## D\n\n```{.mermaid alt="Two boxes"}\nflowchart LR\n  a --> b\n```\n')
    (group,) = (shape for shape in laid.slide.shapes if isinstance(shape, GroupShape))
    assert group.alt == "Two boxes"


def test_subgraphs_are_groups_in_groups() -> None:
    slide = slide_of(
        "flowchart TB\n  subgraph Out\n    subgraph In\n      a --> b\n    end\n    b --> c\n  end"
    )
    groups = [shape for shape in diagram_of(slide) if isinstance(shape, GroupShape)]
    assert [group.name for group in groups] == ["Diagram", "Out", "In"]
    for outer, inner in pairwise(groups):
        assert inner in outer.shapes
        assert outer.box.x <= inner.box.x
        assert inner.box.right <= outer.box.right


def test_a_link_is_that_of_the_shape() -> None:
    slide = slide_of('flowchart LR\n  a --> b\n  click a href "https://example.org/a" "Go"')
    link = next(node.link for node in nodes_of(slide) if node.name == "a")
    assert link is not None
    assert (link.url, link.tooltip) == ("https://example.org/a", "Go")


@pytest.mark.parametrize(
    ("direction", "first", "last"),
    [("TB", "top", "bottom"), ("BT", "bottom", "top"), ("LR", "left", "right"), ("RL", "right", "left")],
)
def test_directions(direction: str, first: str, last: str) -> None:
    slide = slide_of(f"flowchart {direction}\n  a --> b --> c")
    a, b, c = (place(node) for node in sorted(nodes_of(slide), key=lambda each: each.name))
    along = [(box.y if direction in ("TB", "BT") else box.x) for box in (a, b, c)]
    assert along == sorted(along, reverse=first in ("bottom", "right"))
    assert {first, last} in ({"top", "bottom"}, {"left", "right"})


def test_a_diagram_too_dense_says_in_what_type_it_fits() -> None:
    text = (HERE / "diagrams/sixty.mmd").read_text(encoding="utf-8")
    assert "diagram-too-dense" in lay_out(f"## D\n\n```mermaid\n{text}```\n").codes


@pytest.mark.parametrize("path", SEQUENCES, ids=name_of)
def test_messages_of_a_sequence_follow_each_other_downwards(path: Path) -> None:
    slide = slide_of(path.read_text(encoding="utf-8"))
    messages = [s for s in diagram_of(slide) if isinstance(s, ConnectorShape) and s.name == "Message"]
    heights = [message.points[0][1] for message in messages]
    assert heights == sorted(heights)
    texts = [s for s in diagram_of(slide) if isinstance(s, TextShape) and s.name == "Message text"]
    for one, other in combinations(texts, 2):
        assert not overlap(place(one), place(other))


@pytest.mark.parametrize("path", SEQUENCES, ids=name_of)
def test_messages_are_glued_to_lifelines_and_bars_where_they_meet_them(path: Path) -> None:
    slide = slide_of(path.read_text(encoding="utf-8"))
    shapes = keyed(slide)
    messages = [s for s in diagram_of(slide) if isinstance(s, ConnectorShape) and s.name == "Message"]
    assert messages
    for message in messages:
        for glue, point in ((message.start, message.points[0]), (message.end, message.points[-1])):
            assert glue is not None
            shape = shapes[glue.key]
            assert shape.geometry in ("lifeline", "bar")
            x, y = shape.sites[glue.site - 4]  # behind the sites that every shape has, one on each side
            box = place(shape)
            assert point == pytest.approx((box.x + x * box.cx, box.y + y * box.cy), abs=2000)


def test_a_participant_is_a_group_of_head_and_lifeline() -> None:
    slide = slide_of("sequenceDiagram\n  Ada->>Ben: Hello\n  Ben-->>Ada: Hello")
    groups = [s for s in diagram_of(slide) if isinstance(s, GroupShape)][1:]
    assert [[inner.name for inner in group.shapes] for group in groups] == [
        ["Lifeline of Ada", "Ada"], ["Lifeline of Ben", "Ben"],
    ]  # fmt: skip


def test_routes_survive_a_renderer_that_finds_its_own_way() -> None:
    assert redraw(((0, 0), (10, 0), (10, 50), (90, 50))) == ((0, 0), (45, 0), (45, 50), (90, 50))
    assert redraw(((0, 0), (20, 0), (20, 50), (5, 50))) == ((0, 0), (5, 0), (5, 50), (5, 50))
    assert redraw(((0, 0), (0, 9), (30, 9), (30, 60), (20, 60))) == ((0, 0), (0, 60), (20, 60), (20, 60))


@pytest.mark.parametrize("path", [p for p in FLOWCHARTS if p.stem not in DENSE], ids=name_of)
def test_edges_drawn_anew_go_around_nodes(path: Path) -> None:
    assert _edges_over_nodes(path, redraw) == []


def test_shapes_that_appear_in_a_step_are_a_group() -> None:
    span = Span("deck.md", 1, 1)
    nodes = (Node("a", "Ask", "rectangle", span), Node("b", "Go", "rectangle", span, step=1))
    chart = Flowchart("LR", nodes, (Edge("a", "b", span, step=1),), (), ("a", "b"))
    deck = DeckContext(Deck("D", (), "en-GB"), *branding(), {}, LayoutSettings(), Collector())
    slide = SlideContext(deck, Slide("slide", "s", (), span))
    piece = DiagramPiece(slide, Figure("diagram", "", span, ()), chart)
    drawn = piece.draw(Box(0, 0, 9_000_000, 4_000_000), 0)
    groups = [each for each in drawn if isinstance(each, GroupShape)]
    assert [(each.name, each.step, [shape.name for shape in each.shapes]) for each in groups] == [
        ("Diagram", 0, ["Ask"]), ("Diagram 1", 1, ["Go", "Connector"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "alt"),
    [
        ("de-DE", "Flussdiagramm: a führt zu b (ja)"),
        ("fr-FR", "Organigramme\u00a0: a mène à b (ja)"),
        ("ja-JP", "フローチャート：aからbへ (ja)"),
        ("zh-CN", "流程图：a通向b (ja)"),
    ],
)
def test_alternative_text_is_in_the_words_of_the_deck_s_language(language: str, alt: str) -> None:
    laid = lay_out("## D\n\n```mermaid\nflowchart LR\n  a -->|ja| b\n```\n", language=language)
    (group,) = (shape for shape in laid.slide.shapes if isinstance(shape, GroupShape))
    assert group.alt == alt


def test_a_translated_diagram_shows_its_words() -> None:
    text = "flowchart LR\n  a[Ask] -->|yes| b[Go]"
    figure = Figure("diagram", text, Span(""), (), words=(("Ask", "Fragen"), ("yes", "ja")))
    deck = Deck("D", (Slide("slide", "s", (), Span(""), blocks=(figure,)),), "de-DE")
    laid = lay_out_deck(deck, *branding(), {}, LayoutSettings(), Collector())
    names = [shape.name for shape in diagram_of(laid.slides[0])]
    assert names == ["Diagram", "Fragen", "Go", "Connector", "Label"]
    (group,) = (shape for shape in laid.slides[0].shapes if isinstance(shape, GroupShape))
    assert group.alt == "Flussdiagramm: Fragen führt zu Go (ja)"


def test_a_frame_that_comes_after_what_is_in_it_stands_behind_it() -> None:
    span = Span("deck.md", 1, 1)
    nodes = (Node("a", "Ask", "rectangle", span), Node("b", "Go", "rectangle", span))
    frame = Subgraph("s", "Inside", ("b",), span, step=1)
    chart = Flowchart("LR", nodes, (Edge("a", "b", span),), (frame,), ("a", "s"))
    deck = DeckContext(Deck("D", (), "en-GB"), *branding(), {}, LayoutSettings(), Collector())
    piece = DiagramPiece(
        SlideContext(deck, Slide("slide", "s", (), span)), Figure("diagram", "", span, ()), chart
    )
    drawn = piece.draw(Box(0, 0, 9_000_000, 4_000_000), 0)
    assert [(shape.name, shape.step) for shape in drawn] == [("Inside", 1), ("Diagram", 0)]
