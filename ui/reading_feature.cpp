#include "ui/reading_feature.h"

#include "core/project/agreement.h"
#include "ui/actions.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/agreement_dialog.h"
#include "ui/panels/message_strip.h"
#include "ui/panels/reading_bar.h"
#include "ui/panels/reading_dialog.h"
#include "ui/review_flow.h"
#include "ui/session.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>

namespace patina {

ReadingFeature::ReadingFeature(const WindowParts &parts, ReviewFlow *flow)
    : QObject(parts.window), m_parts(parts), m_flow(flow),
      m_begin(new QAction(themedIcon(QStringLiteral("reader")), QString(), this)), m_end(new QAction(this)),
      m_compare(new QAction(this)), m_bar(new ReadingBar(m_end, parts.strip->parentWidget())),
      m_dialog(new AgreementDialog(&parts.session->project(), parts.window))
{
    m_begin->setObjectName(QStringLiteral("beginReading"));
    m_end->setObjectName(QStringLiteral("endReading"));
    m_compare->setObjectName(QStringLiteral("showAgreement"));
    QMenu *menu = parts.actions->reviewMenu();
    menu->addSeparator();
    menu->addActions({m_begin, m_end, m_compare});
    if (auto *column = qobject_cast<QBoxLayout *>(parts.strip->parentWidget()->layout()))
        column->insertWidget(0, m_bar);
    connect(m_begin, &QAction::triggered, this, &ReadingFeature::begin);
    connect(m_end, &QAction::triggered, this, &ReadingFeature::end);
    connect(m_compare, &QAction::triggered, this, &ReadingFeature::compare);
    connect(m_dialog, &AgreementDialog::regionChosen, flow, &ReviewFlow::showRegion);
    const ProjectDocument *project = &parts.session->project();
    connect(project, &ProjectDocument::projectChanged, this, &ReadingFeature::showState);
    connect(project, &ProjectDocument::readerChanged, this, &ReadingFeature::showState);
    connect(parts.window, &MainWindow::retranslated, this, &ReadingFeature::retranslate);
    retranslate();
    showState();
}

void ReadingFeature::begin()
{
    ProjectDocument &project = m_parts.session->project();
    if (readersOf(project.contents()).empty()) {
        m_parts.strip->show({Message::Kind::Notice, tr("Nobody has decided on a region yet: there is nothing to read "
                                                       "for the second time.")});
        return;
    }
    auto *dialog = new ReadingDialog(&project, m_parts.window);
    connect(dialog, &QDialog::accepted, m_parts.actions->nextRegion, &QAction::trigger);
    dialog->open();
}

void ReadingFeature::end()
{
    ProjectDocument &project = m_parts.session->project();
    const QString first = project.firstReader();
    const QString second = project.reader();
    project.endReading();
    m_dialog->showReaders(first, second);
}

void ReadingFeature::compare()
{
    m_dialog->showReaders(m_parts.session->project().reader(), QString());
}

void ReadingFeature::showState()
{
    const ProjectDocument &project = m_parts.session->project();
    m_begin->setEnabled(project.canWrite() && !project.isBlind());
    m_end->setEnabled(project.isBlind());
    m_compare->setEnabled(project.isOpen() && !project.isBlind());
    m_bar->setReader(project.isBlind() ? project.reader() : QString());
}

void ReadingFeature::retranslate()
{
    m_begin->setText(tr("Secon&d reading..."));
    m_begin->setToolTip(tr("Somebody else decides on the same regions, without seeing what was decided"));
    m_end->setText(tr("End the re&ading"));
    m_end->setToolTip(tr("Ends the second reading and shows how far the readers agree"));
    m_compare->setText(tr("Agreemen&t of readers..."));
    m_compare->setToolTip(tr("Compares what two readers have decided"));
}

} // namespace patina
