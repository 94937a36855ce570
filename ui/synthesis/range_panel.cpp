#include "ui/synthesis/range_panel.h"

#include "ui/look.h"
#include "ui/synthesis/range_row.h"
#include "ui/synthesis/synthesis_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace patina {

namespace {

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::ranges::find(names, name) != names.end();
}

bool isUsed(const SynthesisSpec &spec, const std::string &model)
{
    const bool ambiguous = spec.counts.testAmbiguous > 0 && !spec.ambiguous.empty();
    if (model == "light" || model == "camera" || model == spec.surface)
        return true;
    if (model == "retake")
        return spec.surface == "exemplar" && spec.exemplar.base == ExemplarBase::Photo;
    return contains(spec.defects, model) || contains(spec.impurities, model) || (ambiguous && model == "scratch");
}

} // namespace

RangePanel::RangePanel(QWidget *parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_none(new QLabel(this)), m_column(new QVBoxLayout(this))
{
    m_search->setObjectName(QStringLiteral("synthesisSearch"));
    m_search->setClearButtonEnabled(true);
    m_none->hide();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kGrid / 2);
    m_column->addWidget(m_search);
    m_column->addWidget(m_none);
    for (const synthesis::RangeField &field : synthesis::rangeFields(m_ranges))
        if (m_groups.empty() || m_groups.back().section != field.section)
            addGroup(field.section);
    connect(m_search, &QLineEdit::textChanged, this, &RangePanel::showAll);
    retranslateUi();
}

void RangePanel::addGroup(std::string_view section)
{
    Group group;
    group.section = section;
    group.model = modelOfSection(section);
    group.headRow = new QWidget(this);
    group.head = new QToolButton(group.headRow);
    group.head->setObjectName(QStringLiteral("group_") + QString::fromStdString(group.section));
    group.head->setCheckable(true);
    group.head->setAutoRaise(true);
    group.head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    group.head->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    group.reset = new QToolButton(group.headRow);
    group.reset->setObjectName(QStringLiteral("usual_") + QString::fromStdString(group.section));
    group.reset->setIcon(themedIcon(QStringLiteral("undo")));
    group.reset->setAutoRaise(true);
    auto *row = new QHBoxLayout(group.headRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(group.head, 1);
    row->addWidget(group.reset);
    group.body = new QWidget(this);
    auto *rows = new QVBoxLayout(group.body);
    rows->setContentsMargins(2 * kGrid, 0, 0, kGrid);
    rows->setSpacing(kGrid);
    group.places = new QLabel(group.body);
    group.places->setObjectName(QStringLiteral("places_") + QString::fromStdString(group.section));
    group.places->setWordWrap(true);
    rows->addWidget(group.places);
    m_column->addWidget(group.headRow);
    m_column->addWidget(group.body);
    const std::size_t index = m_groups.size();
    connect(group.head, &QToolButton::toggled, this, [this, index] { show(m_groups[index]); });
    connect(group.reset, &QToolButton::clicked, this, [this, index] { resetGroup(index); });
    m_groups.push_back(std::move(group));
}

std::vector<synthesis::RangeField> RangePanel::fieldsOf(const Group &group, SynthesisRanges &ranges) const
{
    auto fields = synthesis::rangeFields(ranges);
    std::erase_if(fields, [&](const synthesis::RangeField &field) { return field.section != group.section; });
    return fields;
}

/// As late as somebody looks: there are hundreds.
void RangePanel::fill(Group &group)
{
    if (!group.rows.empty())
        return;
    const auto usual = fieldsOf(group, m_usual);
    const auto fields = fieldsOf(group, m_ranges);
    QWidget *before = group.reset;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        auto *row = new RangeRow(fields[i], *usual[i].range, group.body);
        group.body->layout()->addWidget(row);
        group.rows.push_back(row);
        for (QWidget *field : row->fields()) { // not where they were made, after everything else
            QWidget::setTabOrder(before, field);
            before = field;
        }
        connect(row, &RangeRow::edited, this, [this, &group, range = fields[i].range](const Range &value) {
            *range = value;
            group.reset->setVisible(!isUsual(group));
            emit edited();
        });
    }
}

bool RangePanel::isUsual(const Group &group)
{
    if (m_places.contains(group.model))
        return false;
    const auto usual = fieldsOf(group, m_usual);
    const auto fields = fieldsOf(group, m_ranges);
    return std::ranges::equal(
        fields, usual, {}, [](const auto &field) { return *field.range; },
        [](const auto &field) { return *field.range; });
}

void RangePanel::resetGroup(std::size_t index)
{
    Group &group = m_groups[index];
    const auto usual = fieldsOf(group, m_usual);
    const auto fields = fieldsOf(group, m_ranges);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        *fields[i].range = *usual[i].range;
        if (i < group.rows.size())
            group.rows[i]->setRange(*usual[i].range);
    }
    m_places.erase(group.model);
    group.head->setFocus();
    show(group);
    emit edited();
}

void RangePanel::show(Group &group)
{
    const QString letters = m_search->text().trimmed();
    const bool searching = !letters.isEmpty();
    const bool open = group.used && (group.head->isChecked() || searching);
    if (open)
        fill(group);
    const bool all = group.head->text().contains(letters, Qt::CaseInsensitive);
    bool any = false;
    for (RangeRow *row : group.rows) {
        const bool found = !searching || all || row->matches(letters);
        row->setVisible(found);
        any = any || found;
    }
    const auto places = m_places.find(group.model);
    group.places->setVisible(places != m_places.end());
    if (places != m_places.end())
        group.places->setText(tr("They lie between the %n places where real ones lay. With their usual values they lie "
                                 "anywhere.",
                                 nullptr, static_cast<int>(places->second.size())));
    const bool found = !searching || any;
    group.headRow->setVisible(group.used && found);
    group.body->setVisible(open && found);
    group.head->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    group.reset->setVisible(!isUsual(group));
}

void RangePanel::showAll()
{
    bool any = false;
    for (Group &group : m_groups) {
        show(group);
        any = any || !group.headRow->isHidden();
    }
    m_none->setVisible(!any);
}

void RangePanel::setSpec(const SynthesisSpec &spec)
{
    if (m_ranges != spec.ranges) {
        m_ranges = spec.ranges;
        for (Group &group : m_groups) {
            const auto fields = fieldsOf(group, m_ranges);
            for (std::size_t i = 0; i < group.rows.size(); ++i)
                group.rows[i]->setRange(*fields[i].range);
        }
    }
    m_places = spec.places;
    for (Group &group : m_groups)
        group.used = isUsed(spec, group.model);
    showAll();
}

void RangePanel::unfold(std::string_view section)
{
    for (Group &group : m_groups)
        if (group.section == section)
            group.head->setChecked(true);
}

void RangePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

QWidget *RangePanel::first() const
{
    return m_search;
}

void RangePanel::retranslateUi()
{
    m_search->setPlaceholderText(tr("Search the ranges"));
    m_search->setAccessibleName(tr("Search the ranges"));
    m_none->setText(tr("No range is called so."));
    for (Group &group : m_groups) {
        const QString name = SynthesisWords::model(group.model);
        group.head->setText(name);
        group.head->setToolTip(tr("What each image draws its values from"));
        group.reset->setToolTip(tr("Usual values"));
        group.reset->setAccessibleName(tr("Usual values of %1").arg(name));
    }
    showAll();
}

} // namespace patina
