#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/group_option.h"
#include "app/cli/printable.h"
#include "app/cli/project_evaluation.h"
#include "app/cli/report_collection.h"
#include "app/cli/threshold_options.h"
#include "core/report/make_report.h"
#include "core/report/verify_report.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <vector>

namespace patina::cli {

namespace {

constexpr double largestThreshold = 1e30;
constexpr int largestResamples = 1'000'000;
constexpr int mostPictures = 100;

std::string badName(const std::string &file)
{
    const auto named = checkReportName(file);
    return named ? std::string() : named.error().detail;
}

/// Throws what CLI11 reports as wrong usage.
void checkUsage(const ReportOptions &options)
{
    if (!options.verify.empty()) {
        if (options.model.empty() == options.verifiedModel.empty())
            throw CLI::ValidationError("--verify", "give the model that the report is held against: --model MODEL");
        if (!options.folder.empty() && !options.verifiedData.empty())
            throw CLI::ValidationError("--data", "DIR is given already");
        if (!options.out.empty() || !options.also.empty())
            throw CLI::ValidationError("--verify", "nothing is written: leave --out and --also away");
        return;
    }
    if (options.model.empty() || options.folder.empty())
        throw CLI::RequiredError("MODEL and DIR, or --verify FILE,");
    if (options.out.empty())
        throw CLI::RequiredError("--out");
    if (!options.project.empty() || !options.verifiedModel.empty() || !options.verifiedData.empty())
        throw CLI::ValidationError("--model, --data, --project", "they go with --verify");
    if (!options.reader.empty() && !isProject(options.folder))
        throw CLI::ValidationError("--reader", options.folder + " is no project");
    const EvaluateRequest &request = options.request;
    if (request.reviewThreshold && request.rejectThreshold && *request.rejectThreshold < *request.reviewThreshold)
        throw CLI::ValidationError(
            "--reject", fmt::format("{} is below --review {}", *request.rejectThreshold, *request.reviewThreshold));
}

Result<void> verify(const ReportOptions &options, const CommandContext &context)
{
    VerifyRequest request;
    request.report = options.verify;
    request.model = options.model.empty() ? options.verifiedModel : options.model;
    if (const std::string &data = options.folder.empty() ? options.verifiedData : options.folder; !data.empty())
        request.data = data;
    if (!options.project.empty())
        request.project = options.project;
    auto verdict = verifyReport(request, context.job);
    if (!verdict)
        return failFrom(std::move(verdict));
    std::string wrong;
    FlatJson json;
    json.set("belongs", verdict->holds());
    for (const ReportCheck &check : verdict->checks) {
        json.set(check.name, check.holds);
        if (!context.json && check.holds)
            fmt::print("{}\n", printable(check.sentence));
        if (!check.holds)
            wrong += (wrong.empty() ? "" : "; ") + check.sentence;
    }
    json.set("model.hash", verdict->claims.modelHash);
    json.set("inputs.sha256", verdict->claims.inputsSha256);
    json.set("date", verdict->claims.dateUtc);
    if (context.json)
        json.print();
    if (!wrong.empty())
        return fail(ErrorCode::Corrupt, wrong);
    return {};
}

Result<void> report(const ReportOptions &options, const CommandContext &context)
{
    auto date = options.date.empty() ? defaultReportDate() : parseReportDate(options.date);
    if (!date)
        return failFrom(std::move(date));
    for (const std::string &file : options.files())
        if (auto writable = checkReportTarget(file); !writable)
            return writable;
    auto input = collectInput(options, context);
    if (!input)
        return failFrom(std::move(input));
    input->title = options.title;
    input->dateUtc = *date;
    input->program = "Patina " PATINA_VERSION;
    auto document = makeReport(*input, context.job);
    if (!document)
        return failFrom(std::move(document));
    for (const std::string &file : options.files()) {
        if (auto written = writeReport(*document, file); !written)
            return written;
        if (!context.json)
            fmt::print("{}\n", printable(file));
    }
    if (context.json) {
        FlatJson json;
        json.set("report", options.out);
        json.set("model.hash", input->model.hash);
        json.set("inputs.sha256", input->data.inputs.sha256);
        json.set("date", *date);
        json.set("pictures", input->escapes.size() + input->overkills.size());
        json.print();
    }
    return {};
}

void addEvaluationOptions(CLI::App &verb, ReportOptions &options)
{
    verb.add_option("--policy", options.policy,
                    "What labels count as: impurity=normal|defect|ignored,ambiguous=ignored|defect|impurity")
        ->check(parsedBy(parseLabelPolicy));
    verb.add_option("--other-policy", options.otherPolicies,
                    "Also what the main figures come to under this policy; may be given several times")
        ->check(parsedBy(parseLabelPolicy));
    auto *review =
        verb.add_option("--review", options.request.reviewThreshold, "Review threshold; default: the model's")
            ->check(numberWithin(-largestThreshold, largestThreshold));
    auto *reject =
        verb.add_option("--reject", options.request.rejectThreshold, "Reject threshold; default: the model's")
            ->check(numberWithin(-largestThreshold, largestThreshold));
    auto *rule = addRuleOptions(verb, options.rule)->excludes(review)->excludes(reject);
    verb.add_option("--calibration", options.calibration,
                    "With --rule: the images that it chooses from, which no figure is quoted on: another data set, or "
                    "a list (CSV with a column image) of images; default: a part of the groups")
        ->needs(rule);
    addLeastAreaOption(verb, options.leastArea);
    verb.add_option("--resamples", options.request.bootstrap.resamples,
                    "Resamples of groups (parts) for intervals over groups; 0: none")
        ->check(CLI::Range(0, largestResamples))
        ->capture_default_str();
    verb.add_flag("--strict", options.request.strict,
                  "A bad image or folder ends the run instead of being left out; a bad mask always does");
}

} // namespace

void addReportVerb(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<ReportOptions>();
    CLI::App *verb = app.add_subcommand("report", "The audit report of a model on a data set, as HTML or PDF");
    verb->add_option("MODEL", options->model, "Model file (.patina)");
    verb->add_option("DIR", options->folder, "Data set with test images and masks, or a project (.patinaproj)");
    verb->add_option("--out", options->out, "File to write: .html or .pdf")->check(badName);
    verb->add_option("--also", options->also, "The same report in one more file; may be given several times")
        ->check(badName);
    verb->add_option("--title", options->title, "Title; default: Inspection audit");
    verb->add_option("--date", options->date,
                     "Date of the report, 2026-01-31 or 2026-01-31T12:00:00Z; default: SOURCE_DATE_EPOCH, else now")
        ->check(parsedBy(parseReportDate));
    verb->add_option("--pictures", options->pictures, "Pictures of defects and of good images that went worst, each")
        ->check(CLI::Range(0, mostPictures))
        ->capture_default_str();
    verb->add_option("--reader", options->reader, "Whose decisions hold in a project; default: the only reader's");
    addEvaluationOptions(*verb, *options);
    verb->add_option("--verify", options->verify,
                     "Says whether this report belongs to a model (and DIR, and a project)");
    verb->add_option("--model", options->verifiedModel, "With --verify: the model");
    verb->add_option("--data", options->verifiedData, "With --verify: the data set");
    verb->add_option("--project", options->project, "With --verify: the project (.patinaproj)");
    verb->callback([options] {
        checkUsage(*options);
        checkRuleOptions(options->rule);
    });
    addCommonOptions(*verb, context,
                     {CommonOption::Threads, CommonOption::Seed, CommonOption::Device, CommonOption::FeatureCache});
    verbs.push_back({verb, [options](const CommandContext &ready) {
                         return options->verify.empty() ? report(*options, ready) : verify(*options, ready);
                     }});
}

} // namespace patina::cli
