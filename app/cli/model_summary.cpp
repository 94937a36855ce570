#include "app/cli/model_summary.h"

#include "app/cli/console_progress.h"
#include "app/cli/printable.h"
#include "app/cli/text_table.h"
#include "core/pipeline/dataset_versions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>
#include <vector>

namespace patina::cli {

namespace {

constexpr std::size_t longestList = 10; ///< on the terminal; the file has all

/// "from lot-7" and "80 rows, 8 images, initial" for each data set version.
std::vector<std::pair<std::string, std::string>> versionLines(const Model &model)
{
    const std::vector<std::string> labels = versionLabels(model.info);
    const std::vector<std::int64_t> rows = rowsByVersion(model);
    std::vector<std::pair<std::string, std::string>> lines;
    for (std::size_t i = 0; i < labels.size(); ++i)
        lines.emplace_back("from " + labels[i], fmt::format("{} rows, {} images, {}", rows[i],
                                                            model.info.versions[i].images, model.info.versions[i].how));
    return lines;
}

} // namespace

void addTrainingFigures(const Model &model, FlatJson &json)
{
    const TrainingFigures &figures = model.info.figures;
    json.set("bank.rows", model.bank.rows());
    json.set("bank.dim", model.bank.dim());
    json.set("bank.sha256", model.info.bankSha256);
    json.set("coverage.radius", figures.coverageRadius);
    json.set("coverage.p999", figures.coverageP999);
    json.set("coverage.mean", figures.coverageMean);
    json.set("memory.peakBytes", figures.peakBytes);
    if (figures.budgetBytes > 0)
        json.set("memory.budgetBytes", figures.budgetBytes);
    else
        json.set("memory.budgetBytes", std::optional<double>(), "no memory budget was set");
    json.set("time.totalS", figures.totalS);
    json.set("time.featuresS", figures.featuresS);
    json.set("time.coresetS", figures.coresetS);
    json.set("time.supportS", figures.supportS);
    json.set("time.checkpointsS", figures.checkpointsS);
    if (model.info.supportRule.empty()) {
        for (const char *name : {"support.rule", "support.dropped", "support.suspects"})
            json.setNull(name, "support is not counted");
    } else {
        json.set("support.rule", model.info.supportRule);
        json.set("support.dropped", model.info.droppedRows);
        json.set("support.suspects", static_cast<std::int64_t>(model.info.suspects.size()));
    }
    json.set("calibrated", model.info.scoreScale.calibrated());
    json.set("calibration.images", model.info.scoreScale.images);
    json.set("images", figures.images);
    json.set("patches", figures.patches);
    json.set("skipped", figures.skipped);
}

void addModelFacts(const Model &model, FlatJson &json)
{
    const ModelInfo &info = model.info;
    addTrainingFigures(model, json);
    json.set("backbone", info.backboneName);
    json.set("backbone.sha256", info.backboneSha256);
    json.set("layers", fmt::format("{}", fmt::join(info.layers, ",")));
    const auto threshold = [&](double value) {
        return info.scoreScale.calibrated() ? std::optional(value) : std::nullopt;
    };
    json.set("threshold.review", threshold(info.scoreScale.reviewThreshold()), "the model is uncalibrated");
    json.set("threshold.reject", threshold(info.scoreScale.rejectThreshold()), "the model is uncalibrated");
    json.set("created", info.createdUtc);
    json.set("strategy", info.strategy);
    json.set("bankSize", info.bankSize);
    json.set("sample", info.sample);
    json.set("shards", info.shards);
    if (info.reservoirRows > 0)
        json.set("reservoirRows", info.reservoirRows);
    else
        json.setNull("reservoirRows", "another strategy picked the bank");
    json.set("seed", info.seed);
    json.set("holdout", info.holdout);
    json.set("scale", info.scale);
    json.set("sigmaPx", info.sigmaPx);
    json.set("bitDepth", info.bitDepth);
    json.set("intensity.black", info.intensity.black);
    json.set("intensity.white", info.intensity.white);
    if (info.initialHash.empty())
        json.setNull("initial.hash", "training began without another model");
    else
        json.set("initial.hash", info.initialHash);
    if (!info.keep.empty())
        json.set("initial.keep", info.keep);
    json.set("rows.training", model.bank.rows());
    const std::vector<std::string> labels = versionLabels(info);
    const std::vector<std::int64_t> rows = rowsByVersion(model);
    for (std::size_t i = 0; i < labels.size(); ++i)
        json.set("rows." + labels[i], rows[i]);
    json.set("hash", info.hash);
}

/// Where the reject threshold comes from an image that is suspect.
std::string suspectThresholdText(const ModelInfo &info)
{
    const auto highest = std::ranges::max_element(info.heldOutScores);
    if (!info.scoreScale.calibrated() || highest == info.heldOutScores.end())
        return {};
    const auto place = static_cast<std::size_t>(highest - info.heldOutScores.begin());
    const std::string &image = info.heldOutImages.at(place);
    if (std::ranges::find(info.suspects, image, &SuspectRegion::image) == info.suspects.end())
        return {};
    return printable(fmt::format("the reject threshold hangs on {}, which is suspect: look at it first", image)) + "\n";
}

std::string trainingText(const Model &model, const std::filesystem::path &path)
{
    const TrainingFigures &figures = model.info.figures;
    const std::string shards = model.info.shards > 1 ? fmt::format(", {} shards", model.info.shards) : std::string();
    std::string text =
        fmt::format("{}: bank of {} rows x {} from {} images, {} patches ({}{})\n", path.string(), model.bank.rows(),
                    model.bank.dim(), figures.images, figures.patches, model.info.strategy, shards);
    if (model.info.versions.size() > 1)
        for (const auto &[origin, what] : versionLines(model))
            text += printable(fmt::format("{}: {}", origin, what)) + "\n";
    if (figures.skipped > 0)
        text += fmt::format("skipped images: {}\n", figures.skipped);
    text += fmt::format("covering radius (L2): largest {:.3f}, 99.9 % {:.3f}, mean {:.3f}\n", figures.coverageRadius,
                        figures.coverageP999, figures.coverageMean);
    if (model.info.droppedRows > 0)
        text += fmt::format("{} rows dropped by --min-support {}\n", model.info.droppedRows, model.info.supportRule);
    if (model.info.scoreScale.calibrated())
        text += fmt::format("score scale from {} held-out good images: review from {:.2f}, reject from {:.2f}\n",
                            model.info.scoreScale.images, model.info.scoreScale.reviewThreshold(),
                            model.info.scoreScale.rejectThreshold());
    else
        text += fmt::format("uncalibrated: scores are raw distances, thresholds mean nothing yet; patina-cli model "
                            "calibrate {} DIR, with good images that the bank has not seen\n",
                            path.string());
    text += suspectThresholdText(model.info);
    text += fmt::format("bank SHA-256 {}\n", model.info.bankSha256);
    // Of shards the parts are sums over processes that work side by side.
    const double rest = figures.totalS - figures.featuresS - figures.coresetS - figures.checkpointsS - figures.supportS;
    text += fmt::format(
        "time {} (features {}, coreset {}, checkpoints {}, second pass {}{}), peak memory {}{}\n",
        durationText(figures.totalS), durationText(figures.featuresS), durationText(figures.coresetS),
        durationText(figures.checkpointsS), durationText(figures.supportS),
        model.info.shards > 1 ? std::string(", summed over shards") : fmt::format(", the rest {}", durationText(rest)),
        sizeText(figures.peakBytes), figures.budgetBytes > 0 ? " of " + sizeText(figures.budgetBytes) : std::string());
    return text;
}

std::string suspectsText(const ModelInfo &info, const std::filesystem::path &folder)
{
    if (info.suspects.empty())
        return {};
    TextTable table({"look at", "x,y", "size", "loneliness"});
    for (std::size_t i = 0; i < std::min(longestList, info.suspects.size()); ++i) {
        const SuspectRegion &suspect = info.suspects[i];
        table.addRow({suspect.rows > 0 ? suspect.image : suspect.image + " (held out)",
                      fmt::format("{},{}", suspect.areaPx.x, suspect.areaPx.y),
                      fmt::format("{}x{}", suspect.areaPx.width, suspect.areaPx.height),
                      fmt::format("{:.2f}", suspect.loneliness)});
    }
    return fmt::format(
        "{} regions that few other images show the like of, the loneliest first: unlabelled defects, or "
        "rare good parts. Look at {}, copy its suspects.csv elsewhere, take the lines of what is good out "
        "of it, and give it to --exclude\n{}",
        info.suspects.size(), folder.string(), table.text());
}

std::string modelText(const Model &model, const std::filesystem::path &path)
{
    const ModelInfo &info = model.info;
    TextTable table({"model", path.string()});
    table.addRow({"created", info.createdUtc});
    table.addRow({"backbone", fmt::format("{} ({})", info.backboneName, fmt::join(info.layers, ", "))});
    table.addRow({"bank", fmt::format("{} rows x {}", model.bank.rows(), model.bank.dim())});
    table.addRow({"strategy", fmt::format("{}, {} asked for, seed {}{}", info.strategy, info.bankSize, info.seed,
                                          info.shards > 1 ? fmt::format(", {} shards", info.shards) : "")});
    table.addRow({"trained on", fmt::format("{} images, {} patches", info.figures.images, info.figures.patches)});
    for (const auto &[origin, what] : versionLines(model))
        table.addRow({origin, what});
    if (!info.initialHash.empty())
        table.addRow({"began with", fmt::format("{}, {}", info.initialHash, info.keep)});
    table.addRow({"support", info.supportRule.empty()
                                 ? std::string("not counted")
                                 : fmt::format("rule {}, {} rows dropped, {} suspects", info.supportRule,
                                               info.droppedRows, info.suspects.size())});
    if (!info.excludedImages.empty())
        table.addRow({"excluded", fmt::format("something of {} images", info.excludedImages.size())});
    table.addRow({"held out", fmt::format("{} images", info.heldOutImages.size())});
    table.addRow({"image scale", fmt::format("{}", info.scale)});
    table.addRow({"input", fmt::format("{} bit, {} to {}", info.bitDepth, info.intensity.black, info.intensity.white)});
    table.addRow({"thresholds", info.scoreScale.calibrated()
                                    ? fmt::format("review {:.3f}, reject {:.3f}", info.scoreScale.reviewThreshold(),
                                                  info.scoreScale.rejectThreshold())
                                    : std::string("uncalibrated")});
    table.addRow({"covering radius", fmt::format("{:.3f} (99.9 % {:.3f}, mean {:.3f})", info.figures.coverageRadius,
                                                 info.figures.coverageP999, info.figures.coverageMean)});
    table.addRow({"bank SHA-256", info.bankSha256});
    table.addRow({"model SHA-256", info.hash});
    return table.text();
}

} // namespace patina::cli
