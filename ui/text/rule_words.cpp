#include "ui/text/rule_words.h"

#include "ui/text/figure_words.h"
#include "ui/text/model_words.h"
#include "ui/text/text.h"

#include <QLocale>
#include <QStringList>

namespace patina {

namespace {

/// What must not be broken over lines.
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

QString RuleWords::verdict(BoundVerdict verdict)
{
    switch (verdict) {
    case BoundVerdict::Confirmed:
        return tr("The other parts confirm the bound.");
    case BoundVerdict::Broken:
        return tr("The other parts break the bound: do not use these thresholds without finding out why.");
    default:
        return tr("The other parts are too few to say whether the bound holds.");
    }
}

QString RuleWords::rate(const RateCount &count)
{
    if (count.total == 0)
        return FigureWords::share({});
    return tr("%1 (\u2264 %2)").arg(FigureWords::countOf(count.failed, count.total), ModelWords::share(count.upper));
}

QString RuleWords::table(const ThresholdChoice &choice)
{
    QString rows;
    const auto add = [&](const QString &title, const RateCount &calibration, const RateCount &acceptance) {
        rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td align='right'>%2&nbsp;&nbsp;</td><td align='right'>%3"
                               "</td></tr>")
                    .arg(title.toHtmlEscaped(), unbroken(rate(calibration)), unbroken(rate(acceptance)));
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

QString RuleWords::answer(const ThresholdChoice &choice, const std::optional<Verification> &now)
{
    QStringList lines;
    for (const RuleAnswer &answer : choice.answers)
        if (!answer.threshold)
            lines << QStringLiteral("<b>%1</b>")
                         .arg((answer.refusal ? refusal(*answer.refusal) : QString::fromStdString(answer.why))
                                  .toHtmlEscaped());
    if (choice.thresholds) {
        const QString pair = tr("review %1, reject %2")
                                 .arg(Text::score(choice.thresholds->review), Text::score(choice.thresholds->reject));
        lines << (choice.met() ? QStringLiteral("<b>%1</b>").arg(tr("Thresholds: %1").arg(pair).toHtmlEscaped())
                               : tr("Nearest: %1").arg(pair).toHtmlEscaped());
        for (const auto &verdict : choice.verdicts)
            if (verdict && choice.met())
                lines << RuleWords::verdict(*verdict).toHtmlEscaped();
    }
    QString text = lines.join(QStringLiteral("<br>"));
    if (choice.thresholds)
        text += table(choice);
    if (now && !now->defects.empty())
        text +=
            QStringLiteral("<p>%1</p>")
                .arg(tr("At the thresholds of now, of all images: %1 defects escape, %2 good parts are to be looked "
                        "at, %3 are rejected.")
                         .arg(FigureWords::countOf(now->defects.back().escaped.failed,
                                                   now->defects.back().escaped.total),
                              FigureWords::countOf(now->lookedAt.failed, now->lookedAt.total),
                              FigureWords::countOf(now->rejected.failed, now->rejected.total))
                         .toHtmlEscaped());
    return text;
}

} // namespace patina
