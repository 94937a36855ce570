#include "ui/bank_feature.h"

#include "core/pipeline/suspect_list.h"
#include "ui/actions.h"
#include "ui/jobs/likeness.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/bank_panel.h"
#include "ui/panels/message_strip.h"
#include "ui/place_opener.h"
#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QAction>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QToolBar>

#include <algorithm>
#include <utility>

namespace patina {

BankFeature::BankFeature(const WindowParts &parts)
    : QObject(parts.window), m_parts(parts), m_dock(new QDockWidget(parts.window)),
      m_panel(new BankPanel(parts.session, m_dock)), m_places(new PlaceOpener(parts.session, parts.canvas, this)),
      m_show(new QAction(themedIcon(QStringLiteral("bank")), {}, this))
{
    addDock();
    m_show->setObjectName(QStringLiteral("bank"));
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    parts.actions->modelMenu()->addAction(m_show);
    connect(m_show, &QAction::triggered, this, &BankFeature::show);
    connect(m_panel, &BankPanel::placeChosen, this, &BankFeature::goTo);
    connect(m_panel, &BankPanel::listWanted, this, &BankFeature::askList);
    connect(m_panel, &BankPanel::versionChosen, parts.session, &Session::useModel);
    connect(parts.window, &MainWindow::retranslated, this, &BankFeature::retranslate);
    retranslate();
}

void BankFeature::addDock()
{
    m_dock->setObjectName(QStringLiteral("bankDock"));
    m_dock->setWidget(m_panel);
    m_parts.window->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    if (auto *journal = m_parts.window->findChild<QDockWidget *>(QStringLiteral("journalDock")))
        m_parts.window->tabifyDockWidget(journal, m_dock);
    m_dock->hide();
    m_parts.actions->viewMenu()->insertAction(m_parts.actions->toolBar()->toggleViewAction(),
                                              m_dock->toggleViewAction());
}

void BankFeature::show()
{
    const bool first = !std::exchange(m_seen, true);
    m_dock->show();
    m_dock->raise();
    m_panel->setFocus();
    // A dock opens as low as it can be; what was made higher stays.
    const int height = std::min(m_panel->sizeHint().height(), 2 * m_parts.window->height() / 5);
    if (first && m_dock->height() < height)
        m_parts.window->resizeDocks({m_dock}, {height}, Qt::Vertical);
}

void BankFeature::goTo(const QString &dataset, const QString &image, const cv::Rect &area)
{
    const int row = rowOfOrigin(dataset.toStdString(), image.toStdString(), m_parts.session->document());
    if (row < 0)
        return say(dataset.isEmpty() ? tr("The image %1 is not open.").arg(image)
                                     : tr("The image %1 of %2 is not open.").arg(image, dataset),
                   false);
    m_places->open(row, area);
}

void BankFeature::askList(const std::vector<SuspectRegion> &suspects)
{
    const QFileInfo model(m_parts.session->document().modelPath());
    auto *dialog = new QFileDialog(m_parts.window, tr("Save the list of suspect regions"),
                                   model.absolutePath() + QLatin1Char('/') + model.completeBaseName() +
                                       QStringLiteral("-suspects.csv"),
                                   tr("CSV files (*.csv);;All files (*)"));
    dialog->setObjectName(QStringLiteral("suspectListDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, suspects](const QString &file) { saveList(suspects, file); });
    dialog->open();
}

void BankFeature::saveList(const std::vector<SuspectRegion> &suspects, const QString &file)
{
    if (const auto written = writeSuspectList(suspects, pathOf(file)); !written)
        return say(tr("The list was not saved. %1").arg(Text::error(written.error())), true);
    say(tr("%n regions were written to %1. Training > Keep out takes the list.", nullptr,
           static_cast<int>(suspects.size()))
            .arg(file),
        false);
}

void BankFeature::say(const QString &sentence, bool isError)
{
    m_parts.strip->show({isError ? Message::Kind::Error : Message::Kind::Notice, sentence});
}

void BankFeature::retranslate()
{
    m_dock->setWindowTitle(tr("Bank"));
    m_dock->toggleViewAction()->setText(tr("&Bank"));
    m_show->setText(tr("&Bank"));
    m_show->setToolTip(tr("What the model's bank is made of, and its versions (%1)")
                           .arg(m_show->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace patina
