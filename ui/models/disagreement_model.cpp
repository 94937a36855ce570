#include "ui/models/disagreement_model.h"

#include "ui/text/model_words.h"
#include "ui/text/text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace patina {

namespace {

using Kind = Disagreement::Kind;

} // namespace

std::vector<Disagreement> disagreementsOf(const Comparison &comparison)
{
    std::vector<Disagreement> rows;
    for (const ComparedDefect &defect : comparison.defects)
        if (defect.foundByA[0] != defect.foundByB[0])
            rows.push_back({defect.foundByA[0] ? Kind::OnlyAFinds : Kind::OnlyBFinds, defect.imageId, defect.className,
                            defect.a.box, static_cast<double>(defect.a.peak), static_cast<double>(defect.b.peak)});
    for (const ComparedGood &good : comparison.good)
        if (good.flaggedByA[0] != good.flaggedByB[0])
            rows.push_back({good.flaggedByA[0] ? Kind::OnlyAFlags : Kind::OnlyBFlags,
                            good.imageId,
                            {},
                            {},
                            good.scoreA,
                            good.scoreB});
    const auto apart = [](const Disagreement &row) { return std::abs(row.peakA - row.peakB); };
    std::ranges::stable_sort(rows, std::ranges::greater(), apart);
    std::ranges::stable_sort(rows, {}, &Disagreement::kind);
    return rows;
}

void DisagreementModel::setDisagreements(std::vector<Disagreement> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int DisagreementModel::count(Kind kind) const
{
    return static_cast<int>(std::ranges::count(m_rows, kind, &Disagreement::kind));
}

int DisagreementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DisagreementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DisagreementModel::text(const Disagreement &row, int column)
{
    switch (column) {
    case KindColumn:
        return row.kind == Kind::OnlyAFinds   ? tr("Only A finds it")
               : row.kind == Kind::OnlyBFinds ? tr("Only B finds it")
               : row.kind == Kind::OnlyAFlags ? tr("Only A flags it")
                                              : tr("Only B flags it");
    case ClassColumn:
        return row.className.empty() ? tr("good part") : Text::className(row.className);
    case ImageColumn:
        return ModelWords::name(row.image);
    case AColumn:
        return Text::score(row.peakA);
    default:
        return Text::score(row.peakB);
    }
}

QVariant DisagreementModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole)
        return text(at(index.row()), index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() >= AColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant DisagreementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= AColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section >= AColumn)
        return tr("The largest score there, each on the scale of its model");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn:
        return tr("What");
    case ClassColumn:
        return tr("Class");
    case ImageColumn:
        return tr("Image");
    case AColumn:
        return tr("Peak of A");
    case BColumn:
        return tr("Peak of B");
    default:
        return {};
    }
}

} // namespace patina
