#include "sim/io/hdf5_file_driver.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <hdf5.h>
#include <sys/file.h>
#include <unistd.h>

namespace canopy::io {

namespace {
/// What the access list carries to the driver.
struct Settings {
    int* error;
};

/// A write that waits for the end of the flush.
struct Pending {
    haddr_t address;
    H5FD_mem_t kind;
    std::vector<unsigned char> bytes;
};

/// An open file as the library sees it.
struct File : H5FD_t {
    int descriptor = -1;
    int* error = nullptr;
    haddr_t end_allocated = 0; ///< by the library
    haddr_t end_flushed = 0;   ///< what the file on the disk may point to
    haddr_t size = 0;
    std::vector<Pending> pending;

    void note(int number) {
        if (*error == 0) *error = number;
    }

    void write_now(haddr_t address, std::size_t count, void const* bytes) {
        auto const* at = static_cast<unsigned char const*>(bytes);
        while (count > 0 && *error == 0) {
            auto const done =
                ::pwrite(descriptor, at, count, static_cast<off_t>(address));
            if (done < 0 && errno == EINTR) continue;
            if (done <= 0) return note(done < 0 ? errno : ENOSPC);
            at += done;
            address += static_cast<haddr_t>(done);
            count -= static_cast<std::size_t>(done);
        }
    }

    /// 0: new objects, which nothing points to yet; 1: the superblock, which says how
    /// far the file goes; 2: old objects, which now may point to new ones.
    [[nodiscard]] int turn(Pending const& write) const {
        if (write.kind == H5FD_MEM_SUPER) return 1;
        return write.address >= end_flushed ? 0 : 2;
    }

    void drain() {
        std::stable_sort(
            pending.begin(), pending.end(), [this](auto const& a, auto const& b) {
                return turn(a) < turn(b);
            });
        for (auto const& write : pending)
            write_now(write.address, write.bytes.size(), write.bytes.data());
        pending.clear();
        end_flushed = end_allocated;
    }
};

// The library hands back the very object that open_file made.
File& of(H5FD_t* file) {
    return *static_cast<File*>(file); // NOLINT(*-static-cast-downcast)
}

File const& of(H5FD_t const* file) {
    return *static_cast<File const*>(file); // NOLINT(*-static-cast-downcast)
}

H5FD_t* open_file(char const* name, unsigned flags, hid_t list, haddr_t) {
    auto const* const settings = static_cast<Settings const*>(H5Pget_driver_info(list));
    if (settings == nullptr) return nullptr;
    auto mode = O_RDWR | O_CLOEXEC;
    if ((flags & H5F_ACC_CREAT) != 0) mode |= O_CREAT;
    if ((flags & H5F_ACC_EXCL) != 0) mode |= O_EXCL;
    constexpr mode_t readable = 0666;
    auto const descriptor = ::open(name, mode, readable); // NOLINT(*-vararg)
    if (descriptor < 0) {
        *settings->error = errno;
        return nullptr;
    }
    auto file = std::make_unique<File>();
    file->descriptor = descriptor;
    file->error = settings->error;
    return file.release(); // close_file takes it back
}

herr_t close_file(H5FD_t* file) {
    of(file).drain();
    std::unique_ptr<File> const owned{&of(file)};
    if (::close(owned->descriptor) != 0) owned->note(errno);
    return 0;
}

herr_t query(H5FD_t const*, unsigned long* flags) {
    *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_AGGREGATE_SMALLDATA
             | H5FD_FEAT_DATA_SIEVE | H5FD_FEAT_DEFAULT_VFD_COMPATIBLE;
    return 0;
}

haddr_t end_allocated(H5FD_t const* file, H5FD_mem_t) {
    return of(file).end_allocated;
}

herr_t set_end_allocated(H5FD_t* file, H5FD_mem_t, haddr_t end) {
    of(file).end_allocated = end;
    return 0;
}

haddr_t size_of_file(H5FD_t const* file, H5FD_mem_t) {
    return of(file).size;
}

/// Beyond the end, and what a full disk did not take, reads as zeros.
herr_t read_bytes(
    H5FD_t* file, H5FD_mem_t, hid_t, haddr_t address, std::size_t count, void* into) {
    of(file).drain();
    auto* at = static_cast<unsigned char*>(into);
    while (count > 0) {
        auto const done =
            ::pread(of(file).descriptor, at, count, static_cast<off_t>(address));
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) of(file).note(errno);
        if (done <= 0) break;
        at += done;
        address += static_cast<haddr_t>(done);
        count -= static_cast<std::size_t>(done);
    }
    std::fill_n(at, count, static_cast<unsigned char>(0));
    return 0;
}

herr_t write_bytes(
    H5FD_t* file,
    H5FD_mem_t kind,
    hid_t,
    haddr_t address,
    std::size_t count,
    void const* bytes) {
    of(file).size = std::max(of(file).size, address + count);
    if (kind == H5FD_MEM_DRAW) {
        of(file).write_now(address, count, bytes);
    } else {
        auto const* const first = static_cast<unsigned char const*>(bytes);
        of(file).pending.push_back({address, kind, {first, first + count}});
    }
    return 0;
}

herr_t flush_file(H5FD_t* file, hid_t, hbool_t) {
    of(file).drain();
    return 0;
}

herr_t truncate_file(H5FD_t* file, hid_t, hbool_t) {
    auto& it = of(file);
    if (it.size == it.end_allocated || *it.error != 0) return 0;
    if (::ftruncate(it.descriptor, static_cast<off_t>(it.end_allocated)) != 0)
        it.note(errno);
    it.size = it.end_allocated;
    return 0;
}

herr_t lock_file(H5FD_t* file, hbool_t) {
    // Some network file systems have no locks; only another writer counts.
    if (::flock(of(file).descriptor, LOCK_EX | LOCK_NB) == 0) return 0;
    if (errno != EWOULDBLOCK) return 0;
    of(file).note(EWOULDBLOCK);
    return -1;
}

herr_t unlock_file(H5FD_t* file) {
    ::flock(of(file).descriptor, LOCK_UN);
    return 0;
}

H5FD_class_t driver_class() {
    H5FD_class_t made{};
    made.name = "canopy";
    made.maxaddr = static_cast<haddr_t>(1) << 62U;
    made.fc_degree = H5F_CLOSE_STRONG;
    made.fapl_size = sizeof(Settings);
    made.open = open_file;
    made.close = close_file;
    made.query = query;
    made.get_eoa = end_allocated;
    made.set_eoa = set_end_allocated;
    made.get_eof = size_of_file;
    made.read = read_bytes;
    made.write = write_bytes;
    made.flush = flush_file;
    made.truncate = truncate_file;
    made.lock = lock_file;
    made.unlock = unlock_file;
    std::array<H5FD_mem_t, H5FD_MEM_NTYPES> const separate = H5FD_FLMAP_DICHOTOMY;
    std::copy(separate.begin(), separate.end(), made.fl_map);
    return made;
}
} // namespace

void write_through_driver(std::int64_t access_list, int* error) {
    static auto const made = driver_class();
    static auto const driver = H5FDregister(&made);
    Settings const settings{error};
    H5Pset_driver(access_list, driver, &settings);
}

} // namespace canopy::io
