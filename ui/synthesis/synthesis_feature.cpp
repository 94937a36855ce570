#include "ui/synthesis/synthesis_feature.h"

#include "ui/actions.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/session.h"
#include "ui/synthesis/synthesis_page.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace patina {

SynthesisFeature::SynthesisFeature(const WindowParts &parts)
    : QObject(parts.window), m_parts(parts), m_show(new QAction(themedIcon(QStringLiteral("synthesis")), {}, this))
{
    m_show->setObjectName(QStringLiteral("synthesis"));
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    m_show->setCheckable(true);
    parts.actions->modelMenu()->addAction(m_show);
    connect(m_show, &QAction::toggled, this, &SynthesisFeature::toggle);
    connect(parts.window, &MainWindow::retranslated, this, &SynthesisFeature::retranslate);
    connect(parts.window, &MainWindow::storing, this, &SynthesisFeature::aboutToStore);
    connect(parts.window, &MainWindow::layoutReset, this, [this] {
        if (m_show->isChecked())
            hideOthers();
    });
    connect(&parts.session->document(), &Document::datasetChanged, this, [this] {
        if (m_parts.session->document().hasImages())
            m_show->setChecked(false); // whoever opens images wants to see them
    });
    retranslate();
}

/// Made when it is asked for: most sessions do without.
SynthesisPage *SynthesisFeature::page()
{
    if (m_page)
        return m_page;
    QWidget *centre = m_parts.strip->parentWidget();
    m_page = new SynthesisPage(m_parts.session, synthesisFolder(), centre);
    m_page->hide();
    auto *column = qobject_cast<QVBoxLayout *>(centre->layout());
    m_images = column->itemAt(column->indexOf(m_parts.strip) + 1)->widget();
    column->addWidget(m_page, 1);
    m_parts.session->jobs().follow(
        m_page->runner().writer(), [] { return tr("Writing a data set"); },
        [page = m_page] { page->runner().cancelWriting(); });
    connect(m_page, &SynthesisPage::messaged, m_parts.strip, &MessageStrip::show);
    connect(m_page, &SynthesisPage::leaveWanted, m_show, [this] { m_show->setChecked(false); });
    connect(m_page, &SynthesisPage::projectWanted, this, &SynthesisFeature::openAsProject);
    connect(m_page, &SynthesisPage::folderWanted, this,
            [](const QString &folder) { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    return m_page;
}

void SynthesisFeature::toggle(bool on)
{
    SynthesisPage *shown = page();
    if (on)
        hideOthers();
    m_images->setVisible(!on);
    shown->setVisible(on);
    if (on)
        shown->setFocus();
    else
        showOthers();
}

void SynthesisFeature::hideOthers()
{
    m_hidden.clear();
    for (auto *dock : m_parts.window->findChildren<QDockWidget *>())
        if (!dock->isHidden() && !dock->isFloating())
            m_hidden << dock;
    for (auto *bar : m_parts.window->findChildren<QToolBar *>(QString(), Qt::FindDirectChildrenOnly))
        if (!bar->isHidden())
            m_hidden << bar;
    for (const auto &part : m_hidden)
        part->hide();
}

void SynthesisFeature::showOthers()
{
    for (const auto &part : std::exchange(m_hidden, {}))
        if (part)
            part->show();
}

/// The layout that is kept is the one without the page.
void SynthesisFeature::aboutToStore()
{
    if (!m_page)
        return;
    m_page->store();
    if (!m_show->isChecked())
        return;
    m_parts.window->setUpdatesEnabled(false);
    showOthers();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_show->isChecked())
                hideOthers();
            m_parts.window->setUpdatesEnabled(true);
        },
        Qt::QueuedConnection);
}

/// In a project beside the data set; one that is there already is opened as it is.
void SynthesisFeature::openAsProject(const QString &dataset)
{
    const QFileInfo folder(QDir::cleanPath(dataset));
    const QString name = folder.fileName();
    const bool version = name == QLatin1String("clean") || name == QLatin1String("stained");
    const QFileInfo whole(version ? folder.path() : folder.filePath());
    const QString file = whole.dir().filePath((version ? whole.fileName() + QLatin1Char('-') + name : name) +
                                              QLatin1String(Project::fileEnding));
    m_parts.strip->hide();
    if (QFileInfo::exists(file))
        m_parts.window->openProject(file);
    else
        m_parts.session->createProject(folder.filePath(), file);
}

void SynthesisFeature::retranslate()
{
    m_show->setText(tr("S&ynthetic parts"));
    m_show->setToolTip(tr("Make images of parts that were never photographed (%1)")
                           .arg(m_show->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace patina
