#include "ui/panels/region_panel.h"

#include "core/dataset/class_name.h"
#include "ui/document/label_edits.h"
#include "ui/look.h"
#include "ui/models/class_colours.h"
#include "ui/models/region_list_model.h"
#include "ui/panels/decision_button.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

#include <algorithm>

namespace patina {

namespace {

constexpr int kButtonColumns = 3;
constexpr int kLeastRows = 8; // the header is one

QPixmap swatch(const QColor &colour)
{
    QPixmap pixmap(2 * kGrid, 2 * kGrid);
    pixmap.fill(colour);
    return pixmap;
}

} // namespace

RegionPanel::RegionPanel(Session *session, const Decisions &decisions, QWidget *parent)
    : QWidget(parent), m_session(session), m_decisions(decisions),
      m_model(new RegionListModel(&session->review(), &session->project(), this)), m_summary(new QLabel(this)),
      m_table(new QTableView(this)), m_buttons(new QGridLayout)
{
    m_summary->setObjectName(QStringLiteral("regionSummary"));
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    m_table->setObjectName(QStringLiteral("regionTable"));
    m_table->installEventFilter(this);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setMinimumHeight(kLeastRows * 3 * kGrid);
    m_table->verticalHeader()->setDefaultSectionSize(3 * kGrid);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(RegionListModel::ClassColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_buttons->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid);
    m_buttons->setSpacing(kGrid / 2);
    setFocusProxy(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    column->addLayout(m_buttons);
    connectDecisions();
    connectSession();
    retranslateUi();
}

void RegionPanel::addHeader(QWidget *header)
{
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, header);
}

void RegionPanel::connectDecisions()
{
    QList<QAction *> all = m_decisions.classes;
    all << m_decisions.harmless << m_decisions.ambiguous << m_decisions.falseAlarm << m_decisions.withdraw
        << m_decisions.merge << m_decisions.split;
    for (int i = 0; i < all.size(); ++i) {
        auto *button = new DecisionButton(this);
        button->setObjectName(QStringLiteral("decide_") + all[i]->objectName());
        button->setDefaultAction(all[i]);
        button->setVisible(all[i]->isVisible());
        m_decisionButtons << button;
    }
    placeButtons();
    for (int column = 0; column < kButtonColumns; ++column)
        m_buttons->setColumnStretch(column, 1);
    RegionReview *review = &m_session->review();
    for (int i = 0; i < m_decisions.classes.size(); ++i)
        connect(m_decisions.classes[i], &QAction::triggered, this, [this, review, i] {
            const auto classes = m_session->project().classes();
            if (i < std::ssize(classes))
                give([&](const std::vector<int> &rows) {
                    return review->decide(rows, classes[static_cast<std::size_t>(i)].name);
                });
        });
    connect(m_decisions.harmless, &QAction::triggered, this,
            [this, review] { give([&](const auto &rows) { return review->decideHarmless(rows); }); });
    connect(m_decisions.ambiguous, &QAction::triggered, this,
            [this, review] { give([&](const auto &rows) { return review->decideAmbiguous(rows); }); });
    connect(m_decisions.falseAlarm, &QAction::triggered, this,
            [this, review] { give([&](const auto &rows) { return review->decide(rows, goodClassName); }); });
    connect(m_decisions.withdraw, &QAction::triggered, this,
            [this, review] { decide([&](const auto &rows) { return review->withdraw(rows); }); });
    connect(m_decisions.merge, &QAction::triggered, this,
            [this, review] { decide([&](const auto &rows) { return review->merge(rows); }); });
    connect(m_decisions.split, &QAction::triggered, this,
            [this, review] { decide([&](const auto &rows) { return review->split(rows.front()); }); });
}

void RegionPanel::connectSession()
{
    RegionReview *review = &m_session->review();
    const auto refresh = [this] {
        showSummary();
        showClasses();
        emit marksChanged();
    };
    connect(review, &RegionReview::regionsChanged, this, refresh);
    connect(review, &RegionReview::decisionsChanged, this, refresh);
    connect(&m_session->project(), &ProjectDocument::classesChanged, this, refresh);
    connect(&m_session->project(), &ProjectDocument::projectChanged, this, refresh);
    const Document *document = &m_session->document();
    connect(document, &Document::resultChanged, this, &RegionPanel::showSummary);
    connect(document, &Document::modelChanged, this, &RegionPanel::showSummary);
    connect(m_session, &Session::currentChanged, this, &RegionPanel::showSummary);
    connect(m_session, &Session::imageShown, this, &RegionPanel::showSummary);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, refresh);
    connect(review, &RegionReview::regionsChanged, this, &RegionPanel::keepSelection);
    connect(review, &RegionReview::made, this, &RegionPanel::selectQuietly);
    connect(&m_session->project(), &ProjectDocument::readerChanged, this, [this] {
        m_keptImage.clear(); // another reader begins at the most uncertain one
        m_table->clearSelection();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, review](const QModelIndex &current) {
                if (!current.isValid())
                    return;
                m_kept = review->items().at(static_cast<std::size_t>(current.row())).flagged.mask;
                m_keptImage = review->from().image;
                const cv::Rect box = m_kept.box();
                if (!m_quiet)
                    emit currentRegionChanged(QRectF(box.x, box.y, box.width, box.height));
            });
}

void RegionPanel::decideAs(const std::string &className)
{
    give([&](const std::vector<int> &rows) { return m_session->review().decide(rows, className); });
}

void RegionPanel::give(const std::function<Result<void>(const std::vector<int> &)> &decision)
{
    if (decide(decision))
        emit decided();
}

/// The selection stays: a wrong key is put right by the right one. \returns whether it was kept.
bool RegionPanel::decide(const std::function<Result<void>(const std::vector<int> &)> &decision)
{
    auto done = decision(selectedRows());
    if (!done)
        emit messaged(tr("The decision was not kept. %1").arg(Text::error(done.error())));
    return done.has_value();
}

/// Without holes where a class has no button here; the decisions that every project has begin a row of their own.
void RegionPanel::placeButtons()
{
    int place = 0;
    for (int i = 0; i < m_decisionButtons.size(); ++i) {
        if (i == m_decisions.classes.size())
            place = (place + kButtonColumns - 1) / kButtonColumns * kButtonColumns;
        if (m_decisionButtons[i]->isHidden())
            continue;
        m_buttons->removeWidget(m_decisionButtons[i]);
        m_buttons->addWidget(m_decisionButtons[i], place / kButtonColumns, place % kButtonColumns);
        ++place;
    }
}

/// One button for each class; the keys are theirs by position.
void RegionPanel::showClasses()
{
    const auto classes = m_session->project().classes();
    const bool can = canDecide();
    QString harmlessKey;
    QString ambiguousKey;
    for (int i = 0; i < m_decisions.classes.size(); ++i) {
        QAction *action = m_decisions.classes[i];
        const bool exists = i < std::ssize(classes);
        action->setVisible(exists);
        action->setEnabled(exists && can);
        m_decisionButtons[i]->setVisible(exists);
        if (!exists)
            continue;
        const ProjectClass &labelClass = classes[static_cast<std::size_t>(i)];
        const QString name = Text::className(labelClass.name);
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        action->setText(key.isEmpty() ? name : QStringLiteral("%1  %2").arg(key, name));
        action->setToolTip(key.isEmpty() ? tr("Call the selected regions %1").arg(name)
                                         : tr("Call the selected regions %1 (%2)").arg(name, key));
        action->setIcon(swatch(classColour(labelClass.name, classes)));
        const bool harmless = labelClass.name == harmlessClass().name;
        if (harmless || labelClass.name == ambiguousClass().name) { // has a button of its own
            m_decisionButtons[i]->hide();
            (harmless ? harmlessKey : ambiguousKey) = key;
        }
    }
    const auto classCount = m_decisions.classes.size();
    placeButtons();
    m_decisionButtons[classCount]->setOtherKey(harmlessKey);
    m_decisionButtons[classCount + 1]->setOtherKey(ambiguousKey);
    for (QAction *action : {m_decisions.harmless, m_decisions.ambiguous, m_decisions.falseAlarm, m_decisions.withdraw})
        action->setEnabled(can);
    const std::size_t selected = can ? selectedRows().size() : 0;
    m_decisions.merge->setEnabled(selected >= 2);
    m_decisions.split->setEnabled(selected == 1);
}

/// Why there is no region.
QString RegionPanel::whyNone() const
{
    const Document &document = m_session->document();
    const int row = m_session->currentRow();
    if (row < 0)
        return tr("No image is shown.");
    if (m_session->project().isBlind())
        return tr("The first reading has nothing to decide on this image.");
    if (!document.hasModel())
        return tr("Open a model to see what it flags here.");
    switch (document.result(row).state) {
    case ImageState::NotScored:
        return document.file(row).bytes < 0 ? tr("The file of this image is missing.")
                                            : tr("This image is not scored yet.");
    case ImageState::Failed:
        return tr("This image could not be scored.");
    case ImageState::Scored:
        break;
    }
    if (m_session->regionsPending())
        return tr("The regions are on their way.");
    return document.range().calibrated() ? tr("Nothing on this image is above the review threshold.")
                                         : tr("Without thresholds nothing is flagged: the model is not calibrated.");
}

void RegionPanel::showSummary()
{
    const RegionReview &review = m_session->review();
    const int count = static_cast<int>(review.items().size());
    if (count == 0)
        m_summary->setText(whyNone());
    else if (!m_session->project().isOpen())
        m_summary->setText(
            tr("%n regions are flagged. To decide what they are, make a project of the folder.", nullptr, count));
    else
        m_summary->setText(tr("%1 of %n regions are decided.", nullptr, count).arg(review.decided()));
    const Session::ReviewCounts counts = m_session->reviewCounts();
    if (m_session->project().isOpen() && counts.flagged > 0)
        m_summary->setText(m_summary->text() + QLatin1Char(' ') +
                           tr("%1 of %n flagged images are reviewed.", nullptr, counts.flagged).arg(counts.reviewed));
}

/// The current region stays in view where the list becomes lower.
bool RegionPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_table->currentIndex().isValid())
        QMetaObject::invokeMethod(
            m_table, [table = m_table] { table->scrollTo(table->currentIndex()); }, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void RegionPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void RegionPanel::retranslateUi()
{
    m_table->setAccessibleName(tr("Regions"));
    m_model->retranslate();
    showSummary();
    showClasses();
}

} // namespace patina
