"""What the model computes never passes through libm, whose last bit changes with the processor."""

import os
import re
import subprocess
from pathlib import Path

import pytest

FLOORS = ("base", "world", "matching", "process", "policy", "kpi", "engine", "model")

FUNCTIONS = ("exp exp2 exp10 expm1 log log2 log10 log1p pow cbrt hypot sin cos tan sincos asin acos atan atan2 "
             "sinh cosh tanh asinh acosh atanh erf erfc tgamma lgamma lgamma_r gamma j0 j1 jn y0 y1 yn").split()
# Float and long double variants end in f or l; libmvec's start with _ZGV.
FORBIDDEN = re.compile(rf"(__)?({'|'.join(FUNCTIONS)})[fl]?(_finite)?|_ZGV\w+")


def transcendentals(path):
    """Return libm's transcendental functions that an object or library asks for."""
    listing = subprocess.run(["nm", "--undefined-only", "--format=posix", path], check=True, capture_output=True,
                             text=True)
    names = (line.split()[0].split("@")[0] for line in listing.stdout.splitlines() if " U" in line)
    return {name for name in names if FORBIDDEN.fullmatch(name)}


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_of_the_model_asks_libm_for_nothing(floor):
    build = os.environ.get("CANOPY_BUILD")
    if not build:
        pytest.skip("CANOPY_BUILD is not set: name a build folder")
    library = Path(build) / f"libcanopy_{floor}.a"
    assert library.is_file(), f"{library} is missing; has the floor lost its last .cpp file?"
    assert transcendentals(library) == set()


def test_the_search_finds_what_it_is_meant_to_find(tmp_path):
    """Positive control: an object that does call libm."""
    source = tmp_path / "caller.cpp"
    source.write_text("""
        #include <cmath>
        #include <random>
        double a(double x) { return std::exp(x) + std::tgamma(x) + std::pow(x, 1.5) + std::log1p(x); }
        float b(float x) { return std::cos(x); }
        double c(std::mt19937& bits) { return std::normal_distribution<double>{}(bits); }
        double harmless(double x) { return std::sqrt(x) + std::floor(x); }
    """)
    subprocess.run([os.environ.get("CXX", "c++"), "-std=c++20", "-O1", "-c", source, "-o", tmp_path / "caller.o"],
                   check=True)
    assert transcendentals(tmp_path / "caller.o") == {"exp", "tgamma", "pow", "log1p", "cosf", "log"}
