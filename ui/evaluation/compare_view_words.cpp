#include "ui/evaluation/compare_view.h"
#include "ui/evaluation/evaluation_state.h"
#include "ui/models/disagreement_model.h"
#include "ui/session.h"
#include "ui/text/comparison_words.h"
#include "ui/text/model_words.h"
#include "ui/text/path.h"
#include "ui/text/text.h"

#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

#include <algorithm>

namespace patina {

QString CompareView::openModelName() const
{
    return fileNameOf(pathOf(m_session->document().modelPath()));
}

QString CompareView::lettered(std::size_t model, const QString &name)
{
    return tr("%1: %2").arg(ComparisonWords::letter(static_cast<int>(model)), name);
}

QString CompareView::nameOf(const ComparedWith &with) const
{
    for (const CompareChoice::Choice &one : m_choice->chosen())
        if (one.with == with)
            return one.name;
    return with.modelHash.empty() ? tr("what was chosen before") : fileNameOf(with.file);
}

QString CompareView::whyNothing() const
{
    if (m_soon.isActive() || m_comparer->running())
        return tr("Comparing...");
    if (m_choice->isEmpty())
        return tr("There is nothing to compare %1 with: train another version, and score the images with it.")
            .arg(openModelName());
    const std::vector<CompareChoice::Choice> chosen = m_choice->chosen();
    if (chosen.empty())
        return tr("Choose above what %1 is compared with.").arg(openModelName());
    const auto &error = m_comparer->error();
    if (!error)
        return {};
    const Evaluation *own = m_state->evaluation();
    if (error->code == ErrorCode::NotFound && own != nullptr)
        return tr("Open %1 and score the images with it first: none of %2 has a kept result.")
            .arg(chosen.front().name, ModelWords::count(std::ssize(own->outcomes.images)));
    return error->code == ErrorCode::Cancelled ? tr("The comparison was cancelled.") : Text::error(*error);
}

QString CompareView::summary(const ModelComparisons &all) const
{
    const Comparison &first = all.found.front().comparison;
    QString text;
    if (all.found.size() == 1) {
        text = tr("A is %1, B is %2. %3 images of both in %4 groups.")
                   .arg(openModelName(), nameOf(all.found.front().with), ModelWords::count(first.images),
                        ModelWords::count(first.groups));
    } else {
        const auto least =
            std::ranges::min(all.found, {}, [](const ModelComparison &one) { return one.comparison.images; });
        text = tr("A is %1, the one that %2 others are compared with, each on the images that both have: at least %3.")
                   .arg(openModelName(), ModelWords::count(std::ssize(all.found)),
                        ModelWords::count(least.comparison.images));
    }
    return text + betterOnes(all) + partsMissing(all);
}

/// Before all tables: which is better in what.
QString CompareView::betterOnes(const ModelComparisons &all) const
{
    std::vector<const Comparison *> comparisons;
    for (const ModelComparison &found : all.found)
        comparisons.push_back(&found.comparison);
    const auto summaries = summaryOf(comparisons);
    QString text;
    for (std::size_t i = 0; i < summaries.size(); ++i)
        if (!summaries[i].empty())
            text += QLatin1Char(' ') + ComparisonWords::summary(summaries[i], static_cast<int>(i) + 1,
                                                                all.found[i].with.modelHash.empty());
    return text;
}

QString CompareView::partsMissing(const ModelComparisons &all) const
{
    QString text;
    for (int i = 0; i < std::ssize(all.found); ++i) {
        const ModelComparison &found = all.found[static_cast<std::size_t>(i)];
        const QString letter = ComparisonWords::letter(i + 1);
        if (!found.missing.empty())
            text += QLatin1Char(' ') +
                    tr("%1 of %2 have no kept result of %3: score the images with it for a whole "
                       "comparison.")
                        .arg(ModelWords::count(std::ssize(found.missing)), ModelWords::count(found.imagesA), letter);
        if (const auto &c = found.comparison; c.defectsOnlyA + c.defectsOnlyB > 0)
            text += QLatin1Char(' ') +
                    tr("%1 defects of A and %2 of %3 have no counterpart.")
                        .arg(ModelWords::count(c.defectsOnlyA), ModelWords::count(c.defectsOnlyB), letter);
    }
    for (const FailedComparison &failed : all.failed)
        text += QLatin1Char(' ') +
                (failed.error.code == ErrorCode::NotFound
                     ? tr("%1 is left out: open it and score the images with it first.").arg(nameOf(failed.with))
                     : tr("%1 is left out. %2").arg(nameOf(failed.with), Text::error(failed.error)));
    return text;
}

/// The first ones, and why.
QString CompareView::missingImages(const ModelComparisons &all) const
{
    constexpr qsizetype most = 20;
    QStringList missing;
    for (const ModelComparison &found : all.found)
        for (const SkippedImage &image : found.missing)
            if (missing.size() < most)
                missing << tr("%1: %2").arg(QString::fromStdString(image.id), QString::fromStdString(image.why));
    return missing.join(QLatin1Char('\n'));
}

QString CompareView::countsApart(const ModelComparisons &all) const
{
    const auto uncounted = [](const ModelComparison &one) { return !one.comparison.whyNoCounts.empty(); };
    const bool two = all.found.size() == 1;
    if (std::ranges::all_of(all.found, uncounted))
        return two ? tr("One of the two has no thresholds: what it finds cannot be counted.")
                   : tr("A or all others have no thresholds: what they find cannot be counted.");
    using Kind = Disagreement::Kind;
    const auto only = [this](Kind kind, int side) { return ModelWords::count(m_disagreements->countOnly(kind, side)); };
    if (!two)
        return tr("At the review thresholds not all find %1 defects, and not all flag %2 good parts. Return opens the "
                  "place.")
            .arg(ModelWords::count(m_disagreements->count(Kind::Defect)),
                 ModelWords::count(m_disagreements->count(Kind::Good)));
    const QString finds = tr("Only A finds %1 defects, only B %2").arg(only(Kind::Defect, 0), only(Kind::Defect, 1));
    const QString flags = tr("only A flags %1 good parts, only B %2").arg(only(Kind::Good, 0), only(Kind::Good, 1));
    return tr("At the review thresholds: %1; %2. Return opens the place.").arg(finds, flags);
}

void CompareView::retranslateUi()
{
    m_choiceLabel->setText(tr("Compare with"));
    m_again->setText(tr("Compare again"));
    m_tables->setAccessibleName(tr("What was compared"));
    m_tables->setTabText(0, tr("Figures"));
    m_tables->setTabText(1, tr("Disagreements"));
    m_figureTable->setAccessibleName(tr("Differences of figures"));
    m_placeTable->setAccessibleName(tr("What not all find or flag"));
    m_choice->retranslateUi();
    m_choice->setChoices(openModelName(), choices());
    showComparison();
}

} // namespace patina
