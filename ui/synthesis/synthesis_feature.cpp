#include "ui/synthesis/synthesis_feature.h"

#include "ui/actions.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/page_place.h"
#include "ui/panels/message_strip.h"
#include "ui/session.h"
#include "ui/synthesis/synthesis_page.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QUrl>

namespace patina {

SynthesisFeature::SynthesisFeature(const WindowParts &parts, PagePlace *pages)
    : QObject(parts.window), m_parts(parts), m_show(new QAction(themedIcon(QStringLiteral("synthesis")), {}, this))
{
    m_show->setObjectName(QStringLiteral("synthesis"));
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_G));
    parts.actions->modelMenu()->addAction(m_show);
    pages->add(m_show, [this](QWidget *parent) { return createPage(parent); });
    connect(parts.window, &MainWindow::retranslated, this, &SynthesisFeature::retranslate);
    retranslate();
}

SynthesisPage *SynthesisFeature::createPage(QWidget *parent)
{
    auto *page = new SynthesisPage(m_parts.session, m_parts.settings, synthesisFolder(), parent);
    m_parts.session->jobs().follow(
        page->runner().writer(), [] { return tr("Writing a data set"); }, [page] { page->runner().cancelWriting(); });
    connect(page, &SynthesisPage::messaged, m_parts.strip, &MessageStrip::show);
    connect(page, &SynthesisPage::leaveWanted, m_show, [this] { m_show->setChecked(false); });
    connect(page, &SynthesisPage::projectWanted, this, &SynthesisFeature::openAsProject);
    connect(page, &SynthesisPage::folderWanted, this, [this](const QString &folder) {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            m_parts.strip->show({Message::Kind::Error, tr("Nothing on this machine opens %1.").arg(folder)});
    });
    connect(m_parts.window, &MainWindow::storing, page, &SynthesisPage::store);
    return page;
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
