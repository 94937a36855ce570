#include "ui/text/comparison_words.h"

#include "ui/text/model_words.h"
#include "ui/text/text.h"

#include <QLocale>

#include <cmath>
#include <string_view>

namespace patina {

namespace {

constexpr double kLeastP = 0.0001;
constexpr std::string_view kAt = "at.";

/// What stands between a beginning and an end; none where the name has another form.
std::optional<std::string> between(const std::string &name, std::string_view from, std::string_view to)
{
    if (!name.starts_with(from) || !name.ends_with(to) || name.size() < from.size() + to.size())
        return std::nullopt;
    return name.substr(from.size(), name.size() - from.size() - to.size());
}

/// A class as reports name it: "all" is the total.
QString classNamed(const std::string &reported, const QString &all)
{
    if (reported == "all")
        return all;
    return Text::className(reported.starts_with("class:") ? reported.substr(6) : reported);
}

bool isImageRank(const std::string &name)
{
    return name == "image.auroc" || name == "image.ap" || name == "image.f1max";
}

} // namespace

QString ComparisonWords::figure(const std::string &name)
{
    if (name == "image.auroc")
        return tr("Image AUROC");
    if (name == "image.ap")
        return tr("Image AP");
    if (name == "image.f1max")
        return tr("Largest F1 of images");
    if (const auto percent = between(name, "image.pg", {}))
        return tr("Good parts passed where %1 % of the bad ones are").arg(QString::fromStdString(*percent));
    if (const auto percent = between(name, "image.pb", {}))
        return tr("Bad parts stopped where %1 % of the good ones are").arg(QString::fromStdString(*percent));
    return name.starts_with(kAt) ? atPoint(name) : QString::fromStdString(name);
}

QString ComparisonWords::atPoint(const std::string &name)
{
    const bool review = name.starts_with("at.review.");
    const QString point = review ? tr("at review") : tr("at reject");
    const std::string rest = name.substr(std::string_view("at.review.").size()); // "at.reject." is as long
    if (rest == "good.overkill")
        return tr("Good parts flagged (overkill), %1").arg(point);
    if (rest == "good.falseRegionsPerImage")
        return tr("False regions per good part, %1").arg(point);
    if (const auto impurity = between(rest, "impurities.", ".share"))
        return tr("%1 flagged, %2").arg(classNamed(*impurity, tr("all impurities")), point);
    if (const auto defect = between(rest, "defects.", ".recall"))
        return tr("%1 found, %2").arg(classNamed(*defect, tr("all defects")), point);
    const auto overlap = rest.rfind(".recallOverlap");
    if (rest.starts_with("defects.") && overlap != std::string::npos) {
        const std::string percent = rest.substr(overlap + std::string_view(".recallOverlap").size());
        const std::string defect = rest.substr(8, overlap - 8);
        return tr("%1 found by an overlap of %2 %, %3")
            .arg(classNamed(defect, tr("all defects")), QString::fromStdString(percent), point);
    }
    return QString::fromStdString(name);
}

QString ComparisonWords::explanation(const std::string &name)
{
    if (name == "image.auroc")
        return tr("The probability that a bad part scores above a good one");
    if (name == "image.ap")
        return tr("Average precision: the mean precision over all recalls");
    if (name == "image.f1max")
        return tr("At the threshold that is best on these very images");
    if (name.starts_with("image.p"))
        return tr("At a threshold chosen on these very images: what a model could do, not what it will do");
    return {};
}

bool ComparisonWords::isShare(const std::string &name)
{
    return !isImageRank(name) && !name.ends_with(".falseRegionsPerImage");
}

QString ComparisonWords::number(const std::string &name, double value, bool withSign)
{
    const int decimals = isShare(name) ? 1 : isImageRank(name) ? 3 : 2;
    const double unit = std::pow(10.0, -decimals);
    const double shown = std::round((isShare(name) ? value * 100.0 : value) / unit) * unit + 0.0; // no "-0.000"
    const QString sign = withSign && shown > 0.0 ? QStringLiteral("+") : QString();
    return sign + QLocale().toString(shown, 'f', decimals);
}

QString ComparisonWords::value(const std::string &name, const Figure &figure)
{
    if (!figure.value)
        return QStringLiteral("\u2013");
    return isShare(name) ? ModelWords::share(*figure.value) : number(name, *figure.value, false);
}

QString ComparisonWords::difference(const std::string &name, const Figure &figure)
{
    return figure.value ? number(name, *figure.value, true) : QStringLiteral("\u2013");
}

QString ComparisonWords::interval(const std::string &name, const FigureInterval &interval)
{
    if (!interval.low.value || !interval.high.value)
        return {};
    return tr("%1 to %2").arg(number(name, *interval.low.value, true), number(name, *interval.high.value, true));
}

QString ComparisonWords::pValue(double p)
{
    return p < kLeastP ? QStringLiteral("< ") + QLocale().toString(kLeastP, 'f', 4) : QLocale().toString(p, 'f', 4);
}

QString ComparisonWords::equals(double p)
{
    return p < kLeastP ? pValue(p) : QStringLiteral("= ") + pValue(p);
}

QString ComparisonWords::letter(int model)
{
    return model < 26 ? QString(QChar(u'A' + model)) : QLocale().toString(model + 1);
}

/// "A 3 of 60, B 14 of 60": those that flag another number than A. Empty: none does.
QString ComparisonWords::unequalAt(const std::vector<const Comparison *> &others, std::size_t which)
{
    QStringList parts;
    QString own;
    for (int i = 0; i < std::ssize(others); ++i) {
        const PairedCount &good = others[static_cast<std::size_t>(i)]->counts[which].good;
        if (good.onlyA == good.onlyB)
            continue;
        const auto say = [&good](int model, std::int64_t flagged) {
            return tr("%1 %2 of %3").arg(letter(model), ModelWords::count(flagged), ModelWords::count(good.total()));
        };
        if (const QString here = say(0, good.both + good.onlyA); here != own) // on the images of both
            parts << (own = here);
        parts << say(i + 1, good.both + good.onlyB);
    }
    return parts.join(QStringLiteral(", "));
}

QString ComparisonWords::unequalOverkill(const std::vector<const Comparison *> &others)
{
    const QString review = unequalAt(others, 0);
    const QString reject = unequalAt(others, 1);
    if (review.isEmpty() && reject.isEmpty())
        return {};
    const QString flagged = reject.isEmpty() ? tr("%1 good parts are flagged at review").arg(review)
                            : review.isEmpty()
                                ? tr("%1 good parts are flagged at reject").arg(reject)
                                : tr("%1 good parts are flagged at review, %2 at reject").arg(review, reject);
    return tr("Recall is compared at unequal overkill: %1. Thresholds of each by the same rule make it comparable.")
        .arg(flagged);
}

/// "Image AUROC (+0.020, +0.011 to +0.032)"
QString ComparisonWords::shownText(const SummaryLine &line)
{
    const QString by = difference(line.name, Figure::of(line.difference()));
    const QString range = interval(line.name, line.interval);
    return range.isEmpty() ? tr("%1 (%2)").arg(figure(line.name), by)
                           : tr("%1 (%2, 95 % interval %3)").arg(figure(line.name), by, range);
}

QString ComparisonWords::summary(const std::vector<SummaryLine> &lines, int other, bool sameModel)
{
    using Better = SummaryLine::Better;
    const auto of = [&lines](auto &&wanted, auto &&text) {
        QStringList items;
        for (const SummaryLine &line : lines)
            if (wanted(line.better))
                items << text(line);
        return items.join(QStringLiteral("; "));
    };
    const auto shown = [&of](Better better) { return of([=](Better is) { return is == better; }, shownText); };
    QStringList sentences;
    if (sameModel) {
        if (const QString apart = of([](Better is) { return is != Better::NotShown; }, shownText); !apart.isEmpty())
            sentences << tr("%1 differs from A in: %2.").arg(letter(other), apart);
    } else {
        if (const QString ahead = shown(Better::B); !ahead.isEmpty())
            sentences << tr("%1 is better than A in: %2.").arg(letter(other), ahead);
        if (const QString behind = shown(Better::A); !behind.isEmpty())
            sentences << tr("%1 is worse than A in: %2.").arg(letter(other), behind);
    }
    const auto nameOf = [](const SummaryLine &line) { return figure(line.name); };
    if (const QString open = of([](Better is) { return is == Better::NotShown; }, nameOf); !open.isEmpty())
        sentences << tr("No difference of %1 from A is shown in: %2.").arg(letter(other), open);
    return sentences.join(QLatin1Char(' ')).replace(QStringLiteral(".."), QStringLiteral(".")); // "ab n.i.O."
}

QString ComparisonWords::drift(const Drift &drift)
{
    const QString p = equals(drift.p);
    const QString alpha = QLocale().toString(drift.alpha, 'g', 3);
    if (!drift.warns())
        return tr("No drift is shown: p %1 is not below %2.").arg(p, alpha);
    const QString found = drift.rankSumP < drift.alpha
                              ? tr("These good parts score higher than those that the score scale was made of: p %1 is "
                                   "below %2.")
                          : drift.rankSum.superior < 0.5
                              ? tr("These good parts score lower than those that the score scale was made of: p %1 is "
                                   "below %2.")
                              : tr("The scores of these good parts are spread otherwise than those that the score "
                                   "scale was made of: p %1 is below %2.");
    return tr("%1 The parts or the camera have changed; whether the parts are bad this does not say.")
        .arg(found.arg(p, alpha));
}

} // namespace patina
