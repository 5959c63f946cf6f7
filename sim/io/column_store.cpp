#include "sim/io/column_store.hpp"

#include "sim/base/error.hpp"
#include "sim/base/hash.hpp"
#include "sim/io/part_file.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>

namespace canopy::io {

// The file, in 8-byte words: mark, size of the file, hash of all that follows; then the
// digest, the number of columns, and each column as name, type, count, values. Texts
// and values are padded to whole words.
namespace {
constexpr std::uint64_t mark = 0x31736e6d756c6f63ULL; // "columns1"
constexpr std::size_t head_words = 3;

std::size_t words_for(std::size_t bytes) {
    return (bytes + 7) / 8;
}

/// Four lanes, because a chain of one would be slower than the disk.
std::uint64_t hash_of(std::span<std::uint64_t const> words) {
    std::array<std::uint64_t, 4> lanes{1, 2, 3, 4};
    for (std::size_t word = 0; word < words.size(); ++word) {
        auto& lane = lanes[word % 4];
        lane = (lane ^ words[word]) * 0x9E3779B97F4A7C15ULL;
        lane ^= lane >> 29U;
    }
    return combine(combine(lanes[0], lanes[1]), combine(lanes[2], lanes[3]));
}

void put(std::vector<std::uint64_t>& words, void const* start, std::size_t bytes) {
    auto const at = words.size();
    words.resize(at + words_for(bytes));
    if (bytes > 0) std::memcpy(words.data() + at, start, bytes);
}

void put_text(std::vector<std::uint64_t>& words, std::string const& text) {
    words.push_back(text.size());
    put(words, text.data(), text.size());
}

/// Takes values off the front of a file's words; throws when they run out.
class Cursor {
  public:
    Cursor(std::span<std::uint64_t const> words, std::filesystem::path const& path)
        : words_{words}
        , path_{&path} {}

    std::uint64_t number() { return *take(1); }

    std::uint64_t const* take(std::size_t count) {
        if (count > words_.size() - at_) damaged(*path_);
        at_ += count;
        return words_.data() + (at_ - count);
    }

    std::string text() {
        auto const size = number();
        if (size > words_.size() * 8) damaged(*path_);
        auto const* const start = take(words_for(size));
        return {static_cast<char const*>(static_cast<void const*>(start)), size};
    }

    ColumnView column() {
        auto const type = number();
        auto const count = number();
        if (type > static_cast<std::uint64_t>(ColumnType::f64)
            || count > words_.size() * 8) {
            damaged(*path_);
        }
        auto const kind = static_cast<ColumnType>(type);
        return {kind, take(words_for(count * size_of(kind))), count};
    }

    [[noreturn]] static void damaged(std::filesystem::path const& path) {
        throw OutputError{
            "cannot use '" + path.string()
            + "' (it is damaged or not a saved start); remove it and run again"};
    }

  private:
    std::span<std::uint64_t const> words_;
    std::filesystem::path const* path_;
    std::size_t at_ = 0;
};

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;
} // namespace

void ColumnStore::write(
    std::filesystem::path const& path,
    std::string const& digest,
    Named const& columns) {
    std::vector<std::uint64_t> words(head_words);
    put_text(words, digest);
    words.push_back(columns.size());
    for (auto const& [name, values] : columns) {
        put_text(words, name);
        words.push_back(static_cast<std::uint64_t>(values.type()));
        words.push_back(values.size());
        put(words, values.first(), values.bytes().size());
    }
    words[0] = mark;
    words[1] = words.size();
    words[2] = hash_of(std::span{words}.subspan(head_words));

    auto part = PartFile::own(path);
    File file{std::fopen(part.path().c_str(), "wb"), std::fclose};
    auto const written =
        file != nullptr
        && std::fwrite(words.data(), sizeof(words[0]), words.size(), file.get())
               == words.size();
    if (!written || std::fclose(file.release()) != 0) {
        throw OutputError{file_problem("write", path, errno)};
    }
    part.publish();
}

void ColumnStore::load() {
    errno = 0;
    File const file{std::fopen(path_.c_str(), "rb"), std::fclose};
    if (file == nullptr) throw OutputError{file_problem("read", path_, errno)};
    std::error_code error;
    auto const size = std::filesystem::file_size(path_, error);
    if (error) throw OutputError{file_problem("read", path_, error.value())};
    if (size % 8 != 0 || size < head_words * 8) Cursor::damaged(path_);
    words_.resize(size / 8);
    if (std::fread(words_.data(), 8, words_.size(), file.get()) != words_.size()) {
        throw OutputError{file_problem("read", path_, errno)};
    }
}

void ColumnStore::index(std::string const& digest) {
    auto const content = std::span<std::uint64_t const>{words_}.subspan(head_words);
    if (words_[0] != mark || words_[1] != words_.size()
        || words_[2] != hash_of(content)) {
        Cursor::damaged(path_);
    }
    Cursor cursor{content, path_};
    if (cursor.text() != digest) {
        throw OutputError{
            "cannot use '" + path_.string()
            + "' (it was made from other input); remove it and run again"};
    }
    for (auto left = cursor.number(); left > 0; --left) {
        auto name = cursor.text();
        columns_.emplace_back(std::move(name), cursor.column());
    }
}

ColumnStore
ColumnStore::read(std::filesystem::path const& path, std::string const& digest) {
    ColumnStore store{path};
    store.load();
    store.index(digest);
    return store;
}

std::vector<std::string> ColumnStore::names() const {
    std::vector<std::string> names;
    for (auto const& [name, values] : columns_)
        names.push_back(name);
    return names;
}

ColumnView ColumnStore::find(std::string const& name, ColumnType type) const {
    for (auto const& [known, values] : columns_)
        if (known == name && values.type() == type) return values;
    throw OutputError{
        "cannot use '" + path_.string() + "' (it has no column '" + name
        + "' of the type wanted); remove it and run again"};
}

} // namespace canopy::io
