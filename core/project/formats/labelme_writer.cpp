#include "core/base/atomic_file.h"
#include "core/image/png_file.h"
#include "core/project/base64.h"
#include "core/project/formats/folder_target.h"
#include "core/project/formats/label_writers.h"
#include "core/project/formats/mask_rings.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace patina::formats {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::int64_t mostBoxPx = std::int64_t{1} << 29;

json shapeOf(const Label &label, const char *type, json points)
{
    return {
        {"label", label.className}, {"points", std::move(points)}, {"group_id", nullptr}, {"description", label.reader},
        {"shape_type", type},       {"flags", json::object()},     {"mask", nullptr}};
}

/// Errors: TooLarge, OutOfMemory.
Result<json> maskShape(const Label &label)
{
    const cv::Rect box = label.mask.box();
    if (std::int64_t{box.width} * box.height > mostBoxPx)
        return fail(ErrorCode::TooLarge,
                    fmt::format("label {} spans {}x{} pixels, over {} for labelme; export CSV or CVAT", label.id,
                                box.width, box.height, mostBoxPx));
    const auto png = encodePng(label.mask.toMat(box));
    if (!png)
        return tl::unexpected(png.error());
    json shape = shapeOf(label, "mask", {{box.x, box.y}, {box.x + box.width - 1, box.y + box.height - 1}});
    shape["mask"] = toBase64(*png);
    return shape;
}

/// A label of several pieces is a group.
Result<void> addShapes(const Label &label, ShapeForm form, json &shapes)
{
    const auto rings = form == ShapeForm::Polygons ? plainRings(label.mask) : std::vector<std::vector<cv::Point>>();
    if (rings.empty())
        return maskShape(label).map([&](json &&shape) { shapes.push_back(std::move(shape)); });
    for (const auto &ring : rings) {
        json points = json::array();
        for (const cv::Point &corner : ring)
            points.push_back({corner.x, corner.y});
        json shape = shapeOf(label, "polygon", std::move(points));
        if (rings.size() > 1)
            shape["group_id"] = label.id;
        shapes.push_back(std::move(shape));
    }
    return {};
}

} // namespace

Result<std::int64_t> writeLabelme(const LabelsToWrite &source, const fs::path &folder, const JobContext &context)
{
    auto target = FolderTarget::create(folder);
    if (!target)
        return failFrom(std::move(target));
    const ShapeForm form = source.request.shapes.value_or(ShapeForm::Polygons);
    UniqueNames names;
    std::int64_t written = 0;
    for (const auto &[image, labels] : source.byImage()) {
        json shapes = json::array();
        for (const Label *label : labels) {
            context.report("export", written++, std::ssize(source.labels));
            if (context.cancelled())
                return cancelledError();
            if (auto added = addShapes(*label, form, shapes); !added)
                return failFrom(std::move(added));
        }
        const std::string name = names.take("", safeStem(image->id)) + ".json";
        const fs::path path = source.fullPath(*image);
        const fs::path relative = path.lexically_relative(target->finalPlace(name).parent_path());
        const json file{{"version", "5.4.1"},
                        {"flags", json::object()},
                        {"shapes", std::move(shapes)},
                        {"imagePath", (relative.empty() ? path : relative).generic_string()},
                        {"imageData", nullptr},
                        {"imageHeight", labels.front()->mask.size().height},
                        {"imageWidth", labels.front()->mask.size().width}};
        auto done = target->place(name).and_then([&](const fs::path &place) {
            return writeTextFile(place, file.dump(1, ' ', false, json::error_handler_t::replace) + "\n");
        });
        if (!done)
            return failFrom(std::move(done));
    }
    return target->commit().map([&] { return written; });
}

} // namespace patina::formats
