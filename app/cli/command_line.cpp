#include "app/cli/command_line.h"

#include "app/cli/interrupt.h"
#include "app/cli/memory_size.h"
#include "app/cli/verb_run.h"

#include <fmt/format.h>
#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>

#include <iostream>
#include <string>

namespace patina::cli {

namespace {

/// The deepest verb that was named.
const CLI::App &namedVerb(const CLI::App &app)
{
    const CLI::App *at = &app;
    for (auto below = at->get_subcommands(); !below.empty(); below = at->get_subcommands())
        at = below.front();
    return *at;
}

/// What was typed where a verb was expected, and the verbs there are.
std::string verbSentence(const CLI::App &group)
{
    std::vector<std::string> known;
    for (const CLI::App *verb : group.get_subcommands([](const CLI::App *) { return true; }))
        known.push_back(verb->get_name());
    const std::vector<std::string> typed = group.remaining();
    const std::string what = typed.empty()                    ? "a verb is missing"
                             : typed.front().starts_with('-') ? fmt::format("unknown option '{}'", typed.front())
                                                              : fmt::format("unknown verb '{}'", typed.front());
    return fmt::format("{}; the verbs are {}", what, fmt::join(known, ", "));
}

int reportUsage(CLI::App &app, const CLI::ParseError &error)
{
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        app.exit(error, std::cout, std::cerr); // help or version
        return std::cout << std::flush ? exitDone : exitFailed;
    }
    const CLI::App &verb = namedVerb(app);
    const bool isGroup = !verb.get_subcommands([](const CLI::App *) { return true; }).empty();
    printError(verb, fmt::format("{} (see {} --help)", isGroup ? verbSentence(verb) : error.what(), fullName(verb)));
    return exitUsage;
}

/// Libraries tell their errors by exceptions and results; what they print themselves would break the one line.
void silenceLibraries()
{
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    cv::redirectError([](int, const char *, const char *, const char *, int, void *) { return 0; });
}

void addDeviceOption(CLI::App &parser, CommandContext &context)
{
    const auto check = [](const std::string &text) {
        const bool known = text == "cpu" || text == "auto" || text == "cuda" ||
                           (text.starts_with("cuda:") && text.size() > 5 && text.size() < 9 &&
                            text.find_first_not_of("0123456789", 5) == std::string::npos);
        return known ? std::string() : fmt::format("'{}' is none of cpu, cuda, cuda:N, auto", text);
    };
    parser.add_option("--device", context.device, "Where features are computed: cpu, cuda, cuda:N, auto")
        ->check(check)
        ->type_name("NAME")
        ->capture_default_str();
}

void addMemoryOption(CLI::App &parser, CommandContext &context)
{
    const auto setMemory = [&context](const std::string &text) {
        const Result<std::int64_t> bytes = parseMemorySize(text);
        if (!bytes)
            throw CLI::ValidationError("--memory", bytes.error().detail);
        context.memoryBytes = *bytes;
    };
    parser.add_option_function<std::string>("--memory", setMemory, "Stay below this size: 2GiB, 500MB, ...")
        ->type_name("SIZE");
}

} // namespace

void addReservoirOption(CLI::App &parser, std::int64_t &bytes)
{
    const auto setReservoir = [&bytes](const std::string &text) {
        const Result<std::int64_t> size = parseReservoirSize(text);
        if (!size)
            throw CLI::ValidationError("--reservoir", size.error().detail);
        bytes = *size;
    };
    parser
        .add_option_function<std::string>("--reservoir", setReservoir,
                                          "With the strategy reservoir: what the sample of patches may take (it has at "
                                          "least the rows of the bank); --memory makes it smaller where it has to")
        ->type_name("SIZE")
        ->default_str(fmt::format("{}MiB", bytes >> 20U));
}

void addCommonOptions(CLI::App &parser, CommandContext &context, std::initializer_list<CommonOption> options)
{
    parser.add_flag("--json", context.json, "One machine-readable object on standard output");
    parser.add_flag("--quiet", context.quiet, "No progress, no notices");
    for (const CommonOption option : options) {
        switch (option) {
        case CommonOption::Threads:
            parser.add_option("--threads", context.threads, "Threads to use; 0 = all cores")
                ->check(CLI::Range(0, 1024))
                ->capture_default_str();
            break;
        case CommonOption::Device:
            addDeviceOption(parser, context);
            break;
        case CommonOption::Seed:
            parser.add_option("--seed", context.seed, "Seed of everything random")
                ->check([](const std::string &text) {
                    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
                    return digits ? std::string() : fmt::format("'{}' is no whole number from 0 on", text);
                })
                ->capture_default_str();
            break;
        case CommonOption::Memory:
            addMemoryOption(parser, context);
            break;
        case CommonOption::FeatureCache:
            parser
                .add_option("--feature-cache", context.featureCache,
                            "Folder that features of images are kept in and read from the next time: for runs over the "
                            "same images with other settings")
                ->type_name("DIR");
            break;
        }
    }
}

CLI::Validator numberWithin(double low, double high)
{
    const auto check = [low, high](const std::string &text) {
        double value = 0.0;
        if (CLI::detail::lexical_cast(text, value) && value >= low && value <= high)
            return std::string();
        return fmt::format("'{}' is no number from {} to {}", text, low, high);
    };
    return CLI::Validator(check, fmt::format("FLOAT in [{} - {}]", low, high));
}

int runCommandLine(CLI::App &app, CommandContext &context, const VerbList &verbs, int argc, const char *const *argv)
{
    app.set_version_flag("--version", fmt::format("{} {}", programName, PATINA_VERSION), "Print the version and exit");
    app.require_subcommand(1);
    app.footer("Every verb explains itself: patina-cli VERB --help\n"
               "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 cancelled.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return reportUsage(app, error);
    }
    installInterruptHandler();
    silenceLibraries();
    const CLI::App &named = namedVerb(app);
    for (const Verb &verb : verbs)
        if (verb.parser == &named)
            return runVerb(verb, context);
    printError(named, "no action is registered for this verb");
    return exitFailed;
}

} // namespace patina::cli
