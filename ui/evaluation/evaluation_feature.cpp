#include "ui/evaluation/evaluation_feature.h"

#include "ui/actions.h"
#include "ui/evaluation/compare_view.h"
#include "ui/evaluation/drift_watch.h"
#include "ui/evaluation/evaluation_panel.h"
#include "ui/evaluation/evaluation_report.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/place_opener.h"
#include "ui/review_flow.h"
#include "ui/session.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QToolBar>

#include <algorithm>
#include <cmath>
#include <utility>

namespace patina {

namespace {

/// What a model makes of a place shows in what lies around it, too.
QRect withRoom(const QRect &box)
{
    constexpr int leastPx = 64;
    if (box.isEmpty())
        return box;
    const QSize size = box.size().expandedTo({leastPx, leastPx});
    QRect wider(QPoint(), size);
    wider.moveCenter(box.center());
    return wider;
}

} // namespace

EvaluationFeature::EvaluationFeature(const WindowParts &parts, ReviewFlow *flow)
    : QObject(parts.window), m_parts(parts), m_flow(flow), m_dock(new QDockWidget(parts.window)),
      m_panel(new EvaluationPanel(parts.session, m_dock)), m_places(new PlaceOpener(parts.session, parts.canvas, this)),
      m_show(new QAction(themedIcon(QStringLiteral("chart")), {}, this))
{
    addDock();
    addSteps();
    m_show->setObjectName(QStringLiteral("evaluation"));
    m_show->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    parts.actions->modelMenu()->addAction(m_show);
    parts.session->jobs().follow(parts.session->evaluator().runner(), [] { return tr("Evaluating"); });
    auto *report = new EvaluationReport(parts);
    connect(m_panel, &EvaluationPanel::reportWanted, report, &EvaluationReport::ask);
    connect(m_show, &QAction::triggered, this, &EvaluationFeature::show);
    connect(m_panel, &EvaluationPanel::placeChosen, this, &EvaluationFeature::goTo);
    connect(m_panel, &EvaluationPanel::regionChosen, this, &EvaluationFeature::decide);
    connect(m_panel, &EvaluationPanel::failed, this, [this](const QString &sentence) {
        m_parts.strip->show({Message::Kind::Error, sentence});
    });
    connect(new DriftWatch(parts.session, this), &DriftWatch::warned, this, [this](const QString &sentence) {
        m_parts.strip->show({Message::Kind::Notice, sentence});
    });
    connect(parts.window, &MainWindow::retranslated, this, &EvaluationFeature::retranslate);
    retranslate();
}

void EvaluationFeature::addDock()
{
    m_dock->setObjectName(QStringLiteral("evaluationDock"));
    m_dock->setWidget(m_panel);
    m_parts.window->addDockWidget(Qt::BottomDockWidgetArea, m_dock);
    if (auto *journal = m_parts.window->findChild<QDockWidget *>(QStringLiteral("journalDock")))
        m_parts.window->tabifyDockWidget(journal, m_dock);
    m_dock->hide();
    m_parts.actions->viewMenu()->insertAction(m_parts.actions->toolBar()->toggleViewAction(),
                                              m_dock->toggleViewAction());
}

/// Through what two models disagree on, also while the dock is out of sight.
void EvaluationFeature::addSteps()
{
    CompareView *view = m_panel->comparison();
    const auto make = [this, view](const char *name, const char *icon, const QKeySequence &key, int by) {
        auto *action = new QAction(themedIcon(QLatin1String(icon)), {}, this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(key);
        action->setEnabled(false);
        m_parts.actions->reviewMenu()->addAction(action);
        connect(action, &QAction::triggered, view, [view, by] { view->step(by); });
        connect(view, &CompareView::disagreementsChanged, action,
                [view, action] { action->setEnabled(view->hasDisagreements()); });
        return action;
    };
    m_parts.actions->reviewMenu()->addSeparator();
    m_nextDisagreement = make("nextDisagreement", "next", QKeySequence(Qt::Key_F8), 1);
    m_previousDisagreement = make("previousDisagreement", "previous", QKeySequence(Qt::SHIFT | Qt::Key_F8), -1);
    connect(view, &CompareView::pairChosen, this,
            [this](const QString &image, const QRect &box, const std::vector<OtherModel> &models, int shown) {
                emit pairWanted(models, shown); // first: the place fits the smaller canvas
                goTo(image, withRoom(box));
            });
}

void EvaluationFeature::show()
{
    const bool first = !std::exchange(m_seen, true);
    m_dock->show();
    m_dock->raise();
    m_panel->setFocus();
    // A dock opens as low as it can be; what was made higher stays.
    const int height = std::min(m_panel->sizeHint().height(), m_parts.window->height() / 2);
    if (first && m_dock->height() < height)
        m_parts.window->resizeDocks({m_dock}, {height}, Qt::Vertical);
}

/// Boxes are in pixels of the map, which a model with a scale has fewer of than the image.
cv::Rect EvaluationFeature::inImage(const QRect &box) const
{
    const auto scorer = m_parts.session->scorer();
    const double scale = scorer ? scorer->model().scale : 1.0;
    const auto up = [&](int value) { return static_cast<int>(std::lround(value / scale)); };
    return {up(box.x()), up(box.y()), up(box.width()), up(box.height())};
}

void EvaluationFeature::goTo(const QString &image, const QRect &box)
{
    const int row = m_parts.session->document().rowOfName(image);
    if (row < 0)
        return m_parts.strip->show({Message::Kind::Notice, tr("The image %1 is not open any more.").arg(image)});
    if (auto *truth = m_parts.window->findChild<QAction *>(QStringLiteral("groundTruth")); truth && !box.isEmpty())
        truth->setChecked(true); // what escapes has no outline of the model
    m_places->open(row, inImage(withRoom(box)));
}

/// Selected among the regions, so that a key decides it.
void EvaluationFeature::decide(const QString &image, const QRect &box)
{
    if (m_parts.session->document().rowOfName(image) < 0)
        return goTo(image, box);
    m_flow->showRegion(image, inImage(box));
}

void EvaluationFeature::retranslate()
{
    m_dock->setWindowTitle(tr("Evaluation"));
    m_dock->toggleViewAction()->setText(tr("&Evaluation"));
    m_show->setText(tr("&Evaluation"));
    const auto say = [](QAction *action, const QString &text, const QString &tip) {
        action->setText(text);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
    };
    say(m_nextDisagreement, tr("Next &disagreement of models"),
        tr("Show the next place that one of the compared models finds or flags and another does not"));
    say(m_previousDisagreement, tr("Previous d&isagreement of models"),
        tr("Show the place before that one of the compared models finds or flags and another does not"));
    m_show->setToolTip(tr("Recall, overkill and what thresholds cost (%1)")
                           .arg(m_show->shortcut().toString(QKeySequence::NativeText)));
}

} // namespace patina
