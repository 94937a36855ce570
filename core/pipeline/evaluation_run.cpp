#include "core/pipeline/evaluation_run.h"

#include "core/labels/label_map.h"
#include "core/metrics/evaluator.h"
#include "core/pipeline/dataset_gaps.h"

#include <fmt/format.h>

#include <zlib.h>

namespace patina {

namespace {

/// Scores images and feeds the half each belongs to.
class EvaluationLoop
{
public:
    EvaluationLoop(Inspector &inspector, const EvaluateRequest &request, Evaluator even, Evaluator odd,
                   const JobContext &context)
        : m_inspector(inspector), m_request(request), m_even(std::move(even)), m_odd(std::move(odd)), m_context(context)
    {
    }

    Result<EvaluationRun> run()
    {
        const auto images = m_request.dataset.ofSplit(Split::Test);
        const auto total = static_cast<std::int64_t>(images.size());
        for (std::int64_t i = 0; i < total; ++i) {
            m_context.report("evaluate", i, total);
            const ImageRecord &record = *images[static_cast<std::size_t>(i)];
            auto done = add(record, stemCrc32(record) % 2 == 0 ? m_even : m_odd);
            if (done)
                continue;
            const std::string sentence = fmt::format("{}: {}", record.id, done.error().detail);
            if (done.error().code == ErrorCode::Cancelled || m_request.strict || m_badLabels)
                return fail(done.error().code, sentence);
            ++m_skipped;
            m_lastProblem = sentence;
            m_context.notice("skipped " + sentence);
        }
        m_context.report("evaluate", total, total);
        if (m_skipped == total)
            return fail(ErrorCode::Unreadable,
                        fmt::format("none of the {} test images could be used; {}", total, m_lastProblem));
        return figures();
    }

private:
    Result<void> add(const ImageRecord &record, Evaluator &evaluator)
    {
        auto opened = openImage(record.path);
        if (!opened)
            return failFrom(std::move(opened));
        auto labels = loadLabels(record, m_request.dataset.classes, (*opened)->info().size());
        m_badLabels = !labels;
        if (!labels)
            return fail(labels.error().code, labels.error().detail + "; mend or remove the mask and evaluate again");
        auto source = m_inspector.openScaled(record.path);
        if (!source)
            return failFrom(std::move(source));
        opened->reset();
        const cv::Size size = (*source)->info().size();
        if (auto begun = evaluator.beginImage({record.id, record.className, reduceLabels(*labels, size), {}}); !begun)
            return begun;
        auto inspection = m_inspector.inspect(**source, evaluator.rowSink(), m_context.quiet());
        if (inspection)
            return evaluator.endImage(inspection->score);
        evaluator.dropImage();
        return failFrom(std::move(inspection));
    }

    Result<EvaluationRun> figures()
    {
        EvaluationRun run;
        run.skipped = m_skipped;
        run.even = m_even.evaluate();
        run.odd = m_odd.evaluate();
        if (auto merged = m_even.merge(m_odd); !merged)
            return failFrom(std::move(merged));
        run.all = m_even.evaluate();
        return run;
    }

    Inspector &m_inspector;
    const EvaluateRequest &m_request;
    Evaluator m_even;
    Evaluator m_odd;
    const JobContext &m_context;
    std::int64_t m_skipped = 0;
    bool m_badLabels = false; ///< what the last image failed by
    std::string m_lastProblem;
};

} // namespace

std::uint32_t stemCrc32(const ImageRecord &record)
{
    const std::string stem = record.path.stem().string();
    return static_cast<std::uint32_t>(
        ::crc32(0, reinterpret_cast<const Bytef *>(stem.data()), static_cast<uInt>(stem.size())));
}

Result<EvaluationRun> evaluateDataset(Inspector &inspector, const EvaluateRequest &request, const JobContext &context)
{
    if (auto whole = reportGaps(request.dataset, request.strict, context); !whole)
        return failFrom(std::move(whole));
    if (request.dataset.ofSplit(Split::Test).empty())
        return fail(ErrorCode::NotFound,
                    fmt::format("{} holds no test images: put them into test/good and test/<defect>",
                                request.dataset.root.string()));
    const ScoreScale &scale = inspector.model().scoreScale;
    EvaluationSettings settings;
    settings.policy = request.policy;
    settings.minAreaPx = request.minAreaPx;
    settings.reviewThreshold = request.reviewThreshold.value_or(scale.reviewThreshold());
    settings.rejectThreshold =
        request.rejectThreshold.value_or(std::max(settings.reviewThreshold, scale.rejectThreshold()));
    std::string whyNoThresholds;
    if (!scale.calibrated() && !(request.reviewThreshold && request.rejectThreshold))
        whyNoThresholds = "the model is uncalibrated";
    if (!whyNoThresholds.empty())
        context.notice(
            "the model is uncalibrated: only figures without threshold are given; --review and --reject on "
            "the scale of its raw distances give the others, or calibrate it first: patina-cli model calibrate "
            "MODEL DIR");
    auto even = Evaluator::create(request.dataset.classes, settings);
    auto odd = Evaluator::create(request.dataset.classes, settings);
    if (!even)
        return failFrom(std::move(even));
    if (!odd)
        return failFrom(std::move(odd));
    auto run = EvaluationLoop(inspector, request, std::move(*even), std::move(*odd), context).run();
    if (run)
        run->whyNoThresholds = std::move(whyNoThresholds);
    return run;
}

} // namespace patina
