"""Who reports, and what stands above: the names that may stand in a report, as far as they can be told."""

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.audit.audited import Audited
from drafter.audit.passages import cleared, passages

_TITLE = re.compile(
    "^(?P<chain>(?:[一-鿿]{2,8}?(?:省|自治区|市|州|盟|区|县|旗))*)(?P<short>[一-鿿]{1,8}?(?P<level>镇|乡|街道))"
    "(?:人民政府|办事处|政府)?(?:关于)?(?=20|二|\\d|（|政府信息|政务|$)"
)
_STEP = re.compile("[一-鿿]{2,7}?(?:省|自治区|市|州|盟|区|县|旗)")
_OTHER_LEVELS = re.compile("(?:局|委员会|委|厅|办公室|中心|公司|学校|医院|(?:县|市|区)人民政府)$")


@dataclass(frozen=True, slots=True)
class Chain:
    """The reporting organ and the places above it."""

    short: str
    """Such as 灵溪镇; empty where it cannot be told."""
    level: str
    """镇, 乡 or 街道; empty for an organ of another kind."""
    above: tuple[str, ...]
    """County, city, province, as far as they are known."""

    @property
    def stem(self) -> str:
        """Return the name without its kind: 灵溪."""
        return self.short.removesuffix(self.level)

    @property
    def county(self) -> str:
        """Return the nearest place above, empty where none is known."""
        return self.above[-1] if self.above else ""


def chain_of(audited: Audited) -> Chain:
    """Return who reports, by the contact that was read and the title."""
    contact, title = audited.report.contact, audited.report.title
    head = cleared(title.text).text if title else ""
    return _chain(contact.short, contact.level, contact.organ, contact.province, contact.county, head)


@lru_cache(maxsize=64)
def _chain(short: str, level: str, organ: str, province: str, county: str, head: str) -> Chain:
    match = _TITLE.match(head) or _TITLE.match(organ)
    titled = tuple(step.group() for step in _STEP.finditer(match["chain"])) if match else ()
    above = tuple(dict.fromkeys([name for name in (province, *titled[:-1], county or "".join(titled[-1:])) if name]))
    if not short and match and not _OTHER_LEVELS.search(organ):
        short, level = match["short"], match["level"]
    level = level or next((kind for kind in ("街道", "镇", "乡") if short.endswith(kind)), "")
    return Chain(short, level, above)


def is_in_title(audited: Audited, name: str) -> bool:
    """Return whether a name stands in the title or the preamble, where a report says who it is of."""
    return any(name in passage.text for passage in passages(audited, "title", "preamble"))
