"""The charts of a package: a part each, with its workbook, numbered in the order of the slides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .relationships import Relationships
from .zip_file import Member, deflate, store

if TYPE_CHECKING:
    from deckbuild.layout.laid_out import ChartShape

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ChartParts:
    """The charts that slides show, `chartN`, from `first` on."""

    __slots__ = ("first", "shapes")

    def __init__(self, first: int = 1) -> None:
        self.first = first
        self.shapes: list[ChartShape] = []

    def add(self, shape: ChartShape) -> str:
        """Return the file name of the part that a chart will have."""
        self.shapes.append(shape)
        return f"chart{self.first + len(self.shapes) - 1}.xml"

    def write(self) -> Iterator[Member]:
        """Give each chart's part, its relationships and its workbook."""
        for number, shape in enumerate(self.shapes, self.first):
            from .chart import spell_chart
            from .chart_workbook import write_workbook

            relationships = Relationships()
            workbook = f"Microsoft_Excel_Sheet{number}.xlsx"
            identifier = relationships.add("package", f"../embeddings/{workbook}")
            yield deflate(f"ppt/charts/chart{number}.xml", spell_chart(shape, identifier).encode())
            yield deflate(f"ppt/charts/_rels/chart{number}.xml.rels", relationships.spell().encode())
            yield store(f"ppt/embeddings/{workbook}", write_workbook(shape.chart, shape.look))

    def content_types(self) -> tuple[str, str]:
        """Give the content types' default for workbooks and an override for each chart; empty without any."""
        if not self.shapes:
            return "", ""
        overrides = [
            f'<Override PartName="/ppt/charts/chart{number}.xml" ContentType="{CHART_TYPE}"/>'
            for number in range(self.first, self.first + len(self.shapes))
        ]
        return f'<Default Extension="xlsx" ContentType="{WORKBOOK_TYPE}"/>', "".join(overrides)
