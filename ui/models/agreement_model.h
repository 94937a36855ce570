#pragma once

#include "core/project/agreement.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace patina {

/// What two readers said of the same regions: a row for each category of the first, a column for each of the second.
class AgreementModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// \param agreement null: none.
    void setAgreement(std::shared_ptr<const Agreement> agreement);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int categories() const { return m_agreement ? static_cast<int>(m_agreement->categories.size()) : 0; }
    QString category(int index) const;

    std::shared_ptr<const Agreement> m_agreement;
};

/// The regions behind a cell of that table, or all on which the readers disagree.
class DecisionListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { ImageColumn, FirstColumn, SecondColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// \param cell row and column of the table; none: all disagreements.
    void show(std::shared_ptr<const Agreement> agreement, std::optional<std::pair<int, int>> cell);
    const RegionDecision &decision(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const Agreement> m_agreement;
    std::vector<std::size_t> m_shown; ///< places among the decisions
};

} // namespace patina
