"""总览.xlsx: the townships by risk, the county's figures, every cell of everybody, and who is like whom."""

from collections.abc import Callable, Iterable
from io import BytesIO

from drafter.runs.batch.overview.book import Sheet, opened
from drafter.runs.batch.overview.county import County, gathered
from drafter.runs.batch.overview.lists import write_likenesses, write_lines
from drafter.runs.batch.overview.sums import write_cells, write_gaps, write_sums
from drafter.runs.batch.summary import Summary
from drafter.runs.sameness.narrative import Likeness

NAME = "总览"
_GUIDE = (
    ("状态", "完成：已经起草；退回：资料有错，见“退回清单.xlsx”；失败：程序没有做完；未做：还没有轮到。"),
    ("绿句、黄句、红句", "绿：每个词都有材料或样板依据；黄：有的词没有依据，要逐句认可；红：模型写的，没有采用。"),
    ("相似度", "本机关总体情况等文字与最相近的一份的 5 字片段重合度（J5），数字、地名、法规名称不计。"),
    ("雷同、偏高", "雷同：明显抄写，应当重写；偏高：请看“雷同”表里列出的句子。"),
    ("全县合计", "白底：每个机关都填了这一格；黄底“（缺 n）”：有 n 个机关没有填，数字只是已填部分之和，不是全县合计。"),
    ("没有填报", "空白是没有填报，0 是填报为零，两者不同；缺谁的，见“没填报的单元格”表。"),
    ("费用", "按 drafter.toml 里的单价算；没有写单价的空着。"),
)


def overview_workbook(summaries: Iterable[Summary], likenesses: Iterable[Likeness] | None) -> bytes:
    """Return the overview as xlsx. `summaries` are gone through twice, `likenesses` once."""
    return county_workbook(gathered(summaries, likenesses), summaries)


def county_workbook(county: County, summaries: Iterable[Summary]) -> bytes:
    """Return the overview of a county that has been gathered; its cells are read from `summaries` one by one."""
    content = BytesIO()
    with opened(county.title, content) as new:
        write_lines(new(NAME, "#1F4E79"), county)
        for roll_up in county.roll_ups:
            write_sums(new, roll_up)
        write_gaps(new("没填报的单元格", "#B7791F"), county.roll_ups)
        for roll_up in county.roll_ups:
            write_cells(new(f"各机关数据{roll_up.year}", "#2E7D32"), roll_up, summaries)
        write_likenesses(new("雷同", "#C00000"), county)
        _write_guide(new)
    return content.getvalue()


def _write_guide(new: Callable[[str, str], Sheet]) -> None:
    sheet = new("说明", "#8A8A8A")
    sheet.heading("怎么看这份总览", [])
    for column, width in enumerate((22, 100)):
        sheet.sheet.set_column(column, column, width)
    for name, text in _GUIDE:
        sheet.sheet.set_row(sheet.row, 34)
        sheet.put(sheet.row, 0, name, "side")
        sheet.put(sheet.row, 1, text, "text")
        sheet.row += 1
    sheet.close()
