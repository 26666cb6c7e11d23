"""D10: a place where a number should stand and none does."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import body, passages
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.reading.source import SourceFormat

_UNIT = "(?:条|件|篇|份|次|场|期|个|人次|万元|元)"
_LOST = (
    re.compile(f"(?:共计|累计|总计|合计|总数为|总量为|达到?|信息共|申请共|共公开|共发布)(?={_UNIT}(?:[，。；、]|$))"),
    re.compile(
        "(?:公开|发布|更新|报送)(?:各类|有关)?(?:政府|政务|工作)?信息(?:共计?|累计)?(?=(?:条|篇)(?:[，。；、]|$))"
    ),
    re.compile(
        "(?:收到|受理|办结|答复)(?:政府信息公开|依申请公开|信息公开)?申请(?:共计?)?(?=(?:份|宗|件次)(?:[，。；、]|$))"
    ),
    re.compile("(?:收到|受理|办结|答复|新收|制发|废止|结转)(?=(?:件|份)(?:[，。；、]|$))"),
    re.compile("(?:共|累计|合计)(?:收到|受理|办结|答复)[^，。；\\d一二三四五六七八九十零两]{0,10}申请(?=件[，。；、])"),
    re.compile("新收(?:政府信息公开|依申请公开)?申请(?=件[，。；、])|申请(?=件，其中[^，。；]{0,8}\\d)"),
    re.compile(
        "(?:全年|共|累计|年内|年末|年底|清理|整改|更新|推送|转发|审核|收集|采纳|回应|解答)[^，。；：、\\d一二三四五六七八九十百千万两零余多数几各每]{0,10}"
        "(?:信息|栏目|稿件|文件|公文|问题|链接|意见|建议|现行有效|接待|查阅|访问|培训|参训|服务|咨询)(?=(?:条|篇|件|处|人次)[，。；、])"
    ),
    re.compile(
        "(?:人数|数量|总数|总量|次数|金额|面积|得分|分值|阅读量|浏览量|访问量)(?:为|是|达到?|共)+(?=(?:人|人次|条|件|次|个|万元|元|分|份|篇|家|户|名)[，。；、])"
    ),
    re.compile("现行有效(?=件[，。；、])"),
    re.compile("(?:处理费|收费|金额|资金)(?:共计?|为|总计|合计)?(?=万?元(?:[，。；、]|$))"),
    re.compile("(?:共|累计|总计)(?:主动)?(?:公开|发布)(?:各类)?(?:政府|政务)?信息(?=，其中[^，。；]{0,12}\\d)"),
    # 今年公开条: what was done, and its measure word, but not how many.
    re.compile(
        "(?:公开|发布|公示|更新|推送|转发|上传|报送|上报|编发|刊发|印发|制作|发放|收回|张贴|清理|整改|修复|纠正|更正|删除|撤下|新增|增加"
        "|减少|回复|答复|办结|采纳|征集|审核|归档|公布|上网|上墙|刊登|录入|解读|播发|(?<![0-9多不最至减缺几十百千万余许众])多|(?<![多不至减缺])少)了?"
        "(?=(?:条|篇|份|户|块|人次|万元|场次)(?:[，。；、]|$))"
    ),
    re.compile(
        "(?:举办|召开|开展|组织|接待|走访|抽查|巡查|检查|参加|开设|设立|建成)(?:了|各类|公开|业务|专题)*"
        "(?:培训|会议|活动|解读|宣传|群众|座谈会|新闻发布会|检查|督查|公开栏|专栏|查阅点)?了?"
        "(?=(?:场|场次|次|人次|期|处|户)(?:[，。；、]|$))"
    ),
    re.compile("(?:新收|收到|受理|结转|办结|答复)(?:政府信息公开|信息公开|公开)?申请共?(?=件[，。；、])"),
    re.compile("(?:工作人员|干部|群众|人员|村民|居民|代表)(?=人次(?:[，。；、]|$))"),
    re.compile("(?<![0-9一二三四五六七八九十百千万多有其剩业之])余(?=(?:条|件|篇|份|次|人次|场)(?:[，。；、]|$))"),
    re.compile("(?:公开栏|专栏|专区|查阅点|账号|栏目|查询机|宣传栏|公告栏)(?=(?:个|处|块|台)(?:[，。；、]|$))"),
    re.compile("[于在](?:20\\d\\d年)?月日"),
    re.compile("\\d年月日?"),
    re.compile("(?:制发|废止)(?:行政)?规范性文件(?=件(?:[，。；、]|$))"),
    re.compile("(?:[，、；。]|^)现行有效的?(?:行政)?规范性文件(?=[，。；、]|$|件(?:[，。；]|$))"),
    re.compile("(?:[，。；]|^)(?:20)?年(?=(?:主动|累计|共|我[镇乡街]|度我?[镇乡街]?)?(?:公开|发布|主动公开|收到))"),
    re.compile("(?:^|[自至到截，。])年月日?"),
    re.compile("(?:率|占比?|比例)(?:为|达到?|是)?(?=%|百分之(?![一-鿿〇零]))"),
    re.compile("(?:培训|会议|解读|检查|发布会)(?:共计?)?(?=(?:次|场|期)(?:[，。；、]|$))"),
)
_DENIED = re.compile("(?:没有|[无未])[^，。；、：]{0,6}$")
"""没有上年结转件, 也无现行有效件: what denies lacks no number."""
_GARBLED = re.compile(r"(?<!\d)20\d{2}\d{1,2}月\d{1,2}日|(?<!\d)20\d{2}\d{1,4}日(?!\d)|(?<!\d)20\d{2}年\d{3,4}日")


def _find(audited: Audited) -> Iterator[Spot]:
    for passage in body(audited):
        for pattern in _LOST:
            for match in pattern.finditer(passage.text):
                if _DENIED.search(passage.text[: match.start()]):
                    continue
                span = (match.start(), min(match.end() + 1, len(passage.text)))
                message = f"“{passage.around(*span)}”缺少数字"
                advice = "请补上数字；原文有而这里没有的，是转换时丢失的"
                yield passage.spot(message, span, advice, suspect=audited.report.source.format is SourceFormat.PDF)
    for passage in passages(audited):
        for match in _GARBLED.finditer(passage.text):
            message = f"日期“{match.group()}”缺少“年”“月”或数字"
            yield passage.spot(message, match.span(), "请按“2025年1月1日”的写法补全", Severity.WARNING, suspect=True)


MISSING = Rule("D10", "number-missing", Severity.ERROR, "国办公开办函〔2021〕30号：内容准确、全面", _find)
