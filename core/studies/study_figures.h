#pragma once

#include "core/studies/study_result.h"

#include <map>
#include <string>
#include <vector>

namespace patina {

/// What all runs of a study are counted by: the same groups, halves and classes for each.
struct StudyFrame
{
    std::map<std::string, int> groups;   ///< group to its number
    std::vector<int> half;               ///< of each group, 0 or 1: a threshold comes from one, is quoted on the other
    std::vector<std::string> defects;    ///< classes that count as defects, sorted
    std::vector<std::string> impurities; ///< classes of harmless impurities, sorted

    /// Groups are dealt to the halves in turn, those with defects and those without apart, so that both halves have of
    /// both where there are two of each.
    static StudyFrame of(const std::vector<const StudyRunResult *> &results);
    int groupCount() const { return static_cast<int>(half.size()); }
};

/// The share of good images that the thresholds of a study let be flagged.
inline constexpr double studyOverkill = 0.05;

/// Counts of one run, with images weighted by their groups, as a bootstrap draws them. Sorted once; each draw is
/// linear.
class RunFigures
{
public:
    RunFigures(const StudyRunResult &result, const StudyFrame &frame);

    /// "image.auroc"; "recall.<class>" and "recall.all" of defects (by any pixel), "overkill" and "flagged.<class>" of
    /// impurities, at the lowest threshold at which at most studyOverkill of the good images of the other half are
    /// flagged: two-fold, so that none is quoted on what it was chosen on. At equal overkill recall says which detector
    /// is the better one, whatever its scale.
    static std::vector<std::string> names(const StudyFrame &frame);
    /// In the order of names(); NaN where a figure has no meaning. \param weights of the groups, 0 or more.
    std::vector<double> on(const std::vector<double> &weights) const;

private:
    struct Item
    {
        double peak;
        int group;
        int list; ///< anomalous images, good ones, each defect class, each impurity class
    };
    double auroc(const std::vector<double> &weights) const;
    double thresholdFrom(int half, const std::vector<double> &weights) const;

    const StudyFrame *m_frame;
    std::vector<Item> m_images;  ///< by falling peak; list 0 anomalous, 1 good
    std::vector<Item> m_regions; ///< list: defect classes, then impurity classes
};

} // namespace patina
