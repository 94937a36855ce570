#pragma once

#include "core/dataset/dataset.h"
#include "core/metrics/figure.h"
#include "core/metrics/label_policy.h"
#include "core/metrics/outcomes.h"
#include "core/metrics/rank_curve.h"

#include <cstdint>
#include <string>
#include <vector>

namespace patina {

struct DefectCount
{
    std::string name; ///< of the class; "all" for the total (a class called so is "class:all")
    std::int64_t found = 0;
    std::int64_t total = 0;
    Figure recall;
    Figure low; ///< Wilson, 95 %
    Figure high;
    Figure escapeUpper95; ///< exact bound on the escape rate where none escaped
};

struct ImpurityCount
{
    std::string name;
    Figure flagged;
    Figure total;
    Figure share;
};

/// Recall and its price at one threshold.
struct OperatingPoint
{
    double threshold = 0.0;
    std::vector<DefectCount> defects; ///< classes that count as defects, then "all"
    std::vector<ImpurityCount> impurities;
    std::int64_t goodImages = 0;
    Figure goodFlagged;
    Figure overkill;
    Figure falseRegionsPerImage;
    Figure pixelFpr;
};

struct RankFigures
{
    Figure auroc;
    Figure ap;
    Figure f1max;
    Figure f1maxThreshold;
};

struct PixelFigures : RankFigures
{
    Figure aupro30;
    Figure aupro05;
    Figure segF1;
    Figure aupimo;
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

/// Recall of one class as the threshold falls: one point per distinct defect peak.
struct RecallCurve
{
    struct Point
    {
        double threshold = 0.0;
        std::int64_t found = 0;
        double recall = 0.0;
        double low = 0.0;
        double high = 0.0;
    };
    std::string name;
    std::int64_t total = 0;
    std::vector<Point> points;
};

/// Empty where the figure of the same name has no meaning.
struct EvaluationCurves
{
    std::vector<CurvePoint> imageRoc, imagePr, pixelRoc, pixelPr, pro;
    std::vector<RecallCurve> recall; ///< classes that count as defects, then "all"
};

struct Evaluation
{
    EvaluationSettings settings;
    std::vector<LabelClass> classes;
    EvaluationCounts counts;
    RankFigures image;
    PixelFigures pixel;
    OperatingPoint review;
    OperatingPoint reject;
    EvaluationCurves curves;
    Outcomes outcomes;
};

/// The counts at any threshold, from the outcomes alone (fast: for a threshold that is being moved). What needs the
/// maps (false regions, pixel FPR, overkill at a minimum area above 1) is absent and says so.
OperatingPoint countsAt(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                        const EvaluationSettings &settings, double threshold);
std::vector<RecallCurve> recallCurves(const Outcomes &outcomes, const std::vector<LabelClass> &classes,
                                      const LabelPolicy &policy);

struct NamedFigure
{
    std::string name;
    Figure figure;
    bool isCount = false; ///< a whole number
};

/// The flat dotted names of `evaluate --json`, in the order they are documented.
std::vector<NamedFigure> flatFigures(const Evaluation &evaluation);

} // namespace patina
