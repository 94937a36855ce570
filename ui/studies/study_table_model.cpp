#include "ui/studies/study_table_model.h"

#include "ui/studies/study_words.h"

#include <QFont>

#include <cmath>
#include <utility>

namespace patina {

namespace {

bool hasInterval(const StudyCell &cell)
{
    return cell.mean && !std::isnan(cell.low) && !std::isnan(cell.high);
}

} // namespace

void StudyTableModel::setOutcome(std::shared_ptr<const StudyOutcome> outcome)
{
    beginResetModel();
    m_outcome = std::move(outcome);
    endResetModel();
}

int StudyTableModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_outcome)
        return 0;
    return static_cast<int>(m_show == Show::Means ? m_outcome->table.rows.size() : m_outcome->table.differences.size());
}

int StudyTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_outcome ? 0 : static_cast<int>(m_outcome->table.figures.size());
}

const StudyCell *StudyTableModel::cell(const QModelIndex &index) const
{
    const auto row = static_cast<std::size_t>(index.row());
    const auto column = static_cast<std::size_t>(index.column());
    const std::vector<StudyCell> &cells =
        m_show == Show::Means ? m_outcome->table.rows[row].cells : m_outcome->table.differences[row].cells;
    return column < cells.size() ? &cells[column] : nullptr;
}

QString StudyTableModel::rowName(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    return m_show == Show::Means ? StudyWords::numberedArm(*m_outcome, at)
                                 : StudyWords::difference(*m_outcome, m_outcome->table.differences[at]);
}

QVariant StudyTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const StudyCell *shown = cell(index);
    if (shown == nullptr)
        return {};
    const bool clear = m_show == Show::Differences && StudyDifference::isClear(*shown);
    const QString text = m_show == Show::Means ? StudyWords::value(*shown) : StudyWords::change(*shown);
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::AccessibleTextRole:
        return clear ? tr("%1, clear of 0").arg(text) : text;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return hasInterval(*shown) || !shown->mean
                   ? rowName(index.row())
                   : tr("%1; no interval: too few parts or seeds").arg(rowName(index.row()));
    case Qt::FontRole:
        if (clear) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        return {};
    default:
        return {};
    }
}

QVariant StudyTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_outcome || section < 0 || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount()))
        return {};
    if (orientation == Qt::Vertical) {
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
        return role == Qt::DisplayRole || role == Qt::ToolTipRole ? rowName(section) : QVariant();
    }
    const std::string &figure = m_outcome->table.figures[static_cast<std::size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return StudyWords::explanation(figure);
    return role == Qt::DisplayRole ? StudyWords::figure(figure) : QVariant();
}

} // namespace patina
