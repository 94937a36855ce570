#include "core/dataset/csv.h"
#include "core/dataset/folder_listing.h"
#include "core/dataset/side_files.h"
#include "core/project/formats/foreign_labels.h"
#include "core/project/formats/mvtec_folder.h"

#include <fmt/format.h>

namespace patina::formats {

namespace fs = std::filesystem;
using Kind = DatasetProblem::Kind;

namespace {

/// Which image of a project each image of an exported data set was. Errors: those of readCsvTable.
Result<std::map<std::string, std::string>> readSources(const fs::path &folder)
{
    std::map<std::string, std::string> sources;
    const auto table = readCsvTable(folder / sourcesName, {"image", "source"});
    if (!table && table.error().code == ErrorCode::NotFound)
        return sources;
    if (!table)
        return tl::unexpected(table.error());
    for (const CsvRow &row : table->rows)
        sources[row.fields[static_cast<std::size_t>(table->column("image"))]] =
            row.fields[static_cast<std::size_t>(table->column("source"))];
    return sources;
}

Result<ForeignLabels> labelsOf(const Dataset &dataset, const JobContext &context)
{
    const auto sources = readSources(dataset.root);
    if (!sources)
        return tl::unexpected(sources.error());
    ForeignLabels labels;
    for (const LabelClass &labelClass : dataset.classes)
        labels.kinds[labelClass.name] = labelClass.kind;
    for (const DatasetProblem &problem : dataset.problems)
        if (problem.kind == Kind::AmbiguousMask || problem.kind == Kind::StrayFile || problem.kind == Kind::Unreadable)
            labels.leftOut.add("files or folders that have no place in a data set",
                               problem.imageId.empty() ? problem.detail : problem.imageId);
    std::int64_t looked = 0;
    for (const ImageRecord &record : dataset.images) {
        context.report("read", looked++, std::ssize(dataset.images));
        if (context.cancelled())
            return cancelledError();
        const auto source = sources->find(record.id);
        ForeignImage image{source != sources->end() ? source->second : record.id, {}, NameEnding::Kept, {}};
        for (const MaskFile &mask : record.masks)
            image.labels.push_back({mask.className, std::nullopt, MaskPath{mask.path}});
        labels.images.push_back(std::move(image));
    }
    return labels;
}

std::string stemOfMask(const std::string &fileName)
{
    const std::string stem = stemOf(fileName);
    return stem.ends_with("_mask") && stem.size() > 5 ? stem.substr(0, stem.size() - 5) : stem;
}

/// Masks without their images: `CLASS/NAME_mask.png`, or all files of `CLASS/NAME/`.
class BareMasks
{
public:
    ForeignLabels labels;

    void takeFolder(const fs::path &root, const char *name, std::optional<ClassKind> kind, const JobContext &context)
    {
        const auto classes = listFolder(root / name, name);
        if (!classes)
            return;
        for (const FolderEntry &classFolder : classes->folders) {
            const auto tree = listTree(classFolder.path);
            if (!tree || context.cancelled())
                continue;
            if (kind)
                labels.kinds.emplace(classFolder.name, *kind);
            for (const FolderEntry &file : tree->files)
                take(file, classFolder.name, !kind);
        }
    }

private:
    void take(const FolderEntry &file, const std::string &className, bool nameHasClass)
    {
        if (!hasImageName(file.name))
            return labels.leftOut.add("files that are no masks", file.relative);
        const auto slash = file.relative.rfind('/');
        std::string name = slash == std::string::npos ? "" : file.relative.substr(0, slash);
        if (!nameHasClass) // a path to the image
            name = (name.empty() ? "" : name + "/") + stemOfMask(file.name);
        else // a folder holds all masks of an image
            name = className + "/" + (name.empty() ? stemOfMask(file.name) : name);
        labels.images.push_back({name, {}, NameEnding::Dropped, {{className, std::nullopt, MaskPath{file.path}}}});
    }
};

Result<ForeignLabels> bareMasksOf(const fs::path &folder, const JobContext &context)
{
    BareMasks masks;
    masks.takeFolder(folder, "ground_truth", std::nullopt, context);
    masks.takeFolder(folder, "impurity", ClassKind::Impurity, context);
    if (context.cancelled())
        return cancelledError();
    const auto classes = readLabelClasses(folder);
    if (!classes)
        return tl::unexpected(classes.error());
    for (const LabelClass &labelClass : classes->value_or(std::vector<LabelClass>{}))
        masks.labels.kinds[labelClass.name] = labelClass.kind;
    if (masks.labels.images.empty())
        return fail(ErrorCode::BadFormat,
                    fmt::format("{} has no masks: they stand in ground_truth/CLASS/NAME_mask.png", folder.string()));
    return std::move(masks.labels);
}

} // namespace

Result<ForeignLabels> readMvtec(const fs::path &folder, const JobContext &context)
{
    context.report("read", 0, 0);
    const auto dataset = openDataset(folder, context);
    if (dataset && dataset->layout != DatasetLayout::PlainFolder)
        return labelsOf(*dataset, context);
    const bool masks = isFolder(folder / "ground_truth") || isFolder(folder / "impurity");
    if (dataset || (dataset.error().code == ErrorCode::BadFormat && masks))
        return bareMasksOf(folder, context);
    return tl::unexpected(dataset.error());
}

} // namespace patina::formats
