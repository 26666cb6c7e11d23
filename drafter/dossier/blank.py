"""Write a blank dossier: every cell of a form, with comments that say what to fill in and where to find it."""

from collections.abc import Iterator

from drafter.form.model import Cell, Form, Kind, Table

_WHERE: dict[str, str] = {
    "proactive": "找谁要：规范性文件问司法所（合法性审核、备案登记），许可、处罚、强制问综合行政执法队和便民服务中心",
    "proactive.regulations": "规章：乡镇、街道没有规章制定权，都填 0",
    "proactive.normative_documents": "规范性文件：以司法所的规范性文件登记、法制审核台账为准，不是所有红头文件",
    "proactive.licensing": "行政许可：全年作出的全部决定，公开的和依法不公开的都算；以政务服务系统办件台账为准",
    "proactive.other_services": "其他对外管理服务事项：以政务服务事项目录为准",
    "proactive.penalties": "行政处罚：全年作出的全部处罚决定；以行政执法台账为准",
    "proactive.coercion": "行政强制：全年作出的全部强制决定；以行政执法台账为准",
    "proactive.fees": "行政事业性收费：问财政所，以非税收入台账为准",
    "proactive.procurement": "政府集中采购：问财政所，只算政府集中采购，工程招投标、村级项目不算",
    "applications": "全部以依申请公开登记台账为准，每件申请只计入一个办理结果；申请人是单位的，按性质填入对应的栏",
    "applications.carried_in": "应当等于上年报告的“结转下年度继续办理”",
    "applications.partly_granted": "区分处理的只计在这里，不再计入“不予公开”各项",
    "applications.concluded": "应当等于上面各项办理结果之和",
    "applications.carried_out": "年底前还没有答复的；本年新收＋上年结转＝（七）总计＋结转下年度",
    "disputes": "只计因政府信息公开引起的案件，请与县司法局（复议）和法院（诉讼）核对；四栏相加等于总计",
}
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
# 从哪里找：县政府网站后台的信息发布统计、公众号和视频号后台、公开栏照片、会议和培训通知、
#          三审三校登记、考核办法和考核结果、社会评议或满意度调查、上级检查通报。
# 按条例第五十条，监督保障里要写到工作考核、社会评议、责任追究三件事。
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

# 存在的主要问题和改进措施，一般 2 至 3 个，每个问题都要有措施。例子（用法同上）：
problems: []
# problems:
#   - text: 政策解读形式单一
#     measure: 增加图解、问答等解读形式

# 上年报告里写的问题，今年改得怎么样。例子（用法同上）：
last_year: []
# last_year:
#   - text: 公开内容更新不够及时
#     status: 已建立每月自查制度，全年没有发现超过期限的栏目
"""
_FEES = """
# 信息处理费（{law}）：问财政所，以非税收入台账为准；没有发生的都填 0。单位是元，不是万元。
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


def blank_dossier(form: Form, year: int) -> str:
    """Return a dossier as YAML in which every cell is null and every comment is for the clerk who fills it in."""
    names = {"year": year, "last": year - 1, "next": year + 1, "edition": form.edition, "number": form.notice.number}
    parts = [_RULES.format(**names), _ORGAN.format(**names)]
    parts += ["".join(f"{line}\n" for line in _table(form, table)) for table in form.tables]
    parts.append(_NOTES.format(aspects="、".join(aspect.key for aspect in form.aspects), **names))
    law = next((i.law for i in form.identities for term in i.terms if term.source == "fees"), "")
    if law:
        parts.append(_FEES.format(law=law))
    return "".join([*parts, _END])


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
            if hint := _WHERE.get(path):
                yield f"{indent}# {hint}"
            label = cell.row_label if depth == len(groups) else ""
            yield f"{indent}{groups[depth - 1]}:" + (f"   # {label}" if label else "")
    sign = "，减少的写负数" if cell.kind is Kind.CHANGE else ""
    unit = "" if cell.unit in cell.column_label else f"（{cell.unit}{sign}）"
    yield f"{'  ' * (len(groups) + 1)}{key}: null   # {cell.column_label}{unit}"
