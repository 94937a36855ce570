#include "ui/models/disagreement_model.h"

#include "ui/text/comparison_words.h"
#include "ui/text/model_words.h"
#include "ui/text/text.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace patina {

namespace {

using Kind = Disagreement::Kind;
using Side = Disagreement::Side;
/// Kind, image, class, box in the map of A, and which one of several that share all of these.
using Place = std::tuple<Kind, std::string, std::string, std::array<int, 4>, int>;

class Gathering
{
public:
    explicit Gathering(std::size_t models) : m_models(models) {}

    void add(std::size_t other, const ComparedDefect &defect)
    {
        const cv::Rect &box = defect.a.box;
        put({Kind::Defect, defect.imageId, defect.className, {box.x, box.y, box.width, box.height}, 0}, box, other,
            {defect.foundByA[0], static_cast<double>(defect.a.peak)},
            {defect.foundByB[0], static_cast<double>(defect.b.peak)});
    }
    void add(std::size_t other, const ComparedGood &good)
    {
        put({Kind::Good, good.imageId, {}, {}, 0}, {}, other, {good.flaggedByA[0], good.scoreA},
            {good.flaggedByB[0], good.scoreB});
    }
    std::vector<Disagreement> take() { return std::move(m_rows); }

private:
    void put(Place place, const cv::Rect &box, std::size_t other, const Side &a, const Side &b)
    {
        for (auto row = m_places.find(place); row != m_places.end(); row = m_places.find(place)) {
            if (!m_rows[row->second].sides[other]) {
                m_rows[row->second].sides[other] = b;
                return;
            }
            ++std::get<int>(place); // the like of it
        }
        m_places.emplace(place, m_rows.size());
        Disagreement row{std::get<Kind>(place), std::get<1>(place), std::get<2>(place), box,
                         std::vector<std::optional<Side>>(m_models)};
        row.sides[0] = a;
        row.sides[other] = b;
        m_rows.push_back(std::move(row));
    }

    std::size_t m_models;
    std::map<Place, std::size_t> m_places; ///< into m_rows
    std::vector<Disagreement> m_rows;
};

bool isAgreed(const Disagreement &row)
{
    return std::ranges::all_of(
        row.sides, [&row](const std::optional<Side> &side) { return !side || side->says == row.sides.front()->says; });
}

double apart(const Disagreement &row)
{
    double least = std::numeric_limits<double>::max();
    double most = std::numeric_limits<double>::lowest();
    for (const auto &side : row.sides)
        if (side) {
            least = std::min(least, side->peak);
            most = std::max(most, side->peak);
        }
    return most - least;
}

std::vector<bool> silent(const Disagreement &row)
{
    std::vector<bool> says;
    for (const auto &side : row.sides)
        says.push_back(!side || !side->says);
    return says;
}

} // namespace

std::vector<Disagreement> disagreementsOf(const std::vector<const Comparison *> &others)
{
    Gathering gathering(others.size() + 1);
    for (std::size_t i = 0; i < others.size(); ++i) {
        for (const ComparedDefect &defect : others[i]->defects)
            gathering.add(i + 1, defect);
        for (const ComparedGood &good : others[i]->good)
            gathering.add(i + 1, good);
    }
    std::vector<Disagreement> rows = gathering.take();
    std::erase_if(rows, isAgreed);
    std::ranges::stable_sort(rows, std::ranges::greater(), apart);
    std::ranges::stable_sort(rows, {}, silent);
    std::ranges::stable_sort(rows, {}, &Disagreement::kind);
    return rows;
}

void DisagreementModel::setDisagreements(std::vector<Disagreement> rows, int models)
{
    if (rows == m_rows && models == m_models)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    m_models = models;
    endResetModel();
}

int DisagreementModel::count(Kind kind) const
{
    return static_cast<int>(std::ranges::count(m_rows, kind, &Disagreement::kind));
}

int DisagreementModel::countOnly(Kind kind, int side) const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [&](const Disagreement &row) {
        std::vector<bool> only(row.sides.size(), true);
        only[static_cast<std::size_t>(side)] = false;
        return row.kind == kind && silent(row) == only;
    }));
}

int DisagreementModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DisagreementModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : PeakColumn + m_models;
}

QString DisagreementModel::what(const Disagreement &row)
{
    QStringList letters;
    for (int i = 0; i < std::ssize(row.sides); ++i)
        if (const auto &side = row.sides[static_cast<std::size_t>(i)]; side && side->says)
            letters << ComparisonWords::letter(i);
    const QString all = letters.join(QStringLiteral(", "));
    if (letters.size() == 1)
        return row.kind == Kind::Defect ? tr("Only %1 finds it").arg(all) : tr("Only %1 flags it").arg(all);
    return row.kind == Kind::Defect ? tr("%1 find it").arg(all) : tr("%1 flag it").arg(all);
}

QString DisagreementModel::text(const Disagreement &row, int column)
{
    switch (column) {
    case WhatColumn:
        return what(row);
    case ClassColumn:
        return row.kind == Kind::Good ? tr("good part") : Text::className(row.className);
    case ImageColumn:
        return ModelWords::name(row.image);
    default:
        const auto &side = row.sides[static_cast<std::size_t>(column - PeakColumn)];
        return side ? Text::score(side->peak) : QStringLiteral("\u2013");
    }
}

QVariant DisagreementModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole)
        return text(at(index.row()), index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((index.column() >= PeakColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant DisagreementModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section >= PeakColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section >= PeakColumn)
        return tr("The largest score there, each on the scale of its model");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhatColumn:
        return tr("What");
    case ClassColumn:
        return tr("Class");
    case ImageColumn:
        return tr("Image");
    default:
        return tr("Peak of %1").arg(ComparisonWords::letter(section - PeakColumn));
    }
}

} // namespace patina
