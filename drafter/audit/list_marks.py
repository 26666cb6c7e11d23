"""How a list of parts begins behind its total: 其中, 包括, 分别为, a bracket, 按渠道分, a colon, or a comma alone."""

import re

VIEW = re.compile("(?:从|按照?|分)(?!期|时)[^，。；]{1,10}?(?:看|来看|分|划分|分类|统计)[，：]")
_N = "(?:\\d+|[一二三四五六七八九十百千两]+)"
MARK = re.compile(
    "(?P<among>其中[，：]?(?:包括|包含|含|有)?)"
    "|(?P<lists>(?:内容|具体|范围|信息)?(?:包括了?|包含了?|涵盖了?|囊括了?|含有|(?<![包蕴内隐])含(?!义|量|金))[：]?)"
    "|(?P<each>分别(?:为|是|来自|通过|在|由)?|具体为[：]?|由(?=[^。；]{4,80}(?:组成|构成)))"
    "|(?P<within>(?<=[条件篇份次期场个人名户元])(?:当中|之中|里面|中|里)[，：])"
    "|(?P<paren>（(?!其中|包括|含))"
    f"|(?P<view>{VIEW.pattern})"
    "|(?P<plain>，(?!其中|包括)(?=(?:通过|在)?(?:[^，。；、]{0,8})(?:网站|平台|公众号|微信|新媒体|公开栏|公示栏|渠道|线上)))"
    rf"|(?P<bare>，(?=[一-鿿“”]{{2,12}}?{_N}[条篇件份次场][、，；][一-鿿“”]{{2,12}}?{_N}[条篇件份次场][、，；。]))"
    rf"|(?P<colon>：(?=[^，。；、：\d]{{2,12}}?{_N}[条件篇份次场]))"
    "|(?P<sum>(?:合计|共计|总计)[公开发布政府务信息主动]{0,8}(?=[\\d一二三四五六七八九十百千两]+[条篇件次份场]))"
)
_THINGS = "(?:的?(?:各类|公开|政府|政务)*(?:信息|申请|稿件|文件|公文|材料|意见)?)"
BETWEEN = {
    "paren": re.compile(""),
    "plain": re.compile(_THINGS),
    "bare": re.compile(_THINGS),
    # 210条信息的构成是：, 5件都在法定期限内答复：
    "colon": re.compile(f"{_THINGS}(?:，具体)?[^，。；：0-9]{{0,16}}"),
}
"""What may stand between a total and its list."""
FEWEST = {"paren": 2, "plain": 2, "view": 2, "bare": 2, "colon": 2, "within": 2}
"""How many parts each kind of list must have to be one."""
