#include "ui/synthesis/range_row.h"

#include "ui/look.h"
#include "ui/panels/form_column.h"
#include "ui/synthesis/range_slider.h"
#include "ui/synthesis/synthesis_words.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>
#include <optional>

namespace patina {

namespace {

constexpr int kNumberWidth = 7 * kGrid;
constexpr int kUnitWidth = 5 * kGrid;

std::optional<double> numberOf(const QString &text)
{
    bool is = false;
    double value = QLocale().toDouble(text.trimmed(), &is);
    if (!is) // with a point, as a specification has it
        value = QLocale::c().toDouble(text.trimmed(), &is);
    return is ? std::optional(value) : std::nullopt;
}

} // namespace

RangeRow::RangeRow(const synthesis::RangeField &field, const Range &usual, QWidget *parent)
    : QWidget(parent), m_section(field.section), m_name(field.name), m_scale(field.lowest, field.highest, usual.high),
      m_label(new QLabel(this)), m_low(makeEnd("Low")), m_slider(new RangeSlider(this)), m_high(makeEnd("High")),
      m_unit(new QLabel(this)), m_refusal(FormColumn::makeNote(QString(), this))
{
    const QString name = QString::fromStdString(m_section + "." + m_name);
    setObjectName(QStringLiteral("range_") + name);
    m_slider->setObjectName(QStringLiteral("slider_") + name);
    m_slider->setScale(m_scale);
    m_refusal->setObjectName(QStringLiteral("refusal_") + name);
    m_unit->setFixedWidth(kUnitWidth);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kGrid / 2);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_label, 0, 0, 1, 4);
    grid->addWidget(m_low, 1, 0);
    grid->addWidget(m_slider, 1, 1);
    grid->addWidget(m_high, 1, 2);
    grid->addWidget(m_unit, 1, 3);
    grid->addWidget(m_refusal, 2, 0, 1, 4);
    connect(m_slider, &RangeSlider::moved, this, &RangeRow::take);
    connect(m_low, &QLineEdit::editingFinished, this, [this] { typed(m_low, m_range.low); });
    connect(m_high, &QLineEdit::editingFinished, this, [this] { typed(m_high, m_range.high); });
    retranslateUi();
    setRange(*field.range);
}

QLineEdit *RangeRow::makeEnd(const char *end)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QStringLiteral("%1_%2.%3")
                            .arg(QString::fromLatin1(end).toLower(), QString::fromStdString(m_section),
                                 QString::fromStdString(m_name)));
    line->setFixedWidth(kNumberWidth);
    line->setAlignment(Qt::AlignRight);
    return line;
}

void RangeRow::setRange(const Range &range)
{
    m_range = range;
    m_slider->setRange(range);
    showNumbers();
}

void RangeRow::showNumbers()
{
    m_low->setText(SynthesisWords::number(m_range.low));
    m_high->setText(SynthesisWords::number(m_range.high));
    FormColumn::setNote(m_refusal, {});
}

/// What was not changed keeps all of its digits, of which some are shown.
void RangeRow::typed(QLineEdit *line, double &end)
{
    if (line->text().trimmed() == SynthesisWords::number(end))
        return;
    const auto value = numberOf(line->text());
    if (!value || !m_scale.contains(*value)) {
        const QString refused = line->text().trimmed();
        showNumbers();
        const QString limits = SynthesisWords::limits(m_scale.lowest(), m_scale.highest(), m_unit->text());
        return FormColumn::setNote(m_refusal, tr("%1 is not allowed: %2.").arg(refused, limits));
    }
    end = *value;
    Range range = m_range;
    if (line == m_low)
        range.high = std::max(range.high, range.low);
    else
        range.low = std::min(range.low, range.high);
    take(range);
}

void RangeRow::take(const Range &range)
{
    setRange(range);
    emit edited(range);
}

QList<QWidget *> RangeRow::fields() const
{
    return {m_low, m_slider, m_high};
}

bool RangeRow::matches(const QString &letters) const
{
    return m_label->text().contains(letters, Qt::CaseInsensitive) ||
           QString::fromStdString(m_name).contains(letters, Qt::CaseInsensitive);
}

void RangeRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void RangeRow::retranslateUi()
{
    const QString word = SynthesisWords::range(m_name);
    m_label->setText(word);
    m_unit->setText(SynthesisWords::unit(m_name));
    const QString tip = tr("%1 (%2.%3)")
                            .arg(SynthesisWords::limits(m_scale.lowest(), m_scale.highest(), m_unit->text()),
                                 QString::fromStdString(m_section), QString::fromStdString(m_name));
    for (QWidget *part : {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_low),
                          static_cast<QWidget *>(m_high), static_cast<QWidget *>(m_slider)}) {
        part->setToolTip(tip);
        part->setAccessibleDescription(tip);
    }
    const QString model = SynthesisWords::model(m_section);
    m_low->setAccessibleName(tr("%1, %2: at least").arg(model, word));
    m_high->setAccessibleName(tr("%1, %2: at most").arg(model, word));
    m_slider->setAccessibleName(tr("%1, %2").arg(model, word));
    showNumbers();
}

} // namespace patina
