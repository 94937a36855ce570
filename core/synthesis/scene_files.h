#pragma once

#include "core/image/png_writer.h"
#include "core/synthesis/dataset_folder.h"
#include "core/synthesis/scene.h"

#include <map>
#include <memory>
#include <string>

namespace patina::synthesis {

/// The files of one image of one version, written as the strips come: the picture and a mask for each class that has a
/// pixel. Destroyed before commit(): nothing is left of them.
class SceneFiles
{
public:
    static Result<SceneFiles> create(const std::filesystem::path &folder, const PlannedImage &image,
                                     const VersionFolder &version, const Scene &scene);

    /// Errors: those of PngWriter.
    Result<void> add(const RenderedScene &strip);
    /// Completes the files, still under temporary names. \returns the image's entry of the manifest. Errors: those of
    /// PngWriter.
    Result<nlohmann::ordered_json> end(const Scene &scene);
    /// Gives the files their names. Errors: WriteFailed.
    Result<void> commit();
    bool hasImpurity() const { return m_impure; }

private:
    struct Mask
    {
        std::string className;
        std::string path;
        PngWriter writer;
    };
    SceneFiles(std::filesystem::path folder, const PlannedImage &image, VersionFolder version, const Scene &scene,
               PngWriter picture);
    Result<void> addMask(const std::string &key, const std::string &className, const std::string &path,
                         const cv::Mat1b &mask);
    Result<void> addBlankRows(Mask &mask, int upTo) const;

    std::filesystem::path m_folder;
    const PlannedImage &m_image;
    VersionFolder m_version;
    cv::Size m_size;
    bool m_grey; ///< one channel: the camera saw no colours
    PngWriter m_picture;
    std::map<std::string, Mask> m_masks; ///< the defect first, then impurities by name
    bool m_impure = false;
};

} // namespace patina::synthesis
