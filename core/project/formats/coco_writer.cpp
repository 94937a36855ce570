#include "core/base/atomic_file.h"
#include "core/project/fact_fields.h"
#include "core/project/formats/label_writers.h"
#include "core/project/formats/mask_rings.h"
#include "core/project/formats/run_lengths.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace patina::formats {

using nlohmann::json;

namespace {

class CocoFile
{
public:
    explicit CocoFile(const LabelsToWrite &source) : m_shapes(source.request.shapes.value_or(ShapeForm::Masks))
    {
        m_object["info"] = {{"description", "labels of a Patina project"}, {"version", "1.0"}};
        m_object["images"] = json::array();
        m_object["categories"] = json::array();
        m_object["annotations"] = json::array();
        std::map<std::string, cv::Size> sizes; // only labels know it
        for (const Label &label : source.contents.labels)
            sizes[label.image] = label.mask.size();
        for (const ProjectImage &image : source.contents.images) {
            m_images[image.id] = std::ssize(m_images) + 1;
            json entry{{"id", m_images[image.id]}, {"file_name", image.path}};
            if (const auto size = sizes.find(image.id); size != sizes.end()) {
                entry["width"] = size->second.width;
                entry["height"] = size->second.height;
            }
            m_object["images"].push_back(std::move(entry));
        }
        for (const ProjectClass &labelClass : source.contents.classes) {
            m_classes[labelClass.name] = std::ssize(m_classes) + 1;
            m_object["categories"].push_back({{"id", m_classes[labelClass.name]},
                                              {"name", labelClass.name},
                                              {"supercategory", classKindName(labelClass.kind)}});
        }
    }

    /// Errors: TooLarge.
    Result<void> add(const Label &label)
    {
        const cv::Rect box = label.mask.box();
        json annotation{{"id", label.id},
                        {"image_id", m_images.at(label.image)},
                        {"category_id", m_classes.at(label.className)},
                        {"bbox", {box.x, box.y, box.width, box.height}},
                        {"area", label.mask.areaPx()},
                        {"attributes", {{"reader", label.reader}, {"source", patina::detail::wordFor(label.source)}}}};
        json polygons = m_shapes == ShapeForm::Polygons ? polygonsOf(label.mask) : json::array();
        annotation["iscrowd"] = polygons.empty() ? 1 : 0; // what readers of the format want of run lengths
        if (!polygons.empty()) {
            annotation["segmentation"] = std::move(polygons);
        } else {
            const auto counts = columnCountsOf(label.mask);
            if (!counts)
                return tl::unexpected(counts.error());
            annotation["segmentation"] = {{"size", {label.mask.size().height, label.mask.size().width}},
                                          {"counts", *counts}};
        }
        m_object["annotations"].push_back(std::move(annotation));
        return {};
    }

    std::string text() const { return m_object.dump(-1, ' ', false, json::error_handler_t::replace) + "\n"; }

private:
    static json polygonsOf(const RunMask &mask)
    {
        json polygons = json::array();
        for (const auto &ring : plainRings(mask)) {
            json flat = json::array();
            for (const cv::Point &corner : ring) {
                flat.push_back(corner.x);
                flat.push_back(corner.y);
            }
            polygons.push_back(std::move(flat));
        }
        return polygons;
    }

    ShapeForm m_shapes;
    json m_object = json::object();
    std::map<std::string, std::int64_t> m_images;
    std::map<std::string, std::int64_t> m_classes;
};

} // namespace

Result<std::int64_t> writeCoco(const LabelsToWrite &source, const std::filesystem::path &file,
                               const JobContext &context)
{
    CocoFile coco(source);
    std::int64_t written = 0;
    for (const Label *label : source.labels) {
        context.report("export", written, std::ssize(source.labels));
        if (context.cancelled())
            return cancelledError();
        if (auto added = coco.add(*label); !added)
            return fail(added.error().code, fmt::format("label {}: {}", label->id, added.error().detail));
        ++written;
    }
    return writeTextFile(file, coco.text()).map([&] { return written; });
}

} // namespace patina::formats
