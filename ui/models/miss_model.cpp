#include "ui/models/miss_model.h"

#include "ui/text/model_words.h"
#include "ui/text/text.h"

#include <algorithm>
#include <utility>

namespace patina {

void MissModel::setMisses(std::vector<Miss> misses, std::vector<LabelClass> classes)
{
    if (misses == m_misses && classes == m_classes)
        return;
    beginResetModel();
    m_misses = std::move(misses);
    m_classes = std::move(classes);
    endResetModel();
}

int MissModel::count(Miss::Kind kind) const
{
    return static_cast<int>(std::ranges::count(m_misses, kind, &Miss::kind));
}

int MissModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_misses.size());
}

int MissModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MissModel::text(const Miss &miss, int column) const
{
    switch (column) {
    case KindColumn:
        return miss.kind == Miss::Kind::Escape     ? tr("Escape")
               : miss.kind == Miss::Kind::Overkill ? tr("Overkill")
                                                   : tr("Impurity flagged");
    case ClassColumn:
        return miss.classIndex >= 0 && miss.classIndex < std::ssize(m_classes)
                   ? Text::className(m_classes[static_cast<std::size_t>(miss.classIndex)].name)
                   : tr("good part");
    case ImageColumn:
        return ModelWords::name(miss.image);
    case PeakColumn:
        return Text::score(miss.peak);
    default:
        return miss.box.empty() ? QString() : ModelWords::count(miss.areaPx);
    }
}

QVariant MissModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole)
        return text(miss(index.row()), index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() >= PeakColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant MissModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= PeakColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn:
        return tr("What");
    case ClassColumn:
        return tr("Class");
    case ImageColumn:
        return tr("Image");
    case PeakColumn:
        return tr("Peak");
    case AreaColumn:
        return tr("Area in px");
    default:
        return {};
    }
}

} // namespace patina
