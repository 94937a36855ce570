#include "ui/panels/likeness_view.h"

#include "ui/look.h"
#include "ui/main_window.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/patch_view.h"
#include "ui/panels/region_panel.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace patina {

namespace {

constexpr int kPauseMs = 80;
constexpr int kLeastSidePx = 96;
constexpr int kMostSidePx = 768;

/// Of the pictures, in pixels of the image: the region with room around it.
int sideFor(const cv::Rect &region, const cv::Rect &patch)
{
    const int largest = std::max({region.width, region.height, 2 * patch.width, 2 * patch.height});
    return std::clamp(largest + largest / 2, kLeastSidePx, kMostSidePx);
}

} // namespace

LikenessView::LikenessView(const WindowParts &parts)
    : QWidget(parts.regions), m_parts(parts), m_job(QThreadPool::globalInstance()),
      m_ownJob(QThreadPool::globalInstance()), m_title(new QLabel(this)), m_hint(new QLabel(this)),
      m_pair(new QWidget(this)), m_own(new PatchView(m_pair)), m_like(new PatchView(m_pair)),
      m_ownCaption(new ElidedLabel(Qt::ElideRight, m_pair)), m_likeCaption(new ElidedLabel(Qt::ElideLeft, m_pair))
{
    setObjectName(QStringLiteral("likeness"));
    m_own->setObjectName(QStringLiteral("likenessOwn"));
    m_like->setObjectName(QStringLiteral("likenessNearest"));
    m_hint->setObjectName(QStringLiteral("likenessHint"));
    m_hint->setWordWrap(true);
    auto *pair = new QGridLayout(m_pair);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setHorizontalSpacing(kGrid);
    pair->setVerticalSpacing(kGrid / 2);
    int column = 0;
    for (const auto &[view, caption] : {std::pair(m_own, m_ownCaption), std::pair(m_like, m_likeCaption)}) {
        pair->addWidget(view, 0, column);
        pair->addWidget(caption, 1, column);
        pair->setColumnStretch(column++, 1);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addWidget(m_pair);
    if (auto *panel = qobject_cast<QBoxLayout *>(parts.regions->layout()))
        panel->insertWidget(std::max(0, panel->count() - 1), this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &LikenessView::showSelected);
    connect(parts.regions, &RegionPanel::marksChanged, this, &LikenessView::follow);
    connect(parts.session, &Session::heatChanged, this, &LikenessView::follow);
    connect(parts.session, &Session::imageShown, this,
            [this](const std::shared_ptr<const DisplayImage> &image) { m_imageSize = image->size(); });
    retranslateUi();
}

std::optional<LikenessView::Key> LikenessView::selected() const
{
    const Session &session = *m_parts.session;
    const int item = m_parts.regions->currentRow();
    const auto &items = session.review().items();
    if (item < 0 || item >= std::ssize(items) || !session.document().hasModel())
        return std::nullopt;
    return Key{session.review().from().image, items[static_cast<std::size_t>(item)].flagged.region.first,
               session.document().model().hash};
}

void LikenessView::follow()
{
    const auto key = selected();
    if (key == m_key && (key || m_pair->isHidden()))
        return;
    m_key = key;
    m_job.abandon();
    m_ownJob.abandon();
    m_pause.stop();
    if (key)
        m_pause.start();
    else
        showHint(tr("Select a region to see which good patch it looks most like."));
}

void LikenessView::showSelected()
{
    const int row = m_parts.session->currentRow();
    const auto scorer = m_parts.session->scorer();
    if (!m_key || selected() != m_key || row < 0 || !scorer || m_imageSize.isEmpty())
        return;
    const auto inspection = m_parts.session->document().inspection(row);
    if (!inspection)
        return showHint(tr("Score the image to see which good patch the region looks most like."));
    const RegionReview &review = m_parts.session->review();
    const FlaggedRegion &flagged = review.items()[static_cast<std::size_t>(m_parts.regions->currentRow())].flagged;
    const cv::Size image(m_imageSize.width(), m_imageSize.height());
    const auto inMap = [](int x, int from, int to) {
        return static_cast<int>(std::int64_t{x} * to / std::max(1, from));
    };
    const cv::Size from = review.from().mapSize; // the image's, in a second reading
    const cv::Point peak(inMap(flagged.region.peakAt.x, from.width, inspection->mapSize.width),
                         inMap(flagged.region.peakAt.y, from.height, inspection->mapSize.height));
    const auto match = matchAt(*scorer, *inspection, peak, image);
    if (!match)
        return showHint(tr("The model does not say which image its patches are from."));
    const int side = sideFor(flagged.mask.box(), match->areaPx);
    load(*match, side);
    m_hint->hide();
    m_pair->show();
}

void LikenessView::load(const PatchMatch &match, int sidePx)
{
    Session &session = *m_parts.session;
    m_like->showMessage(tr("Loading..."));
    m_likeCaption->setWhole(QString::fromStdString(std::filesystem::path(match.origin.image).filename().string()));
    m_likeCaption->setToolTip(QString::fromStdString(match.origin.image));
    const auto job = [engine = session.engine(), places = placesOf(match.origin, session.document(), session.project()),
                      area = match.origin.areaPx, sidePx,
                      intensity = session.scorer()->model().intensity](const JobContext &context) {
        return patchPicture(*engine, places, area, sidePx, intensity, context);
    };
    const auto own = [engine = session.engine(), path = session.document().image(session.currentRow()).path,
                      area = match.areaPx, sidePx,
                      intensity = session.scorer()->model().intensity](const JobContext &context) {
        return patchPicture(*engine, {path}, area, sidePx, intensity, context);
    };
    m_own->showMessage(tr("Loading..."));
    m_ownJob.start(own, [this](const Result<PatchPicture> &picture) {
        if (picture)
            m_own->show(*picture);
        else
            m_own->showMessage(Text::error(picture.error()));
    });
    m_job.start(job, [this, origin = match.origin](const Result<PatchPicture> &picture) { take(picture, origin); });
}

void LikenessView::take(const Result<PatchPicture> &picture, const BankOrigin &origin)
{
    if (picture)
        return m_like->show(*picture);
    const QString image = QString::fromStdString(origin.image);
    if (picture.error().code != ErrorCode::NotFound)
        m_like->showMessage(tr("%1 cannot be shown. %2").arg(image, Text::error(picture.error())));
    else if (origin.dataset.empty())
        m_like->showMessage(tr("%1 is not here: put the folder of the training images beside the project.").arg(image));
    else
        m_like->showMessage(tr("%1 is not here: put the folder %2 beside the project.")
                                .arg(image, QString::fromStdString(origin.dataset)));
}

void LikenessView::showHint(const QString &sentence)
{
    m_hint->setText(sentence);
    m_hint->show();
    m_pair->hide();
}

void LikenessView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void LikenessView::retranslateUi()
{
    m_title->setText(tr("Looks most like"));
    m_ownCaption->setWhole(tr("This region"));
    m_own->setAccessibleName(tr("The selected region"));
    m_like->setAccessibleName(tr("The good patch that it looks most like"));
    m_key.reset();
    showHint(tr("Select a region to see which good patch it looks most like."));
    follow();
}

} // namespace patina
