#include "core/report/figures_json.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace patina {

namespace {

void addFigure(const NamedFigure &named, const std::string &whyNoThresholds, nlohmann::ordered_json &json)
{
    const bool atThreshold = named.name.starts_with("threshold.") || named.name.starts_with("at.");
    const bool meaningless = atThreshold && !whyNoThresholds.empty();
    const std::optional<double> &value = named.figure.value;
    if (!meaningless && value && named.isCount) {
        json[named.name] = static_cast<std::int64_t>(*value);
    } else if (!meaningless && value && std::isfinite(*value)) {
        json[named.name] = *value;
    } else {
        json[named.name] = nullptr;
        json["why"][named.name] = meaningless ? whyNoThresholds : named.figure.why;
    }
}

} // namespace

std::string figuresJson(const Evaluation &evaluation, const FiguresFacts &facts)
{
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (const NamedFigure &named : flatFigures(evaluation))
        addFigure(named, facts.whyNoThresholds, json);
    json["policy"] = labelPolicyText(evaluation.settings.policy);
    json["minAreaPx"] = evaluation.settings.minAreaPx;
    json["images"] = evaluation.counts.goodImages + evaluation.counts.anomalousImages;
    json["skipped"] = facts.skipped;
    json["images.copies"] = facts.copies;
    json["model.hash"] = facts.modelHash;
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string jsonForMarkup(const std::string &json)
{
    std::string text;
    text.reserve(json.size());
    for (const char letter : json)
        if (letter == '<')
            text += "\\u003c"; // only ever within a string
        else
            text += letter;
    return text;
}

} // namespace patina
