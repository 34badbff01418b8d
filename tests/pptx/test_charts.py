"""Chart parts and their workbooks."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from deckbuild.pptx.chart_workbook import column_name, spell_value

from ..decks import build

DECK = "## S\n\n```chart\ntype: {}\n\nA,B,C\n1,2,3\n4,5,6\n```\n"


def _parts(kind: str) -> dict[str, bytes]:
    data = build({"talk.md": DECK.format(kind)}).data
    assert data is not None
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_axis_ids_are_positive_and_each_is_used_twice() -> None:
    for kind in ("column", "bar", "line", "area", "scatter", "combined"):
        xml = _parts(kind)["ppt/charts/chart1.xml"].decode()
        identifiers = re.findall(r'<c:axId val="(\d+)"/>', xml)
        assert all(int(each) > 0 for each in identifiers)
        assert set(identifiers) == set(re.findall(r'<c:crossAx val="(\d+)"/>', xml))


def test_references_point_at_the_cells_of_the_workbook() -> None:
    parts = _parts("column")
    xml = parts["ppt/charts/chart1.xml"].decode()
    assert set(re.findall(r"<c:f>(.*?)</c:f>", xml)) == {
        "Sheet1!$B$1", "Sheet1!$C$1", "Sheet1!$A$2:$A$3", "Sheet1!$B$2:$B$3", "Sheet1!$C$2:$C$3",
    }  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(parts["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"])) as workbook:
        sheet = workbook.read("xl/worksheets/sheet1.xml").decode()
        dates = {entry.date_time for entry in workbook.infolist()}
    assert re.findall(r'r="(\w+)" s="1"><v>(\d)</v>', sheet) == [
        ("B2", "2"), ("C2", "3"), ("B3", "5"), ("C3", "6"),
    ]  # fmt: skip
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_a_workbook_is_sound(tmp_path: Path) -> None:
    from openxml_audit import FileFormat, OpenXmlValidator

    path = tmp_path / "data.xlsx"
    path.write_bytes(_parts("column")["ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"])
    assert [str(error) for error in OpenXmlValidator(FileFormat.MICROSOFT_365).validate(path).errors] == []


def test_columns_and_numbers() -> None:
    assert [column_name(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert [spell_value(value) for value in (5.0, 0.1, -2.0, 1e300)] == ["5", "0.1", "-2", "1e+300"]
