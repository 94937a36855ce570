#include "core/report/make_report.h"

#include "core/base/atomic_file.h"
#include "core/base/output_target.h"
#include "core/report/figures_json.h"
#include "core/report/pdf_part.h"
#include "core/report/report_claims.h"
#include "core/report/report_html.h"
#include "core/report/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace patina {

namespace {

std::string endingOf(const std::filesystem::path &file)
{
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : static_cast<char>(letter);
    });
    return ending;
}

Result<void> checkInput(const ReportInput &input)
{
    if (input.model.hash.empty())
        return fail(ErrorCode::BadArgument, "the model of a report has no hash: load it from its file");
    if (input.evaluation.review.defects.empty() || input.evaluation.reject.defects.empty())
        return fail(ErrorCode::BadArgument,
                    "a report wants an evaluation, and there is none: evaluate the model first");
    if (auto date = parseReportDate(input.dateUtc); !date)
        return failFrom(std::move(date));
    return {};
}

ReportClaims claimsOf(const ReportInput &input)
{
    ReportClaims claims;
    claims.modelHash = input.model.hash;
    claims.backboneSha256 = input.model.backboneSha256;
    claims.inputsSha256 = input.data.inputs.sha256;
    claims.dateUtc = input.dateUtc;
    claims.program = input.program;
    if (input.project) {
        claims.projectHead = input.project->head;
        claims.projectEntries = input.project->entries;
    }
    return claims;
}

constexpr std::array sections{addSummary,        addDataSection,   addModelSection,  addThresholdSection,
                              addRecallSection,  addFigureSection, addPolicySection, addPictureSection,
                              addProjectSection, addVerifySection, addTermSection};

} // namespace

Result<ReportDocument> makeReport(const ReportInput &input, const JobContext &context)
{
    if (auto good = checkInput(input); !good)
        return failFrom(std::move(good));
    ReportDocument document;
    document.title = input.title.empty() ? "Inspection audit" : input.title;
    document.subject =
        input.project ? fmt::format("{}, model {}", input.project->name, input.modelName) : "Model " + input.modelName;
    document.dateUtc = input.dateUtc;
    document.program = input.program;
    document.figures = figuresJson(input.evaluation,
                                   {input.thresholds.whyNone, input.data.skipped, input.model.hash, input.data.copies});
    document.provenance = claimsToJson(claimsOf(input));
    std::int64_t done = 0;
    for (const auto &add : sections) {
        if (context.cancelled())
            return cancelledError();
        context.report("report", done++, std::ssize(sections));
        add(input, document.blocks);
    }
    context.report("report", done, std::ssize(sections));
    return document;
}

Result<void> checkReportName(const std::filesystem::path &file)
{
    const std::string ending = endingOf(file);
    if (ending == ".html" || ending == ".pdf")
        return {};
    return fail(ErrorCode::BadArgument,
                fmt::format("{}: a report is written as .html or .pdf, by the ending of its name", file.string()));
}

Result<void> checkReportTarget(const std::filesystem::path &file)
{
    return checkReportName(file).and_then([&] { return checkOutputFile(file); }).and_then([&] {
        return endingOf(file) == ".pdf" ? pdfReady() : Result<void>();
    });
}

Result<void> writeReport(const ReportDocument &document, const std::filesystem::path &file)
{
    if (auto named = checkReportName(file); !named)
        return named;
    if (endingOf(file) == ".html")
        return writeTextFile(file, reportHtml(document));
    return reportPdf(document).and_then([&](const std::vector<std::uint8_t> &bytes) {
        return AtomicFile::create(file).and_then(
            [&](AtomicFile &&target) { return target.write(bytes).and_then([&] { return target.commit(); }); });
    });
}

} // namespace patina
