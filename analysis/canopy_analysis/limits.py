"""What a report does not know; it cannot be switched off."""

LIMITS = (
    ("The model ranks policies and gives signs and ranges of effects. It is no forecast of a year.",
     "模型用于比较政策，给出效果的方向和范围，不是对某一年的预测。"),
    ("Intervals are luck of the draw under fixed assumptions. They hold nothing of the doubt about "
     "parameters, equations or data; --judgement shows how verdicts answer to some of it.",
     "区间只是固定假设下抽样的运气，不含参数、方程和数据本身的不确定；--judgement 显示结论对其中一部分的反应。"),
    ("Verdicts hold jointly over one table, not over several tables, policies or reports.",
     "结论在一张表内同时成立，对多张表、多个政策或多份报告则不然。"),
    ("\"Cannot be told apart\" does not mean that there is no effect.",
     "“分不出高低”不等于没有效果。"),
    ("Public cost is what the budget pays for levers. Taxes that come back, what developer or fund carry "
     "on their balance sheets, and firms' own effort are not in it.",
     "公共成本是财政为杠杆支付的部分，不含回流的税收、开发商与基金资产负债表上的支出以及企业自身的投入。"),
    ("Gains are counted inside the zone. What the rest of the city or other regions lose to it is left out, "
     "but for enterprises that moved over from the rest of the city.",
     "收益只在园区内计算。除从本市其他地区迁入的企业外，本市和其他地区因此的损失没有扣除。"),
    ("Effects after the last month are not seen; a policy whose benefits come late looks worse than it is.",
     "末月之后的效果看不到；见效慢的政策会显得比实际差。"),
    ("Enterprises are synthetic, drawn to agree with public counts. None is a real firm.",
     "企业是按公开统计数合成的，没有一家是真实企业。"),
)
SHRUNK = ("The runs were made at scale {scale}: levels are not those of the zone, and effects that hang on "
          "the number of enterprises may differ.",
          "这些运行的规模为 {scale}：水平不代表园区，与企业数有关的效果可能不同。")


def limits(scale, lang):
    """Return the limits as numbered lines; `scale` is the runs' size against the zone."""
    lines = [text[lang == "zh"] for text in LIMITS]
    if scale != 1:
        lines.append(SHRUNK[lang == "zh"].format(scale=scale))
    return "\n".join(f"{i}. {line}" for i, line in enumerate(lines, 1)) + "\n"
