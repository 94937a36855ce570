#pragma once

#include "core/labels/run_mask.h"
#include "ui/document/document.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace patina {

class ProjectDocument;
class RegionReview;

/// Where a mask begins, row by row: tells regions of an image apart. \param mask not empty.
inline cv::Point firstOf(const RunMask &mask)
{
    return {mask.runs().front().begin, mask.runs().front().row};
}

/// A region of an image.
struct ReviewTarget
{
    int row = -1;    ///< of the image
    cv::Point first; ///< firstOf() its mask; unlistedRegions: those of an image whose regions are not known yet
    bool operator==(const ReviewTarget &) const = default;
};

/// No mask begins here.
inline const cv::Point unlistedRegions{-1, -1};

/// Which regions of all scored images wait for a decision of the present reader, and in which order: the nearest to a
/// threshold first, what was skipped at the end. In a second reading: the regions that the first reader has decided.
/// The image that is shown is known by its masks, the others by what was listed when they were scored or
/// when the project was opened. A flagged image whose regions are not known yet waits as one region.
class ReviewQueue : public QObject
{
    Q_OBJECT
public:
    enum class Order {
        ByRegion, ///< whatever image it is on
        ByImage,  ///< all of an image, then the image with the most uncertain region
    };
    struct Progress
    {
        int decided = 0;
        int total = 0;
        int skipped = 0; ///< of those that are not decided
        bool operator==(const Progress &) const = default;
    };

    /// None is owned; all outlive the queue.
    ReviewQueue(const Document *document, const ProjectDocument *project, const RegionReview *review,
                QObject *parent = nullptr);

    void setOrder(Order order) { m_order = order; }
    Order order() const { return m_order; }
    Progress progress() const;
    /// \param shownRow the image that is shown: among equals its regions come first. \returns none: nothing is left.
    std::optional<ReviewTarget> next(int shownRow) const;
    /// It comes back when nothing else is left; behind what was skipped before.
    void skip(const ReviewTarget &target);
    bool isDecided(const ReviewTarget &target) const;
    /// Everything anew: thresholds have changed.
    void refresh();

signals:
    void changed();

private:
    struct Entry
    {
        cv::Point first;
        double distance = 0.0; ///< of the peak to the nearest threshold; infinite: not known
        bool decided = false;
    };
    void refreshRow(int row);
    void refreshShown();
    void put(int row, std::vector<Entry> entries);
    std::vector<Entry> listedEntries(int row) const;
    std::vector<Entry> entriesOf(const RegionList &regions, int row) const;
    std::vector<Entry> shownEntries() const;
    std::vector<Entry> readingEntries(int row) const;
    double distanceOf(float peak) const;
    const Entry *find(const ReviewTarget &target) const;
    bool isSkipped(int row, const Entry &entry) const;

    const Document *m_document = nullptr;
    const ProjectDocument *m_project = nullptr;
    const RegionReview *m_review = nullptr;
    Order m_order = Order::ByRegion;
    QHash<QString, int> m_rows; ///< by id
    std::vector<std::vector<Entry>> m_entries;
    std::vector<ReviewTarget> m_skipped; ///< in the order of skipping
    int m_decided = 0;
    int m_total = 0;
};

} // namespace patina
