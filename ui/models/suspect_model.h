#pragma once

#include "core/pipeline/model.h"

#include <QAbstractTableModel>

#include <vector>

namespace patina {

/// Regions of good images that hardly any other image bears out, the loneliest first.
class SuspectModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { RankColumn, ImageColumn, PlaceColumn, LonelinessColumn, RowsColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSuspects(std::vector<SuspectRegion> suspects);
    const std::vector<SuspectRegion> &suspects() const { return m_suspects; }
    const SuspectRegion &suspect(int row) const { return m_suspects.at(static_cast<std::size_t>(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(int row, int column) const;

    std::vector<SuspectRegion> m_suspects;
};

} // namespace patina
