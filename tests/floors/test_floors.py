"""The one enforcement of the architecture: includes go down, never up or sideways."""
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = {"base": 0, "world": 1, "rules": 1, "matching": 1, "process": 2, "policy": 2,
          "kpi": 2, "engine": 3, "io": 4, "model": 5, "study": 6, "app": 7}
INCLUDE = re.compile(r'^#include ["<]([^">]+)[">]', re.MULTILINE)
ONLY_IN = {"tbb/": {"sim/base/parallel.cpp"},
           "hdf5": {f"sim/io/hdf5_file{part}.cpp"
                    for part in ("", "_driver", "_library", "_object", "_dataset", "_group")}
                   | {"sim/io/hdf5_file_library.hpp"},
           "sleef": {"sim/base/vector_math.cpp"},
           "toml++": {"sim/io/table_reader.cpp", "sim/io/table_reader_toml.cpp",
                      "sim/io/table_reader_toml.hpp"}}


def sources():
    files = [*ROOT.glob("sim/*/*.hpp"), *ROOT.glob("sim/*/*.cpp")]
    assert len(files) > 100, "the tree was not found"
    return files


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def test_every_include_goes_down_a_floor():
    wrong = []
    for path in sources():
        here = path.parent.name
        for target in includes(path):
            if not target.startswith("sim/"):
                continue
            there = target.split("/")[1]
            if there != here and FLOORS[there] >= FLOORS[here]:
                wrong.append(f"{path.relative_to(ROOT)} includes {target}")
    assert not wrong, "\n".join(wrong)


def test_each_library_is_known_to_one_part():
    wrong = [f"{path.relative_to(ROOT)} includes {target}"
             for path in sources() for target in includes(path)
             for library, allowed in ONLY_IN.items()
             if target.startswith(library) and str(path.relative_to(ROOT)) not in allowed]
    assert not wrong, "\n".join(wrong)


def test_the_checker_finds_a_planted_upward_include(tmp_path):
    planted = tmp_path / "rules" / "bad.hpp"
    planted.parent.mkdir()
    planted.write_text('#include "sim/app/application.hpp"\n', encoding="utf-8")
    (target,) = includes(planted)
    assert FLOORS[target.split("/")[1]] >= FLOORS["rules"]
