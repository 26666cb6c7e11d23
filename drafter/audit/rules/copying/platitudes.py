"""Measures that say nothing: 提高思想认识，强化组织领导，狠抓工作落实."""

import re

_LEAD = re.compile(
    "^(?:对此|为此|鉴于此|下一步|下步|今后|接下来|20\\d\\d年度?|[我本全][镇乡]|街道|镇政府|乡政府|本机关|党政办|将|要|拟|会"
    "|针对(?:以上|上述|这些|存在的?)*(?:问题|不足)?|[一二三四五六]是|第[一二三四五六]|改进措施|整改措施|改进情况|措施)+"
)
_EMPTY = re.compile(
    "进一步|不断|持续|切实|全面|深入|扎实|认真|努力|大力|着力|继续|更加|坚决|严格|提高|提升|加强|强化|增强|推动|推进|抓好|抓实|狠抓|紧抓|压实|夯实"
    "|落实|完善|健全|优化|改进|做好|做实|深化|加大|统一|高度|重视|思想|政治|站位|认识|组织|领导|工作|责任|担当|力度|水平|质量|能力|意识|服务|政府"
    "|信息|政务|公开|机制|制度|建设|管理|作风|真抓实干|求真务实|再上|开创|局面|迈上|台阶|取得|成效|成绩|更好|更大|实效|确保|各项|任务|到位|有序|有力"
    "|有效|开展|规范化|常态化|标准化|高质量|发展|功夫|步伐|奋力|积极|主动|精神|状态|饱满|热情|贯彻|上级|要求|部署|决策|精心|安排|克服|困难|短板|弱项"
    "|弥补|不足|解决|存在|问题|整改|推向|深入|干劲|落细|总结|经验|发扬|成绩|优势|[抓补强新以为的和与把在对更一个大上下再实求向层楼]"
)
_CLAUSES = re.compile("[，；。、：！]")
_FEWEST = 2
_CONCRETE = 4


def are_platitudes(measures: str) -> bool:
    """Return whether no clause of the measures names anything that is to be done."""
    clauses = [_LEAD.sub("", part) for part in _CLAUSES.split(measures)]
    clauses = [part for part in clauses if part]
    return len(clauses) >= _FEWEST and all(len(_EMPTY.sub("", part)) <= 1 for part in clauses)


def is_concrete(problem: str) -> bool:
    """Return whether a problem names something of its own, which a platitude cannot answer."""
    return len(_EMPTY.sub("", re.sub("[^一-鿿]", "", _LEAD.sub("", problem)))) >= _CONCRETE
