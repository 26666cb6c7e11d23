"""I03: marks of secret and internal papers."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.passages import passages
from drafter.audit.rule import Rule
from drafter.audit.spot import Spot
from drafter.findings import Severity

_MARKS = re.compile(
    "(?:绝密|机密|秘密)[★☆*]|(?:^|[，。；：（【\\[])(?:绝密|机密|秘密)(?=[，。；：）】\\]]|$|[一二三四五六七八九十\\d]+年)|密级(?:：|为)(?!无|公开|非密)|内部资料|内部文件|内部材料"
    "|(?:仅供|仅限)(?:内部|本单位|系统内)|注意保存|不得外传|请勿外传|严禁外传|内部使用|工作秘密(?=[：★，。]|事项为|内容为)|内部掌握|不予公开发布|阅后即焚|阅后收回"
)
_RIGHT = re.compile("属于|涉及|不得|严禁|泄露|标注|确定|定密|审查|禁止|防止|不公开|管理|清理|区分|界定|误发")


def _find(audited: Audited) -> Iterator[Spot]:
    for passage in passages(audited):
        for match in _MARKS.finditer(passage.text):
            around = passage.text[max(0, match.start() - 8) : match.start()] + passage.text[match.end() :][:6]
            if _RIGHT.search(around) and "★" not in match.group():
                continue
            message = f"出现密级或内部标志“{match.group().strip('，。；：（')}”"
            yield passage.spot(message, match.span(), "请立即核对能否公开，必要时先撤下")


SECRECY = Rule("I03", "secrecy-mark", Severity.ERROR, "《保守国家秘密法》；公开前保密审查", _find)
