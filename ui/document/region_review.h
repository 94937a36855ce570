#pragma once

#include "core/base/result.h"
#include "core/labels/run_mask.h"
#include "core/project/change.h"
#include "core/regions/region.h"

#include <QObject>
#include <QString>

#include <string>
#include <vector>

namespace patina {

class ProjectDocument;

/// What a model flags on an image.
struct FlaggedRegion
{
    Region region; ///< in pixels of the score map, with its outline
    RunMask mask;  ///< in pixels of the image
};

/// Where regions come from; their labels tell it.
struct RegionsFrom
{
    std::string image; ///< id in the project
    std::string modelHash;
    double threshold = 0.0;
    cv::Size mapSize;
};

/// The regions of the image that is shown, the highest peak first, and what the project says of them. A decision makes
/// a label of the region's pixels, or changes the one that is there.
class RegionReview : public QObject
{
    Q_OBJECT
public:
    struct Item
    {
        FlaggedRegion flagged;
        std::string className; ///< what the present reader calls it; "good": a false alarm; empty: not decided
        std::string truth;     ///< class of the imported mask that it lies on; empty: none
    };

    /// \param project not owned, outlives the review.
    explicit RegionReview(ProjectDocument *project, QObject *parent = nullptr);

    void show(RegionsFrom from, std::vector<FlaggedRegion> regions);
    void clear();

    const RegionsFrom &from() const { return m_from; }
    const std::vector<Item> &items() const { return m_items; }
    int decided() const;
    /// The first one without a decision behind `row`, from the top again at the end. \returns -1: all are decided.
    int nextUndecided(int row) const;

    /// One change for all rows. \param className a class of the project, or "good". Errors: those of
    /// ProjectDocument::change, BadArgument (no row).
    Result<void> decide(const std::vector<int> &rows, const std::string &className);
    /// The same with the class "harmless" or "ambiguous", which is made where the project does not have it.
    Result<void> decideHarmless(const std::vector<int> &rows);
    Result<void> decideAmbiguous(const std::vector<int> &rows);
    /// Takes the decisions on some regions back.
    Result<void> withdraw(const std::vector<int> &rows);

signals:
    void regionsChanged();   ///< other ones are shown
    void decisionsChanged(); ///< of those that are shown

private:
    Result<void> decideAs(const std::vector<int> &rows, const std::string &className, ClassKind kind);
    Result<void> replace(const std::vector<int> &rows, Change change, const std::string &className);
    RunMask leftOf(const Label &label, const std::vector<int> &rows) const;
    void readLabels();

    ProjectDocument *m_project = nullptr;
    RegionsFrom m_from;
    std::vector<Item> m_items;
};

} // namespace patina
