#include "ui/synthesis/synthesis_runner.h"

#include "core/base/system.h"
#include "core/dataset/dataset.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace patina {

namespace {

constexpr double kCoarseMs = 130.0;      ///< that a coarse picture may take
constexpr double kLeastCoarseMs = 40.0;  ///< of these, to be drawn
constexpr double kFirstPxPerMs = 1500.0; ///< before anything was made
constexpr int kPatienceMs = 300;         ///< with a coarse picture that is not wanted any more
constexpr int kCoarsest = 8;
constexpr int kFewImages = 24; ///< that are told of by their strips, if they have some: else nothing would move

/// Images over all versions in place of strips of images of one version: as they are counted before and after.
Progress inImages(Progress step, std::int64_t files)
{
    const bool few = files < kFewImages && step.total > files;
    if (step.total <= 0 || few)
        return step;
    step.done = step.done * files / step.total;
    step.total = files;
    return step;
}

} // namespace

SynthesisRunner::SynthesisRunner(QObject *parent)
    : QObject(parent), m_preview(&m_previewPool), m_measure(&m_previewPool), m_write(&m_writePool),
      m_choose(&m_filePool), m_outlook(&m_filePool), m_coarsePxPerMs(kFirstPxPerMs)
{
    m_previewPool.setMaxThreadCount(2); // one is still stopping while the next begins
    m_writePool.setMaxThreadCount(1);
    connect(&m_write, &JobRunnerBase::progressed, this, &SynthesisRunner::writeProgressed);
    connect(&m_write, &JobRunnerBase::noticed, this, &SynthesisRunner::noticed);
    connect(&m_write, &JobRunnerBase::runningChanged, this, &SynthesisRunner::writingChanged);
}

SynthesisRunner::~SynthesisRunner() = default;

bool SynthesisRunner::idle() const
{
    return !m_preview.running() && !m_measure.running() && !m_write.running() && !m_choose.running() &&
           !m_outlook.running();
}

void SynthesisRunner::preview(const PreviewRequest &request, const QRect &visible)
{
    const bool sameImages =
        request.spec.exemplar == m_request.spec.exemplar && request.spec.widthPx == m_request.spec.widthPx &&
        request.spec.heightPx == m_request.spec.heightPx && request.spec.bitDepth == m_request.spec.bitDepth;
    const auto images = sameImages ? m_request.exemplar : nullptr;
    m_request = request;
    m_request.threads = effectiveThreads(m_threads);
    m_request.exemplar = images;
    m_visible = visible;
    m_asked.start();
    m_measure.abandon();
    if (m_phase == Phase::Coarse && m_preview.running() && m_phaseClock.elapsed() < kPatienceMs)
        m_newer = true;
    else
        startCoarse();
}

void SynthesisRunner::look(const QRect &visible)
{
    m_visible = visible;
    if (m_phase == Phase::Coarse || m_telling || m_shown.pixels.empty())
        return; // comes to it by itself
    const QRect area = exactAreaFor({m_shown.pixels.cols, m_shown.pixels.rows}, visible);
    if (!area.isEmpty() && !m_shown.exactArea.contains(area) && m_phase == Phase::None) {
        m_asked.start();
        startExact(area);
    } else if (m_phase == Phase::Exact && !area.isEmpty()) {
        startExact(area);
    }
}

void SynthesisRunner::dropPreview()
{
    m_preview.abandon();
    m_measure.abandon();
    m_phase = Phase::None;
    m_newer = false;
    m_shown = {};
}

/// A photo cannot be looked at smaller than it is: its defects would be drawn into another part of it.
int SynthesisRunner::reduction() const
{
    const SynthesisSpec &spec = m_request.spec;
    if (spec.surface == "exemplar" && spec.exemplar.base == ExemplarBase::Photo)
        return 1;
    const double pixels = static_cast<double>(spec.widthPx) * spec.heightPx;
    const double wanted = std::sqrt(pixels / (m_coarsePxPerMs * std::max(kLeastCoarseMs, kCoarseMs - m_preparedMs)));
    const int least = pixels > static_cast<double>(kMostExactPixels) ? 2 : 1;
    return std::clamp(static_cast<int>(std::ceil(wanted)), least, std::max(kCoarsest, spec.widthPx / 1000));
}

void SynthesisRunner::startCoarse()
{
    m_newer = false;
    m_phase = Phase::Coarse;
    m_phaseClock.start();
    m_shown = {};
    const int by = reduction();
    auto job = [request = m_request, by](const JobContext &context) {
        return by > 1 ? coarsePreview(request, by, context) : exactPreview(request, {}, {}, context);
    };
    m_preview.start(std::move(job), [this](Result<PreviewPicture> picture) { take(std::move(picture)); });
}

void SynthesisRunner::startExact(const QRect &area)
{
    m_phase = Phase::Exact;
    m_phaseClock.start();
    auto job = [request = m_request, under = m_shown.pixels, area](const JobContext &context) {
        return exactPreview(request, under, area, context);
    };
    m_preview.start(std::move(job), [this](Result<PreviewPicture> picture) { take(std::move(picture)); });
}

void SynthesisRunner::take(Result<PreviewPicture> picture)
{
    const Phase phase = std::exchange(m_phase, Phase::None);
    if (!picture) {
        m_shown = {};
        if (m_newer)
            return startCoarse();
        if (picture.error().code != ErrorCode::Cancelled)
            emit previewFailed(picture.error());
        return;
    }
    if (!m_newer)
        m_request.exemplar = picture->exemplar;
    m_shown = std::move(*picture);
    if (phase == Phase::Coarse && m_shown.renderedMs > 0) {
        const double now = static_cast<double>(m_shown.renderedPx) / static_cast<double>(m_shown.renderedMs);
        m_coarsePxPerMs = 0.5 * (m_coarsePxPerMs + now);
        m_preparedMs = static_cast<double>(m_shown.preparedMs);
    }
    m_telling = true;
    emit previewed({m_shown, m_asked.elapsed()});
    m_telling = false;
    goOn();
}

void SynthesisRunner::goOn()
{
    if (m_phase != Phase::None)
        return; // whoever was told has asked for something else
    if (m_newer)
        return startCoarse();
    const QSize size(m_shown.pixels.cols, m_shown.pixels.rows);
    const QRect area = exactAreaFor(size, m_visible.isEmpty() ? QRect(QPoint(), size) : m_visible);
    if (!area.isEmpty() && !m_shown.exactArea.contains(area))
        startExact(area);
    else if (!m_shown.exactArea.isEmpty())
        measure();
}

void SynthesisRunner::measure()
{
    m_measure.start([picture = m_shown, threads = m_request.threads](
                        const JobContext &context) { return paceOf(picture, threads, context); },
                    [this](const Result<SynthesisPace> &pace) {
                        if (pace) {
                            m_pace = *pace;
                            emit paceKnown();
                        }
                    });
}

void SynthesisRunner::write(const SynthesisSpec &spec, const std::filesystem::path &folder)
{
    if (writing())
        return;
    m_stopping = false;
    SynthesisOptions options;
    options.threads = m_threads;
    m_write.start(
        [spec, folder, options](const JobContext &context) {
            const JobContext counted = context.withProgress(
                [context, files = imageFilesOf(spec)](const Progress &step) { context.report(inImages(step, files)); });
            return writeDataset(spec, folder, options, counted);
        },
        [this](const Result<SynthesisSummary> &summary) { emit written({summary}); });
}

void SynthesisRunner::cancelWriting()
{
    m_stopping = writing();
    m_write.cancel();
}

void SynthesisRunner::chooseImages(const std::filesystem::path &folder, ExemplarBase base,
                                   std::optional<cv::Size> wanted)
{
    const auto job = [folder, base, wanted](const JobContext &context) {
        return openDataset(folder, context).and_then([&](const Dataset &dataset) -> Result<ChosenImages> {
            std::vector<std::filesystem::path> paths;
            for (const ImageRecord *image : dataset.ofSplit(Split::Train))
                if (image->isGood())
                    paths.push_back(image->path);
            return synthesis::chooseExemplar(paths, base, wanted, context).map([&](synthesis::ChosenExemplar &&chosen) {
                return ChosenImages{std::move(chosen), dataset.mmPerPixel};
            });
        });
    };
    m_choose.start(job, [this](const Result<ChosenImages> &images) { emit imagesChosen({images}); });
}

void SynthesisRunner::askOutlook(const std::filesystem::path &folder, const SynthesisSpec &spec)
{
    m_outlook.start([folder, spec](const JobContext &context) { return datasetOutlook(folder, spec, context); },
                    [this](const Result<DatasetOutlook> &outlook) { emit outlookKnown({outlook}); });
}

} // namespace patina
