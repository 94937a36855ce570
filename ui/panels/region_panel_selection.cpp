#include "ui/models/class_colours.h"
#include "ui/models/region_list_model.h"
#include "ui/panels/region_panel.h"
#include "ui/session.h"

#include <QTableView>

#include <algorithm>

namespace patina {

std::vector<int> RegionPanel::selectedRows() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    return rows;
}

/// Traced once, and again where the region has changed.
const QPainterPath &RegionPanel::tracedOutline(const RunMask &mask, std::size_t row)
{
    if (m_outlines.size() <= row)
        m_outlines.resize(row + 1);
    Outline &outline = m_outlines[row];
    if (outline.mask == mask && !outline.path.isEmpty())
        return outline.path;
    const auto elsewhere = std::ranges::find(m_outlines, mask, &Outline::mask); // rows have moved
    outline = elsewhere != m_outlines.end() ? *elsewhere : Outline{mask, outlinePath(mask)};
    return outline.path;
}

std::vector<CanvasMark> RegionPanel::marks()
{
    const RegionReview &review = m_session->review();
    const auto classes = m_session->project().classes();
    const std::vector<int> selected = selectedRows();
    std::vector<CanvasMark> marks;
    for (int row = 0; row < std::ssize(review.items()); ++row) {
        const RegionReview::Item &item = review.items()[static_cast<std::size_t>(row)];
        const FlaggedRegion &flagged = item.flagged;
        const cv::Size image = flagged.mask.size();
        const cv::Size map = review.from().mapSize;
        marks.push_back(
            {flagged.region.contour.empty()
                 ? tracedOutline(flagged.mask, static_cast<std::size_t>(row))
                 : outlinePath(flagged.region.contour, 1.0 * image.width / map.width, 1.0 * image.height / map.height),
             item.className.empty() ? QColor(Qt::white) : classColour(item.className, classes),
             std::ranges::binary_search(selected, row)});
    }
    return marks;
}

int RegionPanel::currentRow() const
{
    return m_table->selectionModel()->hasSelection() ? m_table->currentIndex().row() : -1;
}

void RegionPanel::select(int row)
{
    if (row < 0)
        return m_table->clearSelection();
    // QTableView::selectRow() toggles while Ctrl is down, as it is at an undo.
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0),
                                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RegionPanel::selectAt(QPoint imagePixel)
{
    const auto &items = m_session->review().items();
    int found = -1;
    for (int row = 0; row < std::ssize(items); ++row) {
        const RunMask &mask = items[static_cast<std::size_t>(row)].flagged.mask;
        if (mask.contains({imagePixel.x(), imagePixel.y()}) &&
            (found < 0 || mask.areaPx() < items[static_cast<std::size_t>(found)].flagged.mask.areaPx()))
            found = row;
    }
    select(found);
}

bool RegionPanel::canDecide() const
{
    return m_session->project().canWrite() && m_table->selectionModel()->hasSelection();
}

/// Regions were cut, joined or painted: what was selected stays so.
void RegionPanel::keepSelection()
{
    const RegionReview &review = m_session->review();
    if (m_keptImage.empty() || m_keptImage != review.from().image || m_table->selectionModel()->hasSelection())
        return;
    int best = -1;
    std::int64_t most = 0;
    for (int row = 0; row < std::ssize(review.items()); ++row) {
        const RunMask &mask = review.items()[static_cast<std::size_t>(row)].flagged.mask;
        if (mask.size() != m_kept.size() || (mask.box() & m_kept.box()).empty())
            continue;
        if (const std::int64_t shared = common(mask, m_kept).areaPx(); shared > most) {
            best = row;
            most = shared;
        }
    }
    if (best >= 0)
        selectQuietly(best);
}

void RegionPanel::selectQuietly(int row)
{
    m_quiet = true;
    select(row);
    m_quiet = false;
}

} // namespace patina
