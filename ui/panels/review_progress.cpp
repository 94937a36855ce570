#include "ui/panels/review_progress.h"

#include "ui/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>

namespace patina {

ReviewProgress::ReviewProgress(QWidget *parent)
    : QWidget(parent), m_bar(new QProgressBar(this)), m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("reviewProgress"));
    m_text->setObjectName(QStringLiteral("reviewProgressText"));
    m_bar->setObjectName(QStringLiteral("reviewProgressBar"));
    m_bar->setFixedWidth(12 * kGrid);
    m_bar->setMaximumHeight(12);
    m_bar->setTextVisible(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid, 0, kGrid, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_bar);
    row->addWidget(m_text);
    retranslateUi();
    show({});
}

void ReviewProgress::show(const ReviewQueue::Progress &progress)
{
    m_state = progress;
    m_bar->setRange(0, std::max(1, progress.total));
    m_bar->setValue(progress.decided);
    const QLocale locale;
    QString text = tr("%1 of %2 regions").arg(locale.toString(progress.decided), locale.toString(progress.total));
    if (progress.skipped > 0)
        text = tr("%1, %2 skipped").arg(text, locale.toString(progress.skipped));
    m_text->setText(text);
    setVisible(progress.total > 0 && !m_covered);
}

void ReviewProgress::setCovered(bool covered)
{
    m_covered = covered;
    show(m_state);
}

void ReviewProgress::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void ReviewProgress::retranslateUi()
{
    setToolTip(tr("Regions of all scored images that have been decided"));
    m_bar->setAccessibleName(tr("Regions that have been decided"));
    show(m_state);
}

} // namespace patina
