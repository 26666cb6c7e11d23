"""`drafter check`: everything wrong with dossiers, before any drafting."""

from pathlib import Path
from typing import Annotated, Any

import typer

from drafter.cli.fail_on import FailOn, fails


def check(
    dossiers: Annotated[
        list[Path], typer.Argument(metavar="资料...", help="资料文件（YAML 或 JSON），可以写多个", show_default=False)
    ],
    prior: Annotated[
        Path | None, typer.Option(help="上年的资料文件或公布的报告，代替资料里写的 prior", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，供程序读取")] = False,
    fail_on: Annotated[FailOn, typer.Option(help="查到哪一级问题就返回 3")] = FailOn.ERROR,
) -> None:
    """检查资料文件，一次列出全部问题。

    例：drafter check examples/lingxi-2025/dossier.yaml
    """
    from drafter.cli.console import print_findings, print_json, say
    from drafter.dossier.intake import load_dossier
    from drafter.errors import InputError, UsageError
    from drafter.runs.priors import read_prior

    if prior is not None and len(dossiers) > 1:
        raise UsageError("--prior 只能和一份资料一起用；检查多份时，请在各份资料里写 prior")
    results: list[dict[str, Any]] = []
    codes = [0]
    for path in dossiers:
        try:
            findings = load_dossier(path, prior=prior, read_prior=read_prior).findings
        except InputError as error:
            say(f"错误：{error}")
            results.append({"file": str(path), "error": str(error), "findings": []})
            codes.append(error.exit_code)
            continue
        results.append({"file": str(path), "error": None, "findings": [finding.to_json() for finding in findings]})
        codes.append(3 if fails(findings, fail_on) else 0)
        if not as_json:
            print_findings(findings, heading=str(path))
    if as_json:
        print_json(results)
    raise typer.Exit(max(codes))
