"""The text of every mistake, English and Chinese: place, reason, remedy."""

from .study_mistake_texts import STUDY_MISTAKES

MISTAKES = {
    **STUDY_MISTAKES,
    "no_folder": (
        "{place}: there is no such folder. Name a folder of run files such as results/<scenario>, "
        "made by `canopy run`.",
        "{place}：没有这个文件夹。请给出由 `canopy run` 生成的运行文件夹，例如 results/<情景>。"),
    "no_file": (
        "{place}: there is no such run file. Check the name, or make one with `canopy run`.",
        "{place}：没有这个运行文件。请检查文件名，或用 `canopy run` 生成。"),
    "is_folder": (
        "{place}: this is a folder, but one run file is wanted here. Name a file in it, such as "
        "{place}/seed-0001.h5.",
        "{place}：这是文件夹，而这里需要一个运行文件。请给出其中的文件，例如 {place}/seed-0001.h5。"),
    "no_runs": (
        "{place}: the folder holds no finished run (no file seed-NNNN.h5{hint}). Run the scenario "
        "again with `canopy run`.",
        "{place}：文件夹里没有完成的运行（没有 seed-NNNN.h5{hint}）。请用 `canopy run` 重新运行该情景。"),
    "no_common_seeds": (
        "{place}: no seed is common to the policy ({policy_seeds}) and the baseline {base} "
        "({base_seeds}), and only runs of one seed can be paired. Run both with the same --seeds.",
        "{place}：政策（{policy_seeds}）与基准 {base}（{base_seeds}）没有共同的种子，"
        "只有种子相同的运行才能配对。请用相同的 --seeds 运行两者。"),
    "one_seed": (
        "{place}: only seed {seed} is common to the policy and the baseline {base}; one pair has no "
        "spread, so nothing can be said about luck. Run both with at least two seeds, better eight "
        "(--seeds 1..8).",
        "{place}：政策与基准 {base} 只有种子 {seed} 相同；只有一对运行就没有离散度，无法判断运气的影响。"
        "请至少用两个、最好八个种子运行两者（--seeds 1..8）。"),
    "different_months": (
        "{place}: it covers {months}, but {other} covers {other_months}; only equal spans can be "
        "compared. Run both with the same --until.",
        "{place}：其时段为 {months}，而 {other} 为 {other_months}；只有时段相同才能比较。"
        "请用相同的 --until 运行两者。"),
    "different_scale": (
        "{place}: it was run at scale {scale}, but {other} at scale {other_scale}; their levels "
        "cannot be compared. Run both with the same --scale.",
        "{place}：其规模为 {scale}，而 {other} 为 {other_scale}；水平不可比较。"
        "请用相同的 --scale 运行两者。"),
    "shrunk": (
        "{place}: this run has scale {scale}, and the patterns hold only for the whole zone "
        "(tails and degrees change with the number of enterprises). Run it with --scale 1.",
        "{place}：该运行的规模为 {scale}，而这些规律只对完整园区成立（尾部与连接数随企业数而变）。"
        "请用 --scale 1 运行。"),
    "not_hdf5": (
        "{place}: this is not a run file, or it is cut short ({reason}). Copy it again, or run the "
        "seed again with `canopy run`.",
        "{place}：这不是运行文件，或文件被截断（{reason}）。请重新复制，或用 `canopy run` 重跑该种子。"),
    "other_type": (
        "{place}: this HDF5 file has filetype {got!r}, but 'canopy-run' is wanted. Name a run file "
        "made by `canopy run`.",
        "{place}：这个 HDF5 文件的 filetype 是 {got!r}，需要 'canopy-run'。请给出由 `canopy run` 生成的文件。"),
    "no_months": (
        "{place}: the run file has no finished month ({reason}). Run the seed again with "
        "`canopy run`.",
        "{place}：运行文件中没有完成的月份（{reason}）。请用 `canopy run` 重跑该种子。"),
    "damaged": (
        "{place}: {variable} cannot be read ({reason}). The file is damaged; copy it again, or run "
        "the seed again.",
        "{place}：无法读取 {variable}（{reason}）。文件已损坏，请重新复制或重跑该种子。"),
    "cannot_write": (
        "{place}: the result cannot be written ({reason}). Free some space or choose another folder "
        "with -o.",
        "{place}：无法写入结果（{reason}）。请腾出空间，或用 -o 另选文件夹。"),
    "no_font": (
        "{place}: the font is not installed, and figures in Chinese need it. Install the package "
        "fonts-wqy-microhei, or ask for --lang en.",
        "{place}：没有安装该字体，而中文图需要它。请安装软件包 fonts-wqy-microhei，或使用 --lang en。"),
    "no_judgement": (
        "{place}: no folder <parameter>-low or <parameter>-high with runs of {scenario} is in it. "
        "Let `canopy report --judgement` run them.",
        "{place}：其中没有包含 {scenario} 运行结果的 <参数>-low 或 <参数>-high 文件夹。"
        "请用 `canopy report --judgement` 运行它们。"),
    "bad_aims": (
        "{place}: the aims of the levers cannot be read ({reason}). It must be a list of objects "
        "with lever, measure, sign and horizon_months; let the program write it again.",
        "{place}：无法读取杠杆的目标（{reason}）。它应是含 lever、measure、sign、horizon_months 的对象列表；"
        "请让程序重新写出。"),
    "no_measure": (
        "{place}: the run files hold no measure {measure!r}{hint}. Correct the aim, or record the "
        "measure.",
        "{place}：运行文件中没有指标 {measure!r}{hint}。请更正目标，或记录该指标。"),
    "same_folder": (
        "{place}: the policy and the baseline are the same folder, so every difference would be "
        "zero. Name two different scenarios.",
        "{place}：政策与基准是同一个文件夹，差异必然为零。请给出两个不同的情景。"),
    "same_name": (
        "{place}: two of the policies have the same folder name, so their reports would overwrite "
        "each other. Rename one folder.",
        "{place}：有两个政策的文件夹同名，报告会互相覆盖。请重命名其中一个。"),
}
