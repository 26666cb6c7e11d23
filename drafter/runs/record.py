"""The run record, `report.json`: what was drafted, from what, by what, and what was found."""

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import Any

from drafter.dossier.facts import Fact
from drafter.dossier.tree import source_tree
from drafter.form.numbers import shown
from drafter.resources import read_text
from drafter.richtext import Span
from drafter.runs.pipeline import Report
from drafter.writing.draft import Draft
from drafter.writing.model.rounds import Round
from drafter.writing.prompting import prompt_versions

RECORD_VERSION = 2


def record_tree(report: Report, version: str) -> dict[str, Any]:
    """Return the record by `schemas/run-record.schema.json`. It holds no clock time: equal input, equal record.

    Exact decimals are written as text, counts as numbers.
    """
    dossier = report.dossier
    return {
        "record": RECORD_VERSION,
        "tool": {"name": "drafter", "version": version},
        "templates": _versions(dossier.form.edition, dossier.profile),
        "model": report.model,
        "dossier": {
            "sha256": dossier.sha256,
            "organ": dossier.organ.name,
            "county": dossier.organ.county,
            "year": dossier.year,
            "edition": dossier.form.edition,
            "profile": dossier.profile,
            "prior_year": dossier.prior.year if dossier.prior else None,
        },
        "source": source_tree(dossier),
        "title": report.document.title,
        "statistics": {path: _number(value) for path, value in dossier.statistics.values.items()},
        "facts": [_fact(fact) for fact in report.ledger.facts.values()],
        "sentences": list(_sentences(report.draft)),
        "rounds": [_round(entry) for entry in report.rounds],
        "gaps": report.draft.gaps(),
        "findings": [finding.to_json() for finding in report.findings],
        "files": {name: sha256(content).hexdigest() for name, content in report.files.items()},
    }


def record_bytes(report: Report, version: str) -> bytes:
    """Return the record as UTF-8 JSON, one fact, sentence and finding a line, so that two records can be compared."""
    tree = record_tree(report, version)
    entries = ",\n".join(f"{_json(key)}: {_value(value)}" for key, value in tree.items())
    return f"{{\n{entries}\n}}\n".encode()


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(_json(item) for item in value) + "\n]"
    return _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


@cache
def _versions(edition: str, profile: str) -> dict[str, str]:
    """Return the content hash of every data file that a stock draft takes words, cells or demands from."""
    names = ("laws", "phrases", "stock")
    files = [f"prompts/{name}.yaml" for name in names]
    files += [f"schemas/forms/{edition}.yaml", f"schemas/profiles/{profile}.yaml", "schemas/lexicon/numerals.yaml"]
    return {file: sha256(read_text(file).encode()).hexdigest() for file in files} | prompt_versions()


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "label": fact.label,
        "value": _number(fact.value),
        "unit": fact.unit,
        "kind": fact.kind,
        "sources": list(fact.sources),
        "text": fact.text,
        "approximate": fact.approximate,
        "low": _number(fact.low),
        "high": _number(fact.high),
    }


def _sentences(draft: Draft) -> Iterator[dict[str, Any]]:
    for section, paragraphs in draft.sections.items():
        for number, paragraph in enumerate(paragraphs, start=1):
            for sentence in paragraph.sentences:
                yield {
                    "id": sentence.id,
                    "section": section,
                    "paragraph": number,
                    "aspect": paragraph.aspect,
                    "text": str(sentence.text),
                    "origin": sentence.origin,
                    "cites": list(sentence.cites),
                    "state": sentence.state,
                    "unproved": list(sentence.unproved),
                    "spans": [_span(span) for span in sentence.text.spans()],
                }


def _round(entry: Round) -> dict[str, Any]:
    answer = entry.answer
    return {
        "section": entry.section,
        "number": entry.number,
        "fingerprint": entry.fingerprint,
        "model": answer.model if answer else "",
        "finish": answer.finish if answer else "",
        "tokens": [answer.usage.prompt, answer.usage.completion, answer.usage.cached] if answer else [0, 0, 0],
        "error": entry.error,
        "failures": [{"code": item.code, "message": item.message, "item": item.item} for item in entry.failures],
        "sentences": [
            {
                "topic": judged.item.topic,
                "cites": list(judged.item.cites),
                "text": judged.item.text,
                "state": judged.verdict.state.value,
                "codes": sorted({fault.code for fault in judged.verdict.violations}),
                "unproved": [item.words for item in judged.verdict.unproved],
            }
            for judged in entry.judged
        ],
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "kind": span.kind.value, "ref": span.ref}


def _number(value: int | Decimal | None) -> int | str | None:
    return shown(value) if isinstance(value, Decimal) else value
