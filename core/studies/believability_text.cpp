#include "core/studies/believability.h"
#include "core/studies/markdown_cell.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace patina {

namespace {

std::string tableOf(const std::string &title, const std::vector<BelievabilityRow> &rows)
{
    std::string text =
        fmt::format("## {}\n\n| set | images | patches | nearest real patch | real patch's nearest | spectrum, dB | "
                    "told apart, AUROC |\n|---|---|---|---|---|---|---|\n",
                    title);
    for (const BelievabilityRow &row : rows)
        text += fmt::format("| {} | {} | {} | {:.2f} | {:.2f} | {} | {} |\n", markdownCell(row.name), row.images,
                            row.patches, row.nearest, row.covered,
                            row.spectrumDb ? fmt::format("{:.2f}", *row.spectrumDb) : "-",
                            row.toldApart ? fmt::format("{:.3f}", *row.toldApart) : "-");
    return text;
}

nlohmann::ordered_json orNull(const std::optional<double> &figure)
{
    return figure ? nlohmann::ordered_json(*figure) : nlohmann::ordered_json();
}

} // namespace

std::string believabilityMarkdown(const Believability &found)
{
    return tableOf("Surfaces", found.surface) +
           (found.defects.empty()
                ? ""
                : "\n" + tableOf(found.classes.empty() ? "Defects"
                                                       : fmt::format("Defects: {}", fmt::join(found.classes, ", ")),
                                 found.defects));
}

std::string believabilityJson(const Believability &found)
{
    nlohmann::ordered_json json;
    json["classes"] = fmt::format("{}", fmt::join(found.classes, ","));
    const auto add = [&](const std::string &part, const std::vector<BelievabilityRow> &rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::string prefix = fmt::format("{}.{}.", part, i);
            json[prefix + "name"] = rows[i].name;
            json[prefix + "images"] = rows[i].images;
            json[prefix + "patches"] = rows[i].patches;
            json[prefix + "nearest"] = rows[i].nearest;
            json[prefix + "covered"] = rows[i].covered;
            json[prefix + "spectrumDb"] = orNull(rows[i].spectrumDb);
            json[prefix + "toldApart"] = orNull(rows[i].toldApart);
        }
    };
    add("surface", found.surface);
    add("defects", found.defects);
    return json.dump();
}

} // namespace patina
