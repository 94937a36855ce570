#include "core/synthesis/scene_files.h"

#include <algorithm>

namespace patina::synthesis {

using nlohmann::ordered_json;

namespace {

constexpr int blankRows = 64;

template <typename Models>
ordered_json parametersOf(const Models &models)
{
    ordered_json list = ordered_json::array();
    for (const auto &model : models)
        list.push_back(model->parameters());
    return list;
}

} // namespace

SceneFiles::SceneFiles(std::filesystem::path folder, const PlannedImage &image, VersionFolder version,
                       const Scene &scene, PngWriter picture)
    : m_folder(std::move(folder)), m_image(image), m_version(std::move(version)), m_size(scene.size),
      m_grey(scene.surface->material().grey), m_picture(std::move(picture))
{
}

Result<SceneFiles> SceneFiles::create(const std::filesystem::path &folder, const PlannedImage &image,
                                      const VersionFolder &version, const Scene &scene)
{
    const int type = CV_MAKETYPE(scene.sensor->depth(), scene.surface->material().grey ? 1 : 3);
    auto picture = PngWriter::create(folder / (version.prefix + image.path()), scene.size, type);
    if (!picture)
        return failFrom(std::move(picture));
    return SceneFiles(folder, image, version, scene, std::move(*picture));
}

Result<void> SceneFiles::add(const RenderedScene &strip)
{
    const bool stained = m_version.version == SynthesisVersion::Stained;
    cv::Mat picture = stained ? strip.stained : strip.clean;
    cv::Mat grey;
    if (m_grey)
        cv::extractChannel(picture, grey, 0); // all three are alike
    if (auto written = m_picture.writeRows(m_grey ? grey : picture); !written)
        return written;
    for (const auto &[name, mask] : strip.defectMasks)
        if (auto written = addMask("", m_image.defectClass, m_image.defectMaskPath(), mask); !written)
            return written;
    if (stained)
        for (const auto &[name, mask] : strip.impurityMasks)
            if (auto written = addMask(name, name, m_image.impurityMaskPath(name), mask); !written)
                return written;
    m_impure = m_impure || (stained && !strip.impurityMasks.empty());
    return {};
}

/// The first pixel of a class opens its file; the rows above and between are blank.
Result<void> SceneFiles::addMask(const std::string &key, const std::string &className, const std::string &path,
                                 const cv::Mat1b &mask)
{
    auto at = m_masks.find(key);
    if (at == m_masks.end()) {
        auto writer = PngWriter::create(m_folder / (m_version.prefix + path), m_size, CV_8UC1);
        if (!writer)
            return failFrom(std::move(writer));
        at = m_masks.emplace(key, Mask{className, path, std::move(*writer)}).first;
    }
    return addBlankRows(at->second, m_picture.rowsWritten() - mask.rows).and_then([&] {
        return at->second.writer.writeRows(mask);
    });
}

Result<void> SceneFiles::addBlankRows(Mask &mask, int upTo) const
{
    if (mask.writer.rowsWritten() >= upTo)
        return {};
    const cv::Mat1b blank(blankRows, m_size.width, std::uint8_t{0});
    while (mask.writer.rowsWritten() < upTo)
        if (auto written =
                mask.writer.writeRows(blank.rowRange(0, std::min(blankRows, upTo - mask.writer.rowsWritten())));
            !written)
            return written;
    return {};
}

Result<ordered_json> SceneFiles::end(const Scene &scene)
{
    const bool stained = m_version.version == SynthesisVersion::Stained;
    auto sha256 = m_picture.end();
    if (!sha256)
        return failFrom(std::move(sha256));
    ordered_json entry{{"path", m_image.path()}, {"sha256", *sha256}, {"seed", scene.seed}};
    if (!m_image.ambiguity.empty())
        entry["ambiguity"] = m_image.ambiguity;
    entry["surface"] = scene.surface->parameters();
    entry["light"] = scene.light->parameters();
    entry["camera"] = scene.sensor->parameters();
    entry["defects"] = parametersOf(scene.defects);
    entry["impurities"] = stained ? parametersOf(scene.impurities) : ordered_json::array();
    entry["masks"] = ordered_json::array();
    for (auto &[key, mask] : m_masks) {
        if (auto filled = addBlankRows(mask, m_size.height); !filled)
            return failFrom(std::move(filled));
        auto maskSha256 = mask.writer.end();
        if (!maskSha256)
            return failFrom(std::move(maskSha256));
        entry["masks"].push_back({{"class", mask.className}, {"path", mask.path}, {"sha256", *maskSha256}});
    }
    return entry;
}

/// The picture last: a stained part without its mask would be a wrong label.
Result<void> SceneFiles::commit()
{
    for (auto &[key, mask] : m_masks)
        if (auto named = mask.writer.commit(); !named)
            return named;
    return m_picture.commit();
}

} // namespace patina::synthesis
