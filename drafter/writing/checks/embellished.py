"""What a fluent text adds of itself: at whose demand, how it was received, that all is better now, who guided whom.

Each kind has a pattern of what a sentence may claim and one of what notes must say, in whatever words, for it to be a
rewording. Where they do, the claim is left to the other checks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.writing.checks.register import plain
from drafter.writing.checks.verdict import Claim, Violation


@dataclass(frozen=True, slots=True)
class _Kind:
    code: str
    said: re.Pattern[str]
    told: re.Pattern[str]
    message: str


_THEM = "(?:村(?![级务民内中口组规头])|各?村(?:委会|干部)|群众|村民|居民|老年人|申请人|各?站所|家长|企业|商户|农户)"
_KINDS = (
    _Kind(
        "cause",
        re.compile(
            "(?:根据|按照|依照|应|遵照|针对|结合)(?:上级|[县市省区][^，。；]{0,6}|群众|村民|居民|企业|商户|家长|申请人|老年人|代表|专家|领导|有关部门|主管部门|社会各界|巡[察视]|审计|督[查导]|检查组?|考核)"
            "(?:的)?(?:统一)?(?:要求|请求|意见|建议|部署|安排|指示|反馈|诉求|需求|通知|文件)"
            "|经(?:上级|[县市省区][^，。；]{0,4}|群众|村民|居民|专家|领导|有关部门|主管部门)[^，。；]{0,3}"
            "(?:反映|提醒|建议|指导|同意|批准|审核|审定|督促|指出|要求|反馈)"
        ),
        re.compile(
            "[上县市省区巡审督查考]|领导|群众|老百姓|村民|居民|有人|专家|要求|让|叫|嫌|说|提|反映|照|按|统一|文件|通知"
        ),
        "“{}”写的是谁的要求或意见，引用的材料里没有，请删去。",
    ),
    _Kind(
        "effect",
        re.compile(
            "(?:申请人|群众|村民|居民|大家|代表|家长|企业|老年人|与会[^，。；]{0,4})[^，。；]{0,3}"
            "(?:表示|普遍|一致|踊跃|纷纷|积极|广泛|均)(?:予以|给予|表示)?(?:理解|满意|支持|认可|欢迎|参与|配合|感谢|肯定|好评|赞同|提出|反响)"
        ),
        re.compile("理解|满意|高兴|[说叫讲]好|夸|谢|支持|没意见|认|点头|愿意|乐意|积极|都来|抢着|提了|说了|没[说吭]"),
        "“{}”写的是别人的反应，引用的材料里没有，请删去。",
    ),
    _Kind(
        "effect",
        re.compile(
            "(?:更加|更为|更趋|愈发|日益|进一步得到|得以)(?:规范|便捷|透明|高效|完善|清晰|及时|顺畅|有序|健全|精准|贴近|通俗|丰富|规整|提升|保证|保障|落实|加强|改善)"
        ),
        re.compile("更|[一了]?点|些|多了|好|快了|省|顺|清楚|[越]|强|提"),
        "“{}”写的是成效，引用的材料里没有写这个效果，请删去。",
    ),
    _Kind(
        "swapped",
        re.compile(f"(?:指导|组织|督促|引导|动员|发动|要求){_THEM}(?!代表|意见|工作)"),
        re.compile(
            "指导|教|带|催|让|叫|要求|组织|帮|督|通知|请|安排|领|喊|动员|发动|盯|说了|给|讲|布置|开会|培训|学|打算|明年|准备|要|派|引"
        ),
        "“{}”写成了由我们带动，引用的材料里是他们自己做的，请照材料写。",
    ),
    _Kind(
        "named-thing",
        re.compile(
            "(?:建立|设立|成立|组建|形成|建成)(?:健全|完善|了)*[^，。；]{0,8}(?:专班|小组|专栏|专区|体系|队伍|网络)"
        ),
        re.compile("[组栏区表群队网]|建|设|专门|理了|列了|分工|负责|汇|归"),
        "“{}”在引用的材料里没有出现，请删去，或照材料里的说法写。",
    ),
    _Kind(
        "named-thing",
        re.compile("(?:建立|设立|形成|建成)(?:健全|完善|了)*[^，。；]{0,8}(?:台账|档案|名册|数据库|清单)"),
        re.compile("[账本单册记档表库列理]|建|专门|汇|归"),
        "“{}”在引用的材料里没有出现，请删去，或照材料里的说法写。",
    ),
    _Kind(
        "audience",
        re.compile("向社会(?:公众)?(?:予以|进行)?(?:公布|公开|公示|发布)"),
        re.compile("公|网|栏|贴|挂|发|登|晒|告|亮|示|微信|群"),
        "“{}”写的对象在引用的材料里没有，请删去，或照材料写。",
    ),
    _Kind(
        "deed",
        re.compile("经(?:与|同)[^，。；]{1,8}?(?:沟通|协商|会商|商议|协调)"),
        re.compile("沟通|协|商|说|讲|谈|电话|联系|问|聊|议|会|碰|找|通气|打招呼"),
        "“{}”这件事在引用的材料里找不到，请删去，或用材料里的动词来写。",
    ),
    _Kind(
        "role",
        re.compile(
            "(?:纪检|纪委|监察|审计|保密|法制|宣传|人大|政协|督查|司法|副职|正职)(?:干部|领导|人员|审查员|专员|工作人员)"
        ),
        re.compile("纪检|纪委|监察|审计|保密|法制|宣传|人大|政协|督查|司法|领导|[正副]|长|委员|主任|书记"),
        "“{}”在引用的材料里没有出现，请删去，或改用材料里写明的人员、机构。",
    ),
)


def check_embellished(claim: Claim) -> Iterator[Violation]:
    """Yield what no note gives occasion for."""
    text, note = plain(claim.text), plain(claim.note)
    for kind in _KINDS if note else ():
        match = kind.said.search(text)
        if match and match[0] not in note and not kind.told.search(note):
            words = claim.text[slice(*match.span())]
            yield Violation(kind.code, *match.span(), words, kind.message.format(words))
