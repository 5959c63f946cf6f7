#include "sim/io/part_file.hpp"

#include "sim/base/error.hpp"

#include <cerrno>
#include <random>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace canopy::io {

namespace {
namespace fs = std::filesystem;

/// A file of the operating system, open while this lives.
class Descriptor {
  public:
    Descriptor(fs::path const& path, int flags)
        : number_{::open(path.c_str(), flags | O_CLOEXEC)} {} // NOLINT(*-vararg)

    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;
    Descriptor(Descriptor&&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;

    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }

    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

void prepare_folder(fs::path const& final_path) {
    std::error_code error;
    auto const folder = fs::absolute(final_path).parent_path();
    fs::create_directories(folder, error);
    if (error)
        throw OutputError{file_problem("make the folder", folder, error.value())};
    if (fs::is_directory(final_path, error)) {
        throw OutputError{file_problem("write", final_path, EISDIR)};
    }
}

/// Removes what a killed run left; throws if its writer is still alive.
void remove_leftover(fs::path const& part) {
    Descriptor const file{part, O_RDWR};
    if (file.number() < 0 && errno == ENOENT) return;
    if (file.number() < 0) throw OutputError{file_problem("replace", part, errno)};
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
        throw OutputError{
            "cannot write '" + part.string()
            + "' (another run is writing it); wait for it or choose another place"};
    }
    if (::unlink(part.c_str()) != 0)
        throw OutputError{file_problem("replace", part, errno)};
}

void synchronise(fs::path const& path) {
    Descriptor const file{path, O_RDONLY};
    auto const done = file.number() >= 0 && ::fsync(file.number()) == 0;
    // Some network file systems cannot do it for folders.
    if (!done && errno != EINVAL)
        throw OutputError{file_problem("complete", path, errno)};
}
} // namespace

std::string file_problem(std::string const& what, fs::path const& path, int error) {
    std::string remedy = "check the disk it lies on";
    if (error == ENOSPC || error == EDQUOT)
        remedy = "free some space or choose another place";
    if (error == EFBIG) remedy = "raise the limit on file sizes (ulimit -f)";
    if (error == EACCES || error == EPERM || error == EROFS) {
        remedy = "choose a place you may write to";
    }
    if (error == ENOENT || error == ENOTDIR || error == EISDIR || error == EEXIST) {
        remedy = "check the path";
    }
    return "cannot " + what + " '" + path.string() + "' ("
           + std::generic_category().message(error) + "); " + remedy;
}

PartFile::PartFile(fs::path final_path, fs::path part)
    : final_{std::move(final_path)}
    , part_{std::move(part)} {}

PartFile::PartFile(PartFile&& other) noexcept
    : final_{std::move(other.final_)}
    , part_{std::exchange(other.part_, {})} {}

PartFile PartFile::claim(fs::path const& final_path) {
    prepare_folder(final_path);
    auto part = final_path;
    part += ".part";
    remove_leftover(part);
    return {final_path, part};
}

PartFile PartFile::own(fs::path const& final_path) {
    prepare_folder(final_path);
    auto part = final_path;
    // Unlike any other writer's, also on other hosts and after a process of this number.
    std::random_device random;
    part += '.';
    part += std::to_string(::getpid());
    part += '-';
    part += std::to_string(random());
    part += ".part";
    return {final_path, part};
}

PartFile::~PartFile() {
    if (part_.empty()) return;
    // Emptied first: on a full disk the library may keep the removed file open.
    std::error_code ignored;
    fs::resize_file(part_, 0, ignored);
    fs::remove(part_, ignored);
}

void PartFile::publish() {
    synchronise(part_);
    std::error_code error;
    fs::rename(part_, final_, error);
    if (error)
        throw OutputError{file_problem("name the finished", final_, error.value())};
    part_.clear();
    synchronise(fs::absolute(final_).parent_path());
}

} // namespace canopy::io
