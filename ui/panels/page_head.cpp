#include "ui/panels/page_head.h"

#include "ui/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace patina {

PageHead::PageHead(const QString &leaveName, QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout(this)), m_title(new QLabel(this)), m_leave(new QPushButton(this))
{
    QFont font = m_title->font();
    font.setBold(true);
    font.setPointSizeF(1.2 * font.pointSizeF());
    m_title->setFont(font);
    m_leave->setObjectName(leaveName);
    m_leave->setAutoDefault(false);
    m_row->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    m_row->setSpacing(kGrid);
    m_row->addWidget(m_title);
    m_row->addStretch(1);
    m_row->addWidget(m_leave);
    connect(m_leave, &QPushButton::clicked, this, &PageHead::leaveWanted);
    retranslateUi();
}

void PageHead::addCommand(QWidget *command)
{
    m_row->insertWidget(++m_commands, command);
}

void PageHead::setTitle(const QString &title)
{
    m_title->setText(title);
}

QWidget *PageHead::rule(QWidget *parent)
{
    auto *made = new QWidget(parent);
    made->setBackgroundRole(QPalette::Midlight);
    made->setAutoFillBackground(true);
    made->setFixedHeight(1);
    return made;
}

void PageHead::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void PageHead::retranslateUi()
{
    m_leave->setText(tr("Back"));
    m_leave->setToolTip(tr("Back to the images (Esc); what is set here is kept"));
}

} // namespace patina
