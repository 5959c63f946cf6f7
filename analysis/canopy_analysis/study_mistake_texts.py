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
}
