#pragma once

#include "core/base/job_context.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"
#include "core/features/feature_extractor.h"

#include <opencv2/core.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace patina {

/// Defect classes that count; empty: all of a data set.
using CountedClasses = std::vector<std::string>;
/// Errors: BadArgument, with the defect classes that there are, where the data set has none of that name.
/// \param name of the data set, for the sentence.
Result<void> checkClasses(const CountedClasses &classes, const Dataset &dataset, const std::string &name);
/// Whether an image has a mask of a defect that counts.
bool showsDefect(const ImageRecord &record, const Dataset &dataset, const CountedClasses &classes);

using Records = std::vector<const ImageRecord *>;
/// At most `most` images of one half (0 or 1), which shares no group with the other: groups are dealt out in turn, in
/// the order in which they come.
Records halfOf(const Records &records, std::size_t most, std::size_t half);

/// An image with the pixels of its defects that count; an empty mask: none.
struct Sample
{
    cv::Mat image; ///< CV_8UC1 or CV_8UC3
    cv::Mat defect;
    std::string group; ///< part or batch
};
/// What white is in the images of 16 bits of a data set, see synthesis::bitDepthOf(). Errors: those of that.
Result<int> whiteOfImages(const Dataset &dataset, const JobContext &context);
/// \param white of images of 16 bits. Errors: those of openImage() and loadLabels().
Result<Sample> loadSample(const ImageRecord &record, const Dataset &dataset, const CountedClasses &classes, int white,
                          const JobContext &context);

/// Patches of a set, and the mean spectrum of its images.
struct PatchSet
{
    std::string name;
    FeatureMatrix features;
    std::vector<int> groups; ///< parts or batches that the rows are of, numbered as they come
    std::int64_t imageCount = 0;
    std::vector<double> spectrum; ///< of good images that are large enough; empty: none is
};

enum class PatchesOf { GoodImages, Defects };

/// Draws patches of sets of images: anywhere on good ones, in the masks of others.
class PatchSampler
{
public:
    PatchSampler(std::unique_ptr<FeatureExtractor> extractor, int perImage, std::uint64_t seed,
                 const JobContext &context)
        : m_extractor(std::move(extractor)), m_perImage(static_cast<std::size_t>(perImage)), m_seed(seed),
          m_context(context)
    {
    }

    /// \param images that setOf() will look at, all sets together: what is left is told by them.
    void expect(std::int64_t images) { m_expected = images; }

    /// \param make an image by its place. Progress: stage "believability" (images). Errors: those of make and of the
    /// extractor, Cancelled.
    Result<PatchSet> setOf(const std::string &name, std::size_t count, PatchesOf of,
                           const std::function<Result<Sample>(std::size_t)> &make);

private:
    Result<void> addPatches(const Sample &sample, PatchesOf of, int group, Random &random, PatchSet &set);

    std::unique_ptr<FeatureExtractor> m_extractor;
    std::size_t m_perImage;
    std::uint64_t m_seed;
    const JobContext &m_context;
    std::int64_t m_done = 0;
    std::int64_t m_expected = 0;
};

} // namespace patina
