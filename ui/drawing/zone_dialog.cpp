#include "ui/drawing/zone_dialog.h"

#include "ui/document/project_document.h"
#include "ui/look.h"
#include "ui/models/class_colours.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace patina {

ZoneDialog::ZoneDialog(ProjectDocument *project, QWidget *parent)
    : QDialog(parent), m_project(project), m_table(new QTableWidget(0, 3, this)),
      m_remove(new QPushButton(tr("&Remove"), this))
{
    setObjectName(QStringLiteral("zoneDialog"));
    setWindowTitle(tr("Zones"));
    auto *words =
        new QLabel(tr("What lies in a zone to ignore does not count. Where there are regions of interest, only "
                      "what lies in one of them counts. Zones are drawn with the polygon or the rectangle."),
                   this);
    words->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("zoneTable"));
    m_table->setAccessibleName(tr("Zones"));
    m_table->setHorizontalHeaderLabels({tr("Kind"), tr("Image"), tr("Corners")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_remove->setObjectName(QStringLiteral("removeZones"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->addButton(m_remove, QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(kGrid);
    column->addWidget(words);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &ZoneDialog::removeSelected);
    connect(project, &ProjectDocument::zonesChanged, this, &ZoneDialog::fill);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(m_project->canWrite() && m_table->selectionModel()->hasSelection()); });
    resize(64 * kGrid, 40 * kGrid);
    fill();
}

void ZoneDialog::fill()
{
    const auto &zones = m_project->contents().zones;
    m_table->setRowCount(static_cast<int>(zones.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Zone &zone = zones[static_cast<std::size_t>(row)];
        const bool roi = zone.kind == ZoneKind::Roi;
        auto *kind = new QTableWidgetItem(roi ? tr("Region of interest") : tr("Zone to ignore"));
        kind->setData(Qt::DecorationRole, zoneColour(zone.kind));
        kind->setData(Qt::UserRole, static_cast<qlonglong>(zone.id));
        m_table->setItem(row, 0, kind);
        QString image = QString::fromStdString(zone.image);
        if (m_project->isBlind()) // folders are often named after what is in them
            image = image.section(QLatin1Char('/'), -1);
        m_table->setItem(row, 1, new QTableWidgetItem(zone.image.empty() ? tr("all images") : image));
        m_table->setItem(row, 2, new QTableWidgetItem(QLocale().toString(static_cast<qlonglong>(zone.polygon.size()))));
    }
    m_remove->setEnabled(m_project->canWrite() && m_table->selectionModel()->hasSelection());
}

void ZoneDialog::removeSelected()
{
    Change change{"remove zones", {}};
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows()) {
        const auto id = m_table->item(index.row(), 0)->data(Qt::UserRole).toLongLong();
        const auto &zones = m_project->contents().zones;
        const auto zone = std::ranges::find(zones, id, &Zone::id);
        if (zone != zones.end())
            change.edits.push_back(removed(*zone));
    }
    if (change.edits.empty())
        return;
    if (auto done = m_project->change(std::move(change)); !done)
        emit failed(done.error());
}

} // namespace patina
