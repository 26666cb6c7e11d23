"""What is said of a report that is too much like another: whom, which sentences, what to do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from drafter.findings import Finding, Severity
from drafter.runs.sameness.bands import BLOCK, NONE
from drafter.runs.sameness.body import SECTIONS
from drafter.runs.sameness.narrative import Likeness, Shared

_LONGEST_QUOTE = 60


def is_last_year(key: str, other: str) -> bool:
    """Return whether `other` is the key of the same township's report of another year, such as `KEY@2024`."""
    before, at, year = other.rpartition("@")
    return at == "@" and before == key and year.isdecimal()


def sameness_findings(key: str, likenesses: Iterable[Likeness], names: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for every section of the report `key` that is in a band.

    `names` says what people call the other townships. A section much like a neighbour's is an error, since somebody
    has to decide who wrote it; one like last year's is a warning here, and rule H01 of the audit weighs it.
    """
    for likeness in likenesses:
        if key not in (likeness.left, likeness.right) or likeness.band == NONE:
            continue
        own = likeness if likeness.left == key else _turned(likeness)
        yield _last_year(own) if is_last_year(key, own.right) else _sibling(own, names.get(own.right, own.right))


def _sibling(own: Likeness, name: str) -> Finding:
    severity = Severity.ERROR if own.band == BLOCK else Severity.WARNING
    message = f"“{SECTIONS[own.section]}”与{name}的相同部分太多（{_figures(own)}）{_sentences(own.shared, name)}"
    advice = f"请与{name}核对材料是谁的，按本单位实际做的事改写材料后重新起草；数字和事实不能为了不同而改"
    return Finding("same-as-sibling", severity, _where(own), message, advice)


def _last_year(own: Likeness) -> Finding:
    year = own.right.rpartition("@")[2]
    message = f"“{SECTIONS[own.section]}”与本单位{year}年报告的相同部分太多（{_figures(own)}）"
    message += _sentences(own.shared, f"{year}年")
    advice = "请核对材料是不是本年的，补充本年的做法和结果后重新起草；确实照旧的工作可以保留"
    return Finding("same-as-last-year", Severity.WARNING, _where(own), message, advice)


def _figures(own: Likeness) -> str:
    return (
        f"除去数字、名称和法定用语，重合 {own.jaccard:.0%}，较短的一方有 {own.containment:.0%} 在另一方出现，"
        f"最长连续相同 {own.longest_run} 字"
    )


def _sentences(shared: tuple[Shared, ...], other: str) -> str:
    if not shared:
        return "，没有整句相同的，是零散的词句相同"
    first = shared[0]
    more = f"，这样的句子共 {len(shared)} 句" if len(shared) > 1 else ""
    return f"。本报告：“{_cut(first.left.text)}”；{other}：“{_cut(first.right.text)}”{more}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}……"


def _where(own: Likeness) -> str:
    return f"{own.section}/{own.shared[0].left.id}" if own.shared else own.section


def _turned(likeness: Likeness) -> Likeness:
    shared = tuple(Shared(pair.right, pair.left, pair.run) for pair in likeness.shared)
    return replace(likeness, left=likeness.right, right=likeness.left, shared=shared)
