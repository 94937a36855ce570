#include "ui/models/region_list_model.h"

#include "ui/document/project_document.h"
#include "ui/models/class_colours.h"
#include "ui/text/text.h"

#include <QLocale>

#include <cmath>

namespace patina {

RegionListModel::RegionListModel(RegionReview *review, const ProjectDocument *project, QObject *parent)
    : QAbstractTableModel(parent), m_review(review), m_project(project)
{
    connect(review, &RegionReview::regionsChanged, this, [this] {
        beginResetModel();
        m_rows = static_cast<int>(m_review->items().size());
        endResetModel();
    });
    const auto refresh = [this] {
        if (m_rows > 0)
            emit dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
    };
    connect(review, &RegionReview::decisionsChanged, this, refresh);
    connect(project, &ProjectDocument::classesChanged, this, refresh);
}

int RegionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int RegionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RegionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RegionReview::Item &item = m_review->items().at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::DecorationRole:
        if (index.column() != ClassColumn || item.className.empty())
            return {};
        return classColour(item.className, m_project->classes());
    case Qt::TextAlignmentRole:
        return index.column() == ClassColumn || index.column() == TruthColumn
                   ? QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter)
                   : QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case DecidedRole:
        return !item.className.empty();
    case ClassNameRole:
        return QString::fromStdString(item.className);
    default:
        return {};
    }
}

QString RegionListModel::text(const RegionReview::Item &item, int column) const
{
    const Region &region = item.flagged.region;
    switch (column) {
    case ClassColumn:
        return item.className.empty() ? tr("not decided") : Text::className(item.className);
    case AreaColumn:
        return QLocale().toString(static_cast<qlonglong>(item.flagged.mask.areaPx()));
    case PeakColumn:
        return std::isnan(region.peak) ? QString() : Text::score(static_cast<double>(region.peak));
    case MeanColumn:
        return std::isnan(region.mean) ? QString() : Text::score(region.mean);
    case TruthColumn:
        return item.truth.empty() ? QString() : Text::className(item.truth);
    default:
        return {};
    }
}

QVariant RegionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case ClassColumn:
        return tr("Class");
    case AreaColumn:
        return tr("Area, px");
    case PeakColumn:
        return tr("Peak");
    case MeanColumn:
        return tr("Mean");
    case TruthColumn:
        return tr("Imported");
    default:
        return {};
    }
}

void RegionListModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

} // namespace patina
