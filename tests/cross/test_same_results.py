"""A run has the same bytes on every processor, for every compiler and any number of threads."""

import os
import subprocess
from pathlib import Path

import pytest
from conftest import assert_equal, binary, state_hash, what_differs

MASK = "glibc.cpu.hwcaps=-AVX2,-FMA"

LIBM_PROBE = """
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
int main(int count, char**) {
    std::uint64_t sum = 0;
    for (int step = 0; step < 100000; ++step) {
        double const value = std::exp(count + step * 1e-4);
        std::uint64_t bits;
        std::memcpy(&bits, &value, sizeof bits);
        sum = sum * 31 + bits;
    }
    std::printf("%llx", static_cast<unsigned long long>(sum));
}
"""


@pytest.fixture(scope="module")
def libm_probe(tmp_path_factory):
    """A program whose output changes with the variant of exp that glibc chooses."""
    folder = tmp_path_factory.mktemp("probe")
    source = folder / "probe.cpp"
    source.write_text(LIBM_PROBE)
    subprocess.run([os.environ.get("CXX", "c++"), "-O1", source, "-o", folder / "probe"], check=True)
    return folder / "probe"


def output(program, **variables):
    return subprocess.run([program], env=os.environ | variables, check=True, capture_output=True).stdout


def test_masking_fma_changes_what_libm_returns(libm_probe):
    """Without this the next test could not fail."""
    if " fma " not in Path("/proc/cpuinfo").read_text():
        pytest.skip("this processor has no FMA to mask")
    assert output(libm_probe) != output(libm_probe, GLIBC_TUNABLES=MASK)


def test_a_run_does_not_see_that_fma_and_avx2_are_masked(lab, reference):
    assert_equal(reference, lab.run("masked", binary("CANOPY_BINARY"), GLIBC_TUNABLES=MASK))


@pytest.mark.parametrize("width", ["sse2", "avx2", "avx512"])
def test_a_run_does_not_see_how_wide_its_vectors_are(lab, reference, width):
    if width != "sse2" and f" {width}" not in Path("/proc/cpuinfo").read_text():
        pytest.skip(f"this processor has no {width}")
    assert_equal(reference, lab.run(width, binary("CANOPY_BINARY"), CANOPY_VECTOR_WIDTH=width))


@pytest.mark.parametrize("threads", ["1", "3"])
def test_a_run_does_not_see_how_many_threads_it_has(lab, reference, threads):
    assert_equal(reference, lab.run(f"threads-{threads}", binary("CANOPY_BINARY"), "--threads", threads))


@pytest.mark.parametrize("name", ["CANOPY_BINARY_DEV", "CANOPY_BINARY_CLANG"])
def test_a_run_does_not_see_who_compiled_it(lab, reference, name):
    """The release build against `dev`, clang++, and one without clones of hot loops."""
    assert_equal(reference, lab.run(name, binary(name)))


def test_the_comparison_sees_another_seed(lab, reference):
    other = lab.run("seed-2", binary("CANOPY_BINARY"), "--seeds", "2..2").with_name("seed-0002.h5")
    assert state_hash(other) != state_hash(reference)
    assert what_differs(reference, other)
