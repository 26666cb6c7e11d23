"""What no word of a sentence shows and a person should look at: it is amber, whatever its words are."""

import re
from collections.abc import Callable, Iterable, Iterator

from drafter.writing.checks.actors import dropped_actors, turned_actors, turned_clauses, turned_heads
from drafter.writing.checks.alignment import align
from drafter.writing.checks.claim_words import shared
from drafter.writing.checks.plans import is_intended, is_planned
from drafter.writing.checks.polarity import turned_words
from drafter.writing.checks.register import cut, plain, read_note
from drafter.writing.checks.sourcing import other_quantities
from drafter.writing.checks.unsaid import complains, denies
from drafter.writing.checks.verdict import Claim, Unproved

Doubt = Callable[[Claim], Iterable[Unproved]]
_ALL = re.compile("各(?!自|异)|每|所有|全部|一律|[均都皆](?![衡等匀市])|逐(?![步渐条项])")
_PLURAL = re.compile("各|每|所有|全|都|一律|均|几|些|们|挨|逐|统|俩|两|三|多|凡|一[个户家村]一|边|批|通通|([一-鿿])\\1")
_SOME = re.compile("(?<!哪)[0-9一两二三四五六七八九十几俩仨]+个?(村(?![务民级口])|社区|小区|片区|院落|屯|寨|组)")
_COUNTED = re.compile("[0-9一两二三四五六七八九十几数]|部分|个别|有关|相关|其中|{{")
_EARLIER = re.compile("去年|上年|前年|上一年|往年")
_BEFORE = re.compile("去年|上年|前年|上一年|往年|以往|此前|历年|原|曾|前|旧")
_ITEM = re.compile(
    "(?:、|(?<=[一-鿿])(?<![涉参普危波触顾不以])[及和与](?!其|时|之|相|前|后))(?P<item>[一-鿿]{2,4}?)(?=[、及和与，。；]|等|(?:的|进行|开展|予以|作|加以))"
)
_TERM = re.compile(
    "(?:法定|规定|承诺|限定|答复)的?(?:时限|期限|时间)(?:之?内)?|期限内|时限内|按[期时](?=[办答回完公发报])"
)
_TIMED = re.compile("[期限时天日月周]|提前|赶|快|早|晚|拖|误|超|快")
_CLAUSE = re.compile("[，。；！？\n]")
_STOCK = re.compile("予以|就此|并就|统筹|进一步|继续|我[镇乡街]|具体|主要|将|从")
"""How a clause begins that only rounds off the one before it."""
_NO = re.compile("(?<![若如])未(?!来|成年)|无(?!障碍|关|论|偿|需|须)|没有|并非|不再|不予|不得")


def lost_denial(claim: Claim) -> Iterator[Unproved]:
    """Yield a sentence without a word of want whose notes have one, and a denial where they have none."""
    text, note = plain(claim.text), plain(claim.note)
    if claim.kind != "plan" and denies(note) and not complains(text) and not _left_out(note, text):
        yield _whole(claim)
    found = _NO.search(text)
    if found and note and not complains(note):
        yield Unproved(*found.span(), claim.text[found.start() : found.end()])


def _left_out(note: str, text: str) -> bool:
    """Return whether what is denied is an aside of the notes of which the sentence tells nothing: 风吹不走."""
    parts = [part for part in _CLAUSE.split(note) if part]
    denied = [part for part in parts if denies(part)]
    told = [part for part in parts if part not in denied]
    said = [part for part in _CLAUSE.split(text) if part]
    if any(shared(part, text) or shared(text, part) for part in denied):
        return False
    return all(any(shared(one, part) or shared(part, one) for part in told) for one in said)


def lost_plan(claim: Claim) -> Iterator[Unproved]:
    """Yield a sentence that does not say of a plan that it is one."""
    if claim.kind != "plan" and is_planned(claim.note) and not is_intended(claim.text):
        yield _whole(claim)


def lost_year(claim: Claim) -> Iterator[Unproved]:
    """Yield a sentence that does not say that what it tells is of an earlier year."""
    if _EARLIER.search(claim.note) and not _BEFORE.search(claim.text):
        yield _whole(claim)


def whole_of_some(claim: Claim) -> Iterator[Unproved]:
    """Yield a word for each and all where the notes tell of one thing."""
    found = _ALL.search(plain(claim.text))
    if found and claim.note and not _PLURAL.search(claim.note):
        yield Unproved(*found.span(), claim.text[found.start() : found.end()])


def lost_some(claim: Claim) -> Iterator[Unproved]:
    """Yield a sentence about the places of the organ that names neither them nor how many its notes tell of: 两个村."""
    told = _SOME.search(plain(claim.note))
    if told and told[1] not in claim.text and not _COUNTED.search(claim.text):
        yield _whole(claim)


def listed_more(claim: Claim) -> Iterator[Unproved]:
    """Yield an item of a list of things that the notes do not list: 通知、文件及栏目 for 通知."""
    text, note = plain(claim.text), read_note(claim.note)
    for match in _ITEM.finditer(text):
        item = match["item"]
        told = note.says(item) or any(item[at : at + 2] in note.text for at in range(len(item) - 1))
        if (
            claim.note
            and not told
            and not any(note.says(word) for _, word in cut(item))
            and not _alike(item, note.text)
        ):
            yield Unproved(*match.span("item"), claim.text[slice(*match.span("item"))])


def _alike(item: str, note: str) -> bool:
    """Return whether a note has a character of an item as it stands."""
    return any(sign in note for sign in item)


def appended_stock(claim: Claim) -> Iterator[Unproved]:
    """Yield an added clause of words that assert nothing each and yet tell of something more: 并提出工作要求."""
    note, is_told = plain(claim.note), False
    is_single = len([part for part in _CLAUSE.split(note) if part]) == 1
    for clause in align(claim.text, claim.note, claim.own_names) if note else ():
        words = plain(claim.text)[clause.start : clause.end]
        if shared(words, note):
            is_told = True
        elif clause.appended or (is_told and is_single and not _STOCK.match(words)):
            yield Unproved(clause.start, clause.end, claim.text[clause.start : clause.end])


def lost_term(claim: Claim) -> Iterator[Unproved]:
    """Yield a term that was kept where the notes tell of no time at all."""
    found = _TERM.search(plain(claim.text))
    if found and claim.note and not _TIMED.search(claim.note):
        yield Unproved(*found.span(), claim.text[slice(*found.span())])


def _whole(claim: Claim) -> Unproved:
    return Unproved(0, len(claim.text), claim.text)


DOUBTS: tuple[Doubt, ...] = (
    dropped_actors,
    turned_actors,
    turned_heads,
    turned_clauses,
    lost_some,
    lost_denial,
    lost_plan,
    lost_year,
    whole_of_some,
    listed_more,
    lost_term,
    appended_stock,
    turned_words,
    other_quantities,
)


def doubts(claim: Claim) -> Iterator[Unproved]:
    """Yield all that is doubtful of a sentence beside its words."""
    for doubt in DOUBTS:
        yield from doubt(claim)
