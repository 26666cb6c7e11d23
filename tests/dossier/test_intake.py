from decimal import Decimal

import pytest

from drafter.dossier.blank import blank_dossier
from drafter.dossier.intake import assess, load_dossier
from drafter.dossier.model import CellDoubt, Fees, LastProblem, Problem, Source
from drafter.findings import Severity
from drafter.form.editions import load_form
from tests.dossier.sample import PATH, TEXT, changed, codes, loaded, only, tree

NOTE = "text: 组织政务公开业务培训2次。"


def note(text: str) -> str:
    """Return the dossier with another text in note N02."""
    return changed(NOTE, f"text: {text}")


def test_a_valid_dossier_has_no_finding():
    assert codes(TEXT) == []


def test_a_file_and_its_tree_give_the_same():
    assert load_dossier(PATH) == loaded()


def test_every_value_arrives():
    dossier = loaded().dossier

    assert dossier is not None
    assert (dossier.organ.name, dossier.organ.postcode, dossier.organ.self_name) == ("灵溪镇人民政府", "012345", "我镇")
    assert dossier.notes[0].source == Source("后台统计", "信息发布统计表", "2025-12-31", "党政办")
    assert [found.planned for found in dossier.notes] == [False, False, True]
    assert dossier.problems == (Problem("P01", "政策解读形式单一", "增加图解、问答等解读形式"),)
    assert dossier.last_problems == (LastProblem("L01", "公开内容更新不够及时", "已建立每月自查制度"),)
    assert dossier.fees == Fees(1, Decimal(380), Decimal(380))
    assert dossier.statistics["proactive.fees.amount"] == Decimal("0.038")
    assert dossier.statistics.is_complete


def test_the_hash_is_of_the_content_not_of_the_layout():
    plain, other = loaded(), loaded(f"# 注释\n{TEXT}".replace("year: 2025", "year:    2025"))

    assert plain.dossier is not None
    assert other.dossier is not None
    assert plain.dossier.sha256 == other.dossier.sha256
    assert len(plain.dossier.sha256) == 64


def test_the_hash_changes_with_any_figure():
    first, second = loaded().dossier, loaded(changed("decisions: 46", "decisions: 47")).dossier

    assert first is not None
    assert second is not None
    assert first.sha256 != second.sha256


@pytest.mark.parametrize(
    ("old", "new", "code", "where"),
    [
        ("  county: 云岭县\n", "", "field-missing", "organ.county"),
        ("  county: 云岭县\n", "  county: null\n", "field-missing", "organ.county"),
        ("  county: 云岭县\n", "  county: ''\n", "field-missing", "organ.county"),
        ("  county: 云岭县\n", "  county: 12\n", "field-type", "organ.county"),
        ("  level: 镇\n", "  level: 县\n", "field-value", "organ.level"),
        ("  level: 镇\n", "  level: null\n", "field-missing", "organ.level"),
        ('  postcode: "012345"\n', "  postcode: 1234\n", "field-value", "organ.postcode"),
        ('  postcode: "012345"\n', "  postcode: 25 0101\n", "field-value", "organ.postcode"),
        ("lingxi@yunling.example.cn", "lingxi.example.cn", "field-value", "organ.email"),
        ("  phone: 0899-0000000\n", "  phne: 0899-0000000\n", "field-unknown", "organ.phne"),
        ("year: 2025\n", "", "field-missing", "year"),
        ("year: 2025\n", "year: null\n", "field-missing", "year"),
        ("year: 2025\n", "year: 2018\n", "field-value", "year"),
        ("year: 2025\n", "year: 2101\n", "field-value", "year"),
        ("year: 2025\n", "year: '2025'\n", "field-type", "year"),
        ("year: 2025\n", "year: true\n", "field-type", "year"),
        ("year: 2025\n", "year: 2025年\n", "field-type", "year"),
        ("year: 2025\n", "year: 2025.5\n", "field-type", "year"),
        ("id: N02", "id: 2", "field-type", "notes.2.id"),
        ("id: N02", "id: M02", "field-value", "notes.2.id"),
        ("aspect: 监督保障", "aspect: 组织领导", "field-value", "notes.2.aspect"),
        ("    aspect: 监督保障\n", "", "field-missing", "notes.2.aspect"),
        ("status: planned", "status: later", "field-value", "notes.3.status"),
        (NOTE, "text: ''", "field-missing", "notes.2.text"),
        (NOTE, f"text: {'很' * 601}", "field-length", "notes.2.text"),
        (NOTE, f"{NOTE}\n    figure: 2", "field-unknown", "notes.2.figure"),
        ("profile: default", "profile: default\nremark: 无", "field-unknown", "remark"),
        ("fees: {notices: 1,", "fees: {notices: 1件,", "field-type", "fees.notices"),
        ("collected_yuan: 380}", "collected_yuan: -1}", "field-value", "fees.collected_yuan"),
        ("fees: {notices: 1, ", "fees: {", "field-missing", "fees.notices"),
    ],
)
def test_a_field_that_breaks_the_schema_is_named(old: str, new: str, code: str, where: str):
    found = loaded(changed(old, new))

    assert found.dossier is None
    assert (code, where) in [(finding.code, finding.where) for finding in found.findings]
    assert {finding.code for finding in found.findings} <= {code, "cell-missing"}


def test_a_field_is_named_in_chinese_with_its_line_and_a_hint():
    finding = only(changed("  level: 镇\n", "  level: 县\n"))

    assert finding.line == 5
    assert "“机关类别”" in finding.message
    assert "镇、乡、街道" in finding.message
    assert finding.suggestion


def test_an_item_of_a_list_is_named_by_its_number():
    assert "第 2 条材料的“所属方面”" in only(changed("aspect: 监督保障", "aspect: 组织领导")).message


def test_too_many_notes_are_named():
    many = "".join(f"  - {{id: N{number:03d}, aspect: 其他, text: 开展工作}}\n" for number in range(61))
    head, _, rest = TEXT.partition("notes:\n")

    assert codes(head + "notes:\n" + many + "problems:" + rest.partition("problems:")[2]) == [("field-length", "notes")]


def test_statistics_that_are_no_mapping_are_a_field_of_the_wrong_type():
    head, _, rest = TEXT.partition("statistics:\n")

    assert codes(head + "statistics: 3\nnotes:" + rest.partition("notes:")[2]) == [("field-type", "statistics")]


def test_figures_are_judged_even_where_a_field_is_missing():
    text = changed("  county: 云岭县\n", "").replace("review: {upheld: 1,", "review: {upheld: 2,")

    assert codes(text) == [("field-missing", "organ.county"), ("disputes-sum", "disputes.review.total")]


def test_an_identity_is_named_with_the_line_of_its_first_cell():
    finding = only(changed("review: {upheld: 1,", "review: {upheld: 2,"))

    assert TEXT.splitlines()[(finding.line or 0) - 1].startswith("    review:")


@pytest.mark.parametrize(
    ("fees", "found"),
    [
        ("{notices: 1, billed_yuan: 380, collected_yuan: 381}", {"fees-collected-exceed-billed", "fees-not-in-table"}),
        ("{notices: 1, billed_yuan: 380, collected_yuan: 0.5}", set()),
        ("{notices: null, billed_yuan: 380, collected_yuan: 380}", {"fees-missing"}),
        ("null", {"fees-missing"}),
    ],
)
def test_fees_are_judged(fees: str, found: set[str]):
    text = changed("{notices: 1, billed_yuan: 380, collected_yuan: 380}", fees)

    assert {code for code, _ in codes(text)} == found


def test_a_repeated_note_id_is_named():
    assert codes(changed("id: N02", "id: N01")) == [("note-id-repeated", "N01")]


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\u200b", "U+200B"),
        ("\u202e", "U+202E"),
        ("\ufeff", "U+FEFF"),
        ("\ue000", "U+E000"),
        ("\u00ad", "U+00AD"),
        ("\u2028", "U+2028"),
    ],
)
def test_a_hidden_character_is_shown_by_its_number_and_place(character: str, code: str):
    finding = only(note(f'"组织培训{character}2次"'))

    assert (finding.code, finding.where, finding.severity) == ("hidden-character", "N02", Severity.ERROR)
    assert f"第 5 个字是看不见的字符 {code}" in finding.message
    assert character not in finding.message


def test_a_tab_and_a_half_character_are_hidden_characters():
    found = tree()
    found.value["notes"][1]["text"] = "组织\t培训\ud8002次"

    findings = assess(found).findings
    assert [finding.code for finding in findings] == ["hidden-character", "hidden-character"]
    assert "U+D800" in findings[1].message


def test_a_hidden_character_in_the_organ_is_found():
    assert codes(changed("name: 灵溪镇人民政府", 'name: "灵溪镇\u200b人民政府"')) == [
        ("hidden-character", "organ.name")
    ]


def test_a_line_break_in_a_note_is_named():
    assert codes(note("|\n      组织培训2次。\n      发放资料。")) == [("line-break", "N02")]


def test_the_space_that_folding_leaves_is_named():
    assert codes(note("组织培训2次，\n      发放资料。")) == [("stray-space", "N02")]


@pytest.mark.parametrize("text", ["'组织{{p:app_new}}次'", "'组织{n}次'", "'组织{% raw %}'", "'组织培训}'"])
def test_slots_and_braces_are_refused(text: str):
    assert codes(note(text)) == [("slot-in-text", "N02")]


@pytest.mark.parametrize(
    "text",
    [
        "组织培训XX次",
        "xx村",
        "××镇组织培训",
        "20XX年",
        "×月×日",
        "【待补：次数】",
        "【】",
        "请填写次数",
        "次数待补充",
        "培训____次",
        "某某村",
        "TODO",
    ],
)
def test_what_was_not_filled_in_is_refused(text: str):
    assert [(finding.code, finding.severity) for finding in loaded(note(f"'{text}'")).findings] == [
        ("placeholder-left", Severity.ERROR)
    ]


@pytest.mark.parametrize("text", ["在 www.example.cn/xxgk/ 公开2条", "3×5 米公开栏2块", "更新 XML 接口2个"])
def test_latin_letters_are_no_placeholder(text: str):
    assert codes(note(f"'{text}'")) == []


def test_a_website_may_hold_any_letters():
    assert codes(changed("website: 云岭县人民政府网站", "website: http://example.cn/xx/xxgk")) == []


def test_other_square_brackets_are_a_warning():
    finding = only(note("设立【政策解读】栏目2个"))

    assert (finding.code, finding.severity) == ("placeholder-left", Severity.WARNING)


@pytest.mark.parametrize("text", ["秘密★1年", "机密★", "绝密材料", "机密级文件", "内部资料，注意保存"])
def test_a_secrecy_mark_is_refused(text: str):
    assert codes(note(text)) == [("secrecy-mark", "N02")]


@pytest.mark.parametrize("text", ["开展保密审查2次", "不涉及国家秘密、商业秘密"])
def test_speaking_of_secrets_is_no_mark(text: str):
    assert codes(note(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "证号11010519491231002X",
        "电话13800138000",
        "电话138-0013-8000",
        "电话１３８００１３８０００",
        "卡号6222020000000000000",
        "卡号6222 0200 0000 0000 000",
    ],
)
def test_personal_data_is_refused_and_not_repeated(text: str):
    (finding, *more) = loaded(note(text)).findings

    assert (finding.code, finding.where, finding.severity) == ("personal-data", "N02", Severity.ERROR)
    assert {other.code for other in more} <= {"note-fullwidth-digit"}
    assert "****" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "证号110105194912310021",
        "编号1380013800012",
        "卡号6222020000000000001",
        "电话0539-3711001",
        "公开信息12345678901条",
    ],
)
def test_other_long_numbers_are_not(text: str):
    assert codes(note(text)) == []


def test_a_mobile_number_may_be_the_phone_of_the_office():
    assert codes(changed("phone: 0899-0000000", "phone: 13800138000")) == []


def test_a_mobile_number_elsewhere_is_refused():
    assert codes(changed("person: 党政办}", "person: 张三13800138000}")) == [("personal-data", "N01")]


def test_full_width_digits_in_a_note_are_a_warning():
    finding = only(note("组织培训１２次"))

    assert (finding.code, finding.where, finding.severity) == ("note-fullwidth-digit", "N02", Severity.WARNING)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2024年培训2次", 1),
        ("２０２４年培训2次", 2),
        ("2025年培训2次", 0),
        ("按〔2024〕5号文件培训", 0),
        ("2026年培训", 1),
    ],
)
def test_a_note_of_another_year_is_a_warning(text: str, count: int):
    assert [code for code, _ in codes(note(text))].count("note-year") == min(count, 1)


def test_a_problem_without_a_measure_is_a_warning():
    finding = only(changed("    measure: 增加图解、问答等解读形式\n", ""))

    assert (finding.code, finding.where, finding.severity) == (
        "problem-without-measure",
        "problems.1.measure",
        Severity.WARNING,
    )


@pytest.mark.parametrize(
    ("level", "names"),
    [
        ("乡", ("灵溪镇人民政府", "灵溪镇")),
        ("镇", ("灵溪街道办事处", "灵溪街道")),
        ("街道", ("灵溪乡人民政府", "灵溪乡")),
    ],
)
def test_a_level_that_the_name_contradicts_is_refused(level: str, names: tuple[str, str]):
    text = (
        TEXT.replace("灵溪镇人民政府", names[0])
        .replace("short: 灵溪镇", f"short: {names[1]}")
        .replace("level: 镇", f"level: {level}")
    )

    assert codes(text) == [("organ-level", "organ.level")]


def test_an_unknown_profile_is_refused():
    assert codes(changed("profile: default", "profile: 火星")) == [("profile-unknown", "profile")]


def test_cells_without_a_source_are_named_with_the_reason():
    found = loaded(TEXT + "doubts:\n  - {cells: [disputes.review.*, applications.received.total], reason: 原文缺失}\n")
    (finding,) = found.findings

    assert (finding.code, finding.where, finding.severity) == (
        "cell-source-missing",
        "disputes.review.*",
        Severity.WARNING,
    )
    assert "6 格" in finding.message
    assert "原文缺失" in finding.message
    assert found.dossier is not None
    assert found.dossier.doubts == (CellDoubt(("disputes.review.*", "applications.received.total"), "原文缺失"),)


def test_a_doubt_about_no_cell_is_refused():
    text = TEXT + "doubts:\n  - {cells: [disputes.appeal.*], reason: 原文缺失}\n"

    assert codes(text) == [("cell-unknown", "disputes.appeal.*")]


def test_the_older_edition_has_no_fees():
    text = blank_dossier(load_form("2019"), 2020) + "fees: {notices: 0, billed_yuan: 0, collected_yuan: 0}\n"
    for field, entry in {"name": "甲镇人民政府", "short": "甲镇", "level": "镇", "county": "乙县"}.items():
        text = text.replace(f"  {field}: null", f"  {field}: {entry}")

    assert {code for code, _ in codes(text)} == {"cell-null", "fees-too-early"}
