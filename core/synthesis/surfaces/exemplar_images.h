#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/synthesis/surfaces/exemplar_fit.h"
#include "core/synthesis/surfaces/exemplar_spec.h"
#include "core/synthesis/surfaces/photo_look.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace patina::synthesis {

inline constexpr int mostTextures = 16;
inline constexpr int mostPhotos = 64;

/// The images of an exemplar, read and checked; shared by all scenes of a run, never changed.
struct ExemplarImages
{
    ExemplarBase base = ExemplarBase::Texture;
    bool grey = false;                ///< none of them has colours
    std::vector<std::string> paths;   ///< one for each of the following
    std::vector<cv::Mat> photos;      ///< base Photo: CV_8UC1 or CV_8UC3
    std::vector<ExemplarFit> fits;    ///< base Texture
    std::vector<ExemplarGrain> grain; ///< what the marks in the images tell of the material
    std::vector<PhotoLook> looks;     ///< how their camera saw it
};

/// \param image the size of what is to be made: photos must be at least as large, but where they are taken whole.
/// Errors: NotFound (an image is gone), Corrupt (one has changed), BadArgument (none is named; too small), TooLarge (1
/// GiB of photos), those of openImage, Cancelled.
Result<std::shared_ptr<const ExemplarImages>> loadExemplar(const ExemplarSpec &spec, cv::Size image,
                                                           const JobContext &context);

/// Picks images evenly over the list and notes their SHA-256.
struct ChosenExemplar
{
    ExemplarSpec spec;
    cv::Size size; ///< `wanted`, or of textures the most frequent one of the list, of whole photos the largest sides
};
/// \param wanted for photos: smaller images are left out. Without it photos are taken whole, each in its own size;
/// those that are smaller or larger than images may be are left out. Errors: BadArgument (no image, or none that fits),
/// those of probeImage, Cancelled.
Result<ChosenExemplar> chooseExemplar(std::span<const std::filesystem::path> paths, ExemplarBase base,
                                      std::optional<cv::Size> wanted, const JobContext &context);

} // namespace patina::synthesis
