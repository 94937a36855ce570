#include "ui/panels/job_bar.h"

#include "ui/jobs/job_list.h"
#include "ui/look.h"
#include "ui/panels/job_popup.h"
#include "ui/panels/job_row.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace patina {

JobBar::JobBar(JobList *jobs, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_text(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_remaining(new QLabel(this)), m_cancel(new QToolButton(this)), m_more(new QToolButton(this)),
      m_popup(new JobPopup(jobs, this))
{
    setObjectName(QStringLiteral("jobBar"));
    m_text->setObjectName(QStringLiteral("jobText"));
    m_text->setMinimumWidth(8 * kGrid); // a long name widens no window
    m_remaining->setMinimumWidth(4 * kGrid);
    m_progress->setObjectName(QStringLiteral("jobProgress"));
    styleProgress(m_progress);
    m_remaining->setObjectName(QStringLiteral("jobRemaining"));
    m_cancel->setObjectName(QStringLiteral("jobCancel"));
    m_cancel->setAutoRaise(true);
    m_cancel->setIcon(themedIcon(QStringLiteral("stop")));
    m_cancel->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cancel->setFocusPolicy(Qt::TabFocus);
    m_more->setObjectName(QStringLiteral("jobMore"));
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setIcon(themedIcon(QStringLiteral("jobs")));
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_cancel, &QToolButton::clicked, this,
            [this] { m_jobs->cancel(m_jobs->index(0).data(JobList::IdRole).toInt()); });
    connect(m_more, &QToolButton::clicked, this, &JobBar::showAll);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    for (QWidget *part : QList<QWidget *>{m_text, m_progress, m_remaining, m_cancel, m_more})
        row->addWidget(part);
    connect(m_jobs, &JobList::countChanged, this, &JobBar::refresh);
    connect(m_jobs, &QAbstractItemModel::dataChanged, this, &JobBar::refresh);
    retranslateUi();
}

void JobBar::showAll()
{
    m_popup->openAbove(this);
}

void JobBar::refresh()
{
    setVisible(!m_jobs->isEmpty());
    if (m_jobs->isEmpty())
        return;
    const QModelIndex first = m_jobs->index(0);
    m_text->setText(jobText(first));
    showProgress(m_progress, first);
    const QString remaining = jobRemaining(first);
    m_remaining->setText(remaining);
    m_remaining->setVisible(!remaining.isEmpty());
    m_cancel->setVisible(first.data(JobList::CanCancelRole).toBool());
    m_more->setVisible(m_jobs->rowCount() > 1);
    m_more->setText(tr("%n jobs", nullptr, m_jobs->rowCount()));
}

void JobBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void JobBar::retranslateUi()
{
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop this job; what it has done stays"));
    m_cancel->setAccessibleName(tr("Cancel what runs"));
    m_more->setAccessibleName(tr("All jobs"));
    m_more->setToolTip(tr("Everything that runs"));
    m_progress->setAccessibleName(tr("Progress"));
    refresh();
}

} // namespace patina
