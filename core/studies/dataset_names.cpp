#include "core/studies/dataset_names.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <functional>

namespace patina {

namespace {

/// Replaces names that more than one has.
void renameSame(std::vector<std::string> &names, const std::function<std::string(std::size_t)> &longer)
{
    const std::vector<std::string> before = names;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (std::ranges::count(before, before[i]) > 1)
            names[i] = longer(i);
}

} // namespace

std::vector<std::string> distinctNames(const std::vector<StudyDataset> &sets)
{
    std::vector<std::string> names;
    for (const StudyDataset &set : sets)
        names.push_back(set.name);
    const auto folder = [&](std::size_t i) {
        const std::filesystem::path root = std::filesystem::absolute(sets[i].dataset.root).lexically_normal();
        return root.has_filename() ? root : root.parent_path();
    };
    renameSame(names, [&](std::size_t i) { return folder(i).parent_path().filename().string() + '/' + sets[i].name; });
    renameSame(names, [&](std::size_t i) { return folder(i).string(); });
    return names;
}

} // namespace patina
