#include "ui/classes/class_controller.h"

#include "ui/actions.h"
#include "ui/classes/class_dialog.h"
#include "ui/classes/class_edits.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/panels/region_panel.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>

namespace patina {

ClassController::ClassController(const WindowParts &parts)
    : QObject(parts.window), m_parts(parts), m_classes(new QAction(this)), m_newClass(new QAction(this))
{
    m_classes->setObjectName(QStringLiteral("classes"));
    m_classes->setIcon(themedIcon(QStringLiteral("tag")));
    m_newClass->setObjectName(QStringLiteral("newClass"));
    m_newClass->setIcon(themedIcon(QStringLiteral("add")));
    m_newClass->setShortcut(QKeySequence(Qt::Key_C));
    parts.actions->reviewMenu()->addSeparator();
    parts.actions->reviewMenu()->addActions({m_newClass, m_classes});
    connect(m_classes, &QAction::triggered, this, &ClassController::editClasses);
    connect(m_newClass, &QAction::triggered, this, &ClassController::decideNewClass);
    connect(&parts.session->project(), &ProjectDocument::projectChanged, this, &ClassController::showState);
    connect(parts.window->findChild<RegionPanel *>(), &RegionPanel::marksChanged, this, &ClassController::showState);
    connect(parts.window, &MainWindow::retranslated, this, &ClassController::retranslate);
    retranslate();
    showState();
}

void ClassController::editClasses()
{
    ClassDialog dialog(&m_parts.session->project(), m_parts.window);
    dialog.exec();
}

/// One step for the class, one for what it is given to.
void ClassController::decideNewClass()
{
    bool accepted = false;
    const QString name =
        QInputDialog::getText(m_parts.window, tr("New class"), tr("Name of the defect that the selected regions are"),
                              QLineEdit::Normal, {}, &accepted)
            .trimmed();
    if (!accepted)
        return;
    ProjectDocument &project = m_parts.session->project();
    auto done = addClass(project.contents(), name.toStdString(), ClassKind::Defect).and_then([&](Change &&change) {
        return project.change(std::move(change));
    });
    if (!done) {
        m_parts.strip->show({Message::Kind::Error, tr("The class was not made. %1").arg(Text::error(done.error()))});
        return;
    }
    m_parts.window->findChild<RegionPanel *>()->decideAs(name.toStdString());
}

void ClassController::showState()
{
    m_classes->setEnabled(m_parts.session->project().isOpen());
    m_newClass->setEnabled(m_parts.window->findChild<RegionPanel *>()->canDecide());
}

void ClassController::retranslate()
{
    m_classes->setText(tr("&Classes..."));
    m_classes->setToolTip(tr("Names, kinds and keys of the classes"));
    m_newClass->setText(tr("New c&lass..."));
    m_newClass->setToolTip(tr("Make a class for the selected regions (%1)").arg(m_newClass->shortcut().toString()));
}

} // namespace patina
