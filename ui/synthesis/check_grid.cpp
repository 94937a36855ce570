#include "ui/synthesis/check_grid.h"

#include "ui/look.h"
#include "ui/panels/form_column.h"
#include "ui/synthesis/synthesis_words.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace patina {

CheckGrid::CheckGrid(const QString &prefix, const std::vector<std::string_view> &names, int columns, QWidget *parent)
    : QWidget(parent), m_names(names.begin(), names.end())
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        auto *box = new QCheckBox(this);
        box->setObjectName(prefix + QLatin1Char('_') + QString::fromStdString(m_names[i]));
        const int at = static_cast<int>(i);
        grid->addWidget(box, at / columns, at % columns);
        connect(box, &QCheckBox::clicked, this, &CheckGrid::edited);
        m_boxes.push_back(box);
    }
    m_note = FormColumn::makeNote(prefix + QStringLiteral("Note"), this);
    grid->addWidget(m_note, grid->rowCount(), 0, 1, columns);
    retranslate();
}

void CheckGrid::setNote(const QString &sentence)
{
    FormColumn::setNote(m_note, sentence);
}

void CheckGrid::setChosen(const std::vector<std::string> &names)
{
    for (std::size_t i = 0; i < m_names.size(); ++i)
        m_boxes[i]->setChecked(std::ranges::find(names, m_names[i]) != names.end());
}

std::vector<std::string> CheckGrid::chosen() const
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < m_names.size(); ++i)
        if (m_boxes[i]->isChecked())
            names.push_back(m_names[i]);
    return names;
}

QWidget *CheckGrid::first() const
{
    return m_boxes.front();
}

void CheckGrid::retranslate()
{
    for (std::size_t i = 0; i < m_names.size(); ++i)
        m_boxes[i]->setText(SynthesisWords::model(m_names[i]));
}

} // namespace patina
