#include "app/cli/command_line.h"
#include "app/cli/model_summary.h"
#include "core/base/output_target.h"
#include "core/coreset/coreset_builder.h"
#include "core/pipeline/meld.h"

#include <fmt/format.h>

#include <memory>

namespace patina::cli {

namespace {

struct MeldOptions
{
    std::string out;
    MeldRequest request;
};

Result<void> runMeld(const MeldOptions &options, const CommandContext &context)
{
    std::vector<std::string> read;
    for (const auto &model : options.request.models)
        read.push_back(model.string());
    if (auto writable = checkModelFile(options.out, read); !writable)
        return writable;
    MeldRequest request = options.request;
    request.threads = context.threads;
    auto model = meldModels(request, context.job);
    if (!model)
        return failFrom(std::move(model));
    if (auto hash = saveModel(*model, options.out); !hash)
        return failFrom(std::move(hash));
    auto saved = loadModel(options.out);
    if (!saved)
        return failFrom(std::move(saved));
    if (context.json) {
        FlatJson json;
        addModelFacts(*saved, json);
        json.print();
    } else {
        fmt::print("{}", trainingText(*saved, options.out));
    }
    return {};
}

} // namespace

void addMeldVerb(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<MeldOptions>();
    CLI::App *verb =
        app.add_subcommand("meld", "Join the banks of models of the same backbone, layers, scale, bit depth "
                                   "and projection");
    verb->add_option("MODEL", options->request.models, "Two model files (.patina) or more; their order does not matter")
        ->required()
        ->expected(2, 1000);
    verb->add_option("--out", options->out, "Model file to write (.patina); it is uncalibrated")->required();
    verb->add_option("--bank-size", options->request.bankSize, "Rows of the bank; default: the largest of the models'")
        ->check(CLI::Range(std::int64_t{1}, largestBankSize));
    addCommonOptions(*verb, context, {CommonOption::Threads});
    verbs.push_back({verb, [options](const CommandContext &ready) { return runMeld(*options, ready); }});
}

} // namespace patina::cli
