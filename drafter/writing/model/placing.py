"""Whether slots stand where they say what they mean: a figure beside its own noun, a phrase at the head of a clause."""

import re
from collections.abc import Iterator

from drafter.writing.checks.verdict import Violation
from drafter.writing.model.masking import Material
from drafter.writing.reply import Item
from drafter.writing.slots import SLOT

_STOPS = re.compile("[，。；：！？、,;:（）()]")
_LEAD = re.compile(
    "(?:全年|年内|本年度|本年|我镇|我乡|我街道|本机关|其中|同时|此外|另外|另|对此|上述申请|所收申请|并|共|已|，)*"
)
_FOREIGN = 3
_FIGURE = "“{{{{{slot}}}}}”放错了地方，它说的是“{context}”"
_PHRASE = "“{{{{{slot}}}}}”自成一句，前面只能写全年、年内、我镇等，后面要有标点"


def placement_faults(item: Item, cited: tuple[Material, ...]) -> Iterator[Violation]:
    """Yield every slot that stands where it says something else than its source."""
    contexts = {slot: context for material in cited for slot, context in _contexts(material.masked).items()}
    for match, before in _slots(item.text):
        slot = f"{match[1]}:{match[2]}"
        if match[1] == "n":
            if slot in contexts and _is_moved(before, slot, contexts):
                message = _FIGURE.format(slot=slot, context=contexts[slot])
                yield Violation("figure-moved", *match.span(), match.group(), message)
        elif not _LEAD.fullmatch(before) or not _closes(item.text[match.end() :]):
            yield Violation("phrase-bent", *match.span(), match.group(), _PHRASE.format(slot=slot))


def _slots(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each slot with the words of its clause before it."""
    end = 0
    for match in SLOT.finditer(text):
        yield match, _STOPS.split(text[end : match.start()])[-1]
        end = match.end()


def _contexts(masked: str) -> dict[str, str]:
    return {f"{match[1]}:{match[2]}": before for match, before in _slots(masked)}


def _is_moved(before: str, slot: str, contexts: dict[str, str]) -> bool:
    """Return whether the words before a figure are those of another figure, or none of its own."""
    own = contexts[slot]
    if len(own) > 1 and not _shared(before, own, 2):
        return True
    others = [context for name, context in contexts.items() if name != slot]
    return any(part not in own for context in others for part in _shared(before, context, _FOREIGN))


def _shared(left: str, right: str, size: int) -> list[str]:
    """Return the stretches of a size that stand in both texts."""
    return [left[i : i + size] for i in range(len(left) - size + 1) if left[i : i + size] in right]


def _closes(rest: str) -> bool:
    """Return whether a clause ends here: a phrase is followed by a stop, by another slot, or by nothing."""
    return not rest or _STOPS.match(rest) is not None or rest.startswith("{{")
