"""Who shares a fingerprint with whom, in flat arrays: the memory of a posting is nine bytes, whatever the texts.

A fingerprint that few texts have links each of them with all others. One that many have (a turn of speech, or a text
that hundreds copied) links each with the next few only: copies of one text stand in the same order in all of its
postings, so that each still finds its neighbours there with all that they share.
"""

from array import array
from collections import Counter
from collections.abc import Iterable

REACH, MANY, REACH_OF_MANY = 64, 200, 4
_BUCKETS = 16
_UNEVEN = 8
"""The lowest bits of sampled hashes are alike: buckets go by higher ones."""
_SHIFT = 24
MOST_TEXTS = 1 << _SHIFT


class Postings:
    """The texts of every fingerprint that at least two of them have."""

    def __init__(self, fingerprints: Iterable[set[int]]) -> None:
        self._texts, self._reach = array("I"), bytearray()
        self.sizes = array("I")
        buckets = [array("Q") for _ in range(_BUCKETS)]
        for text, numbers in enumerate(fingerprints):
            self.sizes.append(len(numbers))
            for number in numbers:
                buckets[number >> _UNEVEN & _BUCKETS - 1].append(number << _SHIFT | text)
        while buckets:
            self._add(sorted(buckets.pop()))
        self._starts, self._places = self._by_text()

    def later(self, text: int) -> Counter[int]:
        """Return how many fingerprints a text shares with later texts it is linked with."""
        counts: Counter[int] = Counter()
        texts, reach = self._texts, self._reach
        for place in self._places[self._starts[text] : self._starts[text + 1]]:
            counts.update(texts[place + 1 : place + 1 + reach[place]])
        return counts

    def _add(self, values: list[int]) -> None:
        """Add the postings of a bucket, sorted by fingerprint and text; what one text alone has is left out."""
        start, mask = 0, MOST_TEXTS - 1
        for end in range(1, len(values) + 1):
            if end < len(values) and values[end] >> _SHIFT == values[start] >> _SHIFT:
                continue
            if end - start > 1:
                self._texts.extend([value & mask for value in values[start:end]])
                most = REACH if end - start <= MANY else REACH_OF_MANY
                self._reach.extend([min(most, left) for left in range(end - start - 1, -1, -1)])
            start = end

    def _by_text(self) -> "tuple[array[int], array[int]]":
        """Return where the postings of each text stand: `places[starts[text]:starts[text + 1]]`."""
        counts = Counter(self._texts)
        starts, total = array("I", [0]), 0
        for text in range(len(self.sizes)):
            total += counts[text]
            starts.append(total)
        following, places = array("I", starts), array("I", bytes(4 * total))
        for place, text in enumerate(self._texts):
            places[following[text]] = place
            following[text] += 1
        return starts, places
