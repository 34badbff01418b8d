"""What we use of graphlay, so that a new version of it that behaves otherwise is noticed here."""

from __future__ import annotations

import pytest

graphlay = pytest.importorskip("graphlay")

SIZE = {"width": 60.0, "height": 20.0}


def graph(count: int, *edges: tuple[int, int]) -> dict[str, object]:
    return {
        "nodes": [{"size": SIZE, "shape": "box", "key": ""} for _ in range(count)],
        "edges": [{"source": source, "target": target, "weight": 1.0} for source, target in edges],
    }


def options(direction: str) -> dict[str, object]:
    return {
        "direction": direction,
        "spacing": {"layer_gap": 30.0, "node_gap": 12.0, "dummy_gap": 8.0, "isolated_gap": 12.0},
        "effort": "balanced",
        "coords": {"branch_style": "symmetric", "terminal_centering": True},
    }


@pytest.mark.parametrize(("direction", "along"), [("topbottom", "y"), ("leftright", "x")])
def test_layers_follow_each_other_with_the_gap_asked_for(direction: str, along: str) -> None:
    nodes = graphlay.layout(
        graph(4, (0, 1), (0, 2), (1, 3), (2, 3)), preset="layered", options=options(direction)
    ).nodes
    assert [node["rank"] for node in nodes] == [0, 1, 1, 2]
    length = SIZE["height" if along == "y" else "width"]
    places = [node["center"][along] for node in nodes]
    assert places[1] == places[2]
    assert places[1] - places[0] == pytest.approx(length + 30, abs=0.5)
    assert places[3] - places[1] == pytest.approx(length + 30, abs=0.5)


def test_a_tree_has_its_root_over_the_middle_of_what_follows() -> None:
    gaps = {"direction": "topbottom", "sibling_gap": 12.0, "subtree_gap": 16.0, "row_gap": 30.0}
    root, one, two = (
        node["center"] for node in graphlay.layout_tree(graph(3, (0, 1), (0, 2)), options=gaps).nodes
    )
    assert root["x"] == pytest.approx((one["x"] + two["x"]) / 2)
    assert abs(one["x"] - two["x"]) >= SIZE["width"] + 12
    assert one["y"] == two["y"] > root["y"]


def test_the_same_graph_gets_the_same_places() -> None:
    asked = graph(6, (0, 1), (0, 2), (1, 3), (2, 4), (3, 5), (4, 5))
    first, second = (
        graphlay.layout(asked, preset="layered", options=options("leftright")).nodes for _ in range(2)
    )
    assert first == second
