"""Charts (ECMA-376 Part 1, 21.2): the frame on the slide, the chart part, and its text."""

from __future__ import annotations

from deckbuild.figures.chart import ROUND, Chart
from deckbuild.layout.chart_look import ChartLook
from deckbuild.layout.laid_out import ChartShape

from .chart_axes import CATEGORY, SECOND_CATEGORY, SECOND_VALUE, VALUE, spell_axes
from .chart_series import spell_series
from .chart_text import spell_layout, spell_text_properties, spell_title
from .part import Part
from .shape import spell_identity, spell_placeholder
from .xml import DECLARATION, RELATIONSHIPS, escape_attribute, spell_frame

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_OPEN = (
    f'{DECLARATION}<c:chartSpace xmlns:c="{_CHART}" '
    f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="{RELATIONSHIPS}">'
)
_HOLE = 58
_APART = -8  # per cent of a column between those of one category


def spell_chart_frame(shape: ChartShape, number: int, part: Part) -> str:
    """Spell the graphic frame that shows a chart; the part itself is written with the package."""
    identifier = part.add_chart(shape)
    locks = '<a:graphicFrameLocks noGrp="1"/>' if shape.placeholder is not None else ""
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{spell_identity(number, shape.name, shape.alt, part)}"
        f"<p:cNvGraphicFramePr>{locks}</p:cNvGraphicFramePr>"
        f"{spell_placeholder(shape.placeholder)}</p:nvGraphicFramePr>{spell_frame(shape.box, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{_CHART}"><c:chart xmlns:c="{_CHART}" r:id="{identifier}"/>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def spell_chart(shape: ChartShape, workbook: str) -> str:
    """Spell a chart part; ``workbook`` is the id of its relationship to the embedded workbook."""
    chart, look = shape.chart, shape.look
    title = (
        spell_title(chart.title.text, look, look.size + 2, bold=True) + '<c:autoTitleDeleted val="0"/>'
        if chart.title
        else '<c:autoTitleDeleted val="1"/>'
    )
    plot = spell_layout(look.plot) + _spell_plots(chart, look) + spell_axes(chart, look)
    return (
        f'{_OPEN}<c:date1904 val="0"/><c:lang val="{escape_attribute(look.language)}"/>'
        f'<c:roundedCorners val="0"/><c:chart>{title}'
        f"<c:plotArea>{plot}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        f'{_spell_legend(look)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{spell_text_properties(look.size, look.text, look.language)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _spell_plots(chart: Chart, look: ChartLook) -> str:
    """Spell the plots: one, or of a combined chart the columns' and the lines', on up to two axes."""
    indexes = list(range(len(chart.series)))
    if chart.kind != "combined":
        return _spell_plot(chart.kind, chart, look, indexes, False)
    spelled = []
    for kind, is_line in (("column", False), ("line", True)):
        for secondary in (False, True):
            own = [
                index
                for index in indexes
                if (chart.series[index].line, chart.series[index].secondary) == (is_line, secondary)
            ]
            if own:
                spelled.append(_spell_plot(kind, chart, look, own, secondary))
    return "".join(spelled)


def _spell_plot(kind: str, chart: Chart, look: ChartLook, indexes: list[int], secondary: bool) -> str:
    series = "".join([spell_series(kind, chart, look, index) for index in indexes])
    pair = (SECOND_CATEGORY, SECOND_VALUE) if secondary else (CATEGORY, VALUE)
    axes = "".join([f'<c:axId val="{axis}"/>' for axis in pair])
    varied = f'<c:varyColors val="{int(kind in ROUND)}"/>'
    if kind in ("column", "bar"):
        direction = "col" if kind == "column" else "bar"
        overlap = 100 if chart.stacking else _APART
        return (
            f'<c:barChart><c:barDir val="{direction}"/>{_spell_grouping(chart, "clustered")}{varied}{series}'
            f'<c:gapWidth val="{look.gap}"/><c:overlap val="{overlap}"/>{axes}</c:barChart>'
        )
    if kind == "line":
        grouping = '<c:grouping val="standard"/>'
        return f'<c:lineChart>{grouping}{varied}{series}<c:marker val="1"/>{axes}</c:lineChart>'
    if kind == "area":
        return f"<c:areaChart>{_spell_grouping(chart, 'standard')}{varied}{series}{axes}</c:areaChart>"
    if kind == "scatter":
        style = '<c:scatterStyle val="lineMarker"/>'
        return f"<c:scatterChart>{style}{varied}{series}{axes}</c:scatterChart>"
    angle = '<c:firstSliceAng val="0"/>'
    if kind == "pie":
        return f"<c:pieChart>{varied}{series}{angle}</c:pieChart>"
    return f'<c:doughnutChart>{varied}{series}{angle}<c:holeSize val="{_HOLE}"/></c:doughnutChart>'


def _spell_grouping(chart: Chart, otherwise: str) -> str:
    grouping = {"": otherwise, "stacked": "stacked", "percent": "percentStacked"}[chart.stacking]
    return f'<c:grouping val="{grouping}"/>'


def _spell_legend(look: ChartLook) -> str:
    if not look.legend:
        return ""
    return (
        f'<c:legend><c:legendPos val="{look.legend}"/><c:overlay val="0"/>'
        f"{spell_text_properties(look.size, look.text, look.language)}</c:legend>"
    )
