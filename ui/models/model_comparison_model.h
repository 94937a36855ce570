#pragma once

#include "core/pipeline/model.h"
#include "core/project/scores.h"
#include "ui/document/score_range.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace patina {

/// What a model has said of the images of a project, at the thresholds that hold for it.
struct VerdictCounts
{
    int scored = 0;
    int ok = 0;
    int review = 0;
    int ng = 0;
};
/// \param range of the model; one without thresholds gives no verdicts.
VerdictCounts countsOf(const std::vector<ImageScore> &scores, const ScoreRange &range);

/// One side of a comparison.
struct ComparedModel
{
    QString name;
    ModelInfo info;
    VerdictCounts counts{};
};

/// Two versions of a model side by side, one line for each thing that a model says about itself. With one side alone it
/// is that one's description.
class ModelComparisonModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { WhatColumn, OneColumn, OtherColumn, ColumnCount };
    static constexpr int DiffersRole = Qt::UserRole; ///< bool

    using QAbstractTableModel::QAbstractTableModel;

    void compare(std::optional<ComparedModel> one, std::optional<ComparedModel> other);
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line
    {
        QString what;
        QString one;
        QString other;
    };
    template <typename Of>
    void add(const QString &what, const Of &of);
    void fill();
    void addResults();
    void addBank();
    void addOrigin();
    void addMaking();
    bool differs(int row) const;

    std::optional<ComparedModel> m_one;
    std::optional<ComparedModel> m_other;
    std::vector<Line> m_lines;
};

/// The lines that differ, or all.
class DifferenceFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setDifferencesOnly(bool only);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    bool m_only = false;
};

} // namespace patina
