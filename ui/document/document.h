#pragma once

#include "core/dataset/dataset.h"
#include "core/pipeline/inspector.h"
#include "ui/document/score_range.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <filesystem>
#include <list>
#include <memory>
#include <optional>
#include <vector>

namespace patina {

/// State of a file when it was read: enough to notice that it has been replaced.
struct ImageRevision
{
    qint64 bytes = -1;
    qint64 modifiedMs = 0;
    bool operator==(const ImageRevision &) const = default;
};
ImageRevision imageRevisionOf(const std::filesystem::path &path);

/// From what a result was computed. A result whose stamp does not fit the document is stale and is not taken.
struct ResultStamp
{
    std::string modelHash;
    std::filesystem::path image;
    ImageRevision revision;
    bool operator==(const ResultStamp &) const = default;
};

enum class ImageState { NotScored, Scored, Failed };

/// What is known of one image.
struct ImageResult
{
    ImageState state = ImageState::NotScored;
    double score = 0.0;
    std::optional<Verdict> verdict; ///< none from a model without thresholds
    Error error;                    ///< of a failed one
    ResultStamp stamp;
};

/// What the window has open: images, model and results. Results enter by putScore() and putFailure() only.
class Document : public QObject
{
    Q_OBJECT
public:
    /// \param inspectionBudget bytes of patch distances that are kept; the least recently used ones are dropped.
    explicit Document(QObject *parent = nullptr, std::size_t inspectionBudget = std::size_t{1} << 30);

    void setInspectionBudget(std::size_t bytes);

    bool hasImages() const { return !m_dataset.images.empty(); }
    const Dataset &dataset() const { return m_dataset; }
    int imageCount() const { return static_cast<int>(m_dataset.images.size()); }
    const ImageRecord &image(int row) const { return m_dataset.images.at(static_cast<std::size_t>(row)); }
    const ImageResult &result(int row) const { return m_results.at(static_cast<std::size_t>(row)); }
    /// \returns -1 where there is no such image.
    int rowOf(const std::filesystem::path &image) const;
    /// By id, file name or path. \returns -1 where there is no such image.
    int rowOfName(const QString &name) const;

    bool hasModel() const { return m_model.has_value(); }
    const ModelInfo &model() const { return *m_model; }
    QString modelPath() const { return m_modelPath; }
    const ScoreRange &range() const { return m_range; }

    void setDataset(Dataset dataset);
    /// Results of another model are forgotten; those of the same model (by its hash) stay.
    void setModel(ModelInfo model, const QString &path, const ScoreRange &range);

    /// Other thresholds of the same model: verdicts follow.
    void setRange(const ScoreRange &range);

    /// \returns false for a stale result: another model or folder is open by now.
    bool putScore(const ResultStamp &stamp, Inspection inspection);
    bool putFailure(const ResultStamp &stamp, const Error &error);
    /// An image was read again: a result of other contents is forgotten.
    void checkRevision(int row, const ImageRevision &revision);

    /// Patch distances of a scored image; null where there are none or they were dropped.
    std::shared_ptr<const Inspection> inspection(int row);

    struct Counts
    {
        int scored = 0, failed = 0, ok = 0, review = 0, ng = 0;
    };
    Counts counts() const;
    /// What they would be at other thresholds.
    Counts countsAt(const ScoreRange &range) const;

signals:
    void datasetAboutToChange();
    void datasetChanged();
    void modelChanged();
    void rangeChanged(); ///< thresholds, and verdicts with them
    void resultChanged(int row);
    void resultsReset();

private:
    struct Kept
    {
        int row = 0;
        std::shared_ptr<const Inspection> inspection;
    };
    int acceptedRow(const ResultStamp &stamp) const;
    void keep(int row, Inspection inspection);
    void drop(int row);
    void shrink();
    void clearResults();

    Dataset m_dataset;
    QHash<QString, int> m_rows;
    std::vector<ImageResult> m_results;
    std::optional<ModelInfo> m_model;
    QString m_modelPath;
    ScoreRange m_range;
    std::list<Kept> m_kept; ///< most recently used first
    std::size_t m_keptBytes = 0;
    std::size_t m_budget;
};

} // namespace patina
