#include "ui/models/policy_model.h"

#include "ui/text/figure_words.h"
#include "ui/text/reason_words.h"

#include <QFont>
#include <QLocale>

#include <utility>

namespace patina {

namespace {

bool isShare(int column)
{
    return column <= PolicyModel::OverkillColumn;
}

/// "+0.355", on the scale of the figure; empty for none.
QString numberDifference(const Figure &figure, const Figure &from)
{
    constexpr int kDecimals = 3; // as the figures have
    if (!figure.value || !from.value || *figure.value == *from.value)
        return {};
    const double change = *figure.value - *from.value;
    return (change > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(change, 'f', kDecimals);
}

} // namespace

void PolicyModel::setLines(std::vector<Line> lines, int current, bool impurities, bool ambiguous)
{
    const bool sameRows = lines.size() == m_lines.size();
    if (!sameRows)
        beginResetModel();
    m_lines = std::move(lines);
    m_current = current;
    m_impurities = impurities;
    m_ambiguous = ambiguous;
    if (!sameRows)
        endResetModel();
    else if (!m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int PolicyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int PolicyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const Figure &PolicyModel::figure(const Line &line, int column)
{
    switch (column) {
    case RecallColumn:
        return line.recall;
    case OverkillColumn:
        return line.overkill;
    case AurocColumn:
        return line.auroc;
    case PixelApColumn:
        return line.pixelAp;
    default:
        return line.aupro;
    }
}

QString PolicyModel::text(int row, int column) const
{
    const Line &shown = line(row);
    if (column == PolicyColumn)
        return FigureWords::policy(shown.policy, m_impurities, m_ambiguous);
    const Figure &value = figure(shown, column);
    const QString said = isShare(column) ? FigureWords::share(value) : FigureWords::number(value);
    QString change;
    if (m_current >= 0 && row != m_current) {
        const Figure &used = figure(line(m_current), column);
        change = isShare(column) ? FigureWords::difference(value, used) : numberDifference(value, used);
    }
    return change.isEmpty() ? said : tr("%1 (%2)").arg(said, change);
}

QVariant PolicyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole)
        return text(index.row(), index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() == PolicyColumn ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() != PolicyColumn)
        return ReasonWords::why(figure(line(index.row()), index.column()).why);
    if (role == Qt::FontRole && index.row() == m_current) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    return {};
}

QVariant PolicyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == PolicyColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section != PolicyColumn)
        return isShare(section) ? tr("In brackets: percentage points more or less than under the policy in use")
                                : tr("In brackets: how much more or less than under the policy in use");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PolicyColumn:
        return tr("Policy");
    case RecallColumn:
        return tr("Defects found");
    case OverkillColumn:
        return tr("Overkill");
    case AurocColumn:
        return tr("Image AUROC");
    case PixelApColumn:
        return tr("Pixel AP");
    case AuproColumn:
        return tr("AUPRO 0.30");
    default:
        return {};
    }
}

} // namespace patina
