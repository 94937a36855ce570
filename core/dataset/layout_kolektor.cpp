#include "core/dataset/layouts.h"
#include "core/image/mask_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace patina {

namespace fs = std::filesystem;
using Kind = DatasetProblem::Kind;

namespace {

constexpr const char *defectClass = "defect";

/// Every fifth item is a test item: 80 % of the good images train, the share the field uses for this set.
constexpr std::size_t itemsPerTestItem = 5;

/// An image and the bitmap that says whether it is good.
struct LabelledImage
{
    ImageRecord record;
    FolderEntry label;
};

/// Pairs `<stem>.*` with `<stem><ending>.*`.
std::vector<LabelledImage> pairWithLabels(Listing &listing, const FolderListing &folder, const std::string &ending)
{
    std::map<std::string, FolderEntry> labels;
    for (const FolderEntry &file : folder.files)
        if (hasImageName(file.name) && stemOf(file.name).ends_with(ending))
            labels.emplace(stemOf(file.name), file);
    std::vector<LabelledImage> pairs;
    for (const FolderEntry &file : folder.files) {
        if (!hasImageName(file.name)) {
            listing.problem(Kind::StrayFile, file.relative, "a file that is no image");
            continue;
        }
        if (stemOf(file.name).ends_with(ending))
            continue;
        const auto label = labels.find(stemOf(file.name) + ending);
        if (label == labels.end()) {
            listing.problem(Kind::MissingMask, file.relative,
                            fmt::format("no label {}{}: nobody knows whether it is good, so it is left out",
                                        stemOf(file.name), ending));
            continue;
        }
        pairs.push_back({{file.relative, file.path, Split::Train, "good", {}, file.relative}, label->second});
    }
    for (const FolderEntry &other : folder.others)
        listing.problem(Kind::Unreadable, other.relative, "a broken link or no regular file");
    return pairs;
}

/// Reads the labels; images without a readable one are left out and named.
Result<void> addLabelled(Listing &listing, std::vector<LabelledImage> pairs, const JobContext &context)
{
    std::int64_t done = 0;
    for (LabelledImage &pair : pairs) {
        if (context.cancelled())
            return cancelledError();
        context.report("labels", done++, static_cast<std::int64_t>(pairs.size()));
        const Result<cv::Mat> label = readGreyMask(pair.label.path, {}, context);
        if (!label) {
            listing.problem(Kind::Unreadable, pair.label.relative,
                            fmt::format("{}; its image is left out", label.error().detail));
            continue;
        }
        if (cv::countNonZero(*label) > 0) {
            pair.record.className = defectClass;
            pair.record.masks.push_back({pair.label.path, defectClass});
        }
        listing.images.push_back(std::move(pair.record));
    }
    context.report("labels", done, done);
    return {};
}

/// KolektorSDD comes without a split. Defective images are test images. Good images go by item (kosNN), so that the
/// good images of one commutator are never on both sides.
Result<Listing> listItems(const FolderListing &top, const JobContext &context)
{
    Listing listing;
    std::vector<LabelledImage> pairs;
    std::size_t item = 0;
    for (const FolderEntry &folder : top.folders) {
        if (!isKolektorItem(folder.name)) {
            if (folder.name != "impurity")
                listing.problem(Kind::StrayFile, folder.relative, "a folder that is not part of the layout");
            continue;
        }
        Result<FolderListing> inside = listFolder(folder.path, folder.relative);
        const bool testItem = ++item % itemsPerTestItem == 0;
        if (!inside) {
            listing.problem(Kind::Unreadable, folder.relative, inside.error().detail);
            continue;
        }
        for (LabelledImage &pair : pairWithLabels(listing, *inside, "_label")) {
            pair.record.split = testItem ? Split::Test : Split::Train;
            pair.record.group = folder.name;
            pairs.push_back(std::move(pair));
        }
    }
    if (auto added = addLabelled(listing, std::move(pairs), context); !added)
        return failFrom(std::move(added));
    for (ImageRecord &image : listing.images)
        if (!image.isGood())
            image.split = Split::Test;
    return listing;
}

/// KolektorSDD2 is split; its defective training images stay in training, where only good images are used.
Result<Listing> listSplits(const FolderListing &top, const JobContext &context)
{
    Listing listing;
    std::vector<LabelledImage> pairs;
    for (const FolderEntry &folder : top.folders) {
        const bool train = folder.name == "train";
        if (!train && folder.name != "test") {
            if (folder.name != "impurity")
                listing.problem(Kind::StrayFile, folder.relative, "a folder that is not part of the layout");
            continue;
        }
        Result<FolderListing> inside = listFolder(folder.path, folder.relative);
        if (!inside) {
            listing.problem(Kind::Unreadable, folder.relative, inside.error().detail);
            continue;
        }
        for (LabelledImage &pair : pairWithLabels(listing, *inside, "_GT")) {
            pair.record.split = train ? Split::Train : Split::Test;
            pairs.push_back(std::move(pair));
        }
    }
    if (auto added = addLabelled(listing, std::move(pairs), context); !added)
        return failFrom(std::move(added));
    return listing;
}

} // namespace

Result<Listing> listKolektor(const fs::path &root, const JobContext &context)
{
    Result<FolderListing> top = listFolder(root);
    if (!top)
        return failFrom(std::move(top));
    const bool items = std::any_of(top->folders.begin(), top->folders.end(),
                                   [](const FolderEntry &folder) { return isKolektorItem(folder.name); });
    return items ? listItems(*top, context) : listSplits(*top, context);
}

} // namespace patina
