#include "ui/panels/job_popup.h"

#include "ui/jobs/job_list.h"
#include "ui/look.h"
#include "ui/panels/job_row.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace patina {

JobPopup::JobPopup(JobList *jobs, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_jobs(jobs), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("jobPopup"));
    setFrameShape(QFrame::StyledPanel);
    m_column->setContentsMargins(2 * kGrid, kGrid, kGrid, kGrid);
    m_column->setSpacing(kGrid);
    connect(m_jobs, &JobList::countChanged, this, &JobPopup::rebuild);
    connect(m_jobs, &QAbstractItemModel::dataChanged, this, &JobPopup::refresh);
}

void JobPopup::openAbove(const QWidget *widget)
{
    m_over = widget;
    setAccessibleName(tr("Jobs"));
    rebuild();
    show();
    if (!m_lines.empty())
        m_lines.front().cancel->setFocus(Qt::PopupFocusReason);
}

JobPopup::Line JobPopup::makeLine()
{
    Line line;
    line.box = new QWidget(this);
    line.text = new QLabel(line.box);
    line.detail = new QLabel(line.box);
    line.progress = new QProgressBar(line.box);
    styleProgress(line.progress);
    line.cancel = new QToolButton(line.box);
    line.cancel->setAutoRaise(true);
    line.cancel->setIcon(themedIcon(QStringLiteral("stop")));
    line.cancel->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    line.cancel->setFocusPolicy(Qt::StrongFocus);
    QPalette muted = line.detail->palette();
    muted.setColor(QPalette::WindowText, mutedText(palette()));
    line.detail->setPalette(muted);
    auto *grid = new QGridLayout(line.box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    grid->addWidget(line.text, 0, 0);
    grid->addWidget(line.detail, 1, 0);
    grid->addWidget(line.progress, 0, 1, 2, 1, Qt::AlignVCenter);
    grid->addWidget(line.cancel, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
    grid->setColumnMinimumWidth(0, 28 * kGrid);
    m_column->addWidget(line.box);
    return line;
}

void JobPopup::rebuild()
{
    for (const Line &line : m_lines) { // not at once: one of them may be the sender
        m_column->removeWidget(line.box);
        line.box->hide();
        line.box->deleteLater();
    }
    m_lines.clear();
    if (m_jobs->isEmpty()) {
        hide();
        return;
    }
    if (m_over == nullptr)
        return;
    for (int row = 0; row < m_jobs->rowCount(); ++row) {
        const Line line = makeLine();
        line.box->show();
        connect(line.cancel, &QToolButton::clicked, m_jobs,
                [jobs = m_jobs, id = m_jobs->index(row).data(JobList::IdRole).toInt()] { jobs->cancel(id); });
        m_lines.push_back(line);
    }
    refresh();
    adjustSize();
    move(m_over->mapToGlobal(QPoint(m_over->width() - width(), -height() - kGrid)));
}

void JobPopup::refresh()
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines[i];
        const QModelIndex job = m_jobs->index(static_cast<int>(i));
        line.text->setText(jobText(job));
        QStringList details{job.data(JobList::StageRole).toString(), jobRemaining(job)};
        details.removeAll(QString());
        line.detail->setText(details.join(QStringLiteral(", ")));
        line.detail->setVisible(!details.isEmpty());
        showProgress(line.progress, job);
        line.progress->setAccessibleName(tr("Progress of: %1").arg(job.data().toString()));
        line.cancel->setText(tr("Cancel"));
        line.cancel->setAccessibleName(tr("Cancel: %1").arg(job.data().toString()));
        line.cancel->setEnabled(job.data(JobList::CanCancelRole).toBool());
        line.cancel->setObjectName(QStringLiteral("cancelJob%1").arg(i));
    }
}

void JobPopup::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

} // namespace patina
