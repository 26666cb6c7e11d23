"""Find in a note what no clerk writes by hand: markup, formulas, links, and words to whoever drafts the report.

Such a note was pasted from somewhere. It is kept from the draft whole, because the rest of it is no better vouched
for, and a finding says so: the report can be drafted all the same.
"""

import re

_KINDS = (
    ("网页标记", re.compile(r"</?[A-Za-z!?][^<]{0,200}|<!--|&#?[0-9A-Za-z]{2,10};|javascript:", re.IGNORECASE)),
    ("链接标记", re.compile(r"\]\([^)]*\)")),
    ("表格公式", re.compile(r"^\s*[=＝@+][A-Za-z]")),
    (
        "写给起草者的话",
        re.compile(
            r"(?:模型|智能\w{0,4}程序|AI|人工智能|机器人)(?:请|须|务必)?(?:注意|听好|须知)"
            r"|优先于(?:此前|以前|之前|以上|上述|前面|一切)|最高优先级|(?:直接|原样)(?:照抄|写入|写进|输出)"
            r"|(?:写作|起草|撰写|成文)(?:时|的时候)[^。]{0,8}[把将](?:本|我)|全文改写"
        ),
    ),
)


def hostile_part(text: str) -> tuple[str, str] | None:
    """Return the kind and the beginning of what a note must not hold, or None for a clerk's own words."""
    for kind, pattern in _KINDS:
        if match := pattern.search(text):
            return kind, match[0][:20]
    return None
