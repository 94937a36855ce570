#include "core/pipeline/evaluation_run.h"

#include "core/base/sha256.h"
#include "core/image/image_ahead.h"
#include "core/labels/label_map.h"
#include "core/metrics/evaluator.h"
#include "core/pipeline/counted_inspection.h"
#include "core/pipeline/dataset_gaps.h"
#include "core/pipeline/known_content.h"
#include "core/pipeline/rank_messages.h"
#include "core/pipeline/validation_threshold.h"
#include "core/ranks/in_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <zlib.h>

namespace patina {

namespace {

/// What one image adds: its part of the figures, or why it is left out.
struct ImagePart
{
    std::vector<std::uint8_t> figures; ///< Evaluator::encoded()
    std::string problem{};             ///< empty: it was used, or is a copy
    std::string sha256{};              ///< of its file
};

/// Scores images, which ranks share, and feeds the half each belongs to.
class EvaluationLoop
{
public:
    EvaluationLoop(Inspector &inspector, const EvaluateRequest &request, const EvaluationSettings &settings,
                   Evaluator even, Evaluator odd, const JobContext &context)
        : m_inspector(inspector), m_request(request), m_settings(settings), m_even(std::move(even)),
          m_odd(std::move(odd)), m_context(context), m_images(request.dataset.ofSplit(Split::Test)),
          m_used(usedImagesOf(inspector.model()))
    {
    }

    /// On other ranks than the first there is nothing in what comes out.
    Result<EvaluationRun> run(RankGroup &ranks)
    {
        std::string seen = m_inspector.model().hash;
        for (const ImageRecord *image : m_images)
            seen += '\n' + image->id;
        if (auto same = sameEverywhere(ranks, "the images to evaluate, or the model", seen, m_context); !same)
            return failFrom(std::move(same));
        ItemsInOrder<ImagePart> items;
        items.total = std::ssize(m_images);
        items.work = [&](std::int64_t item) {
            m_context.report({"evaluate", item, items.total, m_patches});
            const auto next = items.nextOf(item, ranks);
            auto opened =
                m_ahead.open(record(item).path, next ? record(*next).path : std::filesystem::path(), m_context);
            return part(record(item), std::move(opened));
        };
        items.encode = [](const ImagePart &part) {
            return packed({part.figures, bytesOfText(part.problem), bytesOfText(part.sha256)});
        };
        items.decode = [](std::int64_t, const Bytes &message) {
            return unpacked(message).and_then([](std::vector<Bytes> &&parts) -> Result<ImagePart> {
                if (parts.size() != 3)
                    return fail(ErrorCode::BadFormat, "figures came damaged from another rank");
                return ImagePart{std::move(parts.front()), textOfBytes(parts[1]), textOfBytes(parts.back())};
            });
        };
        items.take = [&](std::int64_t item, ImagePart &&part) { return take(record(item), part); };
        if (auto done = items.run(ranks, m_context); !done)
            return failFrom(std::move(done));
        m_context.report("evaluate", items.total, items.total);
        if (!ranks.isFirst())
            return EvaluationRun();
        noticeCopies();
        const auto copies = std::ssize(m_run.copies) + std::ssize(m_run.otherCopies);
        if (copies == items.total)
            return fail(ErrorCode::NotFound,
                        fmt::format("all {} test images are copies of images that the model was trained or calibrated "
                                    "on, or that a rule chose from: name a data set with new ones",
                                    items.total));
        if (m_run.skipped + copies == items.total)
            return fail(ErrorCode::Unreadable,
                        fmt::format("none of the {} test images could be used; {}", items.total, m_lastProblem));
        return figures();
    }

private:
    const ImageRecord &record(std::int64_t item) const { return *m_images[static_cast<std::size_t>(item)]; }

    Result<ImagePart> part(const ImageRecord &record, Result<std::unique_ptr<ImageSource>> opened)
    {
        auto sha256 = sha256Of(record);
        if (!sha256)
            return failFrom(std::move(sha256));
        if (isCopy(*sha256))
            return ImagePart{{}, {}, *std::move(sha256)};
        auto evaluator = Evaluator::create(m_request.dataset.classes, m_settings);
        auto done = evaluator ? add(record, std::move(opened), *evaluator) : failFrom(std::move(evaluator));
        if (done)
            return ImagePart{evaluator->encoded(), {}, *std::move(sha256)};
        const std::string sentence = fmt::format("{}: {}", record.id, done.error().detail);
        if (done.error().code == ErrorCode::Cancelled || m_request.strict || m_badLabels)
            return fail(done.error().code, sentence);
        return ImagePart{{}, sentence};
    }

    /// "" where the file cannot be read, which decoding says.
    Result<std::string> sha256Of(const ImageRecord &record) const
    {
        if (const auto known = m_request.sha256.find(record.id); known != m_request.sha256.end())
            return known->second;
        auto sha256 = sha256OfFile(record.path, m_context);
        return sha256 || sha256.error().code == ErrorCode::Cancelled ? sha256 : std::string();
    }

    bool isCopy(const std::string &sha256) const
    {
        return m_used.copyOf(sha256) != nullptr || m_request.otherUsed.contains(contentDigest(sha256));
    }

    void noticeCopies() const
    {
        if (const std::string why = m_used.whyNotAll(); !why.empty())
            m_context.notice(why);
        if (!m_run.copies.empty())
            m_context.notice(
                copiesSentence(std::ssize(m_run.copies), m_run.copies.front().image, m_run.copies.front().of));
        if (!m_run.otherCopies.empty())
            m_context.notice(fmt::format("{} test images are copies of images that the rule chose from (first: {} of "
                                         "{}): left out",
                                         m_run.otherCopies.size(), m_run.otherCopies.front().image,
                                         m_run.otherCopies.front().of));
    }

    Result<void> add(const ImageRecord &record, Result<std::unique_ptr<ImageSource>> opened, Evaluator &evaluator)
    {
        if (!opened)
            return failFrom(std::move(opened));
        auto labels = loadLabels(record, m_request.dataset.classes, (*opened)->info().size(), m_context);
        m_badLabels = !labels && labels.error().code != ErrorCode::Cancelled;
        if (!labels && !m_badLabels)
            return failFrom(std::move(labels));
        if (!labels)
            return fail(labels.error().code, labels.error().detail + "; mend or remove the mask and evaluate again");
        auto source = m_inspector.scaled(std::move(*opened));
        if (!source)
            return failFrom(std::move(source));
        const cv::Size size = (*source)->info().size();
        if (auto begun =
                evaluator.beginImage({record.id, record.className, reduceLabels(*labels, size), {}, record.group});
            !begun)
            return begun;
        auto inspection = inspectCounted(m_inspector, **source, m_settings.minAreaPx, evaluator.rowSink(), m_context);
        if (!inspection)
            return failFrom(std::move(inspection));
        m_patches += inspection->patches.grid.count();
        return evaluator.endImage(inspection->score);
    }

    Result<void> take(const ImageRecord &record, const ImagePart &part)
    {
        if (!part.sha256.empty())
            m_run.sha256[record.id] = part.sha256;
        if (const std::string *of = m_used.copyOf(part.sha256)) {
            m_run.copies.push_back({record.id, *of});
            return {};
        }
        if (const auto of = m_request.otherUsed.find(contentDigest(part.sha256)); of != m_request.otherUsed.end()) {
            m_run.otherCopies.push_back({record.id, of->second});
            return {};
        }
        if (part.problem.empty())
            return (stemCrc32(record) % 2 == 0 ? m_even : m_odd).mergeEncoded(part.figures);
        ++m_run.skipped;
        m_lastProblem = part.problem;
        m_context.notice("skipped " + part.problem);
        return {};
    }

    Result<EvaluationRun> figures()
    {
        m_run.even = m_even.evaluate();
        m_run.odd = m_odd.evaluate();
        if (auto merged = m_even.merge(m_odd); !merged)
            return failFrom(std::move(merged));
        m_run.all = m_even.evaluate();
        return std::move(m_run);
    }

    Inspector &m_inspector;
    const EvaluateRequest &m_request;
    const EvaluationSettings &m_settings;
    Evaluator m_even;
    Evaluator m_odd;
    const JobContext &m_context;
    std::vector<const ImageRecord *> m_images;
    ImageAhead m_ahead;
    UsedImages m_used;
    EvaluationRun m_run;
    std::int64_t m_patches = 0; ///< that have been scored
    bool m_badLabels = false;   ///< what the last image failed by
    std::string m_lastProblem;
};

} // namespace

std::uint32_t stemCrc32(const ImageRecord &record)
{
    const std::string stem = record.path.stem().string();
    return static_cast<std::uint32_t>(
        ::crc32(0, reinterpret_cast<const Bytef *>(stem.data()), static_cast<uInt>(stem.size())));
}

Result<EvaluationRun> evaluateDataset(Inspector &inspector, const EvaluateRequest &request, RankGroup &ranks,
                                      const JobContext &context)
{
    const JobContext common = ranks.common(context);
    if (auto whole = reportGaps(request.dataset, request.strict, common); !whole)
        return failFrom(std::move(whole));
    if (request.dataset.ofSplit(Split::Test).empty())
        return fail(ErrorCode::NotFound,
                    fmt::format("{} holds no test images: put them into test/good and test/<defect>",
                                request.dataset.root.string()));
    const ScoreScale &scale = inspector.model().scoreScale;
    EvaluationSettings settings;
    settings.policy = request.policy;
    settings.minAreaPx = request.minAreaPx;
    settings.bootstrap = request.bootstrap;
    settings.reviewThreshold = request.reviewThreshold.value_or(scale.reviewThreshold());
    settings.rejectThreshold =
        request.rejectThreshold.value_or(std::max(settings.reviewThreshold, scale.rejectThreshold()));
    if (request.keepRegions)
        settings.levels = levelsBelow(settings.reviewThreshold);
    if (request.dataset.mmPerPixel)
        settings.mmPerPixel = *request.dataset.mmPerPixel / std::min(1.0, inspector.model().scale);
    std::string whyNoThresholds;
    if (!scale.calibrated() && !(request.reviewThreshold && request.rejectThreshold))
        whyNoThresholds = "the model is uncalibrated";
    if (!whyNoThresholds.empty())
        common.notice(
            "the model is uncalibrated: only figures without threshold are given; --review and --reject on "
            "the scale of its raw distances give the others, or calibrate it first: patina-cli model calibrate "
            "MODEL DIR");
    auto segF1Threshold = segF1ThresholdOf(inspector, request.dataset, request.minAreaPx, request.strict, common);
    if (!segF1Threshold)
        return failFrom(std::move(segF1Threshold));
    settings.segF1Threshold = *segF1Threshold;
    auto even = Evaluator::create(request.dataset.classes, settings);
    auto odd = Evaluator::create(request.dataset.classes, settings);
    if (!even)
        return failFrom(std::move(even));
    if (!odd)
        return failFrom(std::move(odd));
    auto run = EvaluationLoop(inspector, request, settings, std::move(*even), std::move(*odd), common).run(ranks);
    if (run)
        run->whyNoThresholds = std::move(whyNoThresholds);
    return run;
}

} // namespace patina
