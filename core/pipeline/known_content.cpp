#include "core/pipeline/known_content.h"

#include "core/base/sha256.h"

#include <fmt/format.h>

#include <cstdint>
#include <set>

namespace patina {

namespace {

std::uintmax_t lengthOf(const ImageRecord &record)
{
    std::error_code ec;
    const auto bytes = std::filesystem::file_size(record.path, ec);
    return ec ? 0 : bytes;
}

} // namespace

Result<std::string> digestOfFile(const std::filesystem::path &path, const JobContext &context)
{
    const auto sha256 = sha256OfFile(path, context);
    if (!sha256 && sha256.error().code == ErrorCode::Cancelled)
        return cancelledError();
    return sha256 ? contentDigest(*sha256) : std::string();
}

Result<void> noticeTestCopies(const Dataset &dataset, const ModelInfo &info, const JobContext &context)
{
    std::set<std::uintmax_t> lengths;
    for (const ImageRecord &record : dataset.images)
        if (record.isGood() && record.split != Split::Test)
            lengths.insert(lengthOf(record));
    const UsedImages used = usedImagesOf(info);
    std::int64_t copies = 0;
    std::string first;
    std::string of;
    for (const ImageRecord *record : dataset.ofSplit(Split::Test)) {
        if (!lengths.contains(lengthOf(*record)))
            continue;
        const auto digest = digestOfFile(record->path, context);
        if (!digest)
            return tl::unexpected(digest.error());
        const auto known = used.contents.find(*digest);
        if (known == used.contents.end())
            continue;
        if (copies++ == 0) {
            first = record->id;
            of = known->second;
        }
    }
    if (copies > 0)
        context.notice(fmt::format("{} test images are copies of images that were trained or calibrated on (first: {} "
                                   "of {}): evaluate leaves them out",
                                   copies, first, of));
    return {};
}

} // namespace patina
