#include "ui/studies/core_studies.h"

#include "core/backbone/backbone_store.h"
#include "core/dataset/group_pattern.h"
#include "core/dataset/side_files.h"
#include "core/network/device.h"
#include "core/report/make_report.h"
#include "core/studies/equal_banks.h"
#include "core/studies/study_command.h"
#include "core/studies/study_report.h"
#include "ui/studies/study_reading.h"

#include <algorithm>

namespace patina {

namespace {

namespace fs = std::filesystem;

Result<void> assign(Dataset &dataset, const std::string &groups)
{
    std::error_code ec;
    if (groups.empty())
        return {};
    if (fs::exists(groups, ec))
        return assignGroups(dataset, groups);
    const auto matched = assignGroupsByPattern(dataset, groups);
    return matched ? Result<void>() : tl::unexpected(matched.error());
}

/// The folder's own name, as the report has it.
std::string nameOf(const fs::path &folder)
{
    const fs::path root = folder.lexically_normal();
    return (root.has_filename() ? root : root.parent_path()).filename().string();
}

Result<std::vector<StudyDataset>> openAll(const StudyOrder &order, const JobContext &context)
{
    std::vector<StudyDataset> datasets;
    for (const StudySource &folder : order.folders) {
        context.report("list", 0, 0);
        auto dataset = openDataset(folder.folder, context);
        if (!dataset)
            return failFrom(std::move(dataset));
        if (auto set = assign(*dataset, folder.groups); !set)
            return failFrom(std::move(set));
        datasets.push_back({nameOf(dataset->root), std::move(*dataset)});
    }
    if (datasets.size() != foldersOf(order.kind))
        return fail(ErrorCode::BadArgument, "this study needs another number of data sets");
    return datasets;
}

/// \param recipe none: the usual one, or none.
StudyPlan planOf(const StudyOrder &order, std::vector<StudyDataset> sets, const std::optional<SynthesisSpec> &recipe)
{
    switch (order.kind) {
    case StudyKind::CleanStained:
        return cleanStainedPlan(std::move(sets[0]), std::move(sets[1]), order.sizes);
    case StudyKind::Transfer:
        return recipe ? transferPlan(std::move(sets[0]), *recipe, std::move(sets[1]), order.sizes)
                      : transferPlan(std::move(sets[0]), std::move(sets[1]), order.sizes);
    case StudyKind::MadeLike:
        return madeLikePlan(std::move(sets[0]), recipe.value_or(retakeRecipe()), order.sizes);
    case StudyKind::Policy:
        return policyPlan(std::move(sets[0]), order.sizes);
    case StudyKind::BankSize:
        return bankSizePlan(std::move(sets[0]), order.sizes);
    case StudyKind::ImageOrder:
        break;
    }
    return imageOrderPlan(std::move(sets[0]), order.sizes);
}

StudyInputs inputsOf(const StudyOrder &order)
{
    StudyInputs inputs;
    for (const StudySource &folder : order.folders) {
        inputs.folders.push_back(folder.folder.string());
        inputs.groups.push_back(folder.groups);
    }
    inputs.recipe = order.recipe.string();
    return inputs;
}

bool hasClassOf(const StudyPlan &plan, ClassKind kind)
{
    return std::ranges::any_of(plan.datasets, [&](const StudyDataset &set) {
        return std::ranges::any_of(set.dataset.classes, [&](const LabelClass &one) { return one.kind == kind; });
    });
}

StudyOutcome outcomeOf(const StudyOrder &order, const StudyPlan &plan, StudyResults results)
{
    StudyOutcome outcome;
    outcome.order = order;
    outcome.arms = plan.arms;
    outcome.places = plan.places;
    for (const StudyArmResults &arm : results.arms) {
        const auto fewest = std::ranges::min_element(arm.runs, {}, &StudyRunResult::bankRows);
        outcome.bankRows.push_back(fewest == arm.runs.end() ? 0 : fewest->bankRows);
    }
    outcome.table = std::move(results.table);
    outcome.resumed = results.resumed;
    outcome.impurities = hasClassOf(plan, ClassKind::Impurity);
    outcome.ambiguous = hasClassOf(plan, ClassKind::Ambiguous);
    return outcome;
}

class CoreStudies : public StudyEngine
{
public:
    explicit CoreStudies(fs::path backboneFolder) : m_backboneFolder(std::move(backboneFolder)) {}

    Result<std::vector<std::string>> backbones(const JobContext &) const override
    {
        return listBackbones(m_backboneFolder.empty() ? backboneFolder() : m_backboneFolder)
            .map([](const BackboneListing &listing) {
                std::vector<std::string> names;
                for (const BackboneInfo &info : listing.backbones)
                    names.push_back(info.name);
                return names;
            });
    }

    Result<StudyOutcome> run(const StudyOrder &order, const JobContext &context) const override
    {
        auto device = deviceFromName(order.device);
        if (!device)
            return failFrom(std::move(device));
        const auto date = defaultReportDate();
        if (!date)
            return tl::unexpected(date.error());
        auto datasets = openAll(order, context);
        if (!datasets)
            return failFrom(std::move(datasets));
        std::optional<SynthesisSpec> recipe;
        if (!order.recipe.empty()) {
            auto read = readSpec(order.recipe);
            if (!read)
                return failFrom(std::move(read));
            recipe = *std::move(read);
        }
        StudyRequest request;
        request.plan = planOf(order, std::move(*datasets), recipe);
        if (request.plan.arms.empty())
            return fail(ErrorCode::BadArgument, "the data set has fewer good training images than any of the numbers");
        request.out = order.out;
        request.backbone = order.backbone;
        request.backboneFolder = m_backboneFolder;
        request.featureCache = order.featureCache;
        request.seeds = order.seeds;
        request.firstSeed = static_cast<std::uint64_t>(order.firstSeed);
        request.scale = order.scale;
        request.threads = order.threads;
        request.device = *device;
        auto results = runWholeStudy(request, context);
        if (!results)
            return failFrom(std::move(results));
        if (auto written = writeStudy(request, *results, *date, studyCommand(inputsOf(order), order.sizes, request));
            !written)
            return failFrom(std::move(written));
        return outcomeOf(order, request.plan, std::move(*results));
    }

    Result<StudyOutcome> read(const fs::path &folder, const JobContext &) const override { return readStudy(folder); }

private:
    fs::path m_backboneFolder;
};

} // namespace

std::shared_ptr<const StudyEngine> createCoreStudies(std::filesystem::path backboneFolder)
{
    return std::make_shared<CoreStudies>(std::move(backboneFolder));
}

} // namespace patina
