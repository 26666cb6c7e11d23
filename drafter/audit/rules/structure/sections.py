"""A01–A04: the six sections are there, numbered, titled and set as the notice prescribes."""

from collections import Counter
from collections.abc import Iterator

from drafter.audit.audited import Audited
from drafter.audit.enumerators import value_of
from drafter.audit.labels import bare, distance, letters
from drafter.audit.placing import at_line
from drafter.audit.rule import Rule
from drafter.audit.skeleton import skeletons
from drafter.audit.spot import Spot
from drafter.findings import Severity
from drafter.form.model import Section
from drafter.reading.report import ReadSection

_SOURCE = "国办公开办函〔2021〕30号、〔2019〕60号附件格式"
_SLIP = 2
"""Titles this many characters apart are the same title with a slip in it."""
_MOST = 3
"""Where this many headings agree, and most of all, one that differs is the odd one."""


def _missing(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every section that no heading stands for."""
    report = audited.report
    if not any(section.key for section in report.sections) and not report.tables:
        message = "没有找到“一、总体情况”到“六、其他需要报告的事项”的标题，不像一份年度报告，或者标题没有读出来"
        yield Spot(message, "请核对文件；六个部分的标题照统一格式写", "file")
        return
    absent = absent_sections(audited)
    for number, section in enumerate(audited.form.sections):
        if section in absent:
            yield _missing_spot(audited, section, audited.form.sections[number + 1 :])


def _missing_spot(audited: Audited, section: Section, later: tuple[Section, ...]) -> Spot:
    headings = [found.heading for item in later if (found := audited.report.section(item.key))]
    message = f"缺少第{section.ordinal}部分“{section.title}”"
    if headings:
        message += f"：它应当在“{headings[0].text.strip()}”之前"
    advice = f"请补上“{section.heading}”；没有情况的也要写明，不能省去"
    place = headings[0].place if headings else None
    return Spot(message, advice, section.key, place, conversion_suspect=_is_after_a_cut(audited, section))


def _is_after_a_cut(audited: Audited, section: Section) -> bool:
    """Return whether the table before a section lost its end in extraction: the section may have gone with it."""
    keys = [item.key for item in audited.form.sections]
    before = keys[max(keys.index(section.key) - 1, 0)]
    return any(
        found.table.key == before
        and found.table.conversion_suspect
        and found.missing
        and found.missing[-1] is found.expected[-1]
        for found in skeletons(audited.report)
    )


def absent_sections(audited: Audited) -> list[Section]:
    """Return the sections that are not in the report, not even under a wrong title."""
    replaced = {section.key for _, section in misnamed(audited) if section}
    known = {section.key for section in audited.sections}
    return [section for section in audited.form.sections if section.key not in known | replaced]


def misnamed(audited: Audited) -> Iterator[tuple[ReadSection, Section | None]]:
    """Yield the headings that are none of the six, each with the section it stands in the place of, if any."""
    known = {section.key for section in audited.sections}
    for found in audited.sections:
        if not found.key:
            places = [item for item in audited.form.sections if item.key not in known]
            yield found, next((item for item in places if bare(found.ordinal).strip("（）、") == item.ordinal), None)


def _numbering(audited: Audited) -> Iterator[Spot]:
    """Yield a spot where the ordinals do not count up. A gap that a missing section leaves is that section's."""
    last, titles = 0, {item.key: value_of(item.ordinal) or 0 for item in audited.form.sections}
    for section in audited.sections:
        number = value_of(bare(section.ordinal).strip("（）、.．"))
        if number is None:
            if any(other.ordinal for other in audited.sections):
                message = f"标题“{section.title.strip()}”前面没有序号"
                yield at_line(_where(section), section.heading, message, "请照统一格式写上一至六的序号")
                last += 1
            continue
        is_right = number == last + 1 or (number > last and number == titles.get(section.key))
        if not is_right:
            expected = titles.get(section.key, last + 1)
            message = (
                f"标题序号乱了：“{section.heading.text.strip()}”前一个部分是第 {last} 个，这里写的是第 {number} 个"
            )
            advice = f"这一部分应当是第 {expected} 个；请把各部分按一至六连续编号"
            yield at_line(_where(section), section.heading, message, advice)
        last = number if is_right else max(last + 1, titles.get(section.key, 0))


def _titles(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every heading that is not one of the prescribed titles."""
    for section in audited.sections:
        if section.key:
            expected = audited.form.section(section.key)
            if not _is_title(section.title, expected):
                yield _title_spot(section, expected)
    for section, expected_or_none in misnamed(audited):
        if expected_or_none:
            yield _title_spot(section, expected_or_none)
        else:
            message = f"多出一个部分“{section.heading.text.strip()}”，统一格式只有六个部分"
            advice = "请并入相应部分，或写进“六、其他需要报告的事项”"
            yield at_line("unknown", section.heading, message, advice, severity=Severity.WARNING)


def _title_spot(section: ReadSection, expected: Section) -> Spot:
    gap = distance(letters(section.title), letters(expected.title))
    message = f"第{expected.ordinal}部分的标题写成了“{section.title.strip()}”，应当是“{expected.title}”"
    severity = Severity.WARNING if gap <= _SLIP else None
    start = max(section.heading.text.find(section.title), 0)
    mark = (start, start + len(section.title)) if section.title in section.heading.text else None
    return at_line(expected.key, section.heading, message, f"请改为“{expected.heading}”", mark=mark, severity=severity)


def _is_title(title: str, expected: Section) -> bool:
    return letters(title) in {letters(text) for text in (expected.title, *expected.aliases)}


def _levels(audited: Audited) -> Iterator[Spot]:
    """Yield a spot for every heading whose level or style of ordinal differs from that of the others."""
    sections = [section for section in audited.sections if section.key]
    for name, of in (("标题级别", _level), ("序号写法", _style)):
        counts = Counter(of(section) for section in sections)
        usual, count = counts.most_common(1)[0] if counts else ("", 0)
        if count < _MOST or 2 * count <= len(sections) or not usual:
            continue
        for section in sections:
            if of(section) != usual and (of(section) or name == "标题级别"):
                message = f"“{section.heading.text.strip()}”的{name}与其他部分的标题不一致"
                advice = "六个部分是同一级标题，请用同一种标题样式和“一、”这样的序号"
                yield at_line(section.key, section.heading, message, advice)


def _level(section: ReadSection) -> str:
    return "" if section.level is None else str(section.level)


def _style(section: ReadSection) -> str:
    ordinal = bare(section.ordinal)
    if not ordinal:
        return ""
    return ("（" if "（" in ordinal else "") + ("1" if any(char.isdigit() for char in ordinal) else "一")


def _where(section: ReadSection) -> str:
    return section.key or "unknown"


RULES = (
    Rule("A01", "section-missing", Severity.ERROR, f"{_SOURCE}；条例第五十条", _missing),
    Rule("A02", "section-numbering", Severity.ERROR, _SOURCE, _numbering),
    Rule("A03", "section-title-wrong", Severity.ERROR, _SOURCE, _titles),
    Rule("A04", "heading-level-differs", Severity.WARNING, "GB/T 9704—2012 第7.3.3条", _levels),
)
