#pragma once

#include "sim/io/diagnostics.hpp"
#include "sim/io/node.hpp"

#include <map>
#include <set>
#include <string>

namespace canopy {

/// One pass over a document: its tree, which keys somebody asked for, and the mistakes.
struct Reading {
    struct Asked {
        std::set<std::string, std::less<>> keys;
        bool ignore_rest = false;
    };

    Node root;
    std::map<Node const*, Asked> asked;
    Diagnostics diagnostics;
};

/// Reports every key that nobody asked for, with the nearest known key of its table.
void report_unread(Reading& reading);

} // namespace canopy
