#include "ui/panels/bank_panel.h"

#include "ui/look.h"
#include "ui/panels/bank_origin_view.h"
#include "ui/panels/bank_suspects_view.h"
#include "ui/panels/bank_versions_view.h"
#include "ui/session.h"

#include <QEvent>
#include <QLabel>
#include <QShowEvent>
#include <QTabWidget>
#include <QVBoxLayout>

namespace patina {

BankPanel::BankPanel(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_note(new QLabel(this)), m_tabs(new QTabWidget(this)),
      m_origin(new BankOriginView(session, m_tabs)), m_suspects(new BankSuspectsView(session, m_tabs)),
      m_versions(new BankVersionsView(session, m_tabs))
{
    m_note->setObjectName(QStringLiteral("bankNote"));
    m_note->setWordWrap(true);
    m_tabs->setObjectName(QStringLiteral("bankTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_origin, QString());
    m_tabs->addTab(m_suspects, QString());
    m_tabs->addTab(m_versions, QString());
    setFocusProxy(m_tabs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_note);
    column->addWidget(m_tabs, 1);
    connect(m_origin, &BankOriginView::imageChosen, this,
            [this](const QString &dataset, const QString &image) { emit placeChosen(dataset, image, cv::Rect()); });
    connect(m_suspects, &BankSuspectsView::placeChosen, this, &BankPanel::placeChosen);
    connect(m_suspects, &BankSuspectsView::listWanted, this, &BankPanel::listWanted);
    connect(m_versions, &BankVersionsView::versionChosen, this, &BankPanel::versionChosen);
    connect(&session->document(), &Document::modelChanged, this, &BankPanel::refresh);
    connect(&session->project(), &ProjectDocument::projectChanged, this, &BankPanel::refresh);
    connect(&session->project(), &ProjectDocument::modelsChanged, this, &BankPanel::refresh);
    connect(&session->project(), &ProjectDocument::modelChosen, this, &BankPanel::refresh);
    connect(&session->document(), &Document::rangeChanged, this, &BankPanel::recount);
    connect(session, &Session::becameIdle, this, &BankPanel::recount);
    connect(m_tabs, &QTabWidget::currentChanged, this, &BankPanel::refresh);
    retranslateUi();
}

/// Some eight lines of a table, or as many of a comparison.
QSize BankPanel::sizeHint() const
{
    return {120 * kGrid, 40 * kGrid};
}

void BankPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        refresh();
}

/// Only what somebody looks at.
void BankPanel::refresh()
{
    if (!isVisible())
        return;
    const QWidget *page = m_tabs->currentWidget();
    if (page == m_origin)
        m_origin->showModel();
    else if (page == m_suspects)
        m_suspects->showModel();
    else
        m_versions->refresh();
}

void BankPanel::recount()
{
    if (m_versions->isVisible())
        m_versions->recount();
}

void BankPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void BankPanel::retranslateUi()
{
    m_note->setText(tr("Decisions change labels, regions and figures, not the model: its bank is as it was trained. "
                       "Training another version changes it."));
    m_tabs->setAccessibleName(tr("Bank"));
    m_tabs->setTabText(0, tr("Rows by origin"));
    m_tabs->setTabText(1, tr("Suspect regions"));
    m_tabs->setTabText(2, tr("Versions"));
}

} // namespace patina
