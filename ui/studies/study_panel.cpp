#include "ui/studies/study_panel.h"

#include "ui/look.h"
#include "ui/panels/dock_scroll.h"
#include "ui/panels/page_head.h"
#include "ui/session.h"
#include "ui/settings/settings.h"
#include "ui/studies/study_form.h"
#include "ui/studies/study_results.h"
#include "ui/studies/study_words.h"
#include "ui/text/text.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace patina {

namespace {

constexpr int kProgressSteps = 1000;
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
    m_results = new StudyResults(m_pages);
    for (QWidget *page : {m_nothing, m_running, static_cast<QWidget *>(m_results)})
        m_pages->addWidget(page);
    halves->addWidget(m_pages);
    halves->setStretchFactor(1, 1);
    halves->setSizes({48 * kGrid, 100 * kGrid});
    m_head = new PageHead(QStringLiteral("studyLeave"), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(PageHead::rule(this));
    column->addWidget(halves, 1);
    setFocusProxy(m_form);
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

void StudyPanel::connectParts()
{
    connect(m_form, &FormColumn::edited, this, [this] {
        m_problem = nullptr;
        showState();
    });
    connect(m_head, &PageHead::leaveWanted, this, &StudyPanel::leaveWanted);
    connect(m_run, &QPushButton::clicked, this, &StudyPanel::start);
    connect(m_cancel, &QPushButton::clicked, &m_runner, &StudyRunner::cancel);
    connect(m_results, &StudyResults::failed, this, &StudyPanel::failed);
    connect(&m_runner, &StudyRunner::progressed, this, &StudyPanel::showState);
    connect(&m_runner, &StudyRunner::ended, this, &StudyPanel::takeEnd);
    connect(&m_runner, &StudyRunner::backbonesKnown, this, &StudyPanel::takeBackbones);
    connect(&m_session->training(), &TrainingRunner::imported, &m_runner, &StudyRunner::askBackbones);
    connect(&m_session->document(), &Document::datasetChanged, this, &StudyPanel::openImagesChanged);
}

void StudyPanel::store() const
{
    saveStudyState(m_form->state(), m_stateFile);
}

void StudyPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_asked, true))
        m_runner.askBackbones();
    showState();
}

void StudyPanel::openImagesChanged()
{
    const Document &document = m_session->document();
    m_form->setOpenFolder(document.hasImages() ? document.dataset().root : std::filesystem::path());
}

void StudyPanel::takeBackbones(const Answer<std::vector<std::string>> &names)
{
    m_form->setBackbones(names.result.value_or(std::vector<std::string>()));
    if (!names)
        m_problem = [error = names.error()] {
            return tr("The installed backbones were not found out. %1").arg(Text::error(error));
        };
    showState();
}

void StudyPanel::start()
{
    if (m_runner.running() || !m_form->problem().isEmpty())
        return;
    m_problem = nullptr;
    store();
    StudyOrder order = m_form->order();
    order.threads = m_settings->threads;
    order.device = m_settings->device.toStdString();
    if (m_session->scoring() || m_session->training().running())
        emit noticed(tr("One job at a time uses the engine: the study begins when it is free."));
    m_runner.start(order);
    showState();
    m_running->setFocus(); // not on the button that cancels
}

void StudyPanel::takeEnd(const Answer<StudyOutcome> &outcome)
{
    const QString name = StudyWords::kind(m_runner.order().kind);
    const bool watched = isAncestorOf(QApplication::focusWidget()); // else somebody works elsewhere
    if (outcome) {
        m_results->setOutcome(std::make_shared<const StudyOutcome>(*outcome));
        emit noticed(tr("The study \"%1\" is done: %2.")
                         .arg(name, QString::fromStdString((outcome->order.out / "study.html").string())));
    } else if (outcome.error().code == ErrorCode::Cancelled) {
        m_problem = [] { return tr("Cancelled. Run goes on where it was, as long as the fields stay as they are."); };
        emit noticed(tr("The study \"%1\" was cancelled. Its runs are kept: run again in the same folder, it goes on.")
                         .arg(name));
    } else {
        m_problem = [error = outcome.error()] { return Text::windowError(error); };
        emit failed(tr("The study \"%1\" did not come to an end. %2").arg(name, Text::windowError(outcome.error())));
    }
    m_form->showOutNote();
    showState();
    if (watched)
        outcome ? m_results->setFocus() : m_run->setFocus();
}

void StudyPanel::showState()
{
    const bool running = m_runner.running();
    const QString missing = m_form->problem();
    m_form->setEnabled(!running);
    m_run->setVisible(!running);
    m_run->setEnabled(missing.isEmpty());
    m_cancel->setVisible(running);
    m_cancel->setEnabled(!m_runner.stopping());
    QStringList lines;
    if (m_problem)
        lines << m_problem();
    if (!missing.isEmpty())
        lines << missing;
    FormColumn::setNote(m_banner, running ? QString() : lines.join(QLatin1Char('\n')));
    m_pages->setCurrentWidget(running ? m_running : m_runner.outcome() ? static_cast<QWidget *>(m_results) : m_nothing);
    if (running)
        showProgress();
}

void StudyPanel::showProgress()
{
    const JobProgress &progress = m_runner.progress();
    const QLocale locale;
    m_title->setText(StudyWords::kind(m_runner.order().kind));
    m_stage->setText(m_runner.stopping()        ? tr("Stopping...")
                     : progress.stage.isEmpty() ? tr("Waiting for the engine...")
                                                : Text::stage(progress.stage));
    // 0..0 = busy: until the first run is done, which can take minutes, something moves.
    const bool known = progress.total > 1 && progress.done > 0;
    m_bar->setRange(0, known ? kProgressSteps : 0);
    m_bar->setValue(known ? static_cast<int>(progress.done * kProgressSteps / progress.total) : 0);
    QStringList parts;
    if (progress.stage == QLatin1String("study"))
        parts << tr("%1 of %2 runs").arg(locale.toString(progress.done), locale.toString(progress.total));
    if (const auto left = m_runner.remainingMs())
        parts << Text::remaining(*left);
    m_count->setText(parts.join(QStringLiteral(", ")));
}

void StudyPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void StudyPanel::retranslateUi()
{
    m_head->setTitle(tr("Studies"));
    m_run->setText(tr("Run"));
    m_run->setToolTip(tr("Train and test every arm with every seed"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop the study; the runs that are done are kept"));
    m_empty->setText(tr("Choose a question, name its data sets and a folder for the results, and press Run. Every way "
                        "to make a bank (an arm) is trained and tested with every seed; what comes of it is a table "
                        "with intervals, differences, curves and a report. Run again in the folder of a study, it "
                        "shows what is there."));
    m_keeps->setText(tr("The window stays usable; scoring and training wait, for one job at a time uses the engine. A "
                        "study that is cancelled goes on where it was when it is run again in the same folder."));
    m_bar->setAccessibleName(tr("Progress of the study"));
    showState();
}

} // namespace patina
