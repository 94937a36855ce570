#pragma once

#include <QStyledItemDelegate>

namespace patina {

/// Paints a row of RecentProjectModel: name, day and folder, and a cross that takes it off the list.
class RecentDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where the cross of a row is.
    static QRect crossOf(const QRect &row);
};

} // namespace patina
