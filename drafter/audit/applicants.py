"""Who applied: what prose says of the columns of the table of applications."""

import re

from drafter.audit.claims import APPLICATION, CASE, LINK, Role

_COLUMNS = {
    "自然人": ("natural_person",),
    "商业企业": ("business",),
    "科研机构": ("research",),
    "社会公益组织": ("welfare",),
    "法律服务机构": ("legal_service",),
    "法人或其他组织": ("business", "research", "welfare", "legal_service", "other"),
}
_SAID = {"法人或其他组织": "(?:法人(?:或者?|和|及|、)其他组织|法人组织)"}
_ON_APPLICATIONS = re.compile(f"{APPLICATION}|件申请")
_OPENS = "(?:^|[，、；：。（]|其中|分别(?:是|为)|来自|由|包括|[及和])"


def _column(name: str) -> str:
    return _SAID.get(name, name)


def _received(columns: tuple[str, ...], row: str = "received") -> tuple[str, ...]:
    return tuple(f"applications.{row}.{column}" for column in columns)


def _role(name: str, left: str, *, right: str = "", needs: re.Pattern[str] = _ON_APPLICATIONS) -> Role:
    """Return a role of the applications received from some applicants; those carried in may be counted too."""
    columns = _COLUMNS[name]
    return Role(
        f"{name}申请",
        (_received(columns),),
        re.compile(left),
        re.compile(right),
        CASE - {""},
        needs,
        ((*_received(columns), *_received(columns, "carried_in")),),
    )


ORGANISATIONS = _received(_COLUMNS["法人或其他组织"])
"""The cells of all that are not 自然人."""
APPLICANT_ROLES = (
    *(_role(name, f"{_OPENS}{_column(name)}(?:提出|提交)?的?(?:{APPLICATION}|申请)?{LINK}$") for name in _COLUMNS),
    *(
        _role(name, f"{_OPENS}{_column(name)}(?:提出|提交)的?{APPLICATION}{LINK}$", needs=re.compile(""))
        for name in _COLUMNS
    ),
    *(
        _role(name, f"{_OPENS}$|其中$", right=f"(?:为|是|由|来自){_column(name)}(?:提出|提交)?的?申请")
        for name in _COLUMNS
    ),
)
_ALIASES = {"自然人": "(?:自然人|公民|个人)", "商业企业": "(?:商业)?企业"}
APPLICANT_CELLS = tuple(
    (
        name,
        _ALIASES.get(name, _column(name)),
        (_received(columns),),
        ((*_received(columns), *_received(columns, "carried_in")),),
    )
    for name, columns in _COLUMNS.items()
)
"""Each kind of applicant: its name, how prose calls it, its cells, and those that may be counted with them."""
