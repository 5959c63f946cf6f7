"""Every word of the analyses of studies in English and Chinese."""

STUDY_WORDS = {
    "factor": ("factor", "因子"), "output": ("output", "输出"), "points": ("points", "点数"),
    # sensitivity
    "first": ("alone", "单独"), "in_all": ("in all", "合计"),
    "first_long": ("alone (first-order index)", "单独（一阶指数）"),
    "total_long": ("with its interactions (total index)", "含交互（总指数）"),
    "strength": ("mean absolute effect", "平均绝对效应"), "effect_mean": ("mean effect", "平均效应"),
    "bend": ("spread of effects", "效应离散度"),
    "sensitivity_title": ("What moves the outputs: {title}", "什么在影响输出：{title}"),
    "sensitivity_head": ("{output}{unit}: {points} points x {seeds} seeds, {design}",
                         "{output}{unit}：{points} 个点 × {seeds} 个种子，{design}"),
    "by_chaos": ("Shares of the variance that the factors explain, from a sparse polynomial of {terms} terms (OpenTURNS) "
                 "that foresees {foreseen} % of it; intervals 90 %: fitted anew on parts of the points, and what the "
                 "polynomial does not foresee is given to, and kept from, every factor.",
                 "因子所解释方差的份额，由 {terms} 项的稀疏多项式（OpenTURNS）得出，能预见其中 {foreseen}%；"
                 "90% 区间：在部分点上重新拟合，并把未能预见的部分分别给予和不给予各因子。"),
    "by_saltelli": ("Shares of the variance by Martinez's estimator (OpenTURNS) on {blocks} blocks; intervals 90 %, "
                    "asymptotic. Negative estimates are zero within their interval.",
                    "方差份额，用 Martinez 估计量（OpenTURNS），{blocks} 个块；90% 渐近区间。负估计在区间内即为零。"),
    "by_morris": ("Effect of the whole range of a factor in the output's unit, from {trajectories} trajectories; intervals "
                  "90 % by drawing trajectories again. A spread near or above the mean absolute effect means "
                  "interaction or curvature.",
                  "因子走完整个范围的效应，单位同输出，来自 {trajectories} 条轨迹；90% 区间由重抽轨迹得出。"
                  "离散度接近或超过平均绝对效应，表示有交互或弯曲。"),
    "luck_share": ("Luck of the draw makes up {share} % of the variance of the points' means over {n} seeds.",
                   "{n} 个种子均值的方差中，{share}% 是抽样的运气。"),
    "luck_unknown": ("One seed a point: luck of the draw cannot be told from the factors and hides in the intervals.",
                     "每点只有一个种子：无法区分运气与因子，运气隐含在区间内。"),
    "none_missing": ("No run is missing.", "没有缺失的运行。"),
    "rows_missing": ("{missing} of {total} runs are missing ({why}); {left} of {points} points are used. What is said holds "
                     "for these: if runs fail in a corner of the ranges, that corner is not in it.",
                     "{total} 次运行缺 {missing} 次（{why}），用了 {points} 个点中的 {left} 个。"
                     "结论只对这些点成立：若失败集中在范围的一角，则不含该角。"),
    "share_axis": ("share of the variance", "方差份额"),
    "effect_axis": ("effect of the whole range", "整个范围的效应"),
    "less": ("{scenario} less {base}", "{scenario} 减 {base}"),
    "written_to": ("table and figure in {out}", "图表在 {out}"),
    # frontier
    "point": ("point", "点"), "sure": ("unbeaten in redraws", "重抽中未被超越"),
    "more": ("more is better", "越多越好"), "less_is_better": ("less is better", "越少越好"),
    "frontier_title": ("Least cost for most effect: {title}", "以最低成本取得最大效果：{title}"),
    "frontier_head": ("{effect} ({aim}): {on} of {points} points are beaten by none",
                      "{effect}（{aim}）：{points} 个点中有 {on} 个未被超越"),
    "frontier_note": ("A point is beaten when another costs no more and does no less. Intervals 90 % from the seeds of all "
                      "points together; last column: share of redraws of luck in which nothing beats the point. "
                      "Unbeaten points are partly lucky ones: repeat those you choose, 1:1 and with other seeds.",
                      "若另一点成本不高而效果不低，则该点被超越。90% 区间由全部点的种子合并得出；末列为重抽运气后未被超越的比例。"
                      "未被超越的点多少有运气成分：选中的点应以 1:1、换种子重做。"),
    "frontier_one_seed": ("A point is beaten when another costs no more and does no less. One seed a point: how sure that is "
                          "cannot be told.",
                          "若另一点成本不高而效果不低，则该点被超越。每点只有一个种子，无法判断把握有多大。"),
    "frontier_figure_note": ("Bars: 90 % intervals. Numbers name points. Right: their factors, from the lowest (dark) to the "
                             "highest value (light).",
                             "线段：90% 区间。数字为点号。右：各点的因子取值，由低（深）到高（浅）。"),
    "beaten": ("beaten", "被超越"), "unbeaten": ("beaten by none", "未被超越"),
    "mostly_unbeaten": ("so in most redraws", "多数重抽中仍如此"),
    "by_rising_cost": ("points, by rising cost", "点号，按成本由低到高"),
    "what_they_do": ("What the unbeaten points do", "未被超越的点怎么做"),
}
