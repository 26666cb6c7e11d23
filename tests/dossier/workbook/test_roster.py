from pathlib import Path

import pytest

from drafter.dossier.workbook.roster import SHORT, blank_roster, folder_name, read_roster
from drafter.errors import InputError

PATH = Path("名册.csv")
HEAD = "机关全称,简称,类别,县,邮编\n"


def codes(rows: str) -> list[tuple[str, str, str]]:
    found = read_roster(PATH, (HEAD + rows).encode("gbk")).findings
    return [(item.code, item.where, item.address) for item in found]


def test_a_blank_roster_asks_for_every_field_and_opens_in_excel():
    text = blank_roster().decode("utf-8")

    assert text.startswith("\ufeff机关全称,简称,类别")
    assert len(text.strip().split(",")) == len(SHORT) == 11


def test_organs_are_read_with_what_is_known_of_them():
    rows = "灵溪镇人民政府,灵溪镇,镇,云岭县,010010\n青石乡人民政府,,,,\n,,,,\n"
    found = read_roster(PATH, (HEAD + rows).encode("utf-8-sig"))

    assert found.findings == ()
    assert [member.name for member in found.members] == ["灵溪镇", "青石乡人民政府"]
    assert found.members[0].organ["postcode"] == "010010"
    assert found.members[1].organ == {"name": "青石乡人民政府"}


def test_titles_of_the_schema_are_understood_too():
    text = "序号,机关全称,机关简称,所属县（市、区）\n1,灵溪镇人民政府,灵溪镇,云岭县\n"

    assert read_roster(PATH, text.encode()).members[0].organ["county"] == "云岭县"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (",灵溪镇,镇,云岭县,\n", ("roster-field", "organ.name", "名册!A2")),
        ("甲,甲镇,区,乙县,\n", ("roster-field", "organ.level", "名册!C2")),
        ("甲,甲镇,镇,乙县,12\n", ("roster-field", "organ.postcode", "名册!E2")),
        ("甲,甲镇,镇,乙县,\n乙,甲镇,镇,乙县,\n", ("roster-repeated", "roster", "名册!A3")),
        ("", ("roster-empty", "roster", "")),
    ],
)
def test_what_is_wrong_is_named_with_its_cell(rows: str, expected: tuple[str, str, str]):
    assert codes(rows) == [expected]


def test_a_file_without_names_is_refused():
    with pytest.raises(InputError):
        read_roster(PATH, "姓名,年龄\n张三,3\n".encode())


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("灵溪镇", "灵溪镇"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ('a/b\\c:d*e?f"g<h>i|j', "a_b_c_d_e_f_g_h_i_j"),
        ("..", "_"),
        ("  .隐藏. ", "隐藏"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("行\n断\x00裂", "行_断_裂"),
        ("长" * 200, "长" * 60),
        ("", "_"),
    ],
)
def test_a_folder_has_a_safe_name(name: str, safe: str):
    assert folder_name(name) == safe
