#include "app/cli/study_kinds.h"

#include <utility>

namespace patina::cli {

namespace {

Result<StudyPlan> madeLike(std::vector<StudyDataset> &&sets, const StudyOptions &options)
{
    if (options.recipe.empty())
        return madeLikePlan(std::move(sets[0]), retakeRecipe(), options.sizes);
    return readSpec(options.recipe).map([&](const SynthesisSpec &recipe) {
        return madeLikePlan(std::move(sets[0]), recipe, options.sizes);
    });
}

Result<StudyPlan> transfer(std::vector<StudyDataset> &&sets, const StudyOptions &options)
{
    if (options.recipe.empty())
        return transferPlan(std::move(sets[0]), std::move(sets[1]), options.sizes);
    return readSpec(options.recipe).map([&](const SynthesisSpec &recipe) {
        return transferPlan(std::move(sets[0]), recipe, std::move(sets[1]), options.sizes);
    });
}

} // namespace

std::vector<StudyKind> studyKinds()
{
    return {
        {"clean-stained",
         "Train on clean or stained parts, test on both: how impurities move the figures",
         {"CLEAN", "STAINED"},
         [](auto &&sets, const StudyOptions &options) {
             return cleanStainedPlan(std::move(sets[0]), std::move(sets[1]), options.sizes);
         }},
        {"transfer",
         "Synthetic parts only, n real ones only, synthetic and then n real ones, tested on real parts",
         {"SYNTHETIC", "REAL"},
         transfer},
        {"made-like",
         "n real parts only, parts made like those n, and both: do few parts go further that way?",
         {"REAL"},
         madeLike},
        {"policy",
         "The same models under every labelling policy that differs for the classes of the data set",
         {"DIR"},
         [](auto &&sets, const StudyOptions &options) { return policyPlan(std::move(sets[0]), options.sizes); }},
        {"bank-size",
         "How large the bank has to be",
         {"DIR"},
         [](auto &&sets, const StudyOptions &options) { return bankSizePlan(std::move(sets[0]), options.sizes); }},
        {"image-order",
         "Strategies of the coreset, each with images in another order for every seed",
         {"DIR"},
         [](auto &&sets, const StudyOptions &options) { return imageOrderPlan(std::move(sets[0]), options.sizes); }},
    };
}

} // namespace patina::cli
