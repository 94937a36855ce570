#pragma once

#include "core/synthesis/spec_fields.h"
#include "ui/synthesis/range_scale.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace patina {

class RangeSlider;

/// One range of a model: its name, both ends as numbers and on a slider, its unit. A number that it may not be is
/// refused with what it may be.
class RangeRow : public QWidget
{
    Q_OBJECT
public:
    /// \param usual what the range is where nobody changes it.
    RangeRow(const synthesis::RangeField &field, const Range &usual, QWidget *parent = nullptr);

    /// Does not tell of it.
    void setRange(const Range &range);
    const Range &range() const { return m_range; }
    /// Of its name, in any language, or its name in a specification.
    bool matches(const QString &letters) const;
    /// In the order of the tabulator key.
    QList<QWidget *> fields() const;

signals:
    /// By the user.
    void edited(const patina::Range &range);

protected:
    void changeEvent(QEvent *event) override;

private:
    QLineEdit *makeEnd(const char *end);
    void typed(QLineEdit *line, double &end);
    void take(const Range &range);
    void showNumbers();
    void retranslateUi();

    std::string m_section;
    std::string m_name;
    RangeScale m_scale;
    Range m_range;
    QLabel *m_label = nullptr;
    QLineEdit *m_low = nullptr;
    RangeSlider *m_slider = nullptr;
    QLineEdit *m_high = nullptr;
    QLabel *m_unit = nullptr;
    QLabel *m_refusal = nullptr;
};

} // namespace patina
