#include "ui/panels/training_progress_view.h"

#include "ui/charts/radius_chart.h"
#include "ui/look.h"
#include "ui/panels/memory_bar.h"
#include "ui/text/path.h"
#include "ui/text/text.h"
#include "ui/text/window_words.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QVBoxLayout>

namespace patina {

namespace {

constexpr int kMostLines = 1000;
constexpr int kProgressSteps = 1000;

QLabel *label(const char *name, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setObjectName(QLatin1String(name));
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    return made;
}

QLabel *title(QWidget *parent)
{
    auto *made = new QLabel(parent);
    QFont font = made->font();
    font.setBold(true);
    made->setFont(font);
    return made;
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace

TrainingProgressView::TrainingProgressView(TrainingRunner *runner, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_title(title(this)), m_stage(label("trainingStage", this)),
      m_bar(new QProgressBar(this)), m_count(label("trainingCount", this)), m_memoryTitle(title(this)),
      m_memory(new MemoryBar(this)), m_memoryText(label("trainingMemoryText", this)), m_radiusTitle(title(this)),
      m_radius(new RadiusChart(this)), m_noticesTitle(title(this)), m_notices(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("trainingRun"));
    setFocusPolicy(Qt::ClickFocus);
    m_bar->setObjectName(QStringLiteral("trainingProgress"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(12);
    m_memory->setObjectName(QStringLiteral("trainingGauge"));
    m_radius->setObjectName(QStringLiteral("trainingRadius"));
    m_notices->setObjectName(QStringLiteral("trainingNotices"));
    m_notices->setReadOnly(true);
    m_notices->setTabChangesFocus(true);
    m_notices->setMaximumBlockCount(kMostLines);
    m_notices->setMinimumHeight(8 * kGrid);
    createLayout();
    connect(runner, &TrainingRunner::progressed, this, &TrainingProgressView::showProgress);
    connect(runner, &TrainingRunner::memoryChanged, this, &TrainingProgressView::showMemory);
    connect(runner, &TrainingRunner::noticed, this, &TrainingProgressView::addNotice);
    retranslateUi();
}

void TrainingProgressView::createLayout()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->setSpacing(kGrid);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_stage),
                          static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_count)})
        column->addWidget(part);
    column->addSpacing(kGrid);
    for (QWidget *part : {static_cast<QWidget *>(m_memoryTitle), static_cast<QWidget *>(m_memory),
                          static_cast<QWidget *>(m_memoryText)})
        column->addWidget(part);
    column->addSpacing(kGrid);
    column->addWidget(m_radiusTitle);
    column->addWidget(m_radius, 2);
    column->addSpacing(kGrid);
    column->addWidget(m_noticesTitle);
    column->addWidget(m_notices, 1);
}

void TrainingProgressView::begin()
{
    m_notices->clear();
    for (const QString &sentence : m_runner->notices())
        addNotice(sentence);
    retranslateUi();
}

void TrainingProgressView::addNotice(const QString &sentence)
{
    m_notices->appendPlainText(windowWords(sentence));
}

QString TrainingProgressView::countText() const
{
    const TrainingProgress &progress = m_runner->progress();
    QStringList parts;
    if (progress.total > 1)
        parts << (progress.stage == QLatin1String("coreset")
                      ? tr("%1 of %2 rows").arg(number(progress.done), number(progress.total))
                      : tr("%1 of %2 images").arg(number(progress.done), number(progress.total)));
    if (progress.remainingMs)
        parts << Text::remaining(*progress.remainingMs);
    return parts.join(QStringLiteral(", "));
}

void TrainingProgressView::showProgress()
{
    const TrainingProgress &progress = m_runner->progress();
    const auto &outcome = m_runner->outcome();
    m_bar->setVisible(!outcome);
    m_count->setVisible(!outcome);
    if (outcome) {
        m_stage->setText(resultText(*outcome));
    } else {
        m_stage->setText(m_runner->stopping()       ? tr("Stopping...")
                         : progress.stage.isEmpty() ? tr("Waiting for the engine...")
                                                    : Text::stage(progress.stage));
        m_bar->setRange(0, progress.total > 1 ? kProgressSteps : 0); // 0..0 = busy
        m_bar->setValue(progress.total > 1 ? static_cast<int>(progress.done * kProgressSteps / progress.total) : 0);
        m_count->setText(countText());
    }
    const bool passes = progress.stage == QLatin1String("features");
    const qint64 images = passes ? progress.total : 0;
    m_radius->show(m_runner->radii(), images);
    m_radius->setEmptyText(outcome ? tr("No curve: the covering radius was known at the end only.")
                           : passes && progress.done > 0 ? tr("All patches are held so far: nothing is left uncovered.")
                                                         : tr("Shown once the selection has to leave patches out."));
    showMemory();
}

void TrainingProgressView::showMemory()
{
    const TrainingMemory memory = m_runner->memory();
    const auto &outcome = m_runner->outcome();
    const qint64 peak = outcome ? outcome->model.figures.peakBytes : memory.peakBytes;
    m_memory->show({0, 0, 0, outcome ? peak : memory.bytes}, memory.budgetBytes);
    QString text = outcome ? tr("At most %1").arg(Text::mebibytes(peak))
                           : tr("%1 now, %2 at most").arg(Text::mebibytes(memory.bytes), Text::mebibytes(peak));
    if (memory.budgetBytes > 0)
        text = tr("%1; the budget is %2").arg(text, Text::mebibytes(memory.budgetBytes));
    m_memoryText->setText(text);
    m_memory->setAccessibleDescription(text);
}

QString TrainingProgressView::resultText(const TrainingOutcome &outcome) const
{
    const TrainingFigures &figures = outcome.model.figures;
    QStringList lines;
    lines << tr("%1 is trained and open: %2 rows of %3 images, in %4 s.")
                 .arg(fileNameOf(outcome.out), number(outcome.rows), number(figures.images),
                      QLocale().toString(figures.totalS, 'f', figures.totalS < 10.0 ? 1 : 0));
    lines << tr("Covering radius %1; 99.9 % of the training patches lie within %2.")
                 .arg(Text::score(figures.coverageRadius), Text::score(figures.coverageP999));
    if (outcome.model.scoreScale.calibrated())
        lines << tr("Review from %1, reject from %2.")
                     .arg(Text::score(outcome.model.scoreScale.reviewThreshold()),
                          Text::score(outcome.model.scoreScale.rejectThreshold()));
    if (figures.skipped > 0)
        lines << tr("%n images were left out.", nullptr, static_cast<int>(figures.skipped));
    if (outcome.suspects > 0)
        lines << tr("%n regions are suspect; the list and their pictures are in %1.", nullptr,
                    static_cast<int>(outcome.suspects))
                     .arg(QString::fromStdString(outcome.suspectsFolder.string()));
    return lines.join(QLatin1Char('\n'));
}

void TrainingProgressView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void TrainingProgressView::retranslateUi()
{
    const TrainRequest &request = m_runner->order().job.request;
    m_title->setText(m_runner->outcome() ? tr("Done")
                                         : tr("Training on %1").arg(QString::fromStdString(request.backbone)));
    setAccessibleName(m_title->text());
    m_memoryTitle->setText(tr("Memory"));
    m_memory->setAccessibleName(tr("Memory against the budget"));
    m_radiusTitle->setText(tr("Covering radius by images that have passed"));
    m_radius->setAccessibleName(tr("Covering radius by images that have passed"));
    m_bar->setAccessibleName(tr("Progress of the training"));
    m_noticesTitle->setText(tr("Said meanwhile"));
    m_notices->setAccessibleName(tr("Said meanwhile"));
    showProgress();
}

} // namespace patina
