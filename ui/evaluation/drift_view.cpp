#include "ui/evaluation/drift_view.h"

#include "core/project/project_settings.h"
#include "ui/charts/line_chart.h"
#include "ui/evaluation/evaluation_state.h"
#include "ui/look.h"
#include "ui/models/drift_model.h"
#include "ui/panels/plain_table.h"
#include "ui/session.h"
#include "ui/text/comparison_words.h"
#include "ui/text/model_words.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace patina {

DriftView::DriftView(Session *session, EvaluationState *state, QWidget *parent)
    : QWidget(parent), m_session(session), m_state(state), m_model(new DriftModel(this)),
      m_job(QThreadPool::globalInstance())
{
    setObjectName(QStringLiteral("driftView"));
    createWidgets();
    setFocusProxy(m_choice);
    connect(m_state, &EvaluationState::evaluationChanged, this, &DriftView::refresh);
    connect(&session->document(), &Document::rangeChanged, this, &DriftView::refresh);
    connect(m_choice, &QComboBox::activated, this, &DriftView::test);
    connect(m_chart, &Chart::failed, this, &DriftView::failed);
    m_session->jobs().follow(&m_job, [] { return tr("Looking for a drift"); });
    retranslateUi();
}

DriftView::~DriftView() = default;

void DriftView::createWidgets()
{
    m_choiceLabel = new QLabel(this);
    m_choice = new QComboBox(this);
    m_choice->setObjectName(QStringLiteral("driftParts"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(16);
    m_choiceLabel->setBuddy(m_choice);
    m_icon = new QLabel(this);
    m_icon->setObjectName(QStringLiteral("driftWarning"));
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("driftSentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_table = new QTableView(this);
    makePlain(m_table, "driftTable");
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->setFixedHeight(10 * kGrid + kGrid); // two rows, the header and a scroll bar
    m_chart = new LineChart(this);
    m_chart->setObjectName(QStringLiteral("driftChart"));
    auto *head = new QHBoxLayout;
    head->setSpacing(kGrid);
    head->addWidget(m_choiceLabel);
    head->addWidget(m_choice, 1);
    auto *said = new QHBoxLayout;
    said->setSpacing(kGrid);
    said->addWidget(m_icon, 0, Qt::AlignTop);
    said->addWidget(m_sentence, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kGrid / 2, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addLayout(head);
    column->addLayout(said);
    column->addWidget(m_table);
    column->addWidget(m_chart, 1);
}

/// Only what somebody looks at.
void DriftView::refresh()
{
    if (!isVisible())
        return;
    fillChoices();
    test();
}

/// What was chosen stays chosen as long as it is there.
void DriftView::fillChoices()
{
    const PartChoice before = chosen();
    m_choices = partChoices(parts());
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const PartChoice &one : m_choices) {
        const QString name = ModelWords::name(one.name);
        m_choice->addItem(one.kind == PartChoice::Kind::All     ? tr("All good parts that the model does not know")
                          : one.kind == PartChoice::Kind::Group ? tr("Group %1").arg(name)
                                                                : tr("Folder %1").arg(name));
    }
    const auto place = std::ranges::find(m_choices, before);
    m_choice->setCurrentIndex(place == m_choices.end() ? 0 : static_cast<int>(place - m_choices.begin()));
    m_choice->setEnabled(m_choices.size() > 1);
}

std::vector<GoodPart> DriftView::parts() const
{
    const Evaluation *shown = m_state->evaluation();
    const auto scorer = m_session->scorer();
    return shown && scorer ? goodPartsOf(*shown, imagesKnownTo(scorer->model())) : std::vector<GoodPart>();
}

PartChoice DriftView::chosen() const
{
    const int index = m_choice->currentIndex();
    return index >= 0 && index < std::ssize(m_choices) ? m_choices[static_cast<std::size_t>(index)] : PartChoice();
}

/// The exact tests take a while where there are thousands of parts.
void DriftView::test()
{
    const auto scorer = m_session->scorer();
    m_job.abandon();
    m_fresh = scoresOf(parts(), chosen());
    m_heldOut = scorer ? heldOutScoresOf(scorer->model()) : std::vector<double>();
    if (const QString why = whyNot(); !why.isEmpty())
        return showResult({}, why);
    const DriftSettings settings{.reviewThreshold = m_session->document().range().review.value_or(1.0)};
    m_job.start([heldOut = m_heldOut, fresh = m_fresh,
                 settings](const JobContext &) { return driftOf(heldOut, fresh, settings); },
                [this](Result<Drift> drift) {
                    if (drift)
                        showResult(*drift, withCaveat(ComparisonWords::drift(*drift)));
                    else
                        showResult({}, Text::error(drift.error()));
                });
}

QString DriftView::whyNot() const
{
    if (m_heldOut.empty())
        return tr("The model keeps no scores of held-out good images to compare with: calibrate it (patina-cli model "
                  "calibrate), or train one that holds images out.");
    if (m_fresh.empty())
        return tr("There is no good part that the model does not know: add images of new ones.");
    const double alpha = DriftSettings().alpha;
    const std::int64_t needed = imagesForDrift(std::ssize(m_heldOut), alpha);
    if (std::ssize(m_fresh) >= needed)
        return {};
    return tr("%1 good parts against %2 held-out ones cannot show p < %3, whatever their scores: it takes %4.")
        .arg(ModelWords::count(std::ssize(m_fresh)), ModelWords::count(std::ssize(m_heldOut)),
             QLocale().toString(alpha, 'g', 3), ModelWords::count(needed));
}

/// The score scale was made of whole maps.
QString DriftView::withCaveat(const QString &sentence) const
{
    const ProjectContents &contents = m_session->project().contents();
    if (contents.zones.empty() && minimumAreaOf(contents) <= 1)
        return sentence;
    return tr("%1 Zones and the least area of the project hold for the parts of now only, not for those held out: they "
              "alone may make a difference, or hide one.")
        .arg(sentence);
}

void DriftView::showResult(std::optional<Drift> drift, const QString &sentence)
{
    m_warns = drift && drift->warns();
    m_sentence->setText(sentence);
    m_table->setVisible(drift.has_value());
    m_model->setDrift(drift);
    m_icon->setVisible(m_warns);
    showCurves(!m_heldOut.empty() && !m_fresh.empty());
    applyColours();
}

void DriftView::showCurves(bool any)
{
    if (!any) {
        m_chart->setSeries({});
        m_chart->setMarks({});
        return;
    }
    const double review = m_session->document().range().review.value_or(1.0);
    const auto [heldLow, heldHigh] = std::ranges::minmax(m_heldOut);
    const auto [freshLow, freshHigh] = std::ranges::minmax(m_fresh);
    const double from = std::min({heldLow, freshLow, review});
    const double to = std::max({heldHigh, freshHigh, review});
    ChartSeries heldOut = belowCurve(m_heldOut, from, to);
    ChartSeries fresh = belowCurve(m_fresh, from, to);
    heldOut.name = tr("Held out (%1)").arg(ModelWords::count(std::ssize(m_heldOut)));
    fresh.name = tr("Now (%1)").arg(ModelWords::count(std::ssize(m_fresh)));
    m_chart->setSeries({heldOut, fresh});
    m_chart->setMarks(
        {{QStringLiteral("review"), tr("Review"), review, false, verdictColour(Verdict::Review, palette())}});
}

void DriftView::applyColours()
{
    QPalette colours = palette();
    if (m_warns)
        colours.setColor(QPalette::WindowText, failureColour(colours));
    m_sentence->setPalette(colours);
    m_icon->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(2 * kGrid));
}

void DriftView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DriftView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    if (event->type() == QEvent::PaletteChange)
        applyColours();
    QWidget::changeEvent(event);
}

void DriftView::retranslateUi()
{
    m_choiceLabel->setText(tr("Parts"));
    m_choice->setAccessibleName(tr("Good parts that are looked at"));
    m_icon->setAccessibleName(tr("Warning"));
    m_icon->setToolTip(tr("Warning"));
    m_table->setAccessibleName(tr("Scores of held-out and of new good parts"));
    m_chart->setTitle(tr("Scores of good parts, then and now"));
    m_chart->setAxes({tr("Score"), {}, {}, false, ChartUnit::Number},
                     {tr("Share below"), 0.0, 1.0, false, ChartUnit::Percent});
    m_chart->setEmptyText(tr("There is nothing to show yet."));
    m_model->setDrift({});
    refresh();
}

} // namespace patina
