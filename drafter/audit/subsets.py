"""Figures that are of a part only: of one channel, of one kind of applicant, of the cases that a bracket is about."""

import re

from drafter.dossier.figures import Figure

_CHANNEL = re.compile(
    "(?:通过|经由?|以|由|在|从|用|按)[^，。；]{0,14}(?:平台|网上|网站|网络|在线|线上|邮政|邮寄|邮件|邮箱|信函|快递|特快|EMS|当面"
    "|现场|窗口|传真|微信|书面|柜台)|(?:^|[，。；、：])(?:其中)?(?:网上|线上|邮寄|当面|现场|信函|窗口|传真|书面|电子邮件)"
)
_APPLICANT = re.compile("自然人|企业|科研机构|公益组织|法律服务机构|其他组织|法人")
_SUM = re.compile("共|合计|总计|累计")
_WHOLE = re.compile("收到|新收|受理|接收|申请")


def is_of_a_part(name: str, text: str, figure: Figure) -> bool:
    """Return whether a figure that reads as the role `name` counts less than what the table's cell counts.

    收到6件 beside another channel is of that channel; 自然人申请新收8件 is of one kind of applicant; the bracket in
    3件（企业2件）延期 is about those three. 线上线下共登记11件 is of all.
    """
    before = text[: figure.start]
    if name == "新收":
        clause = re.split("[，。；]", before)[-1]
        if _SUM.search(clause):
            return False
        return bool(_APPLICANT.search(clause)) or (bool(_CHANNEL.search(clause)) and len(_CHANNEL.findall(text)) > 1)
    opened = before.rfind("（")
    if not name.endswith("申请") or opened <= before.rfind("）"):
        return False
    head = re.split("[，。；、：]", before[:opened])[-1]
    return bool(re.search("[0-9]+[件份]$", head)) and not _WHOLE.search(head)
