#include "core/dataset/csv.h"
#include "core/dataset/layouts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <system_error>

namespace patina {

namespace fs = std::filesystem;
using Kind = DatasetProblem::Kind;

namespace {

constexpr std::string_view imageFolder = "Data/Images/";

/// Without a split file every tenth normal image is a test image: the 90/10 share of VisA's one-class setting
/// (Zou et al., SPot-the-Difference, 2022, section 5).
constexpr std::size_t normalsPerTestImage = 10;

/// "Data/Images/Normal/0001.JPG" of "candle/Data/Images/Normal/0001.JPG"; the CSV files count from one folder above.
std::string idOfCsvPath(const std::string &path)
{
    const std::size_t at = path.find(imageFolder);
    return at == std::string::npos ? path : path.substr(at);
}

std::string trimmed(const std::string &text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    const std::size_t last = text.find_last_not_of(" \t");
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

/// One label names the class; several are "combined", the field's word for it.
std::string classOfLabels(const std::string &labels)
{
    if (labels.find(',') != std::string::npos)
        return "combined";
    const std::string label = trimmed(labels);
    return label != "normal" && isClassName(label) ? label : "anomaly";
}

std::map<std::string, ImageRecord *> byId(Listing &listing)
{
    std::map<std::string, ImageRecord *> images;
    for (ImageRecord &image : listing.images)
        images.emplace(image.id, &image);
    return images;
}

Result<void> applyAnnotations(Listing &listing, const fs::path &root)
{
    const char *name = "image_anno.csv";
    Result<CsvTable> table = readCsvTable(root / name, {"image", "label"});
    if (!table)
        return table.error().code == ErrorCode::NotFound ? Result<void>{} : failFrom(std::move(table));
    const auto imageColumn = static_cast<std::size_t>(table->column("image"));
    const auto labelColumn = static_cast<std::size_t>(table->column("label"));
    const auto images = byId(listing);
    std::int64_t unknown = 0;
    for (const CsvRow &row : table->rows) {
        const auto image = images.find(idOfCsvPath(row.fields[imageColumn]));
        if (image == images.end())
            ++unknown;
        else if (!image->second->isGood())
            image->second->className = classOfLabels(row.fields[labelColumn]);
    }
    if (unknown > 0)
        listing.problem(Kind::BadSideFile, name,
                        fmt::format("{} of {} rows name no image", unknown, table->rows.size()));
    return {};
}

void splitByRule(Listing &listing)
{
    std::size_t normals = 0;
    for (ImageRecord &image : listing.images)
        image.split = image.isGood() && ++normals % normalsPerTestImage != 0 ? Split::Train : Split::Test;
}

/// VisA's own split file, beside the category or in it: object,split,label,image,mask.
fs::path splitFile(const fs::path &root)
{
    for (const fs::path &folder : {root, root.parent_path()}) {
        std::error_code error;
        if (fs::is_regular_file(folder / "split_csv/1cls.csv", error))
            return folder / "split_csv/1cls.csv";
    }
    return {};
}

Result<void> applySplitFile(Listing &listing, const fs::path &file, const std::string &category)
{
    Result<CsvTable> table = readCsvTable(file, {"object", "split", "image"});
    if (!table)
        return failFrom(std::move(table));
    const auto object = static_cast<std::size_t>(table->column("object"));
    const auto split = static_cast<std::size_t>(table->column("split"));
    const auto imageColumn = static_cast<std::size_t>(table->column("image"));
    auto images = byId(listing);
    const std::size_t all = images.size();
    for (const CsvRow &row : table->rows) {
        if (row.fields[object] != category)
            continue;
        const std::string &word = row.fields[split];
        if (word != "train" && word != "test")
            return fail(ErrorCode::BadFormat,
                        fmt::format("{} line {}: split '{}' is neither train nor test", file.string(), row.line, word));
        const auto image = images.find(idOfCsvPath(row.fields[imageColumn]));
        if (image == images.end())
            continue;
        image->second->split = word == "train" ? Split::Train : Split::Test;
        images.erase(image);
    }
    if (images.size() == all) {
        listing.problem(
            Kind::BadSideFile, "split_csv/1cls.csv",
            fmt::format("no row of it is about {}: every tenth normal image is a test image instead", category));
        splitByRule(listing);
    } else if (!images.empty()) {
        listing.problem(Kind::BadSideFile, "split_csv/1cls.csv",
                        fmt::format("{} images are not in it and count as test images (the first is {})", images.size(),
                                    images.begin()->first));
    }
    return {};
}

void addFolder(Listing &listing, const fs::path &root, const std::string &relative, const std::string &className)
{
    const Result<FolderListing> folder = listFolder(root / relative, relative);
    if (folder)
        addImages(listing, *folder, relative, Split::Test, className);
    else if (folder.error().code != ErrorCode::NotFound)
        listing.problem(Kind::Unreadable, relative, folder.error().detail);
}

} // namespace

Result<Listing> listVisa(const fs::path &root)
{
    Listing listing;
    addFolder(listing, root, "Data/Images/Normal", "good");
    addFolder(listing, root, "Data/Images/Anomaly", "anomaly");
    if (auto applied = applyAnnotations(listing, root); !applied)
        return failFrom(std::move(applied));

    const fs::path file = splitFile(root);
    if (file.empty())
        splitByRule(listing);
    else if (auto applied = applySplitFile(listing, file, root.filename().string()); !applied)
        return failFrom(std::move(applied));

    std::vector<ImageRecord *> anomalies;
    for (ImageRecord &image : listing.images)
        if (!image.isGood())
            anomalies.push_back(&image);
    attachMasks(listing, root / "Data/Masks/Anomaly", "Data/Masks/Anomaly", anomalies);
    return listing;
}

} // namespace patina
