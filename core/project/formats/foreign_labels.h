#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/project/label_format.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// Labels as other programs write them, before they are laid on a project's images. Coordinates are continuous: the
// corner (0, 0) is the upper left one of the first pixel, whose centre is (0.5, 0.5).
namespace patina::formats {

// What a file from a stranger may cost.
inline constexpr std::int64_t mostFileBytes = std::int64_t{1} << 29;
inline constexpr std::size_t mostLabels = 1'000'000;
inline constexpr std::size_t mostCorners = 100'000; ///< of one ring
inline constexpr std::size_t mostRings = 10'000;    ///< of one label
inline constexpr double furthestCoordinate = 1e9;

/// Rings that are each filled (even-odd), and joined.
struct PolygonShape
{
    std::vector<std::vector<cv::Point2d>> rings;
};
struct EllipseShape
{
    cv::Point2d centre;
    cv::Size2d radii;
    double degrees = 0.0; ///< turned, clockwise on the screen
};
/// COCO: lengths of runs of 0 and 1 by turns, column by column, over an image of `size`.
struct ColumnRuns
{
    cv::Size size;
    std::vector<std::int64_t> counts;
};
/// CVAT: the same row by row, over a rectangle.
struct RowRuns
{
    cv::Rect box;
    std::vector<std::int64_t> counts;
};
/// labelme: a PNG, over 0 where the mask is, laid with its upper left corner on `at`.
struct PngShape
{
    cv::Point at;
    std::vector<std::uint8_t> bytes;
};
/// A mask of the size of its image.
struct MaskPath
{
    std::filesystem::path file;
};
using Geometry = std::variant<PolygonShape, EllipseShape, ColumnRuns, RowRuns, PngShape, MaskPath>;

struct ForeignLabel
{
    std::string className;
    std::optional<std::int64_t> group; ///< those of one image, class and group are one label
    Geometry geometry;
};

enum class NameEnding { Kept, Dropped };

struct ForeignImage
{
    std::string name;                     ///< as the file says it, '/' or '\' separated
    cv::Size size;                        ///< empty: not said
    NameEnding ending = NameEnding::Kept; ///< Dropped: `name` has none
    std::vector<ForeignLabel> labels;
};

/// What was not taken: counted for each reason, with the first one's name. Reasons are few and fixed words.
class LeftOut
{
public:
    void add(const std::string &reason, const std::string &what);
    std::int64_t count() const;
    /// A notice for each reason.
    void tell(const JobContext &context) const;

private:
    struct Entry
    {
        std::int64_t count = 0;
        std::string first;
    };
    std::map<std::string, Entry> m_entries;
};

struct ForeignLabels
{
    std::vector<ForeignImage> images;
    std::map<std::string, ClassKind> kinds; ///< of classes, where the file says so
    LeftOut leftOut;
};

/// The format of a file or folder, by its contents.
/// Errors: NotFound, Unreadable, BadFormat, Unsupported (none of those that are known; a ZIP archive).
Result<LabelFormat> recogniseLabels(const std::filesystem::path &source);

// One reader for each format. Stage "read". Errors: NotFound, Unreadable, BadFormat, TooLarge, OutOfMemory, Cancelled;
// a single label that cannot be taken is left out and counted.
Result<ForeignLabels> readCoco(const std::filesystem::path &file, const JobContext &context);
/// \param source a JSON file, or a folder with one for each image.
Result<ForeignLabels> readLabelme(const std::filesystem::path &source, const JobContext &context);
Result<ForeignLabels> readCvat(const std::filesystem::path &file, const JobContext &context);
/// \param folder a data set, or one with masks alone (ground_truth/CLASS/NAME_mask.png).
Result<ForeignLabels> readMvtec(const std::filesystem::path &folder, const JobContext &context);

} // namespace patina::formats
