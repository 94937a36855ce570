#pragma once

#include <QString>

class QModelIndex;
class QProgressBar;

namespace patina {

// How a row of JobList is shown, in the status bar and in the list of all jobs.

/// "Scoring: 3 of 120"; without numbers where there are none.
QString jobText(const QModelIndex &job);
/// "about 3 min left"; empty where that cannot be told.
QString jobRemaining(const QModelIndex &job);
void styleProgress(QProgressBar *bar);
/// A bar that runs to and fro where the end is not known.
void showProgress(QProgressBar *bar, const QModelIndex &job);

} // namespace patina
