"""A05, A06, A09, A10: what 总体情况 must say, what it no longer says, and what stands under the wrong heading."""

import re
from collections.abc import Iterator

from drafter.audit.aspects import absent_aspects, head_of, parts
from drafter.audit.audited import Audited
from drafter.audit.placing import at_line
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.form.profile import load_profile
from drafter.reading.report import ReadSection

SHORTEST = 20
"""A section of fewer characters is empty: that is a finding of its own."""
_SUPERVISION = "监督保障"
_OBSOLETE = re.compile(
    "(?:收费(?:情况)?(?:及|和|与|、)减免|(?:支出|收费)[与和、](?:收费|支出)|(?:复议|诉讼)[、和与](?:诉讼[、和与])?申诉)"
    "(?:情况)?|减免收费|(?:检索|复制|邮寄)费|(?:检索|复制)、[^，。；]{0,8}(?:邮寄|检索|复制)|(?:费用|收费)减免|减免(?:情况|费用)|申诉情况|咨询(?:处理)?情况"
)
_PUBLISHED = re.compile("(?:发布|公开|上传|推送)[^。；，]{0,10}信息[^。；，]{0,4}[0-9]+余?多?[条篇]")
_OF_MANAGEMENT = re.compile(
    "文件|公文|审[核查签校]|管理|目录|指南|清理|更新|台账|归档|档案|属性|规范|保密|制度|登记|编号|校对|修订|调整|备案|流程|复核|来源|留痕|台帐"
)
_OF_SUPERVISION = re.compile(
    "监督|监管|考核|考评|评议|评价|满意|培训|检查|督查|督导|通报|追究|追责|问责|领导|保障|会议|责任|整改|约谈|人员"
)
_OF_PUBLISHING = re.compile("公开|发布|公布|公示|解读|回应|推送|信息")
_OF_APPLICATIONS = re.compile("申请|答复|受理")
_OF_PLATFORMS = re.compile(
    "平台|网站|网页|公众号|媒体|栏|专区|查阅|系统|渠道|抖音|微信|账号|大厅|屏|场所|窗口|广播"
    "|终端|查询机|二维码|公示|牌|墙|橱窗|长廊|喇叭|热线|问答|邮箱|小程序|APP|服务点|服务站|流动|载体|阵地|公报|短信|页面|触摸|一体机"
)


def overview_text(audited: Audited) -> tuple[ReadSection, str] | None:
    """Return 总体情况 and its text; None where it is missing or empty, which other rules say."""
    section = audited.report.section("overview")
    text = "".join(line.text.strip() for line in section.lines) if section else ""
    return (section, text) if section and len(text) >= SHORTEST else None


def _aspects(audited: Audited) -> Iterator[Spot]:
    """Yield one spot for all aspects that 总体情况 does not speak of."""
    found = overview_text(audited)
    if found and (absent := absent_aspects(found[0])):
        titles = {aspect.key: aspect.title for aspect in audited.form.aspects}
        names = "、".join(titles.get(name, name) for name in absent)
        message = f"总体情况没有写{names}：五个方面缺 {len(absent)} 个"
        advice = "请逐个方面写明做了什么；确实没有的，也要说明"
        yield at_line("overview", found[0].heading, message, advice)


def _outcomes(audited: Audited) -> Iterator[Spot]:
    """Yield one spot for the results of assessment, social review and accountability that are not reported."""
    found = overview_text(audited)
    demands = audited.profile.demands.get(_SUPERVISION) or load_profile("default").demands[_SUPERVISION]
    if found is None or _SUPERVISION in absent_aspects(found[0]):
        return
    absent = [item.gap for item in demands if item.words and not any(word in found[1] for word in item.words)]
    if absent:
        message = f"总体情况没有报告{'、'.join(absent)}"
        advice = "条例第五十条要求各级人民政府报告工作考核、社会评议和责任追究结果；没有的写“无”，不能不提"
        is_office = audited.report.contact.level == "街道"
        severity = Severity.INFO if is_office else None
        yield at_line("overview", found[0].heading, message, advice, severity=severity)


def _obsolete(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for content that the forms since 2019 have no place for."""
    for section in audited.sections:
        for line in section.lines if section.key in ("overview", "other", "") else ():
            if match := _OBSOLETE.search(line.text):
                message = f"“{match.group()}”是 2019 年以前的报告内容，现行格式没有这一项"
                advice = "请删去；信息处理费写进“六、其他需要报告的事项”"
                yield at_line(section.key or "unknown", line, message, advice, mark=match.span())


def _misplaced(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for a heading of an aspect with nothing of that aspect under it, or with another one's figures."""
    section = audited.report.section("overview")
    for part in parts(section) if section else ():
        if len(part.text) < SHORTEST:
            continue
        title, message = head_of(part.head.text), ""
        if part.aspect == "依申请公开" and not _OF_APPLICATIONS.search(part.text):
            message = f"“{title}”下面没有写申请的收到和办理情况"
        elif part.aspect == "政府信息管理" and (match := _PUBLISHED.search(part.text)):
            message = f"“{title}”下面写的“{match.group()}”属于主动公开的内容"
        elif part.aspect == "平台建设" and not _OF_PLATFORMS.search(part.text):
            message = f"“{title}”下面没有写任何公开平台、渠道或场所"
        elif part.aspect == "政府信息管理" and not _OF_MANAGEMENT.search(part.text):
            message = f"“{title}”下面没有写文件、审核、目录、清理等管理工作"
        elif part.aspect == "监督保障" and not _OF_SUPERVISION.search(part.text):
            message = f"“{title}”下面没有写考核、评议、培训、检查或责任追究"
        elif part.aspect == "主动公开" and not _OF_PUBLISHING.search(part.text):
            message = f"“{title}”下面没有写公开了什么信息"
        if message:
            yield at_line("overview", part.first, message, "请核对内容是不是放错了小标题")


_FIVE = "国办公开办函〔2021〕30号（总体情况五个方面）"
RULES = (
    Rule("A05", "aspect-missing", Severity.WARNING, _FIVE, _aspects),
    Rule("A06", "outcomes-not-reported", Severity.WARNING, "条例第五十条第四项", _outcomes),
    Rule("A09", "obsolete-content", Severity.WARNING, "国办公开办函〔2019〕60号", _obsolete),
    Rule("A10", "content-misplaced", Severity.INFO, _FIVE, _misplaced),
)
