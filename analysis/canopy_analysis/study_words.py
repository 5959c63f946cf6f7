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
    "shrunk_study": ("The runs were made at scale {scale} of the zone: people and money are those of that part.",
                     "运行规模为园区的 {scale}：人数与金额只是这一部分的。"),
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
                      "Unbeaten points are partly lucky ones: repeat those of chosen.csv (a csv design) 1:1 and with other "
                      "seeds.",
                      "若另一点成本不高而效果不低，则该点被超越。90% 区间由全部点的种子合并得出；末列为重抽运气后未被超越的比例。"
                      "未被超越的点多少有运气成分：chosen.csv（可作 csv 设计）中的点应以 1:1、换种子重做。"),
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
    # scenario discovery
    "discover_title": ("When it fails: {title}", "何时失败：{title}"),
    "fails_at": ("It fails ({rule}) at {failing} of {points} points ({share}).",
                 "在 {points} 个点中有 {failing} 个失败（{rule}），占 {share}。"),
    "fails_when": ("It fails when {limits}: {density} {density_interval} of the points there fail, and they are {coverage} "
                   "{coverage_interval} of all failures.",
                   "当{limits}时失败：其中 {density} {density_interval} 的点失败，占全部失败的 {coverage} {coverage_interval}。"),
    "fails_also_when": ("It also fails when {limits}: {density} {density_interval} of the points there fail, and they are "
                        "{coverage} {coverage_interval} of all failures.",
                        "当{limits}时也失败：其中 {density} {density_interval} 的点失败，占全部失败的 {coverage} "
                        "{coverage_interval}。"),
    "no_box": ("No box of the factors holds mostly failures: what fails does not hang on a few limits, or luck decides.",
               "没有一个因子范围内以失败为主：失败与否不取决于少数界限，或由运气决定。"),
    "and_also": (" and ", "、"), "between": ("{factor} is between {low} and {high}", "{factor}在 {low} 与 {high} 之间"),
    "above": ("{factor} is above {value}", "{factor}高于 {value}"),
    "at_least": ("{factor} is at least {value}", "{factor}不低于 {value}"),
    "below": ("{factor} is not above {value}", "{factor}不高于 {value}"),
    "range": ("range", "范围"), "box": ("box {n}", "范围{n}"), "limited": ("limited in searches", "搜索中受限"),
    "discover_note": ("Brackets: 90 % (Wilson), the box taken as given. Last column: share of 200 searches on "
                      "half of the points that limit the factor.",
                      "方括号：90%（Wilson），范围视为给定。末列：200 次在半数点上的搜索中限制该因子的比例。"),
    "found_again": ("Judged on the half that a search did not see, {density} of the points in such boxes fail (everywhere: "
                    "{everywhere}), and they hold {coverage} of the failures.",
                    "用搜索未见过的另一半点检验：这类范围内 {density} 的点失败（全部点：{everywhere}），含全部失败的 {coverage}。"),
    "never_again": ("Searches on half of the points find no such box.", "在半数点上搜索，找不到这样的范围。"),
    "seeds_agree": ("A point fails when the mean over its seeds does; at {share} of the points the seeds do not agree.",
                    "点是否失败按种子均值判断；{share} 的点各种子不一致。"),
    "one_seed_fails": ("One seed a point: how much of it is luck cannot be told.", "每点只有一个种子，无法判断多少是运气。"),
    "discover_figure_note": ("It fails when {rule}. Dashed: limited by other factors too. Per cent: share of searches on half of the "
                             "points that limit the factor.",
                             "失败：{rule}。虚线：还受其他因子限制。百分数：在半数点上的搜索中限制该因子的比例。"),
    "holds": ("holds", "成立"), "fails": ("fails", "失败"),
    "leading_two": ("Points in the two leading factors", "两个主导因子中的点"),
    "limits_of_boxes": ("Limits of the boxes within each range", "各因子范围内的界限"),
    "lowest": ("lowest", "最低"), "highest": ("highest", "最高"),
    # search
    "generation": ("generation {n} of {last}: {points} points", "第 {n} 代（共 {last} 代）：{points} 个点"),
    "generation_word": ("generation", "代"),
    "progress": ("Unbeaten points by the generation that found them", "未被超越的点由哪一代找到"),
    "search_note": ("Found by NSGA-II (pagmo through OpenTURNS, seed {seed}); all generations use the same seeds of the "
                    "model, so the best points also fit these seeds: repeat those you choose with others.",
                    "由 NSGA-II（OpenTURNS 中的 pagmo，种子 {seed}）搜索得出；各代使用相同的模型种子，最好的点也迎合了这些种子："
                    "选中的点应换种子重做。"),
}
