#pragma once

// What the writer of an MVTec folder and its reader agree on.
namespace patina::formats {

/// Of the exported images the ids that they have in the project, as `image,source`.
inline constexpr const char *sourcesName = "sources.csv";

} // namespace patina::formats
