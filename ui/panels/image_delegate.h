#pragma once

#include <QStyledItemDelegate>

namespace patina {

/// A row of the image list: thumbnail, name and folder, score as number and bar, verdict as coloured word.
class ImageDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace patina
