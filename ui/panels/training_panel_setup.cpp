#include "ui/look.h"
#include "ui/panels/dock_scroll.h"
#include "ui/panels/training_data_box.h"
#include "ui/panels/training_machine_box.h"
#include "ui/panels/training_model_box.h"
#include "ui/panels/training_options_box.h"
#include "ui/panels/training_panel.h"
#include "ui/panels/training_progress_view.h"
#include "ui/session.h"
#include "ui/settings/settings.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace patina {

namespace {

constexpr int kAskAfterMs = 500;

QPushButton *button(const char *name, QWidget *parent)
{
    auto *made = new QPushButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setAutoDefault(true); // Return presses it, as on the pages
    return made;
}

} // namespace

TrainingPanel::TrainingPanel(Session *session, const Settings &settings, QWidget *parent)
    : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("trainingPanel"));
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(kAskAfterMs);
    createPages(settings);
    createFooter();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    auto *footer = new QVBoxLayout;
    footer->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    footer->setSpacing(kGrid);
    footer->addWidget(m_banner);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGrid);
    for (QPushButton *each : {m_resume, m_train, m_cancel, m_score, m_again})
        row->addWidget(each);
    footer->addLayout(row);
    column->addLayout(footer);
    connectFields();
    connectRunner();
    setFocusProxy(m_data);
    openImagesChanged();
    retranslateUi();
    showPage(m_session->training().running() ? Page::Run : Page::Setup);
}

void TrainingPanel::createPages(const Settings &settings)
{
    m_pages = new QStackedWidget(this);
    auto *scroll = new QScrollArea(m_pages);
    scroll->setObjectName(QStringLiteral("trainingForm"));
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *form = new QWidget(scroll);
    m_data = new TrainingDataBox(form);
    m_model = new TrainingModelBox(form);
    m_machine = new TrainingMachineBox(form);
    m_options = new TrainingOptionsBox(form);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->setSpacing(2 * kGrid);
    for (QWidget *box : {static_cast<QWidget *>(m_data), static_cast<QWidget *>(m_model),
                         static_cast<QWidget *>(m_machine), static_cast<QWidget *>(m_options)})
        column->addWidget(box);
    column->addStretch(1);
    scroll->setWidget(form);
    m_progress = new TrainingProgressView(&m_session->training(), m_pages);
    m_pages->addWidget(scroll);
    m_pages->addWidget(new DockScroll(m_progress, m_pages));
    const TrainingSettings &usual = settings.training;
    m_wantedBackbone = usual.backbone;
    m_data->setFolder(usual.folder.toStdString());
    m_model->setBankSize(usual.bankSize);
    m_machine->setMemoryBytes(std::int64_t{usual.memoryMebibytes} << 20);
    m_machine->setThreads(usual.threads);
    m_options->setUnfolded(usual.moreOptions);
}

void TrainingPanel::createFooter()
{
    m_banner = FormColumn::makeNote(QStringLiteral("trainingBanner"), this);
    m_train = button("trainingStart", this);
    m_resume = button("trainingResume", this);
    m_cancel = button("trainingCancel", this);
    m_score = button("trainingScore", this);
    m_again = button("trainingAgain", this);
    m_cancel->setIcon(themedIcon(QStringLiteral("stop")));
    m_score->setIcon(themedIcon(QStringLiteral("score-all")));
}

void TrainingPanel::connectFields()
{
    for (FormColumn *box :
         {static_cast<FormColumn *>(m_data), static_cast<FormColumn *>(m_model), static_cast<FormColumn *>(m_machine)})
        connect(box, &FormColumn::edited, this, &TrainingPanel::fieldsChanged);
    connect(m_options, &TrainingOptionsBox::edited, this, &TrainingPanel::fieldsChanged);
    connect(m_data, &FormColumn::edited, this, &TrainingPanel::proposeOut);
    connect(m_model, &TrainingModelBox::importRequested, this, &TrainingPanel::importBackbone);
    connect(&m_askSoon, &QTimer::timeout, this, &TrainingPanel::askAgain);
    connect(m_train, &QPushButton::clicked, this, [this] { start(false); });
    connect(m_resume, &QPushButton::clicked, this, [this] { start(true); });
    connect(m_cancel, &QPushButton::clicked, &m_session->training(), &TrainingRunner::cancel);
    connect(m_score, &QPushButton::clicked, m_session, &Session::scoreAll);
    connect(m_score, &QPushButton::clicked, m_score, &QWidget::clearFocus); // Space is for the regions from now on
    connect(m_again, &QPushButton::clicked, this, [this] {
        proposeOut();
        showPage(Page::Setup);
    });
}

void TrainingPanel::connectRunner()
{
    TrainingRunner *runner = &m_session->training();
    connect(runner, &TrainingRunner::choicesKnown, this, &TrainingPanel::takeChoices);
    connect(runner, &TrainingRunner::surveyed, this, &TrainingPanel::takeSurvey);
    connect(runner, &TrainingRunner::planned, this, &TrainingPanel::takePlan);
    connect(runner, &TrainingRunner::unfinishedKnown, this, &TrainingPanel::takeUnfinished);
    connect(runner, &TrainingRunner::ended, this, &TrainingPanel::takeEnd);
    connect(runner, &TrainingRunner::progressed, this, &TrainingPanel::showState);
    connect(&m_session->document(), &Document::datasetChanged, this, &TrainingPanel::openImagesChanged);
    connect(&m_session->document(), &Document::modelChanged, this, &TrainingPanel::showState);
    connect(&m_session->project(), &ProjectDocument::projectChanged, this, &TrainingPanel::openImagesChanged);
}

} // namespace patina
