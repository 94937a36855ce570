#include "ui/actions.h"
#include "ui/canvas/canvas.h"
#include "ui/key_map.h"
#include "ui/main_window.h"
#include "ui/panels/image_panel.h"
#include "ui/panels/message_strip.h"
#include "ui/panels/region_panel.h"
#include "ui/panels/start_page.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPushButton>

namespace patina {

void MainWindow::connectActions()
{
    connect(m_actions->openFolder, &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(m_actions->openModel, &QAction::triggered, this, &MainWindow::chooseModel);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->scoreAll, &QAction::triggered, m_session, &Session::scoreAll);
    connect(m_actions->scoreAll, &QAction::triggered, this, [this] {
        if (qobject_cast<QPushButton *>(QApplication::focusWidget())) // Space is for the regions from now on
            m_canvas->setFocus();
    });
    connect(m_actions->scoreCurrent, &QAction::triggered, m_session, &Session::scoreCurrent);
    connect(m_actions->cancel, &QAction::triggered, &m_session->jobs(), &JobList::cancelAll);
    connect(m_actions->keys(), &KeyMap::changed, m_regions, &RegionPanel::showClasses);
    connect(m_start, &StartPage::projectChosen, this, &MainWindow::openProject);
    connect(m_actions, &Actions::themeChosen, this, &MainWindow::useTheme);
    connect(m_actions, &Actions::languageChosen, this, &MainWindow::useLanguage);
}

void MainWindow::connectViewActions()
{
    connect(m_actions->fit, &QAction::triggered, m_canvas, &Canvas::fit);
    connect(m_actions->oneToOne, &QAction::triggered, m_canvas, &Canvas::showOneToOne);
    connect(m_actions->zoomIn, &QAction::triggered, m_canvas, &Canvas::zoomIn);
    connect(m_actions->zoomOut, &QAction::triggered, m_canvas, &Canvas::zoomOut);
    connect(m_actions->heatmap, &QAction::toggled, m_canvas, &Canvas::setHeatVisible);
    connect(m_actions->outlines, &QAction::toggled, m_canvas, &Canvas::setOutlinesVisible);
    m_actions->heatmap->setChecked(m_settings.heatmap);
    m_actions->outlines->setChecked(m_settings.outlines);
    m_canvas->setHeatVisible(m_settings.heatmap);
    m_canvas->setOutlinesVisible(m_settings.outlines);
    connect(m_actions->next, &QAction::triggered, m_images, [this] { m_images->step(1); });
    connect(m_actions->previous, &QAction::triggered, m_images, [this] { m_images->step(-1); });
    connect(m_canvas, &Canvas::stepRequested, m_images, &ImagePanel::step);
    connect(m_canvas, &Canvas::cursorMoved, this,
            [this](const CursorInfo &info) { m_cursorLabel->setText(Text::cursor(info)); });
    connect(m_canvas, &Canvas::cursorLeft, m_cursorLabel, &QLabel::clear);
    connect(m_canvas, &Canvas::scaleChanged, this,
            [this](double scale) { m_zoomLabel->setText(m_canvas->hasImage() ? Text::zoom(scale) : QString()); });
    connect(m_heatPanel, &HeatPanel::styleChanged, m_canvas, &Canvas::setHeatStyle);
}

void MainWindow::connectSession()
{
    const Document *document = &m_session->document();
    connect(m_session, &Session::imageShown, m_canvas, &Canvas::setImage);
    connect(m_session, &Session::imageLoading, this,
            [this](const QString &name) { m_canvas->setMessage(tr("Loading %1...").arg(name)); });
    connect(m_session, &Session::imageFailed, m_canvas, &Canvas::setMessage);
    connect(m_session, &Session::heatChanged, m_canvas, &Canvas::setHeat);
    connect(m_session, &Session::heatChanged, this, &MainWindow::showState);
    connect(m_session, &Session::imageShown, this, &MainWindow::showState);
    connect(m_session, &Session::imageFailed, this, &MainWindow::showState);
    connect(&m_session->jobs(), &JobList::countChanged, this, &MainWindow::showState);
    connect(m_session, &Session::messaged, m_strip, &MessageStrip::show);
    connect(document, &Document::modelChanged, this, [this] {
        m_heatPanel->setRange(m_session->document().range());
        showState();
    });
    connect(document, &Document::rangeChanged, this, [this] { m_heatPanel->setRange(m_session->document().range()); });
    connect(m_session, &Session::thresholdsMoving, this, [this](double review, double reject) {
        m_heatPanel->setRange({m_session->document().range().top, review, reject});
    });
    connect(document, &Document::datasetChanged, this, &MainWindow::showState);
    connect(document, &Document::datasetChanged, m_images, [this] {
        if (m_session->document().hasImages())
            m_images->setFocus();
        else
            m_start->takeFocus();
    });
}

} // namespace patina
