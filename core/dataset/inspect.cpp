#include "core/base/sha256.h"
#include "core/dataset/dataset.h"
#include "core/image/mask_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace patina {

using Kind = DatasetProblem::Kind;

namespace {

constexpr std::int64_t stripBytes = std::int64_t{32} << 20;

std::int64_t rowBytes(const ImageInfo &info)
{
    return std::int64_t{info.width} * info.channels * (info.bitDepth / 8);
}

void hashRows(Sha256 &hash, const cv::Mat &pixels)
{
    const std::size_t bytes = static_cast<std::size_t>(pixels.cols) * pixels.elemSize();
    for (int row = 0; row < pixels.rows; ++row)
        hash.update({pixels.ptr<std::uint8_t>(row), bytes});
}

/// SHA-256 over shape, depth and pixels. Errors: those of the reader, Cancelled.
Result<std::string> contentHash(ImageSource &source, const JobContext &context)
{
    const ImageInfo &info = source.info();
    Sha256 hash;
    const std::string shape = fmt::format("{}x{}x{}x{};", info.width, info.height, info.channels, info.bitDepth);
    hash.update({reinterpret_cast<const std::uint8_t *>(shape.data()), shape.size()});
    const auto rows = static_cast<int>(
        std::clamp<std::int64_t>(stripBytes / std::max<std::int64_t>(1, rowBytes(info)), 1, info.height));
    for (int top = 0; top < info.height; top += rows) {
        if (context.cancelled())
            return cancelledError();
        Result<cv::Mat> strip = source.read({0, top, info.width, std::min(rows, info.height - top)});
        if (!strip)
            return failFrom(std::move(strip));
        hashRows(hash, *strip);
    }
    return hash.finish();
}

class Inspection
{
public:
    explicit Inspection(const Dataset &dataset) : m_dataset(dataset) { m_report.problems = dataset.problems; }

    Result<DatasetReport> run(const JobContext &context)
    {
        const auto total = static_cast<std::int64_t>(m_dataset.images.size());
        std::int64_t done = 0;
        for (const ImageRecord &image : m_dataset.images) {
            context.report("inspect", done, total);
            if (auto inspected = inspect(image, context); !inspected)
                return failFrom(std::move(inspected));
            ++done;
        }
        context.report("inspect", done, total);
        nameDuplicates();
        countSizes();
        nameMixtures();
        return std::move(m_report);
    }

private:
    void problem(Kind kind, const std::string &imageId, std::string detail)
    {
        m_report.problems.push_back({kind, imageId, std::move(detail)});
    }

    std::string relativeTo(const std::filesystem::path &path) const
    {
        return path.lexically_relative(m_dataset.root).generic_string();
    }

    /// Only a cancel is an error.
    Result<void> inspect(const ImageRecord &image, const JobContext &context)
    {
        if (context.cancelled())
            return cancelledError();
        Result<std::unique_ptr<ImageSource>> source = openImage(image.path, {}, context);
        if (context.cancelled())
            return cancelledError();
        std::optional<cv::Size> size;
        if (source) {
            size = (*source)->info().size();
            Result<std::string> hash = contentHash(**source, context);
            if (hash) {
                m_byContent[*hash].push_back(&image);
                m_infos.push_back((*source)->info());
            } else if (hash.error().code == ErrorCode::Cancelled) {
                return failFrom(std::move(hash));
            } else {
                problem(Kind::Unreadable, image.id, hash.error().detail);
            }
        } else {
            problem(Kind::Unreadable, image.id, source.error().detail);
        }
        for (const MaskFile &mask : image.masks)
            inspectMask(image, mask, size, context);
        return {};
    }

    void inspectMask(const ImageRecord &image, const MaskFile &file, const std::optional<cv::Size> &imageSize,
                     const JobContext &context)
    {
        const Result<cv::Mat> mask = readGreyMask(file.path, {}, context);
        const std::string name = relativeTo(file.path);
        if (!mask)
            return problem(Kind::Unreadable, image.id, fmt::format("mask {}: {}", name, mask.error().detail));
        if (imageSize && mask->size() != *imageSize)
            problem(Kind::WrongMaskSize, image.id,
                    fmt::format("mask {} {}x{} does not match image {}x{}", name, mask->cols, mask->rows,
                                imageSize->width, imageSize->height));
        if (cv::countNonZero(*mask) == 0)
            problem(Kind::EmptyMask, image.id, fmt::format("mask {} marks no pixel", name));
    }

    /// The images of one content are in the order of the data set: training first.
    void nameDuplicates()
    {
        for (const auto &content : m_byContent) {
            const auto &images = content.second;
            for (std::size_t i = 1; i < images.size(); ++i) {
                const auto rival = std::find_if(images.begin(), images.begin() + static_cast<std::ptrdiff_t>(i),
                                                [&](const auto *other) { return other->split != images[i]->split; });
                const bool across = rival != images.begin() + static_cast<std::ptrdiff_t>(i);
                const ImageRecord &other = across ? **rival : *images.front();
                problem(across ? Kind::TrainTestDuplicate : Kind::Duplicate, images[i]->id,
                        fmt::format("{} has the same pixels as {}", images[i]->id, other.id));
            }
        }
    }

    void countSizes()
    {
        using Key = std::tuple<int, int, int, int>; // how a file is read does not make another size
        std::map<Key, DatasetReport::SizeCount> counts;
        for (const ImageInfo &info : m_infos) {
            auto &count = counts[{info.width, info.height, info.channels, info.bitDepth}];
            count.info = info;
            count.info.regions = false;
            ++count.images;
        }
        for (const auto &[key, count] : counts)
            m_report.sizes.push_back(count);
        std::stable_sort(m_report.sizes.begin(), m_report.sizes.end(),
                         [](const auto &a, const auto &b) { return a.images > b.images; });
    }

    void nameMixtures()
    {
        std::map<std::pair<std::int64_t, std::pair<int, int>>, std::int64_t> sizes;
        std::map<std::pair<int, int>, std::int64_t> depths;
        for (const auto &count : m_report.sizes) {
            const ImageInfo &info = count.info;
            sizes[{std::int64_t{info.width} * info.height, {info.width, info.height}}] += count.images;
            depths[{info.channels, info.bitDepth}] += count.images;
        }
        if (sizes.size() > 1) {
            const auto &small = sizes.begin()->first.second;
            const auto &large = sizes.rbegin()->first.second;
            problem(Kind::MixedSizes, "",
                    fmt::format("the images have {} sizes, from {}x{} to {}x{}", sizes.size(), small.first,
                                small.second, large.first, large.second));
        }
        if (depths.size() < 2)
            return;
        std::vector<std::string> parts;
        parts.reserve(depths.size());
        for (const auto &[depth, images] : depths)
            parts.push_back(fmt::format("{} {} {} bit", images, depth.first == 1 ? "mono" : "colour", depth.second));
        problem(Kind::MixedDepths, "", fmt::format("the images differ in depth: {}", fmt::join(parts, ", ")));
    }

    const Dataset &m_dataset;
    DatasetReport m_report;
    std::map<std::string, std::vector<const ImageRecord *>> m_byContent;
    std::vector<ImageInfo> m_infos;
};

} // namespace

Result<DatasetReport> inspectDataset(const Dataset &dataset, const JobContext &context)
{
    return Inspection(dataset).run(context);
}

} // namespace patina
