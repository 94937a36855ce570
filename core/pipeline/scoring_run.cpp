#include "core/pipeline/scoring_run.h"

#include "core/dataset/folder_listing.h"
#include "core/image/map_reducer.h"
#include "core/image/map_writer.h"
#include "core/image/png_file.h"
#include "core/regions/region.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace patina {

namespace {

constexpr std::int64_t largestPngPixels = std::int64_t{512} << 20;

/// Everything that wants the rows of one map while they pass by.
class MapOutputs
{
public:
    MapOutputs(const ModelInfo &model, const ScoreOutputs &outputs, const ScoreItem &item, cv::Size size)
        : m_model(model), m_outputs(outputs), m_item(item), m_size(size), m_overlay(overlaySettingsFor(model))
    {
    }

    Result<void> open()
    {
        if (m_outputs.map == MapFormat::Png) {
            if (std::int64_t{m_size.width} * m_size.height > largestPngPixels)
                return fail(ErrorCode::TooLarge,
                            fmt::format("a PNG map of {}x{} pixels would be held in memory; use --map tiff",
                                        m_size.width, m_size.height));
            m_grey.create(m_size, CV_8UC1);
        }
        auto regions = RegionStream::create(m_size.width, {m_model.scoreScale.reviewThreshold(), 1},
                                            [this](const Region &) { ++m_regionCount; });
        if (!regions)
            return failFrom(std::move(regions));
        m_regions.emplace(std::move(*regions));
        return openOverlay();
    }

    Result<void> add(int firstRow, const cv::Mat &rows)
    {
        if (firstRow == 0)
            if (auto begun = begin(); !begun)
                return begun;
        for (int y = 0; y < rows.rows; ++y)
            m_regions->addRow(rows.ptr<float>(y), nullptr);
        if (!m_grey.empty())
            rows.convertTo(m_grey.rowRange(firstRow, firstRow + rows.rows), CV_8UC1, 255.0 / m_overlay.highestScore);
        Result<void> done;
        if (m_tiff)
            done = m_tiff->writeRows(firstRow, rows);
        if (done && m_reducer)
            done = m_reducer->add(firstRow, rows);
        return done;
    }

    Result<void> close(Inspector &inspector, ScoredImage &scored, const JobContext &context)
    {
        m_regions->finish();
        scored.regions = m_regionCount;
        if (m_tiff) {
            if (auto finished = m_tiff->finish(); !finished)
                return finished;
            scored.map = m_item.id + ".tiff";
        }
        if (!m_grey.empty()) {
            if (auto written = writePng(target(".map.png"), m_grey); !written)
                return written;
            scored.map = m_item.id + ".map.png";
        }
        return m_reducer ? writeOverlay(inspector, scored, context) : Result<void>{};
    }

private:
    std::filesystem::path target(const std::string &ending) const { return m_outputs.folder / (m_item.id + ending); }

    /// Not before there is something to write: an image that cannot be scored leaves no empty folder.
    Result<void> begin()
    {
        std::error_code ec;
        std::filesystem::create_directories(target("").parent_path(), ec);
        if (ec)
            return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", target("").parent_path().string(), ec.message()));
        if (m_outputs.map != MapFormat::Tiff)
            return {};
        MapWriterSettings settings;
        settings.description = fmt::format("Patina {} scores, model {}",
                                           m_model.scoreScale.calibrated() ? "normalised" : "raw", m_model.hash);
        auto writer = MapWriter::create(target(".tiff"), m_size, settings);
        if (!writer)
            return failFrom(std::move(writer));
        m_tiff.emplace(std::move(*writer));
        return {};
    }

    Result<void> openOverlay()
    {
        if (!m_outputs.overlays)
            return {};
        auto reducer = MapReducer::create(m_size, overlaySize(m_size, m_overlay.maxSidePx));
        if (!reducer)
            return failFrom(std::move(reducer));
        m_reducer.emplace(std::move(*reducer));
        return {};
    }

    Result<void> writeOverlay(Inspector &inspector, ScoredImage &scored, const JobContext &context)
    {
        scored.overlay = m_item.id + ".overlay.png";
        auto scores = m_reducer->finish();
        if (!scores)
            return failFrom(std::move(scores));
        return inspector.openScaled(m_item.path, context)
            .and_then([&](std::unique_ptr<ImageSource> &&source) {
                return overlayPicture(*source, m_model.intensity, m_overlay.maxSidePx);
            })
            .and_then([&](cv::Mat &&picture) { return drawOverlay(picture, *scores, m_overlay); })
            .and_then([&](cv::Mat &&drawn) { return withLegend(drawn, m_overlay); })
            .and_then([&](cv::Mat &&finished) { return writePng(target(".overlay.png"), finished); });
    }

    const ModelInfo &m_model;
    const ScoreOutputs &m_outputs;
    const ScoreItem &m_item;
    cv::Size m_size;
    OverlaySettings m_overlay;
    std::optional<RegionStream> m_regions;
    std::int64_t m_regionCount = 0;
    std::optional<MapWriter> m_tiff;
    std::optional<MapReducer> m_reducer;
    cv::Mat m_grey;
};

namespace fs = std::filesystem;

/// Without links; a part that does not exist yet stays as it is.
fs::path realPath(const fs::path &path)
{
    std::error_code ec;
    const fs::path real = fs::weakly_canonical(fs::absolute(path, ec), ec);
    return real.has_filename() ? real : real.parent_path();
}

/// Whether `path` is `folder` or lies below it; both real.
bool liesIn(const fs::path &path, const fs::path &folder)
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

class ScoreLister
{
public:
    explicit ScoreLister(const fs::path &output) : m_output(realPath(output)) {}

    Result<void> add(const fs::path &input, const std::string &prefix)
    {
        std::error_code ec;
        if (!fs::exists(input, ec))
            return fail(ErrorCode::NotFound, fmt::format("{}: no such file or folder", input.string()));
        if (isFolder(input))
            return addFolder(input, prefix);
        m_list.items.push_back({input, input.filename().string()});
        return {};
    }

    ScoreList take() { return std::move(m_list); }

private:
    Result<void> addFolder(const fs::path &folder, const std::string &prefix)
    {
        const fs::path real = realPath(folder);
        if (real == m_output)
            return fail(ErrorCode::BadArgument, fmt::format("{} holds the images themselves: the next run would score "
                                                            "the maps of this one; name another folder with --out",
                                                            folder.string()));
        auto tree = listTree(folder);
        if (!tree)
            return failFrom(std::move(tree));
        const bool outputInside = liesIn(m_output, real);
        std::size_t found = 0;
        for (const FolderEntry &file : tree->files) {
            if (!hasImageName(file.name) || (outputInside && liesIn(realPath(file.path), m_output)))
                continue;
            m_list.items.push_back({file.path, prefix + file.relative});
            ++found;
        }
        for (const FolderEntry &other : tree->others)
            m_list.leftOut.push_back(prefix + other.relative + ": a broken link or no regular file");
        for (const auto &[inside, error] : tree->unreadable)
            m_list.leftOut.push_back(error.detail);
        if (found == 0)
            return fail(ErrorCode::NotFound, fmt::format("{} holds no images (PNG, JPEG, BMP or TIFF){}",
                                                         folder.string(), outputInside ? " but those of --out" : ""));
        return {};
    }

    fs::path m_output;
    ScoreList m_list;
};

} // namespace

Result<ScoreList> listScoreItems(const std::vector<std::filesystem::path> &inputs, const std::filesystem::path &output)
{
    ScoreLister lister(output);
    for (const auto &input : inputs) {
        const auto clean = input.lexically_normal();
        const std::string name = (clean.has_filename() ? clean : clean.parent_path()).filename().string();
        if (auto added = lister.add(input, inputs.size() > 1 ? name + "/" : std::string()); !added)
            return failFrom(std::move(added));
    }
    ScoreList list = lister.take();
    std::map<std::string, std::filesystem::path> paths;
    for (const ScoreItem &item : list.items)
        if (const auto [first, isNew] = paths.emplace(item.id, item.path); !isNew)
            return fail(ErrorCode::BadArgument,
                        fmt::format("{} and {} would both be written as {}: score them in two calls, with another "
                                    "--out each",
                                    first->second.string(), item.path.string(), item.id));
    return list;
}

OverlaySettings overlaySettingsFor(const ModelInfo &model)
{
    OverlaySettings settings;
    if (model.scoreScale.calibrated()) {
        settings.highestScore = std::max(2.0, 1.5 * model.scoreScale.rejectThreshold());
        settings.reviewThreshold = model.scoreScale.reviewThreshold();
        settings.rejectThreshold = model.scoreScale.rejectThreshold();
    } else {
        settings.highestScore = std::max(1e-6, 2.0 * model.figures.coverageRadius);
    }
    return settings;
}

Result<ScoredImage> scoreToFiles(Inspector &inspector, const ScoreItem &item,
                                 Result<std::unique_ptr<ImageSource>> opened, const ScoreOutputs &outputs,
                                 const JobContext &context)
{
    auto source = std::move(opened).and_then(
        [&](std::unique_ptr<ImageSource> &&image) { return inspector.scaled(std::move(image)); });
    if (!source)
        return failFrom(std::move(source));
    MapOutputs files(inspector.model(), outputs, item, (*source)->info().size());
    if (auto ready = files.open(); !ready)
        return failFrom(std::move(ready));
    auto inspection = inspector.inspect(
        **source, [&](int firstRow, const cv::Mat &rows) { return files.add(firstRow, rows); }, context);
    if (!inspection)
        return failFrom(std::move(inspection));
    source->reset();
    ScoredImage scored{item.id, inspection->score, inspection->verdict, 0, {}, {}, inspection->patches.grid.count()};
    return files.close(inspector, scored, context).map([&] { return std::move(scored); });
}

} // namespace patina
