"""Tables as the text of a PDF has them: heads piece by piece, labels broken and apart from their figures."""

from collections.abc import Mapping, Sequence

from drafter.form.editions import load_form
from drafter.form.statistics import Number

HEADING = "三、收到和处理政府信息公开申请情况"
NEXT = "四、政府信息公开行政复议、行政诉讼情况"
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，\n等于第三项加第四项之和）"
RAW_HEADS = (
    f"申请人情况\n法人或其他组织\n{NOTE} 自然人 总计\n商业\n企业\n科研\n机构\n社会\n公益\n组织\n法律\n服务\n机构\n其他"
)
LAYOUT_HEADS = (
    f"                  申请人情况\n        法人或其他组织\n{NOTE}          自然人 商业 科研 社会 法律    总计\n"
    "                  公益 服务 其他\n           企业 机构\n                  组织 机构"
)
ROW = (9, 3, 0, 0, 2, 0, 14)
ZEROS = (0,) * 7
COLUMNS = ("natural_person", "business", "research", "welfare", "legal_service", "other", "total")

Row = Sequence[int]


def keys(edition: str = "2021") -> list[str]:
    """Return the keys of the rows of 表三."""
    return [row.key for block in load_form(edition).table("applications").blocks for row in block.rows]


def labels(edition: str = "2021") -> dict[str, str]:
    """Return the labels of the rows of 表三 by their keys."""
    rows = [row for block in load_form(edition).table("applications").blocks for row in block.rows]
    return {row.key: next(cell.text for cell in row.head if cell.rowspan == 1) for row in rows}


def truth(rows: Mapping[str, Row], edition: str = "2021") -> dict[str, Number]:
    """Return the cells of rows by path; rows that are not given are zero."""
    return {
        f"applications.{key}.{column}": value
        for key in keys(edition)
        for column, value in zip(COLUMNS, rows.get(key, ZEROS), strict=True)
    }


def line(values: Row) -> str:
    return " ".join(map(str, values))


def raw(rows: Mapping[str, Row], heads: str = RAW_HEADS, edition: str = "2021") -> str:
    """Return 表三 with a row a line."""
    texts = [f"{label} {line(rows.get(key, ZEROS))}" for key, label in labels(edition).items()]
    return "\n".join([HEADING, heads, *texts, NEXT])


def plain(rows: Mapping[str, Row], apart: Sequence[str] = (), stacked: Sequence[str] = ()) -> str:
    """Return 表三 with a figure a line and empty lines between; the labels of the rows `apart` stand at its end.

    The figures of the rows `stacked`, which must follow each other, come column by column.
    """
    parts: list[str] = []
    held: list[Row] = []
    for key, label in labels().items():
        values = rows.get(key, ZEROS)
        parts += [] if key in apart else [label]
        held += [values] if key in stacked else []
        if key not in stacked:
            parts += [str(value) for value in values]
        elif key == stacked[-1]:
            parts += ["\n".join(str(row[column]) for row in held) for column in range(7)]
    return "\n\n".join([HEADING, RAW_HEADS, *parts, *(labels()[key] for key in apart), NEXT])
