#pragma once

namespace canopy {

/// The language that people read; keys and data are English in both.
enum class Language { en, zh };

} // namespace canopy
