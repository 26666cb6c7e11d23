"""Invented townships by the number, as folders of dossiers."""

from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "lingxi-2025" / "dossier.yaml"
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
def example() -> str:
    text = EXAMPLE.read_text(encoding="utf-8")
    return text.replace("prior: dossier-2024.yaml\n", "")


def dossier(number: int) -> str:
    """Return a township's dossier; no two of them ask a model the same."""
    text = example().replace("灵溪镇", name(number))
    text = text.replace("信息员变动较多", f"{name(number)}信息员变动较多")
    return text.replace("年内新增乡村振兴栏目1个", f"年内新增乡村振兴栏目{number % 9 + 1}个")


def write(folder: Path, count: int, blocked: int = 0) -> Path:
    """Write so many townships, the last of them with an error, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = dossier(number)
        if number >= count - blocked:
            text = text.replace("postcode:", "postcode: nothing  #")
        (folder / f"{number:05d}.yaml").write_text(text, encoding="utf-8")
    return folder
