#include "ui/evaluation/compare_view.h"
#include "ui/evaluation/evaluation_state.h"
#include "ui/session.h"
#include "ui/text/model_words.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

namespace patina {

QString CompareView::openModelName() const
{
    return fileNameOf(pathOf(m_session->document().modelPath()));
}

QString CompareView::whyNothing() const
{
    if (m_soon.isActive() || m_comparer->running())
        return tr("Comparing...");
    if (m_choices.empty())
        return tr("There is nothing to compare %1 with: train another version, and score the images with it.")
            .arg(openModelName());
    const auto &error = m_comparer->error();
    if (!error)
        return {};
    const Evaluation *own = m_state->evaluation();
    if (error->code == ErrorCode::NotFound && own != nullptr)
        return tr("Open %1 and score the images with it first: none of %2 has a kept result.")
            .arg(chosen() ? chosen()->name : QString(), ModelWords::count(std::ssize(own->outcomes.images)));
    return error->code == ErrorCode::Cancelled ? tr("The comparison was cancelled.") : Text::error(*error);
}

QString CompareView::summary(const ModelComparison &found) const
{
    const auto other = std::ranges::find(m_choices, found.with, &Choice::with);
    const QString name = other == m_choices.end() ? tr("what was chosen before") : other->name;
    QString text = tr("A is %1, B is %2. %3 images of both in %4 groups.")
                       .arg(openModelName(), name, ModelWords::count(found.comparison.images),
                            ModelWords::count(found.comparison.groups));
    if (!found.missing.empty())
        text +=
            QLatin1Char(' ') + tr("%1 of %2 have no kept result of B: score the images with it for a whole "
                                  "comparison.")
                                   .arg(ModelWords::count(std::ssize(found.missing)), ModelWords::count(found.imagesA));
    if (const auto &c = found.comparison; c.defectsOnlyA + c.defectsOnlyB > 0)
        text += QLatin1Char(' ') + tr("%1 defects of A and %2 of B have no counterpart.")
                                       .arg(ModelWords::count(c.defectsOnlyA), ModelWords::count(c.defectsOnlyB));
    return text;
}

void CompareView::retranslateUi()
{
    m_choiceLabel->setText(tr("Compare with"));
    m_choice->setAccessibleName(tr("What the open model is compared with"));
    m_again->setText(tr("Compare again"));
    m_figureTable->setAccessibleName(tr("Differences of figures"));
    m_placeTable->setAccessibleName(tr("What only one of the two finds or flags"));
    fillChoices();
    showComparison();
}

} // namespace patina
