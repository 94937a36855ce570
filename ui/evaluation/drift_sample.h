#pragma once

#include "core/comparison/drift.h"
#include "core/metrics/evaluation.h"
#include "core/pipeline/model.h"
#include "ui/charts/chart_data.h"

#include <set>
#include <string>
#include <vector>

namespace patina {

/// A good image that the model was not made from.
struct GoodPart
{
    std::string id;
    std::string group;  ///< empty: it has none of its own
    double score = 0.0; ///< on the model's scale

    bool operator==(const GoodPart &) const = default;
};

/// Ids of the images that a model was made from: trained on, or held out.
std::set<std::string> imagesKnownTo(const ModelInfo &model);

/// Those that the figures count as good, without those that are known. Figures count test images all the same.
std::vector<GoodPart> goodPartsOf(const Evaluation &evaluation, const std::set<std::string> &known);

/// Which good parts are looked at.
struct PartChoice
{
    enum class Kind { All, Group, Folder };
    Kind kind = Kind::All;
    std::string name{}; ///< of the group; of the folder as the ids have it

    bool has(const GoodPart &part) const;
    bool operator==(const PartChoice &) const = default;
};

/// All; then the groups where there are any, else the folders that have some of the parts and not all, by name.
std::vector<PartChoice> partChoices(const std::vector<GoodPart> &parts);

/// Scores of those that are chosen.
std::vector<double> scoresOf(const std::vector<GoodPart> &parts, const PartChoice &choice);

/// Scores that the model keeps of its held-out images, on its scale; none where it is not calibrated.
std::vector<double> heldOutScoresOf(const ModelInfo &model);

/// The share of scores below each score, as a step curve from `from` to `to`. \param scores at least one.
ChartSeries belowCurve(std::vector<double> scores, double from, double to);

} // namespace patina
