#include "ui/evaluation/rule_box.h"

#include "core/thresholds/counting_units.h"
#include "ui/evaluation/evaluation_state.h"
#include "ui/look.h"
#include "ui/panels/dock_scroll.h"
#include "ui/panels/form_column.h"
#include "ui/session.h"
#include "ui/text/rule_words.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace patina {

namespace {

constexpr std::array kKinds{RuleKind::MaxEscape, RuleKind::MaxOverkill, RuleKind::Cost,
                            RuleKind::F1Max,     RuleKind::Quantile,    RuleKind::MeanSigma};
constexpr std::array kConfidences{0.95, 0.9, 0.8, 0.0}; ///< 0: by the counted share

QDoubleSpinBox *spin(QWidget *parent, const char *name, double low, double high, double value, int decimals)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setDecimals(decimals);
    box->setRange(low, high);
    box->setValue(value);
    return box;
}

QComboBox *choice(QWidget *parent, const char *name, int entries)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    for (int i = 0; i < entries; ++i)
        box->addItem(QString());
    return box;
}

} // namespace

RuleBox::RuleBox(Session *session, EvaluationState *state, QWidget *parent)
    : QWidget(parent), m_session(session), m_state(state), m_job(QThreadPool::globalInstance())
{
    auto *asked = new QWidget(this);
    m_fields = new FormColumn(asked);
    createFields();
    auto *buttons = new QVBoxLayout; // side by side their words are wider than the page of a small window
    buttons->setSpacing(kGrid / 2);
    buttons->addWidget(m_find, 0, Qt::AlignLeft);
    buttons->addWidget(m_use, 0, Qt::AlignLeft);
    auto *column = new QVBoxLayout(asked);
    column->setContentsMargins(0, kGrid / 2, kGrid, kGrid / 2);
    column->setSpacing(kGrid);
    column->addWidget(m_fields);
    column->addLayout(buttons);
    column->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(new DockScroll(asked, this), 1);
    row->addWidget(new DockScroll(m_result, this), 1);
    setFocusProxy(m_kind);
    connectFields();
    retranslateUi();
}

void RuleBox::createFields()
{
    m_kind = choice(this, "ruleKind", static_cast<int>(kKinds.size()));
    m_class = choice(this, "ruleClass", 1);
    m_rate = spin(this, "ruleRate", 0.01, 50.0, 1.0, 2);
    m_confidence = choice(this, "ruleConfidence", static_cast<int>(kConfidences.size()));
    m_unit = choice(this, "ruleUnit", 2);
    m_sigmas = spin(this, "ruleSigmas", 0.0, 100.0, 3.0, 1);
    m_escapePrice = spin(this, "ruleEscapePrice", 0.0, 1e9, 100.0, 2);
    m_overkillPrice = spin(this, "ruleOverkillPrice", 0.0, 1e9, 1.0, 2);
    m_prevalence = spin(this, "rulePrevalence", 0.0, 99.99, 0.0, 2);
    m_share = spin(this, "ruleShare", 10.0, 90.0, 50.0, 0);
    for (QDoubleSpinBox *percent : {m_rate, m_prevalence, m_share})
        percent->setSuffix(QStringLiteral("\u00a0%"));
    for (QWidget *field :
         {static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_class), static_cast<QWidget *>(m_rate),
          static_cast<QWidget *>(m_confidence), static_cast<QWidget *>(m_unit), static_cast<QWidget *>(m_sigmas),
          static_cast<QWidget *>(m_escapePrice), static_cast<QWidget *>(m_overkillPrice),
          static_cast<QWidget *>(m_prevalence), static_cast<QWidget *>(m_share)}) {
        m_labels.push_back(m_fields->addField(field));
    }
    m_find = new QPushButton(themedIcon(QStringLiteral("search")), {}, this);
    m_find->setObjectName(QStringLiteral("ruleFind"));
    m_use = new QPushButton(themedIcon(QStringLiteral("thresholds")), {}, this);
    m_use->setObjectName(QStringLiteral("ruleUse"));
    m_use->setEnabled(false);
    m_result = new QLabel(this);
    m_result->setObjectName(QStringLiteral("ruleResult"));
    m_result->setWordWrap(true);
    m_result->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_result->setContentsMargins(0, kGrid / 2, 0, 0);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void RuleBox::connectFields()
{
    for (QComboBox *box : {m_kind, m_class, m_confidence, m_unit})
        connect(box, &QComboBox::currentIndexChanged, this, &RuleBox::forget);
    for (QDoubleSpinBox *box : {m_rate, m_sigmas, m_escapePrice, m_overkillPrice, m_prevalence, m_share})
        connect(box, &QDoubleSpinBox::valueChanged, this, &RuleBox::forget);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RuleBox::showFields);
    connect(m_find, &QPushButton::clicked, this, &RuleBox::find);
    connect(m_use, &QPushButton::clicked, this, &RuleBox::use);
    connect(m_state, &EvaluationState::evaluationChanged, this, &RuleBox::showClasses);
    connect(m_state, &EvaluationState::evaluationChanged, this, &RuleBox::forget);
}

RuleKind RuleBox::kind() const
{
    return kKinds[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))];
}

void RuleBox::showFields()
{
    const RuleKind shown = kind();
    const bool bounded = shown == RuleKind::MaxEscape || shown == RuleKind::MaxOverkill;
    const std::array<std::pair<QWidget *, bool>, 8> wanted{{{m_class, shown == RuleKind::MaxEscape},
                                                            {m_rate, bounded || shown == RuleKind::Quantile},
                                                            {m_confidence, bounded},
                                                            {m_unit, bounded},
                                                            {m_sigmas, shown == RuleKind::MeanSigma},
                                                            {m_escapePrice, shown == RuleKind::Cost},
                                                            {m_overkillPrice, shown == RuleKind::Cost},
                                                            {m_prevalence, shown == RuleKind::Cost}}};
    for (const auto &[field, visible] : wanted)
        m_fields->setFieldVisible(field, visible);
    m_kind->setToolTip(RuleWords::explanation(shown));
}

/// Those that have outlined defects under the policy.
void RuleBox::showClasses()
{
    const QString before = m_class->currentData().toString();
    const QSignalBlocker quiet(m_class);
    m_class->clear();
    m_class->addItem(tr("each class"), QString());
    if (const Evaluation *shown = m_state->evaluation())
        for (const std::string &name : defectClasses(calibrationData(shown->outcomes, shown->classes)))
            m_class->addItem(Text::className(name), QString::fromStdString(name));
    m_class->setCurrentIndex(std::max(0, m_class->findData(before)));
}

ThresholdRule RuleBox::rule() const
{
    ThresholdRule rule;
    rule.kind = kind();
    rule.sigmas = m_sigmas->value();
    rule.bound.rate = m_rate->value() / 100.0;
    const double confidence = kConfidences[static_cast<std::size_t>(m_confidence->currentIndex())];
    rule.bound.confidence = confidence > 0.0 ? std::optional(confidence) : std::nullopt;
    rule.bound.unit = m_unit->currentIndex() == 0 ? CountUnit::Single : CountUnit::Group;
    if (const QString name = m_class->currentData().toString(); !name.isEmpty())
        rule.classes = {name.toStdString()};
    else
        for (int i = 1; i < m_class->count(); ++i)
            rule.classes.push_back(m_class->itemData(i).toString().toStdString());
    rule.prices = {m_escapePrice->value(), m_overkillPrice->value(),
                   m_prevalence->value() > 0.0 ? std::optional(m_prevalence->value() / 100.0) : std::nullopt};
    return rule;
}

void RuleBox::find()
{
    const Evaluation *shown = m_state->evaluation();
    auto images = m_session->evaluator().request();
    if (shown == nullptr || !images)
        return;
    std::optional<ThresholdPair> now;
    if (const ScoreRange &range = m_state->range(); range.calibrated())
        now = ThresholdPair{*range.review, *range.reject};
    RuleSearch search{requestFor(rule(), *shown, m_share->value() / 100.0, now), m_session->evaluator().latest(),
                      static_cast<std::size_t>(m_state->policyIndex()), *std::move(images)};
    const ThresholdRule &wanted = search.request.rules.front().rule;
    const bool bounded = wanted.kind == RuleKind::MaxEscape || wanted.kind == RuleKind::MaxOverkill;
    if (wanted.kind == RuleKind::MaxEscape && wanted.classes.empty()) {
        m_result->setText(tr("There is no outlined defect that could escape: label or paint some."));
        return;
    }
    if (bounded && wanted.bound.unit == CountUnit::Group && !haveGroups(*search.images.contents)) {
        m_result->setText(tr("The project knows no groups: each image would count as a part of its own. Count each "
                             "defect and each good image, or make the project from a data set with a groups.csv."));
        return;
    }
    m_result->setText(tr("Looking..."));
    m_job.start([search = std::move(search)](const JobContext &) { return findThresholds(search); },
                [this](const Result<std::shared_ptr<const Answer>> &answer) {
                    if (answer)
                        take(*answer);
                    else
                        m_result->setText(Text::error(answer.error()));
                });
}

void RuleBox::take(const std::shared_ptr<const Answer> &answer)
{
    m_answer = answer;
    m_use->setEnabled(answer->choice.thresholds.has_value() && m_session->document().range().calibrated());
    m_use->setText(answer->choice.met() ? tr("Use them") : tr("Use the nearest"));
    m_result->setText(RuleWords::answer(answer->request, answer->choice, answer->now));
    m_result->setToolTip(tr("The parts, as patina-cli threshold deals them too (SHA-256 of the names of their images): "
                            "calibration %1, acceptance %2")
                             .arg(QString::fromStdString(answer->parts.calibrationSha256),
                                  QString::fromStdString(answer->parts.acceptanceSha256)));
}

void RuleBox::use()
{
    if (!m_answer || !m_answer->choice.thresholds)
        return;
    const ThresholdRequest &request = m_answer->request;
    const ThresholdSide side = request.rules.front().side;
    ThresholdPair pair = *m_answer->choice.thresholds;
    // The one that the rule does not set may have been moved since.
    if (const ScoreRange &range = m_state->range(); range.calibrated() && side == ThresholdSide::Review)
        pair = settledPair(pair.review, std::nullopt, ThresholdPair{*range.review, *range.reject});
    else if (range.calibrated() && side == ThresholdSide::Reject)
        pair = settledPair(std::nullopt, pair.reject, ThresholdPair{*range.review, *range.reject});
    std::string words =
        fmt::format("{}, chosen on {:.0f} % of the groups (seed {})", ruleSentence(request.rules.front().rule),
                    request.calibrationShare * 100.0, request.seed);
    if (!m_answer->choice.met())
        words = "what is nearest to " + words;
    m_session->setThresholds(pair.review, pair.reject, words);
}

/// What is asked for, or asked of, is another.
void RuleBox::forget()
{
    m_job.abandon();
    m_answer.reset();
    m_use->setEnabled(false);
    m_use->setText(tr("Use them"));
    m_result->setText(RuleWords::explanation(kind()));
    m_result->setToolTip({});
}

void RuleBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void RuleBox::retranslateUi()
{
    const QStringList names{tr("Rule"),
                            tr("Of class"),
                            tr("At most"),
                            tr("Confidence"),
                            tr("Counted"),
                            tr("Standard deviations"),
                            tr("An escape costs"),
                            tr("An overkill costs"),
                            tr("Defective parts"),
                            tr("For calibration")};
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        FormColumn::say(m_labels[i], names[static_cast<qsizetype>(i)]);
    FormColumn::say(m_labels.back(), names.back(),
                    tr("Share of the groups that the thresholds are chosen on; the others show how they hold"));
    for (std::size_t i = 0; i < kKinds.size(); ++i)
        m_kind->setItemText(static_cast<int>(i), RuleWords::kind(kKinds[i]));
    const QLocale locale;
    for (std::size_t i = 0; i < kConfidences.size(); ++i)
        m_confidence->setItemText(static_cast<int>(i),
                                  kConfidences[i] > 0.0
                                      ? tr("%1 %").arg(locale.toString(kConfidences[i] * 100.0, 'f', 0))
                                      : tr("none: the counted share"));
    m_unit->setItemText(0, tr("each defect, each good image"));
    m_unit->setItemText(1, tr("whole groups"));
    m_prevalence->setSpecialValueText(tr("as counted"));
    m_find->setText(tr("Find thresholds"));
    m_use->setText(tr("Use them"));
    m_class->setItemText(0, tr("each class"));
    showFields();
    forget();
}

} // namespace patina
