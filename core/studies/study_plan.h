#pragma once

#include "core/coreset/initial_bank.h"
#include "core/dataset/dataset.h"
#include "core/metrics/label_policy.h"
#include "core/pipeline/trainer.h"
#include "core/synthesis/synthesis_spec.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace patina {

/// Images that a bank is trained on, one step after another.
struct StudyStep
{
    std::size_t dataset = 0; ///< into StudyPlan::datasets: its good training images
    std::int64_t images = 0; ///< as many of them, drawn by the seed; smaller draws are part of larger ones; 0: all
    bool made = false;       ///< not those images, but parts made like them, after StudyPlan::recipe
    bool operator==(const StudyStep &) const = default;
};

/// What a study compares: a way to make a bank, and what it is tested on.
struct StudyArm
{
    std::string name;
    std::vector<StudyStep> steps; ///< the first starts a bank, each later one goes on from it
    std::size_t test = 0;         ///< into StudyPlan::datasets: its test images
    std::int64_t bankSize = 2000;
    std::string strategy = "reservoir";
    KeepRule keep; ///< of the rows of a step before
    LabelPolicy policy;
};

struct StudyDataset
{
    std::string name;
    Dataset dataset;
};

struct StudyPlan
{
    std::string kind; ///< as in `study KIND`
    std::string title;
    std::string question; ///< one sentence
    std::vector<StudyDataset> datasets;
    std::vector<StudyArm> arms;
    std::vector<std::pair<std::size_t, std::size_t>> comparisons; ///< arm and what it is compared with
    /// Where arms lie along a line of a chart: the line and the place on it; empty where they do not.
    struct Place
    {
        std::string line;
        double x = 0.0;
    };
    std::vector<Place> places; ///< as arms, or empty
    std::string placeLabel;    ///< of the chart's x axis
    bool equalBanks = false;   ///< also at the size that every arm can fill, where one cannot, see runWholeStudy()
    std::optional<std::int64_t> equalRows; ///< that size, where the arms stand there twice
    SynthesisSpec recipe;                  ///< of steps that are made: its exemplar's images are those that were drawn
};

/// Sizes that studies are made with.
struct StudySizes
{
    std::int64_t bankSize = 2000;
    std::vector<std::int64_t> realImages{1, 2, 5, 10, 20, 0}; ///< of the transfer study; 0: all
    std::vector<std::int64_t> bankSizes{500, 1000, 2000, 4000, 8000};
    std::int64_t most = 0; ///< "all" is at most that many images; 0: all
    KeepRule keep;
    bool equalBanks = true; ///< of the transfer and made-like studies
};

/// Train on clean or stained parts, test on clean or stained ones: how impurities move the figures.
StudyPlan cleanStainedPlan(StudyDataset clean, StudyDataset stained, const StudySizes &sizes);
/// Synthetic images only, n real ones only, synthetic then n real ones, tested on real parts.
StudyPlan transferPlan(StudyDataset synthetic, StudyDataset real, const StudySizes &sizes);
/// The same, where the synthetic parts are made like those of a real set, after the recipe, for each seed anew.
StudyPlan transferPlan(StudyDataset like, const SynthesisSpec &recipe, StudyDataset real, const StudySizes &sizes);
/// n real images only; parts made like those n only; and the ones and then the others: all know the same n images.
/// \param recipe how parts are made; its training images are their number.
StudyPlan madeLikePlan(StudyDataset real, const SynthesisSpec &recipe, const StudySizes &sizes);
/// What madeLikePlan() makes by default: the photos of the parts, taken once more with a little other pose and light.
SynthesisSpec retakeRecipe();
/// The same scores under every labelling policy that differs for the classes of the data set.
StudyPlan policyPlan(StudyDataset dataset, const StudySizes &sizes);
StudyPlan bankSizePlan(StudyDataset dataset, const StudySizes &sizes);
/// The strategies of the coreset; their spread over the seeds is that over image orders.
StudyPlan imageOrderPlan(StudyDataset dataset, const StudySizes &sizes);

} // namespace patina
