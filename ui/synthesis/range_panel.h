#pragma once

#include "core/synthesis/spec_fields.h"
#include "core/synthesis/synthesis_spec.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace patina {

class RangeRow;

/// The ranges of every model that a specification uses, by model, made from the tables of the models.
class RangePanel : public QWidget
{
    Q_OBJECT
public:
    explicit RangePanel(QWidget *parent = nullptr);

    /// Values, and which models there are.
    void setSpec(const SynthesisSpec &spec);
    const SynthesisRanges &ranges() const { return m_ranges; }
    /// Without those of models whose usual values were asked for.
    const DefectPlaces &places() const { return m_places; }
    /// Shows the ranges of one model.
    void unfold(std::string_view section);
    QWidget *first() const;

signals:
    /// By the user.
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Group
    {
        std::string section;
        std::string model;
        QToolButton *head = nullptr;
        QToolButton *reset = nullptr;
        QWidget *headRow = nullptr;
        QWidget *body = nullptr;
        QLabel *places = nullptr;     ///< that it lies where real ones lay
        std::vector<RangeRow *> rows; ///< none until it is unfolded for the first time
        bool used = false;
    };
    void addGroup(std::string_view section);
    void fill(Group &group);
    void show(Group &group);
    void showAll();
    void resetGroup(std::size_t index);
    bool isUsual(const Group &group);
    std::vector<synthesis::RangeField> fieldsOf(const Group &group, SynthesisRanges &ranges) const;
    void retranslateUi();

    SynthesisRanges m_ranges;
    SynthesisRanges m_usual;
    DefectPlaces m_places;
    std::vector<Group> m_groups;
    QLineEdit *m_search = nullptr;
    QLabel *m_none = nullptr;
    QVBoxLayout *m_column = nullptr;
};

} // namespace patina
