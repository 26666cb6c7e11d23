"""Invented townships by the number, as folders of dossiers."""

import re
from functools import cache
from pathlib import Path

from tests.runs.batch.notes import notes

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "lingxi-2025" / "dossier.yaml"
MATERIAL = re.compile(r"( +(?:- )?(?:text|measure|status): )(?!planned|done)(.+)")
PUBLISHED = "全年主动公开政府信息486条"
FIRST = "青白碧清明金银玉石松柏桃梅兰竹菊枫杨柳槐"
SECOND = "山溪河湖泉塘坪岭坡岗湾沟洼源头坝桥渡浦洲"
THIRD = ["", *"东西南北上下前后新老大小高低长宽深远近阳阴中正平安和顺昌盛兴隆福禄寿喜吉祥如意瑞"]


def name(number: int) -> str:
    """Return the name of a township: another for each number below 17,000, and beyond them by a fourth character."""
    number, first = divmod(number, len(FIRST))
    number, second = divmod(number, len(SECOND))
    fourth, third = divmod(number, len(THIRD))
    return f"{FIRST[first]}{THIRD[third]}{SECOND[second]}{THIRD[fourth]}镇"


@cache
def example() -> tuple[str, ...]:
    """Return the lines of the example without last year's file."""
    return tuple(EXAMPLE.read_text(encoding="utf-8").replace("prior: dossier-2024.yaml\n", "").splitlines())


def dossier(number: int, copied: int | None = None) -> str:
    """Return a township's dossier with materials of its own, or with those it copied from the township of a number.

    No two of them ask a model the same.
    """
    own = iter(notes(number if copied is None else copied, len(example())))
    lines, is_material = [], False
    for line in example():
        is_material = (is_material or line.startswith("notes:")) and not line.startswith("fees:")
        found = MATERIAL.fullmatch(line) if is_material else None
        lines.append(f"{found[1]}{PUBLISHED if PUBLISHED in line else next(own)}" if found else line)
    return "\n".join(lines).replace("灵溪镇", name(number)) + "\n"


def write(folder: Path, count: int, blocked: int = 0, every: int = 0) -> Path:
    """Write so many townships and return the folder.

    The last `blocked` have an error; where it is given, one in `every` copied the materials of the one before it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = dossier(number, number - 1 if every and number % every == every - 1 else None)
        if number >= count - blocked:
            text = text.replace("postcode:", "postcode: nothing  #")
        (folder / f"{number:05d}.yaml").write_text(text, encoding="utf-8")
    return folder
