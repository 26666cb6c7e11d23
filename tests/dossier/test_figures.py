"""Figures in notes: every numeral is found, in a figure of the right kind and the exact value."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.dossier.figures import Figure, bind_figures, note_facts, read_figures
from drafter.lexicon import always_spans, is_echo, load_lexicon
from drafter.richtext import PieceKind


def only(text: str) -> Figure:
    (figure,) = read_figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "figure", "value", "unit"),
    [
        ("发布短视频43个", "43个", 43, "个"),
        ("召开会议十二场", "十二场", 12, "场"),
        ("培训两次", "两次", 2, "次"),
        ("公开一万一千条", "一万一千条", 11000, "条"),
        ("收获点赞17.6万次", "17.6万次", 176000, "次"),
        ("公开1,234条信息", "1,234条", 1234, "条"),
        ("培训２次", "２次", 2, "次"),
        ("参加86人次", "86人次", 86, "人次"),
        ("在5个工作日内办结", "5个工作日", 5, "个工作日"),
        ("24小时值守", "24小时", 24, "小时"),
        ("占地3平方公里", "3平方公里", 3, "平方公里"),
        ("公示7日内", "7日", 7, "日"),
        ("历时3个月", "3个月", 3, "个月"),
        ("近三年的信息", "近三年", 3, "年"),
        ("任期两年半", "两年半", Decimal("2.5"), "年"),
        ("历时三个半小时", "三个半小时", Decimal("3.5"), "小时"),
        ("每半年检查", "半年", Decimal("0.5"), "年"),
        ("发布 43 个视频", "43 个", 43, "个"),
        ("共28小类", "28小类", 28, "小类"),
        ("印发伍件", "伍件", 5, "件"),
        ("答复卅件", "卅件", 30, "件"),
        ("处理0件", "0件", 0, "件"),
        ("拨打110次", "110次", 110, "次"),
        ("预约3次", "3次", 3, "次"),
    ],
)
def test_a_count_is_exact(text: str, figure: str, value: int | Decimal, unit: str) -> None:
    found = only(text)

    assert (found.kind, found.text, found.value, found.unit) == ("count", figure, value, unit)
    assert (found.low, found.high, found.approximate) == (value, value, False)


@pytest.mark.parametrize(
    ("text", "figure", "low", "high", "unit"),
    [
        ("公开100余条", "100余条", 100, 200, "条"),
        ("公开近千条", "近千条", 500, 1000, "条"),
        ("公开近3000条", "近3000条", 2000, 3000, "条"),
        ("培训十多次", "十多次", 10, 20, "次"),
        ("参加约30人", "约30人", 25, 35, "人"),
        ("参加30人左右", "30人左右", 25, 35, "人"),
        ("公开超过500条", "超过500条", 500, None, "条"),
        ("公开500条以上", "500条以上", 500, None, "条"),
        ("公开不足500条", "不足500条", None, 500, "条"),
        ("培训几次", "几次", 1, 9, "次"),
        ("培训十几次", "十几次", 11, 19, "次"),
        ("培训几十次", "几十次", 10, 99, "次"),
        ("公开数十条", "数十条", 10, 99, "条"),
        ("培训上百次", "上百次", 100, None, "次"),
        ("播放量达千万次", "千万次", 5000000, 15000000, "次"),
        ("历时3年多", "3年多", 3, 4, "年"),
        ("历时3个多月", "3个多月", 3, 4, "个月"),
        ("收入5万余元", "5万余元", 50000, 60000, "元"),
        ("播放17.6万余次", "17.6万余次", 176000, 177000, "次"),
        ("培训十来次", "十来次", 5, 15, "次"),
        ("公开百余条", "百余条", 100, 200, "条"),
    ],
)
def test_an_approximation_has_no_value_but_bounds(
    text: str, figure: str, low: int | None, high: int | None, unit: str
) -> None:
    found = only(text)

    assert (found.kind, found.text, found.value, found.unit) == ("approximate", figure, None, unit)
    assert (found.low, found.high, found.approximate) == (low, high, True)


@pytest.mark.parametrize("words", ["不少于", "不低于", "至少", "最少", "超过", "突破", "超", "逾"])
def test_words_before_a_figure_that_set_the_least(words: str) -> None:
    found = only(f"公开信息{words}500条")

    assert (found.text, found.value, found.low, found.high) == (f"{words}500条", None, 500, None)


@pytest.mark.parametrize("words", ["不超过", "不足", "不到", "最多", "至多"])
def test_words_before_a_figure_that_set_the_most(words: str) -> None:
    found = only(f"公开信息{words}500条")

    assert (found.text, found.value, found.low, found.high) == (f"{words}500条", None, None, 500)


@pytest.mark.parametrize(("words", "low", "high"), [("将近", 400, 500), ("接近", 400, 500), ("大约", 450, 550)])
def test_words_before_a_figure_that_mean_about(words: str, low: int, high: int) -> None:
    found = only(f"公开信息{words}500条")

    assert (found.text, found.value, found.low, found.high) == (f"{words}500条", None, low, high)


@pytest.mark.parametrize(
    "carrier", ["预约{}", "签约{}", "邀约{}", "节约{}", "附近{}", "靠近{}", "最近{}", "临近{}", "赶超{}"]
)
def test_a_word_that_only_ends_like_a_qualifier_qualifies_nothing(carrier: str) -> None:
    assert (only(carrier.format("30户")).text, only(carrier.format("30户")).value) == ("30户", 30)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("发布3多元化产品", "3"),
        ("收到3来信", "3"),
        ("留存3余额", "3"),
        ("以上十场活动", "十场"),
        ("线上十场活动", "十场"),
    ],
)
def test_a_word_that_only_begins_like_a_qualifier_qualifies_nothing(text: str, figure: str) -> None:
    assert (only(text).text, only(text).approximate) == (figure, False)


@pytest.mark.parametrize(
    ("text", "figure", "low", "high", "unit"),
    [
        ("培训3—5次", "3—5次", 3, 5, "次"),
        ("培训3至5次", "3至5次", 3, 5, "次"),
        ("培训3次到5次", "3次到5次", 3, 5, "次"),
        ("培训三五次", "三五次", 3, 5, "次"),
        ("培训两三次", "两三次", 2, 3, "次"),
        ("培训一两次", "一两次", 1, 2, "次"),
        ("培训十二三次", "十二三次", 12, 13, "次"),
        ("公开七八十条", "七八十条", 70, 80, "条"),
        ("占比10%-20%", "10%-20%", 10, 20, "%"),
    ],
)
def test_a_range_has_both_ends(text: str, figure: str, low: int, high: int, unit: str) -> None:
    found = only(text)

    assert (found.kind, found.text, found.value, found.unit) == ("range", figure, None, unit)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "figure", "kind", "value", "unit"),
    [
        ("满意率98.5%", "98.5%", "percent", Decimal("98.5"), "%"),
        ("满意率５０％", "５０％", "percent", 50, "%"),
        ("占百分之三十", "百分之三十", "percent", 30, "%"),
        ("占百分之三点五", "百分之三点五", "percent", Decimal("3.5"), "%"),
        ("占百分之一", "百分之一", "percent", 1, "%"),
        ("达到百分百", "百分百", "percent", 100, "%"),
        ("占三成", "三成", "percent", 30, "%"),
        ("提高2个百分点", "2个百分点", "points", 2, "个百分点"),
        ("是上年的两倍", "两倍", "multiple", 2, "倍"),
        ("数量翻一番", "翻一番", "multiple", 1, "番"),
        ("收费300元", "300元", "money", 300, "元"),
        ("采购3.5万元", "3.5万元", "money", Decimal("3.5"), "万元"),
        ("采购3862.673422万元", "3862.673422万元", "money", Decimal("3862.673422"), "万元"),
        ("投入贰万元", "贰万元", "money", 2, "万元"),
        ("投入1.2亿元", "1.2亿元", "money", Decimal("1.2"), "亿元"),
    ],
)
def test_shares_multiples_and_money_keep_their_unit(
    text: str, figure: str, kind: str, value: int | Decimal, unit: str
) -> None:
    found = only(text)

    assert (found.kind, found.text, found.value, found.unit) == (kind, figure, value, unit)


@pytest.mark.parametrize(
    ("text", "figure", "kind"),
    [
        ("于2025年3月5日印发", "2025年3月5日", "date"),
        ("于 2025 年 3 月印发", "2025 年 3 月", "date"),
        ("于3月上线", "3月", "date"),
        ("于6月11日上线", "6月11日", "date"),
        ("于十二月底上线", "十二月底", "date"),
        ("在2025年上线", "2025年", "date"),
        ("在二〇二五年上线", "二〇二五年", "date"),
        ("在2021—2025年实施", "2021—2025年", "date"),
        ("在第三季度检查", "第三季度", "date"),
        ("在四季度检查", "四季度", "date"),
        ("于2025-03-05发布", "2025-03-05", "date"),
        ("截至15日完成", "15日", "date"),
        ("周一例会", "周一", "date"),
        ("9时30分开始", "9时30分", "clock"),
        ("上午9点开会", "9点", "clock"),
        ("开放至17:30", "17:30", "clock"),
        ("印发〔2021〕30号", "〔2021〕30号", "document"),
        ("国办发〔2014〕32号文件", "国办发〔2014〕32号", "document"),
        ("文号为[2021]30号", "[2021]30号", "document"),
        ("国务院令第711号", "第711号", "document"),
        ("第二十条第（一）项规定", "第二十条第（一）项", "article"),
        ("按第五十条规定", "第五十条", "article"),
        ("第三届活动", "第三届", "ordinal"),
        ("印发第2期简报", "第2期", "ordinal"),
        ("公布第一批目录", "第一批", "ordinal"),
        ("获三等奖", "三等奖", "ordinal"),
        ("办理12345热线工单", "12345", "code"),
        ("电话0539-3711001", "0539-3711001", "code"),
        ("手机13800000000", "13800000000", "code"),
        ("邮编：276300", "276300", "code"),
        ("建设5G基站", "5G", "code"),
        ("网址http://a.cn/x1?y=2", "http://a.cn/x1?y=2", "code"),
        ("邮箱a1@b2.cn", "a1@b2.cn", "code"),
        ("兴镇路8号", "8号", "code"),
        ("落实三审三校制度", "三审三校", "term"),
        ("运营两微一端", "两微一端", "term"),
        ("打通“最后一公里”", "最后一公里", "term"),
        ("推进三务公开", "三务公开", "term"),
        ("担任第一书记", "第一书记", "term"),
        ("提供7×24小时服务", "7×24小时", "term"),
        ("（一）加强领导", "（一）", "enumerator"),
        ("一是加强领导", "一是", "enumerator"),
        ("第一，加强领导", "第一，", "enumerator"),
        ("1.加强领导", "1.", "enumerator"),
        ("①加强领导", "①", "enumerator"),
        ("占三分之一", "三分之一", "other"),
        ("完成一半", "一半", "other"),
        ("实现零投诉", "零", "other"),
        ("前往三台县", "三台", "count"),
        ("分为Ⅳ类", "Ⅳ", "other"),
        ("完成½", "½", "other"),
        ("编号009", "009", "other"),
    ],
)
def test_what_is_no_quantity_is_told_apart(text: str, figure: str, kind: str) -> None:
    found = only(text)

    assert (found.text, found.kind) == (figure, kind)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "单一渠道",
            "标准不一，",
            "服务三农",
            "一起推进",
            "一道努力",
            "一一对应",
            "进一步加强",
            "统一管理",
            "一网通办平台",
            "一律经审核后发布",
            "三公经费",
            "十分必要",
            "重点工作之一，",
            "一方面",
        ),
        *(
            "第三方评估",
            "唯一渠道",
            "同一事项",
            "双随机、一公开",
            "上半年",
            "陆续公开",
            "队伍建设",
            "参加培训",
            "几乎全部",
        ),
        *("四季常青", "为老百姓答疑", "半径", "下一步", "日常公开", "万一发生", "成立小组", "多样化解读", "零散信息"),
    ],
)
def test_a_fixed_word_holds_no_figure(text: str) -> None:
    assert read_figures(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        *(
            "聘请一律师",
            "工序一道",
            "一一件",
            "要不一次",
            "十分之一",
            "十分钟",
            "十一线",
            "系统一套",
            "合同一份",
            "清单一份",
            "第三农贸市场",
            "四季度",
            "千万次",
            "5万众",
        ),
        *("整合一批", "例如一次", "一起投诉", "百姓名册", "八一件", "五四户", "两微", "一些三件", "一万一千条"),
    ],
)
def test_a_fixed_word_does_not_hide_a_figure(text: str) -> None:
    assert read_figures(text) != ()


def test_each_figure_of_a_sentence_stands_in_its_order() -> None:
    text = "一是培训2次、86人次；二是公开325条，其中网站212条（占65.2%）。"

    assert [figure.text for figure in read_figures(text)] == [
        "一是",
        "2次",
        "86人次",
        "二是",
        "325条",
        "212条",
        "65.2%",
    ]


def test_figures_become_facts_numbered_as_they_are_bound() -> None:
    text = "一是落实三审三校，培训两次、30余人次"

    bound, facts = bind_figures("N01", text), note_facts("N01", text)

    assert str(bound) == text
    assert bound.refs(PieceKind.FACT) == [fact.id for fact in facts] == ["N01.1", "N01.2"]
    assert bound.refs(PieceKind.TERM) == bound.refs(PieceKind.ORDINAL) == ["N01"]
    assert [(fact.text, fact.value, fact.unit, fact.sources) for fact in facts] == [
        ("两次", 2, "次", ("N01",)),
        ("30余人次", None, "人次", ("N01",)),
    ]
    assert "培训两次" in facts[0].label


CARRIERS = ("全年公开{}", "其中，{}由网站发布。", "共{}，", "培训（{}）完成", "{}")
VALUES = st.integers(min_value=2, max_value=10**9)


def written(value: int) -> list[str]:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    return [str(value), f"{value:,}", str(value).translate(wide), cn2an.an2cn(value, "low"), cn2an.an2cn(value, "up")]


@given(VALUES, st.integers(0, 4), st.sampled_from(CARRIERS), st.sampled_from(["条", "件", "人次", "个", "篇"]))
def test_a_quantity_is_read_to_the_exact_value_however_it_is_written(
    value: int, form: int, carrier: str, unit: str
) -> None:
    quantity = written(value)[form] + unit

    found = [f for f in read_figures(carrier.format(quantity)) if f.kind == "count"]

    assert [(f.text, f.value, f.unit) for f in found] == [(quantity, value, unit)]


@given(st.decimals(min_value="0.1", max_value=999, places=1), st.sampled_from(CARRIERS))
def test_a_decimal_of_ten_thousands_is_exact(value: Decimal, carrier: str) -> None:
    (found,) = read_figures(carrier.format(f"{value}万次"))

    assert (found.value, found.unit) == (value * 10000, "次")


NUMERALS = "0123456789０１２３〇一二两三四五六七八九十百千万亿廿卅壹贰伍拾参半几%％①½Ⅳ⼀㏠٣"
WORDS = "多余约近第条件次个年月日元成倍，。、；的了和 .-—至（）〔〕号时点分季度周:统进步之家方面全体些律公开"


@given(st.text(alphabet=NUMERALS + WORDS, max_size=30) | st.text(max_size=30))
def test_every_numeral_is_in_one_figure_or_in_a_fixed_word(text: str) -> None:
    lexicon, figures = load_lexicon(), read_figures(text)

    covered = [place for figure in figures for place in range(figure.start, figure.end)]
    allowed = {place for start, end in always_spans(text) for place in range(start, end)}
    assert len(covered) == len(set(covered))
    assert {i for i, character in enumerate(text) if lexicon.is_numeral(character)} <= {*covered, *allowed}
    assert all(text[f.start : f.end] == f.text for f in figures)


@given(st.text(alphabet=NUMERALS + WORDS, max_size=30) | st.text(max_size=30))
def test_binding_keeps_the_text_and_leaves_no_numeral_plain(text: str) -> None:
    bound = bind_figures("N01", text)

    assert str(bound) == text
    assert bound.refs(PieceKind.FACT) == [fact.id for fact in note_facts("N01", text)]
    assert not any(c.isdigit() for item in bound.pieces if item.kind is PieceKind.PLAIN for c in item.text)


@given(st.text(alphabet=NUMERALS + WORDS, max_size=30))
def test_closing_a_note_does_not_renumber_its_figures(text: str) -> None:
    closed = text.strip().rstrip("。；;，, ")

    assert [fact.text for fact in note_facts("N01", text)] == [fact.text for fact in note_facts("N01", closed)]


def test_a_fixed_term_is_known_as_a_whole_only() -> None:
    assert is_echo("三审三校")
    assert is_echo("八一")
    assert not is_echo("三审三校3次")
    assert not is_echo("三件")
