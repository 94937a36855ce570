#include "core/base/atomic_file.h"
#include "core/project/formats/label_writers.h"
#include "core/project/formats/mask_rings.h"
#include "core/project/formats/run_lengths.h"
#include "core/project/formats/xml_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace patina::formats {

namespace {

std::string headOf(const ProjectContents &contents)
{
    std::string head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations>\n  <version>1.1</version>\n"
                       "  <meta><task><labels>\n";
    for (const ProjectClass &labelClass : contents.classes)
        head += fmt::format("    <label><name>{}</name><attributes></attributes></label>\n", xmlText(labelClass.name));
    return head + "  </labels></task></meta>\n";
}

/// A label of several pieces is a group.
std::string polygonsOf(const Label &label, const std::vector<std::vector<cv::Point>> &rings)
{
    std::string xml;
    for (const auto &ring : rings) {
        std::vector<std::string> corners;
        corners.reserve(ring.size());
        for (const cv::Point &corner : ring)
            corners.push_back(fmt::format("{}.00,{}.00", corner.x, corner.y));
        xml += fmt::format("    <polygon label=\"{}\" source=\"manual\" occluded=\"0\" points=\"{}\" z_order=\"0\"{}>"
                           "</polygon>\n",
                           xmlText(label.className), fmt::join(corners, ";"),
                           rings.size() > 1 ? fmt::format(" group_id=\"{}\"", label.id) : std::string());
    }
    return xml;
}

std::string maskOf(const Label &label)
{
    const cv::Rect box = label.mask.box();
    return fmt::format("    <mask label=\"{}\" source=\"manual\" occluded=\"0\" rle=\"{}\" left=\"{}\" top=\"{}\" "
                       "width=\"{}\" height=\"{}\" z_order=\"0\"></mask>\n",
                       xmlText(label.className), fmt::join(rowCountsOf(label.mask), ", "), box.x, box.y, box.width,
                       box.height);
}

} // namespace

Result<std::int64_t> writeCvat(const LabelsToWrite &source, const std::filesystem::path &file,
                               const JobContext &context)
{
    std::string xml = headOf(source.contents);
    std::int64_t written = 0;
    std::int64_t number = 0;
    for (const auto &[image, labels] : source.byImage()) {
        const cv::Size size = labels.front()->mask.size();
        xml += fmt::format("  <image id=\"{}\" name=\"{}\" width=\"{}\" height=\"{}\">\n", number++, xmlText(image->id),
                           size.width, size.height);
        for (const Label *label : labels) {
            context.report("export", written++, std::ssize(source.labels));
            if (context.cancelled())
                return cancelledError();
            const bool asPolygons = source.request.shapes == ShapeForm::Polygons;
            const auto rings = asPolygons ? plainRings(label->mask) : std::vector<std::vector<cv::Point>>();
            xml += rings.empty() ? maskOf(*label) : polygonsOf(*label, rings);
        }
        xml += "  </image>\n";
    }
    return writeTextFile(file, xml + "</annotations>\n").map([&] { return written; });
}

} // namespace patina::formats
