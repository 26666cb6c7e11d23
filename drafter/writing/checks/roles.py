"""Who did it: offices, bodies and kinds of helpers."""

import re
from collections.abc import Iterator

from drafter.writing.checks.claim_words import Found, claim_list, found, refused, unsupported
from drafter.writing.checks.register import load_register, plain, read_note
from drafter.writing.checks.verdict import Claim, Violation
from drafter.writing.checks.vocabulary import unproved_marks
from drafter.writing.checks.weights import is_light, words_between

_ABSENT = "“{}”在引用的材料里没有出现，请删去，或改用材料里写明的人员、机构。"
_SWAPPED = "“{}”与引用的材料写的职务对应关系不同，请照材料写。"
_MISATTRIBUTED = "引用的材料里这件事不是“{}”做的，请照材料写明由谁做。"
_NEXT = 2
_BREAK = re.compile("[，。；：！？、,;]")
_AGENT = re.compile(
    "(?:由|经|会同|协同)(?P<who>(?:(?!会同|协同|联合|[和与])[一-鿿]){2,8}?(?:所|站|中心|办|局|科|股|室|队|委|会|部|院|校|公司|人员|领导|主任|干部|专员|代表|员))"
    "(?=[^，。；、]{0,2}(?:负责|进行|予以|牵头|具体|统一|审|指导|讲|办|组织|开展|陪同|把关|作|对|向|到|带|编|撰))"
)
_ONE_OF_US = re.compile("人家|他们|找人|叫人|请人|派人|来人|那边|管[^，。]{1,5}的")
"""Somebody whom notes do not name: the sentence may say what he is."""
_HOLDS = re.compile("(?:兼任|担任|任|当|为)")


def check_roles(claim: Claim) -> Iterator[Violation]:
    """Yield every role that no cited note has as a word of its own, and every office given to another than there."""
    note = read_note(claim.note)
    for item in unsupported(claim, "roles"):
        yield refused(claim, item, "role", _ABSENT)
    for item in found(claim.text, "roles"):
        if (
            item.word in note.text
            and item.word not in note.words
            and item.word not in note.licensed
            and _within(item.word, note.words)
            and not _within(item.word, read_note(claim.text).words & note.words)
        ):
            yield refused(claim, item, "role", _ABSENT)
    yield from _swapped(claim)
    yield from _misattributed(claim)


def check_agents(claim: Claim) -> Iterator[Violation]:
    """Yield by whom a thing was done where nothing accounts for the name: 由国土所人员予以讲解."""
    marks = unproved_marks(claim.text, claim.note, claim.own_names)
    for match in _AGENT.finditer(plain(claim.text)):
        start, end = match.span("who")
        words = words_between(plain(claim.text), start, end)
        heavy = [
            word for at, word in words if all(marks[at : at + len(word)]) and not is_light(word, b"\x01" * len(word))
        ]
        if claim.note and sum(map(len, heavy)) >= _NEXT and not _ONE_OF_US.search(claim.note):
            yield refused(claim, Found(start, end, match["who"]), "role", _ABSENT)


def _within(word: str, words: frozenset[str]) -> bool:
    """Return whether a role stands in the notes only inside another role: 镇长 in 副镇长."""
    return any(word in other for other in words & claim_list("roles").rows.keys())


def _swapped(claim: Claim) -> Iterator[Violation]:
    """Yield roles that hold another office than in the notes: 镇长任组长 where the note says 副镇长当组长."""
    said, told = _holders(claim.text), _holders(claim.note)
    for office, (item, holder) in said.items():
        if office in told and told[office][1] != holder and holder in read_note(claim.note).words:
            yield refused(claim, item, "role", _SWAPPED)


def _holders(text: str) -> dict[str, tuple[Found, str]]:
    text = plain(text)
    pairs: dict[str, tuple[Found, str]] = {}
    last: Found | None = None
    for item in found(text, "roles"):
        if item.word not in claim_list("roles").rows:
            continue
        if last is not None and _HOLDS.fullmatch(text[last.end : item.start]):
            pairs.setdefault(item.word, (item, last.word))
        last = item
    return pairs


def _misattributed(claim: Claim) -> Iterator[Violation]:
    """Yield a role that does what in the notes another role does: 党政办审核, where the 司法所 did."""
    told = _deeds_of(claim.note)
    for verb, actors in _deeds_of(claim.text).items():
        rows = claim_list("deeds").rows[verb]
        known = [item.word for other in rows for item in told.get(other, ())]
        for item in actors:
            if known and not any(_same_role(item.word, other) for other in known):
                yield refused(claim, item, "role", _MISATTRIBUTED)


def _deeds_of(text: str) -> dict[str, list[Found]]:
    """Return who is named right before each verb of a deed, within its clause."""
    text = plain(text)
    verbs = list(found(text, "deeds"))
    actors: dict[str, list[Found]] = {}
    for role in found(text, "roles"):
        verb = next((item for item in verbs if role.end <= item.start <= role.end + _NEXT), None)
        if verb is not None and not _BREAK.search(text[role.end : verb.start]):
            actors.setdefault(verb.word, []).append(role)
    return actors


def _same_role(said: str, told: str) -> bool:
    return said == told or said in load_register().forms.get(told, frozenset())
