#include "app/cli/command_line.h"
#include "app/cli/model_summary.h"
#include "core/base/atomic_file.h"
#include "core/base/npy.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace patina::cli {

namespace {

struct ModelOptions
{
    std::string path;
    std::string out;
};

Result<void> showModel(const ModelOptions &options, const CommandContext &context)
{
    auto model = loadModel(options.path);
    if (!model)
        return failFrom(std::move(model));
    if (context.json) {
        FlatJson json;
        addModelFacts(*model, json);
        json.print();
    } else {
        fmt::print("{}", modelText(*model, options.path));
    }
    return {};
}

Result<void> verifyModel(const ModelOptions &options, const CommandContext &context)
{
    auto model = loadModel(options.path);
    if (!model)
        return failFrom(std::move(model));
    if (context.json) {
        FlatJson json;
        json.set("verified", true);
        json.set("hash", model->info.hash);
        json.print();
    } else {
        fmt::print("{}: sound, SHA-256 {}\n", options.path, model->info.hash);
    }
    return {};
}

/// The arrays as NPY and the description as JSON, for programs that know nothing of safetensors.
Result<void> exportModel(const ModelOptions &options, const CommandContext &context)
{
    auto model = loadModel(options.path);
    if (!model)
        return failFrom(std::move(model));
    const std::filesystem::path folder = options.out;
    std::error_code ec;
    std::filesystem::create_directories(folder, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", folder.string(), ec.message()));
    std::vector<std::int32_t> origins;
    for (const PatchRef &ref : model->origins)
        origins.insert(origins.end(), {ref.dataset, ref.image, ref.row, ref.column});
    const std::int64_t rows = model->bank.rows();
    const std::int64_t dim = model->bank.dim();
    return writeNpy(folder / "bank.npy", {rows, dim}, model->bank.values())
        .and_then([&] {
            return writeNpy(folder / "projection.npy", {dim, model->projection.dim()}, model->projection.values());
        })
        .and_then([&] {
            return writeNpy(folder / "origin.npy", {rows, 4}, std::span<const std::int32_t>(origins));
        })
        .and_then(
            [&] { return writeNpy(folder / "support.npy", {rows}, std::span<const std::int32_t>(model->support)); })
        .and_then([&] { return writeTextFile(folder / "model.json", modelInfoToJson(model->info) + "\n"); })
        .map([&] {
            if (context.json) {
                FlatJson json;
                json.set("out", folder.string());
                json.set("hash", model->info.hash);
                json.print();
            } else {
                fmt::print("{}: bank.npy, projection.npy, origin.npy, support.npy, model.json\n", folder.string());
            }
        });
}

} // namespace

void addModelVerbs(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto options = std::make_shared<ModelOptions>();
    CLI::App *model = app.add_subcommand("model", "What a model is, whether it is sound, its score scale");
    model->require_subcommand(1);
    const auto add = [&](const char *name, const char *description, auto run) {
        CLI::App *verb = model->add_subcommand(name, description);
        verb->add_option("MODEL", options->path, "Model file (.patina)")->required();
        addCommonOptions(*verb, context);
        verbs.push_back({verb, [options, run](const CommandContext &ready) { return run(*options, ready); }});
        return verb;
    };
    add("info", "Provenance, settings and figures", showModel);
    add("verify", "Check the model against its SHA-256", verifyModel);
    add("export", "Write the open exchange form: NPY arrays and JSON", exportModel)
        ->add_option("--out", options->out, "Folder to write into")
        ->required();
    addCalibrateVerb(*model, context, verbs);
}

} // namespace patina::cli
