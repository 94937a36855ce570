#include "ui/panels/image_panel.h"

#include "ui/look.h"
#include "ui/models/image_filter_model.h"
#include "ui/models/image_list_model.h"
#include "ui/panels/image_delegate.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace patina {

ImagePanel::ImagePanel(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new ImageListModel(&session->document(), &session->project(), this)),
      m_shown(new ImageFilterModel(this)), m_summary(new QLabel(this)), m_text(new QLineEdit(this)),
      m_show(new QComboBox(this)), m_order(new QComboBox(this)), m_group(new QComboBox(this)),
      m_compact(new QToolButton(this)), m_delegate(new ImageDelegate(this)), m_list(new QListView(this))
{
    m_summary->setObjectName(QStringLiteral("imageSummary"));
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    m_list->setObjectName(QStringLiteral("imageList"));
    m_shown->setSourceModel(m_model);
    // Before the list hears of it, as it would go on to another image.
    connect(m_shown, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_leaving = true; });
    m_list->setModel(m_shown);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true); // thousands of rows: none is measured but the first
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    for (const auto &[key, by] : {std::pair(Qt::Key_Left, -1), std::pair(Qt::Key_Right, 1)}) {
        auto *shortcut = new QShortcut(key, m_list, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = by] { step(by); });
    }
    setFocusProxy(m_list);
    setMinimumWidth(25 * kGrid); // a name, a score and a badge beside the thumbnail
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, kGrid, 0);
    top->addWidget(m_summary, 1);
    top->addWidget(m_compact);
    column->addLayout(top);
    column->addLayout(createFilter());
    column->addWidget(m_list, 1);
    connectSession();
    retranslateUi();
}

QLayout *ImagePanel::createFilter()
{
    m_text->setObjectName(QStringLiteral("imageFilter"));
    m_text->setClearButtonEnabled(true);
    m_show->setObjectName(QStringLiteral("imageShow"));
    m_order->setObjectName(QStringLiteral("imageOrder"));
    m_group->setObjectName(QStringLiteral("imageGroup"));
    m_compact->setObjectName(QStringLiteral("imageCompact"));
    m_compact->setIcon(themedIcon(QStringLiteral("table")));
    m_compact->setCheckable(true);
    m_compact->setAutoRaise(true);
    m_compact->setFocusPolicy(Qt::TabFocus);
    for (QComboBox *box : {m_show, m_order, m_group})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (int i = 0; i <= static_cast<int>(ImageFilterModel::Show::Missing); ++i)
        m_show->addItem(QString(), i);
    for (int i = 0; i <= static_cast<int>(ImageFilterModel::Order::Newest); ++i)
        m_order->addItem(QString(), i);
    connect(m_text, &QLineEdit::textChanged, m_shown, &ImageFilterModel::setText);
    connect(m_show, &QComboBox::currentIndexChanged, m_shown,
            [this](int index) { m_shown->setShow(static_cast<ImageFilterModel::Show>(index)); });
    connect(m_order, &QComboBox::currentIndexChanged, m_shown,
            [this](int index) { m_shown->setOrder(static_cast<ImageFilterModel::Order>(index)); });
    connect(m_group, &QComboBox::currentIndexChanged, m_shown, [this] {
        const QStringList group = m_group->currentData().toStringList(); // split, class
        m_shown->setSplit(group.value(0));
        m_shown->setClass(group.value(1));
    });
    connect(m_compact, &QToolButton::toggled, this, &ImagePanel::setCompact);
    connect(m_shown, &QAbstractItemModel::rowsInserted, this, &ImagePanel::showSummary);
    connect(m_shown, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_leaving = false;
        markShown();
        showSummary();
    });
    auto *grid = new QGridLayout;
    grid->setContentsMargins(kGrid, 0, kGrid, kGrid / 2);
    grid->setSpacing(kGrid / 2);
    grid->addWidget(m_text, 0, 0);
    grid->addWidget(m_group, 0, 1);
    grid->addWidget(m_show, 1, 0);
    grid->addWidget(m_order, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

QList<QWidget *> ImagePanel::filters() const
{
    return {m_compact, m_text, m_group, m_show, m_order};
}

void ImagePanel::connectSession()
{
    auto &thumbnails = m_session->thumbnails();
    connect(m_model, &ImageListModel::thumbnailWanted, &thumbnails, &ThumbnailLoader::request);
    connect(&thumbnails, &ThumbnailLoader::loaded, m_model, &ImageListModel::putThumbnail);
    connect(&thumbnails, &ThumbnailLoader::forgotten, m_model, &ImageListModel::forgetRequest);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, m_session,
            [this](const QModelIndex &current) {
                if (current.isValid() && !m_leaving) // an image that leaves the list is still shown
                    m_session->showRow(m_shown->mapToSource(current).row());
            });
    connect(m_session, &Session::currentChanged, this, &ImagePanel::markShown);
    connect(&m_session->project(), &ProjectDocument::readerChanged, this, [this] {
        m_group->setCurrentIndex(0); // folders are often named after what is in them
        m_group->setEnabled(!m_session->project().isBlind());
    });
    auto *document = &m_session->document();
    connect(document, &Document::datasetChanged, this, &ImagePanel::showSummary);
    connect(document, &Document::datasetChanged, this, &ImagePanel::fillGroups);
    connect(document, &Document::resultChanged, this, &ImagePanel::showSummary);
    connect(document, &Document::modelChanged, this, &ImagePanel::showSummary);
    connect(document, &Document::rangeChanged, this, &ImagePanel::showSummary);
}

/// Nothing is the current one while the image that is shown is not in the list.
void ImagePanel::markShown()
{
    m_list->setCurrentIndex(m_shown->mapFromSource(m_model->index(m_session->currentRow())));
}

void ImagePanel::step(int by)
{
    const int last = m_shown->rowCount() - 1;
    if (last < 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, last);
    m_list->setCurrentIndex(m_shown->index(row, 0));
}

/// The splits and classes that the images are of.
void ImagePanel::fillGroups()
{
    const QSignalBlocker quiet(m_group);
    const QVariant before = m_group->currentData();
    m_group->clear();
    m_group->addItem(tr("All groups"), QStringList{QString(), QString()});
    std::set<QString> splits;
    std::set<QString> classes;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        splits.insert(m_model->index(row).data(ImageListModel::SplitRole).toString());
        classes.insert(m_model->index(row).data(ImageListModel::ClassRole).toString());
    }
    for (const QString &split : splits)
        m_group->addItem(tr("Split: %1").arg(split), QStringList{split, QString()});
    for (const QString &name : classes)
        m_group->addItem(tr("Class: %1").arg(Text::className(name.toStdString())), QStringList{QString(), name});
    m_group->setCurrentIndex(std::max(0, m_group->findData(before)));
    const QStringList group = m_group->currentData().toStringList();
    m_shown->setSplit(group.value(0));
    m_shown->setClass(group.value(1));
}

void ImagePanel::setCompact(bool compact)
{
    m_delegate->setCompact(compact);
    m_list->doItemsLayout();
    markShown();
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
    if (m_shown->rowCount() < document.imageCount())
        parts << tr("%1 shown").arg(m_shown->rowCount());
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
    m_text->setPlaceholderText(tr("Part of the name or folder"));
    m_text->setAccessibleName(tr("Part of the name or folder"));
    m_show->setAccessibleName(tr("Which images are listed"));
    m_show->setToolTip(tr("Which images are listed"));
    m_order->setAccessibleName(tr("Order of the images"));
    m_order->setToolTip(tr("Order of the images"));
    m_group->setAccessibleName(tr("Split or class"));
    m_group->setToolTip(tr("Only images of a split or class"));
    m_compact->setAccessibleName(tr("One line for each image"));
    m_compact->setToolTip(tr("One line for each image, without thumbnails"));
    const QStringList shown{tr("All"),
                            tr("Flagged"),
                            tr("To be reviewed"),
                            tr("Failed"),
                            tr("Not scored"),
                            tr("Verdict: %1").arg(Text::verdict(Verdict::Ng)),
                            tr("Verdict: %1").arg(Text::verdict(Verdict::Review)),
                            tr("Verdict: %1").arg(Text::verdict(Verdict::Ok)),
                            tr("File missing")};
    for (int i = 0; i < m_show->count(); ++i)
        m_show->setItemText(i, shown.value(i));
    const QStringList orders{tr("As in the folder"), tr("Highest score first"), tr("Most uncertain first"),
                             tr("By name"), tr("Newest first")};
    for (int i = 0; i < m_order->count(); ++i)
        m_order->setItemText(i, orders.value(i));
    m_model->retranslate();
    fillGroups();
    showSummary();
}

} // namespace patina
