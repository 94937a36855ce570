#include "core/synthesis/dataset_identity.h"

#include "core/base/sha256.h"
#include "core/synthesis/scene.h"
#include "core/synthesis/spec_fields.h"
#include "core/synthesis/surfaces/exemplar_photos.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace patina::synthesis {

namespace {

constexpr int samplePx = 128;
constexpr std::string_view goodKind = "good";
constexpr std::string_view validationKind = "validation";

/// Models and their ranges have the same names, written differently: water-stain, waterStain.
std::string plain(std::string_view name)
{
    std::string letters;
    for (const char letter : name)
        if (letter != '-')
            letters += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    return letters;
}

/// The sections of ranges that images of a kind are drawn from.
std::set<std::string> sectionsOf(const SynthesisSpec &spec, const PlannedImage &image)
{
    std::set<std::string> sections{"light", "camera", plain(spec.surface)};
    if (spec.surface == "exemplar")
        sections.insert("retake");
    for (const std::string &impurity : spec.impurities)
        sections.insert(plain(impurity));
    if (!image.ambiguity.empty())
        sections.insert({"scratch", plain("water-stain")});
    else if (!image.defectClass.empty())
        sections.insert(plain(image.defectClass));
    return sections;
}

SynthesisSpec seenBy(const SynthesisSpec &spec, const PlannedImage &image)
{
    SynthesisSpec seen = spec;
    seen.counts = {};
    seen.defects.clear();
    seen.ambiguous.clear();
    seen.fittedTo.clear(); // tells where the ranges come from
    std::erase_if(seen.places,
                  [&](const auto &places) { return !image.ambiguity.empty() || places.first != image.defectClass; });
    if (!image.ambiguity.empty())
        seen.ambiguous.push_back(image.ambiguity);
    else if (!image.defectClass.empty())
        seen.defects.push_back(image.defectClass);
    if (spec.surface != "exemplar")
        seen.exemplar = {};
    const std::set<std::string> sections = sectionsOf(spec, image);
    SynthesisRanges usual;
    const std::vector<RangeField> defaults = rangeFields(usual);
    const std::vector<RangeField> fields = rangeFields(seen.ranges);
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (!sections.contains(plain(fields[i].section)))
            *fields[i].range = *defaults[i].range;
    return seen;
}

/// Every impurity lies on it, however rare: a change of how one is drawn shows.
void addSample(const SynthesisSpec &spec, PlannedImage image, const std::shared_ptr<const ExemplarImages> &exemplar,
               Sha256 &sha256)
{
    SynthesisSpec small = cutToSmallest(spec, exemplar);
    small.widthPx = std::min(samplePx, small.widthPx); // no larger than the images that it is to be like
    small.heightPx = std::min(samplePx, small.heightPx);
    for (const RangeField &field : rangeFields(small.ranges))
        if (field.name == "imageShare")
            *field.range = {1.0, 1.0};
    image.split = "sample"; // the same one, whichever images there are
    image.number = 0;
    image.seed = imageSeedOf(spec.seed, image.split, image.number);
    const Scene scene = sceneOf(small, image, exemplar);
    const auto rendered = renderScene(scene, spec.version, {});
    for (const cv::Mat &pixels : {rendered->clean, rendered->stained})
        if (!pixels.empty())
            sha256.update({pixels.ptr(), pixels.total() * pixels.elemSize()});
}

/// What the pixels depend on. Where it says nothing of bits, images have 8: those of earlier versions stay.
std::string identityText(const SynthesisSpec &spec)
{
    auto json = toJson(spec);
    if (spec.bitDepth == SynthesisSpec{}.bitDepth)
        json.erase("bitDepth");
    return json.dump();
}

} // namespace

std::string kindOf(const PlannedImage &image)
{
    if (!image.ambiguity.empty())
        return image.defectClass + "/" + image.ambiguity;
    if (image.split == validationSplit)
        return std::string(validationKind);
    return image.defectClass.empty() ? std::string(goodKind) : image.defectClass;
}

std::string kindOf(const nlohmann::ordered_json &entry)
{
    if (!entry.is_object() || !entry.contains("path") || !entry["path"].is_string())
        return {};
    const std::filesystem::path split = std::filesystem::path(entry["path"].get<std::string>()).parent_path();
    if (split == validationSplit)
        return std::string(validationKind);
    const std::string className = split.filename().string();
    if (entry.contains("ambiguity") && entry["ambiguity"].is_string())
        return className + "/" + entry["ambiguity"].get<std::string>();
    return className;
}

Result<std::map<std::string, std::string>> identitiesOf(const SynthesisSpec &spec,
                                                        const std::vector<PlannedImage> &images,
                                                        const std::shared_ptr<const ExemplarImages> &exemplar)
{
    std::map<std::string, std::string> identities;
    for (const PlannedImage &image : images) {
        std::string &identity = identities[kindOf(image)];
        if (!identity.empty())
            continue;
        const SynthesisSpec seen = seenBy(spec, image);
        std::string text = identityText(seen);
        if (image.split == validationSplit && spec.surface == "exemplar" && spec.exemplar.base == ExemplarBase::Photo)
            text += std::to_string(photoNumberOf(spec, image) - image.number);
        Sha256 sha256;
        sha256.update({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()});
        try {
            addSample(seen, image, exemplar, sha256);
        } catch (const ExemplarFailure &failure) {
            return tl::unexpected(failure.error());
        }
        identity = sha256.finish();
    }
    return identities;
}

} // namespace patina::synthesis
