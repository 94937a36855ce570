#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace patina {

/// What a model keeps of the content of an image file: the first 32 digits (128 bits) of the SHA-256 of its bytes. No
/// two files that anybody has come to the same by chance.
inline constexpr std::size_t contentDigestDigits = 32;
/// \param sha256 64 digits; another text, as of a file that was not hashed, comes to none: "".
std::string contentDigest(std::string_view sha256);

/// The images that a model was trained and calibrated on, by their names and by what is in their files.
struct UsedImages
{
    std::set<std::string> ids;
    std::map<std::string, std::string> contents; ///< id by contentDigest()
    std::int64_t withoutContent = 0;             ///< images of which an older model keeps the name alone

    void add(const std::string &id, const std::string &digest);
    /// The image that a file is a copy of. \param sha256 of the file. \returns null: of none that is known.
    const std::string *copyOf(std::string_view sha256) const;
    /// "of 30 of the 90 images that the model was made from it keeps no content: ..."; empty where it keeps all.
    std::string whyNotAll() const;

    bool operator==(const UsedImages &) const = default;
};

/// "3 test images are copies of images that the model was trained or calibrated on (first: A of B): left out".
/// \param copies above 0. \param first a copy, and \param of what.
std::string copiesSentence(std::int64_t copies, const std::string &first, const std::string &of);

} // namespace patina
