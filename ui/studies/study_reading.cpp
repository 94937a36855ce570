#include "ui/studies/study_reading.h"

#include "core/base/read_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <limits>
#include <set>
#include <string_view>

namespace patina {

namespace {

using Json = nlohmann::ordered_json;

// Every arm and difference looks through the whole file: what is read has to end soon, whoever wrote it.
constexpr std::int64_t kLargestBytes = std::int64_t{4} << 20;
constexpr std::size_t kMostArms = 200;
constexpr std::size_t kMostDifferences = 1000;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

double numberOf(const Json &value)
{
    return value.is_number() ? value.get<double>() : kNone;
}

/// The figures behind a prefix, in the order of the file: each stands before its two ends.
void addCells(const Json &json, const std::string &prefix, std::vector<std::string> &figures,
              std::vector<StudyCell> &cells)
{
    for (auto at = json.begin(); at != json.end(); ++at) {
        const auto low = std::next(at);
        const auto high = low == json.end() ? low : std::next(low);
        if (!at.key().starts_with(prefix) || high == json.end() || low.key() != at.key() + ".low" ||
            high.key() != at.key() + ".high")
            continue;
        StudyCell cell;
        if (at->is_number())
            cell.mean = at->get<double>();
        cell.low = numberOf(*low);
        cell.high = numberOf(*high);
        figures.push_back(at.key().substr(prefix.size()));
        cells.push_back(cell);
        at = high;
    }
}

/// "n = 5" in a name; all: 0.
std::int64_t imagesIn(std::string_view name)
{
    const std::size_t at = name.find("n = ");
    std::int64_t number = 0;
    if (at != std::string_view::npos)
        std::from_chars(name.data() + at + 4, name.data() + name.size(), number);
    return number;
}

/// What the plan says of an arm, as far as its name does.
StudyArm armOf(StudyKind kind, std::string_view name)
{
    StudyArm arm;
    arm.name = name;
    const std::int64_t images = imagesIn(name);
    switch (kind) {
    case StudyKind::CleanStained:
        arm.steps = {{name.starts_with("train clean") ? 0U : 1U, 0}};
        arm.test = name.ends_with("test clean") ? 0 : 1;
        break;
    case StudyKind::Transfer:
        arm.test = 1;
        if (!name.starts_with("real only"))
            arm.steps.push_back({0, 0});
        if (name != "synthetic only")
            arm.steps.push_back({1, images});
        break;
    case StudyKind::MadeLike:
        if (!name.starts_with("real only"))
            arm.steps.push_back({0, images, true});
        if (!name.ends_with(" only"))
            arm.steps.push_back({0, images});
        break;
    case StudyKind::Policy:
        arm.policy = parseLabelPolicy(std::string(name)).value_or(LabelPolicy());
        break;
    case StudyKind::BankSize:
        std::from_chars(name.data(), name.data() + name.size(), arm.bankSize);
        break;
    case StudyKind::ImageOrder:
        arm.strategy = name;
        break;
    }
    return arm;
}

std::string lineOf(StudyKind kind, const StudyArm &arm)
{
    if (kind == StudyKind::BankSize)
        return "reservoir";
    if (arm.name.starts_with("real only"))
        return "real only";
    if (kind == StudyKind::Transfer)
        return "synthetic, then real";
    return arm.steps.size() > 1 ? "made like them, then they" : "made like them only";
}

/// \param written none in files of earlier versions: then all images are at a place that is not known.
StudyPlan::Place placeOf(StudyKind kind, const StudyArm &arm, double written)
{
    const double named = static_cast<double>(kind == StudyKind::BankSize ? arm.bankSize : imagesIn(arm.name));
    const double x = !std::isnan(written) ? written : named > 0.0 || arm.name == "synthetic only" ? named : kNone;
    return {lineOf(kind, arm), x};
}

void addDifferences(const Json &json, StudyTable &table)
{
    for (std::size_t i = 0; i < kMostDifferences; ++i) {
        const std::string prefix = fmt::format("difference.{}.", i);
        const auto name = json.find(prefix + "name");
        if (name == json.end() || !name->is_string())
            return;
        StudyDifference difference;
        for (const StudyRow &one : table.rows)
            for (const StudyRow &other : table.rows)
                if (*name == one.arm + " less " + other.arm) {
                    difference.arm = one.arm;
                    difference.reference = other.arm;
                }
        std::vector<std::string> figures;
        addCells(json, prefix, figures, difference.cells);
        if (!difference.arm.empty() && figures == table.figures)
            table.differences.push_back(std::move(difference));
    }
}

bool addArm(const Json &json, std::size_t index, StudyOutcome &outcome)
{
    const std::string prefix = fmt::format("arm.{}.", index);
    const auto name = json.find(prefix + "name");
    if (name == json.end() || !name->is_string())
        return false;
    const StudyKind kind = outcome.order.kind;
    const std::string full = name->get<std::string>();
    const std::string suffix = outcome.equalRows ? equalBanksSuffix(*outcome.equalRows) : std::string();
    const bool equal = !suffix.empty() && full.ends_with(suffix);
    outcome.arms.push_back(armOf(kind, equal ? full.substr(0, full.size() - suffix.size()) : full));
    if (const auto asked = json.find(prefix + "bankSize"); asked != json.end() && asked->is_number_integer())
        outcome.arms.back().bankSize = asked->get<std::int64_t>();
    if (const auto rows = json.find(prefix + "bankRows"); rows != json.end() && rows->is_number_integer())
        outcome.bankRows.push_back(rows->get<std::int64_t>());
    if (hasPlaces(kind))
        outcome.places.push_back(placeOf(kind, outcome.arms.back(), numberOf(json.value(prefix + "place", Json()))));
    if (equal) {
        outcome.arms.back().name = full;
        outcome.places.back().line += suffix;
    }
    StudyRow row{outcome.arms.back().name, {}};
    std::vector<std::string> figures;
    addCells(json, prefix, figures, row.cells);
    if (index == 0)
        outcome.table.figures = figures;
    outcome.table.rows.push_back(std::move(row));
    return figures == outcome.table.figures;
}

Result<StudyOutcome> outcomeOf(const Json &json, const std::filesystem::path &folder)
{
    const auto no = [&](const std::string &why) {
        return fail(ErrorCode::BadFormat, fmt::format("{}: {}", (folder / "study.json").string(), why));
    };
    const auto kind = json.is_object() ? std::ranges::find(kStudyKindNames, json.value("study", std::string()))
                                       : kStudyKindNames.end();
    if (kind == kStudyKindNames.end())
        return no("not a study");
    StudyOutcome outcome;
    outcome.order.kind = static_cast<StudyKind>(kind - kStudyKindNames.begin());
    outcome.order.out = folder;
    outcome.order.backbone = json.value("backbone", std::string());
    outcome.table.seeds = json.value("seeds", std::int64_t{0});
    outcome.table.groups = json.value("groups", std::int64_t{0});
    if (const auto rows = json.find("equalRows");
        hasRealImages(outcome.order.kind) && rows != json.end() && rows->is_number_integer())
        outcome.equalRows = rows->get<std::int64_t>();
    outcome.sharedGroups = json.value("sharedGroups", std::int64_t{0});
    const auto arms = json.value("arms", std::size_t{0});
    if (arms > kMostArms)
        return no(fmt::format("{} arms, {} are the most that are shown; study.html has all", arms, kMostArms));
    for (std::size_t i = 0; i < arms; ++i)
        if (!addArm(json, i, outcome))
            return no("its arms are not whole");
    if (arms == 0 || outcome.table.figures.empty())
        return no("it has no figures");
    if (outcome.bankRows.size() != arms)
        outcome.bankRows.clear();
    addDifferences(json, outcome.table);
    const LabelPolicy &first = outcome.arms.front().policy;
    for (const StudyArm &arm : outcome.arms) {
        outcome.impurities = outcome.impurities || arm.policy.impurity != first.impurity;
        outcome.ambiguous = outcome.ambiguous || arm.policy.ambiguous != first.ambiguous;
    }
    return outcome;
}

} // namespace

Result<StudyOutcome> readStudy(const std::filesystem::path &folder)
{
    const auto text = readTextFile(folder / "study.json", kLargestBytes);
    if (!text)
        return tl::unexpected(text.error());
    try {
        return outcomeOf(Json::parse(*text), folder);
    } catch (const nlohmann::json::exception &problem) {
        return fail(ErrorCode::BadFormat, fmt::format("{}: {}", (folder / "study.json").string(), problem.what()));
    }
}

} // namespace patina
