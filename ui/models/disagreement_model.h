#pragma once

#include "core/comparison/comparison.h"

#include <QAbstractTableModel>

#include <opencv2/core.hpp>

#include <string>
#include <vector>

namespace patina {

/// Something that only one of two models finds or flags at its review threshold.
struct Disagreement
{
    enum class Kind { OnlyAFinds, OnlyBFinds, OnlyAFlags, OnlyBFlags };
    Kind kind = Kind::OnlyAFinds;
    std::string image;     ///< id
    std::string className; ///< of a defect; empty: a good image
    cv::Rect box;          ///< of a defect, in pixels of the map of A; empty: the image
    double peakA = 0.0;    ///< each on the scale of its model
    double peakB = 0.0;

    bool operator==(const Disagreement &) const = default;
};

/// In the order of their kinds, of each the largest difference of peaks first.
std::vector<Disagreement> disagreementsOf(const Comparison &comparison);

class DisagreementModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { KindColumn, ClassColumn, ImageColumn, AColumn, BColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDisagreements(std::vector<Disagreement> rows);
    const Disagreement &at(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    int count(Disagreement::Kind kind) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString text(const Disagreement &row, int column);

    std::vector<Disagreement> m_rows;
};

} // namespace patina
