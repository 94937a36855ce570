#include "core/project/formats/foreign_labels.h"
#include "core/project/formats/json_fields.h"
#include "core/project/formats/run_lengths.h"
#include "core/project/formats/shape_mask.h"

#include <fmt/format.h>

#include <limits>

namespace patina::formats {

using nlohmann::json;

namespace {

constexpr const char *unreadable = "shapes that cannot be read";

/// Run lengths, as a list or as COCO's text.
std::optional<ColumnRuns> columnRunsOf(const json &segmentation)
{
    const json &size = arrayOf(segmentation, "size");
    const json *counts = memberOf(segmentation, "counts");
    if (size.size() != 2 || counts == nullptr)
        return std::nullopt;
    ColumnRuns runs;
    runs.size = sizeOf(json{{"height", size[0]}, {"width", size[1]}}, "width", "height");
    if (counts->is_string()) {
        auto read = countsOfText(counts->get_ref<const std::string &>());
        if (!read)
            return std::nullopt;
        runs.counts = *std::move(read);
        return runs;
    }
    if (!counts->is_array() || counts->size() > 2 * mostMaskRuns)
        return std::nullopt;
    for (const json &count : *counts) {
        if (!count.is_number_integer() || count > std::numeric_limits<std::int64_t>::max() / 2 || count < 0)
            return std::nullopt;
        runs.counts.push_back(count.get<std::int64_t>());
    }
    return runs;
}

std::optional<Geometry> boxOf(const json &annotation)
{
    const json &box = arrayOf(annotation, "bbox");
    if (box.size() != 4)
        return std::nullopt;
    std::array<double, 4> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto value = coordinateOf(box[i]);
        if (!value)
            return std::nullopt;
        values[i] = *value;
    }
    return rectangleShape({values[0], values[1]}, {values[0] + values[2], values[1] + values[3]});
}

std::optional<Geometry> geometryOf(const json &annotation)
{
    const json *segmentation = memberOf(annotation, "segmentation");
    if (segmentation == nullptr || segmentation->is_null() || (segmentation->is_array() && segmentation->empty()))
        return boxOf(annotation);
    if (segmentation->is_object()) {
        auto runs = columnRunsOf(*segmentation);
        return runs ? std::optional<Geometry>(*std::move(runs)) : std::nullopt;
    }
    if (!segmentation->is_array() || segmentation->size() > mostRings)
        return std::nullopt;
    PolygonShape polygon;
    for (const json &ring : *segmentation) {
        auto corners = flatPairsOf(ring, 3);
        if (!corners)
            return std::nullopt;
        polygon.rings.push_back(*std::move(corners));
    }
    return polygon;
}

class CocoReader
{
public:
    Result<ForeignLabels> read(const json &file, const JobContext &context)
    {
        takeImages(file);
        takeCategories(file);
        const json &annotations = arrayOf(file, "annotations");
        if (annotations.size() > mostLabels)
            return fail(ErrorCode::TooLarge, fmt::format("over {} annotations", mostLabels));
        std::int64_t looked = 0;
        for (const json &annotation : annotations) {
            context.report("read", looked++, std::ssize(annotations));
            if (context.cancelled())
                return cancelledError();
            take(annotation);
        }
        return std::move(m_labels);
    }

private:
    void takeImages(const json &file)
    {
        for (const json &image : arrayOf(file, "images")) {
            const auto id = keyOf(image, "id");
            const auto name = textOf(image, "file_name");
            if (!id || !name) {
                m_labels.leftOut.add("images without id or name", name.value_or(id.value_or("?")));
                continue;
            }
            if (m_images.emplace(*id, m_labels.images.size()).second)
                m_labels.images.push_back({*name, sizeOf(image, "width", "height"), NameEnding::Kept, {}});
        }
    }

    void takeCategories(const json &file)
    {
        for (const json &category : arrayOf(file, "categories")) {
            const auto id = keyOf(category, "id");
            const auto name = textOf(category, "name");
            if (!id || !name)
                continue; // annotations of it say so
            m_classes[*id] = *name;
            const std::string kind = textOf(category, "supercategory").value_or("");
            for (const ClassKind known : {ClassKind::Defect, ClassKind::Impurity, ClassKind::Ambiguous})
                if (kind == classKindName(known))
                    m_labels.kinds[*name] = known;
        }
    }

    void take(const json &annotation)
    {
        const std::string name = fmt::format("annotation {}", keyOf(annotation, "id").value_or("without id"));
        const auto image = m_images.find(keyOf(annotation, "image_id").value_or(""));
        const auto className = m_classes.find(keyOf(annotation, "category_id").value_or(""));
        if (image == m_images.end())
            return m_labels.leftOut.add("labels of images that the file does not name", name);
        if (className == m_classes.end())
            return m_labels.leftOut.add("labels of classes that the file does not name", name);
        auto geometry = geometryOf(annotation);
        if (!geometry)
            return m_labels.leftOut.add(unreadable, name);
        m_labels.images[image->second].labels.push_back({className->second, std::nullopt, *std::move(geometry)});
    }

    ForeignLabels m_labels;
    std::map<std::string, std::size_t> m_images;
    std::map<std::string, std::string> m_classes;
};

} // namespace

Result<ForeignLabels> readCoco(const std::filesystem::path &file, const JobContext &context)
{
    context.report("read", 0, 0);
    const auto object = readJsonObject(file, mostFileBytes);
    if (!object)
        return tl::unexpected(object.error());
    const json *images = memberOf(*object, "images");
    const json *annotations = memberOf(*object, "annotations");
    if (images == nullptr || !images->is_array() || annotations == nullptr || !annotations->is_array())
        return fail(ErrorCode::BadFormat, fmt::format("{} is no COCO file: it has no lists \"images\" and "
                                                      "\"annotations\"",
                                                      file.string()));
    return CocoReader().read(*object, context).map_error([&](const Error &error) {
        return Error{error.code, fmt::format("{}: {}", file.string(), error.detail)};
    });
}

} // namespace patina::formats
