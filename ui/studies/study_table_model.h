#pragma once

#include "ui/studies/study_engine.h"

#include <QAbstractTableModel>

#include <memory>

namespace patina {

/// What a study came to: arms by figures, or differences of arms by figures. Bold where the interval of a difference
/// does not hold 0.
class StudyTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Show { Means, Differences };
    explicit StudyTableModel(Show show, QObject *parent = nullptr) : QAbstractTableModel(parent), m_show(show) {}

    /// \param outcome null: nothing.
    void setOutcome(std::shared_ptr<const StudyOutcome> outcome);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// Figures above, arms beside.
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const StudyCell *cell(const QModelIndex &index) const;
    QString rowName(int row) const;

    Show m_show;
    std::shared_ptr<const StudyOutcome> m_outcome;
};

} // namespace patina
