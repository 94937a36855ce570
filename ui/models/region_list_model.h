#pragma once

#include "ui/document/region_review.h"

#include <QAbstractTableModel>

namespace patina {

/// The regions of a review as a table.
class RegionListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { ClassColumn, AreaColumn, PeakColumn, MeanColumn, TruthColumn, ColumnCount };
    enum Role {
        DecidedRole = Qt::UserRole + 1, ///< bool
        ClassNameRole,                  ///< QString, as the project has it; empty: not decided
    };

    /// \param review, \param project not owned, outlive the model.
    RegionListModel(RegionReview *review, const ProjectDocument *project, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The language has changed.
    void retranslate();

private:
    QString text(const RegionReview::Item &item, int column) const;

    RegionReview *m_review = nullptr;
    const ProjectDocument *m_project = nullptr;
    int m_rows = 0;
};

} // namespace patina
