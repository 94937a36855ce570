#include "ui/view_features.h"

#include "core/image/overlay.h"
#include "ui/actions.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/minimap.h"
#include "ui/document/project_scale.h"
#include "ui/jobs/mask_outlines.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/models/class_colours.h"
#include "ui/panels/message_strip.h"
#include "ui/panels/region_panel.h"
#include "ui/panels/scale_dialog.h"
#include "ui/panels/tone_panel.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>

namespace patina {

namespace {

QColor truthColour()
{
    const cv::Scalar bgr = groundTruthColour();
    return {static_cast<int>(bgr[2]), static_cast<int>(bgr[1]), static_cast<int>(bgr[0])};
}

void say(QAction *action, const QString &text, const QString &tip)
{
    action->setText(text);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
    action->setStatusTip(QString());
}

} // namespace

ViewFeatures::ViewFeatures(const WindowParts &parts)
    : QObject(parts.window), m_parts(parts), m_minimap(new Minimap(parts.canvas)),
      m_tones(new TonePanel(parts.canvas, parts.canvas->parentWidget())), m_outlines(&m_pool)
{
    m_pool.setMaxThreadCount(1);
    auto *column = qobject_cast<QBoxLayout *>(parts.canvas->parentWidget()->layout());
    column->insertWidget(column->indexOf(parts.canvas) + 1, m_tones);
    m_tones->hide();
    createActions();
    connectParts();
    retranslate();
}

ViewFeatures::~ViewFeatures() = default;

QAction *ViewFeatures::makeSwitch(const char *name, const QKeySequence &key, bool on)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    action->setCheckable(true);
    action->setChecked(on);
    return action;
}

void ViewFeatures::createActions()
{
    const Settings &settings = *m_parts.settings;
    m_labelsShown = makeSwitch("labels", QKeySequence(Qt::Key_L), settings.labels);
    m_labelsShown->setIcon(themedIcon(QStringLiteral("labels")));
    m_truthShown = makeSwitch("groundTruth", QKeySequence(Qt::Key_G), settings.groundTruth);
    m_truthShown->setIcon(themedIcon(QStringLiteral("ground-truth")));
    m_minimapShown = makeSwitch("minimapShown", QKeySequence(Qt::SHIFT | Qt::Key_M), settings.minimap);
    m_minimapShown->setIcon(themedIcon(QStringLiteral("minimap")));
    m_tonesShown = makeSwitch("tonesShown", QKeySequence(Qt::SHIFT | Qt::Key_W), false);
    m_tonesShown->setIcon(themedIcon(QStringLiteral("window-level")));
    m_scale = new QAction(this);
    m_scale->setObjectName(QStringLiteral("scale"));
    m_scale->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R));
    m_scale->setIcon(themedIcon(QStringLiteral("scale")));
    m_zoomToRegion = new QAction(this);
    m_zoomToRegion->setObjectName(QStringLiteral("zoomToRegion"));
    m_zoomToRegion->setShortcut(QKeySequence(Qt::Key_Z));
    m_zoomToRegion->setIcon(themedIcon(QStringLiteral("zoom-region")));
    m_zoomToRegion->setEnabled(false);
    QMenu *menu = m_parts.actions->viewMenu();
    menu->insertAction(menu->actions().value(menu->actions().indexOf(m_parts.actions->zoomOut) + 1), m_zoomToRegion);
    const auto after = menu->actions().indexOf(m_parts.actions->outlines) + 1;
    menu->insertActions(menu->actions().value(after), {m_labelsShown, m_truthShown, m_minimapShown, m_tonesShown});
    m_parts.actions->editMenu()->addSeparator();
    m_parts.actions->editMenu()->addAction(m_scale);
    m_parts.canvas->setLabelsVisible(settings.labels);
    m_parts.canvas->setGroundTruthVisible(settings.groundTruth);
    m_minimap->setWanted(settings.minimap);
}

void ViewFeatures::connectParts()
{
    connect(m_labelsShown, &QAction::toggled, m_parts.canvas, &Canvas::setLabelsVisible);
    connect(m_truthShown, &QAction::toggled, m_parts.canvas, &Canvas::setGroundTruthVisible);
    connect(m_minimapShown, &QAction::toggled, m_minimap, &Minimap::setWanted);
    connect(m_tonesShown, &QAction::toggled, m_tones, &QWidget::setVisible);
    connect(m_zoomToRegion, &QAction::triggered, m_parts.canvas, &Canvas::zoomToSelected);
    connect(m_parts.regions, &RegionPanel::marksChanged, this,
            [this] { m_zoomToRegion->setEnabled(m_parts.regions->currentRow() >= 0); });
    connect(m_scale, &QAction::triggered, this, &ViewFeatures::chooseScale);
    connect(m_parts.canvas, &Canvas::spaceTapped, m_parts.actions->nextRegion, &QAction::trigger);
    connect(m_parts.window, &MainWindow::retranslated, this, &ViewFeatures::retranslate);
    connect(m_parts.window, &MainWindow::storing, this, [this] {
        m_parts.settings->labels = m_labelsShown->isChecked();
        m_parts.settings->groundTruth = m_truthShown->isChecked();
        m_parts.settings->minimap = m_minimapShown->isChecked();
    });
    const ProjectDocument *project = &m_parts.session->project();
    connect(project, &ProjectDocument::labelsChanged, this, [this](const QString &image) {
        const int row = m_parts.session->currentRow();
        if (row >= 0 && m_parts.session->document().rowOfName(image) == row)
            outlineMasks();
    });
    connect(project, &ProjectDocument::classesChanged, this, &ViewFeatures::outlineMasks);
    connect(project, &ProjectDocument::readerChanged, this, [this] {
        m_parts.canvas->setLabels({}); // at once: a second reader sees nothing of the first
        m_parts.canvas->setGroundTruth({});
        outlineMasks();
    });
    connect(project, &ProjectDocument::settingsChanged, this, &ViewFeatures::showScale);
    connect(project, &ProjectDocument::projectChanged, this, &ViewFeatures::showScale);
    connect(m_parts.session, &Session::imageShown, this, &ViewFeatures::outlineMasks);
    showScale();
}

/// Of the image that is shown; another one on its way makes the answer stale.
void ViewFeatures::outlineMasks()
{
    m_outlines.abandon();
    const ProjectDocument &project = m_parts.session->project();
    const int row = m_parts.session->currentRow();
    if (row < 0 || !m_parts.canvas->hasImage())
        return;
    std::vector<ColouredMask> labels;
    std::vector<ColouredMask> truth;
    const auto classes = project.classes();
    if (project.isOpen()) {
        for (const Label *label : project.labelsOf(m_parts.session->document().image(row).id)) {
            const bool imported = label->source == LabelSource::Imported;
            (imported ? truth : labels)
                .push_back({label->mask, imported ? truthColour() : classColour(label->className, classes)});
        }
    }
    const auto job = [labels = std::move(labels), truth = std::move(truth)](const JobContext &context) {
        return maskOutlines(labels, context).and_then([&](std::vector<CanvasMark> &&labelMarks) {
            return maskOutlines(truth, context).map([&](std::vector<CanvasMark> &&truthMarks) {
                return Outlines{std::move(labelMarks), std::move(truthMarks)};
            });
        });
    };
    m_outlines.start(job, [this, row](Result<Outlines> outlines) {
        if (!outlines || row != m_parts.session->currentRow() || !m_parts.canvas->hasImage())
            return;
        m_parts.canvas->setLabels(std::move(outlines->labels));
        m_parts.canvas->setGroundTruth(std::move(outlines->truth));
    });
}

void ViewFeatures::showScale()
{
    const ProjectDocument &project = m_parts.session->project();
    m_parts.canvas->setMmPerPixel(project.isOpen() ? mmPerPixelOf(project) : std::nullopt);
    m_scale->setEnabled(project.canWrite());
}

void ViewFeatures::chooseScale()
{
    ProjectDocument &project = m_parts.session->project();
    ScaleDialog dialog(mmPerPixelOf(project), m_parts.window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (auto done = setMmPerPixel(project, dialog.mmPerPixel()); !done)
        m_parts.strip->show({Message::Kind::Error, tr("The scale was not kept. %1").arg(Text::error(done.error()))});
}

void ViewFeatures::retranslate()
{
    say(m_labelsShown, tr("&Labels"), tr("Show what people have said of the image"));
    say(m_truthShown, tr("&Ground truth"), tr("Show the masks that came with the images"));
    say(m_minimapShown, tr("&Minimap"), tr("Show the whole image in a corner while a part of it is in view"));
    say(m_tonesShown, tr("&Window and level"), tr("Choose which values are black and white"));
    say(m_zoomToRegion, tr("&Zoom to region"), tr("Show the selected region large"));
    say(m_scale, tr("S&cale..."), tr("Say how large a pixel is"));
}

} // namespace patina
