#include "core/base/atomic_file.h"
#include "core/base/printable.h"
#include "core/dataset/class_name.h"
#include "core/dataset/csv.h"
#include "core/image/image_source.h"
#include "core/image/png_file.h"
#include "core/project/formats/folder_target.h"
#include "core/project/formats/label_writers.h"
#include "core/project/formats/mvtec_folder.h"
#include "core/project/formats/run_lengths.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace patina::formats {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::int64_t mostMaskPx = std::int64_t{1} << 30;

/// What becomes of one image.
struct PlannedImage
{
    const ProjectImage *image = nullptr;
    std::vector<const Label *> labels;
    std::string split;
    std::string className;
    std::string stem;

    std::string id() const { return split + "/" + className + "/" + stem + ending(); }
    std::string ending() const { return fs::path(image->path).extension().string(); }
    /// The image's own class has its masks in ground_truth/; others can only stand in impurity/, whatever their kind.
    std::string maskOf(const std::string &labelClass) const
    {
        return labelClass == className
                   ? "ground_truth/" + className + "/" + stem + "_mask.png"
                   : "impurity/" + labelClass + "/" + split + "/" + className + "/" + stem + "_mask.png";
    }
};

/// The defect class with most pixels; without one, what its folder says.
std::string classOf(const PlannedImage &planned, const LabelsToWrite &source)
{
    std::map<std::string, std::int64_t> areas;
    for (const Label *label : planned.labels)
        if (source.classNamed(label->className)->kind == ClassKind::Defect)
            areas[label->className] += label->mask.areaPx();
    if (areas.empty())
        return planned.image->className;
    return std::ranges::max_element(areas, {}, [](const auto &entry) { return entry.second; })->first;
}

/// A defective image is no training image: it goes to the test images.
std::vector<PlannedImage> planOf(const LabelsToWrite &source)
{
    std::map<std::string_view, std::vector<const Label *>> labels;
    for (const Label *label : source.labels)
        labels[label->image].push_back(label);
    UniqueNames names;
    std::vector<PlannedImage> plan;
    for (const ProjectImage &image : source.contents.images) {
        PlannedImage planned;
        planned.image = &image;
        planned.labels = labels[image.id];
        planned.className = classOf(planned, source);
        const bool good = planned.className == goodClassName;
        planned.split = splitName(!good && image.split == Split::Train ? Split::Test : image.split);
        const std::string path = safeStem(image.id);
        // Masks of a class are told apart by names alone, whatever the split.
        planned.stem = names.take(good ? planned.split : "/" + planned.className, path.substr(path.rfind('/') + 1));
        plan.push_back(std::move(planned));
    }
    return plan;
}

Result<void> transfer(const fs::path &from, const fs::path &to, ImageTransfer how)
{
    std::error_code error;
    if (how == ImageTransfer::Link)
        fs::create_symlink(from, to, error);
    else
        fs::copy_file(from, to, error);
    if (error)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", from.string(), error.message()));
    return {};
}

/// All labels of a class are one mask. Errors: TooLarge, those of writePng().
Result<void> writeMasks(const PlannedImage &planned, const FolderTarget &target)
{
    std::map<std::string, std::vector<MaskRun>> byClass;
    for (const Label *label : planned.labels) {
        if (label->mask.size() != planned.labels.front()->mask.size())
            return fail(ErrorCode::BadFormat, fmt::format("labels of {} are of different sizes", planned.image->id));
        auto &runs = byClass[label->className];
        runs.insert(runs.end(), label->mask.runs().begin(), label->mask.runs().end());
    }
    for (auto &[className, runs] : byClass) {
        const cv::Size size = planned.labels.front()->mask.size();
        if (std::int64_t{size.width} * size.height > mostMaskPx)
            return fail(ErrorCode::TooLarge, fmt::format("a mask of {}x{} pixels, over {} for PNG; export CVAT",
                                                         size.width, size.height, mostMaskPx));
        auto done = maskOfRuns(size, std::move(runs)).and_then([&](const RunMask &mask) {
            return target.place(planned.maskOf(className)).and_then([&](const fs::path &place) {
                return writePng(place, mask.toMat({{0, 0}, size}));
            });
        });
        if (!done)
            return done;
    }
    return {};
}

/// labels.json, groups.csv, scale.json, sources.csv
Result<void> writeSideFiles(const LabelsToWrite &source, const std::vector<PlannedImage> &written,
                            const FolderTarget &target)
{
    json classes = json::array();
    for (const ProjectClass &labelClass : source.contents.classes)
        classes.push_back({{"name", labelClass.name}, {"kind", classKindName(labelClass.kind)}});
    std::string groups = "image,group\n";
    std::string sources = "image,source\n";
    for (const PlannedImage &planned : written) {
        sources += fmt::format("{},{}\n", csvField(planned.id()), csvField(planned.image->id));
        const std::string &group = planned.image->group;
        groups += fmt::format("{},{}\n", csvField(planned.id()),
                              csvField(group.empty() || group == planned.image->id ? planned.id() : group));
    }
    std::vector<std::pair<std::string, std::string>> files{
        {"labels.json",
         json{{"classes", std::move(classes)}}.dump(1, ' ', false, json::error_handler_t::replace) + "\n"},
        {"groups.csv", std::move(groups)},
        {sourcesName, std::move(sources)}};
    for (const Setting &setting : source.contents.settings) {
        const double scale = setting.name == "mmPerPixel" ? std::strtod(setting.value.c_str(), nullptr) : 0.0;
        if (std::isfinite(scale) && scale > 0.0 && scale <= 1000.0)
            files.emplace_back("scale.json", json{{"mmPerPixel", scale}}.dump() + "\n");
    }
    for (const auto &[name, text] : files)
        if (auto done = target.place(name).and_then([&](const fs::path &at) { return writeTextFile(at, text); }); !done)
            return done;
    return {};
}

/// Class names become names of folders. Errors: BadFormat.
Result<void> checkFolderNames(const LabelsToWrite &source)
{
    const auto isFolderName = [](const std::string &name) {
        return !name.starts_with('.') && (name == goodClassName || isClassName(name));
    };
    for (const ProjectClass &labelClass : source.contents.classes)
        if (!isFolderName(labelClass.name))
            return fail(ErrorCode::BadFormat, fmt::format("class \"{}\" cannot be the name of a folder: rename it, or "
                                                          "export another format",
                                                          printable(labelClass.name)));
    for (const ProjectImage &image : source.contents.images)
        if (!isFolderName(image.className))
            return fail(ErrorCode::BadFormat, fmt::format("class \"{}\" of {} cannot be the name of a folder",
                                                          printable(image.className), printable(image.id)));
    return {};
}

} // namespace

Result<std::int64_t> writeMvtec(const LabelsToWrite &source, const fs::path &folder, const JobContext &context)
{
    if (auto named = checkFolderNames(source); !named)
        return failFrom(std::move(named));
    auto target = FolderTarget::create(folder);
    if (!target)
        return failFrom(std::move(target));
    // What makes it an MVTec folder, whatever images there are.
    for (const char *name : {"test/.", "ground_truth/."})
        if (auto made = target->place(name); !made)
            return failFrom(std::move(made));
    std::vector<PlannedImage> plan = planOf(source);
    std::vector<PlannedImage> done;
    std::int64_t looked = 0;
    std::int64_t labels = 0;
    for (PlannedImage &planned : plan) {
        context.report("export", looked++, std::ssize(plan));
        if (context.cancelled())
            return cancelledError();
        const fs::path from = source.fullPath(*planned.image);
        if (const auto info = probeImage(from); !info) {
            context.notice(fmt::format("left out {}: {}", planned.image->id, info.error().detail));
            continue;
        }
        auto written = target->place(planned.id())
                           .and_then([&](const fs::path &to) { return transfer(from, to, source.request.images); })
                           .and_then([&] { return writeMasks(planned, *target); });
        if (!written)
            return failFrom(std::move(written));
        labels += std::ssize(planned.labels);
        done.push_back(std::move(planned));
    }
    return writeSideFiles(source, done, *target).and_then([&] { return target->commit(); }).map([&] { return labels; });
}

} // namespace patina::formats
