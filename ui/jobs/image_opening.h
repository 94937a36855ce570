#pragma once

#include "core/image/image_rows.h"
#include "core/image/pyramid_cache.h"
#include "ui/canvas/display_image.h"
#include "ui/jobs/inspection_engine.h"

#include <filesystem>
#include <memory>

namespace patina {

/// A pyramid that is still to be filled.
struct PyramidWork
{
    std::filesystem::path path;
    std::unique_ptr<ImageRows> rows;
    std::shared_ptr<PyramidFile> file;
    std::shared_ptr<QuickPicture> quick;
};

/// An image that can be shown; where `work` is there it grows while that is done.
struct OpenedImage
{
    std::shared_ptr<const DisplayImage> image;
    std::shared_ptr<PyramidWork> work;
};

/// Images of more pixels are shown from a pyramid on the disk, others are held in memory.
inline constexpr qint64 kMostPixelsInMemory = 40'000'000;

/// Where pyramids are kept: the user's cache folder.
PyramidCache userPyramidCache();

/// Opens an image to be shown. Where no pyramid can be kept it is held in memory, reduced if it has to be.
/// Errors: those of openImage(), Cancelled.
Result<OpenedImage> openToShow(const InspectionEngine &engine, const std::filesystem::path &path,
                               const PyramidCache &cache, const JobContext &context,
                               qint64 mostInMemory = kMostPixelsInMemory);
/// The same in memory whatever its size.
Result<OpenedImage> openInMemory(const InspectionEngine &engine, const std::filesystem::path &path,
                                 const JobContext &context);

/// Fills the pyramid; beside that, in a thread of its own, decodes a quick picture of the whole where the format has
/// one. Errors: those of buildPyramid().
Result<void> growPyramid(PyramidWork &work, const JobContext &context);

} // namespace patina
