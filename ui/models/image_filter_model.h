#pragma once

#include <QSortFilterProxyModel>
#include <QString>

namespace patina {

/// Images of an ImageListModel that are asked for, in the order that is asked for.
class ImageFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Show { All, Flagged, ToReview, Failed, NotScored };
    enum class Order {
        AsListed,
        Score,       ///< the highest first; without a score last
        Uncertainty, ///< the nearest to a threshold first; without a score last
        Name,
    };

    explicit ImageFilterModel(QObject *parent = nullptr);

    /// Part of the folder or name, in any case.
    void setText(const QString &text);
    void setShow(Show show);
    void setOrder(Order order);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool isShown(const QModelIndex &index) const;

    QString m_text;
    Show m_show = Show::All;
    Order m_order = Order::AsListed;
};

} // namespace patina
