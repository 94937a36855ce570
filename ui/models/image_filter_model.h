#pragma once

#include <QSortFilterProxyModel>
#include <QString>

namespace patina {

/// Images of an ImageListModel that are asked for, in the order that is asked for.
class ImageFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Show { All, Flagged, ToReview, Failed, NotScored, Ng, Review, Ok, Missing };
    enum class Order {
        AsListed,
        Score,       ///< the highest first; without a score last
        Uncertainty, ///< the nearest to a threshold first; without a score last
        Name,
        Newest, ///< the file that was changed last first
    };

    explicit ImageFilterModel(QObject *parent = nullptr);

    /// Part of the folder or name, in any case.
    void setText(const QString &text);
    void setShow(Show show);
    /// Images of a split and of a class; empty: of all.
    void setSplit(const QString &split);
    void setClass(const QString &className);
    void setOrder(Order order);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool isShown(const QModelIndex &index) const;

    QString m_text;
    QString m_split;
    QString m_class;
    Show m_show = Show::All;
    Order m_order = Order::AsListed;
};

} // namespace patina
