#include "core/metrics/evaluator.h"

#include "core/metrics/evaluation_totals.h"
#include "core/metrics/totals_code.h"

#include <fmt/format.h>

#include <cassert>
#include <cmath>
#include <set>
#include <string>
#include <utility>

namespace patina {

struct Evaluator::State
{
    State(std::vector<LabelClass> c, const EvaluationSettings &s, std::span<const double> thresholds)
        : classes(std::move(c)), settings(s), tally(thresholds, s.minAreaPx, s.levels)
    {
        totals.outcomes.ignoredRegions.assign(classes.size(), 0);
        totals.thresholds = tally.thresholds();
    }

    std::vector<LabelClass> classes;
    EvaluationSettings settings;
    EvaluationTotals totals;
    ImageTally tally;
    bool imageOpen = false;
};

namespace {

Result<void> checkSettings(const std::vector<LabelClass> &classes, const EvaluationSettings &settings)
{
    if (!std::isfinite(settings.reviewThreshold) || !std::isfinite(settings.rejectThreshold) ||
        settings.reviewThreshold > settings.rejectThreshold)
        return fail(ErrorCode::BadArgument,
                    fmt::format("the review threshold {:g} must not be above the reject threshold {:g}",
                                settings.reviewThreshold, settings.rejectThreshold));
    if (settings.segF1Threshold && !std::isfinite(*settings.segF1Threshold))
        return fail(ErrorCode::BadArgument, "the SegF1 threshold is not a finite number");
    if (settings.levels)
        if (auto sound = settings.levels->check(); !sound)
            return sound;
    if (settings.minAreaPx < 1)
        return fail(ErrorCode::BadArgument, fmt::format("a minimum area of {} px is below 1", settings.minAreaPx));
    std::set<std::string> names;
    for (const LabelClass &labelClass : classes)
        if (labelClass.name.empty() || labelClass.name == "good" || !names.insert(labelClass.name).second)
            return fail(
                ErrorCode::BadArgument,
                fmt::format("'{}' cannot be a class: names are unique, not empty and not 'good'", labelClass.name));
    return {};
}

} // namespace

Result<Evaluator> Evaluator::create(std::vector<LabelClass> classes, const EvaluationSettings &settings)
{
    if (auto checked = checkSettings(classes, settings); !checked)
        return failFrom(std::move(checked));
    std::vector<double> thresholds{settings.reviewThreshold, settings.rejectThreshold};
    if (settings.segF1Threshold)
        thresholds.push_back(*settings.segF1Threshold);
    return Evaluator(std::make_unique<State>(std::move(classes), settings, thresholds));
}

Evaluator::Evaluator(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Evaluator::Evaluator(Evaluator &&) noexcept = default;
Evaluator &Evaluator::operator=(Evaluator &&) noexcept = default;
Evaluator::~Evaluator() = default;

Result<void> Evaluator::beginImage(const ImageTruth &truth)
{
    m_state->imageOpen = false;
    auto plan = TruthPlan::create(truth, m_state->classes, m_state->settings.policy);
    if (!plan)
        return failFrom(std::move(plan));
    if (auto begun = m_state->tally.begin(std::move(*plan)); !begun)
        return begun;
    m_state->imageOpen = true;
    return {};
}

Result<void> Evaluator::addRows(int firstRow, const cv::Mat &rows)
{
    if (!m_state->imageOpen)
        return fail(ErrorCode::BadArgument, "map rows came without an image");
    auto added = m_state->tally.addRows(firstRow, rows);
    m_state->imageOpen = added.has_value();
    return added;
}

std::function<Result<void>(int, const cv::Mat &)> Evaluator::rowSink()
{
    return [this](int firstRow, const cv::Mat &rows) { return addRows(firstRow, rows); };
}

Result<void> Evaluator::endImage(double imageScore)
{
    if (!std::exchange(m_state->imageOpen, false))
        return fail(ErrorCode::BadArgument, "an image ended that was not begun");
    if (auto finished = m_state->tally.finish(); !finished)
        return finished;
    if (!std::isfinite(imageScore))
        return fail(ErrorCode::BadArgument,
                    fmt::format("{}: the image score is not a finite number", m_state->tally.plan().id()));
    m_state->totals.add(m_state->tally, imageScore);
    return {};
}

void Evaluator::dropImage()
{
    m_state->imageOpen = false;
}

Result<void> Evaluator::addImage(const ImageTruth &truth, double imageScore, const cv::Mat &map)
{
    if (auto begun = beginImage(truth); !begun)
        return begun;
    if (auto added = addRows(0, map); !added)
        return added;
    return endImage(imageScore);
}

Result<void> Evaluator::merge(const Evaluator &other)
{
    if (m_state->classes != other.m_state->classes || !(m_state->settings == other.m_state->settings))
        return fail(ErrorCode::BadArgument,
                    "evaluations of other classes, thresholds or labelling policies cannot be joined");
    if (this == &other)
        return fail(ErrorCode::BadArgument, "an evaluation cannot be joined with itself");
    if (m_state->imageOpen || other.m_state->imageOpen)
        return fail(ErrorCode::BadArgument, "evaluations cannot be joined before their last image has ended");
    m_state->totals.add(other.m_state->totals);
    return {};
}

std::vector<std::uint8_t> Evaluator::encoded() const
{
    return encodedTotals(m_state->totals);
}

Result<void> Evaluator::mergeEncoded(std::span<const std::uint8_t> bytes)
{
    if (m_state->imageOpen)
        return fail(ErrorCode::BadArgument, "evaluations cannot be joined before their last image has ended");
    return decoded(bytes).map([&](const Part &part) { insert(part, imageCount()); });
}

std::size_t Evaluator::Part::images() const
{
    return m_totals->outcomes.images.size();
}

Result<Evaluator::Part> Evaluator::decoded(std::span<const std::uint8_t> bytes) const
{
    return totalsFrom(bytes, m_state->classes.size(), m_state->totals.thresholds).map([](EvaluationTotals &&totals) {
        Part part;
        part.m_totals = std::make_shared<const EvaluationTotals>(std::move(totals));
        return part;
    });
}

void Evaluator::insert(const Part &part, std::size_t position)
{
    assert(!m_state->imageOpen && position <= imageCount());
    m_state->totals.insert(*part.m_totals, position);
}

bool Evaluator::holds(const Part &part, std::size_t position) const
{
    return m_state->totals.holds(*part.m_totals, position);
}

void Evaluator::remove(const Part &part, std::size_t position)
{
    assert(!m_state->imageOpen && holds(part, position));
    m_state->totals.remove(*part.m_totals, position);
}

std::size_t Evaluator::imageCount() const
{
    return m_state->totals.outcomes.images.size();
}

Evaluation Evaluator::evaluate() const
{
    return evaluationOf(m_state->totals, m_state->classes, m_state->settings);
}

} // namespace patina
