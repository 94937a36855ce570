#pragma once

#include "core/dataset/dataset.h"
#include "core/evaluation/misses.h"

#include <QAbstractTableModel>

#include <vector>

namespace patina {

/// Escapes, overkill and flagged impurities, the worst of each first.
class MissModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { KindColumn, ClassColumn, ImageColumn, PeakColumn, AreaColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setMisses(std::vector<Miss> misses, std::vector<LabelClass> classes);
    const Miss &miss(int row) const { return m_misses.at(static_cast<std::size_t>(row)); }
    int count(Miss::Kind kind) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Miss &miss, int column) const;

    std::vector<Miss> m_misses;
    std::vector<LabelClass> m_classes;
};

} // namespace patina
