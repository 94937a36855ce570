#pragma once

#include "core/comparison/comparison.h"

#include <QAbstractTableModel>

#include <opencv2/core.hpp>

#include <optional>
#include <string>
#include <vector>

namespace patina {

/// Something that not all of several models find or flag at their review thresholds.
struct Disagreement
{
    enum class Kind { Defect, Good };
    /// What one model makes of it.
    struct Side
    {
        bool says = false; ///< finds the defect, flags the good image
        double peak = 0.0; ///< on the scale of the model

        bool operator==(const Side &) const = default;
    };
    Kind kind = Kind::Defect;
    std::string image;                      ///< id
    std::string className{};                ///< of a defect
    cv::Rect box{};                         ///< of a defect, in pixels of the map of A; empty: the image
    std::vector<std::optional<Side>> sides; ///< of A, B, ...; none: it does not know the image, or not this defect

    bool operator==(const Disagreement &) const = default;
};

/// \param others A with B, A with C, ...
/// Defects first, then good images; what the first models say before what the last ones say; of these what is farthest
/// apart first.
std::vector<Disagreement> disagreementsOf(const std::vector<const Comparison *> &others);

class DisagreementModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// Then one with the peak of each model.
    enum Column { WhatColumn, ClassColumn, ImageColumn, PeakColumn };

    using QAbstractTableModel::QAbstractTableModel;

    /// \param models how many are compared, A too.
    void setDisagreements(std::vector<Disagreement> rows, int models);
    const Disagreement &at(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    int count(Disagreement::Kind kind) const;
    /// Those that this model alone says. \param side 0: A.
    int countOnly(Disagreement::Kind kind, int side) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QString text(const Disagreement &row, int column);
    static QString what(const Disagreement &row);

    std::vector<Disagreement> m_rows;
    int m_models = 2;
};

} // namespace patina
