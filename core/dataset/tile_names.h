#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace patina {

/// What names say of images that are several of one part, where nobody has said what belongs together.
struct LikelyParts
{
    std::map<std::string, std::int64_t> parts; ///< images by what their names begin with, a folder before it where the
                                               ///< images of a part are numbered in that folder
    std::int64_t images = 0;                   ///< in these parts
    std::string pattern;                       ///< for assignGroupsByPattern(): puts them together; empty: no parts
};

/// Three forms, the first that fits:
/// - two coordinates with letters, `Oil_0001_x1280_y594`, `part7_r03_c12`, `part7-row3-col12`: of two images or more;
/// - two plain numbers, `img_1280_594`, which are coordinates where the first, or the second, takes several values that
///   are each at least 16 apart, and the other has one value or does the same; and none has more than five digits;
/// - one number, `12_1`, `12_2`, `13_1`, `13_2`: of two images or more, in a folder with two such parts or more. One
///   alone, as in `good_0001`, `good_0002`, counts images and not the views of a part.
/// \param ids paths of images, folders by slashes. Their order is of no influence.
LikelyParts likelyParts(const std::vector<std::string> &ids);

} // namespace patina
