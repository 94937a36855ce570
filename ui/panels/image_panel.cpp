#include "ui/panels/image_panel.h"

#include "ui/look.h"
#include "ui/models/image_list_model.h"
#include "ui/panels/image_delegate.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QEvent>
#include <QLabel>
#include <QListView>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace patina {

ImagePanel::ImagePanel(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new ImageListModel(&session->document(), this)),
      m_summary(new QLabel(this)), m_list(new QListView(this))
{
    m_summary->setObjectName(QStringLiteral("imageSummary"));
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    m_list->setObjectName(QStringLiteral("imageList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ImageDelegate(m_list));
    m_list->setUniformItemSizes(true); // thousands of rows: none is measured but the first
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    for (const auto &[key, by] : {std::pair(Qt::Key_Left, -1), std::pair(Qt::Key_Right, 1)}) {
        auto *shortcut = new QShortcut(key, m_list, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = by] { step(by); });
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_summary);
    column->addWidget(m_list, 1);
    connectSession();
    retranslateUi();
}

void ImagePanel::connectSession()
{
    auto &thumbnails = m_session->thumbnails();
    connect(m_model, &ImageListModel::thumbnailWanted, &thumbnails, &ThumbnailLoader::request);
    connect(&thumbnails, &ThumbnailLoader::loaded, m_model, &ImageListModel::putThumbnail);
    connect(&thumbnails, &ThumbnailLoader::forgotten, m_model, &ImageListModel::forgetRequest);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, m_session,
            [this](const QModelIndex &current) { m_session->showRow(current.row()); });
    connect(m_session, &Session::currentChanged, this,
            [this](int row) { m_list->setCurrentIndex(m_model->index(row)); });
    auto *document = &m_session->document();
    connect(document, &Document::datasetChanged, this, &ImagePanel::showSummary);
    connect(document, &Document::resultChanged, this, &ImagePanel::showSummary);
    connect(document, &Document::modelChanged, this, &ImagePanel::showSummary);
}

void ImagePanel::step(int by)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, last);
    m_list->setCurrentIndex(m_model->index(row));
}

void ImagePanel::showSummary()
{
    const Document &document = m_session->document();
    if (!document.hasImages()) {
        m_summary->setText(tr("No folder is open."));
        return;
    }
    const auto counts = document.counts();
    QStringList parts{tr("%n images", nullptr, document.imageCount())};
    if (counts.scored > 0)
        parts << tr("%1 scored").arg(counts.scored);
    for (const auto &[verdict, count] : {std::pair(Verdict::Ng, counts.ng), std::pair(Verdict::Review, counts.review)})
        if (count > 0)
            parts << QStringLiteral("%1 %2").arg(count).arg(Text::verdict(verdict));
    if (counts.failed > 0)
        parts << tr("%1 failed").arg(counts.failed);
    m_summary->setText(parts.join(QStringLiteral(" · ")));
}

void ImagePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void ImagePanel::retranslateUi()
{
    m_list->setAccessibleName(tr("Images"));
    m_model->retranslate();
    showSummary();
}

} // namespace patina
