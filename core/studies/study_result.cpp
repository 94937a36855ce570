#include "core/studies/study_result.h"

#include "core/base/strict_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace patina {

using nlohmann::json;
using nlohmann::ordered_json;

std::string toJsonText(const StudyRunResult &result)
{
    ordered_json text{{"format", "patina-study-run"},
                      {"formatVersion", 1},
                      {"modelHash", result.modelHash},
                      {"bankRows", result.bankRows},
                      {"trainingImages", result.trainingImages},
                      {"seconds", result.seconds}};
    for (const auto &[name, value] : result.figures)
        text["figures"][name] = value ? json(*value) : json();
    text["images"] = json::array();
    for (const StudyImage &image : result.images)
        text["images"].push_back({image.id, image.group, image.good, image.peak});
    text["regions"] = json::array();
    for (const StudyRegion &region : result.regions)
        text["regions"].push_back({region.image, region.className, region.impurity, region.peak});
    return text.dump(-1, ' ', false, json::error_handler_t::replace); // names of files may be no UTF-8
}

Result<StudyRunResult> studyResultFromJson(std::string_view text)
{
    const auto parsed = parseStrictJson(text);
    if (!parsed)
        return tl::unexpected(parsed.error());
    try {
        StudyRunResult result;
        if (parsed->at("format") != "patina-study-run" || parsed->at("formatVersion") != 1)
            return fail(ErrorCode::BadFormat, "not the result of a study's run, or of another version");
        parsed->at("modelHash").get_to(result.modelHash);
        parsed->at("bankRows").get_to(result.bankRows);
        parsed->at("trainingImages").get_to(result.trainingImages);
        parsed->at("seconds").get_to(result.seconds);
        if (parsed->contains("figures"))
            for (const auto &[name, value] : parsed->at("figures").items())
                result.figures.emplace_back(name, value.is_null() ? std::nullopt : std::optional(value.get<double>()));
        for (const json &image : parsed->at("images"))
            result.images.push_back({image.at(0), image.at(1), image.at(2), image.at(3)});
        for (const json &region : parsed->at("regions")) {
            result.regions.push_back({region.at(0), region.at(1), region.at(2), region.at(3)});
            const std::int64_t image = result.regions.back().image;
            if (image < -1 || image >= std::ssize(result.images))
                return fail(ErrorCode::BadFormat, fmt::format("a region of image number {}, which is none", image));
        }
        return result;
    } catch (const json::exception &error) {
        return fail(ErrorCode::BadFormat, fmt::format("the result of a study's run cannot be read: {}", error.what()));
    }
}

} // namespace patina
