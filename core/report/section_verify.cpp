#include "core/report/report_text.h"
#include "core/report/sections.h"

#include <fmt/format.h>

namespace patina {

void addVerifySection(const ReportInput &input, ReportBlocks &blocks)
{
    blocks.emplace_back(ReportSection{"How to verify this report"});
    blocks.emplace_back(
        ReportParagraph{"The figures belong to one model, one set of images and labels, and one set of settings. Each "
                        "has a fingerprint; "
                        "whoever has the files can compute it again. The command patina-cli report --verify does so."});
    ReportFacts facts;
    facts.facts.push_back({"Model hash", input.model.hash, true});
    facts.facts.push_back({"Backbone hash", input.model.backboneSha256, true});
    if (!input.data.inputs.sha256.empty()) {
        facts.facts.push_back({"Images and labels", input.data.inputs.sha256, true});
        facts.facts.push_back(
            {"Computed over", fmt::format("{}, {}: a SHA-256 over their names, classes, groups and the SHA-256 "
                                          "of each file, sorted by name",
                                          countedText(input.data.inputs.images, "image"),
                                          countedText(input.data.inputs.labels, "label"))});
    }
    if (input.project && !input.project->head.empty())
        facts.facts.push_back({"Journal head", input.project->head, true});
    if (!input.command.empty())
        facts.facts.push_back({"Figures again", input.command, true});
    facts.facts.push_back({"Made by", input.program});
    blocks.emplace_back(std::move(facts));
    blocks.emplace_back(ReportParagraph{
        "Every figure is also in this file as JSON, under the names of patina-cli evaluate --json: in HTML in the "
        "element with the id \"figures\", in PDF as the attached file figures.json."});
}

void addTermSection(const ReportInput &input, ReportBlocks &blocks)
{
    static_cast<void>(input);
    blocks.emplace_back(ReportSection{"Terms"});
    ReportFacts facts;
    const auto add = [&](const char *name, const char *meaning) { facts.facts.push_back({name, meaning}); };
    add("Defect", "one 8-connected region of a defect class in the ground truth; found when any of its pixels lies in "
                  "a region that is flagged");
    add("Flagged region",
        "connected pixels of the score map at or above the threshold, together of at least the least area; in a "
        "zone with its own thresholds scores are divided by its multiple first");
    add("Escape", "a defect that is not found");
    add("Overkill", "a good image with a region at the threshold of at least the least area");
    add("Impurity", "a harmless deviation, such as a stain: flagging it is no merit");
    add("Wilson 95 %", "interval of a share of things counted one by one, which takes them for independent");
    add("Over groups 95 %", "bootstrap interval: whole groups of images, which may resemble each other, drawn anew");
    add("Escape rate at most", "exact upper bound at 95 %, where none of n defects escaped: 1 - 0.05^(1/n)");
    add("AUPRO", "area under the mean per-region overlap against the pixel false positive rate, divided by its limit");
    add("SegF1", "pixel F1 at the mean plus three standard deviations of defect-free validation pixels");
    add("AUPIMO", "mean per-image overlap at image false positive rates from 1e-5 to 1e-4, on a log scale");
    blocks.emplace_back(std::move(facts));
}

} // namespace patina
