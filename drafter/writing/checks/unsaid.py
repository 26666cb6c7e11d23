"""What the notes deny or complain of, and the sentence leaves out: a complaint told as order, 还没装 told as 装设."""

import re
from collections.abc import Iterator

from drafter.writing.checks.claim_words import clause_at, shared
from drafter.writing.checks.plans import is_intended
from drafter.writing.checks.register import plain, read_note
from drafter.writing.checks.verdict import Claim, Violation

_DENIAL = re.compile(
    "没(?!收(?![到过费申钱着件取信])|超|落下|耽|误|漏|断|停|变|错|拖|少|忘|丢)|不(?![断仅但止妨管论光锈少错差赖误准让许])|未(?![来成])|无(?![论需须偿障疑锡人线纸])|别(?![的人家处])|缺|难(?!答|点)"
)
_ASKED = re.compile(
    "([一-鿿])[没不]\\1|[谁哪]个?[没不][^，。]{1,3}|不能(?=[乱少漏错]|马虎)|有没有|差不多|不少|没说的|能不能|[没不][^，。；]{1,6}(?:不行|不准|不能|不得|不许|不让|不给|不算|不发)"
)
_SETTLED = re.compile(
    "[改修补换撤删调办弄搞做清更增加添设挪搬移催教帮请让叫答回贴登记列建定管查核转]了|了$|了[，。]|已|现在|这回|才|就|再|重新|后来|后|得|要|想|打算|准备|计划|拟|将"
    "|下一?步|下回|今后|往后|以后|明年|争取|正在|还在|不了了|[改修补换撤删更增加添]|不?能|不准|不许|不让|先|不再|不用|不收|不对外|不上网|除了|没有?被"
)
_COMPLAINT = re.compile(
    "不|未|无|没|难|非|欠|缺|少|弱|慢|低|差|滞|迟|拖|误|漏|错|乱|旧|破|坏|损|失|断|空|仅|只|尚|仍|有待|亟|待|需|短板|困|兼|单一|有限|紧|较小|偏|过于|过[高低长短细多]|生硬|随意|枯燥|模糊|推诿|频繁|停|影响|妨碍|干扰|瓶颈|薄|退|撤|改|免|除|绝|杜|否"
)
_GOOD = re.compile(
    "基本(?=规范|到位|齐全|及时|准确|满意|完整|清楚)|总体(?=规范|良好|较好|平稳|满意|顺畅)|有序|顺畅|良好|较好|稳定|齐全|规范(?!性|化)|满意|理解(?=和|与|，|。)"
    "|通俗|便于|易于|贴近|专职|专人|及时|准确|清晰|到位|健全|充足|丰富|认可|支持|虚心|熟练|熟悉|畅通|正常|方便|美观|整齐|完好|一致|重视"
)
_HEDGED = re.compile("不|未|没|无|难|欠|有待|亟|待|需|缺|少|非|差|弱|有限|拟|将|计划")
_PENDING = re.compile("(?:还|尚|仍|暂)(?:没|未)|没来得及|没顾上|没轮到|等着(?!要)|没弄[完好]|没动手")
_OPEN = re.compile("未|没|尚|仍|拟|将|计划|待|正|筹|准备|打算|下一步|今后|不|无|难|空|缺|滞|延")
_PART = re.compile("[，。；！？\n]")
_AMISS = re.compile("坏|旧了|破|缺|漏(?!洞)|错|乱|慢|停了|卡|嫌|[太忒老]|没|不|小了?$|难|看不|反光|脱节|晚|停了")
_MENDED = re.compile(
    "修|换|改|补|调|好了|弄|恢复|处理|解决|重|撤|删|加|整|拾掇|挪|又|后来|后头|现在|这回|已|就|了[，。]?[^，。]*了|再|才|搞|做|清|退|追|立|转|教|催|让|请|找|搬|减|简|设|添|建|办|增|合|并|划|归|关|标|先|给"
    "|打算|[要得想]|准备|计划|下|往后|以后|今后|明年|争取"
)
_REMEDY = re.compile(
    "(?:[现均并]?已(?:经|予以?|进行|完成|作了?|及时|全部)?|随即|当[天场日即]|及时)[^，。；]{0,4}?"
    "(?:修复|更换|整改|改正|调整|补齐|补录|恢复|解决|完善|更正|处理|优化|简化|改进|整治|更新|纠正|消除|改善|清理|落实)"
    "|(?:修复|更换|整改|改正|调整|补齐|补录|恢复|解决|更正|优化|简化|整治|纠正|消除|改善)(?:了|完毕|到位|一新)"
)
_UNMENDED = "引用的材料只说了问题，没有说已经解决，请照材料写。"
_NEAR = 3
_TURNED = "引用的材料说的是不足或没有，句子里没有写出来，意思反了，请照材料写。"
_UNDONE = "引用的材料写的是还没做，句子写成了做了，请写“尚未”或“拟”。"


def denies(note: str) -> bool:
    """Return whether notes deny or complain of anything; to ask is neither (贴没贴)."""
    return _DENIAL.search(_ASKED.sub("", note)) is not None


def complains(text: str) -> bool:
    """Return whether a text has any word of want, denial or fault."""
    return _COMPLAINT.search(text) is not None


def check_complaint(claim: Claim) -> Iterator[Violation]:
    """Yield a sentence without any word of want or denial, whose notes do nothing but deny or complain."""
    note, text = plain(claim.note), plain(claim.text)
    if claim.kind == "plan" or not denies(note) or _SETTLED.search(note) or complains(text) or is_intended(text):
        return
    parts = [(denies(part), shared(part, text) or shared(text, part)) for part in _PART.split(note) if part]
    if (False, True) in parts and (True, True) not in parts:
        return
    yield Violation("polarity", 0, len(text), claim.text, _TURNED)


def check_praise(claim: Claim) -> Iterator[Violation]:
    """Yield a good word of the sentence where the notes only complain: 基本规范, 总体满意, 配有专职人员."""
    note, text = plain(claim.note), plain(claim.text)
    if claim.kind == "plan" or not denies(note) or _SETTLED.search(note):
        return
    told = read_note(note)
    for found in _GOOD.finditer(text):
        if not told.says(found.group()) and not _HEDGED.search(clause_at(text, found.start())):
            yield Violation("polarity", *found.span(), found.group(), _TURNED)


def check_pending(claim: Claim) -> Iterator[Violation]:
    """Yield a sentence that tells as done what its notes say is not done yet."""
    if claim.kind != "plan" and _PENDING.search(claim.note) and not _OPEN.search(claim.text):
        yield Violation("plan-done", 0, len(claim.text), claim.text, _UNDONE)


def check_solved(claim: Claim) -> Iterator[Violation]:
    """Yield a remedy told as done of what the notes only complain of: 喇叭已修复 for 喇叭坏了."""
    note, text = plain(claim.note), plain(claim.text)
    if claim.kind == "plan" or not _AMISS.search(note) or _MENDED.search(note):
        return
    for match in _REMEDY.finditer(text):
        if not _HEDGED.search(text[max(0, match.start() - _NEAR) : match.start()]) and match[0] not in note:
            yield Violation("polarity", *match.span(), claim.text[slice(*match.span())], _UNMENDED)
