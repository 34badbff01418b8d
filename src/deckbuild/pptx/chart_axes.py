"""Axes of charts (ECMA-376 Part 1, 21.2.2.25 and 21.2.2.226)."""

from __future__ import annotations

from deckbuild.figures.chart import ROUND, Chart
from deckbuild.layout.chart_look import AxisLook, ChartLook

from .chart_text import spell_line, spell_text_properties, spell_title
from .chart_workbook import spell_value
from .xml import escape_attribute

CATEGORY, VALUE, SECOND_CATEGORY, SECOND_VALUE = 111_111_111, 111_111_112, 111_111_113, 111_111_114
"""Ids of axes: any positive numbers, told apart within a chart."""

_NO_LINE = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
_NO_TICKS = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
_HAIRLINE, _BASELINE = 9_525, 12_700


def spell_axes(chart: Chart, look: ChartLook) -> str:
    """Spell all axes of a chart."""
    if chart.kind in ROUND:
        return ""
    if chart.kind == "scatter":
        return _spell_number_axis(chart, look) + _spell_value_axis(chart, look, look.value_axis)
    spelled = _spell_category_axis(chart, look) + _spell_value_axis(chart, look, look.value_axis)
    if look.second_axis is not None:
        spelled += _spell_second_axes(look, look.second_axis)
    return spelled


def _spell_category_axis(chart: Chart, look: ChartLook) -> str:
    """Spell the category axis; bars are read from the top, as they are written."""
    is_bar = chart.kind == "bar"
    orientation = "maxMin" if is_bar or look.rtl else "minMax"
    side = "r" if look.rtl else "l"
    title = spell_title(chart.x_title.text, look, look.size, turned=is_bar) if chart.x_title else ""
    skips = f'<c:tickLblSkip val="{look.skip}"/><c:tickMarkSkip val="{look.skip}"/>' if look.skip > 1 else ""
    return (
        f'<c:catAx><c:axId val="{CATEGORY}"/><c:scaling><c:orientation val="{orientation}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side if is_bar else "b"}"/>{title}'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{_NO_TICKS}<c:tickLblPos val="low"/>'
        f"<c:spPr>{spell_line(look.rule, _BASELINE)}</c:spPr>"
        f"{spell_text_properties(look.size, look.text, look.language)}"
        f'<c:crossAx val="{VALUE}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/>{skips}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _spell_number_axis(chart: Chart, look: ChartLook) -> str:
    """Spell the horizontal axis of a scatter chart."""
    title = spell_title(chart.x_title.text, look, look.size) if chart.x_title else ""
    code = "#,##0" if chart.x_number.grouped else "General"
    if chart.x_number.percent:
        code = "0%"
    return (
        f'<c:valAx><c:axId val="{CATEGORY}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="b"/>{title}<c:numFmt formatCode="{code}" sourceLinked="0"/>'
        f'{_NO_TICKS}<c:tickLblPos val="low"/><c:spPr>{spell_line(look.rule, _BASELINE)}</c:spPr>'
        f"{spell_text_properties(look.size, look.text, look.language)}"
        f'<c:crossAx val="{VALUE}"/><c:crosses val="autoZero"/><c:crossBetween val="midCat"/></c:valAx>'
    )


def _spell_value_axis(chart: Chart, look: ChartLook, axis: AxisLook) -> str:
    is_bar = chart.kind == "bar"
    covered = any(own.marked or (own.labels.shows and own.last_label is None) for own in look.series)
    at_edge = chart.kind in ("area", "scatter") or (chart.kind == "line" and not covered)
    between = "midCat" if at_edge else "between"
    grid = ""
    if axis.grid:
        grid = f"<c:majorGridlines><c:spPr>{spell_line(look.rule, _HAIRLINE)}</c:spPr></c:majorGridlines>"
    title = spell_title(axis.title, look, look.size, turned=not is_bar) if axis.title else ""
    hidden = axis.format is None
    deleted = hidden and not axis.title
    side = "r" if look.rtl else "l"
    return (
        f'<c:valAx><c:axId val="{VALUE}"/>{_spell_scaling(axis, is_bar and look.rtl)}'
        f'<c:delete val="{int(deleted)}"/>'
        f'<c:axPos val="{"b" if is_bar else side}"/>{grid}{title}'
        f'<c:numFmt formatCode="{escape_attribute(axis.format or "General")}" sourceLinked="0"/>{_NO_TICKS}'
        f'<c:tickLblPos val="{"none" if hidden else "nextTo"}"/>{_NO_LINE}'
        f"{spell_text_properties(look.size, look.text, look.language)}"
        f'<c:crossAx val="{CATEGORY}"/><c:crosses val="{"max" if is_bar else "autoZero"}"/>'
        f'<c:crossBetween val="{between}"/></c:valAx>'
    )


def _spell_scaling(axis: AxisLook, reversed_: bool = False) -> str:
    ends = ""
    if axis.maximum is not None:
        ends += f'<c:max val="{spell_value(axis.maximum)}"/>'
    if axis.minimum is not None:
        ends += f'<c:min val="{spell_value(axis.minimum)}"/>'
    orientation = "maxMin" if reversed_ else "minMax"
    return f'<c:scaling><c:orientation val="{orientation}"/>{ends}</c:scaling>'


def _spell_second_axes(look: ChartLook, axis: AxisLook) -> str:
    """Spell the value axis at the right, and the category axis that it needs and nobody sees."""
    title = spell_title(axis.title, look, look.size, turned=True) if axis.title else ""
    return (
        f'<c:valAx><c:axId val="{SECOND_VALUE}"/>{_spell_scaling(axis)}<c:delete val="0"/>'
        f'<c:axPos val="{"l" if look.rtl else "r"}"/>{title}'
        f'<c:numFmt formatCode="{escape_attribute(axis.format or "General")}" sourceLinked="0"/>{_NO_TICKS}'
        f'<c:tickLblPos val="nextTo"/>{_NO_LINE}'
        f"{spell_text_properties(look.size, look.text, look.language)}"
        f'<c:crossAx val="{SECOND_CATEGORY}"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>'
        f'<c:catAx><c:axId val="{SECOND_CATEGORY}"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if look.rtl else "minMax"}"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="b"/>{_NO_TICKS}<c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{SECOND_VALUE}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )
