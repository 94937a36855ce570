#include "ui/bank_feature.h"
#include "ui/classes/class_controller.h"
#include "ui/compare_feature.h"
#include "ui/drawing/drawing_controller.h"
#include "ui/evaluation/evaluation_feature.h"
#include "ui/field_keys.h"
#include "ui/frame.h"
#include "ui/image_finding.h"
#include "ui/journal_feature.h"
#include "ui/label_files.h"
#include "ui/main_window.h"
#include "ui/page_keys.h"
#include "ui/page_place.h"
#include "ui/panels/likeness_view.h"
#include "ui/project_restoring.h"
#include "ui/quit_question.h"
#include "ui/reading_feature.h"
#include "ui/review_flow.h"
#include "ui/studies/study_feature.h"
#include "ui/synthesis/synthesis_feature.h"
#include "ui/thresholds/threshold_controller.h"
#include "ui/training_feature.h"
#include "ui/view_features.h"
#include "ui/window_parts.h"

#include <QAction>
#include <QDockWidget>
#include <QTabBar>

namespace patina {

void MainWindow::createFeatures()
{
    const WindowParts parts{this, m_session, m_actions, m_canvas, m_strip, m_regions, &m_settings};
    new ThresholdController(parts);
    new DrawingController(parts);
    new ClassController(parts);
    TrainingFeature::add(parts);
    new LabelFiles(parts);
    new ImageFinding(parts);
    auto *reviewFlow = new ReviewFlow(parts);
    new ReadingFeature(parts, reviewFlow);
    new JournalFeature(parts, reviewFlow);
    new BankFeature(parts);
    auto *evaluation = new EvaluationFeature(parts, reviewFlow);
    auto *pages = new PagePlace(parts);
    StudyFeature::add(parts, pages);
    new SynthesisFeature(parts, pages);
    new PageKeys(parts, pages);
    new LikenessView(parts);
    new ViewFeatures(parts);
    new ProjectRestoring(parts);
    new Frame(parts);
    new FieldKeys(parts);
    new QuitQuestion(parts);
    // The last that looks for the canvas's place: it puts it into a splitter.
    auto *comparison = new CompareFeature(parts);
    connect(evaluation, &EvaluationFeature::pairWanted, comparison, &CompareFeature::showModels);
    // Qt leaves the bars of docks' tabs behind, out of sight, where the tabulator key would get to; docks have keys.
    for (QTabBar *tabs : findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        tabs->setFocusPolicy(Qt::NoFocus);
    // Who asks for a dock wants to see it, not its tab.
    for (QDockWidget *dock : findChildren<QDockWidget *>())
        connect(dock->toggleViewAction(), &QAction::triggered, dock, [dock](bool on) {
            if (on)
                dock->raise();
        });
}

} // namespace patina
