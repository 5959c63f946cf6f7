# Packages of Debian 12 that the two scripts install when they are missing.
build_packages="g++ cmake ninja-build git pkg-config libeigen3-dev libtbb-dev libhdf5-dev
  libspdlog-dev libtomlplusplus-dev libcli11-dev librandom123-dev libsleef-dev libboost-dev
  libssl-dev libdeflate-dev"
run_packages="python3 python3-numpy python3-h5py python3-h5netcdf python3-xarray python3-pandas
  python3-scipy python3-matplotlib netcdf-bin fonts-wqy-microhei"
study_packages="python3-openturns python3-sklearn python3-tomli-w"
test_packages="catch2 python3-pytest binutils"
compare_packages="clang"
cluster_packages="slurm-wlm munge"

# need build|run|study|test|compare …: installs what is missing of these lists, or names it and stops.
need() {
    local wanted="" missing="" list packages
    for list in "$@"; do
        packages="${list}_packages"
        wanted="$wanted ${!packages}"
    done
    if ! command -v dpkg-query >/dev/null; then
        echo "This is not Debian: install the equivalents of: $wanted" >&2
        return 0
    fi
    for package in $wanted; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
            missing="$missing $package"
    done
    [ -z "$missing" ] && return 0
    echo "Installing:$missing" >&2
    local run=""
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || {
            echo "Install these as root, then try again: apt-get install$missing" >&2
            return 1
        }
        run=sudo
    fi
    $run apt-get update -qq >&2
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive $run apt-get install -y -qq --no-install-recommends $missing >&2
}
