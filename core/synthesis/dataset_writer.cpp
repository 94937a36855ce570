#include "core/synthesis/dataset_writer.h"

#include "core/base/system.h"
#include "core/synthesis/dataset_identity.h"
#include "core/synthesis/dataset_lock.h"
#include "core/synthesis/dataset_manifest.h"
#include "core/synthesis/dataset_resume.h"
#include "core/synthesis/scene_files.h"
#include "core/synthesis/surfaces/exemplar_images.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <mutex>
#include <new>
#include <optional>
#include <thread>

namespace patina {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;
using ExemplarPtr = std::shared_ptr<const synthesis::ExemplarImages>;
using synthesis::PlannedImage;
using synthesis::RenderedScene;
using synthesis::Scene;
using synthesis::SceneFiles;
using synthesis::VersionFolder;

constexpr std::int64_t memoryForStrips = std::int64_t{512} << 20;
constexpr std::int64_t bytesPerPixel = 170; ///< of a strip: its planes, both versions, masks, temporaries
constexpr int stripPixels = 1 << 20;
constexpr int largePixels = 4 << 20; ///< images from here on tell their progress by strips

class DatasetWriter
{
public:
    DatasetWriter(const SynthesisSpec &spec, ExemplarPtr exemplar, fs::path folder, const JobContext &context)
        : m_spec(spec), m_exemplar(std::move(exemplar)), m_folder(std::move(folder)), m_context(context),
          m_images(synthesis::planImages(spec)), m_versions(synthesis::versionFolders(spec)),
          m_entries(m_versions.size(), std::vector<ordered_json>(m_images.size())),
          m_stripRows(std::clamp(stripPixels / spec.widthPx, 16, 128))
    {
        if (spec.widthPx * spec.heightPx > largePixels && !takesWholePhotos(spec))
            m_stepsPerImage = (spec.heightPx + m_stripRows - 1) / m_stripRows;
        m_steps = static_cast<std::int64_t>(m_images.size()) * m_stepsPerImage;
    }

    Result<SynthesisSummary> run(int threads)
    {
        if (auto prepared = prepare(); !prepared)
            return failFrom(std::move(prepared));
        m_context.report("synthesis", m_done, m_steps);
        makeImages(threads);
        if (m_error)
            return tl::unexpected<Error>(explained(*m_error));
        auto datasets = synthesis::writeSideFiles(m_spec, m_folder, m_versions, m_entries, m_identities, m_journal);
        if (!datasets)
            return tl::unexpected<Error>(explained(datasets.error()));
        m_summary.datasets = std::move(*datasets);
        std::error_code ignored;
        fs::remove(m_folder / synthesis::DatasetJournal::name, ignored); // the manifests say all of it now
        return m_summary;
    }

private:
    Error explained(Error error) const
    {
        if (error.code == ErrorCode::WriteFailed || error.code == ErrorCode::OutOfMemory)
            error.detail +=
                fmt::format("; the data set in {} is incomplete: make room or name another folder, then run again",
                            m_folder.string());
        if (error.code == ErrorCode::Cancelled)
            error.detail = fmt::format("cancelled, {} of {} images are finished and stay in {}; the same again makes "
                                       "the others",
                                       m_summary.images, m_images.size() * m_versions.size(), m_folder.string());
        return error;
    }

    void makeImages(int threads)
    {
        const std::int64_t perWorker = bytesPerPixel * (m_stripRows + 8) * m_spec.widthPx;
        const auto fitting = static_cast<int>(std::max<std::int64_t>(1, memoryForStrips / perWorker));
        const int workers =
            std::clamp(effectiveThreads(threads), 1, std::min(fitting, std::max(1, static_cast<int>(m_open.size()))));
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
            const std::size_t next = m_next++;
            if (next >= m_open.size())
                return;
            const Result<void> made = makeImageSafely(m_open[next]);
            const std::lock_guard lock(m_mutex);
            if (!made) {
                if (!m_error)
                    m_error = made.error();
                m_stop = true;
                return;
            }
            m_context.report("synthesis", ++m_done, m_steps);
        }
    }

    Result<void> makeImageSafely(std::size_t index)
    {
        const std::string &stem = m_images[index].stem;
        try {
            return makeImage(index);
        } catch (const synthesis::ExemplarFailure &failure) {
            return tl::unexpected(failure.error());
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

    /// Both versions strip by strip: nothing of the size of an image is ever held.
    Result<void> makeImage(std::size_t index)
    {
        const PlannedImage &image = m_images[index];
        const Scene scene = synthesis::sceneOf(m_spec, image, m_exemplar);
        std::vector<SceneFiles> files;
        for (const VersionFolder &version : m_versions) {
            auto opened = SceneFiles::create(m_folder, image, version, scene);
            if (!opened)
                return failFrom(std::move(opened));
            files.push_back(std::move(*opened));
        }
        auto rendered = synthesis::renderStrips(scene, m_spec.version, m_context, m_stripRows,
                                                [&](int top, const RenderedScene &strip) -> Result<void> {
                                                    for (SceneFiles &file : files)
                                                        if (auto added = file.add(strip); !added)
                                                            return added;
                                                    reportStrip(top);
                                                    return {};
                                                });
        if (!rendered)
            return rendered;
        for (std::size_t v = 0; v < m_versions.size(); ++v) {
            auto entry = files[v].end(scene);
            if (!entry)
                return failFrom(std::move(entry));
            m_entries[v][index] = std::move(*entry);
        }
        if (auto noted = note(index); !noted)
            return noted;
        for (SceneFiles &file : files)
            if (auto named = file.commit(); !named)
                return named;
        const std::lock_guard lock(m_mutex);
        count(index);
        return {};
    }

    /// All but the last strip of an image, which its end reports.
    void reportStrip(int top)
    {
        if (m_stepsPerImage == 1 || top + m_stripRows >= m_spec.heightPx)
            return;
        const std::lock_guard lock(m_mutex);
        m_context.report("synthesis", ++m_done, m_steps);
    }

    /// From here on another run knows its files, and need not make those that are there again.
    Result<void> note(std::size_t index)
    {
        synthesis::NotedImage image{m_identities.at(synthesis::kindOf(m_images[index])), {}, {}};
        for (std::size_t v = 0; v < m_versions.size(); ++v) {
            image.folders.push_back(m_versions[v].prefix);
            image.entries.push_back(m_entries[v][index]);
        }
        const std::lock_guard lock(m_mutex);
        return m_journal.add(synthesis::DatasetJournal::lineOf(m_images[index].stem, image));
    }

    void count(std::size_t index)
    {
        for (std::size_t v = 0; v < m_versions.size(); ++v) {
            const ordered_json &masks = m_entries[v][index]["masks"];
            ++m_summary.images;
            m_summary.masks += static_cast<std::int64_t>(masks.size());
            m_summary.stainedImages += std::any_of(masks.begin(), masks.end(), [&](const ordered_json &mask) {
                return mask["class"] != m_images[index].defectClass;
            });
        }
    }

    /// Takes over what an earlier run left whole.
    Result<void> prepare()
    {
        auto identities = synthesis::identitiesOf(m_spec, m_images, m_exemplar);
        if (!identities)
            return failFrom(std::move(identities));
        m_identities = std::move(*identities);
        auto lock = synthesis::DatasetLock::take(m_folder);
        if (!lock)
            return failFrom(std::move(lock));
        m_lock.emplace(std::move(*lock));
        auto earlier = synthesis::readEarlierRun(m_folder);
        if (!earlier)
            return failFrom(std::move(earlier));
        auto finished = synthesis::finishedImages(m_spec, m_images, m_folder, earlier->notes, m_identities, m_context);
        if (!finished)
            return failFrom(std::move(finished));
        if (auto prepared =
                synthesis::prepareFolder(m_spec, m_images, m_folder, *earlier, *finished, m_identities, m_context);
            !prepared)
            return prepared;
        auto journal = synthesis::DatasetJournal::open(m_folder);
        if (!journal)
            return failFrom(std::move(journal));
        m_journal = std::move(*journal);
        takeOver(*finished);
        return {};
    }

    void takeOver(const std::map<std::string, synthesis::NotedImage> &finished)
    {
        for (std::size_t i = 0; i < m_images.size(); ++i) {
            const auto kept = finished.find(m_images[i].stem);
            if (kept == finished.end()) {
                m_open.push_back(i);
                continue;
            }
            for (std::size_t v = 0; v < m_versions.size(); ++v)
                m_entries[v][i] = kept->second.entries[v];
            count(i);
        }
        m_done = static_cast<std::int64_t>(m_images.size() - m_open.size()) * m_stepsPerImage;
        m_summary.kept = static_cast<std::int64_t>((m_images.size() - m_open.size()) * m_versions.size());
        if (m_done > 0)
            m_context.notice(fmt::format("{} of {} images stand already, from an earlier run; making the others",
                                         m_images.size() - m_open.size(), m_images.size()));
    }

    const SynthesisSpec &m_spec;
    ExemplarPtr m_exemplar; ///< null where the surface needs none
    fs::path m_folder;
    std::optional<synthesis::DatasetLock> m_lock;
    const JobContext &m_context;
    std::vector<PlannedImage> m_images;
    std::vector<VersionFolder> m_versions;
    std::vector<std::vector<ordered_json>> m_entries; ///< per version and image: its part of the manifest
    int m_stripRows;
    std::int64_t m_stepsPerImage = 1; ///< of the progress
    std::int64_t m_steps = 0;
    std::map<std::string, std::string> m_identities; ///< by kind of images
    synthesis::DatasetJournal m_journal;
    std::vector<std::size_t> m_open; ///< images that are still to be made
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
        auto loaded = synthesis::loadExemplar(spec.exemplar, {spec.widthPx, spec.heightPx}, context, spec.bitDepth);
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
