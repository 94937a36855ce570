#include "ui/panels/plain_table.h"

#include "ui/look.h"

#include <QHeaderView>
#include <QTableView>

namespace patina {

namespace {

constexpr int kMeasuredRows = 100; // thousands would stall the window

} // namespace

void makePlain(QTableView *table, const char *name)
{
    table->setObjectName(QLatin1String(name));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(3 * kGrid);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setResizeContentsPrecision(kMeasuredRows);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setStretchLastSection(true);
}

} // namespace patina
