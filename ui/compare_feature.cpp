#include "ui/compare_feature.h"

#include "ui/actions.h"
#include "ui/canvas/canvas.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/compare_bar.h"
#include "ui/panels/message_strip.h"
#include "ui/session.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QFileDialog>
#include <QMenu>
#include <QSplitter>

#include <algorithm>
#include <cmath>

namespace patina {

CompareFeature::CompareFeature(const WindowParts &parts) : QObject(parts.window), m_parts(parts), m_otherJob(&m_pool)
{
    createActions();
    createWidgets();
    connectParts();
    connectCanvases();
    retranslate();
    tellState();
}

CompareFeature::~CompareFeature() = default;

void CompareFeature::createActions()
{
    const auto make = [this](const char *name, const char *icon, const QKeySequence &key) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1String(name));
        action->setIcon(themedIcon(QLatin1String(icon)));
        action->setShortcut(key);
        return action;
    };
    m_sideBySide = make("sideBySide", "side-by-side", QKeySequence(Qt::Key_D));
    m_swipe = make("swipe", "swipe", QKeySequence(Qt::SHIFT | Qt::Key_D));
    m_pin = make("pinForComparison", "pin", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    m_sideBySide->setCheckable(true);
    m_swipe->setCheckable(true);
    QMenu *menu = m_parts.actions->viewMenu();
    QAction *before = menu->actions().value(menu->actions().indexOf(m_parts.actions->heatmap));
    menu->insertActions(before, {m_sideBySide, m_swipe, m_pin});
    menu->insertSeparator(before);
}

/// The canvas moves into a splitter, where the second one is beside it; while swiping that lies over it.
void CompareFeature::createWidgets()
{
    QWidget *page = m_parts.canvas->parentWidget();
    auto *column = qobject_cast<QBoxLayout *>(page->layout());
    const int place = column->indexOf(m_parts.canvas);
    m_splitter = new QSplitter(Qt::Horizontal, page);
    m_splitter->setObjectName(QStringLiteral("compareSplitter"));
    m_splitter->setChildrenCollapsible(false);
    column->removeWidget(m_parts.canvas);
    column->insertWidget(place, m_splitter, 1);
    m_splitter->addWidget(m_parts.canvas);
    m_bar = new CompareBar(page);
    m_bar->hide();
    column->insertWidget(place, m_bar);
    m_second = new Canvas(page);
    m_second->setObjectName(QStringLiteral("compareCanvas"));
    m_second->hide();
    m_pair = new ModelPair(m_parts, m_second);
    m_handle = new SwipeHandle(m_parts.canvas);
    m_handle->hide();
    m_parts.canvas->installEventFilter(this);
}

void CompareFeature::connectParts()
{
    connect(m_sideBySide, &QAction::triggered, this, [this](bool on) { choose(on ? Way::SideBySide : Way::Off); });
    connect(m_swipe, &QAction::triggered, this, [this](bool on) { choose(on ? Way::Swipe : Way::Off); });
    connect(m_pin, &QAction::triggered, this, &CompareFeature::pinShown);
    connect(m_bar, &CompareBar::closed, this, [this] { choose(Way::Off); });
    connect(m_bar, &CompareBar::heatmapChosen, this, [this] {
        m_otherName.clear();
        m_pair->leave();
        showSecond();
    });
    connect(m_bar, &CompareBar::modelChosen, m_pair, qOverload<int>(&ModelPair::choose));
    connect(m_pair, &ModelPair::changed, this, &CompareFeature::showSecond);
    connect(m_bar, &CompareBar::otherChosen, this, &CompareFeature::chooseOther);
    connect(m_bar, &CompareBar::fileAsked, this, &CompareFeature::chooseOther);
    connect(m_handle, &SwipeHandle::draggedTo, this, [this](int x) {
        m_share = std::clamp(1.0 * x / std::max(1, m_parts.canvas->width()), 0.0, 1.0);
        placeSwipe();
    });
    connect(m_parts.session, &Session::imageShown, this, &CompareFeature::showSecond);
    connect(m_parts.session, &Session::imageFailed, this, &CompareFeature::showSecond);
    connect(m_parts.session, &Session::heatChanged, this, &CompareFeature::showSecond);
    connect(m_parts.actions->heatmap, &QAction::toggled, this, &CompareFeature::showSecond);
    connect(&m_parts.session->document(), &Document::datasetChanged, this, &CompareFeature::tellState);
    connect(m_parts.window, &MainWindow::retranslated, this, &CompareFeature::retranslate);
}

void CompareFeature::connectCanvases()
{
    connect(m_parts.canvas, &Canvas::viewChanged, this, [this] { follow(*m_parts.canvas, *m_second); });
    connect(m_second, &Canvas::viewMoved, this, [this] { follow(*m_second, *m_parts.canvas); });
    connect(m_parts.canvas, &Canvas::pictureChanged, this, &CompareFeature::styleSecond);
    connect(m_second, &Canvas::stepRequested, m_parts.canvas, &Canvas::stepRequested);
    connect(m_second, &Canvas::spaceTapped, m_parts.canvas, &Canvas::spaceTapped);
    connect(m_second, &Canvas::cursorMoved, m_parts.canvas, &Canvas::cursorMoved);
    connect(m_second, &Canvas::cursorLeft, m_parts.canvas, &Canvas::cursorLeft);
}

void CompareFeature::choose(Way way)
{
    m_way = way;
    const bool swipes = way == Way::Swipe;
    m_second->setAttribute(Qt::WA_TransparentForMouseEvents, swipes); // the canvas below is worked with
    m_second->setFocusPolicy(swipes ? Qt::NoFocus : Qt::StrongFocus);
    m_second->setMinimumSize(swipes ? QSize(0, 0) : QSize(200, 150));
    if (swipes)
        m_second->setParent(m_parts.canvas);
    else
        m_splitter->addWidget(m_second);
    m_second->setVisible(way != Way::Off);
    m_handle->setVisible(swipes);
    m_handle->raise();
    if (auto *map = m_parts.canvas->findChild<QWidget *>(QStringLiteral("minimap")))
        map->raise();
    m_bar->setVisible(way != Way::Off);
    if (way == Way::Off)
        m_pair->leave();
    m_splitter->parentWidget()->layout()->activate(); // a place that is opened next fits the new size
    if (way == Way::SideBySide)
        m_splitter->setSizes({1000, 1000});
    placeSwipe();
    showSecond();
}

void CompareFeature::showModels(const std::vector<OtherModel> &models, int shown)
{
    m_otherName.clear();
    m_pair->choose(models, shown);
    if (m_way == Way::Off)
        choose(Way::SideBySide);
}

/// What the second canvas shows: the same image with its heatmap, which the first then leaves out, or as another model
/// sees it, or the other one.
void CompareFeature::showSecond()
{
    tellState();
    m_pair->setVisible(m_way != Way::Off);
    if (m_way == Way::Off)
        return;
    m_following = true; // the view of the first canvas holds
    const bool other = !m_otherName.isEmpty();
    const auto &shown = m_parts.canvas->scene().image();
    if (m_second->scene().image() != (other ? m_other : shown))
        m_second->setImage(other ? m_other : shown);
    if (!m_pair->active()) {
        m_second->setMarks({});
        m_second->setLabels({});
        m_second->setGroundTruth({});
        if (!other && m_second->scene().heat() != m_parts.canvas->scene().heat())
            m_second->setHeat(m_parts.canvas->scene().heat());
    }
    m_second->setHeatVisible(m_pair->active() ? m_parts.actions->heatmap->isChecked() : !other);
    m_pair->fill();
    styleSecond();
    m_following = false;
    follow(*m_parts.canvas, *m_second);
}

void CompareFeature::styleSecond()
{
    const HeatStyle style = m_pair->active() ? m_pair->style() : m_parts.canvas->heatStyle();
    if (m_way != Way::Off && m_second->heatStyle() != style)
        m_second->setHeatStyle(style);
}

void CompareFeature::tellState()
{
    const bool images = m_parts.session->document().hasImages();
    m_sideBySide->setEnabled(images);
    m_swipe->setEnabled(images);
    m_pin->setEnabled(images);
    m_sideBySide->setChecked(m_way == Way::SideBySide);
    m_swipe->setChecked(m_way == Way::Swipe);
    QStringList models;
    for (const OtherModel &model : m_pair->models())
        models << model.name;
    m_bar->setState({m_otherName, models, !m_otherName.isEmpty() && !m_pair->active(), m_pair->shown()});
    const bool apart = m_way != Way::Off && m_otherName.isEmpty() && !m_pair->active();
    m_parts.canvas->setHeatVisible(m_parts.actions->heatmap->isChecked() && !apart);
}

void CompareFeature::chooseOther()
{
    const QString file =
        QFileDialog::getOpenFileName(m_parts.window, tr("Compare with"), m_parts.settings->lastFolder,
                                     tr("Images (*.png *.jpg *.jpeg *.bmp *.tif *.tiff);;All files (*)"));
    if (file.isEmpty())
        tellState();
    else
        loadOther(file);
}

/// The image that is shown is the one that others are compared with from now on.
void CompareFeature::pinShown()
{
    const int row = m_parts.session->currentRow();
    if (row < 0 || !m_parts.canvas->hasImage())
        return;
    m_pair->leave();
    m_other = m_parts.canvas->scene().image();
    m_otherName = fileNameOf(m_parts.session->document().image(row).path);
    if (m_other->growing()) // its pyramid goes when another image is shown
        loadOther(QString::fromStdString(m_parts.session->document().image(row).path.string()));
    choose(m_way == Way::Off ? Way::SideBySide : m_way);
}

void CompareFeature::loadOther(const QString &file)
{
    const auto job = [path = pathOf(file)](const JobContext &context) -> Result<std::shared_ptr<const DisplayImage>> {
        auto source = openImage(path, {}, context);
        if (!source)
            return failFrom(std::move(source));
        return DisplayImage::load(**source, context);
    };
    m_otherJob.start(
        job, [this, file](Result<std::shared_ptr<const DisplayImage>> image) { takeOther(std::move(image), file); });
}

void CompareFeature::takeOther(Result<std::shared_ptr<const DisplayImage>> image, const QString &file)
{
    const QString name = fileNameOf(pathOf(file));
    if (!image) {
        m_parts.strip->show({Message::Kind::Error, tr("%1 cannot be shown. %2").arg(name, Text::error(image.error()))});
        return tellState();
    }
    m_pair->leave();
    m_other = *image;
    m_otherName = name;
    showSecond();
}

void CompareFeature::follow(const Canvas &leader, Canvas &follower)
{
    if (m_way == Way::Off || m_following || !leader.hasImage() || !follower.hasImage())
        return;
    m_following = true;
    const ViewTransform &view = leader.view();
    QPointF offset = view.offset();
    if (m_way == Way::Swipe) // the follower begins at the curtain
        offset -= QPointF(follower.geometry().topLeft()) * follower.devicePixelRatioF();
    else
        offset += QPointF(follower.width() - leader.width(), follower.height() - leader.height()) *
                  follower.devicePixelRatioF() / 2.0;
    follower.follow(view.scale(), {std::round(offset.x()), std::round(offset.y())});
    m_following = false;
}

void CompareFeature::placeSwipe()
{
    if (m_way != Way::Swipe)
        return;
    const QSize size = m_parts.canvas->size();
    const int x = static_cast<int>(m_share * size.width());
    m_second->setGeometry(x, 0, size.width() - x, size.height());
    m_handle->setGeometry(std::clamp(x - SwipeHandle::kWidth / 2, 0, size.width() - SwipeHandle::kWidth), 0,
                          SwipeHandle::kWidth, size.height());
    follow(*m_parts.canvas, *m_second);
}

bool CompareFeature::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &CompareFeature::placeSwipe, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void CompareFeature::retranslate()
{
    const auto say = [](QAction *action, const QString &text, const QString &tip) {
        action->setText(text);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
    };
    say(m_sideBySide, tr("S&ide by side"),
        tr("Compare the image with its heatmap, another model or another image, side by side"));
    say(m_swipe, tr("S&wipe"),
        tr("Compare the image with its heatmap, another model or another image, under a curtain"));
    say(m_pin, tr("&Compare others with this"), tr("Keep this image beside those that are shown from now on"));
    m_second->setAccessibleName(tr("Picture to compare with"));
}

} // namespace patina
