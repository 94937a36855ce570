#include "ui/panels/agreement_words.h"

#include "ui/text/text.h"

#include <QLocale>

namespace patina {

QString AgreementWords::summary(const Agreement &agreement)
{
    const QLocale locale;
    const auto number = [&](std::int64_t count) { return locale.toString(static_cast<qlonglong>(count)); };
    const QString first = QString::fromStdString(agreement.first);
    const QString second = QString::fromStdString(agreement.second);
    const QStringList lines{
        tr("Regions that both decided: %1. %2 alone: %3. %4 alone: %5.")
            .arg(number(agreement.both()), first, number(agreement.onlyFirst), second, number(agreement.onlySecond)),
        tr("Cohen's kappa over classes: %1").arg(kappa(agreement.classes, agreement.classTable)),
        tr("Over defect, impurity, ambiguous, nothing: %1").arg(kappa(agreement.kinds, agreement.kindTable))};
    return lines.join(QLatin1Char('\n'));
}

QString AgreementWords::kappa(const Kappa &kappa, const ConfusionTable &table)
{
    const QLocale locale;
    const QString agreed = tr("%1 of %2 agree.")
                               .arg(locale.toString(static_cast<qlonglong>(table.agreed())),
                                    locale.toString(static_cast<qlonglong>(table.total())));
    switch (kappa.state) {
    case KappaState::NoPairs:
        return tr("none, as no region was decided by both.");
    case KappaState::OneCategory:
        return tr("none, as both used one category only: chance alone makes them agree. %1").arg(agreed);
    case KappaState::Defined:
        break;
    }
    if (!kappa.interval95)
        return tr("%1, without an interval (the formula for large samples gives none here). %2")
            .arg(Text::score(kappa.value), agreed);
    return tr("%1 (95 %: %2 to %3). %4")
        .arg(Text::score(kappa.value), Text::score(kappa.interval95->low), Text::score(kappa.interval95->high), agreed);
}

} // namespace patina
