#pragma once

#include "ui/studies/study_engine.h"

#include <QCoreApplication>
#include <QString>

namespace patina {

/// What studies, their arms and figures are called, in the language and number format of the application. Core has them
/// in English, in its reports.
class StudyWords
{
    Q_DECLARE_TR_FUNCTIONS(StudyWords)
public:
    /// "Sizes of the bank"
    static QString kind(StudyKind kind);
    /// One sentence.
    static QString question(StudyKind kind);
    /// Which data set the study needs. \param index below foldersOf().
    static QString folder(StudyKind kind, std::size_t index);
    /// Arm `index` of the outcome.
    static QString arm(const StudyOutcome &outcome, std::size_t index);
    /// "2  train clean, test stained" where charts go by numbers: of a study whose arms have no places on a line.
    static QString numberedArm(const StudyOutcome &outcome, std::size_t index);
    /// At which threshold recall and the like are told; empty: the table has none of these.
    static QString threshold(const StudyTable &table);
    /// Whether some means have none. \param figure into the table; -1: any.
    static bool lacksIntervals(const StudyTable &table, int figure);
    /// Which arms could not fill their bank, in one sentence; empty: all did.
    static QString unfilled(const StudyOutcome &outcome);
    /// "A less B"
    static QString difference(const StudyOutcome &outcome, const StudyDifference &difference);
    /// A line of the chart by its name in the plan.
    static QString line(const std::string &name);
    /// Of the chart's horizontal axis.
    static QString places(StudyKind kind);
    /// "Recall of scratch" of "recall.scratch"; the name itself where it is not known.
    static QString figure(const std::string &name);
    /// What a figure says, in one sentence; empty where its name says it.
    static QString explanation(const std::string &name);
    /// "0.912 (0.880 to 0.941)"; a dash where there is none.
    static QString value(const StudyCell &cell);
    /// The same with its sign.
    static QString change(const StudyCell &cell);

private:
    static QString armOf(const StudyOutcome &outcome, const StudyArm &arm);
    static QString strategy(const std::string &name);
};

} // namespace patina
