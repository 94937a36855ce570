#pragma once

#include "core/base/job_context.h"
#include "core/base/result.h"
#include "core/synthesis/surfaces/exemplar_photos.h"
#include "core/synthesis/surfaces/exemplar_spec.h"

#include <opencv2/core.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace patina::synthesis {

inline constexpr int mostTextures = 16;

/// The images of an exemplar, checked; shared by all scenes of a run.
struct ExemplarImages
{
    ExemplarBase base = ExemplarBase::Texture;
    int bitDepth = 8;                 ///< that they were read with
    bool grey = false;                ///< none of them has colours
    std::vector<std::string> paths;   ///< one for each of the following
    ExemplarPhotos photos;            ///< base Photo
    std::vector<ExemplarFit> fits;    ///< base Texture
    std::vector<ExemplarGrain> grain; ///< of them: what the marks in the images tell of the material
    std::vector<PhotoLook> looks;     ///< of them: how their camera saw it
};

/// All images of an exemplar and, where it is known, which one an image is like; else its own seed draws it.
struct ExemplarDraw
{
    std::shared_ptr<const ExemplarImages> images;
    std::optional<std::size_t> index{};

    ExemplarDraw(std::shared_ptr<const ExemplarImages> all = nullptr) : images(std::move(all)) {}
};

/// \param image the size of what is to be made: photos must be at least as large, but where they are taken whole.
/// \param bitDepth of what is to be made.
/// Errors: NotFound (an image is gone), Corrupt (one has changed), BadArgument (none is named; too small), TooLarge (1
/// GiB of photos), those of openImage, Cancelled.
Result<std::shared_ptr<const ExemplarImages>> loadExemplar(const ExemplarSpec &spec, cv::Size image,
                                                           const JobContext &context, int bitDepth = 8);

/// \returns 8 where any of the images has 8 bits a channel, else the least of synthesisBitDepths() that holds the
/// numbers in all of them. Progress: stage "exemplar". Errors: those of openImage(), Cancelled.
Result<int> bitDepthOf(std::span<const std::filesystem::path> paths, const JobContext &context);

/// Picks images evenly over the list, 16 textures or as many photos as fit into 1 GiB, and notes their SHA-256.
struct ChosenExemplar
{
    ExemplarSpec spec;
    int bitDepth = 8; ///< 8, or where all have 16 bits as many as the largest number in them needs
    cv::Size size;    ///< `wanted`, or of textures the most frequent one of the list, of whole photos the largest sides
};
/// \param wanted for photos: smaller images are left out. Without it photos are taken whole, each in its own size;
/// those that are smaller or larger than images may be are left out. Errors: BadArgument (no image, or none that fits),
/// Unsupported (a path that is not UTF-8), those of probeImage, Cancelled.
Result<ChosenExemplar> chooseExemplar(std::span<const std::filesystem::path> paths, ExemplarBase base,
                                      std::optional<cv::Size> wanted, const JobContext &context);

} // namespace patina::synthesis
