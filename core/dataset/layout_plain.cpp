#include "core/dataset/layouts.h"

#include <fmt/format.h>

namespace patina {

namespace fs = std::filesystem;
using Kind = DatasetProblem::Kind;

Result<Listing> listPlainFolder(const fs::path &root)
{
    Result<FolderTree> tree = listTree(root);
    if (!tree)
        return failFrom(std::move(tree));
    Listing listing;
    const auto isSide = [](const FolderEntry &entry) {
        return entry.relative.starts_with("impurity/") || entry.relative == "impurity";
    };
    for (const FolderEntry &folder : tree->folders)
        if (const auto nested = recogniseStructured(folder.path); nested && !isSide(folder))
            return fail(ErrorCode::BadFormat,
                        fmt::format("{} holds a data set in its folder {} ({}): open that folder, {}", root.string(),
                                    folder.relative, layoutName(*nested), folder.path.string()));
    for (const auto &[folder, error] : tree->unreadable)
        listing.problem(Kind::Unreadable, folder.relative, error.detail);
    for (const FolderEntry &other : tree->others)
        listing.problem(Kind::Unreadable, other.relative, "a broken link or no regular file");
    for (const FolderEntry &file : tree->files)
        if (hasImageName(file.name) && !isSide(file))
            listing.images.push_back({file.relative, file.path, Split::Train, "good", {}, file.relative});
    return listing;
}

} // namespace patina
