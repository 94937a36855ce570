#include "ui/panels/bank_suspects_view.h"

#include "ui/look.h"
#include "ui/models/suspect_model.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/patch_view.h"
#include "ui/panels/plain_table.h"
#include "ui/session.h"
#include "ui/text/text.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace patina {

namespace {

constexpr int kPauseMs = 80;
constexpr int kLeastSidePx = 192;
constexpr int kMostSidePx = 1024;

} // namespace

BankSuspectsView::BankSuspectsView(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_suspects(new SuspectModel(this)), m_summary(new QLabel(this)),
      m_table(new QTableView(this)), m_save(new QPushButton(themedIcon(QStringLiteral("export")), {}, this)),
      m_saveAll(new QPushButton(this)), m_job(QThreadPool::globalInstance())
{
    m_summary->setObjectName(QStringLiteral("suspectSummary"));
    m_summary->setWordWrap(true);
    m_save->setObjectName(QStringLiteral("suspectSave"));
    m_saveAll->setObjectName(QStringLiteral("suspectSaveAll"));
    makePlain(m_table, "suspectTable");
    m_table->setModel(m_suspects);
    m_table->horizontalHeader()->setStretchLastSection(false);
    auto *sides = new QSplitter(this);
    sides->setChildrenCollapsible(false);
    sides->addWidget(m_table);
    sides->addWidget(createPicture());
    sides->setStretchFactor(0, 3);
    sides->setStretchFactor(1, 1);
    auto *head = new QHBoxLayout;
    head->setSpacing(kGrid);
    head->addWidget(m_summary, 1);
    head->addWidget(m_save, 0, Qt::AlignTop);
    head->addWidget(m_saveAll, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kGrid / 2, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addLayout(head);
    column->addWidget(sides, 1);
    setFocusProxy(m_table);
    connectWidgets();
    retranslateUi();
}

QWidget *BankSuspectsView::createPicture()
{
    auto *side = new QWidget(this);
    m_picture = new PatchView(side);
    m_picture->setObjectName(QStringLiteral("suspectPicture"));
    m_caption = new ElidedLabel(Qt::ElideLeft, side);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_picture, 1);
    column->addWidget(m_caption);
    return side;
}

void BankSuspectsView::connectWidgets()
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &BankSuspectsView::loadPicture);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &BankSuspectsView::showChosen);
    connect(m_suspects, &QAbstractItemModel::modelReset, this, &BankSuspectsView::showChosen);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_save->setEnabled(!selected().isEmpty()); });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const SuspectRegion &suspect = m_suspects->suspect(index.row());
        const std::string dataset = datasetOf(m_session->scorer()->model(), suspect.image);
        emit placeChosen(QString::fromStdString(dataset), QString::fromStdString(suspect.image), suspect.areaPx);
    });
    connect(m_save, &QPushButton::clicked, this, &BankSuspectsView::saveSelected);
    connect(m_saveAll, &QPushButton::clicked, this, [this] { emit listWanted(m_suspects->suspects()); });
}

QModelIndexList BankSuspectsView::selected() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    return rows;
}

void BankSuspectsView::saveSelected()
{
    std::vector<SuspectRegion> suspects;
    for (const QModelIndex &row : selected())
        suspects.push_back(m_suspects->suspect(row.row()));
    emit listWanted(suspects);
}

void BankSuspectsView::showModel()
{
    const auto scorer = m_session->scorer();
    const std::string hash = scorer ? scorer->model().hash : std::string();
    if (hash == m_shown)
        return;
    m_shown = hash;
    m_suspects->setSuspects(scorer ? scorer->model().suspects : std::vector<SuspectRegion>());
    m_save->setEnabled(false);
    m_saveAll->setEnabled(m_suspects->rowCount() > 0);
    showSummary();
}

void BankSuspectsView::showSummary()
{
    const auto scorer = m_session->scorer();
    const auto count = m_suspects->rowCount();
    if (!scorer)
        m_summary->setText(tr("Open a model, or train one, to see what of its bank may be contamination."));
    else if (count > 0)
        m_summary->setText(tr("%n regions that hardly any other image has the like of: a defect nobody has seen, dirt, "
                              "or a rare good part. What is no good part goes into a list that Training > Keep out "
                              "takes.",
                              nullptr, count));
    else if (scorer->model().supportRule.empty())
        m_summary->setText(tr("The model does not say which images bear its rows out: it was trained without that."));
    else
        m_summary->setText(tr("Every region of the training images looks like one of another image: none is suspect."));
}

void BankSuspectsView::showChosen()
{
    m_job.abandon();
    m_caption->setWhole({});
    if (!m_table->currentIndex().isValid()) {
        m_pause.stop();
        m_picture->showMessage(m_suspects->rowCount() > 0 ? tr("Select a region to see it.") : QString());
        return;
    }
    m_pause.start();
}

void BankSuspectsView::loadPicture()
{
    const QModelIndex current = m_table->currentIndex();
    const auto scorer = m_session->scorer();
    if (!current.isValid() || !scorer)
        return;
    const SuspectRegion suspect = m_suspects->suspect(current.row());
    const ModelInfo &info = scorer->model();
    const BankOrigin origin{datasetOf(info, suspect.image), suspect.image, suspect.areaPx};
    const int side = std::clamp(3 * std::max(suspect.areaPx.width, suspect.areaPx.height), kLeastSidePx, kMostSidePx);
    m_picture->showMessage(tr("Loading..."));
    m_caption->setWhole(QString::fromStdString(suspect.image));
    m_job.start(
        [engine = m_session->engine(), places = placesOf(origin, m_session->document(), m_session->project()),
         area = suspect.areaPx, side, intensity = info.intensity](const JobContext &context) {
            return patchPicture(*engine, places, area, side, intensity, context);
        },
        [this](const Result<PatchPicture> &picture) {
            if (picture)
                m_picture->show(*picture);
            else if (picture.error().code == ErrorCode::NotFound)
                m_picture->showMessage(tr("The image is not here: put the folder of the training images beside the "
                                          "project."));
            else
                m_picture->showMessage(Text::error(picture.error()));
        });
}

void BankSuspectsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void BankSuspectsView::retranslateUi()
{
    m_table->setAccessibleName(tr("Suspect regions"));
    m_picture->setAccessibleName(tr("The suspect region"));
    m_save->setText(tr("Save selected..."));
    m_save->setToolTip(tr("The selected regions as a list for Training > Keep out and --exclude"));
    m_saveAll->setText(tr("Save all..."));
    m_saveAll->setToolTip(tr("All regions as a list for Training > Keep out and --exclude"));
    m_shown.clear(); // numbers are written in another way, too
    showModel();
    showSummary();
}

} // namespace patina
