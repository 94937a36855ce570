#include "app/cli/flat_json.h"
#include "app/cli/printable.h"
#include "app/cli/project_options.h"
#include "app/cli/text_table.h"
#include "core/base/atomic_file.h"
#include "core/project/agreement.h"

#include <fmt/format.h>

namespace patina::cli {

namespace {

/// "0.71 (95 %: 0.52 to 0.90; 9 of 11 agree)"
std::string kappaText(const Kappa &kappa, const ConfusionTable &table)
{
    if (kappa.state == KappaState::NoPairs)
        return fmt::format("none: {}", whyNoKappa(kappa));
    const std::string agreed = fmt::format("{} of {} agree", table.agreed(), table.total());
    if (kappa.state != KappaState::Defined)
        return fmt::format("none: {} ({})", whyNoKappa(kappa), agreed);
    return kappa.interval95 ? fmt::format("{:.2f} (95 %: {:.2f} to {:.2f}; {})", kappa.value, kappa.interval95->low,
                                          kappa.interval95->high, agreed)
                            : fmt::format("{:.2f} (no interval: the formula for large samples gives none here; {})",
                                          kappa.value, agreed);
}

void setKappa(FlatJson &json, const std::string &name, const Kappa &kappa)
{
    const bool defined = kappa.state == KappaState::Defined;
    json.set(name + ".kappa", defined ? std::optional(kappa.value) : std::nullopt, whyNoKappa(kappa));
    const std::string why = defined ? "the formula for large samples gives none here" : whyNoKappa(kappa);
    json.set(name + ".kappaLow95", kappa.interval95 ? std::optional(kappa.interval95->low) : std::nullopt, why);
    json.set(name + ".kappaHigh95", kappa.interval95 ? std::optional(kappa.interval95->high) : std::nullopt, why);
    const bool pairs = kappa.state != KappaState::NoPairs;
    json.set(name + ".agreement", pairs ? std::optional(kappa.observed) : std::nullopt, whyNoKappa(kappa));
}

void printJson(const Agreement &agreement)
{
    FlatJson json;
    json.set("first", agreement.first);
    json.set("second", agreement.second);
    json.set("regions.both", agreement.both());
    json.set("regions.onlyFirst", agreement.onlyFirst);
    json.set("regions.onlySecond", agreement.onlySecond);
    setKappa(json, "classes", agreement.classes);
    setKappa(json, "kinds", agreement.kinds);
    for (std::size_t i = 0; i < agreement.categories.size(); ++i)
        for (std::size_t j = 0; j < agreement.categories.size(); ++j)
            json.set(fmt::format("table.{}/{}", agreement.categories[i], agreement.categories[j]),
                     agreement.classTable.at(static_cast<int>(i), static_cast<int>(j)));
    json.print();
}

/// A row for each category of the first reader, a column for each of the second.
std::string confusionText(const Agreement &agreement)
{
    std::vector<std::string> header{agreement.first + " \\ " + agreement.second};
    header.insert(header.end(), agreement.categories.begin(), agreement.categories.end());
    TextTable table(header);
    for (int i = 0; i < agreement.classTable.categories(); ++i) {
        std::vector<std::string> row{agreement.categories[static_cast<std::size_t>(i)]};
        for (int j = 0; j < agreement.classTable.categories(); ++j)
            row.push_back(std::to_string(agreement.classTable.at(i, j)));
        table.addRow(std::move(row));
    }
    return table.text();
}

void printText(const Agreement &agreement, const ProjectOptions &options)
{
    const std::string first = printable(agreement.first);
    const std::string second = printable(agreement.second);
    fmt::print("{}: regions decided by {} and {}: {}, by {} alone: {}, by {} alone: {}\n", printable(options.file),
               first, second, agreement.both(), first, agreement.onlyFirst, second, agreement.onlySecond);
    fmt::print("Cohen's kappa over classes: {}\n", kappaText(agreement.classes, agreement.classTable));
    fmt::print("Cohen's kappa over kinds: {}\n", kappaText(agreement.kinds, agreement.kindTable));
    if (agreement.both() > 0)
        fmt::print("\n{}", confusionText(agreement));
}

} // namespace

Result<void> showAgreement(const ProjectOptions &options, const CommandContext &context)
{
    auto contents = openToRead(options, context).and_then([](Project &&project) { return project.contents(); });
    if (!contents)
        return failFrom(std::move(contents));
    const auto agreement = agreementOf(*contents, options.readers.at(0), options.readers.at(1), context.job);
    if (!agreement)
        return tl::unexpected(agreement.error());
    if (!options.out.empty())
        if (auto written = writeTextFile(options.out, agreementCsv(*agreement)); !written)
            return written;
    if (context.json)
        printJson(*agreement);
    else
        printText(*agreement, options);
    return {};
}

} // namespace patina::cli
