"""G06: telephone numbers and addresses of mail that nobody could use."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import passages
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity

_DASH = re.compile(r"(?<!\d)0\d{2,3}(?P<dash>[—－–―~_一]+|--+|\s-\s?|-\s)\d{7,8}(?!\d)")
_PHONE = re.compile(r"(?:电话|传真|联系方式)(?:号码)?(?:：|为|是)?(?P<number>\(?（?\d[\d\-—－–（）() ]{3,18}\d)(?!\d)")
_MAIL = re.compile(
    r"(?:邮箱|电子信箱|E-?mail|e-?mail|电子邮件)(?:地址)?(?:：|为|是)(?P<mail>[A-Za-z0-9._%+\-@＠#（）()\[\]]{4,60})"
)
_GOOD_MAIL = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+\.?")
_GOOD_PHONE = re.compile(r"0(?:10|2\d)\d{7,8}|0\d{3}\d{7,8}|[1-9]\d{6,7}|1[3-9]\d{9}|12345|400\d{7}")


def _find(audited: Audited) -> Iterator[Spot]:
    for passage in passages(audited):
        told: set[int] = set()
        for match in _DASH.finditer(passage.text):
            told.add(match.start())
            message = f"电话“{match.group()}”的连接号不规范"
            yield passage.spot(message, match.span(), "请用半角短横，如 0555-1234567")
        for match in _PHONE.finditer(passage.text):
            digits = re.sub(r"\D", "", match["number"])
            if match.start("number") not in told and not _GOOD_PHONE.fullmatch(digits):
                message = f"电话“{match['number']}”的位数不对"
                yield passage.spot(message, match.span("number"), "请核对区号和号码")
        for match in _MAIL.finditer(passage.text):
            mail = re.split(r"[（(\[\]）)]", match["mail"])[0]
            if mail and not _GOOD_MAIL.fullmatch(mail):
                message = f"邮箱“{match['mail']}”不完整"
                yield passage.spot(message, match.span("mail"), "请核对是否缺少“@”或域名")


CONTACTS = Rule("G06", "contact-malformed", Severity.WARNING, "GB/T 15834—2011；真实差错：邮箱缺“@”", _find)
