#include "core/dataset/layouts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace patina {

namespace fs = std::filesystem;

namespace {

bool anyFolder(const fs::path &root, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [&](const char *name) { return isFolder(root / name); });
}

/// A data set that has only test images is one too: an acceptance set.
bool looksLikeMvtecAd(const fs::path &root)
{
    return anyFolder(root, {"train/good", "test/good", "validation/good", "test_public/good"});
}

bool holdsLabelBitmaps(const fs::path &folder, const char *ending)
{
    const Result<FolderListing> listing = listFolder(folder);
    return listing && std::any_of(listing->files.begin(), listing->files.end(), [&](const FolderEntry &file) {
               return hasImageName(file.name) && stemOf(file.name).ends_with(ending);
           });
}

bool looksLikeKolektor(const fs::path &root)
{
    if (holdsLabelBitmaps(root / "train", "_GT") || holdsLabelBitmaps(root / "test", "_GT"))
        return true;
    const Result<FolderListing> top = listFolder(root);
    return top && std::any_of(top->folders.begin(), top->folders.end(), [](const FolderEntry &folder) {
               return isKolektorItem(folder.name) && holdsLabelBitmaps(folder.path, "_label");
           });
}

/// The folders of `top` that are data sets, by name and layout.
std::vector<std::pair<FolderEntry, DatasetLayout>> datasetsIn(const FolderListing &top)
{
    std::vector<std::pair<FolderEntry, DatasetLayout>> found;
    for (const FolderEntry &folder : top.folders)
        if (const auto layout = recogniseStructured(folder.path))
            found.emplace_back(folder, *layout);
    return found;
}

tl::unexpected<Error> severalDatasets(const fs::path &root,
                                      const std::vector<std::pair<FolderEntry, DatasetLayout>> &found)
{
    constexpr std::size_t named = 15;
    std::vector<std::string> names;
    names.reserve(found.size());
    for (const auto &[folder, layout] : found)
        names.push_back(folder.name);
    const std::size_t more = names.size() - std::min(names.size(), named);
    names.resize(names.size() - more);
    const bool visa =
        std::all_of(found.begin(), found.end(), [](const auto &entry) { return entry.second == DatasetLayout::VisA; });
    return fail(ErrorCode::BadFormat,
                fmt::format("{} holds {} {} ({}{}): open one of them, such as {}", root.string(), found.size(),
                            visa ? "VisA categories" : "data sets", fmt::join(names, ", "), more > 0 ? ", ..." : "",
                            found.front().first.path.string()));
}

/// A folder that would pass as "all good" although its names say otherwise must not train.
Result<void> refuseAlmostStructured(const fs::path &root, const FolderListing &top)
{
    static constexpr std::array<std::string_view, 6> frame = {"train",        "test", "validation",
                                                              "ground_truth", "Data", "test_public"};
    static constexpr std::array<std::string_view, 11> bad = {
        "bad", "ng", "nok", "ko", "defect", "defects", "defective", "anomaly", "anomalies", "Anomaly", "NG"};
    const auto among = [&](const auto &names) {
        return std::find_if(top.folders.begin(), top.folders.end(), [&](const FolderEntry &folder) {
            return std::find(names.begin(), names.end(), folder.name) != names.end();
        });
    };
    if (const auto found = among(frame); found != top.folders.end())
        return fail(
            ErrorCode::BadFormat,
            fmt::format("{} has a folder {} but none of the known forms: train/good with test/CLASS (MVTec AD), "
                        "train/ok with test/ko (BTAD), Data/Images/Normal (VisA), kosNN/PartN_label.bmp or "
                        "train/NNNNN_GT.png (KolektorSDD)",
                        root.string(), found->name));
    if (const auto found = among(bad); found != top.folders.end())
        return fail(ErrorCode::BadFormat,
                    fmt::format("{} has a folder {}, so it is no plain folder of good images: open the folder of good "
                                "images, or sort them into train/good, test/good and test/{}",
                                root.string(), found->name, found->name));
    return {};
}

} // namespace

bool isKolektorItem(const std::string &name)
{
    return name.size() > 3 && name.starts_with("kos") && name.find_first_not_of("0123456789", 3) == std::string::npos;
}

std::optional<DatasetLayout> recogniseStructured(const fs::path &folder)
{
    if (looksLikeMvtecAd(folder))
        return DatasetLayout::MvtecAd;
    if (anyFolder(folder, {"train/ok", "test/ok", "test/ko"}))
        return DatasetLayout::Btad;
    if (anyFolder(folder, {"Data/Images/Normal", "Data/Images/Anomaly"}))
        return DatasetLayout::VisA;
    if (looksLikeKolektor(folder))
        return DatasetLayout::KolektorSdd;
    if (isFolder(folder / "ground_truth") && isFolder(folder / "test")) // defects only
        return DatasetLayout::MvtecAd;
    return std::nullopt;
}

Result<DatasetLayout> recogniseLayout(const fs::path &root)
{
    if (const auto layout = recogniseStructured(root))
        return *layout;
    Result<FolderListing> top = listFolder(root);
    if (!top)
        return failFrom(std::move(top));
    const auto found = datasetsIn(*top);
    if (found.size() == 1)
        return fail(ErrorCode::BadFormat,
                    fmt::format("{} is no data set, but its folder {} is one ({}): open {}", root.string(),
                                found.front().first.name, layoutName(found.front().second),
                                found.front().first.path.string()));
    if (!found.empty())
        return severalDatasets(root, found);
    if (auto plain = refuseAlmostStructured(root, *top); !plain)
        return failFrom(std::move(plain));
    return DatasetLayout::PlainFolder;
}

} // namespace patina
