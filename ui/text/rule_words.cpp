#include "ui/text/rule_words.h"

#include "ui/text/figure_words.h"
#include "ui/text/model_words.h"
#include "ui/text/text.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace patina {

namespace {

/// Rich text of what must not be broken over lines.
QString unbroken(QString text)
{
    return text.replace(QLatin1Char(' '), QChar(QChar::Nbsp)).toHtmlEscaped();
}

} // namespace

QString RuleWords::kind(RuleKind kind)
{
    switch (kind) {
    case RuleKind::MaxEscape:
        return tr("Let at most so many defects escape");
    case RuleKind::MaxOverkill:
        return tr("Reject at most so many good parts");
    case RuleKind::Cost:
        return tr("Least cost");
    case RuleKind::F1Max:
        return tr("Largest F1");
    case RuleKind::Quantile:
        return tr("Quantile of good parts");
    default:
        return tr("Mean of good parts and standard deviations");
    }
}

QString RuleWords::explanation(RuleKind kind)
{
    switch (kind) {
    case RuleKind::MaxEscape:
        return tr("Sets the review threshold: below it nobody looks.");
    case RuleKind::MaxOverkill:
        return tr("Sets the reject threshold: from it on parts are rejected unseen.");
    default:
        return tr("Sets both thresholds to one value.");
    }
}

QString RuleWords::percent(double share)
{
    constexpr int kDigits = 3;
    return tr("%1 %").arg(QLocale().toString(share * 100.0, 'g', kDigits));
}

QString RuleWords::tooFew(const RuleRefusal::Few &few, bool groups)
{
    const QString upper = percent(few.upper);
    const int count = static_cast<int>(few.units);
    if (few.className.empty())
        return groups ? tr("%n group(s) with good images bound the rate at %1 even if none is flagged", nullptr, count)
                            .arg(upper)
                      : tr("%n good image(s) bound the rate at %1 even if none is flagged", nullptr, count).arg(upper);
    const QString name = Text::className(few.className);
    return groups ? tr("%1: %n group(s) bound the rate at %2 even if none escapes", nullptr, count).arg(name, upper)
                  : tr("%1: %n defect(s) bound the rate at %2 even if none escapes", nullptr, count).arg(name, upper);
}

QString RuleWords::refusal(const RuleRefusal &refusal)
{
    using Kind = RuleRefusal::Kind;
    switch (refusal.kind) {
    case Kind::LacksOneKind:
        return tr("The rule cannot be met: for calibration there are %1 good images and %2 with defects; it takes at "
                  "least one of each.")
            .arg(ModelWords::count(refusal.good), ModelWords::count(refusal.anomalous));
    case Kind::TooFewGood:
        return tr("The rule cannot be met: it takes two good images for calibration, there are fewer.");
    case Kind::OneScore:
        return tr("The rule cannot be met: all good images for calibration have the same score.");
    case Kind::NoGood:
        return tr("The rule cannot be met: there is no good image for calibration.");
    case Kind::NoDefect:
        return tr("The rule cannot be met: for calibration there is no outlined defect of class %1.")
            .arg(Text::className(refusal.className));
    case Kind::TooFew:
        break;
    }
    QStringList items;
    for (const RuleRefusal::Few &few : refusal.few)
        items << tooFew(few, refusal.groups);
    return tr("The rule cannot be met. %1; %2 with %3 confidence takes %4.")
        .arg(items.join(QStringLiteral("; ")), percent(refusal.rate), percent(refusal.confidence),
             ModelWords::count(refusal.needed));
}

QString RuleWords::verdict(const ThresholdRequest &request, const ThresholdChoice &choice)
{
    if (choice.verdicts.empty() || !choice.verdicts.front())
        return {};
    switch (*choice.verdicts.front()) {
    case BoundVerdict::Confirmed:
        return tr("The other parts confirm the bound.");
    case BoundVerdict::Broken:
        return tr("The other parts break the bound: do not use these thresholds without finding out why.");
    default:
        break;
    }
    const double bound = request.rules.front().rule.bound.rate;
    const bool above = std::ranges::any_of(choice.bounded.front(), [&](const BoundedRate &rate) {
        return static_cast<double>(rate.count.failed) > bound * static_cast<double>(rate.count.total);
    });
    return above ? tr("The other parts are too few to say whether the bound holds, but what was counted there is above "
                      "it.")
                 : tr("The other parts are too few to say whether the bound holds.");
}

QString RuleWords::movedAlong(const ThresholdRequest &request, const ThresholdChoice &choice)
{
    if (!request.model)
        return {};
    const ThresholdSide side = request.rules.front().side;
    if (side == ThresholdSide::Review && request.model->reject < choice.thresholds->reject)
        return tr("The reject threshold, %1, goes up with it: it cannot be below review.")
            .arg(Text::score(request.model->reject));
    if (side == ThresholdSide::Reject && request.model->review > choice.thresholds->review)
        return tr("The review threshold, %1, goes down with it: it cannot be above reject.")
            .arg(Text::score(request.model->review));
    return {};
}

QString RuleWords::cost(const ThresholdChoice &choice)
{
    if (!choice.calibrationCost || !choice.acceptanceCost)
        return {};
    const auto number = [](double value) { return QLocale().toString(value, 'g', 4); };
    return tr("Expected cost of a part: %1 by the parts for calibration, %2 by the others.")
        .arg(number(*choice.calibrationCost), number(*choice.acceptanceCost));
}

QString RuleWords::rate(const RateCount &count)
{
    if (count.total == 0)
        return FigureWords::share({});
    return tr("%1 (\u2264 %2)")
        .arg(unbroken(FigureWords::countOf(count.failed, count.total)), unbroken(ModelWords::share(count.upper)))
        .replace(QStringLiteral("\u2264 "), QStringLiteral("\u2264\u00a0"));
}

QString RuleWords::table(const ThresholdChoice &choice)
{
    QString rows;
    const auto add = [&](const QString &title, const RateCount &calibration, const RateCount &acceptance) {
        rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'>%2&nbsp;&nbsp;</td><td align='right'>%3"
                               "</td></tr>")
                    .arg(title.toHtmlEscaped(), rate(calibration), rate(acceptance));
    };
    for (std::size_t i = 0; i < choice.calibration.defects.size(); ++i) {
        const std::string &name = choice.calibration.defects[i].name;
        add(name == "all" ? tr("All defects: escaped") : tr("%1: escaped").arg(Text::className(name)),
            choice.calibration.defects[i].escaped, choice.acceptance.defects[i].escaped);
    }
    add(tr("Good parts: to be looked at"), choice.calibration.lookedAt, choice.acceptance.lookedAt);
    add(tr("Good parts: rejected"), choice.calibration.rejected, choice.acceptance.rejected);
    return QStringLiteral("<table cellspacing='2'><tr><td></td><th align='right'>%1&nbsp;&nbsp;</th><th "
                          "align='right'>%2</th></tr>%3</table>")
        .arg(tr("Calibration").toHtmlEscaped(), tr("Acceptance").toHtmlEscaped(), rows);
}

QString RuleWords::before(const ThresholdPair &thresholds, const Verification &counts)
{
    const RateCount &escaped = counts.defects.back().escaped;
    return tr("Before, at review %1 and reject %2, of all images: %3 defects escape, %4 good parts are to be looked "
              "at, "
              "%5 are rejected.")
        .arg(Text::score(thresholds.review), Text::score(thresholds.reject),
             FigureWords::countOf(escaped.failed, escaped.total),
             FigureWords::countOf(counts.lookedAt.failed, counts.lookedAt.total),
             FigureWords::countOf(counts.rejected.failed, counts.rejected.total));
}

QString RuleWords::answer(const ThresholdRequest &request, const ThresholdChoice &choice,
                          const std::optional<Verification> &now)
{
    QStringList lines;
    for (const RuleAnswer &answer : choice.answers)
        if (!answer.threshold)
            lines << QStringLiteral("<b>%1</b>")
                         .arg((answer.refusal ? refusal(*answer.refusal) : QString::fromStdString(answer.why))
                                  .toHtmlEscaped());
    if (!choice.thresholds)
        return lines.join(QStringLiteral("<br>"));
    const QString pair =
        tr("review %1, reject %2").arg(Text::score(choice.thresholds->review), Text::score(choice.thresholds->reject));
    lines << (choice.met() ? QStringLiteral("<b>%1</b>").arg(tr("Thresholds: %1").arg(pair).toHtmlEscaped())
                           : tr("Nearest: %1").arg(pair).toHtmlEscaped());
    for (const QString &line : {movedAlong(request, choice), choice.met() ? verdict(request, choice) : QString(),
                                choice.met() ? cost(choice) : QString()})
        if (!line.isEmpty())
            lines << line.toHtmlEscaped();
    QString text = lines.join(QStringLiteral("<br>")) + table(choice) +
                   QStringLiteral("<p>%1</p>")
                       .arg(tr("In brackets: what the rate is at most, with %1 confidence.")
                                .arg(percent(request.confidence))
                                .toHtmlEscaped());
    if (now && request.model && !now->defects.empty())
        text += QStringLiteral("<p>%1</p>").arg(before(*request.model, *now).toHtmlEscaped());
    return text;
}

} // namespace patina
