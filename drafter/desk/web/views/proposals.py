"""What an edited Word file proposes, each change with what the checks say of it before anybody takes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drafter.desk.actions import Correct, Insert
from drafter.desk.differences import Stretch, character_runs
from drafter.desk.outcome import Refused
from drafter.desk.word.imported import Proposal
from drafter.desk.word.trying import Tried
from drafter.desk.working import WorkingReport

WORDS = {
    "green": "检查通过",
    "amber": "有没有依据的词，采用后要认可",
    "red": "没有通过检查，采用后要改好才能通过",
}


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """A change of a Word file as the page shows it."""

    number: int
    proposal: Proposal
    place: str
    """Such as 第 3 句, or the name of a cell."""
    line: str
    runs: tuple[Stretch, ...]
    state: str
    """green, amber, red, or refused where it cannot be taken as it is."""
    verdict: str
    """What the checks say."""


def shown_proposals(
    tried: tuple[Tried, ...], working: WorkingReport, labels: Mapping[str, str]
) -> Iterator[ShownProposal]:
    """Yield the changes of a file as they would come out; `labels` names cells by their path."""
    numbers = {line.id: number for number, line in enumerate(working.lines, start=1)}
    for number, item in enumerate(tried):
        proposal = item.proposal
        state, verdict = _verdict(item)
        line = proposal.where if proposal.where in numbers else ""
        runs = character_runs(proposal.before, proposal.after)
        yield ShownProposal(number, proposal, _place(proposal, numbers, labels), line, runs, state, verdict)


def _verdict(tried: Tried) -> tuple[str, str]:
    if isinstance(tried.outcome, Refused):
        return "refused", tried.outcome.message
    if tried.line is not None:
        line = tried.line
        doubt = f"：{'、'.join(line.unproved)}" if line.unproved else ""
        faults = f"：{'；'.join(fault.message for fault in line.faults)}" if line.state == "red" else ""
        return line.state, WORDS[line.state] + doubt + faults
    broken = tried.outcome.after.get("broken", ()) if isinstance(tried.proposal.action, Correct) else ()
    return ("amber", "；".join(map(str, broken))) if broken else ("green", "可以采用")


def _place(proposal: Proposal, numbers: Mapping[str, int], labels: Mapping[str, str]) -> str:
    if proposal.where in numbers:
        after = "后面" if isinstance(proposal.action, Insert) else ""
        return f"第 {numbers[proposal.where]} 句{after}"
    return labels.get(proposal.where, proposal.where)
