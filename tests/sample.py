"""An invented township's dossier, as a value, for tests that need one."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from drafter.dossier.model import Dossier, Fees, LastProblem, Note, Organ, Prior, Problem
from drafter.form.editions import load_form
from drafter.form.statistics import Number, Statistics

ORGAN = Organ(
    name="灵溪镇人民政府",
    short="灵溪镇",
    level="镇",
    county="云岭县",
    office="党政办公室",
    address="云岭县灵溪镇兴镇路8号",
    postcode="000100",
    phone="0000-1234567",
    email="lingxi@example.cn",
    website="云岭县人民政府门户网站",
)

NOTES = (
    Note("N01", "主动公开", "全年通过各类渠道公开政府信息325条，其中县政府网站212条、政务新媒体113条"),
    Note("N02", "主动公开", "围绕惠农补贴、社会救助等事项编制公开目录"),
    Note("N03", "主动公开", "发布政策解读十余篇"),
    Note("N04", "依申请公开", "答复前请镇司法所审核答复书"),
    Note("N05", "政府信息管理", "落实三审三校制度"),
    Note("N06", "平台建设", "维护政务新媒体账号2个"),
    Note("N07", "监督保障", "组织业务培训两次、86人次"),
    Note("N08", "监督保障", "将政务公开纳入年度工作考核，权重为5%"),
    Note("N09", "监督保障", "全年没有发生责任追究情形"),
    Note("N10", "平台建设", "2026年拟在便民服务中心增设查询点", planned=True),
)


def statistics(edition: str = "2021", **values: Number | None) -> Statistics:
    """Return statistics that are 0 but for `values`, whose names write `__` for the dots of a path."""
    cells: dict[str, Number | None] = dict.fromkeys(load_form(edition).cells, 0)
    return Statistics(edition, {**cells, **{name.replace("__", "."): value for name, value in values.items()}})


RECEIVED = {
    "applications__received__natural_person": 2,
    "applications__received__business": 1,
    "applications__received__total": 3,
    "applications__carried_in__natural_person": 1,
    "applications__carried_in__total": 1,
    "applications__granted__natural_person": 2,
    "applications__granted__total": 2,
    "applications__refused__third_party__business": 1,
    "applications__refused__third_party__total": 1,
    "applications__concluded__natural_person": 2,
    "applications__concluded__business": 1,
    "applications__concluded__total": 3,
    "applications__carried_out__natural_person": 1,
    "applications__carried_out__total": 1,
}


def dossier(edition: str = "2021", **changes: Any) -> Dossier:
    """Return the dossier of the township, with some fields changed."""
    year = 2025 if edition == "2021" else 2020
    procured = {"proactive__procurement__items": 254, "proactive__procurement__amount": Decimal("3862.673422")}
    values = RECEIVED if edition == "2021" else procured
    last = statistics(edition, applications__received__total=2, applications__carried_out__total=1)
    base = Dossier(
        organ=ORGAN,
        year=year,
        form=load_form(edition),
        statistics=statistics(edition, **values),
        notes=NOTES,
        problems=(Problem("P1", "政策解读形式单一", "增加图解和短视频解读"), Problem("P2", "信息员均为兼职", "")),
        last_problems=(LastProblem("L1", "公开栏更新不及时", "已更换公开栏6块"),),
        fees=Fees(0, Decimal(0), Decimal(0)) if year >= 2021 else None,
        prior=Prior(year - 1, load_form(edition), last, "last.yaml"),
        profile="default",
        doubts=(),
        signed=None,
        sha256="0" * 64,
    )
    return replace(base, **changes)


def neighbour(name: str) -> Dossier:
    """Return the same dossier handed in by another township."""
    return dossier(organ=replace(ORGAN, name=f"{name}人民政府", short=name))
