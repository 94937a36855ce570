#include "ui/studies/study_words.h"

#include "ui/text/figure_words.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace patina {

namespace {

QString number(std::int64_t value)
{
    return QLocale().toString(static_cast<qlonglong>(value));
}

/// Three decimals; the minus as wide as the plus, so that figures stand under each other.
QString decimal(double value, bool sign)
{
    const QString size = QLocale().toString(std::abs(value), 'f', 3);
    const bool isNone = std::abs(value) < 0.0005;
    if (value < 0.0 && !isNone)
        return QChar(0x2212) + size;
    return sign ? (isNone ? QChar(0x00B1) : QChar('+')) + size : size;
}

} // namespace

QString StudyWords::kind(StudyKind kind)
{
    switch (kind) {
    case StudyKind::CleanStained:
        return tr("Clean and stained parts");
    case StudyKind::Transfer:
        return tr("From synthetic to real parts");
    case StudyKind::MadeLike:
        return tr("Parts made like few real ones");
    case StudyKind::Policy:
        return tr("Labelling policies");
    case StudyKind::BankSize:
        return tr("Sizes of the bank");
    default:
        return tr("Strategies and image orders");
    }
}

QString StudyWords::question(StudyKind kind)
{
    switch (kind) {
    case StudyKind::CleanStained:
        return tr("How do impurities on the training parts and on the tested ones move the figures?");
    case StudyKind::Transfer:
        return tr("What is a bank of synthetic parts worth before there are real ones, and after n real ones?");
    case StudyKind::MadeLike:
        return tr("Do n real parts go further when parts made like them train the bank first?");
    case StudyKind::Policy:
        return tr("How far does each figure move when impurities and ambiguous regions count as something else?");
    case StudyKind::BankSize:
        return tr("How large does the bank have to be?");
    default:
        return tr("How much does the order of the images matter, and to which strategy?");
    }
}

QString StudyWords::folder(StudyKind kind, std::size_t index)
{
    switch (kind) {
    case StudyKind::CleanStained:
        return index == 0 ? tr("Clean parts") : tr("Stained parts");
    case StudyKind::Transfer:
        return index == 0 ? tr("Synthetic parts") : tr("Real parts");
    case StudyKind::MadeLike:
        return tr("Real parts");
    default:
        return tr("Data set");
    }
}

QString StudyWords::strategy(const std::string &name)
{
    if (name == "offline")
        return tr("Offline");
    if (name == "reservoir")
        return tr("Reservoir");
    if (name == "gated")
        return tr("Gated");
    if (name == "tree")
        return tr("Tree");
    if (name == "meld-reduce")
        return tr("Meld and reduce");
    if (name == "union")
        return tr("Union");
    return name == "random" ? tr("Random") : QString::fromStdString(name);
}

QString StudyWords::armOf(const StudyOutcome &outcome, const StudyArm &arm)
{
    const QString name = plainArmOf(outcome, arm);
    const bool equal = outcome.equalRows && arm.name.ends_with(equalBanksSuffix(*outcome.equalRows));
    return equal ? withRows(name, *outcome.equalRows) : name;
}

QString StudyWords::withRows(const QString &name, std::int64_t rows)
{
    return QStringLiteral("%1, %2").arg(name, tr("%n rows", nullptr, static_cast<int>(rows)));
}

QString StudyWords::plainArmOf(const StudyOutcome &outcome, const StudyArm &arm)
{
    const StudyStep last = arm.steps.empty() ? StudyStep() : arm.steps.back();
    const QString n = last.images == 0 ? tr("all") : number(last.images);
    switch (outcome.order.kind) {
    case StudyKind::CleanStained:
        return last.dataset == 0
                   ? (arm.test == 0 ? tr("train clean, test clean") : tr("train clean, test stained"))
                   : (arm.test == 0 ? tr("train stained, test clean") : tr("train stained, test stained"));
    case StudyKind::Transfer:
        return arm.steps.size() > 1 ? tr("synthetic, then n = %1").arg(n)
               : last.dataset == 0  ? tr("synthetic only")
                                    : tr("real only, n = %1").arg(n);
    case StudyKind::MadeLike:
        return arm.steps.size() > 1 ? tr("made like n = %1, then they").arg(n)
               : last.made          ? tr("made like n = %1 only").arg(n)
                                    : tr("real only, n = %1").arg(n);
    case StudyKind::Policy:
        return FigureWords::policy(arm.policy, outcome.impurities, outcome.ambiguous);
    case StudyKind::BankSize:
        return tr("%n rows", nullptr, static_cast<int>(arm.bankSize));
    default:
        return strategy(arm.strategy);
    }
}

QString StudyWords::arm(const StudyOutcome &outcome, std::size_t index)
{
    return index < outcome.arms.size() ? armOf(outcome, outcome.arms[index]) : QString();
}

QString StudyWords::numberedArm(const StudyOutcome &outcome, std::size_t index)
{
    const QString name = arm(outcome, index);
    return outcome.places.empty() ? QStringLiteral("%1  %2").arg(number(static_cast<std::int64_t>(index) + 1), name)
                                  : name;
}

QString StudyWords::threshold(const StudyTable &table)
{
    const bool any = std::ranges::any_of(table.figures, [](const std::string &name) {
        return name.starts_with("recall.") || name.starts_with("flagged.") || name == "overkill";
    });
    return any ? tr("Recall, overkill and what is flagged: at the lowest threshold that flags at most 5 % of the good "
                    "parts of the other half.")
               : QString();
}

bool StudyWords::lacksIntervals(const StudyTable &table, int figure)
{
    const auto lacks = [](const StudyCell &cell) {
        return cell.mean && (std::isnan(cell.low) || std::isnan(cell.high));
    };
    return std::ranges::any_of(table.rows, [&](const StudyRow &row) {
        return figure < 0 ? std::ranges::any_of(row.cells, lacks) : lacks(row.cells[static_cast<std::size_t>(figure)]);
    });
}

QString StudyWords::unfilled(const StudyOutcome &outcome)
{
    QStringList names;
    std::int64_t fewest = 0;
    for (std::size_t i = 0; i < outcome.arms.size() && i < outcome.bankRows.size(); ++i) {
        const std::int64_t rows = outcome.bankRows[i];
        if (rows >= outcome.arms[i].bankSize)
            continue;
        names << tr("%1: %2").arg(armOf(outcome, outcome.arms[i]), number(rows));
        fewest = names.size() == 1 ? rows : std::min(fewest, rows);
    }
    if (names.isEmpty())
        return {};
    if (outcome.equalRows)
        return tr("Banks with fewer rows than asked for, as their images have no more patches (%1): the arms with %2 "
                  "rows compare all at one size.")
            .arg(names.join(QStringLiteral("; ")), number(*outcome.equalRows));
    return tr("Banks with fewer rows than asked for, as their images have no more patches (%1): with %2 rows all are "
              "equal.")
        .arg(names.join(QStringLiteral("; ")), number(fewest));
}

QString StudyWords::difference(const StudyOutcome &outcome, const StudyDifference &difference)
{
    const auto said = [&](const std::string &name) {
        const auto found = std::ranges::find(outcome.arms, name, &StudyArm::name);
        return found == outcome.arms.end() ? QString::fromStdString(name) : armOf(outcome, *found);
    };
    return tr("%1 less %2").arg(said(difference.arm), said(difference.reference));
}

QString StudyWords::shared(const StudyOutcome &outcome)
{
    return outcome.sharedGroups > 0
               ? tr("%n groups of test parts have training images, too, or parts were made like images of them: the "
                    "figures may come out too good for parts that were never seen.",
                    nullptr, static_cast<int>(outcome.sharedGroups))
               : QString();
}

QString StudyWords::line(const StudyOutcome &outcome, const std::string &name)
{
    const std::string suffix = outcome.equalRows ? equalBanksSuffix(*outcome.equalRows) : std::string();
    if (!suffix.empty() && name.ends_with(suffix))
        return withRows(plainLine(name.substr(0, name.size() - suffix.size())), *outcome.equalRows);
    return plainLine(name);
}

QString StudyWords::plainLine(const std::string &name)
{
    if (name == "synthetic, then real")
        return tr("synthetic, then real");
    if (name == "real only")
        return tr("real only");
    if (name == "made like them only")
        return tr("made like them only");
    if (name == "made like them, then they")
        return tr("made like them, then they");
    return strategy(name);
}

QString StudyWords::places(StudyKind kind)
{
    return kind == StudyKind::BankSize ? tr("Rows of the bank") : tr("Real training images");
}

QString StudyWords::figure(const std::string &name)
{
    if (name == "image.auroc")
        return tr("Image AUROC");
    if (name == "image.ap")
        return tr("Image AP");
    if (name == "pixel.auroc")
        return tr("Pixel AUROC");
    if (name == "pixel.aupro30")
        return tr("AUPRO 0.30");
    if (name == "pixel.aupro05")
        return tr("AUPRO 0.05");
    if (name == "recall.all")
        return tr("Recall of all defects");
    if (name == "overkill")
        return tr("Overkill");
    if (name.starts_with("recall."))
        return tr("Recall of %1").arg(QString::fromStdString(name.substr(7)));
    if (name.starts_with("flagged."))
        return tr("Flagged of %1").arg(QString::fromStdString(name.substr(8)));
    return QString::fromStdString(name);
}

QString StudyWords::explanation(const std::string &name)
{
    if (name.starts_with("recall."))
        return tr("Found by any pixel, at the lowest threshold that flags at most 5 % of the good parts of the other "
                  "half");
    if (name.starts_with("flagged."))
        return tr("Share of these harmless impurities that the same threshold flags");
    if (name == "overkill")
        return tr("Good parts that the same threshold flags, on the half it was not chosen on");
    if (name.starts_with("pixel.") || name == "image.ap")
        return tr("Its interval is over seeds alone: it says nothing about other parts");
    return {};
}

QString StudyWords::value(const StudyCell &cell)
{
    if (!cell.mean)
        return QStringLiteral("\u2013");
    const QString mean = decimal(*cell.mean, false);
    if (std::isnan(cell.low) || std::isnan(cell.high))
        return mean;
    return tr("%1 (%2 to %3)").arg(mean, decimal(cell.low, false), decimal(cell.high, false));
}

QString StudyWords::change(const StudyCell &cell)
{
    if (!cell.mean)
        return QStringLiteral("\u2013");
    const QString mean = decimal(*cell.mean, true);
    if (std::isnan(cell.low) || std::isnan(cell.high))
        return mean;
    return tr("%1 (%2 to %3)").arg(mean, decimal(cell.low, true), decimal(cell.high, true));
}

} // namespace patina
