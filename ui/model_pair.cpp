#include "ui/model_pair.h"

#include "core/project/project_settings.h"
#include "core/project/zone_mask.h"
#include "ui/actions.h"
#include "ui/canvas/canvas.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/panels/picture_caption.h"
#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace patina {

ModelPair::ModelPair(const WindowParts &parts, Canvas *second)
    : QObject(parts.window), m_parts(parts), m_second(second),
      m_map(new OtherModelMap(parts.session->enginePool(), this)), m_ownCaption(new PictureCaption(parts.canvas)),
      m_otherCaption(new PictureCaption(second))
{
    m_ownCaption->setObjectName(QStringLiteral("ownCaption"));
    m_otherCaption->setObjectName(QStringLiteral("otherCaption"));
    connectParts();
}

ModelPair::~ModelPair() = default;

void ModelPair::connectParts()
{
    Session *session = m_parts.session;
    const auto title = [this] { return tr("Heatmap of %1").arg(active() ? model().name : QString()); };
    session->jobs().follow(m_map->keptRunner(), title, [this] { m_map->cancel(); });
    session->jobs().follow(m_map->scoreRunner(), title, [this] { m_map->cancel(); });
    connect(m_map, &OtherModelMap::changed, this, &ModelPair::take);
    connect(session, &Session::currentChanged, m_map, &OtherModelMap::forget);
    connect(session, &Session::imageShown, this, &ModelPair::ask);
    connect(session, &Session::heatChanged, this, &ModelPair::showCaptions);
    connect(&session->document(), &Document::rangeChanged, this, &ModelPair::fill);
    connect(&session->document(), &Document::modelChanged, this, &ModelPair::dropOpenModel);
    connect(&session->project(), &ProjectDocument::settingsChanged, this, &ModelPair::askAnew);
    connect(&session->project(), &ProjectDocument::countingChanged, this, &ModelPair::askAnew);
    connect(&session->project(), &ProjectDocument::projectChanged, this, [this] { choose({}, -1); });
    connect(&session->project(), &ProjectDocument::readerChanged, this, [this] {
        if (m_parts.session->project().isBlind()) // others' verdicts would show
            leave();
    });
    connect(m_parts.canvas, &Canvas::masksChanged, this, &ModelPair::showMasks);
    connect(m_parts.actions->outlines, &QAction::toggled, this, &ModelPair::fill);
    connect(m_parts.window, &MainWindow::retranslated, this, &ModelPair::showCaptions);
}

void ModelPair::choose(std::vector<OtherModel> models, int shown)
{
    const bool same = models == m_models && shown == m_shown && !m_map->error();
    m_models = std::move(models);
    m_shown = shown;
    if (!same)
        ask();
    emit changed();
}

void ModelPair::choose(int shown)
{
    choose(m_models, shown);
}

void ModelPair::leave()
{
    choose(m_models, -1);
}

void ModelPair::ask()
{
    m_asked.reset();
    const int row = m_parts.session->currentRow();
    if (!active() || row < 0 || !m_parts.canvas->hasImage() || m_parts.session->project().isBlind())
        return m_map->forget();
    m_asked = request(row);
    m_map->show(*m_asked);
}

/// Where thresholds of that model, zones of the image or the least area are others by now.
void ModelPair::askAnew()
{
    const int row = m_parts.session->currentRow();
    if (!m_asked || row < 0)
        return;
    const ProjectContents &contents = m_parts.session->project().contents();
    if (thresholdsOf(contents, model().hash) != m_asked->thresholds ||
        zonesOf(contents.zones, m_asked->image) != m_asked->zones || minimumAreaOf(contents) != m_asked->minimumAreaPx)
        ask();
}

OtherMapRequest ModelPair::request(int row) const
{
    Session &session = *m_parts.session;
    const ImageRecord &image = session.document().image(row);
    const ProjectContents &contents = session.project().contents();
    const Settings &settings = *m_parts.settings;
    return {session.engine(),
            model(),
            image.id,
            image.path,
            m_parts.canvas->scene().image()->size(),
            zonesOf(contents.zones, image.id),
            minimumAreaOf(contents),
            thresholdsOf(contents, model().hash),
            session.evaluator().shelf(model().hash),
            {settings.threads, settings.device.toStdString()}};
}

void ModelPair::take()
{
    const auto &error = m_map->error();
    if (active() && error && error->code != ErrorCode::Cancelled)
        m_parts.strip->show(
            {Message::Kind::Error, tr("The heatmap of %1 cannot be shown. %2").arg(model().name, Text::error(*error))});
    fill();
}

void ModelPair::fill()
{
    if (!active())
        return;
    const auto &map = m_map->latest();
    const auto heat = map ? map->view->heat : nullptr;
    if (m_second->scene().heat() != heat)
        m_second->setHeat(heat);
    if (m_second->heatStyle() != style())
        m_second->setHeatStyle(style());
    m_second->setOutlinesVisible(m_parts.actions->outlines->isChecked());
    m_second->setMarks(map ? marksOf(*map) : std::vector<CanvasMark>());
    showMasks();
    showCaptions();
}

HeatStyle ModelPair::style() const
{
    HeatStyle style = m_parts.canvas->heatStyle();
    const ScoreRange &own = m_parts.session->document().range();
    const ScoreRange other = m_map->latest() ? m_map->latest()->range : ScoreRange{};
    if (own.calibrated() && other.calibrated() && *own.review > 0.0 && *other.review > 0.0) {
        style.top *= *other.review / *own.review;
        style.cut *= *other.review / *own.review;
    }
    return style;
}

std::vector<CanvasMark> ModelPair::marksOf(const OtherMap &map) const
{
    std::vector<CanvasMark> marks;
    for (const FlaggedRegion &flagged : map.view->regions) {
        const cv::Size image = flagged.mask.size();
        const cv::Size size = map.view->mapSize;
        marks.push_back(
            {outlinePath(flagged.region.contour, 1.0 * image.width / size.width, 1.0 * image.height / size.height),
             QColor(Qt::white)});
    }
    return marks;
}

void ModelPair::showMasks()
{
    if (!active() || !m_visible)
        return;
    m_second->setLabelsVisible(m_parts.canvas->labelsVisible());
    m_second->setGroundTruthVisible(m_parts.canvas->groundTruthVisible());
    m_second->setLabels(m_parts.canvas->labels());
    m_second->setGroundTruth(m_parts.canvas->groundTruth());
}

void ModelPair::setVisible(bool visible)
{
    m_visible = visible;
    showCaptions();
}

void ModelPair::showCaptions()
{
    const Document &document = m_parts.session->document();
    const int row = m_parts.session->currentRow();
    if (!active() || !m_visible || row < 0) {
        m_ownCaption->hide();
        m_otherCaption->hide();
        return;
    }
    PictureCaption::Contents own{tr("A: %1").arg(fileNameOf(pathOf(document.modelPath())))};
    const ImageResult &result = document.result(row);
    if (result.state == ImageState::Scored) {
        own.score = result.score;
        own.verdict = result.verdict;
    } else {
        own.note = tr("not scored");
    }
    m_ownCaption->show(own);
    PictureCaption::Contents other{model().name};
    if (const auto &map = m_map->latest()) {
        other.score = map->score;
        other.verdict = map->verdict();
    } else if (m_map->running()) {
        other.note = m_map->scoring() ? tr("is being scored") : tr("heatmap on its way");
        other.busy = true;
    } else if (const auto &error = m_map->error()) {
        other.note = error->code == ErrorCode::Cancelled ? tr("cancelled") : tr("no heatmap");
    }
    m_otherCaption->show(other);
}

/// It is no other one any more.
void ModelPair::dropOpenModel()
{
    if (active() && model().hash == m_parts.session->document().resultsOf())
        leave();
    showCaptions();
}

} // namespace patina
