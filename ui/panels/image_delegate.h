#pragma once

#include <QStyledItemDelegate>

namespace patina {

/// A row of the image list: thumbnail, name and folder, score as number and bar, verdict as coloured word.
class ImageDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// One line for each image, without thumbnail and folder.
    void setCompact(bool compact) { m_compact = compact; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintLine(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    bool m_compact = false;
};

} // namespace patina
