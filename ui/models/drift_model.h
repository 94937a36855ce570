#pragma once

#include "core/comparison/drift.h"

#include <QAbstractTableModel>

#include <optional>

namespace patina {

/// The two samples that are compared, in a row each: held out, and the good parts of now.
class DriftModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { SampleColumn, ImagesColumn, MedianColumn, AboveColumn, ShareColumn, BoundsColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDrift(std::optional<Drift> drift);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    std::optional<Drift> m_drift;
};

} // namespace patina
