"""The closed world: nothing in a finished report without a source, nothing that differs from it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.audit.characters import is_hidden
from drafter.audit.closed_world import scan, unaccounted
from drafter.audit.figures import shows
from drafter.document.assembly import assemble
from drafter.document.blocks import CellRole, Document, Grid, GridCell, Heading, Paragraph, Signature, TableBlock, Title
from drafter.dossier.facts import Fact, Ledger
from drafter.dossier.figures import bind_figures
from drafter.dossier.ledger import build_ledger, written_texts
from drafter.dossier.model import Note
from drafter.findings import Severity
from drafter.lexicon import load_lexicon
from drafter.richtext import PieceKind, Text, joined, piece, plain
from drafter.writing.draft import Sentence
from drafter.writing.stock.preamble import report_title
from drafter.writing.stock.writer import stock_voice, write_stock
from tests.sample import NOTES, RECEIVED, dossier, statistics

NOTE = Note("N40", "主动公开", "落实三审三校，发布视频43个，2024年印发")


@cache
def report(edition: str = "2021") -> tuple[Document, Ledger, Mapping[str, str]]:
    source = dossier(edition, notes=(*NOTES, NOTE))
    ledger = build_ledger(source)
    document = assemble(source, write_stock(source, ledger), report_title(stock_voice(source, ledger)))
    return document, ledger, dict(written_texts(source))


def codes_of(document: Document, edition: str = "2021") -> list[tuple[str, str]]:
    _, ledger, notes = report(edition)
    return [(finding.code, finding.where) for finding in scan(document, ledger, dossier(edition), notes)]


def codes(*parts: Text | str, section: str = "overview") -> list[str]:
    """Return the codes of a report with one more sentence, besides those it has of itself."""
    document, _, _ = report()
    sentence = Sentence("x", joined(parts), "模型")
    found = codes_of(replace(document, blocks=(*document.blocks, Paragraph(section, (sentence,)))))
    return [code for code, where in found if where == f"{section}/x"]


def fact(text: str, ref: str) -> Text:
    return piece(text, PieceKind.FACT, ref)


@pytest.mark.parametrize("edition", ["2019", "2021"])
def test_a_report_of_ours_has_no_error(edition: str) -> None:
    document, ledger, notes = report(edition)

    findings = scan(document, ledger, dossier(edition), notes)

    assert [finding for finding in findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "0件",
            "培训2次",
            "培训２次",
            "1,234条",
            "办结率100%",
            "％",
            "培训三次",
            "十来次",
            "二〇二四年",
            "廿余件",
            "卅件",
            "俩人",
        ),
        *(
            "贰万元",
            "叁拾件",
            "伍件",
            "皕件",
            "一百一十五条",
            "一二十件",
            "过半年",
            "几次",
            "好几次",
            "二十几条",
            "十分之一",
        ),
        *(
            "十分钟办结",
            "万分之一",
            "一半",
            "第二十条",
            "⑩项",
            "½",
            "Ⅳ级",
            "〡〢件",
            "𝟑次",
            "培训⼀次",
            "第三季度",
            "五四户",
        ),
        *(
            "八一件",
            "两微",
            "三审三校",
            "12345",
            "零投诉",
            "千条",
            "系统一套",
            "合同一份",
            "四季度",
            "一起投诉",
            "5G",
            "两级",
        ),
        *("一些三件", "百姓名册", "统一一次", "㏠", "٣次", "兩次", "壱件", "㈠", "一年"),
    ],
)
def test_a_numeral_in_plain_words_is_found(text: str) -> None:
    assert "numeral-without-fact" in codes(f"全镇{text}。")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "进一步加强",
            "统一公开",
            "一网通办平台",
            "一律经审核后发布",
            "双随机、一公开",
            "三公经费",
            "第一时间",
            "十分必要",
        ),
        *(
            "重点之一，",
            "万一发生",
            "同一事项",
            "陆续公开",
            "参加培训",
            "队伍建设",
            "半径",
            "上半年",
            "几乎",
            "日常",
            "多样化",
        ),
        *("为老百姓答疑", "单一渠道", "零散信息", "第三方评估", "一图读懂", "成立领导小组", "四季", "一把手", "下一步"),
    ],
)
def test_a_fixed_word_is_allowed(text: str) -> None:
    assert codes(f"全镇{text}。") == []


def test_a_word_composed_over_the_border_of_pieces_is_not_a_word() -> None:
    assert codes("全镇统", piece("一", PieceKind.ORDINAL, "item"), "公开。") == ["numeral-without-fact"]
    assert codes(fact("43个", "N40.1"), "统", piece("灵溪镇人民政府", PieceKind.ORGAN, "organ.name"), "一。") == [
        "numeral-without-fact"
    ]


def test_a_plain_numeral_beside_a_figure_is_found() -> None:
    assert codes("发布视频1", fact("43个", "N40.1"), "。") == ["numeral-without-fact"]
    assert codes("发布视频", fact("43个", "N40.1"), "万。") == ["numeral-without-fact"]
    assert codes("发布视频几", fact("43个", "N40.1"), "。") == ["numeral-without-fact"]


def test_every_run_of_numerals_is_one_finding() -> None:
    assert codes("培训12次、参加三十人。") == ["numeral-without-fact"] * 2


@pytest.mark.parametrize(
    "block", [Title(plain("2025年报告")), Heading(1, plain("2025年"), "overview"), Signature((plain("3月"),))]
)
def test_title_headings_and_signature_are_scanned(block: Title | Heading | Signature) -> None:
    document, _, _ = report()

    found = codes_of(replace(document, blocks=(*document.blocks, block)))

    assert "numeral-without-fact" in [code for code, _ in found]


@given(st.data())
def test_a_numeral_put_anywhere_into_plain_words_is_found(data: st.DataObject) -> None:
    text = "进一步统一管理，按照要求公开各类信息，十分必要"
    place = data.draw(st.integers(0, len(text)))
    numeral = data.draw(st.sampled_from([*"0379２％〇两三五七卅貳①½٣", "12", "二〇"]))

    assert unaccounted(plain(text[:place] + numeral + text[place:])) != []


NUMERALS = "0123456789０１２３〇一二两三四五六七八九十百千万亿廿卅壹贰伍拾参陆半几%％①½Ⅳ⼀㏠٣"
WORDS = "多余约近第条件次个年月日元成倍，。、；的了和 .-—至（）〔〕号时点分季度队统进步之家方面全体些律公开"


@given(st.text(alphabet=NUMERALS + WORDS, max_size=30) | st.text(max_size=30))
def test_the_scan_and_the_reader_of_notes_agree_on_what_is_a_numeral(text: str) -> None:
    assert unaccounted(bind_figures("N01", text)) == []


def test_every_ideograph_with_a_numeric_value_is_judged() -> None:
    """Unicode gives 什, 幺, 漆, 阡, 陌 a value too; in today's Chinese they are other words."""
    lexicon = load_lexicon()
    numeric = {chr(c) for c in range(0x3400, 0xA000) if chr(c).isnumeric()}

    assert {c for c in numeric if not lexicon.is_numeral(c)} == {*lexicon.ordinary, *lexicon.formal} & numeric
    assert set("两俩仨半几") <= {*lexicon.han, *lexicon.loose}


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("4件", "applications.received.total"),
        ("3条", "applications.received.total"),
        ("3", "applications.received.total"),
        ("3件3件", "applications.received.total"),
        ("未收到申请", "applications.received.total"),
        ("3余件", "applications.received.total"),
        ("约3件", "applications.received.total"),
        ("3万件", "applications.received.total"),
        ("1件", "disputes.review.total"),
        ("3件", "applications.no_such_cell"),
        ("44个", "N40.1"),
        ("43条", "N40.1"),
        ("43个", "N40.9"),
    ],
)
def test_a_figure_that_is_not_its_fact_is_found(text: str, ref: str) -> None:
    assert codes("全镇", fact(text, ref), "。") == ["figure-differs"]


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("3件", "applications.received.total"),
        ("三件", "applications.received.total"),
        ("0件", "disputes.review.total"),
        ("未被申请行政复议", "disputes.review.total"),
        ("43个", "N40.1"),
    ],
)
def test_a_figure_that_is_its_fact_passes(text: str, ref: str) -> None:
    assert codes("全镇", fact(text, ref), "。") == []


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Decimal("3862.673422"), "万元", "3862.673422万元"),
        (Decimal("0.10"), "%", "0.1%"),
        (-3, "项", "-3项"),
        (2, "个百分点", "2个百分点"),
        (176000, "次", "17.6万次"),
    ],
)
def test_a_value_is_read_back_exactly(value: int | Decimal, unit: str, text: str) -> None:
    source = Fact("x", "某数", value, unit, "count", ("x",))

    assert shows(text, source)
    assert not shows(text, replace(source, value=value + 1))


def test_a_fact_without_a_value_is_never_shown() -> None:
    assert not shows("0件", Fact("x", "某数", None, "件", "count", ("x",)))
    assert not shows("没有", Fact("x", "某数", None, "件", "count", ("x",)))
    assert not shows("", Fact("x", "某数", 0, "件", "count", ("x",)))


def test_a_term_must_stand_in_its_note_or_among_the_fixed_terms() -> None:
    assert codes("落实", piece("三审三校", PieceKind.TERM, "N40"), "。") == []
    assert codes("担任", piece("第一书记", PieceKind.TERM, "N40"), "。") == []
    assert codes("落实", piece("九审九校", PieceKind.TERM, "N40"), "。") == ["term-without-note"]


@pytest.mark.parametrize(
    ("text", "ref", "expected"),
    [
        ("2025年", "report.year", []),
        ("2024年", "report.last", []),
        ("2026年", "report.next", []),
        ("2025年12月31日", "period.to", []),
        ("2026年1月20日", "report.signed", []),
        ("2026年1月", "report.signed", ["year-differs"]),
        ("2024年", "report.year", ["year-differs"]),
        ("2025年", "report.last", ["year-differs"]),
        ("2024年1月1日", "period.from", ["year-differs"]),
        ("2025年", "report.other", ["year-differs"]),
    ],
)
def test_a_date_follows_from_the_report_year(text: str, ref: str, expected: list[str]) -> None:
    assert codes(piece(text, PieceKind.DATE, ref), "，公开信息。") == expected


def test_a_year_of_a_note_before_the_report_year_asks_a_person() -> None:
    year = fact("2024年", "N40.2")

    assert codes(year, "，公开信息。") == ["note-year"]
    assert codes(year, "，公开信息。", section="improvement") == []


def test_a_law_is_cited_as_the_list_has_it() -> None:
    assert codes("按照", piece("《条例》", PieceKind.LAW, "regulation_short"), "。") == []
    assert codes("按照", piece("《条例》第9条", PieceKind.LAW, "regulation_short"), "。") == ["law-differs"]
    assert codes("按照", piece("《某法》", PieceKind.LAW, "some_law"), "。") == ["law-differs"]


@pytest.mark.parametrize("text", ["一是", "（二）", "三、", "十一、", "第一，", "1.", "（3）", "①"])
def test_the_number_of_an_item_is_no_figure(text: str) -> None:
    assert codes(piece(text, PieceKind.ORDINAL, "item"), "加强管理。") == []


@pytest.mark.parametrize("text", ["三件", "300、条", "一百是", "3%", "五个"])
def test_a_figure_cannot_pass_as_the_number_of_an_item(text: str) -> None:
    assert "numeral-without-fact" in codes(piece(text, PieceKind.ORDINAL, "item"), "加强管理。")


@pytest.mark.parametrize("text", ["六个", "七个"])
def test_the_count_of_sections_is_that_of_the_form(text: str) -> None:
    expected = [] if text == "六个" else ["numeral-without-fact"]

    assert codes(piece(text, PieceKind.ORDINAL, "form.sections"), "部分。") == expected


@pytest.mark.parametrize(
    "character",
    ["\u200b", "\u202e", "\u2060", "\ufeff", "\ue000", "\x07", "\u00ad", "\u3164", "\ufe0f", "{", "｛", "⟦"],
)
def test_a_hidden_character_is_found_in_any_piece(character: str) -> None:
    assert "hidden-character" in codes(f"培训{character}信息。")
    assert "hidden-character" in codes(piece(f"某{character}镇", PieceKind.ORGAN, "organ.name"), "。")


@pytest.mark.parametrize("character", ["⼀", "㏠", "𝟑", "٣"])
def test_a_numeral_in_disguise_is_hidden_even_in_a_figure(character: str) -> None:
    assert is_hidden(character)


@pytest.mark.parametrize("character", [*"，。（）〔〕《》“”—%％３ a1一　、①½"])
def test_what_officials_type_is_not_hidden(character: str) -> None:
    assert not is_hidden(character)


@pytest.mark.parametrize(
    "text",
    [
        "XX镇",
        "××村",
        "【数字】",
        "____",
        "待补充",
        "(具体网址)",
        "**重点**",
        "ＸＸ镇",
        "╳╳村",
        "＿＿",
        "请填写",
        "[具体地名]",
        "〔申请人甲〕",
    ],
)
def test_a_placeholder_that_nobody_filled_in_is_found(text: str) -> None:
    assert "placeholder-left" in codes(f"{text}公开信息。")


def test_our_own_gap_is_no_placeholder_but_nothing_else_passes_as_one() -> None:
    assert codes(piece("【待补：联系电话】", PieceKind.GAP, "联系电话"), "。") == []
    assert codes(piece("共3件", PieceKind.GAP, "件数"), "。") == ["placeholder-left"]
    assert codes("邮箱", piece("lingxi@example.cn", PieceKind.ORGAN, "organ.email"), "。") == []


def with_cell(path: str, change: GridCell | None) -> Document:
    """Return the report with one cell replaced, or left out."""
    document, _, _ = report()

    def cells(row: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
        return tuple(cell if cell.path != path else change for cell in row if cell.path != path or change)  # type: ignore[misc]

    def grid(old: Grid) -> Grid:
        return replace(old, rows=tuple(cells(row) for row in old.rows))

    blocks = [replace(b, grid=grid(b.grid)) if isinstance(b, TableBlock) else b for b in document.blocks]
    return replace(document, blocks=tuple(blocks))


PATH = "applications.received.total"


@pytest.mark.parametrize("text", ["4", "", "/", "3件", "03", "３", "【待补】", "3.0.0"])
def test_a_cell_that_does_not_show_its_value_is_named(text: str) -> None:
    wrong = GridCell(0, 0, text, CellRole.VALUE, path=PATH)

    assert codes_of(with_cell(PATH, wrong)) == [("note-year", codes_of(report()[0])[0][1]), ("table-differs", PATH)]


def test_a_cell_that_is_not_printed_or_printed_twice_is_named() -> None:
    document, _, _ = report()
    grid = next(iter(document.grids()))

    assert ("table-differs", PATH) in codes_of(with_cell(PATH, None))
    twice = codes_of(replace(document, blocks=(*document.blocks, TableBlock("proactive", grid))))
    assert {where for code, where in twice if code == "table-differs"} == set(grid.values())


def test_a_cell_or_label_that_the_form_does_not_have_is_named() -> None:
    invented = with_cell(PATH, GridCell(0, 0, "3", CellRole.VALUE, path="applications.invented"))
    label = with_cell(PATH, GridCell(0, 0, "法人小计", CellRole.ROW_HEAD))
    hidden = with_cell(PATH, GridCell(0, 0, "法人\u200b", CellRole.ROW_HEAD))

    assert ("table-differs", "applications.invented") in codes_of(invented)
    assert ("table-differs", "applications") in codes_of(label)
    assert ("hidden-character", "applications") in codes_of(hidden)


def test_a_value_that_is_not_reported_is_printed_as_a_gap_and_never_as_0() -> None:
    document, ledger, notes = report()
    values = statistics(**{**RECEIVED, "applications__received__total": None})

    found = scan(document, ledger, dossier(statistics=values), notes)

    assert ("table-differs", PATH) in [(finding.code, finding.where) for finding in found]
    gap = with_cell(PATH, GridCell(0, 0, "【待补】", CellRole.VALUE, path=PATH))
    found = scan(gap, ledger, dossier(statistics=values), notes)
    assert [finding for finding in found if finding.code == "table-differs"] == []


def test_the_amount_of_procurement_carries_its_unit() -> None:
    document, ledger, notes = report("2019")
    path = "proactive.procurement.amount"
    shown = next(cell for grid in document.grids() for cell in grid.cells() if cell.path == path)
    bare = replace(shown, text="3862.673422")
    blocks = [
        replace(
            b, grid=replace(b.grid, rows=tuple(tuple(bare if c == shown else c for c in row) for row in b.grid.rows))
        )
        if isinstance(b, TableBlock)
        else b
        for b in document.blocks
    ]

    changed = replace(document, blocks=tuple(blocks))
    found = scan(changed, ledger, dossier("2019"), notes)

    assert shown.text == "3862.673422万元"
    assert [f.where for f in found if f.code == "table-differs"] == [path]


RECEIVED_TOTAL = "applications.received.total"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("近", ""),
        ("约", ""),
        ("超过", ""),
        ("不足", ""),
        ("仅", ""),
        ("", "余"),
        ("", "多"),
        ("", "左右"),
        ("", "以上"),
        ("", "万"),
        ("", "倍"),
    ],
)
def test_a_figure_of_the_tables_is_never_hedged(before: str, after: str) -> None:
    assert "figure-hedged" in codes(f"全年收到{before}", fact("3件", RECEIVED_TOTAL), f"{after}。")


@pytest.mark.parametrize(("before", "after"), [("收到", "，"), ("新收", "多为企业提出"), ("共", "来自企业")])
def test_words_that_hedge_nothing_may_stand_beside_a_figure(before: str, after: str) -> None:
    assert "figure-hedged" not in codes(f"全年{before}", fact("3件", RECEIVED_TOTAL), f"{after}。")


@pytest.mark.parametrize(
    ("field", "text"),
    [("organ.name", "白石镇人民政府"), ("organ.phone", "0000-7654321"), ("organ.self", "我乡"), ("organ.none", "某处")],
)
def test_an_organ_that_is_not_the_dossiers_is_found(field: str, text: str) -> None:
    assert codes(piece(text, PieceKind.ORGAN, field)) == ["organ-differs"]


@pytest.mark.parametrize(("field", "text"), [("organ.name", "云岭县灵溪镇人民政府"), ("organ.self", "我镇")])
def test_the_organ_is_printed_as_the_dossier_names_it(field: str, text: str) -> None:
    assert codes(piece(text, PieceKind.ORGAN, field)) == []
