"""The text of every mistake about studies, English and Chinese: place, reason, remedy."""

STUDY_MISTAKES = {
    "no_factors_file": (
        "{place}: the factors of the design cannot be read ({reason}). It must be a JSON object with "
        "kind and factors, as `canopy sweep plan` writes it.",
        "{place}：无法读取设计的因子（{reason}）。它应是含 kind 与 factors 的 JSON 对象，由 `canopy sweep plan` 写出。"),
    "unknown_design": (
        "design.kind = {got}: there is no such design{hint}. Known: {known}.",
        "design.kind = {got}：没有这种设计{hint}。可用：{known}。"),
    "no_factors": (
        "design: a {kind} design needs at least one [[factor]] (nothing would vary). Add one with a name, "
        "a key and a range.",
        "design：{kind} 设计至少需要一个 [[factor]]（否则没有变化）。请添加一个，写明名称、键和范围。"),
    "bad_factor_name": (
        "factor {name!r}: this name cannot be used ({reason}). Write letters, digits and _ and use each "
        "name once.",
        "因子 {name!r}：不能使用这个名称（{reason}）。请用字母、数字和 _，且每个名称只用一次。"),
    "no_range": (
        "factor {name}: it has no range, and a {kind} design draws between low and high. Write low = … and "
        "high = ….",
        "因子 {name}：没有范围，而 {kind} 设计在 low 与 high 之间取值。请写 low = … 和 high = …。"),
    "bad_range": (
        "factor {name}: low = {low} is not below high = {high}{hint}. Correct the range.",
        "因子 {name}：low = {low} 不小于 high = {high}{hint}。请更正范围。"),
    "not_a_number": (
        "factor {name}: {what} = {got} is not a finite number. Write one, or a design with values "
        "(grid, list, csv) for text.",
        "因子 {name}：{what} = {got} 不是有限数。请写数字；文字只能用于带取值的设计（grid、list、csv）。"),
    "bad_scale": (
        "factor {name}: scale = {got!r} is unknown{hint}. Write linear or log.",
        "因子 {name}：scale = {got!r} 无法识别{hint}。请写 linear 或 log。"),
    "log_of_nothing": (
        "factor {name}: low = {low} has no logarithm, and scale = \"log\" needs low above 0. Raise low, or "
        "write scale = \"linear\".",
        "因子 {name}：low = {low} 没有对数，而 scale = \"log\" 要求 low 大于 0。请提高 low，或写 scale = \"linear\"。"),
    "no_values": (
        "factor {name}: a {kind} design needs values = [ … ]{or_range}, and it has none. Write them.",
        "因子 {name}：{kind} 设计需要 values = [ … ]{or_range}，但没有给出。请补写。"),
    "unequal_lists": (
        "factor {name}: it has {got} values, but factor {other} has {other_got}; a list takes the values of "
        "all factors row by row. Write equally many, or use a grid.",
        "因子 {name}：有 {got} 个取值，而因子 {other} 有 {other_got} 个；list 设计逐行取各因子的值。"
        "请写同样多的取值，或改用 grid。"),
    "whole_number": (
        "design.{setting} = {got}: a whole number of at least {least} is wanted. Write one such as {example}.",
        "design.{setting} = {got}：需要不小于 {least} 的整数。请写例如 {example}。"),
    "not_power_of_two": (
        "design.points = {got}: a {kind} design keeps its balance only for a power of two. Write {below} or "
        "{above}.",
        "design.points = {got}：{kind} 设计只有在点数为 2 的幂时才均衡。请写 {below} 或 {above}。"),
    "too_many_points": (
        "design: it has {got} points, more than {most}. Take fewer values, or a sobol or lhs design.",
        "design：共有 {got} 个点，超过 {most}。请减少取值，或改用 sobol 或 lhs 设计。"),
    "odd_levels": (
        "design.levels = {got}: Morris trajectories need an even number of levels (a step is half of them). "
        "Write {above}.",
        "design.levels = {got}：Morris 轨迹需要偶数个水平（一步为其一半）。请写 {above}。"),
    "coarse_integer": (
        "factor {name}: between {low} and {high} there are fewer whole numbers than the {levels} levels of the "
        "Morris design, so some steps would change nothing. Write fewer levels, or leave out integer = true.",
        "因子 {name}：{low} 与 {high} 之间的整数少于 Morris 设计的 {levels} 个水平，有的步长不会带来变化。"
        "请减少水平，或去掉 integer = true。"),
    "no_design_csv": (
        "design.csv: a csv design needs the name of its table. Write csv = \"points.csv\", relative to the study.",
        "design.csv：csv 设计需要表格的文件名。请写 csv = \"points.csv\"，相对于研究文件。"),
    "bad_design_csv": (
        "{place}: the table of points cannot be used ({reason}). It must be UTF-8 CSV with one column a factor, "
        "named in the first line, and one row a point.",
        "{place}：点表不能使用（{reason}）。它应是 UTF-8 编码的 CSV，首行为因子名，每列一个因子，每行一个点。"),
    # packs and analyses
    "no_pack": (
        "{place}: there is no such study. Name the folder of a study, or its study.nc, made by `canopy sweep pack`.",
        "{place}：没有这个研究。请给出研究的文件夹或其 study.nc（由 `canopy sweep pack` 生成）。"),
    "not_packed": (
        "{place}: the folder holds no study.nc. Pack the study first: canopy sweep pack {place}",
        "{place}：文件夹里没有 study.nc。请先打包：canopy sweep pack {place}"),
    "not_a_pack": (
        "{place}: this is not a packed study ({reason}). Pack it again with `canopy sweep pack`.",
        "{place}：这不是打包的研究（{reason}）。请用 `canopy sweep pack` 重新打包。"),
    "text_factor": (
        "{place}: the factor {name} is text, and this analysis needs numbers. Study it as a scenario, or number it.",
        "{place}：因子 {name} 是文字，而此分析需要数字。请把它作为情景研究，或改为编号。"),
    "which_scenario": (
        "{place}: the study has several scenarios. Choose one with --scenario: {known}.",
        "{place}：研究含多个情景。请用 --scenario 选一个：{known}。"),
    "no_scenario": (
        "{place}: the study has no scenario {got!r}{hint}. It has: {known}.",
        "{place}：研究中没有情景 {got!r}{hint}。可用：{known}。"),
    "no_output": (
        "{place}: the study has no output {got!r}{hint}. It has: {known}. Others need an [[output]] in the study "
        "file and runs anew.",
        "{place}：研究中没有输出 {got!r}{hint}。可用：{known}。其他输出须在研究文件中写 [[output]] 并重新运行。"),
    "no_scalars": (
        "{place}: the study has no output with one number a run. Add an [[output]] to the study file.",
        "{place}：研究没有每次运行一个数的输出。请在研究文件中添加 [[output]]。"),
    "sensitivity_design": (
        "{place}: sensitivity is not made for a {kind} design, because its points do not draw every factor "
        "independently over its range. Plan the study with one of: {kinds}.",
        "{place}：敏感性分析不适用于 {kind} 设计，因为它的点不是在各因子范围内独立抽取的。请用以下设计之一重新规划：{kinds}。"),
    "frontier_design": (
        "{place}: a frontier is not made for a {kind} design, because its rows repeat each other but for one factor "
        "and leave most of the ranges thin. Plan the study with one of: {kinds}.",
        "{place}：前沿分析不适用于 {kind} 设计，因为它的各行只差一个因子，范围内大部分很稀疏。请用以下设计之一重新规划：{kinds}。"),
    "discovery_design": (
        "{place}: scenario discovery is not made for a {kind} design, because shares of its points say something only "
        "where points fill the ranges evenly. Plan the study with one of: {kinds}.",
        "{place}：情景发现不适用于 {kind} 设计，因为只有点均匀铺满范围时，点的占比才有意义。请用以下设计之一重新规划：{kinds}。"),
    "too_few_rows": (
        "{place}: only {got} of {total} points have a result for {output} ({missing} runs are missing: {why}), and "
        "{analysis} needs {least}. Repair them with `canopy sweep retry`, or extend the study.",
        "{place}：{total} 个点中只有 {got} 个有 {output} 的结果（缺 {missing} 次运行：{why}），而 {analysis} 需要 {least} 个。"
        "请用 `canopy sweep retry` 补跑，或扩充研究。"),
    "broken_blocks": (
        "{place}: the pack has {got} points, which are no whole blocks of {block} as its design says. The pack does "
        "not belong to that design; pack it again.",
        "{place}：包内有 {got} 个点，不是设计所说每块 {block} 行的整数倍。该包与设计不符，请重新打包。"),
    "constant_output": (
        "{place}: {output} is the same at every point ({value}), so there is nothing to explain. Choose another "
        "output, or a wider range.",
        "{place}：{output} 在每个点都相同（{value}），没有可解释的变化。请选其他输出，或扩大范围。"),
    "no_library": (
        "{place}: this analysis needs the library ({reason}). Install the package {package}.",
        "{place}：此分析需要该程序库（{reason}）。请安装软件包 {package}。"),
    "bad_aim": (
        "--effect {got}: after the colon stands what is better, max or min. Write {name}:min or {name}:max.",
        "--effect {got}：冒号后写哪个方向更好，max 或 min。请写 {name}:min 或 {name}:max。"),
    "bad_rule": (
        "--fails {got!r}: {wrong!r} is no comparison of an output with a number. Write such as 'jobs < 0', and join "
        "several by all \"and\" or all \"or\".",
        "--fails {got!r}：{wrong!r} 不是输出与数字的比较。请写例如 'jobs < 0'；多个条件全部用 and 或全部用 or 连接。"),
    "too_one_sided": (
        "{place}: {failing} of {points} points fail ({rule}); at least {least} must fail and {least} must not. {name} goes "
        "from {low} to {high}, half of it below {middle}: choose a limit between.",
        "{place}：{points} 个点中有 {failing} 个失败（{rule}）；至少要有 {least} 个失败、{least} 个不失败。{name} 从 {low} 到 "
        "{high}，一半低于 {middle}：请在其间选一个界限。"),
    # search
    "no_study_file": (
        "{place}: the study file cannot be read ({reason}). Check it with `canopy sweep plan {place}`.",
        "{place}：无法读取研究文件（{reason}）。请用 `canopy sweep plan {place}` 检查。"),
    "bad_population": (
        "--population {got}: NSGA-II pairs its points by fours. Write {above}.",
        "--population {got}：NSGA-II 以四个点为一组配对。请写 {above}。"),
    "other_search": (
        "{place}: it holds the points of another search (another seed, population, range or program). Choose another folder "
        "with -o, or repeat that search as it was.",
        "{place}：其中是另一次搜索的点（种子、点数、范围或程序不同）。请用 -o 另选文件夹，或按原样重做那次搜索。"),
    "sweep_failed": (
        "{command}: it ended with code {code}; what it said stands above. Correct that, then repeat the search: it goes on "
        "from here.",
        "{command}：以代码 {code} 结束，原因见上。更正后重新搜索，会从此处继续。"),
    "calibration_design": (
        "{place}: a {kind} design moves one factor at a time or for indices only; targets are solved for over "
        "{kinds}. Plan the study with one of these.",
        "{place}：{kind} 设计逐一变动因子或只供指数估计；求解目标需要 {kinds} 之一。请据此另做研究。"),
    "bad_target": (
        "{place}: --target {got} is not NAME=VALUE. Write an output of the study and a number, such as jobs=8829.",
        "{place}：--target {got} 不是 NAME=VALUE。请写研究的一个输出与一个数，例如 jobs=8829。"),
    "targets_and_factors": (
        "{place}: {targets} targets for {factors} factors have no single solution. Give as many --target as the "
        "study has factors.",
        "{place}：{targets} 个目标与 {factors} 个因子没有唯一解。请给出与因子同样多的 --target。"),
    "no_response": (
        "{place}: the factors do not move {outputs} independently, so no value meets the targets. Vary other "
        "factors, or choose other outputs.",
        "{place}：各因子不能独立改变 {outputs}，无法满足目标。请更换因子或输出。"),
    "not_straight": (
        "{place}: a straight response foresees only {share} % of the variance of {output}. Narrow the ranges of the "
        "factors around the solution and run again.",
        "{place}：线性响应只解释 {output} 方差的 {share} %。请把因子范围收窄到解附近后重新运行。"),
    "beyond_study": (
        "{place}: {name} would have to be {value}, outside the studied {low} to {high}. Move the range of the factor "
        "there and run again.",
        "{place}：{name} 需取 {value}，超出研究范围 {low} 至 {high}。请移动该因子的范围后重新运行。"),
}
