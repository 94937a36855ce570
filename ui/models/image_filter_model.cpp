#include "ui/models/image_filter_model.h"

#include "ui/models/image_list_model.h"

#include <cmath>
#include <limits>

namespace patina {

namespace {

QString placeOf(const QModelIndex &index)
{
    return index.data(ImageListModel::FolderRole).toString() + QLatin1Char('/') +
           index.data(Qt::DisplayRole).toString();
}

/// Where an image stands in an order by numbers, from the least on.
double rankOf(const QModelIndex &index, ImageFilterModel::Order order)
{
    if (order == ImageFilterModel::Order::Newest)
        return -index.data(ImageListModel::ModifiedRole).toDouble();
    const bool byScore = order == ImageFilterModel::Order::Score;
    const QVariant value = index.data(byScore ? ImageListModel::ScoreRole : ImageListModel::UncertaintyRole);
    if (!value.isValid())
        return std::numeric_limits<double>::infinity();
    return byScore ? -value.toDouble() : value.toDouble();
}

} // namespace

ImageFilterModel::ImageFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
}

void ImageFilterModel::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void ImageFilterModel::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

void ImageFilterModel::setSplit(const QString &split)
{
    m_split = split;
    invalidateFilter();
}

void ImageFilterModel::setClass(const QString &className)
{
    m_class = className;
    invalidateFilter();
}

void ImageFilterModel::setOrder(Order order)
{
    m_order = order;
    sort(order == Order::AsListed ? -1 : 0);
    invalidate();
}

bool ImageFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto is = [&](int role, const QString &wanted) {
        return wanted.isEmpty() || index.data(role).toString() == wanted;
    };
    return is(ImageListModel::SplitRole, m_split) && is(ImageListModel::ClassRole, m_class) && isShown(index) &&
           (m_text.isEmpty() || placeOf(index).contains(m_text, Qt::CaseInsensitive));
}

bool ImageFilterModel::isShown(const QModelIndex &index) const
{
    const auto state = static_cast<ImageState>(index.data(ImageListModel::StateRole).toInt());
    const QVariant verdict = index.data(ImageListModel::VerdictRole);
    const auto is = [&](Verdict wanted) { return verdict.isValid() && verdict.toInt() == static_cast<int>(wanted); };
    const bool flagged = is(Verdict::Review) || is(Verdict::Ng);
    switch (m_show) {
    case Show::All:
        break;
    case Show::Flagged:
        return flagged;
    case Show::ToReview:
        return flagged && !index.data(ImageListModel::ReviewedRole).toBool();
    case Show::Failed:
        return state == ImageState::Failed;
    case Show::NotScored:
        return state == ImageState::NotScored;
    case Show::Ng:
        return is(Verdict::Ng);
    case Show::Review:
        return is(Verdict::Review);
    case Show::Ok:
        return is(Verdict::Ok);
    case Show::Missing:
        return index.data(ImageListModel::MissingRole).toBool();
    }
    return true;
}

/// Equal ones stay as they are listed.
bool ImageFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (m_order == Order::Name) {
        const int order = QString::localeAwareCompare(placeOf(left), placeOf(right));
        return order != 0 ? order < 0 : left.row() < right.row();
    }
    const double a = rankOf(left, m_order);
    const double b = rankOf(right, m_order);
    return a != b ? a < b : left.row() < right.row();
}

} // namespace patina
