#pragma once

#include "sim/app/words.hpp"

#include <string>

namespace canopy::app {

/// How the user wants to be spoken to.
struct Settings {
    Language language = Language::en;
    bool json = false;
    bool quiet = false;
};

/// The language of LC_ALL, LC_MESSAGES or LANG, the first of them that is set.
[[nodiscard]] Language language_of_environment();

/// Sends talk to stderr, one plain line each; with --quiet only what went wrong.
void start_talk(Settings const& settings);

/// A remark that --quiet leaves out.
void say(Settings const& settings, Words const& words);

/// What went wrong, also with --quiet.
void complain(Settings const& settings, Words const& words);

/// Writes data to stdout.
void put(std::string const& text);

/// Throws PlaceError if stdout did not take everything.
void finish_output();

} // namespace canopy::app
