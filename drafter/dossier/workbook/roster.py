"""The roster of a county: one organ a row, each with what is known of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from drafter.contracts import Violation, violations
from drafter.dossier.workbook.container import read_container
from drafter.dossier.workbook.fields import Field, organ_fields
from drafter.dossier.workbook.places import Place
from drafter.dossier.workbook.sheet import ReadSheet, plain
from drafter.errors import InputError
from drafter.findings import Finding, Severity

ROSTER_NAME = "名册.csv"
SHORT: Mapping[str, str] = {
    "name": "机关全称",
    "short": "简称",
    "level": "类别",
    "county": "县",
    "province": "省",
    "office": "科室",
    "address": "地址",
    "postcode": "邮编",
    "phone": "电话",
    "email": "邮箱",
    "website": "网站",
}
"""What the columns of a roster are called; the titles and names of the schema are understood as well."""
_OTHERS = {"全称": "name", "机关名称": "name", "单位名称": "name", "名称": "name", "县区": "county", "网址": "website"}


@dataclass(frozen=True, slots=True)
class Member:
    """An organ of the roster: its fields, and where it stands."""

    organ: Mapping[str, str]
    place: Place

    @property
    def name(self) -> str:
        """Return the name that its folder and its findings bear: the short one where there is one."""
        return self.organ.get("short") or self.organ["name"]


@dataclass(frozen=True, slots=True)
class Roster:
    """The organs of a county, and what is wrong with the list."""

    members: tuple[Member, ...]
    findings: tuple[Finding, ...]


def blank_roster() -> bytes:
    """Return an empty roster as CSV that Excel and WPS open: a line of headings."""
    return ("\ufeff" + ",".join(SHORT.values()) + "\r\n").encode()


def organ_titles() -> Mapping[str, Field]:
    """Return the fields of an organ by every title a column may bear."""
    fields = {field.name: field for field in organ_fields()}
    titles = {field.title: field for field in fields.values()} | {name: fields[name] for name in fields}
    titles |= {title: fields[name] for name, title in SHORT.items()}
    titles |= {title: fields[name] for title, name in _OTHERS.items()}
    return {plain(title): field for title, field in titles.items()}


def read_roster(path: Path, content: bytes) -> Roster:
    """Return the organs of a roster. Raises InputError where there is no list of organs in it."""
    titles = organ_titles()
    for sheet in read_container(path, content).sheets:
        for row in range(min(len(sheet.rows), 20)):
            labels = {column: sheet.label_at(row, column) for column in range(sheet.width)}
            columns = {column: titles[label] for column, label in labels.items() if label in titles}
            if any(field.name == "name" for field in columns.values()):
                return _roster(sheet, row, columns)
    raise InputError(
        path, f"里面没有“机关全称”一列；可以先运行 drafter new 文件夹 --year 年度 --roster 生成空白的{ROSTER_NAME}"
    )


def _roster(sheet: ReadSheet, head: int, columns: dict[int, Field]) -> Roster:
    members, findings = list[Member](), list[Finding]()
    for row in range(head + 1, len(sheet.rows)):
        organ = {field.name: text for column, field in columns.items() if (text := sheet.text_at(row, column))}
        if organ:
            places = {field.name: sheet.place(row, column) for column, field in columns.items()}
            problems = [_finding(violation, places) for violation in _violations(organ)]
            findings += problems
            if "name" in organ:
                members.append(Member(organ, places["name"]))
    findings += _repeated(members)
    if not members and not findings:
        message = "名册里一个机关也没有。"
        findings.append(Finding("roster-empty", Severity.ERROR, "roster", message, "请在表头下面一行填一个机关。"))
    return Roster(tuple(members), tuple(findings))


def _violations(organ: Mapping[str, str]) -> list[Violation]:
    """Return what the schema forbids; a field that is left open is for the clerk to fill in, but for the name."""
    found = violations("dossier", {"organ": organ, "year": 2025, "statistics": {"edition": ""}})
    return [item for item in found if item.rule != "required" or item.path[-1] == "name"]


def _finding(violation: Violation, places: Mapping[str, Place]) -> Finding:
    name = str(violation.path[-1])
    message, advice = f"“{violation.label}”{violation.text}。", violation.hint
    address = str(places.get(name, places["name"]))
    return Finding("roster-field", Severity.ERROR, f"organ.{name}", message, advice, address=address)


def _repeated(members: list[Member]) -> list[Finding]:
    """Return an error for every organ whose folder would be another one's."""
    first: dict[str, Member] = {}
    found = []
    for member in members:
        earlier = first.setdefault(folder_name(member.name).casefold(), member)
        if earlier is not member:
            message = f"“{member.name}”和 {earlier.place} 的“{earlier.name}”重名，文件夹会相同。"
            advice = "请改成不同的简称，或删去重复的一行。"
            found.append(
                Finding("roster-repeated", Severity.ERROR, "roster", message, advice, address=str(member.place))
            )
    return found


_FORBIDDEN = frozenset('<>:"/\\|?*')
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
_LONGEST = 60


def folder_name(name: str) -> str:
    """Return a name that is safe for a folder on every system: no separators, no reserved names, no leading dot."""
    safe = "".join("_" if character in _FORBIDDEN or not character.isprintable() else character for character in name)
    safe = safe.strip(" .")[:_LONGEST].rstrip(" .") or "_"
    return f"_{safe}" if safe.split(".")[0].lower() in _RESERVED else safe
