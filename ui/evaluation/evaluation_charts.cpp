#include "ui/evaluation/evaluation_charts.h"

#include "ui/charts/histogram_chart.h"
#include "ui/charts/line_chart.h"
#include "ui/evaluation/evaluation_state.h"
#include "ui/look.h"
#include "ui/session.h"

#include <QComboBox>
#include <QEvent>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

constexpr double kStep = 0.01;

template <typename T>
T *named(T *chart, const char *name)
{
    chart->setObjectName(QLatin1String(name));
    return chart;
}

} // namespace

EvaluationCharts::EvaluationCharts(Session *session, EvaluationState *state, QWidget *parent)
    : QWidget(parent), m_session(session), m_state(state), m_tabs(new QTabWidget(this)),
      m_recall(named(new LineChart(m_tabs), "recallChart")),
      m_histogram(named(new HistogramChart(m_tabs), "scoreChart")), m_cost(named(new LineChart(m_tabs), "costChart")),
      m_sizes(named(new LineChart(m_tabs), "sizeChart"))
{
    m_tabs->setObjectName(QStringLiteral("evaluationCharts"));
    m_tabs->setDocumentMode(true);
    m_curvePage = createCurves();
    for (QWidget *page : {static_cast<QWidget *>(m_recall), static_cast<QWidget *>(m_histogram),
                          static_cast<QWidget *>(m_cost), static_cast<QWidget *>(m_sizes), m_curvePage})
        m_tabs->addTab(page, QString());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    setFocusProxy(m_tabs);
    connectCharts();
    retranslateUi();
}

QWidget *EvaluationCharts::createCurves()
{
    auto *page = new QWidget(m_tabs);
    m_curve = named(new LineChart(page), "curveChart");
    m_curveChoice = named(new QComboBox(page), "curveChoice");
    for (int i = 0; i < 5; ++i)
        m_curveChoice->addItem(QString());
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, kGrid / 2, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_curveChoice, 0, Qt::AlignLeft);
    column->addWidget(m_curve, 1);
    return page;
}

void EvaluationCharts::connectCharts()
{
    for (Chart *chart : {static_cast<Chart *>(m_recall), static_cast<Chart *>(m_histogram)}) {
        connect(chart, &Chart::markMoving, this, [this](const QString &id, double value) { move(id, value, false); });
        connect(chart, &Chart::markMoved, this, [this](const QString &id, double value) { move(id, value, true); });
    }
    for (Chart *chart : {static_cast<Chart *>(m_recall), static_cast<Chart *>(m_histogram),
                         static_cast<Chart *>(m_cost), static_cast<Chart *>(m_sizes), static_cast<Chart *>(m_curve)})
        connect(chart, &Chart::failed, this, &EvaluationCharts::failed);
    connect(m_tabs, &QTabWidget::currentChanged, this, &EvaluationCharts::refresh);
    connect(m_curveChoice, &QComboBox::currentIndexChanged, this, &EvaluationCharts::refresh);
    connect(m_state, &EvaluationState::evaluationChanged, this, &EvaluationCharts::refresh);
    connect(m_state, &EvaluationState::pointsChanged, this, &EvaluationCharts::showMarks);
}

void EvaluationCharts::refresh()
{
    showSeries();
    showMarks();
}

void EvaluationCharts::showSeries()
{
    const Evaluation *shown = m_state->evaluation();
    const auto &classes = m_session->project().contents().classes;
    const QWidget *page = m_tabs->currentWidget();
    if (page == m_recall)
        m_recall->setSeries(shown ? EvaluationSeries::recall(*shown, classes) : std::vector<ChartSeries>());
    else if (page == m_histogram)
        m_histogram->setBins(shown ? EvaluationSeries::histogram(*shown, classes) : ChartBins());
    else if (page == m_curvePage) {
        setCurveAxes();
        m_curve->setSeries(
            shown ? EvaluationSeries::curve(*shown, static_cast<EvaluationSeries::Curve>(m_curveChoice->currentIndex()))
                  : std::vector<ChartSeries>());
    }
}

void EvaluationCharts::showMarks()
{
    std::vector<ChartMark> marks;
    if (const ScoreRange &range = m_state->range(); m_state->evaluation() != nullptr && range.calibrated()) {
        const QColor review = verdictColour(Verdict::Review, palette());
        const QColor reject = verdictColour(Verdict::Ng, palette());
        marks = {{QStringLiteral("review"), tr("Review"), *range.review, true, review, kStep},
                 {QStringLiteral("reject"), tr("Reject"), *range.reject, true, reject, kStep}};
    }
    m_recall->setMarks(marks);
    m_histogram->setMarks(marks);
    const Evaluation *shown = m_state->evaluation();
    const auto &classes = m_session->project().contents().classes;
    if (m_tabs->currentWidget() == m_cost)
        m_cost->setSeries(shown ? EvaluationSeries::cost(*shown, m_state->review(), m_state->reject(), classes)
                                : std::vector<ChartSeries>());
    if (m_tabs->currentWidget() == m_sizes) {
        const auto mm = shown ? shown->settings.mmPerPixel : std::nullopt;
        m_sizes->setAxes({mm ? tr("Area of the defect in mm\u00b2") : tr("Area of the defect in px"), {}, {}, true},
                         {tr("Defects found"), 0.0, 1.0, false, ChartUnit::Percent});
        m_sizes->setSeries(shown ? EvaluationSeries::sizes(m_state->review(), mm, classes)
                                 : std::vector<ChartSeries>());
    }
}

/// The other line keeps its place: charts hold them apart.
void EvaluationCharts::move(const QString &id, double value, bool kept)
{
    const ScoreRange &range = m_state->range();
    if (!range.calibrated())
        return;
    const bool isReview = id == QLatin1String("review");
    const double review = isReview ? std::min(value, *range.reject) : *range.review;
    const double reject = isReview ? *range.reject : std::max(value, *range.review);
    if (kept)
        m_session->setThresholds(review, reject);
    else
        m_session->previewThresholds(review, reject);
}

void EvaluationCharts::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    if (event->type() == QEvent::PaletteChange)
        showMarks();
    QWidget::changeEvent(event);
}

void EvaluationCharts::setCurveAxes()
{
    const auto curve = static_cast<EvaluationSeries::Curve>(m_curveChoice->currentIndex());
    const bool precision = curve == EvaluationSeries::Curve::ImagePr || curve == EvaluationSeries::Curve::PixelPr;
    const QString x = precision ? tr("Recall") : tr("False positive rate");
    const QString y = precision                               ? tr("Precision")
                      : curve == EvaluationSeries::Curve::Pro ? tr("Mean overlap of regions")
                                                              : tr("True positive rate");
    m_curve->setTitle(m_curveChoice->currentText());
    m_curve->setAxes({x, 0.0, 1.0, false, ChartUnit::Percent}, {y, 0.0, 1.0, false, ChartUnit::Percent});
}

void EvaluationCharts::retranslateUi()
{
    const QStringList titles{tr("Recall"), tr("Scores"), tr("Cost"), tr("Size"), tr("Curves")};
    for (int i = 0; i < titles.size(); ++i)
        m_tabs->setTabText(i, titles[i]);
    m_tabs->setAccessibleName(tr("Charts"));
    const QStringList curves{tr("ROC of images"), tr("Precision and recall of images"), tr("ROC of pixels"),
                             tr("Precision and recall of pixels"), tr("Per-region overlap (PRO)")};
    for (int i = 0; i < curves.size(); ++i)
        m_curveChoice->setItemText(i, curves[i]);
    m_curveChoice->setAccessibleName(tr("Curve"));
    const ChartAxis share{tr("Share"), 0.0, 1.0, false, ChartUnit::Percent};
    m_recall->setTitle(tr("Recall against threshold"));
    m_recall->setAxes({tr("Threshold"), {}, {}, false, ChartUnit::Number}, share);
    m_histogram->setTitle(tr("Scores by class"));
    m_histogram->setAxes({tr("Largest score"), {}, {}, false, ChartUnit::Number},
                         {tr("Number"), {}, {}, false, ChartUnit::Count});
    m_cost->setTitle(tr("What recall costs"));
    m_cost->setAxes({tr("Good parts flagged (overkill)"), 0.0, 1.0, false, ChartUnit::Percent},
                    {tr("Defects found"), 0.0, 1.0, false, ChartUnit::Percent});
    m_sizes->setTitle(tr("Recall by size, from review on"));
    setCurveAxes();
    const QString empty = tr("There is nothing to show yet.");
    for (Chart *chart : {static_cast<Chart *>(m_recall), static_cast<Chart *>(m_histogram),
                         static_cast<Chart *>(m_cost), static_cast<Chart *>(m_sizes), static_cast<Chart *>(m_curve)})
        chart->setEmptyText(empty);
    refresh();
}

} // namespace patina
