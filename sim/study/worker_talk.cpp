#include "sim/study/worker_talk.hpp"

#include <array>
#include <cerrno>

#include <unistd.h>

namespace canopy::study {

bool LineReader::fill() {
    std::array<char, 4096> piece{};
    auto const got = ::read(descriptor_, piece.data(), piece.size());
    if (got <= 0) return got < 0 && (errno == EAGAIN || errno == EINTR);
    text_.append(piece.data(), static_cast<std::size_t>(got));
    return true;
}

std::optional<std::string> LineReader::line() {
    auto const end = text_.find('\n');
    if (end == std::string::npos) return std::nullopt;
    auto line = text_.substr(0, end);
    text_.erase(0, end + 1);
    return line;
}

bool write_line(int descriptor, std::string const& line) {
    auto const text = line + "\n";
    std::size_t written = 0;
    while (written < text.size()) {
        auto const done =
            ::write(descriptor, text.data() + written, text.size() - written);
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return false;
        written += static_cast<std::size_t>(done);
    }
    return true;
}

} // namespace canopy::study
