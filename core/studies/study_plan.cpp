#include "core/studies/study_plan.h"

#include "core/evaluation/policy_evaluation.h"

#include <fmt/format.h>

#include <algorithm>

namespace patina {

namespace {

std::string imagesText(std::int64_t images)
{
    return images == 0 ? "all" : fmt::format("{}", images);
}

std::int64_t goodTrainingImages(const Dataset &dataset)
{
    return std::ranges::count_if(
        dataset.images, [](const ImageRecord &image) { return image.split == Split::Train && image.isGood(); });
}

StudyPlan planOf(const char *kind, const char *title, const char *question, const char *placeLabel = "")
{
    StudyPlan plan;
    plan.kind = kind;
    plan.title = title;
    plan.question = question;
    plan.placeLabel = placeLabel;
    return plan;
}

StudyArm armOf(std::string name, std::vector<StudyStep> steps, std::size_t test, const StudySizes &sizes)
{
    StudyArm arm;
    arm.name = std::move(name);
    arm.steps = std::move(steps);
    arm.test = test;
    arm.bankSize = sizes.bankSize;
    arm.keep = sizes.keep;
    return arm;
}

} // namespace

StudyPlan cleanStainedPlan(StudyDataset clean, StudyDataset stained, const StudySizes &sizes)
{
    StudyPlan plan = planOf("clean-stained", "Clean and stained parts",
                            "How do impurities on the training parts and on the tested ones move the figures?");
    plan.datasets = {std::move(clean), std::move(stained)};
    const char *names[] = {"clean", "stained"};
    for (const std::size_t train : {0U, 1U})
        for (const std::size_t test : {0U, 1U})
            plan.arms.push_back(
                armOf(fmt::format("train {}, test {}", names[train], names[test]), {{train, sizes.most}}, test, sizes));
    plan.comparisons = {{1, 0}, {2, 0}, {3, 0}, {3, 1}};
    return plan;
}

StudyPlan transferPlan(StudyDataset synthetic, StudyDataset real, const StudySizes &sizes)
{
    StudyPlan plan =
        planOf("transfer", "From synthetic to real parts",
               "What is a bank of synthetic parts worth before there are real ones, and after n real ones?",
               "real training images");
    plan.equalBanks = sizes.equalBanks;
    const std::int64_t there = goodTrainingImages(real.dataset);
    plan.datasets = {std::move(synthetic), std::move(real)};
    plan.arms.push_back(armOf("synthetic only", {{0, 0}}, 1, sizes));
    plan.places.push_back({"synthetic, then real", 0.0});
    for (const std::int64_t images : sizes.realImages) {
        const std::int64_t asked = images == 0 ? sizes.most : images;
        if (asked > there)
            continue;
        const double x = static_cast<double>(asked == 0 ? there : asked);
        plan.arms.push_back(armOf(fmt::format("real only, n = {}", imagesText(images)), {{1, asked}}, 1, sizes));
        plan.places.push_back({"real only", x});
        plan.arms.push_back(
            armOf(fmt::format("synthetic, then n = {}", imagesText(images)), {{0, 0}, {1, asked}}, 1, sizes));
        plan.places.push_back({"synthetic, then real", x});
        plan.comparisons.emplace_back(plan.arms.size() - 1, plan.arms.size() - 2);
    }
    return plan;
}

StudyPlan transferPlan(StudyDataset like, const SynthesisSpec &recipe, StudyDataset real, const StudySizes &sizes)
{
    StudyPlan plan = transferPlan(std::move(like), std::move(real), sizes);
    plan.recipe = recipe;
    for (StudyArm &arm : plan.arms)
        for (StudyStep &step : arm.steps)
            step.made = step.dataset == 0;
    return plan;
}

SynthesisSpec retakeRecipe()
{
    SynthesisSpec recipe;
    recipe.surface = "exemplar";
    recipe.exemplar.base = ExemplarBase::Photo;
    recipe.defects.clear();
    recipe.impurities.clear();
    recipe.ambiguous.clear();
    recipe.version = SynthesisVersion::Clean;
    recipe.counts = {60, 0, 0, 0, 0};
    RetakeRanges &retake = recipe.ranges.retake;
    retake.exposureStops = {-0.25, 0.25};
    retake.lightSlope = {0.0, 0.15};
    retake.shiftPx = {0.0, 20.0};
    retake.turnDeg = {-2.0, 2.0};
    retake.magnification = {0.97, 1.03};
    retake.defocusPx = {0.0, 0.6};
    retake.noise8Bit = {0.0, 1.5};
    return recipe;
}

StudyPlan madeLikePlan(StudyDataset real, const SynthesisSpec &recipe, const StudySizes &sizes)
{
    StudyPlan plan =
        planOf("made-like", "Parts made like few real ones",
               "Do n real parts go further when parts made like them train the bank first?", "real training images");
    plan.equalBanks = sizes.equalBanks;
    const std::int64_t there = goodTrainingImages(real.dataset);
    plan.datasets = {std::move(real)};
    plan.recipe = recipe;
    for (const std::int64_t number : sizes.realImages) {
        const std::int64_t images = number == 0 ? sizes.most : number;
        if (images > there)
            continue;
        const double x = static_cast<double>(images == 0 ? there : images);
        const std::size_t first = plan.arms.size();
        const StudyStep own{0, images};
        const StudyStep made{0, images, true};
        plan.arms.push_back(armOf(fmt::format("real only, n = {}", imagesText(number)), {own}, 0, sizes));
        plan.places.push_back({"real only", x});
        plan.arms.push_back(armOf(fmt::format("made like n = {} only", imagesText(number)), {made}, 0, sizes));
        plan.places.push_back({"made like them only", x});
        plan.arms.push_back(
            armOf(fmt::format("made like n = {}, then they", imagesText(number)), {made, own}, 0, sizes));
        plan.places.push_back({"made like them, then they", x});
        plan.comparisons.emplace_back(first + 1, first);
        plan.comparisons.emplace_back(first + 2, first);
    }
    return plan;
}

StudyPlan policyPlan(StudyDataset dataset, const StudySizes &sizes)
{
    StudyPlan plan =
        planOf("policy", "Labelling policies",
               "How far does each figure move when impurities and ambiguous regions count as something else?");
    for (const LabelPolicy &policy : differingPolicies(dataset.dataset.classes)) {
        plan.arms.push_back(armOf(labelPolicyText(policy), {{0, sizes.most}}, 0, sizes));
        plan.arms.back().policy = policy;
        if (plan.arms.size() > 1)
            plan.comparisons.emplace_back(plan.arms.size() - 1, 0);
    }
    plan.datasets = {std::move(dataset)};
    return plan;
}

StudyPlan bankSizePlan(StudyDataset dataset, const StudySizes &sizes)
{
    StudyPlan plan = planOf("bank-size", "Sizes of the bank", "How large does the bank have to be?", "rows");
    plan.datasets = {std::move(dataset)};
    for (const std::int64_t rows : sizes.bankSizes) {
        plan.arms.push_back(armOf(fmt::format("{} rows", rows), {{0, sizes.most}}, 0, sizes));
        plan.arms.back().bankSize = rows;
        plan.places.push_back({"reservoir", static_cast<double>(rows)});
        if (plan.arms.size() > 1)
            plan.comparisons.emplace_back(plan.arms.size() - 1, plan.arms.size() - 2);
    }
    return plan;
}

StudyPlan imageOrderPlan(StudyDataset dataset, const StudySizes &sizes)
{
    StudyPlan plan = planOf("image-order", "Strategies and image orders",
                            "How much does the order of the images matter, and to which strategy of the coreset?");
    plan.datasets = {std::move(dataset)};
    for (const char *strategy : {"offline", "reservoir", "gated", "tree", "meld-reduce", "union", "random"}) {
        plan.arms.push_back(armOf(strategy, {{0, sizes.most}}, 0, sizes));
        plan.arms.back().strategy = strategy;
        if (plan.arms.size() > 1)
            plan.comparisons.emplace_back(plan.arms.size() - 1, 0);
    }
    return plan;
}

} // namespace patina
