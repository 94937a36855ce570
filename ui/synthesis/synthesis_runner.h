#pragma once

#include "core/synthesis/dataset_writer.h"
#include "core/synthesis/surfaces/exemplar_images.h"
#include "ui/jobs/job_runner.h"
#include "ui/jobs/training_runner.h"
#include "ui/synthesis/dataset_outlook.h"
#include "ui/synthesis/synthesis_preview.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>

#include <optional>

namespace patina {

/// Real images that a surface is to be like.
struct ChosenImages
{
    synthesis::ChosenExemplar chosen;
    std::optional<double> mmPerPixel; ///< where their data set tells it
};

/// A picture on its way to be shown.
struct Previewed
{
    PreviewPicture picture;
    qint64 waitedMs = 0; ///< since it was asked for

    bool exact() const { return !picture.exactArea.isEmpty(); }
};

/// What the page of synthesis has made: previews, data sets, and what has to be known before. Lives on the GUI thread.
class SynthesisRunner : public QObject
{
    Q_OBJECT
public:
    explicit SynthesisRunner(QObject *parent = nullptr);
    /// Cancels and waits.
    ~SynthesisRunner() override;

    /// Of what is asked for from now on. \param setting 0: all cores.
    void setThreads(int setting) { m_threads = setting; }
    int threads() const { return m_threads; }

    /// A coarse picture at once, then, where no newer one is asked for, an exact one of what `visible` says of it. The
    /// newest wins: what is older is cancelled, but for a coarse picture that is nearly done, so that something moves
    /// while a value does. \param visible of the last picture, in its pixels; empty: all of it.
    void preview(const PreviewRequest &request, const QRect &visible);
    /// Another part of the picture is in view: it becomes exact, if it is not.
    void look(const QRect &visible);
    void dropPreview();
    bool previewing() const { return m_preview.running(); }
    /// As seen in the last exact picture; none: not known.
    const std::optional<SynthesisPace> &pace() const { return m_pace; }

    /// Nothing happens while one is written.
    void write(const SynthesisSpec &spec, const std::filesystem::path &folder);
    void cancelWriting();
    bool writing() const { return m_write.running(); }
    bool stopping() const { return m_stopping && writing(); }
    JobRunnerBase *writer() { return &m_write; }

    /// \param wanted for photos: smaller ones are left out.
    void chooseImages(const std::filesystem::path &folder, ExemplarBase base, std::optional<cv::Size> wanted);
    void askOutlook(const std::filesystem::path &folder, const SynthesisSpec &spec);
    /// No job of any kind runs.
    bool idle() const;

signals:
    void previewed(const patina::Previewed &previewed);
    void previewFailed(const patina::Error &error);
    void paceKnown();
    void writingChanged(bool writing);
    void writeProgressed(const patina::JobProgress &progress);
    void noticed(const QString &sentence);
    /// A cancelled one ends with ErrorCode::Cancelled.
    void written(const patina::Answer<patina::SynthesisSummary> &summary);
    void imagesChosen(const patina::Answer<patina::ChosenImages> &images);
    void outlookKnown(const patina::Answer<patina::DatasetOutlook> &outlook);

private:
    enum class Phase { None, Coarse, Exact };

    void startCoarse();
    void startExact(const QRect &area);
    void take(Result<PreviewPicture> picture);
    void goOn();
    void measure();
    int reduction() const;

    // Pools before the runners that use them: destroyed after them.
    QThreadPool m_previewPool;
    QThreadPool m_writePool;
    QThreadPool m_filePool;
    JobRunner<PreviewPicture> m_preview;
    JobRunner<SynthesisPace> m_measure;
    JobRunner<SynthesisSummary> m_write;
    JobRunner<ChosenImages> m_choose;
    JobRunner<DatasetOutlook> m_outlook;
    int m_threads = 0;
    Phase m_phase = Phase::None;
    QElapsedTimer m_phaseClock;
    QElapsedTimer m_asked;
    PreviewRequest m_request;
    bool m_newer = false;   ///< m_request is not the one that is being made
    bool m_telling = false; ///< of a picture: another part of it comes into view
    QRect m_visible;
    PreviewPicture m_shown;
    double m_coarsePxPerMs;    ///< of the last pictures
    double m_preparedMs = 0.0; ///< of the last one
    std::optional<SynthesisPace> m_pace;
    bool m_stopping = false;
};

} // namespace patina
