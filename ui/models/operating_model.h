#pragma once

#include "core/metrics/good_parts.h"
#include "core/metrics/operating_point.h"

#include <QAbstractTableModel>

#include <string>
#include <vector>

namespace patina {

/// What the two thresholds make of defects, impurities and good parts: a row each, with counts, shares and intervals.
class OperatingModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        ReviewCountColumn,
        ReviewShareColumn,
        ReviewIntervalColumn,
        RejectCountColumn,
        RejectShareColumn,
        RejectIntervalColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// What is counted at one threshold.
    struct Point
    {
        OperatingPoint counts;
        GoodParts good;
    };
    /// Of one evaluation: the same rows at both.
    void setPoints(const Point &review, const Point &reject);
    void clear() { setPoints({}, {}); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Cell
    {
        QString count;
        QString share;
        QString interval;
        QString note; ///< why there is none, or what else is known

        bool operator==(const Cell &) const = default;
    };
    struct Row
    {
        QString name;
        Cell review;
        Cell reject;

        bool operator==(const Row &) const = default;
    };
    static Cell defectCell(const DefectCount &count);
    static Cell impurityCell(const ImpurityCount &count);
    static Cell goodCell(const OperatingPoint &point);
    static Cell regionCell(const OperatingPoint &point);
    static Cell partCell(const GoodParts::Count &count);
    static std::vector<Row> rowsOf(const Point &reviewPoint, const Point &rejectPoint);

    std::vector<Row> m_rows;
};

} // namespace patina
