"""A07: the title of the report."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.placing import at_line
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity

_BLANK = re.compile(r"\s+")
_END = "政府信息公开工作年度报告"
_YEAR = r"[0-9０-９]{4}|[一二][〇○零一二三四五六七八九]{3}"
_TITLE = re.compile(rf"[^0-9０-９]{{3,}}?(?:{_YEAR})年度?{_END}|(?:{_YEAR})年度?[^0-9０-９]{{3,}}?{_END}")
_REPEATED = re.compile("([\u4e00-\u9fff]{2,4})\\1")


def _title(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for a title that is not organ, year and the prescribed name of the report."""
    line = audited.report.title
    organ = audited.report.contact.organ or "××镇人民政府"
    expected = f"{organ}{audited.year or '××××'}年{_END}"
    if line is None:
        yield Spot("没有找到报告标题", f"请在第一行写明，例如“{expected}”", "title")
        return
    text = _BLANK.sub("", line.text)
    if not _TITLE.fullmatch(text):
        yield at_line("title", line, f"报告标题写成了“{text}”，{_fault(text)}", f"一般写作“{expected}”")


def _fault(text: str) -> str:
    if match := _REPEATED.search(text.replace("人民政府政府信息", "")):
        return f"“{match[1]}”重复了"
    if not text.endswith(_END):
        return f"结尾应当是“{_END}”"
    return "应当依次写机关名称、年度和报告名称"


RULES = (Rule("A07", "title-malformed", Severity.WARNING, "国办公开办函〔2021〕30号附件格式；实务惯例", _title),)
