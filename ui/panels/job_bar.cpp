#include "ui/panels/job_bar.h"

#include "ui/look.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace patina {

JobBar::JobBar(QWidget *parent)
    : QWidget(parent), m_text(new QLabel(this)), m_progress(new QProgressBar(this)), m_remaining(new QLabel(this)),
      m_cancel(new QToolButton(this))
{
    setObjectName(QStringLiteral("jobBar"));
    m_text->setObjectName(QStringLiteral("jobText"));
    m_progress->setObjectName(QStringLiteral("jobProgress"));
    m_progress->setFixedWidth(160);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(12);
    m_remaining->setObjectName(QStringLiteral("jobRemaining"));
    m_cancel->setObjectName(QStringLiteral("jobCancel"));
    m_cancel->setAutoRaise(true);
    m_cancel->setIcon(themedIcon(QStringLiteral("stop")));
    m_cancel->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cancel->setFocusPolicy(Qt::TabFocus);
    connect(m_cancel, &QToolButton::clicked, this, &JobBar::cancelRequested);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    for (QWidget *part : {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_progress),
                          static_cast<QWidget *>(m_remaining), static_cast<QWidget *>(m_cancel)})
        row->addWidget(part);
    retranslateUi();
    hide();
}

void JobBar::show(const std::optional<Activity> &activity)
{
    setVisible(activity.has_value());
    if (!activity)
        return;
    const QLocale locale;
    m_text->setText(
        activity->total > 0
            ? tr("%1: %2 of %3").arg(activity->text, locale.toString(activity->done), locale.toString(activity->total))
            : activity->text);
    m_progress->setRange(0, static_cast<int>(activity->total)); // 0..0 = busy
    m_progress->setValue(static_cast<int>(activity->done));
    m_remaining->setText(activity->remainingMs ? Text::remaining(*activity->remainingMs) : QString());
    m_remaining->setVisible(activity->remainingMs.has_value());
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
    m_cancel->setToolTip(tr("Stop what runs (Shift+Esc); scores that are there stay"));
    m_cancel->setAccessibleName(tr("Cancel what runs"));
    m_progress->setAccessibleName(tr("Progress"));
}

} // namespace patina
