#include "ui/drawing/draw_bar.h"

#include "core/dataset/class_name.h"
#include "ui/document/project_document.h"
#include "ui/drawing/zone_fields.h"
#include "ui/look.h"
#include "ui/models/class_colours.h"
#include "ui/text/text.h"

#include <QAbstractItemView>
#include <QAction>
#include <QActionGroup>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>
#include <array>

namespace patina {

namespace {

constexpr double kRadiusStep = 1.25;
constexpr int kTargetLetters = 22; // a longer name is shortened
constexpr int kWidestList = 60 * kGrid;

/// Items of the list: a class by name and kind, or a zone.
enum TargetRole { TargetKindRole = Qt::UserRole, ClassNameRole, ClassKindRole };

QPixmap swatch(const QColor &colour)
{
    QPixmap pixmap(2 * kGrid, 2 * kGrid);
    pixmap.fill(colour);
    return pixmap;
}

} // namespace

DrawBar::DrawBar(const ProjectDocument *project, QWidget *parent)
    : QToolBar(parent), m_project(project), m_tools(new QActionGroup(this))
{
    setObjectName(QStringLiteral("drawToolBar"));
    setIconSize(QSize(24, 24));
    createTools();
    createOptions();
    connect(project, &ProjectDocument::classesChanged, this, &DrawBar::fillTargets);
    connect(project, &ProjectDocument::projectChanged, this, [this] {
        m_chosen = false; // another project begins with its first class
        fillTargets();
    });
    retranslate();
}

void DrawBar::createTools()
{
    struct Look
    {
        Tool tool;
        const char *name;
        const char *icon;
        Qt::Key key;
    };
    static constexpr Look looks[] = {{Tool::None, "drawSelect", "hand", Qt::Key_V},
                                     {Tool::Brush, "drawBrush", "brush", Qt::Key_B},
                                     {Tool::Eraser, "drawEraser", "eraser", Qt::Key_E},
                                     {Tool::Polygon, "drawPolygon", "polygon", Qt::Key_P},
                                     {Tool::Rectangle, "drawRectangle", "rectangle", Qt::Key_R},
                                     {Tool::Wand, "drawWand", "magic-outline", Qt::Key_W}};
    for (const Look &look : looks) {
        QAction *action = addAction(themedIcon(QLatin1String(look.icon)), QString());
        action->setObjectName(QLatin1String(look.name));
        action->setShortcut(QKeySequence(look.key));
        action->setCheckable(true);
        action->setData(static_cast<int>(look.tool));
        m_tools->addAction(action);
    }
    m_tools->actions().constFirst()->setChecked(true);
    connect(m_tools, &QActionGroup::triggered, this, [this] {
        showOptions();
        emit toolChosen();
    });
}

void DrawBar::createOptions()
{
    addSeparator();
    m_targetLabel = new QLabel(this);
    m_targetLabel->setContentsMargins(kGrid / 2, 0, kGrid / 2, 0);
    m_targets = new QComboBox(this);
    m_targets->setObjectName(QStringLiteral("drawTarget"));
    m_targets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_targets->setMinimumContentsLength(kTargetLetters);
    m_targets->view()->setTextElideMode(Qt::ElideRight);
    m_targetLabel->setBuddy(m_targets);
    m_radiusLabel = new QLabel(this);
    m_radiusLabel->setContentsMargins(kGrid, 0, kGrid / 2, 0);
    m_radius = new QSpinBox(this);
    m_radius->setObjectName(QStringLiteral("drawRadius"));
    m_radius->setRange(1, kMostRadiusPx);
    m_radius->setValue(8);
    m_radiusLabel->setBuddy(m_radius);
    addWidget(m_targetLabel);
    addWidget(m_targets);
    m_radiusLabelAction = addWidget(m_radiusLabel);
    m_radiusAction = addWidget(m_radius);
    m_factorLabel = new QLabel(this);
    m_factorLabel->setContentsMargins(kGrid, 0, kGrid / 2, 0);
    m_factor = makeFactorBox(this);
    m_factor->setObjectName(QStringLiteral("zoneFactor"));
    m_factorLabel->setBuddy(m_factor);
    m_factorLabelAction = addWidget(m_factorLabel);
    m_factorAction = addWidget(m_factor);
    addSeparator();
    m_snap = addAction(themedIcon(QStringLiteral("snap")), QString());
    m_snap->setObjectName(QStringLiteral("drawSnap"));
    m_snap->setShortcut(QKeySequence(Qt::Key_S));
    m_snap->setCheckable(true);
    m_forAll = addAction(themedIcon(QStringLiteral("thumbnails")), QString());
    m_forAll->setObjectName(QStringLiteral("zoneForAll"));
    m_forAll->setCheckable(true);
    m_smaller = new QAction(this);
    m_smaller->setObjectName(QStringLiteral("brushSmaller"));
    m_smaller->setShortcut(QKeySequence(Qt::Key_BracketLeft));
    m_larger = new QAction(this);
    m_larger->setObjectName(QStringLiteral("brushLarger"));
    m_larger->setShortcut(QKeySequence(Qt::Key_BracketRight));
    connect(m_smaller, &QAction::triggered, this, [this] {
        m_radius->setValue(std::min(m_radius->value() - 1, static_cast<int>(m_radius->value() / kRadiusStep)));
    });
    connect(m_larger, &QAction::triggered, this, [this] {
        m_radius->setValue(std::max(m_radius->value() + 1, static_cast<int>(m_radius->value() * kRadiusStep)));
    });
    connect(m_radius, &QSpinBox::valueChanged, this, &DrawBar::optionsChanged);
    connect(m_targets, &QComboBox::currentIndexChanged, this, [this] {
        m_chosen = true;
        showOptions();
        emit optionsChanged();
    });
}

DrawBar::Tool DrawBar::tool() const
{
    const QAction *chosen = m_tools->checkedAction();
    return isEnabled() && chosen != nullptr ? static_cast<Tool>(chosen->data().toInt()) : Tool::None;
}

void DrawBar::chooseTool(Tool tool)
{
    for (QAction *action : m_tools->actions())
        if (action->data().toInt() == static_cast<int>(tool))
            action->trigger();
}

DrawBar::Target DrawBar::target() const
{
    return static_cast<Target>(m_targets->currentData(TargetKindRole).toInt());
}

NamedClass DrawBar::chosenClass() const
{
    return {m_targets->currentData(ClassNameRole).toString().toStdString(),
            static_cast<ClassKind>(m_targets->currentData(ClassKindRole).toInt())};
}

QColor DrawBar::colour() const
{
    if (target() == Target::IgnoreZone)
        return zoneColour(ZoneKind::Ignore);
    if (target() == Target::Roi)
        return zoneColour(ZoneKind::Roi);
    if (target() == Target::ThresholdZone)
        return zoneColour(ZoneKind::Thresholds);
    return classColour(chosenClass().name, m_project->classes());
}

int DrawBar::radiusPx() const
{
    return m_radius->value();
}

bool DrawBar::snaps() const
{
    return m_snap->isChecked() && m_snap->isEnabled();
}

double DrawBar::thresholdFactor() const
{
    return m_factor->value();
}

bool DrawBar::zoneForAll() const
{
    return m_forAll->isChecked();
}

void DrawBar::setUsable(bool usable, bool canSnap)
{
    setEnabled(usable);
    for (QAction *action : actions() + QList{m_smaller, m_larger})
        action->setEnabled(usable);
    m_snap->setEnabled(usable && canSnap);
    for (QAction *action : m_tools->actions())
        if (action->data().toInt() == static_cast<int>(Tool::Wand))
            action->setEnabled(usable && canSnap);
    showOptions();
}

QList<QAction *> DrawBar::toolActions() const
{
    return m_tools->actions() + QList{m_snap, m_smaller, m_larger};
}

/// Classes of the project, those that are made when they are first needed, and zones. Until somebody chooses, it is the
/// first defect: nothing is painted as harmless unasked.
void DrawBar::fillTargets()
{
    const QSignalBlocker quiet(m_targets);
    const std::array roles{TargetKindRole, ClassNameRole};
    std::array<QVariant, 2> before;
    std::ranges::transform(roles, before.begin(), [this](TargetRole role) { return m_targets->currentData(role); });
    m_targets->clear();
    const auto classes = m_project->isOpen() ? m_project->classes() : std::vector<ProjectClass>();
    const auto add = [&](const NamedClass &named) {
        m_targets->addItem(swatch(classColour(named.name, classes)), Text::className(named.name));
        const int row = m_targets->count() - 1;
        m_targets->setItemData(row, Text::className(named.name), Qt::ToolTipRole);
        m_targets->setItemData(row, static_cast<int>(Target::Label), TargetKindRole);
        m_targets->setItemData(row, QString::fromStdString(named.name), ClassNameRole);
        m_targets->setItemData(row, static_cast<int>(named.kind), ClassKindRole);
    };
    for (const ProjectClass &labelClass : classes)
        add({labelClass.name, labelClass.kind});
    std::vector<NamedClass> extras{harmlessClass(), ambiguousClass()};
    if (std::ranges::find(classes, ClassKind::Defect, &ProjectClass::kind) == classes.end())
        extras.insert(extras.begin(), {"defect", ClassKind::Defect});
    for (const NamedClass &extra : extras)
        if (std::ranges::find(classes, extra.name, &ProjectClass::name) == classes.end())
            add(extra);
    m_targets->insertSeparator(m_targets->count());
    for (const auto &[target, kind] :
         {std::pair(Target::IgnoreZone, ZoneKind::Ignore), std::pair(Target::Roi, ZoneKind::Roi),
          std::pair(Target::ThresholdZone, ZoneKind::Thresholds)}) {
        m_targets->addItem(swatch(zoneColour(kind)), zoneKindText(kind));
        m_targets->setItemData(m_targets->count() - 1, static_cast<int>(target), TargetKindRole);
    }
    int kept = -1; // what is chosen, in whatever language it is written
    for (int row = 0; m_chosen && row < m_targets->count(); ++row)
        if (m_targets->itemData(row, roles[0]) == before[0] && m_targets->itemData(row, roles[1]) == before[1])
            kept = row;
    const int defect = m_targets->findData(static_cast<int>(ClassKind::Defect), ClassKindRole);
    m_targets->setCurrentIndex(kept >= 0 ? kept : std::max(0, defect));
    m_targets->view()->setMinimumWidth(std::min(kWidestList, m_targets->view()->sizeHintForColumn(0) + 4 * kGrid));
    showOptions();
    emit optionsChanged();
}

void DrawBar::showOptions()
{
    const bool brush = tool() == Tool::Brush || tool() == Tool::Eraser;
    const bool zone = target() != Target::Label;
    m_targets->setToolTip(m_targets->currentText());
    m_radiusLabelAction->setVisible(brush);
    m_radiusAction->setVisible(brush);
    m_factorLabelAction->setVisible(target() == Target::ThresholdZone);
    m_factorAction->setVisible(target() == Target::ThresholdZone);
    m_forAll->setVisible(zone);
    m_snap->setVisible(!zone);
}

void DrawBar::retranslate()
{
    setWindowTitle(tr("Drawing"));
    const QStringList names{tr("&Select"),  tr("&Brush"),     tr("&Eraser"),
                            tr("&Polygon"), tr("&Rectangle"), tr("Magic &outline")};
    const QStringList tips{
        tr("Select regions and pan"),
        tr("Paint what the model missed"),
        tr("Take pixels out of labels"),
        tr("Click the corners; a double click or Enter closes, Backspace takes the last one back"),
        tr("Drag a rectangle"),
        tr("Press on a spot of the heatmap and drag away from it: the outline follows the score under the cursor")};
    const QList<QAction *> tools = m_tools->actions();
    for (int i = 0; i < tools.size(); ++i) {
        tools[i]->setText(names.value(i));
        tools[i]->setToolTip(QStringLiteral("%1 (%2)").arg(tips.value(i), tools[i]->shortcut().toString()));
    }
    m_targetLabel->setText(tr("Dra&w"));
    m_targets->setAccessibleName(tr("What is drawn"));
    m_radiusLabel->setText(tr("Radi&us"));
    m_radius->setSuffix(tr(" px"));
    m_radius->setAccessibleName(tr("Radius of the brush"));
    m_radius->setToolTip(tr("Radius of the brush; [ and ] change it"));
    m_factorLabel->setText(tr("T&hresholds"));
    retranslateFactorBox(m_factor);
    m_snap->setText(tr("Snap to the heatmap"));
    m_snap->setToolTip(
        tr("Of what is drawn, keep what stands out in the heatmap (%1)").arg(m_snap->shortcut().toString()));
    m_forAll->setText(tr("For all images"));
    m_forAll->setToolTip(tr("The zone is for every image of the project"));
    m_smaller->setText(tr("Smaller brush"));
    m_larger->setText(tr("Larger brush"));
    fillTargets();
}

} // namespace patina
