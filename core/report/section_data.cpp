#include "core/report/report_text.h"
#include "core/report/sections.h"
#include "core/thresholds/rule_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

using Align = ReportTable::Align;

ReportTable countsTable(const ReportData &data)
{
    ReportTable table{"Images by split and class",
                      {{"Split"}, {"Class"}, {"Kind"}, {"Images", Align::Right}, {"Groups", Align::Right}},
                      {}};
    for (const ReportData::Count &count : data.counts)
        table.rows.push_back(
            {count.split, count.className, count.kind, countText(count.images), countText(count.groups)});
    return table;
}

std::string groupText(const ReportData &data)
{
    if (data.groups == data.testImages)
        return fmt::format("{}; no images are known to belong together", countText(data.groups));
    return countText(data.groups);
}

void addCounts(const Evaluation &evaluation, std::vector<ReportFacts::Fact> &facts)
{
    const EvaluationCounts &counts = evaluation.counts;
    const auto pixels = [&](PixelRole role) { return countText(counts.pixels[static_cast<std::size_t>(role)]); };
    facts.push_back({"Counted as good", countedText(counts.goodImages, "image")});
    facts.push_back({"Counted as defective", fmt::format("{} with {}", countedText(counts.anomalousImages, "image"),
                                                         countedText(counts.defects, "outlined defect"))});
    if (counts.leftOutImages > 0)
        facts.push_back({"Left out by the policy", countedText(counts.leftOutImages, "image")});
    if (counts.unoutlinedImages > 0)
        facts.push_back({"Without an outline", countedText(counts.unoutlinedImages, "image") +
                                                   " with a defect that nobody has outlined: at image level only"});
    facts.push_back(
        {"Pixels", fmt::format("{} normal, {} of defects, {} ignored, {} unknown", pixels(PixelRole::Normal),
                               pixels(PixelRole::Defect), pixels(PixelRole::Ignored), pixels(PixelRole::Unknown))});
}

std::string intensityText(const ModelInfo &model)
{
    return model.bitDepth <= 8 ? "8 bit"
                               : fmt::format("{} bit, black {:g}, white {:g}", model.bitDepth, model.intensity.black,
                                             model.intensity.white);
}

std::string bankText(const ModelInfo &model)
{
    std::string text = fmt::format("{} rows of {} values", countText(model.bankRows), model.bankDim);
    if (model.bankSize != model.bankRows)
        text += fmt::format("; {} were asked for", countText(model.bankSize));
    if (!model.supportRule.empty())
        text += fmt::format("; {} dropped for too little support (rule {})", countText(model.droppedRows),
                            model.supportRule);
    return text;
}

std::string coverageText(const TrainingFigures &figures)
{
    return fmt::format("largest {:.3f}, 99.9 % of patches within {:.3f}, mean {:.3f} (L2 distance)",
                       figures.coverageRadius, figures.coverageP999, figures.coverageMean);
}

ReportFacts modelFacts(const ReportInput &input)
{
    const ModelInfo &model = input.model;
    ReportFacts facts;
    const auto add = [&](std::string name, std::string value) {
        facts.facts.push_back({std::move(name), std::move(value)});
    };
    const auto addHash = [&](std::string name, const std::string &hash) {
        facts.facts.push_back({std::move(name), hash, true});
    };
    add("Model", input.modelName);
    addHash("Model hash (SHA-256)", model.hash);
    add("Trained", model.createdUtc);
    add("Backbone", fmt::format("{}, layers {}", model.backboneName, fmt::join(model.layers, ", ")));
    addHash("Backbone hash (SHA-256)", model.backboneSha256);
    add("Image scale", fmt::format("{:g}; {}", model.scale, intensityText(model)));
    add("Tile", model.tilePx > 0 ? fmt::format("{} px", model.tilePx) : std::string("whole images"));
    add("Smoothing of maps", fmt::format("Gaussian, sigma {:g} px", model.sigmaPx));
    add("Memory bank", bankText(model));
    add("Selection",
        fmt::format("{}, seed {}{}{}", model.strategy, model.seed,
                    model.sample > 0 ? fmt::format(", {} patches drawn first", countText(model.sample)) : "",
                    model.shards > 1 ? fmt::format(", {} shards", model.shards) : ""));
    add("Coverage of the training data", coverageText(model.figures));
    add("Training images", fmt::format("{} ({} patches); {} could not be read", countText(model.figures.images),
                                       countText(model.figures.patches), countText(model.figures.skipped)));
    add("Held out for the scale", countedText(std::ssize(model.heldOutImages), "good image"));
    if (!model.excludedImages.empty())
        add("With regions kept out", countedText(std::ssize(model.excludedImages), "image"));
    if (!model.initialHash.empty()) {
        addHash("Began with model", model.initialHash);
        add("Its rows", model.keep);
    }
    return facts;
}

ReportTable versionTable(const ModelInfo &model)
{
    ReportTable table{
        "Data sets that the bank has seen", {{"Data set"}, {"Training began"}, {"Images", Align::Right}, {"How"}}, {}};
    for (const DatasetVersion &version : model.versions)
        table.rows.push_back({version.name.empty() ? "unknown" : version.name, version.createdUtc,
                              countText(version.images), version.how});
    return table;
}

/// Both parts of a rule side by side, as `threshold` prints them.
ReportTable partsTable(const ReportRule &rule)
{
    const std::string upper = fmt::format("At most ({:g} %)", 100.0 * rule.request.confidence);
    ReportTable table{
        "Counted on both parts of the rule: thresholds were chosen on the calibration part, the acceptance "
        "part is that of this report",
        {{""},
         {"Calibration", Align::Right},
         {"Wilson 95 %", Align::Right},
         {upper, Align::Right},
         {"Acceptance", Align::Right},
         {"Wilson 95 %", Align::Right},
         {upper, Align::Right}},
        {}};
    for (const PartsRow &row : partsRows(rule.choice)) {
        std::vector<std::string> &cells = table.rows.emplace_back(std::vector<std::string>{row.what});
        for (const RateCount &count : {row.calibration, row.acceptance})
            for (std::string &cell : rateCells(count))
                cells.push_back(std::move(cell));
    }
    return table;
}

/// An image that sets the reject threshold in use although few other images show the like.
std::string suspectText(const ReportInput &input)
{
    const ModelInfo &model = input.model;
    if (!input.thresholds.whyNone.empty() ||
        input.evaluation.settings.rejectThreshold != model.scoreScale.rejectThreshold())
        return {};
    const auto highest = std::ranges::max_element(model.heldOutScores);
    if (!model.scoreScale.calibrated() || highest == model.heldOutScores.end())
        return {};
    const auto place = static_cast<std::size_t>(highest - model.heldOutScores.begin());
    if (place >= model.heldOutImages.size())
        return {};
    const std::string &image = model.heldOutImages[place];
    if (std::ranges::find(model.suspects, image, &SuspectRegion::image) == model.suspects.end())
        return {};
    return fmt::format("The model's reject threshold hangs on {}, which is suspect: few other good images show the "
                       "like of a region in it. It may hold an unlabelled defect.",
                       image);
}

} // namespace

void addDataSection(const ReportInput &input, ReportBlocks &blocks)
{
    blocks.emplace_back(ReportSection{"Data"});
    ReportFacts facts;
    facts.facts.push_back({"Data set", input.data.name});
    facts.facts.push_back({"Folder or file", input.data.root});
    if (!input.data.layout.empty())
        facts.facts.push_back({"Layout", input.data.layout});
    facts.facts.push_back({"Test images", fmt::format("{}; {} could not be used", countText(input.data.testImages),
                                                      countText(input.data.skipped))});
    if (input.data.trainedOn > 0)
        facts.facts.push_back(
            {"Left out", fmt::format("{} that the model was made from", countedText(input.data.trainedOn, "image"))});
    if (input.data.notKnown > 0)
        facts.facts.push_back({"Judged by nobody", countedText(input.data.notKnown, "image")});
    facts.facts.push_back({"Groups of test images (parts, batches)", groupText(input.data)});
    facts.facts.push_back({"Scale", input.data.mmPerPixel ? fmt::format("{:g} mm per pixel", *input.data.mmPerPixel)
                                                          : std::string("not given: areas are in pixels")});
    addCounts(input.evaluation, facts.facts);
    blocks.emplace_back(std::move(facts));
    if (!input.data.counts.empty())
        blocks.emplace_back(countsTable(input.data));
}

void addModelSection(const ReportInput &input, ReportBlocks &blocks)
{
    blocks.emplace_back(ReportSection{"Model and training"});
    blocks.emplace_back(modelFacts(input));
    if (!input.model.versions.empty())
        blocks.emplace_back(versionTable(input.model));
    if (const std::string suspect = suspectText(input); !suspect.empty())
        blocks.emplace_back(ReportNote{suspect});
}

void addThresholdSection(const ReportInput &input, ReportBlocks &blocks)
{
    blocks.emplace_back(ReportSection{"Thresholds and policy"});
    ReportFacts facts;
    const EvaluationSettings &settings = input.evaluation.settings;
    if (input.thresholds.whyNone.empty()) {
        facts.facts.push_back({"Review", fmt::format("{:g}: below it a part is OK", settings.reviewThreshold)});
        facts.facts.push_back({"Reject", fmt::format("{:g}: from it on a part is NG", settings.rejectThreshold)});
        facts.facts.push_back({"How they were set", input.thresholds.how});
        facts.facts.push_back({"Source", input.thresholds.source});
    } else {
        facts.facts.push_back({"Review, reject", "none: " + input.thresholds.whyNone});
    }
    for (const std::string &zone : input.thresholds.zones)
        facts.facts.push_back({"Zone", zone});
    facts.facts.push_back({"Policy", labelPolicyText(settings.policy), true});
    facts.facts.push_back({"Least area of a region",
                           settings.minAreaPx > 1
                               ? fmt::format("{} px of the score map: smaller regions flag no part and find no defect",
                                             countText(settings.minAreaPx))
                               : std::string("any")});
    facts.facts.push_back(
        {"Intervals over groups",
         settings.bootstrap.resamples > 0
             ? fmt::format("{} resamples, seed {}", countText(settings.bootstrap.resamples), settings.bootstrap.seed)
             : std::string("none")});
    blocks.emplace_back(std::move(facts));
    if (input.rule)
        blocks.emplace_back(partsTable(*input.rule));
    ReportTable roles{"What each class counts as", {{"Class"}, {"Kind"}, {"Counts as"}}, {}};
    for (const LabelClass &one : input.evaluation.classes) {
        const ClassRole role = roleOf(one.kind, settings.policy);
        roles.rows.push_back({one.name, std::string(classKindName(one.kind)),
                              role == ClassRole::Defect     ? "defect: must be found"
                              : role == ClassRole::Harmless ? "harmless: flagging it is overkill"
                                                            : "ignored: in no figure"});
    }
    if (!roles.rows.empty())
        blocks.emplace_back(std::move(roles));
}

} // namespace patina
