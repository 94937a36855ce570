#include "core/evaluation/used_images.h"

#include <fmt/format.h>

namespace patina {

std::string contentDigest(std::string_view sha256)
{
    return sha256.size() < contentDigestDigits ? std::string() : std::string(sha256.substr(0, contentDigestDigits));
}

void UsedImages::add(const std::string &id, const std::string &digest)
{
    ids.insert(id);
    if (digest.empty())
        ++withoutContent;
    else
        contents.emplace(digest, id);
}

const std::string *UsedImages::copyOf(std::string_view sha256) const
{
    const auto found = contents.find(contentDigest(sha256));
    return found == contents.end() ? nullptr : &found->second;
}

std::string UsedImages::whyNotAll() const
{
    if (withoutContent == 0)
        return {};
    return fmt::format("of {} images that the model was made from it keeps the names, not the content: copies of them "
                       "under other names cannot be recognised; train it again",
                       withoutContent);
}

std::string copiesSentence(std::int64_t copies, const std::string &first, const std::string &of)
{
    const std::string pair = first == of ? first : first + " of " + of;
    return copies == 1 ? fmt::format("1 test image is a copy of an image that the model was trained or calibrated on "
                                     "({}): left out",
                                     pair)
                       : fmt::format("{} test images are copies of images that the model was trained or calibrated on "
                                     "(first: {}): left out",
                                     copies, pair);
}

} // namespace patina
