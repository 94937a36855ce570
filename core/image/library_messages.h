#pragma once

namespace patina {

/// OpenCV and libtiff report failures through our own `Result`s: from the first call on they print nothing to stderr.
/// Cheap and thread-safe; every reader and writer of core/image calls it first.
void quietImageLibraries();

} // namespace patina
