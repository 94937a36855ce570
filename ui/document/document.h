#pragma once

#include "core/dataset/dataset.h"
#include "core/pipeline/inspector.h"
#include "ui/document/region_list.h"
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
/// Of all images; thousands on a network take a while.
std::vector<ImageRevision> filesOf(const Dataset &dataset);

/// From what a result was computed. A result whose stamp does not fit the document is stale and is not taken.
struct ResultStamp
{
    std::string modelHash;
    std::filesystem::path image;
    ImageRevision revision;
    std::string imageSha256{}; ///< of the file's bytes; empty: not known
    bool operator==(const ResultStamp &) const = default;
};

/// A result that was kept, without the patch distances it was made from.
struct KeptScore
{
    ResultStamp stamp;
    double score = 0.0;
    std::optional<Verdict> verdict;
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
    std::shared_ptr<const RegionList> regions{}; ///< at the review threshold; null: not known
    bool outdated =
        false; ///< found when maps counted in another way: it gives no verdict, and waits to be scored again
};

/// What the window has open: images, model and results. Results enter by putScore(), putKept() and putFailure() only.
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
    /// Its file when the images were opened; of a missing one `bytes` is -1.
    const ImageRevision &file(int row) const { return m_files.at(static_cast<std::size_t>(row)); }
    const ImageResult &result(int row) const { return m_results.at(static_cast<std::size_t>(row)); }
    /// \returns -1 where there is no such image.
    int rowOf(const std::filesystem::path &image) const;
    /// By id, file name or path. \returns -1 where there is no such image.
    int rowOfName(const QString &name) const;

    bool hasModel() const { return m_model.has_value(); }
    const ModelInfo &model() const { return *m_model; }
    QString modelPath() const { return m_modelPath; }
    const ScoreRange &range() const { return m_range; }

    /// \param files of the images, as filesOf() gives them; empty: looked up here.
    void setDataset(Dataset dataset, std::vector<ImageRevision> files = {});
    /// The hash of the model whose results are shown, be it open or not; empty: none.
    const std::string &resultsOf() const { return m_resultsOf; }
    /// While no model is open: results that were kept of this one are shown. Others are forgotten.
    void showResultsOf(const std::string &modelHash, const ScoreRange &range);
    /// Results of another model are forgotten; those of the same model (by its hash) stay.
    void setModel(ModelInfo model, const QString &path, const ScoreRange &range);

    /// Other thresholds of the same model: verdicts follow.
    void setRange(const ScoreRange &range);

    /// \returns false for a stale result: another model or folder is open by now.
    bool putScore(const ResultStamp &stamp, Inspection inspection, std::shared_ptr<const RegionList> regions = nullptr);
    bool putFailure(const ResultStamp &stamp, const Error &error);
    /// Results that were kept, for images that have none; stale ones are left out. \returns how many were taken.
    int putKept(const std::vector<KeptScore> &scores);
    /// Patch distances that were kept, of a result that is there. \returns false where it is another by now.
    bool putInspection(const ResultStamp &stamp, Inspection inspection);
    /// The regions of a result that is there, at the review threshold. \returns false where it is another by now.
    bool putRegions(const ResultStamp &stamp, std::shared_ptr<const RegionList> regions);
    /// Results that are there were found when maps counted in another way: they give no verdicts until there are new
    /// ones.
    void outdate(const std::vector<int> &rows);
    /// The image has no score any more: what it was found with has changed.
    void forgetResult(int row);
    /// An image was read again: a result of other contents is forgotten.
    void checkRevision(int row, const ImageRevision &revision);

    /// Is the image flagged, and are its regions not those of the review threshold? Then they have to be listed (anew).
    bool wantsRegions(int row) const;
    /// Is the image flagged, and are not all of its regions known? A list of a lower threshold has them all.
    bool hasUnlistedRegions(int row) const;
    /// Patch distances of a scored image; null where there are none or they were dropped.
    std::shared_ptr<const Inspection> inspection(int row);
    /// The same, without counting as used.
    std::shared_ptr<const Inspection> heldInspection(int row) const;

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
    void regionsListed(int row);  ///< the result is the same
    void inspectionKept(int row); ///< the result is the same, its patch distances are there again
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
    QHash<QString, int> m_rows; ///< by path
    QHash<QString, int> m_ids;
    std::vector<ImageRevision> m_files;
    std::vector<ImageResult> m_results;
    std::optional<ModelInfo> m_model;
    QString m_modelPath;
    std::string m_resultsOf;
    ScoreRange m_range;
    std::list<Kept> m_kept; ///< most recently used first
    std::size_t m_keptBytes = 0;
    std::size_t m_budget;
};

} // namespace patina
