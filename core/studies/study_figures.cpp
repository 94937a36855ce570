#include "core/studies/study_figures.h"

#include "core/metrics/rank_curve.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace patina {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

int indexOf(const std::vector<std::string> &sorted, const std::string &name)
{
    return static_cast<int>(std::ranges::lower_bound(sorted, name) - sorted.begin());
}

double share(double part, double whole)
{
    return whole > 0.0 ? part / whole : none;
}

} // namespace

StudyFrame StudyFrame::of(const std::vector<const StudyRunResult *> &results)
{
    StudyFrame frame;
    std::set<std::string> defects;
    std::set<std::string> impurities;
    std::map<std::string, bool> anomalous;
    for (const StudyRunResult *result : results) {
        for (const StudyImage &image : result->images)
            anomalous[image.group] = anomalous[image.group] || !image.good;
        for (const StudyRegion &region : result->regions)
            (region.impurity ? impurities : defects).insert(region.className);
    }
    int turn[2] = {0, 0};
    for (const auto &[group, bad] : anomalous) {
        frame.groups[group] = static_cast<int>(frame.half.size());
        frame.half.push_back(turn[bad ? 1 : 0]++ % 2);
    }
    frame.defects.assign(defects.begin(), defects.end());
    frame.impurities.assign(impurities.begin(), impurities.end());
    return frame;
}

RunFigures::RunFigures(const StudyRunResult &result, const StudyFrame &frame) : m_frame(&frame)
{
    const auto groupOf = [&](std::int64_t image) {
        const auto found = frame.groups.find(result.images[static_cast<std::size_t>(image)].group);
        return found == frame.groups.end() ? -1 : found->second;
    };
    for (std::size_t i = 0; i < result.images.size(); ++i)
        m_images.push_back(
            {result.images[i].peak, groupOf(static_cast<std::int64_t>(i)), result.images[i].good ? 1 : 0});
    std::ranges::sort(m_images, std::ranges::greater(), &Item::peak);
    const auto defects = static_cast<int>(frame.defects.size());
    for (const StudyRegion &region : result.regions)
        if (region.image >= 0)
            m_regions.push_back({region.peak, groupOf(region.image),
                                 region.impurity ? defects + indexOf(frame.impurities, region.className)
                                                 : indexOf(frame.defects, region.className)});
}

std::vector<std::string> RunFigures::names(const StudyFrame &frame)
{
    std::vector<std::string> names{"image.auroc", "recall.all", "overkill"};
    for (const std::string &name : frame.defects)
        names.push_back("recall." + name);
    for (const std::string &name : frame.impurities)
        names.push_back("flagged." + name);
    return names;
}

double RunFigures::auroc(const std::vector<double> &weights) const
{
    std::vector<RankStep> steps;
    double total[2] = {0.0, 0.0};
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        if (i == 0 || m_images[i].peak != m_images[i - 1].peak)
            steps.push_back({m_images[i].peak});
        const double weight = weights[static_cast<std::size_t>(m_images[i].group)];
        (m_images[i].list == 1 ? steps.back().negatives : steps.back().positives) += weight;
        total[m_images[i].list] += weight;
    }
    return total[0] > 0.0 && total[1] > 0.0 ? aurocOf(steps) : none;
}

/// Above the largest scores where even one flagged good image is too many.
double RunFigures::thresholdFrom(int half, const std::vector<double> &weights) const
{
    const auto counts = [&](const Item &item) {
        return item.list == 1 && m_frame->half[static_cast<std::size_t>(item.group)] == half
                   ? weights[static_cast<std::size_t>(item.group)]
                   : 0.0;
    };
    double total = 0.0;
    for (const Item &item : m_images)
        total += counts(item);
    if (total <= 0.0)
        return none;
    double flagged = 0.0;
    for (std::size_t begin = 0; begin < m_images.size();) {
        std::size_t end = begin;
        double tied = 0.0;
        for (; end < m_images.size() && m_images[end].peak == m_images[begin].peak; ++end)
            tied += counts(m_images[end]);
        if (flagged + tied > studyOverkill * total) // the next score above this one
            return std::nextafter(m_images[begin].peak, std::numeric_limits<double>::infinity());
        flagged += tied;
        begin = end;
    }
    return -std::numeric_limits<double>::infinity();
}

std::vector<double> RunFigures::on(const std::vector<double> &weights) const
{
    const double thresholds[2] = {thresholdFrom(1, weights), thresholdFrom(0, weights)}; // by the half that is quoted
    const std::size_t lists = m_frame->defects.size() + m_frame->impurities.size();
    std::vector<double> found(lists, 0.0);
    std::vector<double> total(lists, 0.0);
    for (const Item &item : m_regions) {
        const auto group = static_cast<std::size_t>(item.group);
        total[static_cast<std::size_t>(item.list)] += weights[group];
        if (item.peak >= thresholds[m_frame->half[group]])
            found[static_cast<std::size_t>(item.list)] += weights[group];
    }
    double overkill = 0.0;
    double good = 0.0;
    for (const Item &item : m_images)
        if (item.list == 1) {
            const auto group = static_cast<std::size_t>(item.group);
            good += weights[group];
            if (item.peak >= thresholds[m_frame->half[group]])
                overkill += weights[group];
        }
    const bool known = !std::isnan(thresholds[0]) && !std::isnan(thresholds[1]);
    double allFound = 0.0;
    double allTotal = 0.0;
    for (std::size_t i = 0; i < m_frame->defects.size(); ++i) {
        allFound += found[i];
        allTotal += total[i];
    }
    std::vector<double> figures{auroc(weights), known ? share(allFound, allTotal) : none,
                                known ? share(overkill, good) : none};
    for (std::size_t i = 0; i < lists; ++i)
        figures.push_back(known ? share(found[i], total[i]) : none);
    return figures;
}

} // namespace patina
