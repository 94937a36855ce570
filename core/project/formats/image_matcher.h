#pragma once

#include "core/project/contents.h"
#include "core/project/formats/foreign_labels.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace patina::formats {

/// Which images of a project the names in a foreign file mean: by id; by path; else by the longest end of the name that
/// is the end of one image's id or path, and of one alone, down to the file name. An image that several names would
/// mean in that way is given to the one that says most of it; to none where two say as much.
class ImageMatcher
{
public:
    /// \param folder of the project, where its paths start.
    ImageMatcher(const ProjectContents &contents, const std::filesystem::path &folder);

    enum class Miss { None, Several };
    /// For each foreign image the place of the project's image. Errors of one: who it fits.
    std::vector<tl::expected<std::size_t, Miss>> match(const std::vector<ForeignImage> &images) const;

private:
    struct Fit
    {
        std::size_t image = 0;
        int strength = 0; ///< components that are the same; more than any path has: by id or path
    };
    struct Tail
    {
        std::size_t image = 0;
        bool several = false;
    };
    tl::expected<Fit, Miss> fitOf(const ForeignImage &image) const;
    void addTails(const std::string &path, std::size_t image);

    std::map<std::string, std::size_t> m_ids;
    std::map<std::string, std::size_t> m_paths;
    std::map<std::string, Tail> m_tails;
    std::map<std::string, Tail> m_tailsWithoutEnding;
};

} // namespace patina::formats
