"""F04: what a template left to be filled in, and words of a letter to another organ."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import passages
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity

_UNIT = "[条件份次篇个人场期项年月日号%元万家处名村镇乡县市区局街]"
_OPEN, _CLOSE = "[\\[［（(【{｛〔]", "[\\]］）)】}｝〕]"
_FIELD = "单位名称|机关名称|单位全称|部门名称|地名|网址|数字|数量|日期|时间|电话|地址|姓名|年份|名称|内容|单位"
_ORDER = "填写|填入|此处|请填|请根据|请在|请按|请结合|根据实际|结合实际|待补|待定|待填|待核|可选"
_WHAT = "名称|姓名|网址|文号|条数|件数|人数|次数|数字|数额|日期|年份|邮箱|二维码"
_VALUE = "时间|金额|电话|号码|地址|职务|标题|比例|数量|负责人|联系人|内容"
_NO_LIST = "(?![^）\\]】]*(?:[、，：:及和与或等含按附即由如]|统一|本))"
_LEFT = re.compile(
    "|".join(
        (
            "20[XxＸ×]{1,2}(?=年)|(?<![A-Za-z0-9])[XxＸｘ]{2,}(?![A-Za-z0-9])|[×╳✕]{2,}|_{2,}|＿{2,}",
            f"(?<![A-Za-z0-9])[XＸ×╳✕](?={_UNIT})",
            # Two stars around words are bold type in Markdown.
            "\\*+(?=条(?!例|款)|[件份次篇人名个家户场期年月日元万%])(?![^*]{1,30}\\*)",
            f"[○〇◯□]{{2,}}(?={_UNIT})|[○◯□](?={_UNIT})|(?:…+|\\.{{3,}}|？+)(?=[条件份次篇])",
            "(?<![一-鿿])某[镇乡县市](?!某)|某某(?=[镇乡县市街局单])",
            f"{_OPEN}具体[^）\\]】]{{0,16}}{_CLOSE}|{_OPEN}(?:{_FIELD}){_CLOSE}",
            # （公众号名称）, （会议日期）: a bracket that holds nothing but what should stand there.
            f"{_OPEN}{_NO_LIST}[一-鿿]{{0,8}}(?:{_WHAT}){_CLOSE}",
            f"(?:(?<=[“《：])|(?<=[为是于在由至共计达到]))[（(]{_NO_LIST}[一-鿿]{{0,8}}(?:{_VALUE})[）)]",
            "“”|《》|‘’|「」|[△▲☆★◇◆]{2,}|[XＸxｘ×]\\.[XＸxｘ×]|(?<=[于自至在到为])年月日?|(?<=[于自至在到为])月日",
            "(?<![一-鿿])某(?:年|月|日|单位|网站|公众号)|(?<![A-Za-z0-9])([A-Z])\\1(?=[镇乡县村])|#[一-鿿]{1,8}#|\\{[一-鿿]{1,10}\\}",
            "[（(](?:如有|若有|选填|必填|可选|可删|可不写|视情况(?:而定|填写)?|(?:约|限|不超过|不少于)?\\d+字(?:左右|以内|以上|以下)?)[）)]",
            "[（(](?:如|若)?(?:没有|无|有)的?[，]?(?:请|则|应|可)?(?:填|写|删|补充)[^）)]{0,12}[）)]",
            # In square brackets nobody writes prose: what stands there asks to be replaced.
            f"[\\[［【][^\\]］】〔〕\\d]{{0,12}}(?:{_FIELD}|职务|人员|项目|事项|情况|措施|问题|文件|镇|乡|街道|村|县|部门)[\\]］】]",
            f"[〈<＜](?:{_FIELD}|具体[^〉>＞]{{0,12}}|填[^〉>＞]{{0,12}})[〉>＞]",
            f"{_OPEN}(?:注：|备注：|说明：)?(?:{_ORDER})[^）\\]】]{{0,24}}{_CLOSE}|{_OPEN}[ 　]*{_CLOSE}",
            f"{_OPEN}[^）\\]】（]{{0,20}}(?:填写|填入|填报|据实|自行补充|酌情|删去|删除本|实际补充|情况补充|改写)[^）\\]】]{{0,12}}{_CLOSE}",
            "^(?:示例|样例|范例|范文|模板|备选|提示|写作提示|注意)：|附件[XＸ×](?![A-Za-z0-9])|(?<=[一-鿿])[XＸ×](?=[，。；、）])",
            # A question that asks nothing: 公开信息？？条.
            "(?<=信息)？+$|(?<=申请)？+$|(?<=[共计达为公开发布召开培训会议])？{2,}$",
            "待补充|待填写|待核实|待确认|数据待|请填写|请补充|（略）|\\(略\\)|此处填写|此处插入|填写单位|具体(?:数字|网址|地名)(?=[，。；）)\\]])",
            "\\{\\{|\\}\\}|(?<![A-Za-z0-9])N(?=[条件份次篇人名个家户场期年月日元万])|(?<![A-Za-z])[Nn]{2,}(?![A-Za-z])|TODO",
        )
    )
)
_CHOICE = re.compile(
    "[（\\[【](?![^）\\]】]*(?:村|社区|镇|乡|街道|县|区|线|元|http))[一-鿿]{1,8}(?:[/／][一-鿿]{1,8})+[）\\]】]"
)
_LETTER = re.compile(
    "贵(?:办|局|委|厅|县|镇|乡|单位|处)(?!州|阳|港|池|溪)|你(?:镇|乡|街道|单位|局|办)|来函收悉|特此函复|妥否|请予?审[阅核批]"
)


def _find(audited: Audited) -> Iterator[Spot]:
    for passage in passages(audited):
        for match in _LEFT.finditer(passage.text):
            message = f"“{passage.around(*match.span())}”里留有没有填写的“{match.group()}”"
            yield passage.spot(message, match.span(), "请填上实际内容，或删去这段提示")
        for match in _CHOICE.finditer(passage.text):
            message = f"“{match.group()}”是留待选择的几种写法"
            yield passage.spot(message, match.span(), "请只留下符合实际的一种", Severity.WARNING)
        for match in _LETTER.finditer(passage.text):
            message = f"“{match.group()}”是往来公文的用语，不应出现在公开的报告里"
            yield passage.spot(message, match.span(), "请改写这句话", Severity.WARNING)


PLACEHOLDERS = Rule(
    "F04", "placeholder-left", Severity.ERROR, "真实差错：《[具体地名]镇……》、政府门户网站（具体网址）", _find
)
