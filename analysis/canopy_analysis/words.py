"""Every word of tables and figures in English and Chinese."""

from .study_words import STUDY_WORDS

WORDS = {
    **STUDY_WORDS,
    "measure": ("measure", "指标"), "unit": ("unit", "单位"), "baseline": ("baseline", "基准"),
    "policy": ("policy", "政策"), "difference": ("difference", "差异"), "percent": ("%", "%"),
    "interval": ("90 % interval", "90% 区间"), "verdict": ("verdict", "结论"),
    "cost_per_unit": ("net cost per unit gained (discounted)", "每单位收益净成本（贴现）"),
    "discounted": ("discounted", "贴现"), "value": ("value", "数值"), "year": ("year", "年份"),
    "up": ("clear up", "明显上升"), "down": ("clear down", "明显下降"),
    "open": ("cannot be told apart", "分不出高低"),
    "open_more": ("cannot be told apart (about {n} more seeds)",
                  "分不出高低（约需再加 {n} 个种子）"),
    "open_never": ("cannot be told apart (more seeds would hardly help)",
                   "分不出高低（增加种子帮助不大）"),
    "equal": ("cannot be told apart (equal in every pair)", "分不出高低（每对运行均相同）"),
    "luck": ("Intervals are luck of the draw under fixed assumptions.",
             "区间只是固定假设下抽样的运气。"),
    "joint": ("Verdicts hold jointly over the table (Holm, 10 %); an interval alone may miss zero "
              "without its verdict being clear. Seeds needed: for 80 % power.",
              "结论对整张表同时成立（Holm 法，10%）；单个区间不含零，结论仍可能不明显。所需种子数按 80% 功效计。"),
    "horizon": ("Stocks and ratios: mean of {last}. Flows and money: sum of {period}.",
                "存量与比率：{last} 的均值。流量与金额：{period} 的合计。"),
    "pairs": ("{n} paired seeds ({seeds})", "{n} 个配对种子（{seeds}）"),
    "net_cost": ("Net public cost (levers, policy less baseline)", "净公共成本（杠杆，政策减基准）"),
    "cost_note": ("Public cost per unit gained = (lever cost of the policy - lever cost of the baseline) / "
                  "gain over {period}; discounted at 3 % a year to {start}. No ratio where the effect "
                  "cannot be told from zero or is a loss.",
                  "每单位收益的公共成本 =（政策杠杆成本 - 基准杠杆成本）/ 收益，期间 {period}；按每年 3% 贴现到 {start}。"
                  "效果与零分不开或为损失时不给比值。"),
    "cost_outside": ("Besides, {amount} million yuan of lever cost fall after the period and are not in it.",
                     "此外，期间之后还有 {amount} 百万元杠杆成本，未计入。"),
    "moved_over": ("Gains in enterprises leave out those that moved over from the rest of the city, gains in jobs those "
                   "filled by people who commute in, or no longer out.",
                   "市场主体的收益不含从本市其他地区迁入的；就业的收益不含由区外通勤流入者或不再外出通勤者填补的岗位。"),
    "lever": ("lever", "杠杆"), "uses": ("uses (difference)", "使用量（差异）"),
    "cost_by_lever": ("Public cost by lever", "各杠杆的公共成本"),
    "main_table": ("Main table", "主表"), "further_table": ("Further measures", "其他指标"),
    "judgement_table": ("Verdicts when judgement parameters are at low and high",
                        "判断参数取低值与高值时的结论"),
    "parameter": ("parameter", "参数"), "survives": ("survives all", "全部成立"),
    "yes": ("yes", "是"), "no": ("no", "否"), "central": ("central", "中值"),
    "low": ("low", "低"), "high": ("high", "高"), "missing": ("not run", "未运行"),
    "summary": ("Summary over policies (difference from the baseline)", "各政策汇总（与基准之差）"),
    # finding
    "finding_head": ("{policy} against {base}, {n} paired seeds, {first} to {last}.",
                     "{policy}，与{base}相比，{n} 个配对种子，{first} 至 {last}。"),
    "finding_up": ("Clearly higher: {items}.", "明显上升：{items}。"),
    "finding_down": ("Clearly lower: {items}.", "明显下降：{items}。"),
    "finding_none": ("No measure of the table can be told apart from the baseline.",
                     "表中没有任何指标能与基准分出高低。"),
    "finding_open": ("Cannot be told apart: {items}.", "分不出高低：{items}。"),
    "finding_term_down": ("Of the unit cost, {term} falls most ({amount} yuan per 100 yuan of revenue).",
                     "单位成本中{term}下降最多（每百元收入 {amount} 元）。"),
    "finding_term_up": ("Of the unit cost, {term} rises most ({amount} yuan per 100 yuan of revenue).",
                        "单位成本中{term}上升最多（每百元收入 {amount} 元）。"),
    "finding_cost": ("The levers cost {cost} million yuan more than the baseline's ({discounted} discounted).",
                     "杠杆比基准多花 {cost} 百万元（贴现后 {discounted}）。"),
    # figures
    "fig_developer": ("The state developer: {policy} (policy) beside {base} (baseline)",
                      "开发公司：{policy}（政策）与 {base}（基准）"),
    "fig_residents": ("Residents, official counts and senses: {policy} (policy) beside {base} (baseline)",
                      "居民：官方统计与感受——{policy}（政策）与 {base}（基准）"),
    "fig_invited": ("Invited projects: {policy} (policy) beside {base} (baseline)",
                    "招商项目：{policy}（政策）与 {base}（基准）"),
    "lost_by_reason": ("lost to other places a year, by what weighed most",
                       "每年落户他处的项目，按最主要原因"),
    "fig_yearly_note": ("Years; lines: means over seeds, bands: least to most seed. Luck of the draw under fixed "
                        "assumptions.", "逐年；线为各种子均值，带为最小至最大。区间只反映固定假设下的抽样运气。"),
    "billion_yuan": ("billion yuan", "十亿元"),
    "fig_time": ("Difference over time: {policy} less {base}", "逐月差异：{policy} 减 {base}"),
    "fig_time_note": ("Line: mean of paired differences; band: 90 %. Flows are summed from the start of "
                      "the policy. Shaded: policy period.",
                      "线：配对差异均值；带：90%。流量自政策开始起累计。阴影：政策期。"),
    "cumulative": ("cumulative", "累计"), "period": ("policy period", "政策期"),
    "fig_cost": ("Unit cost by term: {policy} less {base}", "单位成本构成：{policy} 减 {base}"),
    "fig_cost_axis": ("yuan per 100 yuan of revenue, last 12 months", "元/百元收入，末 12 个月"),
    "total": ("Total", "合计"), "base_level": ("baseline", "基准"),
    "fig_tiers": ("Links by tier: {policy} and {base}", "各层级链接数：{policy} 与 {base}"),
    "fig_tiers_note": ("Numbers of links at month end; bands: 5-95 % of runs.",
                       "月末链接数；带：各运行的 5–95%。"),
    "fig_supply": ("Local supply: {policy} and {base}", "本地配套：{policy} 与 {base}"),
    "fig_supply_axis": ("local supply ratio, %, last 12 months", "本地配套率，%，末 12 个月"),
    "by_sector": ("by sector", "按行业"), "by_ring": ("by ring", "按圈层"),
    "fig_moves": ("Moves between places: {base} and what {policy} changes",
                  "地区间搬迁：{base} 及 {policy} 的改变"),
    "fig_moves_note": ("Enterprises a run over {period}, mean of {n} pairs; * differs clearly (90 %, each cell alone).",
                       "{period} 每次运行的企业数，{n} 对均值；* 为单格明显不同（90%）。"),
    "no_moves": ("none in any cell", "各格均为零"),
    "from": ("from", "从"), "to": ("to", "到"), "change": ("difference", "差异"),
    "fig_fates": ("Who gained and lost under {policy}, against {base}", "谁得谁失：{policy} 与 {base} 相比"),
    "fig_fates_note": ("The same enterprises under the same luck, {month}; {source}.",
                       "同一批企业、同样的运气，{month}；{source}。"),
    "fate_snapshot": ("all enterprises of {n} pair(s)", "{n} 对运行的全部企业"),
    "fate_panel": ("the 2 % panel of {n} pairs", "{n} 对运行的 2% 样本"),
    "gained": ("revenue up > 1 %", "收入升 > 1%"), "same": ("about the same", "基本不变"),
    "shrank": ("revenue down > 1 %", "收入降 > 1%"), "saved": ("saved", "挽留"),
    "lost": ("lost", "失去"), "upgraded": ("upgraded", "升级"), "downgraded": ("missed upgrade", "未升级"),
    "survivors": ("survivors in both, %", "两种情景均存活，%"), "workers": ("workers", "人数"),
    "per_thousand": ("per 1,000 enterprises", "每千家企业"),
    "revenue_change": ("change of revenue of survivors, %: median, quarter to three quarters",
                       "存活企业收入变化，%：中位数与四分位"),
    "nothing": ("These run files hold nothing to draw here:\n{reason}", "运行文件中没有可画的内容：\n{reason}"),
    # patterns
    "pattern": ("pattern", "规律"), "band": ("5-95 % of runs", "各运行 5–95%"),
    "accepted": ("accepted", "接受范围"), "inside": ("inside", "在内"), "outside": ("outside", "在外"),
    "result": ("result", "结果"), "class": ("class", "类别"),
    "by construction": ("by construction", "设定"), "fitted": ("fitted", "拟合"),
    "emergent": ("emergent", "涌现"), "hard": ("hard", "硬"), "soft": ("soft", "软"),
    "not_measurable": ("not measurable from these files, because {reason}", "无法由这些文件测得，因为{reason}"),
    "count": ("{inside} of {n} inside", "{n} 条中 {inside} 条在内"),
    "n_runs": ("{n} runs", "{n} 次运行"),
    "drift_start": ("January 2023", "2023年1月"), "drift_year_1": ("December 2023", "2023年12月"),
    "drift_year_2": ("December 2024", "2024年12月"), "settled": ("settled", "平稳"), "drifts": ("drifts", "漂移"),
    "drift_runs": ("runs alone", "单次运行"),
    "drift_rule": ("The start is settled where the first year moves an aggregate (mean of the runs) by no more than "
                   "twice what the second does, or by 1 %.",
                   "第一年变动（各运行均值）不超过第二年的两倍或水平的 1%，即视为期初平稳。"),
    "drift_count": ("{inside} of {n} aggregates settled", "{n} 项总量中 {inside} 项平稳"),
    # levers
    "aim": ("aim", "目标"), "effect": ("effect", "效果"), "months": ("months", "月数"),
    "cost": ("cost, million yuan", "成本，百万元"), "pairs_short": ("pairs", "对数"),
    "as_declared": ("clear as declared", "与声明一致且明显"), "against": ("clear against", "明显相反"),
    "twice": ("at twice the limit", "限额加倍时"), "not_lower": ("not clearly lower", "不明显更低"),
    "lower": ("clearly lower", "明显更低"), "no_runs": ("no runs", "无运行"),
    "lever_note": ("Each lever stands alone: 90 % Student t intervals of the paired difference at the declared "
                   "horizon; the joint p-value over all levers is in the CSV.",
                   "每个杠杆单独检验：声明时限处配对差异的 90% t 区间；全部杠杆的联合 p 值见 CSV。"),
    "calibrated": ("calibrated", "校准值"),
    "met_target": ("{output} ({name}) then is {target}; a straight response foresees {share} % of its variance.",
                   "此时{output}（{name}）为 {target}；线性响应解释其方差的 {share} %。"),
    "sense": ("sense", "感受"), "effect_thousandths": ("effect, thousandths", "效果，千分之一"),
    "per_ten_million": ("per 10 million yuan", "每千万元"),
    "senses_note": ("Scales of 0 to 1. Gain is the mean of the first year against that year's cost; happiness and "
                    "security are means of the second year against the cost of both. Only clear effects of each "
                    "lever alone, the cheapest first; all are in the CSV.",
                    "量表为 0 至 1。获得感取首年均值及首年成本；幸福感与安全感取第二年均值及两年成本。仅列单项杠杆的明显效果，按"
                    "单位成本由低到高；全部结果见 CSV。"),
    "year_1": ("first year", "第一年"), "year_2": ("second year", "第二年"),
    "retention_note": ("Sums over the first and the second twelve months after each lever's start, less the baseline's; "
                       "· = the interval holds zero.",
                       "各杠杆启动后第一、第二个十二个月的合计与基准之差；· 表示区间含零。"),
    "attribution_title": ("What each system adds to the plan's effect", "各体系对规划效果的贡献"),
    "attribution_note": ("Shapley values over the 16 combinations of the four systems on paired seeds: a system's mean "
                         "contribution over all orders in which the systems can be added; the four add up to the "
                         "whole plan. Brackets: 90 % Student t intervals; ↑ ↓ clear jointly within a column (Holm).",
                         "在相同种子上对四大体系的16种组合求沙普利值：某体系在所有加入次序下的平均贡献，四者之和等于"
                         "整个规划的效果。方括号为90% t区间；↑ ↓ 为同列联合检验（Holm）后明确。"),
    "whole_plan": ("whole plan", "整个规划"), "fig_attribution_axis": ("% of the baseline", "占基准的%"),
    "system_open": ("Open", "开放型"), "system_efficient": ("Efficient", "高效型"),
    "system_professional": ("Professional", "专业型"), "system_friendly": ("Friendly", "友好型"),
    # diff and info
    "diff_equal": ("equal: every result is the same byte for byte", "相同：所有结果逐字节一致"),
    "variable": ("variable", "变量"), "first_month": ("first month", "首个月份"),
    "largest": ("largest difference", "最大差异"), "differs_how": ("what", "内容"),
    "only_in": ("only in {file}", "仅在 {file}"), "shape": ("rows differ", "行数不同"),
    "values": ("values", "数值"), "type": ("types differ", "类型不同"),
    "count_differ": ("{n} of {total} variables differ", "{total} 个变量中 {n} 个不同"),
    "partial_year": ("* months recorded: {months}", "* 记录的月份：{months}"),
}

# unit: (scale from the file's unit, English, Chinese)
UNITS = {
    "enterprise": (1, "enterprises", "家"), "person": (1, "persons", "人"), "link": (1, "links", "条"),
    "project": (1, "projects", "个"), "yuan": (1e-6, "million yuan", "百万元"),
    "yuan_month": (1, "yuan a month", "元/月"), "share": (100, "%", "%"), "index": (1, "1", "1"),
    "per_100_yuan": (1, "yuan per 100 yuan", "元/百元"), "month": (1, "months", "个月"),
}
# what one unit of gain is called beside its price
PER = {
    "enterprise": ("enterprise", "家"), "person": ("person", "人"), "link": ("link", "条"),
    "project": ("project", "个"), "yuan": ("yuan", "元"), "yuan_month": ("yuan a month", "元/月"),
    "share": ("percentage point", "百分点"), "index": ("unit", "单位"),
    "per_100_yuan": ("point of unit cost", "单位成本点"), "month": ("month", "月"),
}


def say(lang, key, **values):
    """Return a word or sentence in `lang`, with its values filled in."""
    return WORDS[key][lang == "zh"].format(**values)


def shown_unit(unit, lang):
    """Return (scale, name) under which values of a unit are shown."""
    scale, english, chinese = UNITS.get(unit, (1, unit, unit))
    return scale, chinese if lang == "zh" else english


def per_unit(unit, lang):
    """Return (size, name): what one unit of gain is, in the file's unit, and its name."""
    english, chinese = PER.get(unit, (unit, unit))
    return (0.01 if unit == "share" else 1), chinese if lang == "zh" else english
