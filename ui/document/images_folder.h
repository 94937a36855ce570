#pragma once

#include "core/dataset/dataset.h"

#include <filesystem>

namespace patina {

/// Where the images of a data set lie, which of a project is not where its file lies; empty: they have no one folder.
std::filesystem::path imagesFolder(const Dataset &dataset);

} // namespace patina
