#include "core/metrics/image_tally.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <utility>

namespace patina {

static_assert(static_cast<std::uint8_t>(PixelRole::Normal) == 0,
              "the roles of a good image's row serve as its ignore mask: normal pixels are 0, ignored ones are not");

void ThresholdTally::add(const ThresholdTally &other)
{
    normalOver += other.normalOver;
    defectOver += other.defectOver;
    falseRegions += other.falseRegions;
    goodFlagged += other.goodFlagged;
}

void ThresholdTally::subtract(const ThresholdTally &other)
{
    normalOver -= other.normalOver;
    defectOver -= other.defectOver;
    falseRegions -= other.falseRegions;
    goodFlagged -= other.goodFlagged;
}

ImageTally::ImageTally(std::span<const double> thresholds, std::int64_t minAreaPx, std::optional<LevelScale> levels)
    : m_minAreaPx(minAreaPx), m_levels(levels)
{
    for (const double threshold : thresholds) {
        m_thresholds.push_back({threshold, 0, 0, 0, 0});
        m_floatThresholds.push_back(floatThreshold(threshold));
    }
}

Result<void> ImageTally::begin(TruthPlan plan)
{
    m_plan = std::move(plan);
    m_nextRow = 0;
    m_peak.reset();
    m_normal.clear();
    m_defect.clear();
    m_overlap.clear();
    m_streams.clear();
    m_regions = {};
    m_levelsBuilder.reset();
    if (m_levels && m_plan->role() == ImageRole::Good)
        m_levelsBuilder.emplace(m_plan->size().width, *m_levels);
    m_roles.resize(static_cast<std::size_t>(m_plan->size().width));
    m_regionScores.clear();
    for (const TruthPlan::Layer &layer : m_plan->layers()) {
        auto &regions = m_regionScores.emplace_back();
        for (const std::int64_t countedPx : layer.countedPx)
            regions.emplace_back(countedPx);
    }
    for (ThresholdTally &tally : m_thresholds) {
        tally = {tally.threshold, 0, 0, 0, 0};
        if (m_plan->role() != ImageRole::Good)
            continue;
        auto stream = RegionStream::create(m_plan->size().width, {tally.threshold, m_minAreaPx},
                                           [&tally](const Region &) { ++tally.falseRegions; });
        if (!stream)
            return failFrom(std::move(stream));
        m_streams.push_back(std::move(*stream));
    }
    return {};
}

Result<void> ImageTally::addRows(int firstRow, const cv::Mat &rows)
{
    const cv::Size size = m_plan->size();
    if (rows.type() != CV_32FC1 || rows.cols != size.width || firstRow + rows.rows > size.height)
        return fail(ErrorCode::ShapeMismatch,
                    fmt::format("{}: rows {} to {} of {} columns do not match labels {}x{}", m_plan->id(), firstRow,
                                firstRow + rows.rows, rows.cols, size.width, size.height));
    if (firstRow != m_nextRow)
        return fail(ErrorCode::BadArgument,
                    fmt::format("{}: row {} of the map came where row {} was due", m_plan->id(), firstRow, m_nextRow));
    for (int i = 0; i < rows.rows; ++i, ++m_nextRow) {
        const auto *values = rows.ptr<float>(i);
        if (auto finite = checkFinite(values, m_nextRow); !finite)
            return finite;
        const bool plain = m_plan->isPlainRow(m_nextRow);
        if (plain) {
            addPlainRow(values);
        } else {
            m_plan->paintRow(m_nextRow, m_roles);
            addMixedRow(values);
            addRegions(values, m_nextRow);
        }
        const auto *ignored = plain ? nullptr : reinterpret_cast<const std::uint8_t *>(m_roles.data());
        for (RegionStream &stream : m_streams)
            stream.addRow(values, ignored);
        if (m_levelsBuilder)
            m_levelsBuilder->addRow(values, ignored);
    }
    return {};
}

Result<void> ImageTally::finish()
{
    if (m_nextRow != m_plan->size().height)
        return fail(ErrorCode::BadArgument, fmt::format("{}: the map ends after {} of {} rows", m_plan->id(), m_nextRow,
                                                        m_plan->size().height));
    for (RegionStream &stream : m_streams)
        stream.finish();
    if (m_levelsBuilder)
        m_regions.levels = std::make_shared<const RegionLevels>(m_levelsBuilder->finish());
    for (ThresholdTally &tally : m_thresholds)
        tally.goodFlagged = tally.falseRegions > 0 ? 1 : 0;
    return {};
}

Result<void> ImageTally::checkFinite(const float *values, int y) const
{
    constexpr std::uint32_t exponent = 0x7F800000U;
    const auto isOdd = [](float value) { return (std::bit_cast<std::uint32_t>(value) & exponent) == exponent; };
    bool odd = false;
    for (int x = 0; x < m_plan->size().width; ++x) // without a way out, so that it is vectorised
        odd |= isOdd(values[x]);
    if (!odd)
        return {};
    const auto *first = std::find_if(values, values + m_plan->size().width, isOdd);
    return fail(ErrorCode::BadArgument, fmt::format("{}: the score in row {}, column {} is not a finite number",
                                                    m_plan->id(), y, first - values));
}

void ImageTally::raisePeak(float value)
{
    if (!m_peak || value > *m_peak)
        m_peak = value;
}

void ImageTally::addPlainRow(const float *values)
{
    const int width = m_plan->size().width;
    raisePeak(*std::max_element(values, values + width));
    if (m_plan->background() != PixelRole::Normal)
        return;
    for (int x = 0; x < width; ++x)
        m_normal.add(values[x]);
    for (std::size_t i = 0; i < m_thresholds.size(); ++i) {
        const float threshold = m_floatThresholds[i];
        m_thresholds[i].normalOver +=
            std::count_if(values, values + width, [threshold](float value) { return value >= threshold; });
    }
}

void ImageTally::addMixedRow(const float *values)
{
    for (std::size_t x = 0; x < m_roles.size(); ++x) {
        const PixelRole role = m_roles[x];
        if (role == PixelRole::Ignored)
            continue;
        const float value = values[x];
        raisePeak(value);
        if (role == PixelRole::Unknown)
            continue;
        const bool isDefect = role == PixelRole::Defect;
        (isDefect ? m_defect : m_normal).add(value);
        for (std::size_t i = 0; i < m_thresholds.size(); ++i)
            (isDefect ? m_thresholds[i].defectOver : m_thresholds[i].normalOver) +=
                value >= m_floatThresholds[i] ? 1 : 0;
    }
}

void ImageTally::addRegions(const float *values, int y)
{
    for (std::size_t i = 0; i < m_plan->layers().size(); ++i) {
        const TruthPlan::Layer &layer = m_plan->layers()[i];
        if (layer.role == ClassRole::Ignored)
            continue;
        const PixelRole own = layer.role == ClassRole::Defect ? PixelRole::Defect : PixelRole::Normal;
        for (const Run &run : layer.parts.row(y)) {
            const auto part = static_cast<std::size_t>(run.set);
            const double weight = layer.countedPx[part] > 0 ? 1.0 / static_cast<double>(layer.countedPx[part]) : 0.0;
            for (int x = run.begin; x < run.end; ++x) {
                if (m_roles[static_cast<std::size_t>(x)] != own)
                    continue;
                m_regionScores[i][part].add(values[x]);
                if (own == PixelRole::Defect)
                    m_overlap.add(values[x], weight);
            }
        }
    }
}

} // namespace patina
