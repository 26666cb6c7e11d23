"""A next edition is one more file: the workbook takes its tables, totals, rules and marks from there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from openpyxl import load_workbook

ROOT = Path(__file__).resolve().parents[3]
INVENTED = ROOT / "tests" / "form" / "invented.yaml"


def test_an_invented_edition_is_written_filled_in_and_read_back(tmp_path: Path):
    data, path = tmp_path / "data", tmp_path / "town" / "年报资料.xlsx"
    shutil.copytree(ROOT / "schemas", data / "schemas")
    shutil.copy(INVENTED, data / "schemas" / "forms" / "2031.yaml")
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "DRAFTER_DATA": str(data)}

    def drafter(*arguments: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "drafter", *arguments]
        done = subprocess.run(command, env=settings, capture_output=True, encoding="utf-8", check=False)
        return done.returncode, done.stdout

    assert drafter("new", str(path.parent), "--year", "2032", "--xlsx")[0] == 0
    book = load_workbook(path)
    assert {"表甲", "上年表甲"} <= set(book.sheetnames)
    for row, text in enumerate(["甲镇人民政府", "甲镇", "镇", "乙县"], start=4):
        book["机关信息"][f"B{row}"] = text
    for address, value in {"C5": 1, "D5": 2, "C6": 3, "D6": 4, "C8": 0.5}.items():
        book["表甲"][address] = value
    book.save(path)
    assert drafter("check", str(path))[0] == 0

    book["表甲"]["E6"] = 8
    book.save(path)
    code, shown = drafter("check", str(path))
    assert (code, "[错误] 表甲!E6 " in shown, "channels-sum" in shown) == (3, True, True)
