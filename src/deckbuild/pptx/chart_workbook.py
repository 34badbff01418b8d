"""The workbook in a chart: one sheet, so that Edit Data finds the chart's numbers (ECMA-376 Part 1, 12.3)."""

from __future__ import annotations

from deckbuild.figures.chart import Chart
from deckbuild.layout.chart_look import ChartLook

from .xml import DECLARATION, RELATIONSHIPS, escape_attribute, escape_text
from .zip_file import deflate, write_zip

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
    '<Override PartName="/xl/theme/theme1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/></Types>'
)
_ROOT = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_WORKBOOK = (
    f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{RELATIONSHIPS}"><sheets>'
    '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_WORKBOOK_RELATIONSHIPS = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATIONSHIPS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{RELATIONSHIPS}/theme" Target="theme/theme1.xml"/>'
    f'<Relationship Id="rId4" Type="{RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>"
)
_COLORS = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "44546A"), ("lt2", "E7E6E6"), ("accent1", "4472C4"),
    ("accent2", "ED7D31"), ("accent3", "A5A5A5"), ("accent4", "FFC000"), ("accent5", "5B9BD5"),
    ("accent6", "70AD47"), ("hlink", "0563C1"), ("folHlink", "954F72"),
)  # fmt: skip
"""Excel asks for a theme; nothing in the sheet shows it."""

_FIRST_OWN_FORMAT = 164  # lower numbers are those every reader knows (18.8.30)


def write_workbook(chart: Chart, look: ChartLook) -> bytes:
    """Return the bytes of an .xlsx file: categories in column A, then a column for each series."""
    formats = list(dict.fromkeys(series.format for series in look.series))
    strings: dict[str, int] = {}
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": _WORKBOOK,
        "xl/_rels/workbook.xml.rels": _WORKBOOK_RELATIONSHIPS,
        "xl/styles.xml": _spell_styles(formats),
        "xl/theme/theme1.xml": _spell_theme(),
        "xl/worksheets/sheet1.xml": _spell_sheet(chart, look, formats, strings),
        "xl/sharedStrings.xml": _spell_strings(strings),
    }
    return write_zip([deflate(name, text.encode()) for name, text in parts.items()])


def _spell_styles(formats: list[str]) -> str:
    """Spell the styles: the plain one, then one for each format of numbers."""
    own = "".join(
        [
            f'<numFmt numFmtId="{number}" formatCode="{escape_attribute(code)}"/>'
            for number, code in enumerate(formats, _FIRST_OWN_FORMAT)
        ]
    )
    used = "".join(
        [
            f'<xf numFmtId="{_FIRST_OWN_FORMAT + at}" fontId="0" fillId="0" borderId="0" xfId="0" '
            'applyNumberFormat="1"/>'
            for at in range(len(formats))
        ]
    )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
    return (
        f'{DECLARATION}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(formats)}">{own}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}/></cellStyleXfs>'
        f'<cellXfs count="{len(formats) + 1}">{plain} xfId="0"/>{used}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _spell_theme() -> str:
    """Spell the least theme that the schema allows (20.1.6.9)."""
    colors = "".join([f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in _COLORS])
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Data">'
        f'<a:themeElements><a:clrScheme name="Data">{colors}</a:clrScheme><a:fontScheme name="Data">'
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Data"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _spell_strings(strings: dict[str, int]) -> str:
    """Spell the table of strings, each once, in the order of their numbers."""
    items = "".join([f"<si><t>{escape_text(text)}</t></si>" for text in strings])
    return f'{DECLARATION}<sst xmlns="{_MAIN}" uniqueCount="{len(strings)}">{items}</sst>'


def _spell_sheet(chart: Chart, look: ChartLook, formats: list[str], strings: dict[str, int]) -> str:
    names = [chart.heading.text, *(series.name.text for series in chart.series)]
    rows = [
        f'<row r="1">{"".join([_spell_text(at, 1, name, strings) for at, name in enumerate(names)])}</row>'
    ]
    styles = [formats.index(own.format) + 1 for own in look.series]
    for index, category in enumerate(chart.categories):
        number = index + 2
        if chart.kind == "scatter":
            cells = [f'<c r="A{number}"><v>{spell_value(chart.xs[index])}</v></c>']
        else:
            cells = [_spell_text(0, number, category.text, strings)]
        for at, series in enumerate(chart.series):
            value = series.values[index]
            if value is not None:
                place = f"{column_name(at + 1)}{number}"
                cells.append(f'<c r="{place}" s="{styles[at]}"><v>{spell_value(value)}</v></c>')
        rows.append(f'<row r="{number}">{"".join(cells)}</row>')
    return f'{DECLARATION}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


def _spell_text(column: int, row: int, text: str, strings: dict[str, int]) -> str:
    place = f"{column_name(column)}{row}"
    return f'<c r="{place}" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'


def column_name(index: int) -> str:
    """Return the letters of a column by its index from 0: ``A``, ``Z``, ``AA``."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def spell_value(value: float) -> str:
    """Spell a number in as few digits as say exactly the same (XML Schema, ``double``)."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
