#include "core/synthesis/dataset_writer.h"

#include "core/base/atomic_file.h"
#include "core/base/sha256.h"
#include "core/base/system.h"
#include "core/image/png_file.h"
#include "core/synthesis/dataset_folder.h"
#include "core/synthesis/scene.h"
#include "core/synthesis/surfaces/exemplar_images.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <new>
#include <thread>

namespace patina {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;
using ExemplarPtr = std::shared_ptr<const synthesis::ExemplarImages>;
using synthesis::PlannedImage;
using synthesis::RenderedScene;
using synthesis::Scene;
using synthesis::VersionFolder;

constexpr double memoryForImages = 2.0 * 1024 * 1024 * 1024;
constexpr double bytesPerPixel = 14.0; ///< both versions, their masks, one encoded file

template <typename Models>
ordered_json parametersOf(const Models &models)
{
    ordered_json list = ordered_json::array();
    for (const auto &model : models)
        list.push_back(model->parameters());
    return list;
}

class DatasetWriter
{
public:
    DatasetWriter(const SynthesisSpec &spec, ExemplarPtr exemplar, fs::path folder, const JobContext &context)
        : m_spec(spec), m_exemplar(std::move(exemplar)), m_folder(std::move(folder)), m_context(context),
          m_images(synthesis::planImages(spec)), m_versions(synthesis::versionFolders(spec)),
          m_entries(m_versions.size(), std::vector<ordered_json>(m_images.size()))
    {
    }

    Result<SynthesisSummary> run(int threads)
    {
        if (auto prepared = synthesis::prepareFolder(m_spec, m_images, m_folder); !prepared)
            return failFrom(std::move(prepared));
        m_context.report("synthesis", 0, static_cast<std::int64_t>(m_images.size()));
        makeImages(threads);
        if (m_error)
            return tl::unexpected<Error>(explained(*m_error));
        if (auto written = writeSideFiles(); !written)
            return tl::unexpected<Error>(explained(written.error()));
        return m_summary;
    }

private:
    Error explained(Error error) const
    {
        if (error.code == ErrorCode::WriteFailed || error.code == ErrorCode::OutOfMemory)
            error.detail +=
                fmt::format("; the data set in {} is incomplete: make room or name another folder, then run again",
                            m_folder.string());
        return error;
    }

    void makeImages(int threads)
    {
        const double perImage = bytesPerPixel * m_spec.widthPx * m_spec.heightPx;
        const int fitting = std::max(1, static_cast<int>(memoryForImages / perImage));
        const int workers =
            std::clamp(effectiveThreads(threads), 1, std::min<int>(fitting, static_cast<int>(m_images.size())));
        std::vector<std::thread> pool;
        for (int i = 1; i < workers; ++i)
            pool.emplace_back([this] { work(); });
        work();
        for (std::thread &thread : pool)
            thread.join();
    }

    /// Takes one image after the other until none is left or something failed.
    void work()
    {
        while (!m_stop) {
            const std::size_t index = m_next++;
            if (index >= m_images.size())
                return;
            const Result<void> made = makeImageSafely(index);
            const std::lock_guard lock(m_mutex);
            if (!made) {
                if (!m_error)
                    m_error = made.error();
                m_stop = true;
                return;
            }
            m_context.report("synthesis", ++m_done, static_cast<std::int64_t>(m_images.size()));
        }
    }

    Result<void> makeImageSafely(std::size_t index)
    {
        const std::string &stem = m_images[index].stem;
        try {
            return makeImage(index);
        } catch (const std::bad_alloc &) {
            return fail(ErrorCode::OutOfMemory,
                        fmt::format("no memory for {} at {}x{}", stem, m_spec.widthPx, m_spec.heightPx));
        } catch (const cv::Exception &exception) {
            const bool memory = exception.code == cv::Error::StsNoMem;
            return fail(memory ? ErrorCode::OutOfMemory : ErrorCode::Internal,
                        fmt::format("{}: {}", stem, exception.what()));
        } catch (const std::exception &exception) {
            return fail(ErrorCode::Internal, fmt::format("{}: {}", stem, exception.what()));
        }
    }

    Result<void> makeImage(std::size_t index)
    {
        const PlannedImage &image = m_images[index];
        const Scene scene = synthesis::createScene(m_spec, image.seed, image.defectClass, m_exemplar);
        auto rendered = synthesis::renderScene(scene, m_spec.version, m_context);
        if (!rendered)
            return failFrom(std::move(rendered));
        for (std::size_t v = 0; v < m_versions.size(); ++v)
            if (auto written = writeVersion(image, scene, *rendered, m_versions[v], m_entries[v][index]); !written)
                return written;
        return {};
    }

    Result<void> writeVersion(const PlannedImage &image, const Scene &scene, const RenderedScene &rendered,
                              const VersionFolder &version, ordered_json &entry)
    {
        const bool stained = version.version == SynthesisVersion::Stained;
        auto sha256 = writePng(version.prefix + image.path(), stained ? rendered.stained : rendered.clean);
        if (!sha256)
            return failFrom(std::move(sha256));
        entry = {{"path", image.path()}, {"sha256", *sha256}, {"seed", scene.seed}};
        entry["surface"] = scene.surface->parameters();
        entry["light"] = scene.light->parameters();
        entry["camera"] = scene.sensor->parameters();
        entry["defects"] = parametersOf(scene.defects);
        entry["impurities"] = stained ? parametersOf(scene.impurities) : ordered_json::array();
        entry["masks"] = ordered_json::array();
        for (const auto &[className, mask] : rendered.defectMasks)
            if (auto written = writeMask(version, image.defectMaskPath(), className, mask, entry); !written)
                return written;
        if (stained)
            for (const auto &[className, mask] : rendered.impurityMasks)
                if (auto written = writeMask(version, image.impurityMaskPath(className), className, mask, entry);
                    !written)
                    return written;
        const std::lock_guard lock(m_mutex);
        ++m_summary.images;
        m_summary.masks += static_cast<std::int64_t>(entry["masks"].size());
        m_summary.stainedImages += stained && !rendered.impurityMasks.empty() ? 1 : 0;
        return {};
    }

    Result<void> writeMask(const VersionFolder &version, const std::string &path, const std::string &className,
                           const cv::Mat1b &mask, ordered_json &entry) const
    {
        auto sha256 = writePng(version.prefix + path, mask);
        if (!sha256)
            return failFrom(std::move(sha256));
        entry["masks"].push_back({{"class", className}, {"path", path}, {"sha256", *sha256}});
        return {};
    }

    /// \returns the file's SHA-256.
    Result<std::string> writePng(const std::string &relative, const cv::Mat &pixels) const
    {
        const auto bytes = encodePng(pixels);
        if (!bytes)
            return fail(bytes.error().code, fmt::format("{}: {}", relative, bytes.error().detail));
        auto file = AtomicFile::create(m_folder / relative);
        if (!file)
            return failFrom(std::move(file));
        auto written = file->write(*bytes).and_then([&] { return file->commit(); });
        if (!written)
            return failFrom(std::move(written));
        return sha256Of(*bytes);
    }

    ordered_json labels(SynthesisVersion version) const
    {
        ordered_json classes = ordered_json::array();
        if (m_spec.counts.testDefect > 0)
            for (const std::string &name : m_spec.defects)
                classes.push_back({{"name", name}, {"kind", "defect"}});
        if (version == SynthesisVersion::Stained)
            for (const std::string &name : m_spec.impurities)
                classes.push_back({{"name", name}, {"kind", "impurity"}});
        return {{"classes", classes}};
    }

    ordered_json manifestHead() const
    {
        ordered_json manifest{{"format", synthesis::manifestFormat},
                              {"formatVersion", synthesis::manifestFormatVersion},
                              {"complete", true},
                              {"spec", toJson(m_spec)},
                              {"files", ordered_json::array()}};
        return manifest;
    }

    /// Files of one data set as its manifest entries tell, relative to it.
    std::vector<std::string> filesOf(std::size_t version) const
    {
        std::vector<std::string> files{"labels.json", "scale.json"};
        for (const ordered_json &entry : m_entries[version]) {
            files.push_back(entry["path"].get<std::string>());
            for (const ordered_json &mask : entry["masks"])
                files.push_back(mask["path"].get<std::string>());
        }
        return files;
    }

    Result<void> writeSideFiles()
    {
        ordered_json root = manifestHead();
        for (std::size_t v = 0; v < m_versions.size(); ++v) {
            const VersionFolder &version = m_versions[v];
            const fs::path dataset = version.prefix.empty() ? m_folder : (m_folder / version.prefix).parent_path();
            auto written = writeTextFile(dataset / "labels.json", labels(version.version).dump(1) + "\n").and_then([&] {
                return writeTextFile(dataset / "scale.json",
                                     ordered_json{{"mmPerPixel", m_spec.mmPerPixel}}.dump() + "\n");
            });
            if (!written)
                return written;
            for (const std::string &file : filesOf(v))
                root["files"].push_back(version.prefix + file);
            m_summary.datasets.push_back(dataset);
            ordered_json manifest = manifestHead();
            manifest["version"] = nameOf(version.version);
            manifest["files"] = filesOf(v);
            manifest["images"] = m_entries[v];
            if (version.prefix.empty())
                return writeTextFile(dataset / synthesis::manifestName, manifest.dump(1) + "\n");
            if (auto listed = writeTextFile(dataset / synthesis::manifestName, manifest.dump(1) + "\n"); !listed)
                return listed;
            root["files"].push_back(version.prefix + synthesis::manifestName);
        }
        root["datasets"] = {"clean", "stained"};
        return writeTextFile(m_folder / synthesis::manifestName, root.dump(1) + "\n");
    }

    const SynthesisSpec &m_spec;
    ExemplarPtr m_exemplar; ///< null where the surface needs none
    fs::path m_folder;
    const JobContext &m_context;
    std::vector<PlannedImage> m_images;
    std::vector<VersionFolder> m_versions;
    std::vector<std::vector<ordered_json>> m_entries; ///< per version and image: its part of the manifest
    std::mutex m_mutex;
    std::optional<Error> m_error;
    std::atomic<bool> m_stop{false};
    std::atomic<std::size_t> m_next{0};
    std::int64_t m_done = 0;
    SynthesisSummary m_summary;
};

} // namespace

Result<SynthesisSummary> writeDataset(const SynthesisSpec &spec, const fs::path &folder,
                                      const SynthesisOptions &options, const JobContext &context)
{
    if (auto valid = validate(spec); !valid)
        return failFrom(std::move(valid));
    const auto start = std::chrono::steady_clock::now();
    ExemplarPtr exemplar;
    if (spec.surface == "exemplar") {
        auto loaded = synthesis::loadExemplar(spec.exemplar, {spec.widthPx, spec.heightPx}, context);
        if (!loaded)
            return failFrom(std::move(loaded));
        exemplar = std::move(*loaded);
    }
    auto summary = DatasetWriter(spec, std::move(exemplar), folder, context).run(options.threads);
    if (summary)
        summary->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return summary;
}

} // namespace patina
