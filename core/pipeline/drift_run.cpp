#include "core/pipeline/drift_run.h"

#include "core/image/image_ahead.h"
#include "core/pipeline/calibration.h"
#include "core/pipeline/dataset_gaps.h"
#include "core/pipeline/dataset_versions.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace patina {
namespace {

/// Ids that are held out of a data set of that name, as far as the model tells.
std::set<std::string> heldOutOf(const ModelInfo &info, const std::string &name)
{
    const bool may = std::ranges::any_of(
        info.versions, [&](const DatasetVersion &version) { return version.name.empty() || version.name == name; });
    return may ? std::set<std::string>(info.heldOutImages.begin(), info.heldOutImages.end()) : std::set<std::string>();
}

Result<DriftImages> imagesOfFolder(const ModelInfo &info, const std::filesystem::path &folder, bool strict,
                                   const JobContext &context)
{
    auto dataset = openDataset(folder, context);
    if (!dataset)
        return failFrom(std::move(dataset));
    if (auto whole = reportGaps(*dataset, strict, context); !whole)
        return failFrom(std::move(whole));
    const CalibrationImages found = calibrationImages(info, *dataset);
    const std::set<std::string> heldOut = heldOutOf(info, datasetName(*dataset));
    DriftImages images{{}, found.trainedOn};
    for (const std::size_t i : found.images) {
        const ImageRecord &record = dataset->images[i];
        if (heldOut.contains(storedId(record.id)))
            ++images.known;
        else
            images.items.push_back({record.path, record.id});
    }
    if (images.items.empty())
        return fail(ErrorCode::NotFound,
                    fmt::format("{} holds no good image that the model does not know ({} known): name a folder of new "
                                "ones",
                                folder.string(), images.known));
    return images;
}

} // namespace

Result<DriftImages> driftImages(const ModelInfo &info, const std::vector<std::filesystem::path> &inputs, bool strict,
                                const JobContext &context)
{
    std::error_code ec;
    if (inputs.size() == 1 && std::filesystem::is_directory(inputs.front(), ec))
        return imagesOfFolder(info, inputs.front(), strict, context);
    auto list = listScoreItems(inputs, {});
    if (!list)
        return failFrom(std::move(list));
    for (const std::string &sentence : list->leftOut) {
        if (strict)
            return fail(ErrorCode::Unreadable, sentence);
        context.notice("left out " + sentence);
    }
    return DriftImages{std::move(list->items), 0};
}

Result<DriftScores> scoreDrift(Inspector &inspector, const std::vector<ScoreItem> &items, bool strict,
                               const JobContext &context)
{
    const std::int64_t total = std::ssize(items);
    DriftScores scores;
    std::string lastProblem;
    ImageAhead ahead;
    for (std::size_t i = 0; i < items.size(); ++i) {
        context.report("score", static_cast<std::int64_t>(i), total);
        auto source =
            ahead.open(items[i].path, i + 1 < items.size() ? items[i + 1].path : std::filesystem::path(), context)
                .and_then([&](std::unique_ptr<ImageSource> &&image) { return inspector.scaled(std::move(image)); });
        auto inspection = source ? inspector.inspect(**source, {}, context.quiet()) : tl::unexpected(source.error());
        if (inspection) {
            scores.ids.push_back(items[i].id);
            scores.scores.push_back(inspection->score);
            continue;
        }
        lastProblem = fmt::format("{}: {}", items[i].id, inspection.error().detail);
        if (strict || inspection.error().code == ErrorCode::Cancelled)
            return fail(inspection.error().code, lastProblem);
        ++scores.skipped;
        context.notice("skipped " + lastProblem);
    }
    context.report("score", total, total);
    if (scores.scores.empty())
        return fail(ErrorCode::Unreadable,
                    fmt::format("none of the {} images could be scored; {}", total, lastProblem));
    return scores;
}

std::vector<double> heldOutOnScale(const ModelInfo &info)
{
    std::vector<double> scores;
    for (const double raw : info.heldOutScores)
        scores.push_back(info.scoreScale.normalise(raw));
    return scores;
}

} // namespace patina
