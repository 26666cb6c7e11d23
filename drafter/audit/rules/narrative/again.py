"""D08, third part: the total of what was published, told again with another figure: 98条信息归档率100%."""

import re
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.heads import figures_in
from drafter.audit.passages import body
from drafter.audit.rules.narrative.published import published
from drafter.audit.spot import Spot
from drafter.findings import Severity

_ALL_OF_THEM = re.compile(
    "(?:公开|政府)?信息(?:的构成|的组成|归档率|公开率|全部|均|都|逐条|无一)|(?:全部|均|都)(?:经|已|标注|登记|归档|通过)|无误|，?与(?:公开|发布)(?:数|条数|总数)"
)
_OPENS = re.compile("(?:^|[，。；：]|核对|复核|登记|审核|归档|对账|标注|编号|对)(?:上述|这|全年|全部|以上)?$")


def totals_told_again(audited: Audited) -> Iterator[Spot]:
    """Yield a figure that is said of all that was published and is not the total, nor any other figure before it."""
    told = body(audited, "overview", "proactive")
    totals = [item for item in published(told, audited.year) if not item.channel and item.is_of_all]
    if not totals or totals[0].figure.value is None:
        return
    unit, known = totals[0].figure.unit, {item.figure.value for item in totals}
    known |= {
        figure.value for passage in told for figure in figures_in(passage.text) if _is_part(passage.text, figure.end)
    }
    for passage in told:
        for figure in figures_in(passage.text):
            is_again = _ALL_OF_THEM.match(passage.text[figure.end :]) and _OPENS.search(passage.text[: figure.start])
            if is_again and figure.unit == unit and figure.value is not None and figure.value not in known:
                message = f"“{figure.text}”与前文“{totals[0].figure.text}”说的都是公开的全部信息，数不一致"
                yield passage.spot(message, (figure.start, figure.end), "请核对后改成同一个数", Severity.WARNING)


def _is_part(text: str, end: int) -> bool:
    """Return whether a figure is told for its own sake, not of all again."""
    return _ALL_OF_THEM.match(text[end:]) is None
