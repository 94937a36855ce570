#include "ui/review_flow.h"

#include "ui/actions.h"
#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/message_strip.h"
#include "ui/panels/region_panel.h"
#include "ui/panels/review_progress.h"
#include "ui/session.h"

#include <QAction>
#include <QMenu>
#include <QStatusBar>

#include <set>

namespace patina {

ReviewFlow::ReviewFlow(const WindowParts &parts)
    : QObject(parts.window), m_parts(parts),
      m_queue(&parts.session->document(), &parts.session->project(), &parts.session->review()),
      m_progress(new ReviewProgress(parts.window))
{
    parts.window->statusBar()->insertPermanentWidget(1, m_progress);
    createActions();
    connectSession();
    retranslate();
    showProgress();
}

void ReviewFlow::createActions()
{
    QMenu *menu = m_parts.actions->reviewMenu();
    m_skip = new QAction(themedIcon(QStringLiteral("skip")), QString(), this);
    m_skip->setObjectName(QStringLiteral("skipRegion"));
    m_skip->setShortcut(QKeySequence(Qt::Key_K));
    m_byImage = new QAction(this);
    m_byImage->setObjectName(QStringLiteral("reviewByImage"));
    m_byImage->setCheckable(true);
    m_byImage->setChecked(m_parts.settings->reviewByImage);
    const QList<QAction *> there = menu->actions();
    QAction *behind = there.value(static_cast<int>(there.indexOf(m_parts.actions->nextRegion)) + 1);
    m_goesOn = new QAction(this);
    m_goesOn->setObjectName(QStringLiteral("reviewGoesOn"));
    m_goesOn->setCheckable(true);
    m_goesOn->setChecked(m_parts.settings->reviewGoesOn);
    menu->insertActions(behind, {m_skip, m_byImage, m_goesOn});
    connect(m_parts.regions, &RegionPanel::decided, this, &ReviewFlow::decided);
    const auto order = [this](bool byImage) {
        m_queue.setOrder(byImage ? ReviewQueue::Order::ByImage : ReviewQueue::Order::ByRegion);
    };
    order(m_byImage->isChecked());
    connect(m_byImage, &QAction::toggled, this, order);
    connect(m_skip, &QAction::triggered, this, &ReviewFlow::skip);
    connect(m_parts.actions->nextRegion, &QAction::triggered, this, &ReviewFlow::goOn);
    connect(m_parts.window, &MainWindow::retranslated, this, &ReviewFlow::retranslate);
    connect(m_parts.window, &MainWindow::storing, this, [this] {
        m_parts.settings->reviewByImage = m_byImage->isChecked();
        m_parts.settings->reviewGoesOn = m_goesOn->isChecked();
    });
}

void ReviewFlow::connectSession()
{
    Session *session = m_parts.session;
    connect(&m_queue, &ReviewQueue::changed, this, &ReviewFlow::showProgress);
    connect(&session->review(), &RegionReview::regionsChanged, this, &ReviewFlow::arrive);
    connect(&session->project(), &ProjectDocument::stepped, this, &ReviewFlow::follow);
    connect(session, &Session::imageFailed, this, [this] { m_wanted.reset(); });
    connect(session, &Session::currentChanged, this, [this](int row) {
        if (m_wanted && m_wanted->row != row)
            m_wanted.reset();
    });
}

/// A region that is passed by without a decision comes back at the end.
void ReviewFlow::goOn()
{
    if (m_wanted && m_parts.session->regionsPending() && !m_parts.session->idle()) {
        if (!m_parts.session->training().running())
            return; // it comes
        m_parts.strip->show({Message::Kind::Notice, tr("The regions of an image that was passed by are found when the "
                                                       "training is done; it comes back at the end.")});
    }
    leaveCurrent();
    m_parts.session->finishImage();
    if (const auto next = m_queue.next(m_parts.session->currentRow()))
        goTo({next->row, next->first, {}});
    else
        sayDone();
}

void ReviewFlow::decided()
{
    const int item = m_parts.regions->currentRow();
    const auto &items = m_parts.session->review().items();
    if (m_goesOn->isChecked() && item >= 0 && !items.at(static_cast<std::size_t>(item)).className.empty())
        goOn();
}

void ReviewFlow::skip()
{
    if (m_parts.regions->currentRow() >= 0 || m_wanted)
        goOn();
}

void ReviewFlow::leaveCurrent()
{
    const int row = m_parts.session->currentRow();
    const int item = m_parts.regions->currentRow();
    std::optional<cv::Point> first;
    if (m_wanted)
        first = m_wanted->first; // its image came without it
    else if (item >= 0)
        first = firstOf(m_parts.session->review().items().at(static_cast<std::size_t>(item)).flagged.mask);
    m_wanted.reset();
    if (first && !m_queue.isDecided({row, *first}))
        m_queue.skip({row, *first});
}

void ReviewFlow::goTo(const Wanted &wanted)
{
    m_wanted = wanted;
    if (m_parts.session->currentRow() == wanted.row)
        arrive();
    else
        m_parts.session->showRow(wanted.row);
}

void ReviewFlow::arrive()
{
    if (!m_wanted || m_parts.session->currentRow() != m_wanted->row || m_parts.session->regionsPending())
        return;
    const RegionReview &review = m_parts.session->review();
    if (review.from().image != m_parts.session->document().image(m_wanted->row).id)
        return;
    const bool unlisted = m_wanted->first == unlistedRegions && !review.from().modelHash.empty();
    if (unlisted && review.nextUndecided(-1) < 0) { // its regions are known now, and all of them decided
        m_wanted.reset();
        QMetaObject::invokeMethod(this, &ReviewFlow::goOn, Qt::QueuedConnection);
        return;
    }
    if (review.items().empty())
        return;
    const Wanted wanted = *m_wanted;
    m_wanted.reset();
    m_parts.regions->select(itemFor(wanted));
}

/// Where the region is not there any more, as at another threshold, the next one without a decision.
int ReviewFlow::itemFor(const Wanted &wanted) const
{
    const RegionReview &review = m_parts.session->review();
    int best = -1;
    double most = 0.0;
    for (int item = 0; item < std::ssize(review.items()); ++item) {
        const FlaggedRegion &flagged = review.items()[static_cast<std::size_t>(item)].flagged;
        if (wanted.first && firstOf(flagged.mask) == *wanted.first)
            return item;
        const cv::Rect box = flagged.mask.box();
        const double share = (box & wanted.box).area() / std::max(1.0, static_cast<double>((box | wanted.box).area()));
        if (!wanted.first && share > most) {
            best = item;
            most = share;
        }
    }
    return best >= 0 ? best : review.nextUndecided(-1);
}

void ReviewFlow::showRegion(const QString &image, const cv::Rect &box)
{
    if (const int row = m_parts.session->document().rowOfName(image); row >= 0)
        goTo({row, std::nullopt, box});
}

/// Shows what was taken back or made again; not where it is about several images, as an import is.
void ReviewFlow::follow(const Change &change)
{
    std::set<std::string> images;
    cv::Rect box;
    for (const Edit &edit : change.edits)
        if (const auto *label = std::get_if<EditOf<Label>>(&edit)) {
            const Label &one = label->after ? *label->after : *label->before;
            images.insert(one.image);
            box = box.empty() ? one.mask.box() : box;
        }
    if (images.size() == 1)
        showRegion(QString::fromStdString(*images.begin()), box);
}

void ReviewFlow::showProgress()
{
    m_progress->show(m_queue.progress());
    m_skip->setEnabled(m_queue.progress().decided < m_queue.progress().total);
}

void ReviewFlow::sayDone()
{
    QString sentence = tr("Every region that is flagged has been decided.");
    if (m_queue.progress().total == 0)
        sentence = m_parts.session->document().counts().scored > 0
                       ? tr("Nothing is flagged at the review threshold.")
                       : tr("Nothing waits for a decision. Open a model and score the images first.");
    if (m_parts.session->project().isBlind())
        sentence = tr("Every region of the first reading has been decided. End the reading to see how far you agree.");
    m_parts.strip->show({Message::Kind::Notice, sentence});
}

void ReviewFlow::retranslate()
{
    m_skip->setText(tr("S&kip region"));
    m_skip->setToolTip(tr("Leave the region for later: it comes back at the end (K)"));
    m_goesOn->setText(tr("&Go on after a decision"));
    m_goesOn->setToolTip(tr("A decision leads to the next region: one key for each"));
    m_byImage->setText(tr("Image b&y image"));
    m_byImage->setToolTip(tr("All regions of an image before the next image, whatever is more uncertain"));
}

} // namespace patina
