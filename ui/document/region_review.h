#pragma once

#include "core/base/result.h"
#include "core/project/change.h"
#include "ui/document/label_edits.h"
#include "ui/document/region_items.h"

#include <QObject>
#include <QString>

#include <string>
#include <vector>

namespace patina {

class ProjectDocument;

/// The regions of the image that is shown, the highest peak first, and what the project says of them. A decision makes
/// a label of the region's pixels, or changes the one that is there. What is painted is a region, too.
class RegionReview : public QObject
{
    Q_OBJECT
public:
    using Item = RegionItem;

    /// \param project not owned, outlives the review.
    explicit RegionReview(ProjectDocument *project, QObject *parent = nullptr);

    void show(RegionsFrom from, std::vector<FlaggedRegion> regions);
    /// An image without a map: what was said of it.
    void showImage(const std::string &image, cv::Size size);
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
    /// Takes the decisions on some regions back; painted ones go.
    Result<void> withdraw(const std::vector<int> &rows);

    /// Makes one region of several, which is one defect from then on. They are undecided, or of one class.
    /// Errors: those of ProjectDocument::change; BadArgument (fewer than two; of several classes, with their names).
    Result<void> merge(const std::vector<int> &rows);
    /// Makes of a region the parts that it falls into at a higher threshold. Errors: those of ProjectDocument::change;
    /// BadArgument (it does not fall into parts).
    Result<void> split(int row);
    /// Gives the pixels of a stroke to a class, whatever they were called before. Errors: those of
    /// ProjectDocument::change, BadArgument (no image is shown, no pixel).
    Result<void> paint(const RunMask &mask, const NamedClass &as);
    /// Takes pixels out of what was decided and painted.
    Result<void> erase(const RunMask &mask);

signals:
    void regionsChanged();   ///< other ones are shown
    void decisionsChanged(); ///< of those that are shown
    void made(int row);      ///< by painting, joining or cutting

private:
    Result<void> decideAs(const std::vector<int> &rows, const NamedClass &as);
    Result<void> replace(const std::vector<int> &rows, Change change, const std::string &className);
    RunMask leftOf(const Label &label, const std::vector<int> &rows) const;
    void cutHidden(Change &change, const std::vector<int> &rows) const;
    Label labelFor(const RunMask &mask, const std::string &className, LabelSource source) const;
    const Item &item(int row) const { return m_items.at(static_cast<std::size_t>(row)); }
    const Label *labelOf(const Item &item) const;
    Result<void> make(Change change, const RunMask &mask);
    void tellMade(const RunMask &mask);
    void regroup(const RunMask &taken, const std::vector<RunMask> &pieces);
    std::vector<Item> itemsNow() const;
    void readLabels();

    ProjectDocument *m_project = nullptr;
    RegionsFrom m_from;
    std::vector<FlaggedRegion> m_flagged; ///< as the map has them, or cut and joined since
    std::vector<Item> m_items;
};

} // namespace patina
