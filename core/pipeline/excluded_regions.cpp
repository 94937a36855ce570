#include "core/pipeline/excluded_regions.h"

#include "core/base/sha256.h"
#include "core/dataset/csv.h"
#include "core/labels/label_map.h"
#include "core/pipeline/dataset_versions.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace patina {

namespace {

constexpr int largestSidePx = 1 << 24;

std::optional<int> wholeNumber(const std::string &text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value >= 0 && value <= largestSidePx ? std::optional(value) : std::nullopt;
}

/// Images by id, and by file name where it is the only one.
std::map<std::string, const ImageRecord *> imagesByName(const Dataset &dataset)
{
    std::map<std::string, const ImageRecord *> byName;
    for (const ImageRecord &record : dataset.images) {
        const auto [at, fresh] = byName.emplace(record.path.filename().string(), &record);
        if (!fresh)
            at->second = nullptr;
    }
    for (const ImageRecord &record : dataset.images)
        byName[storedId(record.id)] = &record;
    return byName;
}

/// Marks every cell of the grid that a set pixel lies in.
void markCells(const cv::Mat &mask, const PatchGrid &grid, cv::Mat &cells)
{
    for (int y = 0; y < mask.rows; ++y) {
        const auto *row = mask.ptr<std::uint8_t>(y);
        auto *marked = cells.ptr<std::uint8_t>(std::min(y / grid.stridePx, grid.rows - 1));
        for (int x = 0; x < mask.cols; ++x)
            if (row[x] != 0)
                marked[std::min(x / grid.stridePx, grid.columns - 1)] = 1;
    }
}

/// The rectangle in a scaled image, all pixels it touches.
cv::Rect scaledRectangle(const cv::Rect &rectangle, cv::Size original, cv::Size scaled)
{
    const auto low = [](int at, int from, int to) { return static_cast<int>(std::int64_t{at} * to / from); };
    const auto high = [](int at, int from, int to) {
        return static_cast<int>((std::int64_t{at} * to + from - 1) / from);
    };
    const cv::Rect inside = rectangle & cv::Rect({0, 0}, original);
    if (inside.empty())
        return {};
    const int left = low(inside.x, original.width, scaled.width);
    const int top = low(inside.y, original.height, scaled.height);
    return {left, top, high(inside.x + inside.width, original.width, scaled.width) - left,
            high(inside.y + inside.height, original.height, scaled.height) - top};
}

/// The cells of the grid that a rectangle touches.
cv::Rect cellsOf(const cv::Rect &rectangle, const PatchGrid &grid)
{
    const int left = std::min(rectangle.x / grid.stridePx, grid.columns - 1);
    const int top = std::min(rectangle.y / grid.stridePx, grid.rows - 1);
    const int right = std::min((rectangle.x + rectangle.width - 1) / grid.stridePx, grid.columns - 1);
    const int bottom = std::min((rectangle.y + rectangle.height - 1) / grid.stridePx, grid.rows - 1);
    return {left, top, right - left + 1, bottom - top + 1};
}

/// Every cell of the grid that a run of the mask touches.
Result<void> markOutline(const RunMask &mask, cv::Size original, cv::Size scaled, const PatchGrid &grid, cv::Mat &cells)
{
    if (mask.size() != original)
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("an outlined region of {}x{} does not match the image {}x{}", mask.size().width,
                                mask.size().height, original.width, original.height));
    for (const MaskRun &run : mask.runs())
        cells(cellsOf(scaledRectangle({run.begin, run.row, run.end - run.begin, 1}, original, scaled), grid)).setTo(1);
    return {};
}

} // namespace

Result<ExcludedRegions> ExcludedRegions::read(const std::filesystem::path &list, std::set<ClassKind> kinds,
                                              const Dataset &dataset)
{
    ExcludedRegions excluded;
    excluded.m_kinds = std::move(kinds);
    if (list.empty())
        return excluded;
    excluded.m_listed = true;
    auto table = readCsvTable(list, {"image"});
    if (!table)
        return failFrom(std::move(table));
    const auto byName = imagesByName(dataset);
    const int image = table->column("image");
    const std::array sides{table->column("x"), table->column("y"), table->column("width"), table->column("height")};
    for (const CsvRow &row : table->rows) {
        const auto wrong = [&](const std::string &what) {
            return fail(ErrorCode::BadArgument, fmt::format("{}, line {}: {}", list.string(), row.line, what));
        };
        const std::string &name = row.fields[static_cast<std::size_t>(image)];
        const auto found = byName.find(name);
        if (found == byName.end())
            return wrong(fmt::format("there is no image {} in {}", name, dataset.root.string()));
        if (found->second == nullptr)
            return wrong(
                fmt::format("there are several images {}: give the path below {}", name, dataset.root.string()));
        std::array<std::string, 4> texts;
        for (std::size_t i = 0; i < sides.size(); ++i)
            texts[i] = sides[i] < 0 ? std::string() : row.fields[static_cast<std::size_t>(sides[i])];
        if (std::ranges::all_of(texts, &std::string::empty)) {
            excluded.m_whole.insert(found->second->id);
            continue;
        }
        std::array<int, 4> values{};
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto value = wholeNumber(texts[i]);
            if (!value)
                return wrong(fmt::format("'{}' is no number of pixels; x, y, width and height are all needed, or none",
                                         texts[i]));
            values[i] = *value;
        }
        if (values[2] == 0 || values[3] == 0)
            return wrong(fmt::format("a rectangle of {}x{} pixels is none", values[2], values[3]));
        excluded.m_rectangles[found->second->id].emplace_back(values[0], values[1], values[2], values[3]);
    }
    return excluded;
}

void ExcludedRegions::add(const std::vector<OutlinedRegion> &outlines)
{
    for (const OutlinedRegion &outline : outlines)
        if (m_kinds.contains(outline.kind) && !outline.mask.empty())
            m_outlines[outline.image].push_back(outline.mask);
}

bool ExcludedRegions::touches(const ImageRecord &record, const std::vector<LabelClass> &classes) const
{
    return wholeImage(record) || m_rectangles.contains(record.id) || m_outlines.contains(record.id) ||
           std::ranges::any_of(record.masks, [&](const MaskFile &mask) { return keepsOut(mask, classes); });
}

bool ExcludedRegions::keepsOut(const MaskFile &mask, const std::vector<LabelClass> &classes) const
{
    const auto found = std::ranges::find(classes, mask.className, &LabelClass::name);
    return found != classes.end() && m_kinds.contains(found->kind);
}

Result<std::vector<std::uint8_t>> ExcludedRegions::patchesKept(const ImageRecord &record,
                                                               const std::vector<LabelClass> &classes,
                                                               cv::Size original, cv::Size scaled,
                                                               const PatchGrid &grid, const JobContext &context) const
{
    const auto rectangles = m_rectangles.find(record.id);
    const auto outlines = m_outlines.find(record.id);
    ImageRecord outlined = record;
    std::erase_if(outlined.masks, [&](const MaskFile &mask) { return !keepsOut(mask, classes); });
    if (outlined.masks.empty() && rectangles == m_rectangles.end() && outlines == m_outlines.end())
        return std::vector<std::uint8_t>();
    cv::Mat cells = cv::Mat::zeros(grid.rows, grid.columns, CV_8UC1);
    if (!outlined.masks.empty()) {
        auto labels = loadLabels(outlined, classes, original, context);
        if (!labels)
            return failFrom(std::move(labels));
        for (const LabelLayer &layer : (scaled == original ? *labels : reduceLabels(*labels, scaled)).layers)
            markCells(layer.mask, grid, cells);
    }
    if (rectangles != m_rectangles.end())
        for (const cv::Rect &rectangle : rectangles->second) {
            const cv::Rect inside = scaledRectangle(rectangle, original, scaled);
            if (inside.empty())
                return fail(ErrorCode::BadArgument,
                            fmt::format("the excluded rectangle {},{} {}x{} lies outside of the image of {}x{}",
                                        rectangle.x, rectangle.y, rectangle.width, rectangle.height, original.width,
                                        original.height));
            cells(cellsOf(inside, grid)).setTo(1);
        }
    if (outlines != m_outlines.end())
        for (const RunMask &mask : outlines->second)
            if (auto marked = markOutline(mask, original, scaled, grid, cells); !marked)
                return failFrom(std::move(marked));
    cv::dilate(cells, cells, cv::Mat::ones(3, 3, CV_8UC1));
    std::vector<std::uint8_t> kept;
    kept.reserve(static_cast<std::size_t>(grid.count()));
    for (int row = 0; row < grid.rows; ++row)
        std::transform(cells.ptr<std::uint8_t>(row), cells.ptr<std::uint8_t>(row) + grid.columns,
                       std::back_inserter(kept),
                       [](std::uint8_t cell) { return static_cast<std::uint8_t>(cell == 0); });
    return kept;
}

std::string ExcludedRegions::summary() const
{
    std::size_t regions = 0;
    for (const auto &[id, rectangles] : m_rectangles)
        regions += rectangles.size();
    return m_listed
               ? fmt::format("{} whole images, {} regions of {} images", m_whole.size(), regions, m_rectangles.size())
               : std::string();
}

std::string ExcludedRegions::digest() const
{
    std::string text;
    for (const std::string &id : m_whole)
        text += id + "\n";
    for (const auto &[id, rectangles] : m_rectangles)
        for (const cv::Rect &r : rectangles)
            text += fmt::format("{} {} {} {} {}\n", id, r.x, r.y, r.width, r.height);
    for (const auto &[id, masks] : m_outlines)
        for (const RunMask &mask : masks) {
            const auto code = encodeMask(mask);
            text += fmt::format("{} {}\n", id, sha256Of({code.data(), code.size()}));
        }
    return text.empty() ? text
                        : sha256Of({reinterpret_cast<const std::uint8_t *>(text.data()), text.size()}).substr(0, 16);
}

} // namespace patina
