"""Who did what: the same deeds given to another actor say something else."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.writing.checks.verdict import Claim, Violation

_ACTOR = re.compile(
    "县政府办公室|县政府办|党政办公室|党政办|便民服务中心|[\u4e00-\u9fff]{2,3}(?:所|站|局|中心)(?!考核|属|有|以|内)"
    "|县里|市里|省里|上级|(?:我|本)?镇(?:里|政府)?(?!村|机关|域|级|上)|(?:我|本)?乡(?:里|政府)?(?!村|镇)"
    "|(?:我|本)?街道(?:办)?|村里|村委会|村(?=将|把|由|负责|贴|填|报|审)|站所|群众|申请人|领导|分管领导|信息员|网格员|窗口"
)
_SAME = {
    "我镇": "镇",
    "本镇": "镇",
    "镇里": "镇",
    "镇政府": "镇",
    "村里": "村",
    "村委会": "村",
    "县政府办公室": "县政府办",
}
_BREAK = re.compile("[。；;！？]")
_FUNCTION = frozenset("的了和与及在把将由对向为以并也都就又再已被给到从于其各等，、：“”（）之者后前先")
_LEAST = 3
_MESSAGE = "材料里“{words}”做的是另一件事，请按材料写清谁做了什么"


def check_swapped(claim: Claim) -> Iterator[Violation]:
    """Yield an actor who does in the sentence what another does in the notes."""
    told, said = _deeds(claim.note), _deeds(claim.text)
    if len(told) < 2:
        return
    for actor, words in said.items():
        own = told.get(actor)
        others = [len(words & deeds) for name, deeds in told.items() if name != actor]
        if own and not words & own and max(others, default=0) >= _LEAST:
            match = next(found for found in _ACTOR.finditer(claim.text) if _name(found.group()) == actor)
            yield Violation("swapped", *match.span(), match.group(), _MESSAGE.format(words=match.group()))


def _deeds(text: str) -> dict[str, set[str]]:
    """Return, by actor, the content characters that follow it up to the next actor or the end of the sentence."""
    deeds: dict[str, set[str]] = defaultdict(set)
    for sentence in _BREAK.split(text):
        found = list(_ACTOR.finditer(sentence))
        for match, following in zip(found, [*found[1:], None], strict=False):
            end = following.start() if following else len(sentence)
            deeds[_name(match.group())] |= set(sentence[match.end() : end]) - _FUNCTION
    return dict(deeds)


def _name(actor: str) -> str:
    return _SAME.get(actor, actor)
