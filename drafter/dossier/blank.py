"""Write a blank dossier: every cell of a form, with comments that say what to fill in and where to find it."""

import json
from collections.abc import Iterator, Mapping

from drafter.dossier.guide import (
    FEES_FROM,
    LAST_YEAR_ADVICE,
    NOTES_FROM,
    NOTES_MUST_SAY,
    PROBLEMS_ADVICE,
    WHERE,
    fee_law,
)
from drafter.form.model import Cell, Form, Kind, Table

_TOTAL = "总计要自己加好填上，等于同一行前面各栏之和"
_RULES = """\
# {year} 年度政府信息公开工作年度报告 · 资料文件（{edition} 版格式，{number}）
#
# 怎么填：
#   1. 用记事本或 WPS 打开，把 null 改成数字或文字，保存时编码选 UTF-8。
#   2. 没有发生的填 0。null 是“未填”，有一格未填就不能起草。不要填“/”“-”“无”，不要带单位和千分位逗号。
#   3. 数字用半角；件数是整数；金额单位是万元，可以带小数（例如 3.52）。
#   4. 以 # 开头的是说明，可以删，也可以不管。冒号用半角，冒号后面空一格；行首的空格不要动，不要用 Tab。
#   5. 填完运行：drafter check 本文件，按提示改到没有错误为止。
"""
_ORGAN = """
organ:
  name: null          # 机关全称，例如 灵溪镇人民政府、城关街道办事处
  short: null         # 机关简称，例如 灵溪镇
  level: null         # 镇、乡 或 街道
  county: null        # 所属县（市、区）
  province: null      # 所属省（自治区、直辖市）
  office: null        # 编制报告的科室，例如 党政办公室
  address: null       # 对外公布的办公地址
  postcode: null      # 邮政编码，6 位；以 0 开头的要加引号，例如 "010010"
  phone: null         # 办公电话，例如 0539-3711001；不写个人手机号
  email: null         # 办公邮箱
  website: null       # 在哪个网站可以查阅本报告

year: {year}            # 报告的是哪一年的工作，不是公布的年份

# prior: ../{last}/dossier.yaml   # 上年的资料文件，有就去掉行首的 #：核对结转数，写同比

statistics:
  edition: "{edition}"      # 格式版本，不要改
"""
_NOTES = """
# 工作材料：这一年做了什么，一条写一件事，只写有依据的。数字照台账写，程序会照样写进报告，不会改动。
# aspect 填：{aspects}、问题、改进、其他
# 从哪里找：{notes_from}。
# {notes_must_say}。
# 例子（先删去 notes: [] 这一行，再去掉下面各行行首的“# ”）：
notes: []
# notes:
#   - id: N01
#     aspect: 主动公开
#     text: 通过县政府网站公开政府信息 126 条，其中通知公告 40 条
#     source: {{kind: 后台统计, file: 县政府网站信息发布统计表, date: {year}-12-31, person: 党政办}}
#   - id: N02
#     aspect: 监督保障
#     text: 组织政务公开业务培训 2 次
#     source: {{kind: 通知, file: 培训通知和签到表, date: {year}-06-11, person: 党政办}}
#   - id: N03
#     aspect: 改进
#     text: 每季度对公开栏目自查一次
#     status: planned          # planned 是打算做，不写就是已经做了

# {problems_advice}。例子（用法同上）：
problems: []
# problems:
#   - text: 政策解读形式单一
#     measure: 增加图解、问答等解读形式

# {last_year_advice}。例子（用法同上）：
last_year: []
# last_year:
#   - text: 公开内容更新不够及时
#     status: 已建立每月自查制度，全年没有发现超过期限的栏目
"""
_FEES = """
# 信息处理费（{law}）：{fees_from}。
fees:
  notices: null          # 发出收费通知件数
  billed_yuan: null      # 发出收费通知总金额（元）
  collected_yuan: null   # 实际收取总金额（元）
"""
_END = """
# signed: {next}-01-20   # 成文日期，写了就在文末落款；网上公布的报告一般不写
profile: default      # 地区设置，没有特别要求不用改

# 公布过的原文缺失、看不清的单元格写在这里，说明填的数是推定的。例子：
# doubts:
#   - cells: [disputes.review.*]
#     reason: 原文缺失
"""


def blank_dossier(form: Form, year: int, organ: Mapping[str, str] | None = None) -> str:
    """Return a dossier as YAML in which every cell is null and every comment is for the clerk who fills it in.

    Fields of `organ` that are known are filled in.
    """
    names = {"year": year, "last": year - 1, "next": year + 1, "edition": form.edition, "number": form.notice.number}
    parts = [_RULES.format(**names), _organ(organ or {}).format(**names)]
    parts += ["".join(f"{line}\n" for line in _table(form, table)) for table in form.tables]
    advice = {
        "notes_from": NOTES_FROM,
        "notes_must_say": NOTES_MUST_SAY,
        "problems_advice": PROBLEMS_ADVICE,
        "last_year_advice": LAST_YEAR_ADVICE,
    }
    parts.append(_NOTES.format(aspects="、".join(aspect.key for aspect in form.aspects), **advice, **names))
    if law := fee_law(form.identities):
        parts.append(_FEES.format(law=law, fees_from=FEES_FROM))
    return "".join([*parts, _END])


def _organ(known: Mapping[str, str]) -> str:
    text = _ORGAN
    for name, value in known.items():
        quoted = json.dumps(value, ensure_ascii=False).replace("{", "{{").replace("}", "}}")
        text = text.replace(f"  {name}: null ", f"  {name}: {quoted} ", 1)
    return text


def _table(form: Form, table: Table) -> Iterator[str]:
    """Yield the lines of a table: its groups in the order of print, a label above each row, one beside each cell."""
    yield ""
    yield f"  # ==== {table.name}：{form.section(table.section).title} ===="
    if table.note:
        yield f"  # {table.note}"
    if any(cell.path.endswith(".total") for cell in form.cells.values() if cell.table == table.key):
        yield f"  # {_TOTAL}"
    written: list[str] = []
    for cell in form.cells.values():
        if cell.table == table.key:
            yield from _cell(cell, written)


def _cell(cell: Cell, written: list[str]) -> Iterator[str]:
    """Yield the keys that open above a cell, where they are not open yet, and the cell."""
    *groups, key = cell.path.split(".")
    for depth in range(1, len(groups) + 1):
        path = ".".join(groups[:depth])
        if path not in written:
            written.append(path)
            indent = "  " * depth
            if hint := WHERE.get(path):
                yield f"{indent}# {hint}"
            label = cell.row_label if depth == len(groups) else ""
            yield f"{indent}{groups[depth - 1]}:" + (f"   # {label}" if label else "")
    sign = "，减少的写负数" if cell.kind is Kind.CHANGE else ""
    unit = "" if cell.unit in cell.column_label else f"（{cell.unit}{sign}）"
    yield f"{'  ' * (len(groups) + 1)}{key}: null   # {cell.column_label}{unit}"
