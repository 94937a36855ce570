#pragma once

#include "core/base/result.h"
#include "core/metrics/evaluation.h"
#include "core/metrics/image_truth.h"
#include "core/metrics/region_scores.h"
#include "core/metrics/score_histogram.h"
#include "core/regions/region.h"
#include "core/regions/region_levels_builder.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace patina {

/// What is counted at one threshold while the maps pass by.
struct ThresholdTally
{
    double threshold = 0.0;
    std::int64_t normalOver = 0;
    std::int64_t defectOver = 0;
    std::int64_t falseRegions = 0; ///< on good images
    std::int64_t goodFlagged = 0;  ///< good images with a false region

    void add(const ThresholdTally &other);
    void subtract(const ThresholdTally &other);
};

/// Reads the map of one image against its truth. Kept apart from the totals, so that an image that fails half way
/// leaves no trace; reused from image to image for its memory.
class ImageTally
{
public:
    /// \param levels for which the regions of good images are kept; none: they are not.
    ImageTally(std::span<const double> thresholds, std::int64_t minAreaPx, std::optional<LevelScale> levels = {});
    ImageTally(const ImageTally &) = delete; // the region streams point into this object
    ImageTally &operator=(const ImageTally &) = delete;

    Result<void> begin(TruthPlan plan);
    /// Errors: BadArgument (rows out of order or a score that is not finite), ShapeMismatch.
    Result<void> addRows(int firstRow, const cv::Mat &rows);
    /// Errors: BadArgument (rows are missing).
    Result<void> finish();

    const TruthPlan &plan() const { return *m_plan; }
    std::optional<float> peak() const { return m_peak; }
    const ScoreHistogram<std::uint64_t> &normal() const { return m_normal; }
    const ScoreHistogram<std::uint64_t> &defect() const { return m_defect; }
    const ScoreHistogram<double> &overlap() const { return m_overlap; }
    const std::vector<ThresholdTally> &thresholds() const { return m_thresholds; }
    /// Of a good image, after finish().
    const KeptRegions &regions() const { return m_regions; }
    /// Per component of a layer of the plan.
    const std::vector<RegionScores> &regionScores(std::size_t layer) const { return m_regionScores[layer]; }

private:
    Result<void> checkFinite(const float *values, int y) const;
    void addPlainRow(const float *values);
    void addMixedRow(const float *values);
    void addRegions(const float *values, int y);
    void raisePeak(float value);

    std::int64_t m_minAreaPx = 1;
    std::optional<TruthPlan> m_plan;
    int m_nextRow = 0;
    std::optional<float> m_peak;
    ScoreHistogram<std::uint64_t> m_normal;
    ScoreHistogram<std::uint64_t> m_defect;
    ScoreHistogram<double> m_overlap;
    std::vector<ThresholdTally> m_thresholds;
    std::vector<float> m_floatThresholds;
    std::optional<LevelScale> m_levels;
    std::optional<RegionLevelsBuilder> m_levelsBuilder; ///< on a good image
    KeptRegions m_regions;
    std::vector<RegionStream> m_streams; ///< one per threshold on a good image, none otherwise
    std::vector<std::vector<RegionScores>> m_regionScores;
    std::vector<PixelRole> m_roles; ///< of the current row
};

} // namespace patina
