#include "ui/drawing/zone_dialog.h"

#include "ui/document/project_document.h"
#include "ui/drawing/zone_fields.h"
#include "ui/look.h"
#include "ui/models/class_colours.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace patina {

namespace {

constexpr int kFactorColumn = 3;
constexpr int kColumns = 4;
constexpr int kPauseMs = 400; // a key that repeats makes one change

} // namespace

ZoneDialog::ZoneDialog(ProjectDocument *project, QWidget *parent)
    : QDialog(parent), m_project(project), m_table(new QTableWidget(0, kColumns, this)),
      m_remove(new QPushButton(tr("&Remove"), this))
{
    setObjectName(QStringLiteral("zoneDialog"));
    setWindowTitle(tr("Zones"));
    auto *words =
        new QLabel(tr("What lies in a zone to ignore does not count. Where there are regions of interest, only "
                      "what lies in one of them counts. In a zone with its own thresholds both are a multiple of those "
                      "of the image; where such zones overlap the lowest counts. Zones are drawn with the polygon or "
                      "the rectangle."),
                   this);
    words->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("zoneTable"));
    m_table->setAccessibleName(tr("Zones"));
    m_table->setHorizontalHeaderLabels({tr("Kind"), tr("Image"), tr("Corners"), tr("Thresholds")});
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
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ZoneDialog::keepFactor);
    resize(80 * kGrid, 44 * kGrid);
    fill();
}

void ZoneDialog::fill()
{
    const auto &zones = m_project->contents().zones;
    m_table->setRowCount(static_cast<int>(zones.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Zone &zone = zones[static_cast<std::size_t>(row)];
        auto *kind = new QTableWidgetItem(zoneKindText(zone.kind));
        kind->setData(Qt::DecorationRole, zoneColour(zone.kind));
        kind->setData(Qt::UserRole, static_cast<qlonglong>(zone.id));
        m_table->setItem(row, 0, kind);
        QString image = QString::fromStdString(zone.image);
        if (m_project->isBlind()) // folders are often named after what is in them
            image = image.section(QLatin1Char('/'), -1);
        m_table->setItem(row, 1, new QTableWidgetItem(zone.image.empty() ? tr("all images") : image));
        m_table->setItem(row, 2, new QTableWidgetItem(QLocale().toString(static_cast<qlonglong>(zone.polygon.size()))));
        showFactor(row, zone);
    }
    m_remove->setEnabled(m_project->canWrite() && m_table->selectionModel()->hasSelection());
}

/// A box that is there for the zone already keeps the focus.
void ZoneDialog::showFactor(int row, const Zone &zone)
{
    const QString name = QStringLiteral("zoneFactor%1").arg(zone.id);
    auto *box = qobject_cast<QDoubleSpinBox *>(m_table->cellWidget(row, kFactorColumn));
    if (box != nullptr && (box->objectName() != name || !zone.thresholdFactor)) {
        m_table->removeCellWidget(row, kFactorColumn);
        box = nullptr;
    }
    if (!zone.thresholdFactor)
        return;
    if (box == nullptr) {
        box = makeFactorBox(m_table);
        box->setObjectName(name);
        box->setFrame(false);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, id = zone.id](double factor) {
            if (m_asked && m_asked->id != id)
                keepFactor();
            m_asked = {id, factor};
            m_pause.start();
        });
        m_table->setCellWidget(row, kFactorColumn, box);
    }
    const QSignalBlocker quiet(box);
    box->setValue(*zone.thresholdFactor);
    box->setEnabled(m_project->canWrite());
}

void ZoneDialog::done(int result)
{
    keepFactor();
    QDialog::done(result);
}

void ZoneDialog::keepFactor()
{
    m_pause.stop();
    const auto asked = std::exchange(m_asked, std::nullopt);
    if (!asked)
        return;
    const auto &zones = m_project->contents().zones;
    const auto zone = std::ranges::find(zones, asked->id, &Zone::id);
    if (zone == zones.end() || zone->thresholdFactor == asked->factor)
        return;
    Zone changed = *zone;
    changed.thresholdFactor = asked->factor;
    const std::string action = fmt::format("give a zone {:.2f} times the thresholds", asked->factor);
    if (auto done = m_project->change({action, {EditOf<Zone>{*zone, changed}}}); !done) {
        emit failed(done.error());
        fill();
    }
}

void ZoneDialog::removeSelected()
{
    keepFactor();
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
