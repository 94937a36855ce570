#include "ui/evaluation/compare_view.h"
#include "ui/models/disagreement_model.h"

#include <QTabWidget>
#include <QTableView>

#include <algorithm>

// Where the models disagree, and how it is gone through.
namespace patina {

namespace {

constexpr int kPlaces = 1; ///< tab

} // namespace

void CompareView::openPlace(int row)
{
    const Disagreement &place = m_disagreements->at(row);
    const QString image = QString::fromStdString(place.image);
    const QRect box(place.box.x, place.box.y, place.box.width, place.box.height);
    std::vector<OtherModel> models;
    int shown = -1;
    for (std::size_t i = 1; m_comparer->latest() && i < place.sides.size(); ++i) {
        const ComparedWith &with = m_comparer->latest()->found[i - 1].with;
        if (with.modelHash.empty()) // the open model under another policy has the same map
            continue;
        const auto &side = place.sides[i];
        if (shown < 0 && side && side->says != place.sides.front()->says)
            shown = static_cast<int>(models.size());
        models.push_back({with.modelHash, with.file, lettered(i, nameOf(with))});
    }
    if (shown < 0)
        emit placeChosen(image, box);
    else
        emit pairChosen(image, box, models, shown);
}

void CompareView::step(int by)
{
    const int rows = m_disagreements->rowCount();
    if (rows == 0)
        return;
    const QModelIndex current = m_placeTable->currentIndex();
    const int row = current.isValid() ? std::clamp(current.row() + by, 0, rows - 1) : by > 0 ? 0 : rows - 1;
    m_tables->setCurrentIndex(kPlaces);
    m_placeTable->setCurrentIndex(m_disagreements->index(row, 0));
    openPlace(row);
}

bool CompareView::hasDisagreements() const
{
    return m_disagreements->rowCount() > 0;
}

} // namespace patina
