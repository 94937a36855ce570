#include "app/cli/command_line.h"
#include "app/cli/flat_json.h"
#include "app/cli/printable.h"
#include "app/cli/text_table.h"
#include "core/dataset/dataset.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <memory>
#include <set>
#include <tuple>

namespace patina::cli {

namespace {

using Kind = DatasetProblem::Kind;

constexpr std::size_t problemsShown = 20;

struct InfoRequest
{
    std::string folder;
    bool listOnly = false;
};

struct DatasetFacts
{
    Dataset dataset;
    DatasetReport report;
    bool decoded = true;
};

using ClassCounts = std::map<std::pair<Split, std::string>, std::int64_t>;

ClassCounts countImages(const Dataset &dataset)
{
    ClassCounts counts;
    for (const ImageRecord &image : dataset.images)
        ++counts[{image.split, image.className}];
    return counts;
}

/// Masks by their own class: impurity masks lie on images of any class.
std::map<std::string, std::int64_t> countMasks(const Dataset &dataset)
{
    std::map<std::string, std::int64_t> counts;
    for (const ImageRecord &image : dataset.images)
        for (const MaskFile &mask : image.masks)
            ++counts[mask.className];
    return counts;
}

std::size_t countGroups(const Dataset &dataset)
{
    std::set<std::string> groups;
    for (const ImageRecord &image : dataset.images)
        groups.insert(image.group);
    return groups.size();
}

std::string_view kindOf(const Dataset &dataset, const std::string &className)
{
    for (const LabelClass &entry : dataset.classes)
        if (entry.name == className)
            return classKindName(entry.kind);
    return "-";
}

std::string_view channelsName(const ImageInfo &info)
{
    return info.channels == 1 ? "mono" : "colour";
}

std::string countsTable(const Dataset &dataset)
{
    TextTable table({"Split", "Class", "Kind", "Images"}, 3);
    for (const auto &[key, count] : countImages(dataset))
        table.addRow({std::string(splitName(key.first)), key.second, std::string(kindOf(dataset, key.second)),
                      fmt::format("{}", count)});
    return table.text();
}

std::string masksTable(const Dataset &dataset)
{
    std::map<std::string, std::int64_t> masks = countMasks(dataset);
    TextTable table({"Class", "Kind", "Masks"}, 2);
    for (const LabelClass &entry : dataset.classes)
        table.addRow({entry.name, std::string(classKindName(entry.kind)), fmt::format("{}", masks[entry.name])});
    return table.text();
}

std::string sizesTable(const DatasetReport &report)
{
    constexpr std::size_t rowsShown = 12;
    TextTable table({"Size", "Channels", "Depth", "Images"}, 3);
    for (std::size_t i = 0; i < report.sizes.size() && i < rowsShown; ++i) {
        const auto &[info, images] = report.sizes[i];
        table.addRow({fmt::format("{}x{}", info.width, info.height), std::string(channelsName(info)),
                      fmt::format("{} bit", info.bitDepth), fmt::format("{}", images)});
    }
    std::string text = table.text();
    if (report.sizes.size() > rowsShown)
        text += fmt::format("and {} more sizes (--json names all)\n", report.sizes.size() - rowsShown);
    return text;
}

std::string problemsText(const DatasetReport &report)
{
    if (report.problems.empty())
        return "Problems: none\n";
    std::string text = fmt::format("Problems: {}\n", report.problems.size());
    for (std::size_t i = 0; i < report.problems.size() && i < problemsShown; ++i) {
        const DatasetProblem &problem = report.problems[i];
        const bool named = problem.imageId.empty() || problem.detail.starts_with(problem.imageId);
        text += printable(fmt::format("  {}: {}{}{}", problemKindName(problem.kind), named ? "" : problem.imageId,
                                      named ? "" : ": ", problem.detail)) +
                '\n';
    }
    if (report.problems.size() > problemsShown)
        text += fmt::format("  and {} more (--json names all)\n", report.problems.size() - problemsShown);
    return text;
}

std::string infoText(const DatasetFacts &facts)
{
    const Dataset &dataset = facts.dataset;
    std::string text = printable(dataset.root.string()) + '\n';
    text += fmt::format("Layout: {}\n", layoutName(dataset.layout));
    text += fmt::format("Images: {} in {} groups\n", dataset.images.size(), countGroups(dataset));
    text += dataset.mmPerPixel ? fmt::format("Scale: {} mm per pixel\n", *dataset.mmPerPixel) : "Scale: not given\n";
    text += '\n' + countsTable(dataset);
    if (!dataset.classes.empty())
        text += '\n' + masksTable(dataset);
    if (facts.decoded)
        text += '\n' + sizesTable(facts.report);
    return text + '\n' + problemsText(facts.report);
}

void addClasses(FlatJson &json, const Dataset &dataset)
{
    const ClassCounts counts = countImages(dataset);
    std::map<Split, std::int64_t> ofSplit;
    std::map<std::string, std::int64_t> ofClass;
    for (const auto &[key, images] : counts) {
        ofSplit[key.first] += images;
        ofClass[key.second] += images;
    }
    for (const Split split : {Split::Train, Split::Validation, Split::Test})
        json.set(fmt::format("split.{}.images", splitName(split)), ofSplit[split]);
    for (const auto &[key, images] : counts)
        json.set(fmt::format("split.{}.classes.{}", splitName(key.first), key.second), images);
    std::map<std::string, std::int64_t> masks = countMasks(dataset);
    for (const LabelClass &entry : dataset.classes) {
        const std::string name = "classes." + entry.name;
        json.set(name + ".kind", classKindName(entry.kind));
        json.set(name + ".images", ofClass[entry.name]);
        json.set(name + ".masks", masks[entry.name]);
    }
}

void addSizes(FlatJson &json, const DatasetFacts &facts)
{
    if (!facts.decoded) {
        json.setNull("sizes", "no image was decoded (--list-only)");
        json.setNull("depths", "no image was decoded (--list-only)");
        return;
    }
    std::map<std::string, std::int64_t> sizes;
    std::map<std::string, std::int64_t> depths;
    for (const auto &[info, images] : facts.report.sizes) {
        sizes[fmt::format("{}x{}", info.width, info.height)] += images;
        depths[fmt::format("{}{}", channelsName(info), info.bitDepth)] += images;
    }
    json.set("sizes", sizes.size());
    json.set("depths", depths.size());
    for (const auto &[name, images] : sizes)
        json.set("sizes." + name, images);
    for (const auto &[name, images] : depths)
        json.set("depths." + name, images);
}

/// Which problems only decoding finds.
bool needsDecoding(Kind kind)
{
    switch (kind) {
    case Kind::EmptyMask:
    case Kind::WrongMaskSize:
    case Kind::Duplicate:
    case Kind::TrainTestDuplicate:
    case Kind::MixedSizes:
    case Kind::MixedDepths:
        return true;
    default:
        return false;
    }
}

void addProblems(FlatJson &json, const DatasetFacts &facts)
{
    std::map<Kind, std::int64_t> counts;
    for (const DatasetProblem &problem : facts.report.problems)
        ++counts[problem.kind];
    json.set("problems", facts.report.problems.size());
    for (int i = 0; i <= static_cast<int>(Kind::BadSideFile); ++i) {
        const auto kind = static_cast<Kind>(i);
        const std::string name = fmt::format("problems.{}", problemKindName(kind));
        if (!facts.decoded && needsDecoding(kind))
            json.setNull(name, "no image was decoded (--list-only)");
        else
            json.set(name, counts[kind]);
    }
    for (std::size_t i = 0; i < facts.report.problems.size(); ++i) {
        const DatasetProblem &problem = facts.report.problems[i];
        json.set(fmt::format("problem.{}.kind", i), problemKindName(problem.kind));
        json.set(fmt::format("problem.{}.image", i), problem.imageId);
        json.set(fmt::format("problem.{}.detail", i), problem.detail);
    }
}

FlatJson infoJson(const DatasetFacts &facts)
{
    FlatJson json;
    json.set("root", facts.dataset.root.string());
    json.set("layout", layoutName(facts.dataset.layout));
    json.set("images", facts.dataset.images.size());
    json.set("groups", countGroups(facts.dataset));
    if (facts.dataset.mmPerPixel)
        json.set("mmPerPixel", *facts.dataset.mmPerPixel);
    else
        json.setNull("mmPerPixel", "the data set has no scale.json");
    addClasses(json, facts.dataset);
    addSizes(json, facts);
    addProblems(json, facts);
    return json;
}

Result<void> runInfo(const InfoRequest &request, const CommandContext &context)
{
    Result<Dataset> dataset = openDataset(request.folder, context.job);
    if (!dataset)
        return failFrom(std::move(dataset));
    DatasetFacts facts{std::move(*dataset), {}, !request.listOnly};
    if (facts.decoded) {
        Result<DatasetReport> report = inspectDataset(facts.dataset, context.job);
        if (!report)
            return failFrom(std::move(report));
        facts.report = std::move(*report);
    } else {
        facts.report.problems = facts.dataset.problems;
    }
    if (context.json)
        infoJson(facts).print();
    else
        fmt::print("{}", infoText(facts));
    return {};
}

} // namespace

void addDatasetVerbs(CLI::App &app, CommandContext &context, VerbList &verbs)
{
    const auto request = std::make_shared<InfoRequest>();
    CLI::App *group = app.add_subcommand("dataset", "Look into data sets");
    group->require_subcommand(1);
    CLI::App *info =
        group->add_subcommand("info", "What a folder holds: layout, images by split and class, sizes, bit "
                                      "depths and problems (duplicates between splits, missing or unfitting "
                                      "masks, unreadable files)");
    info->add_option("DIR", request->folder, "Data set: MVTec AD, VisA, BTAD, KolektorSDD or a folder of good images")
        ->required();
    info->add_flag("--list-only", request->listOnly, "Decode nothing: counts, classes and what the file names show");
    addCommonOptions(*info, context);
    verbs.push_back({info, [request](const CommandContext &ready) { return runInfo(*request, ready); }});
}

} // namespace patina::cli
