"""A report of an invented township in both editions, for the tests of the writers."""

from decimal import Decimal

from drafter.document.blocks import Block, Document, Heading, Paragraph, Sentence, Signature, TableBlock, Title
from drafter.document.grid import table_grid
from drafter.form.editions import load_form
from drafter.form.model import Kind
from drafter.form.statistics import Number, Statistics
from drafter.richtext import PieceKind, Text, joined, piece, plain

ORGAN = "灵溪镇人民政府"
YEARS = {"2019": 2020, "2021": 2025}


def distinct_statistics(edition: str, first: int = 11) -> Statistics:
    """Return statistics in which every cell has a value of its own."""
    values: dict[str, Number | None] = {}
    for number, (path, cell) in enumerate(load_form(edition).cells.items(), start=first):
        values[path] = Decimal(f"{number}.{number:03d}7") if cell.kind is Kind.MONEY else number
        if cell.kind is Kind.CHANGE:
            values[path] = -number
    return Statistics(edition, values)


def sparse_statistics(edition: str) -> Statistics:
    """Return statistics as a township has them: nearly all zero."""
    form = load_form(edition)
    values: dict[str, Number | None] = dict.fromkeys(form.cells, 0)
    for path in ("received", "granted", "concluded"):
        values[f"applications.{path}.natural_person"] = values[f"applications.{path}.total"] = 3
    values["proactive.licensing.decisions"] = 254
    return Statistics(edition, values)


def unreported_statistics(edition: str) -> Statistics:
    """Return statistics in which the first cell is not reported."""
    statistics = sparse_statistics(edition)
    path = next(iter(statistics.values))
    return Statistics(edition, {**statistics.values, path: None})


def sample(edition: str = "2021", statistics: Statistics | None = None) -> Document:
    """Return the sample report of an edition."""
    year = YEARS[edition]
    title = joined((piece(ORGAN, PieceKind.ORGAN, "organ.name"), piece(f"{year}年", PieceKind.DATE, "report.year")))
    title += "政府信息公开工作年度报告"
    blocks: list[Block] = [Title(title), _paragraph("preamble", 0, *_preamble(year))]
    form = load_form(edition)
    for section in form.sections:
        blocks.append(Heading(1, plain(section.heading), section.key))
        blocks += _body(section.key, year)
        for table in form.tables:
            if table.section == section.key:
                grid = table_grid(form, table, statistics or distinct_statistics(edition))
                blocks.append(TableBlock(section.key, grid))
    blocks.append(Signature((plain(ORGAN), piece(f"{year + 1}年1月20日", PieceKind.DATE, "report.date"))))
    keywords = ("政府信息公开", "年度报告")
    return Document(str(title), ORGAN, year, edition, tuple(blocks), identifier="ab" * 32, keywords=keywords)


def with_text(text: str) -> Document:
    """Return a small report that holds a text in its title, a heading, a paragraph, a cell and the signature."""
    form = load_form("2021")
    blocks = (
        Title(plain(text)),
        Heading(1, plain(text), "overview"),
        _paragraph("overview", 0, plain(text), fact(text, "N01.1"), gap(text)),
        TableBlock("disputes", table_grid(form, form.table("disputes"), sparse_statistics("2021"))),
        Signature((plain(text),)),
    )
    return Document(text, "", 2025, "2021", blocks)


def fact(text: str, ref: str) -> Text:
    """Return a figure of the ledger."""
    return piece(text, PieceKind.FACT, ref)


def gap(text: str) -> Text:
    """Return a gap."""
    return piece(f"【待补：{text}】", PieceKind.GAP, text)


def _paragraph(section: str, number: int, *sentences: Text) -> Paragraph:
    made = (Sentence(f"{section}.{number}.{at}", text, "模板", ("N01",)) for at, text in enumerate(sentences))
    return Paragraph(section, tuple(made))


def _preamble(year: int) -> tuple[Text, ...]:
    law = piece("《中华人民共和国政府信息公开条例》（国务院令第711号）", PieceKind.LAW, "regulation")
    return (
        joined(("本报告依据", law, "编制，由总体情况、主动公开政府信息情况等六个部分组成。")),
        joined(
            (
                "所列数据的统计期限自",
                piece(f"{year}年1月1日", PieceKind.DATE, "period.from"),
                "起至",
                piece(f"{year}年12月31日", PieceKind.DATE, "period.to"),
                "止。如有疑问，请与灵溪镇党政办公室联系（地址：云河县灵溪镇人民路1号；电话：",
                piece("0571-00000000", PieceKind.ORGAN, "organ.phone"),
                "；网址：",
                piece("http://www.example.gov.cn/lingxi/zwgk", PieceKind.ORGAN, "organ.website"),
                "）。",
            )
        ),
    )


def _body(section: str, year: int) -> list[Block]:
    if section == "overview":
        return [block for number, text in enumerate(_ASPECTS, 1) for block in _aspect(number, text)]
    if section == "improvement":
        first = "一是部分栏目更新不够及时，“重发布、轻解读”的情况仍然存在；二是信息员队伍变动较大，业务能力有待提高。"
        return [_paragraph(section, 0, plain(first)), _paragraph(section, 1, gap("上年度问题的整改情况"))]
    if section == "other":
        fee = joined(
            (
                f"{year}年度发出收费通知",
                fact("0件", "fees.notices"),
                "，收取信息处理费",
                fact("0元", "fees.collected"),
                "。",
            )
        )
        return [_paragraph(section, 0, fee, plain("无其他需要报告的事项。"))]
    if section == "disputes":
        review = joined((f"{year}年，因政府信息公开工作被申请行政复议", fact("1件", "disputes.review.total"), "。"))
        return [_paragraph(section, 0, review)]
    return []


def _aspect(number: int, text: tuple[str, str]) -> list[Block]:
    ordinal = "一二三四五"[number - 1]
    heading = joined((piece(f"（{ordinal}）", PieceKind.ORDINAL, "aspect"), text[0]))
    lead = joined(("全年主动公开政府信息", fact("77条", f"N{number:02d}.1"), "，", text[1]))
    return [Heading(2, heading, "overview"), _paragraph("overview", number, lead)]


_ASPECTS = (
    (
        "主动公开",
        "其中机构职能类3条、财政预决算类4条、重大民生类26条，通过政务新媒体发布短视频43个，累计播放17.6万次。",
    ),
    ("依申请公开", "畅通当面、信函和网上三种申请渠道，登记、审核、办理、答复、归档各环节留痕，均在法定期限内答复。"),
    ("政府信息管理", "对拟公开信息执行“先审查、后公开”，严格三审三校，清理过时信息，更新公开指南和公开目录。"),
    ("政府信息公开平台建设", "在镇便民服务中心设置政务公开专区，配备查阅终端，安排专人引导群众查阅资料。"),
    ("监督保障", "明确一名分管负责同志和一名专职人员，把政务公开列入年度考核，开展业务培训，全年未发生责任追究情形。"),
)
