#include "ui/panels/job_row.h"

#include "ui/jobs/job_list.h"
#include "ui/look.h"
#include "ui/text/text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QProgressBar>

#include <algorithm>

namespace patina {

namespace {

constexpr int kSteps = 1000; // counts may be larger than an int

} // namespace

QString jobText(const QModelIndex &job)
{
    const qint64 total = job.data(JobList::TotalRole).toLongLong();
    const QString title = job.data().toString();
    if (total <= 0)
        return title;
    const QLocale locale;
    return QCoreApplication::translate("patina::JobBar", "%1: %2 of %3")
        .arg(title, locale.toString(job.data(JobList::DoneRole).toLongLong()), locale.toString(total));
}

QString jobRemaining(const QModelIndex &job)
{
    const QVariant ms = job.data(JobList::RemainingMsRole);
    return ms.isValid() ? Text::remaining(ms.toLongLong()) : QString();
}

void styleProgress(QProgressBar *bar)
{
    bar->setFixedWidth(20 * kGrid);
    bar->setTextVisible(false);
    bar->setMaximumHeight(12);
}

void showProgress(QProgressBar *bar, const QModelIndex &job)
{
    const qint64 total = job.data(JobList::TotalRole).toLongLong();
    const qint64 done = std::clamp<qint64>(job.data(JobList::DoneRole).toLongLong(), 0, std::max<qint64>(total, 0));
    bar->setRange(0, total > 0 ? kSteps : 0); // 0..0 = busy
    bar->setValue(total > 0 ? static_cast<int>(static_cast<double>(done) / static_cast<double>(total) * kSteps) : 0);
}

} // namespace patina
