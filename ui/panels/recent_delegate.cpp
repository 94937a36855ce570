#include "ui/panels/recent_delegate.h"

#include "ui/look.h"
#include "ui/models/recent_project_model.h"

#include <QApplication>
#include <QPainter>

namespace patina {

void RecentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool missing = index.data(RecentProjectModel::MissingRole).toBool();
    const QColor text = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    QColor muted = selected ? text : mutedText(option.palette);
    muted.setAlpha(selected ? 210 : 255);
    const QRect cross = crossOf(option.rect);
    const QRect inner = option.rect.adjusted(kGrid, kGrid / 2, cross.left() - option.rect.right() - kGrid, -kGrid / 2);
    const int line = inner.height() / 2;
    const QRect upper(inner.left(), inner.top(), inner.width(), line);
    const QRect lower(inner.left(), inner.top() + line, inner.width(), line);

    painter->save();
    const QString when = missing ? tr("missing") : index.data(RecentProjectModel::OpenedRole).toString();
    const int whenWidth = option.fontMetrics.horizontalAdvance(when) + kGrid;
    painter->setPen(missing && !selected ? failureColour(option.palette) : muted);
    painter->drawText(upper, Qt::AlignVCenter | Qt::AlignRight, when);
    painter->setPen(muted);
    const QString folder = index.data(RecentProjectModel::FolderRole).toString();
    painter->drawText(lower, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(folder, Qt::ElideMiddle, lower.width()));
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(missing ? muted : text);
    painter->drawText(
        upper, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, upper.width() - whenWidth));
    if (missing || selected || option.state.testFlag(QStyle::State_MouseOver))
        themedIcon(QStringLiteral("close"))
            .paint(painter, cross, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    painter->restore();
}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {30 * kGrid, 2 * option.fontMetrics.height() + kGrid + kGrid / 2};
}

QRect RecentDelegate::crossOf(const QRect &row)
{
    const int side = 2 * kGrid;
    return {row.right() - side - kGrid, row.center().y() - side / 2, side, side};
}

} // namespace patina
