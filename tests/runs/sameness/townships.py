"""Twelve siblings of one county, each with notes of its own; and narratives made of any sentences."""

from collections.abc import Sequence
from dataclasses import replace

from drafter.dossier.model import Dossier, Note, Problem
from drafter.runs.sameness.narrative import Narrative, Passage
from tests.sample import ORGAN, dossier

ASPECTS = ("主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障")

NOTES: dict[str, tuple[str, ...]] = {
    "青石镇": (
        "汛期通过村村响广播滚动播报水库泄洪信息46次",
        "申请人查询宅基地确权档案时由自然资源所当面说明查档办法",
        "把历年征地补偿文件逐份扫描编号存入档案室",
        "在集镇农贸市场门口立起双面公开栏",
        "镇纪委抽查了9个村的低保公示照片",
    ),
    "柳湾乡": (
        "春耕前把良种补贴面积张贴到每个村民小组",
        "答复一件养殖用地申请前征询了畜牧站的书面意见",
        "给每份红头文件附上公开属性审核单",
        "乡里的微信小程序上线了采茶工价查询",
        "邀请5名退休教师旁听公开事项清单讨论会",
    ),
    "枫桥镇": (
        "古桥修缮方案连同专家评审意见全文挂网",
        "窗口备好了放大镜和大字版申请表供老年人使用",
        "停用的旅游推介账号在网信办办了注销手续",
        "游客中心触摸屏增设停车位收费标准页面",
        "旅游旺季前对讲解员开展信息发布口径培训",
    ),
    "北营街道": (
        "老旧小区加装电梯的楼栋名单和补助标准上墙公示",
        "与辖区律师事务所约定疑难申请会商办法",
        "信息发布前核对身份证号码是否遮挡",
        "把12个社区的电子屏接入统一播控",
        "居民代表给公开栏打分并当场说明扣分理由",
    ),
    "沙河镇": (
        "砂石资源拍卖公告同步抄送沿河渔民合作社",
        "渔业码头申请材料改为上门收取",
        "清点出三份失效的禁渔通告并标注废止",
        "渔港值班室新装一块潮汐与公告两用显示屏",
        "水产站负责人参加了县里的答复文书评查",
    ),
    "高岭乡": (
        "大雪封山期间用摩托车把取暖补助名单送到3个高山自然村",
        "山区群众电话申请由驻村干部代填表格",
        "林权流转合同按林班号建立电子目录",
        "护林点木屋外墙改成了防火公告板",
        "乡人大代表视察了护林员补助公示情况",
    ),
    "双塔街道": (
        "商圈夜市摊位抽签过程全程直播",
        "对涉及商户隐私的租金申请作了区分处理",
        "拆迁协议涂黑处理后再行公开",
        "地铁出口便民亭摆放政策折页",
        "商会秘书长受聘担任公开监督员",
    ),
    "石磨镇": (
        "豆制品小作坊检查结果按周公布在镇区广场",
        "一名在外务工人员通过邮件取得了新农合缴费记录说明",
        "统一了村级财务公开表的科目名称",
        "镇中学围墙改造成教育收费公示墙",
        "审计组反馈的公示缺项在一个月内补齐",
    ),
    "云台乡": (
        "中药材收购指导价逢圩日更新在圩场木牌上",
        "为一位视力障碍申请人录制了语音答复",
        "卫生院药品目录改由药剂师初审后发布",
        "村医微信群成为慢病用药信息的固定发布点",
        "请县档案馆讲授了文书立卷课",
    ),
    "长堤镇": (
        "堤防除险加固的施工扰民时段提前告知沿线住户",
        "涉及水利工程概算的申请转请县水利局一并答复",
        "防汛物资台账与仓库实物逐项对上",
        "堤顶公路护栏挂出公交改线示意图",
        "镇长接听政务热线时解答了征迁补偿疑问",
    ),
    "新棉镇": (
        "采棉机作业补贴核验照片按地块公布",
        "纺织园区企业查询环评批复由专人陪同阅卷",
        "园区招聘信息撤下过期岗位",
        "厂区食堂电视播放工伤保险办事流程",
        "工会代表列席了年度公开计划讨论",
    ),
    "雁鸣乡": (
        "湿地候鸟禁捕区边界图印在渔船证背面",
        "观鸟协会索取的水位数据制成表格一次提供",
        "候鸟监测影像注明拍摄单位后归入资料库",
        "观鸟栈道二维码可查禁捕区划定依据",
        "湿地管护员互查了各自片区的告示牌",
    ),
}


def sibling(name: str, notes: Sequence[str] | None = None) -> Dossier:
    """Return the dossier of a township of the county, with its own notes or those that are given."""
    texts = NOTES[name] if notes is None else notes
    level = "街道" if name.endswith("街道") else name[-1]
    tail = "办事处" if level == "街道" else "人民政府"
    organ = replace(ORGAN, name=f"{name}{tail}", short=name, level=level)
    given = tuple(Note(f"N{n:02d}", ASPECTS[n % 5], text) for n, text in enumerate(texts))
    problem = Problem("P1", f"{texts[0][:6]}之后的回访还没有做", f"安排人员对{texts[-1][:8]}的使用情况走访")
    return dossier(organ=organ, notes=given, problems=(problem,), last_problems=(), prior=None)


def narrative(key: str, sentences: Sequence[str], section: str = "overview", names: tuple[str, ...] = ()) -> Narrative:
    """Return a narrative of one section."""
    passages = tuple(Passage(f"{section}.{n}", section, text) for n, text in enumerate(sentences, start=1))
    return Narrative(key, names, passages)
