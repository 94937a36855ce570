#pragma once

#include "core/project/edit_text.h"

#include <QAbstractItemModel>

namespace patina {

/// What one change did: the facts, and below each its fields before and after.
class EditModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { FactColumn, BeforeColumn, AfterColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setEdits(EditTexts edits);
    const EditTexts &edits() const { return m_edits; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textOf(const EditText &edit, int column) const;

    EditTexts m_edits;
};

} // namespace patina
