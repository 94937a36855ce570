#include "ui/models/model_figures_model.h"

#include "core/comparison/holm.h"
#include "ui/text/comparison_words.h"
#include "ui/text/model_words.h"
#include "ui/text/reason_words.h"

#include <QFont>

#include <algorithm>
#include <utility>

namespace patina {

void ModelFiguresModel::setComparisons(const QString &nameOfA, const std::vector<Other> &others)
{
    beginResetModel();
    m_nameOfA = nameOfA;
    m_names.clear();
    m_lines.clear();
    for (const Other &other : others)
        m_names << other.name;
    fill(others);
    endResetModel();
}

void ModelFiguresModel::clear()
{
    setComparisons({}, {});
}

/// In the order of the first model that has a figure.
void ModelFiguresModel::fill(const std::vector<Other> &others)
{
    for (std::size_t i = 0; i < others.size(); ++i)
        for (const ComparedFigure &figure : others[i].comparison->figures) {
            const bool counts = figure.name.ends_with("falseRegionsPerImage");
            if ((!figure.a.value && !figure.b.value) || (counts && !others[i].regionsTold))
                continue;
            auto line = std::ranges::find(m_lines, figure.name, &Line::figure);
            if (line == m_lines.end())
                line = m_lines.insert(line, {figure.name, std::vector<std::optional<Cell>>(others.size())});
            line->others[i] = Cell{figure, pairedCountOf(*others[i].comparison, figure.name), {}};
        }
    std::ranges::for_each(m_lines, &ModelFiguresModel::adjust);
}

void ModelFiguresModel::adjust(Line &line)
{
    std::vector<Cell *> tested;
    std::vector<double> p;
    for (auto &cell : line.others)
        if (cell && cell->paired) {
            tested.push_back(&*cell);
            p.push_back(mcnemarExact(cell->paired->onlyA, cell->paired->onlyB));
        }
    const std::vector<double> adjusted = holmAdjusted(p);
    for (std::size_t i = 0; i < tested.size(); ++i)
        tested[i]->p = adjusted[i];
}

/// On the images of the first model that has it; the tip of another says what it is there.
const ComparedFigure *ModelFiguresModel::ownOf(const Line &line)
{
    for (const auto &cell : line.others)
        if (cell)
            return &cell->figure;
    return nullptr;
}

int ModelFiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ModelFiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : OtherColumn + static_cast<int>(m_names.size());
}

QString ModelFiguresModel::text(const Cell &cell)
{
    const std::string &name = cell.figure.name;
    QString text = ComparisonWords::value(name, cell.figure.b);
    if (!cell.figure.difference.value)
        return text;
    const QString interval = ComparisonWords::interval(name, cell.figure.interval);
    const QString difference = ComparisonWords::difference(name, cell.figure.difference);
    text = interval.isEmpty() ? QStringLiteral("%1   %2").arg(text, difference)
                              : QStringLiteral("%1   %2 (%3)").arg(text, difference, interval);
    return cell.p ? QStringLiteral("%1   p %2").arg(text, ComparisonWords::equals(*cell.p)) : text;
}

QString ModelFiguresModel::toolTip(const Cell &cell)
{
    const ComparedFigure &figure = cell.figure;
    for (const std::string *why : {&figure.b.why, &figure.difference.why, &figure.interval.low.why})
        if (!why->empty())
            return ReasonWords::why(*why);
    QString text = tr("A on the same images: %1").arg(ComparisonWords::value(figure.name, figure.a));
    if (cell.paired)
        text += QStringLiteral("\n") +
                tr("Only A: %1; only this one: %2; McNemar's p before the adjustment %3")
                    .arg(ModelWords::count(cell.paired->onlyA), ModelWords::count(cell.paired->onlyB),
                         ComparisonWords::equals(mcnemarExact(cell.paired->onlyA, cell.paired->onlyB)));
    return text;
}

QString ModelFiguresModel::lineText(const Line &line, int column) const
{
    if (column == FigureColumn)
        return ComparisonWords::figure(line.figure);
    if (column == AColumn)
        return ComparisonWords::value(line.figure, ownOf(line)->a);
    const auto &cell = line.others[static_cast<std::size_t>(column - OtherColumn)];
    return cell ? text(*cell) : QStringLiteral("\u2013");
}

QString ModelFiguresModel::lineTip(const Line &line, int column) const
{
    if (column == FigureColumn) // the name may be cut off
        return QStringList{ComparisonWords::figure(line.figure), ComparisonWords::explanation(line.figure)}
            .join(QLatin1Char('\n'))
            .trimmed();
    if (column == AColumn)
        return ReasonWords::why(ownOf(line)->a.why);
    const auto &cell = line.others[static_cast<std::size_t>(column - OtherColumn)];
    return cell ? toolTip(*cell) : QString();
}

QVariant ModelFiguresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return lineText(line, index.column());
    if (role == Qt::ToolTipRole)
        return lineTip(line, index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() == FigureColumn ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
    if (role != Qt::FontRole || index.column() < OtherColumn)
        return {};
    const auto &cell = line.others[static_cast<std::size_t>(index.column() - OtherColumn)];
    if (!cell || !isApart(cell->figure.interval))
        return {};
    QFont bold;
    bold.setBold(true);
    return bold;
}

QVariant ModelFiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == FigureColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section >= OtherColumn)
        return tr("The figure; how far it is from A, with the 95 % interval of that (shares in percentage points; bold "
                  "where it does not hold 0); McNemar's p, adjusted for the number of models (Holm)");
    if (role != Qt::DisplayRole)
        return {};
    if (section == FigureColumn)
        return tr("Figure");
    return section == AColumn ? m_nameOfA : m_names.value(section - OtherColumn);
}

} // namespace patina
