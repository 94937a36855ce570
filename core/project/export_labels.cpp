#include "core/project/export_labels.h"

#include "core/base/atomic_file.h"
#include "core/dataset/class_name.h"
#include "core/dataset/csv.h"
#include "core/project/fact_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace patina {

namespace {

using nlohmann::json;

constexpr std::int64_t mostBoxPx = std::int64_t{1} << 29; ///< is held as pixels

/// Lengths of runs of 0 and 1 by turns, column by column, beginning with 0: COCO's "counts".
json countsOf(const RunMask &mask)
{
    const cv::Rect box = mask.box();
    const cv::Mat pixels = mask.toMat(box);
    const std::int64_t height = mask.size().height;
    json counts = json::array();
    std::int64_t from = 0; // where the present run began
    bool inside = false;
    const auto turn = [&](std::int64_t at) {
        counts.push_back(at - from);
        from = at;
        inside = !inside;
    };
    for (int x = 0; x < box.width; ++x) {
        const std::int64_t top = (box.x + x) * height + box.y;
        for (int y = 0; y < box.height; ++y)
            if ((pixels.at<std::uint8_t>(y, x) != 0) != inside)
                turn(top + y);
        // A run goes on into the next column only where it reaches the lower edge, and that one begins at the upper.
        if (inside && box.height < height)
            turn(top + box.height);
    }
    if (inside)
        turn((box.x + box.width) * height);
    if (const std::int64_t rest = height * mask.size().width - from; rest > 0)
        counts.push_back(rest);
    return counts;
}

class CocoFile
{
public:
    explicit CocoFile(const ProjectContents &contents)
    {
        m_object["info"] = {{"description", "labels of a Patina project"}, {"version", "1.0"}};
        m_object["images"] = json::array();
        m_object["categories"] = json::array();
        m_object["annotations"] = json::array();
        std::map<std::string, cv::Size> sizes; // only labels know it
        for (const Label &label : contents.labels)
            sizes[label.image] = label.mask.size();
        for (const ProjectImage &image : contents.images) {
            m_images[image.id] = std::ssize(m_images) + 1;
            json entry{{"id", m_images[image.id]}, {"file_name", image.path}};
            if (const auto size = sizes.find(image.id); size != sizes.end()) {
                entry["width"] = size->second.width;
                entry["height"] = size->second.height;
            }
            m_object["images"].push_back(std::move(entry));
        }
        for (const ProjectClass &labelClass : contents.classes) {
            m_classes[labelClass.name] = std::ssize(m_classes) + 1;
            m_object["categories"].push_back({{"id", m_classes[labelClass.name]},
                                              {"name", labelClass.name},
                                              {"supercategory", classKindName(labelClass.kind)}});
        }
    }

    /// Errors: BadFormat (an image or class that is not in the project), TooLarge.
    Result<void> add(const Label &label)
    {
        const cv::Rect box = label.mask.box();
        if (!m_images.contains(label.image) || !m_classes.contains(label.className))
            return fail(ErrorCode::BadFormat, fmt::format("label {} names an image or a class that is not in the "
                                                          "project",
                                                          label.id));
        if (std::int64_t{box.width} * box.height > mostBoxPx)
            return fail(ErrorCode::TooLarge, fmt::format("label {} spans {}x{} pixels, over {} for COCO; export CSV",
                                                         label.id, box.width, box.height, mostBoxPx));
        m_object["annotations"].push_back(
            {{"id", label.id},
             {"image_id", m_images.at(label.image)},
             {"category_id", m_classes.at(label.className)},
             {"bbox", {box.x, box.y, box.width, box.height}},
             {"area", label.mask.areaPx()},
             {"iscrowd", 1}, // what readers of the format want of run lengths
             {"segmentation",
              {{"size", {label.mask.size().height, label.mask.size().width}}, {"counts", countsOf(label.mask)}}},
             {"attributes", {{"reader", label.reader}, {"source", detail::wordFor(label.source)}}}});
        return {};
    }

    std::string text() const { return m_object.dump() + "\n"; }

private:
    json m_object = json::object();
    std::map<std::string, std::int64_t> m_images;
    std::map<std::string, std::int64_t> m_classes;
};

std::string csvLine(const Label &label, const std::map<std::string, ClassKind> &kinds)
{
    const cv::Rect box = label.mask.box();
    const auto kind = kinds.find(label.className);
    return fmt::format(
        "{},{},{},{},{},{},{},{},{},{},{},{},{}\n", label.id, csvField(label.image), csvField(label.className),
        kind != kinds.end() ? classKindName(kind->second) : std::string_view("false alarm"), csvField(label.reader),
        detail::wordFor(label.source), box.x, box.y, box.width, box.height, label.mask.areaPx(), label.modelHash,
        label.threshold ? fmt::format("{}", *label.threshold) : std::string());
}

Result<std::vector<const Label *>> chosen(const ProjectContents &contents, const LabelExport &request)
{
    std::vector<const Label *> labels;
    std::set<std::string> readers;
    for (const Label &label : contents.labels) {
        readers.insert(label.reader);
        if (request.reader.empty() || label.reader == request.reader)
            labels.push_back(&label);
    }
    if (!request.reader.empty() && labels.empty())
        return fail(ErrorCode::NotFound,
                    fmt::format("there is no label of \"{}\"; {}", request.reader,
                                readers.empty() ? "nobody has labelled anything yet"
                                                : fmt::format("there are those of {}", fmt::join(readers, ", "))));
    return labels;
}

} // namespace

Result<std::int64_t> exportLabels(const ProjectContents &contents, const LabelExport &request,
                                  const std::filesystem::path &file, const JobContext &context)
{
    const auto labels = chosen(contents, request);
    if (!labels)
        return tl::unexpected(labels.error());
    std::int64_t looked = 0;
    const auto goOn = [&] {
        context.report("export", looked++, std::ssize(*labels));
        return !context.cancelled();
    };
    if (request.format == LabelFormat::Csv) {
        std::map<std::string, ClassKind> kinds;
        for (const ProjectClass &labelClass : contents.classes)
            kinds[labelClass.name] = labelClass.kind;
        std::string csv = "id,image,class,kind,reader,source,x,y,width,height,areaPx,model,threshold\n";
        for (const Label *label : *labels) {
            if (!goOn())
                return cancelledError();
            csv += csvLine(*label, kinds);
        }
        return writeTextFile(file, csv).map([&] { return std::int64_t{std::ssize(*labels)}; });
    }
    CocoFile coco(contents);
    std::int64_t objects = 0;
    for (const Label *label : *labels) {
        if (!goOn())
            return cancelledError();
        if (label->className == goodClassName)
            continue;
        if (auto added = coco.add(*label); !added)
            return failFrom(std::move(added));
        ++objects;
    }
    return writeTextFile(file, coco.text()).map([&] { return objects; });
}

} // namespace patina
