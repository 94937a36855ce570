#include "core/base/strict_json.h"
#include "core/pipeline/known_content.h"
#include "core/pipeline/model.h"
#include "core/pipeline/model_soundness.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <exception>
#include <stdexcept>

namespace patina {

namespace {

using nlohmann::json;

constexpr int supportedFormatVersion = 1;
constexpr const char *imageDigestsKey = "imageDigests";
constexpr const char *heldOutDigestsKey = "heldOutDigests";

json scaleToJson(const ScoreScale &scale)
{
    return {{"median", scale.median}, {"upper", scale.upper}, {"largest", scale.largest}, {"images", scale.images}};
}

json figuresToJson(const TrainingFigures &figures)
{
    return {{"coverageRadius", figures.coverageRadius},
            {"coverageP999", figures.coverageP999},
            {"coverageMean", figures.coverageMean},
            {"peakBytes", figures.peakBytes},
            {"budgetBytes", figures.budgetBytes},
            {"totalS", figures.totalS},
            {"featuresS", figures.featuresS},
            {"coresetS", figures.coresetS},
            {"supportS", figures.supportS},
            {"checkpointsS", figures.checkpointsS},
            {"images", figures.images},
            {"patches", figures.patches},
            {"skipped", figures.skipped}};
}

ScoreScale scaleFromJson(const json &object)
{
    ScoreScale scale;
    object.at("median").get_to(scale.median);
    object.at("upper").get_to(scale.upper);
    object.at("largest").get_to(scale.largest);
    object.at("images").get_to(scale.images);
    return scale;
}

TrainingFigures figuresFromJson(const json &object)
{
    TrainingFigures figures;
    object.at("coverageRadius").get_to(figures.coverageRadius);
    object.at("coverageP999").get_to(figures.coverageP999);
    object.at("coverageMean").get_to(figures.coverageMean);
    object.at("peakBytes").get_to(figures.peakBytes);
    figures.budgetBytes = object.value("budgetBytes", std::int64_t{0}); // models made before there were budgets
    object.at("totalS").get_to(figures.totalS);
    object.at("featuresS").get_to(figures.featuresS);
    object.at("coresetS").get_to(figures.coresetS);
    figures.supportS = object.value("supportS", 0.0);
    figures.checkpointsS = object.value("checkpointsS", 0.0);
    object.at("images").get_to(figures.images);
    object.at("patches").get_to(figures.patches);
    object.at("skipped").get_to(figures.skipped);
    return figures;
}

json versionsToJson(const std::vector<DatasetVersion> &versions)
{
    json list = json::array();
    for (const DatasetVersion &version : versions)
        list.push_back({{"name", version.name},
                        {"createdUtc", version.createdUtc},
                        {"images", version.images},
                        {"how", version.how}});
    return list;
}

json suspectsToJson(const std::vector<SuspectRegion> &suspects)
{
    json list = json::array();
    for (const SuspectRegion &suspect : suspects)
        list.push_back({{"image", suspect.image},
                        {"x", suspect.areaPx.x},
                        {"y", suspect.areaPx.y},
                        {"width", suspect.areaPx.width},
                        {"height", suspect.areaPx.height},
                        {"loneliness", suspect.loneliness},
                        {"rows", suspect.rows}});
    return list;
}

/// \param images of training: older models name a suspect's image by its number among them.
std::vector<SuspectRegion> suspectsFromJson(const json &list, const std::vector<std::string> &images)
{
    std::vector<SuspectRegion> suspects;
    for (const json &entry : list) {
        SuspectRegion &suspect = suspects.emplace_back();
        const json &image = entry.at("image");
        if (!image.is_number_unsigned())
            image.get_to(suspect.image);
        else if (const auto number = image.get<std::size_t>(); number < images.size())
            suspect.image = images[number];
        entry.at("x").get_to(suspect.areaPx.x);
        entry.at("y").get_to(suspect.areaPx.y);
        entry.at("width").get_to(suspect.areaPx.width);
        entry.at("height").get_to(suspect.areaPx.height);
        entry.at("loneliness").get_to(suspect.loneliness);
        entry.at("rows").get_to(suspect.rows);
    }
    return suspects;
}

/// A model that names no versions has seen one.
std::vector<DatasetVersion> versionsFromJson(const json &object, const ModelInfo &info)
{
    if (!object.contains("versions"))
        return {{{}, info.createdUtc, static_cast<std::int64_t>(info.images.size()), "training"}};
    std::vector<DatasetVersion> versions;
    for (const json &entry : object.at("versions")) {
        DatasetVersion &version = versions.emplace_back();
        entry.at("name").get_to(version.name);
        entry.at("createdUtc").get_to(version.createdUtc);
        entry.at("images").get_to(version.images);
        entry.at("how").get_to(version.how);
    }
    return versions;
}

/// Digests one after another, all of one length: no more bytes than the images' names take. Zeros: not known.
std::string digestsText(const std::vector<std::string> &digests)
{
    std::string text;
    for (const std::string &digest : digests)
        text += digest.empty() ? std::string(contentDigestDigits, '0') : digest;
    return text;
}

bool isHexadecimal(std::string_view text)
{
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// \param images as many as there must be. Models made before there were digests have none.
std::vector<std::string> digestsFromJson(const json &object, const char *name, std::size_t images)
{
    std::vector<std::string> digests;
    if (!object.contains(name))
        return digests;
    const auto &text = object.at(name).get_ref<const std::string &>();
    if (text.size() != images * contentDigestDigits || !isHexadecimal(text))
        throw std::runtime_error(
            fmt::format("{} are not {} hexadecimal digits for each of {} images", name, contentDigestDigits, images));
    for (std::size_t i = 0; i < images; ++i) {
        std::string digest = text.substr(i * contentDigestDigits, contentDigestDigits);
        digests.push_back(digest.find_first_not_of('0') == std::string::npos ? std::string() : std::move(digest));
    }
    return digests;
}

ModelInfo infoFromJson(const json &object)
{
    ModelInfo info;
    object.at("formatVersion").get_to(info.formatVersion);
    object.at("createdUtc").get_to(info.createdUtc);
    object.at("backbone").at("name").get_to(info.backboneName);
    object.at("backbone").at("sha256").get_to(info.backboneSha256);
    object.at("backbone").at("layers").get_to(info.layers);
    object.at("tilePx").get_to(info.tilePx);
    object.at("scale").get_to(info.scale);
    object.at("intensity").at("black").get_to(info.intensity.black);
    object.at("intensity").at("white").get_to(info.intensity.white);
    object.at("bitDepth").get_to(info.bitDepth);
    object.at("sigmaPx").get_to(info.sigmaPx);
    object.at("strategy").get_to(info.strategy);
    object.at("bankSize").get_to(info.bankSize);
    object.at("sample").get_to(info.sample);
    object.at("seed").get_to(info.seed);
    object.at("holdout").get_to(info.holdout);
    object.at("images").get_to(info.images);
    object.at("heldOutImages").get_to(info.heldOutImages);
    object.at("heldOutScores").get_to(info.heldOutScores);
    info.imageDigests = digestsFromJson(object, imageDigestsKey, info.images.size());
    info.heldOutDigests = digestsFromJson(object, heldOutDigestsKey, info.heldOutImages.size());
    info.versions = versionsFromJson(object, info);
    if (object.contains("initial")) {
        object.at("initial").at("hash").get_to(info.initialHash);
        object.at("initial").at("keep").get_to(info.keep);
    }
    if (object.contains("reservoirRows"))
        object.at("reservoirRows").get_to(info.reservoirRows);
    info.shards = object.value("shards", std::int64_t{1});
    if (object.contains("excludedImages"))
        object.at("excludedImages").get_to(info.excludedImages);
    if (object.contains("support")) {
        const json &support = object.at("support");
        support.at("rule").get_to(info.supportRule);
        support.at("dropped").get_to(info.droppedRows);
        info.suspects = suspectsFromJson(support.at("suspects"), info.images);
    }
    info.scoreScale = scaleFromJson(object.at("scoreScale"));
    info.figures = figuresFromJson(object.at("figures"));
    return info;
}

} // namespace

std::string modelInfoToJson(const ModelInfo &info)
{
    json object = {
        {"formatVersion", info.formatVersion},
        {"createdUtc", info.createdUtc},
        {"backbone", {{"name", info.backboneName}, {"sha256", info.backboneSha256}, {"layers", info.layers}}},
        {"tilePx", info.tilePx},
        {"scale", info.scale},
        {"intensity", {{"black", info.intensity.black}, {"white", info.intensity.white}}},
        {"bitDepth", info.bitDepth},
        {"sigmaPx", info.sigmaPx},
        {"strategy", info.strategy},
        {"bankSize", info.bankSize},
        {"sample", info.sample},
        {"seed", info.seed},
        {"holdout", info.holdout},
        {"images", info.images},
        {"heldOutImages", info.heldOutImages},
        {"heldOutScores", info.heldOutScores},
        {"scoreScale", scaleToJson(info.scoreScale)},
        {"figures", figuresToJson(info.figures)},
    };
    if (!info.imageDigests.empty())
        object[imageDigestsKey] = digestsText(imageDigestsOf(info));
    if (!info.heldOutDigests.empty())
        object[heldOutDigestsKey] = digestsText(info.heldOutDigests);
    if (info.reservoirRows > 0)
        object["reservoirRows"] = info.reservoirRows;
    if (info.shards > 1)
        object["shards"] = info.shards;
    if (!info.excludedImages.empty())
        object["excludedImages"] = info.excludedImages;
    if (!info.supportRule.empty())
        object["support"] = {
            {"rule", info.supportRule}, {"dropped", info.droppedRows}, {"suspects", suspectsToJson(info.suspects)}};
    if (!info.versions.empty())
        object["versions"] = versionsToJson(info.versions);
    if (!info.initialHash.empty())
        object["initial"] = {{"hash", info.initialHash}, {"keep", info.keep}};
    // File names need not be UTF-8; what is not is shown with the replacement character.
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<ModelInfo> modelInfoFromJson(std::string_view text)
{
    auto parsed = parseStrictJson(text);
    if (!parsed)
        return failFrom(std::move(parsed));
    try {
        const int version = parsed->at("formatVersion").get<int>();
        if (version != supportedFormatVersion)
            return fail(
                ErrorCode::VersionMismatch,
                fmt::format("the model has format version {}, this program reads {}", version, supportedFormatVersion));
        ModelInfo info = infoFromJson(*parsed);
        if (const std::string unsound = unsoundField(info); !unsound.empty())
            return fail(ErrorCode::BadFormat, fmt::format("the model's {}", unsound));
        return info;
    } catch (const std::exception &error) {
        return fail(ErrorCode::BadFormat, fmt::format("the model's description cannot be used: {}", error.what()));
    }
}

} // namespace patina
