#include "core/base/atomic_file.h"
#include "core/dataset/csv.h"
#include "core/project/fact_fields.h"
#include "core/project/formats/label_writers.h"

#include <fmt/format.h>

namespace patina::formats {

namespace {

std::string csvLine(const Label &label, const std::map<std::string, ClassKind> &kinds)
{
    const cv::Rect box = label.mask.box();
    const auto kind = kinds.find(label.className);
    return fmt::format(
        "{},{},{},{},{},{},{},{},{},{},{},{},{}\n", label.id, csvField(label.image), csvField(label.className),
        kind != kinds.end() ? classKindName(kind->second) : std::string_view("false alarm"), csvField(label.reader),
        patina::detail::wordFor(label.source), box.x, box.y, box.width, box.height, label.mask.areaPx(),
        label.modelHash, label.threshold ? fmt::format("{}", *label.threshold) : std::string());
}

} // namespace

Result<std::int64_t> writeCsv(const LabelsToWrite &source, const std::filesystem::path &file, const JobContext &context)
{
    std::map<std::string, ClassKind> kinds;
    for (const ProjectClass &labelClass : source.contents.classes)
        kinds[labelClass.name] = labelClass.kind;
    std::string csv = "id,image,class,kind,reader,source,x,y,width,height,areaPx,model,threshold\n";
    std::int64_t looked = 0;
    for (const Label *label : source.labels) {
        context.report("export", looked++, std::ssize(source.labels));
        if (context.cancelled())
            return cancelledError();
        csv += csvLine(*label, kinds);
    }
    if (context.cancelled())
        return cancelledError();
    return writeTextFile(file, csv).map([&] { return std::int64_t{std::ssize(source.labels)}; });
}

} // namespace patina::formats
