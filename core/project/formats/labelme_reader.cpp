#include "core/dataset/folder_listing.h"
#include "core/project/base64.h"
#include "core/project/formats/foreign_labels.h"
#include "core/project/formats/json_fields.h"
#include "core/project/formats/shape_mask.h"

#include <fmt/format.h>

#include <cmath>

namespace patina::formats {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// An image may be inside, in base64.
constexpr std::int64_t mostImageFileBytes = std::int64_t{1} << 28;

/// The two corners of a mask are its first and its last pixel.
std::optional<Geometry> pngOf(const json &shape, const std::vector<cv::Point2d> &corners)
{
    const auto text = textOf(shape, "mask");
    if (!text)
        return std::nullopt;
    auto bytes = fromBase64(*text);
    if (!bytes)
        return std::nullopt;
    const auto whole = [](double value) { return static_cast<int>(std::lround(value)); };
    return PngShape{{whole(corners[0].x), whole(corners[0].y)}, *std::move(bytes)};
}

std::optional<Geometry> geometryOf(const json &shape, const std::string &type)
{
    const bool byTwo = type == "rectangle" || type == "circle" || type == "mask";
    auto corners = pairsOf(arrayOf(shape, "points"), byTwo ? 2 : 3);
    if (!corners)
        return std::nullopt;
    if (byTwo && corners->size() != 2 && !(type == "rectangle" && corners->size() == 4))
        return std::nullopt;
    if (type == "rectangle" && corners->size() == 2)
        return rectangleShape((*corners)[0], (*corners)[1]);
    if (type == "circle") {
        const cv::Point2d out = (*corners)[1] - (*corners)[0];
        const double radius = std::hypot(out.x, out.y);
        return radius > 0.0 ? std::optional<Geometry>(EllipseShape{(*corners)[0], {radius, radius}, 0.0})
                            : std::nullopt;
    }
    if (type == "mask")
        return pngOf(shape, *corners);
    return PolygonShape{{*std::move(corners)}};
}

void takeShape(const json &shape, ForeignImage &image, LeftOut &leftOut)
{
    const auto className = textOf(shape, "label");
    const std::string type = textOf(shape, "shape_type").value_or("polygon");
    if (!className)
        return leftOut.add("shapes without a label", image.name);
    if (type == "point" || type == "points" || type == "line" || type == "linestrip")
        return leftOut.add("points and lines, which have no area", image.name);
    const bool known =
        type == "polygon" || type == "rectangle" || type == "circle" || type == "mask" || type == "oriented_rectangle";
    if (!known)
        return leftOut.add("shapes of a kind that is not known", image.name);
    auto geometry = geometryOf(shape, type);
    if (!geometry)
        return leftOut.add("shapes that cannot be read", image.name);
    image.labels.push_back({*className, wholeOf(shape, "group_id"), *std::move(geometry)});
}

/// `imagePath` starts at the JSON's folder.
std::string imageNameOf(const fs::path &file, const std::string &said)
{
    std::string path = said;
    std::ranges::replace(path, '\\', '/');
    const fs::path beside = fs::absolute(file).parent_path() / fs::path(path);
    return path.empty() ? file.stem().string() : beside.lexically_normal().generic_string();
}

Result<void> takeFile(const fs::path &file, ForeignLabels &labels)
{
    const auto object = readJsonObject(file, mostImageFileBytes);
    if (!object)
        return tl::unexpected(object.error());
    const json *shapes = memberOf(*object, "shapes");
    if (shapes == nullptr || !shapes->is_array())
        return fail(ErrorCode::BadFormat,
                    fmt::format("{} is no labelme file: it has no list \"shapes\"", file.string()));
    const std::string said = textOf(*object, "imagePath").value_or("");
    ForeignImage image{imageNameOf(file, said),
                       sizeOf(*object, "imageWidth", "imageHeight"),
                       said.empty() ? NameEnding::Dropped : NameEnding::Kept,
                       {}};
    for (const json &shape : *shapes)
        takeShape(shape, image, labels.leftOut);
    labels.images.push_back(std::move(image));
    return {};
}

Result<ForeignLabels> readFolder(const fs::path &folder, const JobContext &context)
{
    const auto tree = listTree(folder);
    if (!tree)
        return tl::unexpected(tree.error());
    ForeignLabels labels;
    for (const auto &[unread, error] : tree->unreadable)
        labels.leftOut.add("folders that cannot be read", unread.relative);
    std::size_t shapes = 0;
    std::int64_t looked = 0;
    for (const FolderEntry &file : tree->files) {
        context.report("read", looked++, std::ssize(tree->files));
        if (context.cancelled())
            return cancelledError();
        if (!file.name.ends_with(".json"))
            continue;
        const std::size_t before = labels.images.size();
        if (const auto taken = takeFile(file.path, labels); !taken)
            labels.leftOut.add("JSON files that are none of labelme", file.relative);
        if (labels.images.size() > before)
            shapes += labels.images.back().labels.size();
        if (shapes > mostLabels)
            return fail(ErrorCode::TooLarge, fmt::format("{} holds over {} shapes", folder.string(), mostLabels));
    }
    if (labels.images.empty())
        return fail(ErrorCode::BadFormat, fmt::format("{} holds no JSON file of labelme", folder.string()));
    return labels;
}

} // namespace

Result<ForeignLabels> readLabelme(const fs::path &source, const JobContext &context)
{
    context.report("read", 0, 0);
    if (isFolder(source))
        return readFolder(source, context);
    ForeignLabels labels;
    return takeFile(source, labels).map([&] { return std::move(labels); });
}

} // namespace patina::formats
