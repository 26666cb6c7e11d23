"""`drafter check-sentence`: the state of sentences against the notes they rest on."""

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from drafter.writing.checks.verdict import Claim, Verdict

_STATES = {"red": "不能用", "amber": "待确认", "green": "通过"}


def check_sentence(
    sentences: Annotated[
        list[str] | None,
        typer.Argument(metavar="[句子...]", help="要检查的句子；不写则从标准输入逐行读 JSON", show_default=False),
    ] = None,
    note: Annotated[list[str] | None, typer.Option(help="依据的材料原文，可以写多次", show_default=False)] = None,
    planned: Annotated[bool, typer.Option("--planned", help="材料写的是计划，还没有做")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，一句一行")] = False,
) -> None:
    """检查句子有没有材料依据：不能用、待确认还是通过。

    例：drafter check-sentence --note 公示栏都换了新 更新公示栏。
    """
    from drafter.cli.console import say
    from drafter.writing.checks.judge import judge
    from drafter.writing.checks.verdict import Claim, State

    code = 0
    if sentences:
        claims: Any = (Claim(text, tuple(note or ()), planned) for text in sentences)
    else:
        as_json, claims = True, _claims_from(sys.stdin.buffer.read())
    for claim in claims:
        if isinstance(claim, str):
            say(f"错误：{claim}")
            code = max(code, 4)
            continue
        verdict = judge(claim)
        code = max(code, 3 if verdict.state is State.RED else 0)
        _print(claim, verdict, as_json)
    raise typer.Exit(code)


def _claims_from(data: bytes) -> "list[Claim | str]":
    """Return a claim for every line that is one, and what is wrong with every other."""
    text = data.decode("utf-8-sig", "replace")
    return [_claim(line, number) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]


def _claim(line: str, number: int) -> "Claim | str":
    from drafter.writing.checks.verdict import Claim
    from drafter.yamltree import YamlTextError, parse_json

    try:
        row = parse_json(line).value
    except YamlTextError as error:
        return f"第 {number} 行{error.reason}"
    if not isinstance(row, dict) or not isinstance(row.get("sentence"), str):
        return f"第 {number} 行没有 sentence（句子）"
    notes = row.get("note") or []
    notes = [notes] if isinstance(notes, str) else notes
    slots = row.get("slots") or []
    strings = (row.get("kind", "deed"), row.get("level", ""))
    if not all(isinstance(group, list) for group in (notes, slots)) or not all(
        isinstance(item, str) for item in (*notes, *slots, *strings)
    ):
        return f"第 {number} 行的 note、slots、kind、level 要写文字"
    return Claim(
        row["sentence"], tuple(notes), row.get("planned") is True, strings[0], frozenset(slots), level=strings[1]
    )


def _print(claim: "Claim", verdict: "Verdict", as_json: bool) -> None:
    from drafter.cli.console import print_json_line

    if as_json:
        print_json_line(_as_json(claim, verdict))
        return
    lines = [f"[{_STATES[verdict.state.value]}] {_marked(claim.text, verdict)}"]
    lines += [f"       → {item.message}（{item.code}）" for item in verdict.violations]
    if verdict.unproved:
        lines.append("       → 〔〕里的话在材料里没有依据，请人工确认或改用材料里的说法。")
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _as_json(claim: "Claim", verdict: "Verdict") -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "sentence": claim.text,
        "state": verdict.state.value,
        "codes": list(dict.fromkeys(item.code for item in verdict.violations)),
        "violations": [asdict(item) for item in verdict.violations],
        "unproved": [asdict(item) for item in verdict.unproved],
    }


def _marked(text: str, verdict: "Verdict") -> str:
    """Return the sentence with the unproved words between 〔 and 〕."""
    for item in reversed(verdict.unproved):
        text = f"{text[: item.start]}〔{text[item.start : item.end]}〕{text[item.end :]}"
    return text
