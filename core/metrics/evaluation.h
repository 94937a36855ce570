#pragma once

#include "core/dataset/dataset.h"
#include "core/metrics/figure.h"
#include "core/metrics/label_policy.h"
#include "core/metrics/operating_point.h"
#include "core/metrics/outcomes.h"
#include "core/metrics/rank_curve.h"
#include "core/metrics/recall_curve.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace patina {

struct RankFigures
{
    Figure auroc;
    Figure ap;
    Figure f1max;
    Figure f1maxThreshold;
};

/// Bounds of PGn and PBn, in percent.
inline constexpr std::array passPercents{1, 5};

struct ImageFigures : RankFigures
{
    struct Passed
    {
        Figure good; ///< PGn: share of good images passed where at most n % of the anomalous ones pass
        Figure bad;  ///< PBn: share of anomalous images stopped where at most n % of the good ones are
    };
    std::array<Passed, passPercents.size()> passed; ///< as passPercents
};

struct PixelFigures : RankFigures
{
    Figure aupro30;
    Figure aupro05;
    Figure segF1;
    Figure segF1Threshold;
    Figure aupimo;
};

struct FigureInterval
{
    Figure low;
    Figure high;
};

/// Intervals over groups of images, see groupIntervals.
struct GroupIntervals
{
    struct Point
    {
        std::vector<FigureInterval> recall; ///< as OperatingPoint::defects
        FigureInterval overkill;
        FigureInterval falseRegionsPerImage;
    };
    struct Passed
    {
        FigureInterval good;
        FigureInterval bad;
    };
    std::int64_t groups = 0;
    FigureInterval auroc, ap, f1max;
    std::array<Passed, passPercents.size()> passed; ///< as passPercents
    Point review;
    Point reject;
};

struct EvaluationCounts
{
    std::int64_t goodImages = 0;
    std::int64_t anomalousImages = 0;
    std::int64_t leftOutImages = 0;
    std::int64_t unoutlinedImages = 0;     ///< a defect by their folder, without an outline: at image level only
    std::int64_t pixels[4] = {0, 0, 0, 0}; ///< by PixelRole
    std::int64_t defects = 0;
};

/// Empty where the figure of the same name has no meaning.
struct EvaluationCurves
{
    std::vector<CurvePoint> imageRoc, imagePr, pixelRoc, pixelPr, pro;
    std::vector<RecallCurve> recall;        ///< classes that count as defects, then "all"
    std::vector<RecallCurve> recallOverlap; ///< the same by every overlap, one after another
};

struct Evaluation
{
    EvaluationSettings settings;
    std::vector<LabelClass> classes;
    EvaluationCounts counts;
    ImageFigures image;
    PixelFigures pixel;
    OperatingPoint review;
    OperatingPoint reject;
    EvaluationCurves curves;
    GroupIntervals grouped;
    Outcomes outcomes;
};

struct NamedFigure
{
    std::string name;
    Figure figure;
    bool isCount = false; ///< a whole number
};

/// The flat dotted names of `evaluate --json`, in the order they are documented.
std::vector<NamedFigure> flatFigures(const Evaluation &evaluation);
/// Those of one more threshold. \param prefix "at.0.8.".
std::vector<NamedFigure> flatFigures(const OperatingPoint &point, const std::string &prefix);

} // namespace patina
