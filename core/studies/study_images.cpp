#include "core/studies/study_images.h"

#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/studies/exemplar_paths.h"
#include "core/studies/made_parts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>
#include <vector>

namespace patina {

namespace {

/// Figures that need the maps.
constexpr const char *mapFigures[] = {"image.ap", "pixel.auroc", "pixel.aupro30", "pixel.aupro05"};

} // namespace

Dataset drawnDataset(const Dataset &dataset, std::int64_t images, std::uint64_t seed)
{
    Dataset drawn = dataset;
    std::erase_if(drawn.images,
                  [](const ImageRecord &image) { return image.split != Split::Train || !image.isGood(); });
    Random random(seed ^ 0x7A5D4C3B2A190807ULL);
    shuffle(drawn.images, random);
    if (images > 0 && images < std::ssize(drawn.images))
        drawn.images.resize(static_cast<std::size_t>(images));
    std::ranges::sort(drawn.images, {}, &ImageRecord::id);
    return drawn;
}

Result<std::optional<ImageIntensity>> commonIntensity(const std::vector<StudyDataset> &datasets,
                                                      const JobContext &context)
{
    std::optional<ImageIntensity> common;
    for (const StudyDataset &set : datasets) {
        std::vector<std::size_t> good;
        for (std::size_t i = 0; i < set.dataset.images.size(); ++i)
            if (set.dataset.images[i].split == Split::Train && set.dataset.images[i].isGood())
                good.push_back(i);
        if (good.empty())
            continue;
        auto found = probeIntensity(set.dataset, good, context);
        if (!found)
            return failFrom(std::move(found));
        if (common && common->bitDepth != found->bitDepth)
            return std::nullopt; // training says which
        if (!common || found->scale.white > common->scale.white)
            common = *found;
    }
    return common;
}

Result<DatasetContent> datasetContent(const Dataset &dataset, const JobContext &context)
{
    DatasetContent content;
    Sha256 hash;
    const auto add = [&](const std::string &text) {
        const std::string line = fmt::format("{} {}\n", text.size(), text);
        hash.update({reinterpret_cast<const std::uint8_t *>(line.data()), line.size()});
    };
    for (const LabelClass &labelClass : dataset.classes)
        add(fmt::format("{} {}", labelClass.name, classKindName(labelClass.kind)));
    for (const ImageRecord &image : dataset.images) {
        add(image.id);
        add(fmt::format("{} {}", splitName(image.split), image.className));
        add(image.group);
        auto file = sha256OfFile(image.path, context);
        if (!file)
            return failFrom(std::move(file));
        add(*file);
        content.images.push_back(*std::move(file));
        for (const MaskFile &mask : image.masks) {
            auto marked = sha256OfFile(mask.path, context);
            if (!marked)
                return failFrom(std::move(marked));
            add(mask.className + ' ' + *marked);
        }
    }
    content.digest = hash.finish();
    if (auto likened = contentsOfExemplars(dataset.root); !likened)
        context.notice(
            fmt::format("{}; whether its parts were made like test images is not known", likened.error().detail));
    else if (*likened)
        content.likened = std::move(**likened);
    return content;
}

Result<void> checkApart(const Dataset &training, const DatasetContent &trainingContent, const Dataset &test,
                        const DatasetContent &testContent)
{
    std::map<std::string, const ImageRecord *> tested;
    for (std::size_t i = 0; i < test.images.size(); ++i)
        if (test.images[i].split == Split::Test)
            tested.emplace(testContent.images[i], &test.images[i]);
    for (std::size_t i = 0; i < training.images.size(); ++i) {
        const ImageRecord &image = training.images[i];
        const auto same = tested.find(trainingContent.images[i]);
        if (image.split == Split::Train && image.isGood() && same != tested.end())
            return fail(ErrorCode::BadArgument,
                        fmt::format("the test image {} is a copy of the training image {}: take one of them out, else "
                                    "figures come out too good",
                                    same->second->id, image.id));
    }
    for (const std::string &likened : trainingContent.likened)
        if (const auto same = tested.find(likened); same != tested.end())
            return fail(ErrorCode::BadArgument,
                        fmt::format("the parts in {} were made like the test image {}: make them like training images "
                                    "alone, else figures come out too good",
                                    training.root.string(), same->second->id));
    return {};
}

std::set<std::string> groupsOnBothSides(const Dataset &training, const DatasetContent &trainingContent,
                                        const Dataset &test, const DatasetContent &testContent)
{
    std::set<std::string> trained;
    for (std::size_t i = 0; i < test.images.size(); ++i) {
        const ImageRecord &image = test.images[i];
        const bool trainedOn = training.root == test.root && image.split == Split::Train && image.isGood();
        if (trainedOn || trainingContent.likened.contains(testContent.images[i]))
            trained.insert(image.group);
    }
    std::set<std::string> both;
    for (const ImageRecord &image : test.images)
        if (image.split == Split::Test && trained.contains(image.group))
            both.insert(image.group);
    return both;
}

Result<std::set<std::string>> checkPlan(const StudyPlan &plan, const std::vector<DatasetContent> &contents)
{
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    std::set<std::size_t> likened;
    for (const StudyArm &arm : plan.arms)
        for (const StudyStep &step : arm.steps) {
            pairs.emplace(step.dataset, arm.test);
            if (step.made)
                likened.insert(step.dataset);
        }
    for (const std::size_t one : likened)
        if (auto checked = checkOneDepth(plan.datasets[one].dataset); !checked)
            return failFrom(std::move(checked));
    std::set<std::string> groups;
    for (const auto &[trained, tested] : pairs) {
        const Dataset &training = plan.datasets[trained].dataset;
        const Dataset &test = plan.datasets[tested].dataset;
        if (auto apart = checkApart(training, contents[trained], test, contents[tested]); !apart)
            return failFrom(std::move(apart));
        groups.merge(groupsOnBothSides(training, contents[trained], test, contents[tested]));
    }
    return groups;
}

std::string sharedGroupsText(const std::set<std::string> &groups)
{
    constexpr std::ptrdiff_t named = 3;
    const auto end = std::next(groups.begin(), std::min(named, std::ssize(groups)));
    return fmt::format(
        "{} of the groups of test parts ({}{}) have training images, too, or parts were made like images "
        "of them: figures may come out too good for parts that were never seen",
        groups.size(), fmt::join(groups.begin(), end, ", "), end == groups.end() ? "" : ", ...");
}

void takeOutcomes(const Evaluation &evaluation, StudyRunResult &result)
{
    const Outcomes &outcomes = evaluation.outcomes;
    std::vector<std::int64_t> place(outcomes.images.size(), -1);
    for (std::size_t i = 0; i < outcomes.images.size(); ++i) {
        const ImageOutcome &image = outcomes.images[i];
        if (image.role == ImageRole::LeftOut)
            continue;
        place[i] = std::ssize(result.images);
        result.images.push_back({image.id, image.group, image.role == ImageRole::Good, image.score});
    }
    const auto take = [&](const std::vector<RegionOutcome> &regions, bool impurity) {
        for (const RegionOutcome &region : regions)
            result.regions.push_back({place[static_cast<std::size_t>(region.image)],
                                      evaluation.classes[static_cast<std::size_t>(region.classIndex)].name, impurity,
                                      static_cast<double>(region.peak)});
    };
    take(outcomes.defects, false);
    take(outcomes.impurities, true);
    for (const NamedFigure &figure : flatFigures(evaluation))
        if (std::ranges::find(mapFigures, figure.name) != std::end(mapFigures))
            result.figures.emplace_back(figure.name, figure.figure.value);
    std::ranges::sort(result.figures); // as they are read again
}

} // namespace patina
