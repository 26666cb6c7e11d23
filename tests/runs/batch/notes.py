"""Notes by the number: what townships that have nothing in common could have done, for comparing many of them."""

import random
from functools import cache

from drafter.lexicon import load_lexicon
from drafter.resources import read_text

DEEDS = (
    *("开展", "组织", "整理", "公布", "更新", "编印", "张贴", "核对", "走访", "讲解", "登记", "汇总", "补齐", "检查"),
    *("发放", "清理", "装订", "上门答复", "逐户告知", "集中办理"),
)
UNITS = ("件", "份", "次", "处", "条")
ENDS = ("资料", "清单", "台账", "栏目", "事项", "目录", "窗口", "展板", "名册", "底册")
NOT_WORDS = (
    "不没无未非勿别莫第年月日时几多少半双各每全都亿万千百两零〇上下前后本该某我你他她它们的了着过将已曾"
    "县镇乡市村区厅局委办省州旗盟街帐等更密秘"
)


@cache
def words() -> tuple[str, ...]:
    """Return common words that hold no numeral and deny nothing."""
    lexicon = load_lexicon()
    left_out = {*lexicon.formal, *lexicon.loose, *NOT_WORDS}
    lines = read_text("schemas/lexicon/words.txt").splitlines()
    pairs = (line for line in lines if len(line) == 2 and not left_out & {*line})
    return tuple(pair for pair in pairs if not any(map(lexicon.is_numeral, pair)))


def note(chance: random.Random) -> str:
    """Return what a township did, by chance."""
    clauses = (f"{chance.choice(DEEDS)}{''.join(chance.choices(words(), k=3))}{chance.choice(ENDS)}" for _ in range(2))
    return f"{'，'.join(clauses)}{chance.randint(2, 90)}{chance.choice(UNITS)}。"


def notes(number: int, count: int) -> list[str]:
    """Return the notes of a township: always the same for its number."""
    chance = random.Random(number)  # noqa: S311 - repeatable text, no secret
    return [note(chance) for _ in range(count)]
