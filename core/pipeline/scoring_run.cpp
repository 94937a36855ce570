#include "core/pipeline/scoring_run.h"

#include "core/dataset/folder_listing.h"
#include "core/image/map_reducer.h"
#include "core/image/map_writer.h"
#include "core/image/png_file.h"
#include "core/regions/region.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

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
        std::error_code ec;
        std::filesystem::create_directories(target("").parent_path(), ec);
        if (ec)
            return fail(ErrorCode::WriteFailed, fmt::format("{}: {}", target("").parent_path().string(), ec.message()));
        auto regions = RegionStream::create(m_size.width, {m_model.scoreScale.reviewThreshold(), 1},
                                            [this](const Region &) { ++m_regionCount; });
        if (!regions)
            return failFrom(std::move(regions));
        m_regions.emplace(std::move(*regions));
        return openMap().and_then([&] { return openOverlay(); });
    }

    Result<void> add(int firstRow, const cv::Mat &rows)
    {
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

    Result<void> close(Inspector &inspector, ScoredImage &scored)
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
        return m_reducer ? writeOverlay(inspector, scored) : Result<void>{};
    }

private:
    std::filesystem::path target(const std::string &ending) const { return m_outputs.folder / (m_item.id + ending); }

    Result<void> openMap()
    {
        if (m_outputs.map == MapFormat::Tiff) {
            MapWriterSettings settings;
            settings.description = fmt::format("Patina {} scores, model {}",
                                               m_model.scoreScale.calibrated() ? "normalised" : "raw", m_model.hash);
            auto writer = MapWriter::create(target(".tiff"), m_size, settings);
            if (!writer)
                return failFrom(std::move(writer));
            m_tiff.emplace(std::move(*writer));
        } else if (m_outputs.map == MapFormat::Png) {
            if (std::int64_t{m_size.width} * m_size.height > largestPngPixels)
                return fail(ErrorCode::TooLarge,
                            fmt::format("a PNG map of {}x{} pixels would be held in memory; use --map tiff",
                                        m_size.width, m_size.height));
            m_grey.create(m_size, CV_8UC1);
        }
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

    Result<void> writeOverlay(Inspector &inspector, ScoredImage &scored)
    {
        scored.overlay = m_item.id + ".overlay.png";
        auto scores = m_reducer->finish();
        if (!scores)
            return failFrom(std::move(scores));
        return inspector.openScaled(m_item.path)
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

Result<void> addInput(const std::filesystem::path &input, const std::string &prefix, std::vector<ScoreItem> &items)
{
    std::error_code ec;
    if (!std::filesystem::exists(input, ec))
        return fail(ErrorCode::NotFound, fmt::format("{}: no such file or folder", input.string()));
    if (!isFolder(input)) {
        items.push_back({input, input.filename().string()});
        return {};
    }
    auto tree = listTree(input);
    if (!tree)
        return failFrom(std::move(tree));
    std::size_t found = 0;
    for (const FolderEntry &file : tree->files) {
        if (!hasImageName(file.name))
            continue;
        items.push_back({file.path, prefix + file.relative});
        ++found;
    }
    if (found == 0)
        return fail(ErrorCode::NotFound, fmt::format("{} holds no images (PNG, JPEG, BMP or TIFF)", input.string()));
    return {};
}

} // namespace

Result<std::vector<ScoreItem>> listScoreItems(const std::vector<std::filesystem::path> &inputs)
{
    std::vector<ScoreItem> items;
    for (const auto &input : inputs) {
        const auto clean = input.lexically_normal();
        const std::string name = (clean.has_filename() ? clean : clean.parent_path()).filename().string();
        if (auto added = addInput(input, inputs.size() > 1 ? name + "/" : std::string(), items); !added)
            return failFrom(std::move(added));
    }
    std::set<std::string> ids;
    for (const ScoreItem &item : items)
        if (!ids.insert(item.id).second)
            return fail(ErrorCode::BadArgument,
                        fmt::format("two images would be written as {}: score their folders one by one", item.id));
    return items;
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

Result<ScoredImage> scoreToFiles(Inspector &inspector, const ScoreItem &item, const ScoreOutputs &outputs,
                                 const JobContext &context)
{
    auto source = inspector.openScaled(item.path);
    if (!source)
        return failFrom(std::move(source));
    MapOutputs files(inspector.model(), outputs, item, (*source)->info().size());
    if (auto opened = files.open(); !opened)
        return failFrom(std::move(opened));
    auto inspection = inspector.inspect(
        **source, [&](int firstRow, const cv::Mat &rows) { return files.add(firstRow, rows); }, context);
    if (!inspection)
        return failFrom(std::move(inspection));
    source->reset();
    ScoredImage scored{item.id, inspection->score, inspection->verdict, 0, {}, {}};
    return files.close(inspector, scored).map([&] { return std::move(scored); });
}

} // namespace patina
