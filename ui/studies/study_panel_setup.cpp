#include "ui/look.h"
#include "ui/panels/dock_scroll.h"
#include "ui/panels/page_head.h"
#include "ui/session.h"
#include "ui/studies/study_form.h"
#include "ui/studies/study_panel.h"
#include "ui/studies/study_result_view.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace patina {

namespace {

constexpr int kLongestLine = 72 * kGrid;

QPushButton *button(const char *name, const QString &icon, QWidget *parent)
{
    auto *made = new QPushButton(themedIcon(icon), {}, parent);
    made->setObjectName(QLatin1String(name));
    return made;
}

QLabel *text(const char *name, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setObjectName(QLatin1String(name));
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

} // namespace

StudyPanel::StudyPanel(std::shared_ptr<const StudyEngine> engine, Session *session, const Settings *settings,
                       QString stateFile, QWidget *parent)
    : QWidget(parent), m_session(session), m_settings(settings), m_stateFile(std::move(stateFile)),
      m_runner(std::move(engine), session->enginePool())
{
    setObjectName(QStringLiteral("studyPanel"));
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(createLeft());
    m_pages = new QStackedWidget(halves);
    m_pages->setObjectName(QStringLiteral("studyPages"));
    m_nothing = createEmpty();
    m_running = createRun();
    m_results = new StudyResultView(m_pages);
    for (QWidget *page : {m_nothing, m_running, static_cast<QWidget *>(m_results)})
        m_pages->addWidget(page);
    halves->addWidget(m_pages);
    halves->setStretchFactor(1, 1);
    halves->setSizes({56 * kGrid, 100 * kGrid});
    m_head = new PageHead(QStringLiteral("studyLeave"), this);
    m_open = button("studyOpen", QStringLiteral("folder"), m_head);
    m_head->addCommand(m_open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(PageHead::rule(this));
    column->addWidget(halves, 1);
    setTabOrder(m_running, m_cancel); // what one may want next of a study that runs
    connectParts();
    openImagesChanged();
    retranslateUi();
}

QWidget *StudyPanel::createLeft()
{
    auto *left = new QWidget(this);
    auto *page = new QWidget(left);
    m_form = new StudyForm(loadStudyState(m_stateFile), page);
    auto *around = new QVBoxLayout(page);
    around->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    around->addWidget(m_form);
    around->addStretch(1);
    m_banner = FormColumn::makeNote(QStringLiteral("studyBanner"), left);
    m_run = button("studyRun", QStringLiteral("start"), left);
    m_cancel = button("studyCancel", QStringLiteral("stop"), left);
    auto *footer = new QVBoxLayout;
    footer->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    footer->setSpacing(kGrid);
    footer->addWidget(m_banner);
    footer->addWidget(m_run);
    footer->addWidget(m_cancel);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new DockScroll(page, left), 1);
    column->addLayout(footer);
    return left;
}

/// Lines no longer than one reads with ease.
QWidget *StudyPanel::createEmpty()
{
    auto *page = new QWidget(m_pages);
    m_empty = text("studyEmpty", page);
    m_empty->setMaximumWidth(kLongestLine);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_empty, 8);
    row->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
    column->addStretch(1);
    column->addLayout(row);
    column->addStretch(2);
    return page;
}

QWidget *StudyPanel::createRun()
{
    auto *page = new QWidget(m_pages);
    page->setFocusPolicy(Qt::ClickFocus);
    m_title = text("studyRunTitle", page);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_stage = text("studyStage", page);
    m_bar = new QProgressBar(page);
    m_bar->setObjectName(QStringLiteral("studyProgress"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(12);
    m_count = text("studyCount", page);
    m_keeps = text("studyKeeps", page);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->setSpacing(kGrid);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_stage),
                          static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_count)})
        column->addWidget(part);
    column->addSpacing(kGrid);
    m_keeps->setMaximumWidth(kLongestLine);
    column->addWidget(m_keeps);
    column->addStretch(1);
    return page;
}

std::vector<QWidget *> StudyPanel::sections() const
{
    std::vector<QWidget *> fields = m_form->sections();
    fields.push_back(m_run);
    fields.push_back(m_cancel);
    fields.push_back(m_results->first());
    return fields;
}

QString StudyPanel::mainWords() const
{
    return tr("Run the study");
}

void StudyPanel::setMainKey(const QString &key)
{
    m_key = key;
    retranslateUi();
}

void StudyPanel::doMain()
{
    if (m_form->state().out.trimmed().isEmpty() && !m_runner.running())
        m_form->sections().back()->setFocus(Qt::TabFocusReason); // where to?
    else
        start();
}

void StudyPanel::connectParts()
{
    connect(m_form, &FormColumn::edited, this, [this] {
        m_problem = nullptr;
        showState();
    });
    connect(m_head, &PageHead::leaveWanted, this, &StudyPanel::leaveWanted);
    connect(m_run, &QPushButton::clicked, this, &StudyPanel::start);
    connect(m_open, &QPushButton::clicked, this, &StudyPanel::chooseStudy);
    connect(&m_runner, &StudyRunner::readEnded, this, &StudyPanel::takeRead);
    connect(m_cancel, &QPushButton::clicked, &m_runner, &StudyRunner::cancel);
    connect(m_results, &StudyResultView::failed, this, &StudyPanel::failed);
    connect(&m_runner, &StudyRunner::progressed, this, &StudyPanel::showState);
    connect(&m_runner, &StudyRunner::ended, this, &StudyPanel::takeEnd);
    connect(&m_runner, &StudyRunner::backbonesKnown, this, &StudyPanel::takeBackbones);
    connect(&m_session->training(), &TrainingRunner::imported, &m_runner, &StudyRunner::askBackbones);
    connect(&m_session->document(), &Document::datasetChanged, this, &StudyPanel::openImagesChanged);
}

} // namespace patina
