#include "ui/thresholds/threshold_controller.h"

#include "core/project/project_settings.h"
#include "ui/canvas/canvas.h"
#include "ui/main_window.h"
#include "ui/panels/region_panel.h"
#include "ui/session.h"
#include "ui/thresholds/threshold_bar.h"

namespace patina {

ThresholdController::ThresholdController(const WindowParts &parts)
    : QObject(parts.window), m_parts(parts), m_bar(new ThresholdBar(parts.window))
{
    auto *panel = parts.window->findChild<RegionPanel *>();
    panel->addHeader(m_bar);
    QWidget *before = parts.window->findChild<QWidget *>(QStringLiteral("heatLegend"));
    const QList<QWidget *> order = m_bar->controls() << panel->focusProxy();
    for (QWidget *next : order) {
        QWidget::setTabOrder(before, next);
        before = next;
    }
    Session *session = parts.session;
    const Document *document = &session->document();
    connect(document, &Document::modelChanged, this, &ThresholdController::showRange);
    connect(document, &Document::rangeChanged, this, &ThresholdController::showRange);
    connect(document, &Document::resultChanged, this, &ThresholdController::showScores);
    connect(document, &Document::resultsReset, this, &ThresholdController::showScores);
    connect(document, &Document::datasetChanged, this, &ThresholdController::showScores);
    connect(m_bar, &ThresholdBar::moving, session, &Session::previewThresholds);
    connect(session, &Session::thresholdsMoving, this, &ThresholdController::preview);
    connect(m_bar, &ThresholdBar::chosen, this, &ThresholdController::keep);
    // The outlines of the handle stay until those of the regions are there.
    connect(&session->review(), &RegionReview::regionsChanged, this,
            [this] { m_parts.canvas->setLiveThreshold(std::nullopt); });
    connect(m_bar, &ThresholdBar::minimumAreaChosen, session, &Session::setMinimumArea);
    connect(&session->project(), &ProjectDocument::settingsChanged, this, &ThresholdController::showMinimumArea);
    connect(&session->project(), &ProjectDocument::projectChanged, this, &ThresholdController::showMinimumArea);
    connect(m_bar, &ThresholdBar::resetRequested, session, &Session::resetThresholds);
    connect(parts.window, &MainWindow::retranslated, m_bar, &ThresholdBar::retranslate);
    showRange();
    showMinimumArea();
}

void ThresholdController::showMinimumArea()
{
    const ProjectDocument &project = m_parts.session->project();
    m_bar->setMinimumArea(minimumAreaOf(project.contents()), mmPerPixelOf(project.contents()), project.canWrite());
}

void ThresholdController::showRange()
{
    const Document &document = m_parts.session->document();
    m_bar->setVisible(document.hasModel() && document.range().calibrated());
    m_bar->setRange(document.range(), m_parts.session->modelRange());
    m_bar->setHeldOut(document.hasModel() ? document.model().scoreScale.images : 0);
    showScores();
}

void ThresholdController::showScores()
{
    const Document &document = m_parts.session->document();
    std::vector<double> scores;
    for (int row = 0; row < document.imageCount(); ++row)
        if (document.result(row).state == ImageState::Scored && !document.result(row).outdated)
            scores.push_back(document.result(row).score);
    m_bar->setScores(scores);
    m_bar->setCounts(document.counts());
}

void ThresholdController::preview(double review, double reject)
{
    const Document &document = m_parts.session->document();
    m_bar->follow(review, reject);
    m_bar->setCounts(document.countsAt({document.range().top, review, reject}));
    m_parts.canvas->setLiveThreshold(review);
}

void ThresholdController::keep(double review, double reject)
{
    const ScoreRange before = m_parts.session->document().range();
    m_parts.session->setThresholds(review, reject);
    if (m_parts.session->document().range().review == before.review)
        m_parts.canvas->setLiveThreshold(std::nullopt);
}

} // namespace patina
