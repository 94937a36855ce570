#include "ui/text/journal_words.h"

#include "ui/text/local_times.h"
#include "ui/text/text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <utility>
#include <vector>

namespace patina {

namespace {

/// What changes are called; the first that fits is taken.
constexpr const char *kActions[] = {
    QT_TRANSLATE_NOOP("JournalWords", "label a region as %1"),
    QT_TRANSLATE_NOOP("JournalWords", "label %1 regions as %2"),
    QT_TRANSLATE_NOOP("JournalWords", "call a region a false alarm"),
    QT_TRANSLATE_NOOP("JournalWords", "call %1 regions a false alarm"),
    QT_TRANSLATE_NOOP("JournalWords", "take a decision back"),
    QT_TRANSLATE_NOOP("JournalWords", "take decisions back"),
    QT_TRANSLATE_NOOP("JournalWords", "done with an image"),
    QT_TRANSLATE_NOOP("JournalWords", "merge %1 regions of %2"),
    QT_TRANSLATE_NOOP("JournalWords", "split a region of %1 into %2"),
    QT_TRANSLATE_NOOP("JournalWords", "paint good"),
    QT_TRANSLATE_NOOP("JournalWords", "paint %1"),
    QT_TRANSLATE_NOOP("JournalWords", "erase from labels"),
    QT_TRANSLATE_NOOP("JournalWords", "add a region of interest"),
    QT_TRANSLATE_NOOP("JournalWords", "add a zone to ignore"),
    QT_TRANSLATE_NOOP("JournalWords", "remove zones"),
    QT_TRANSLATE_NOOP("JournalWords", "add the class %1"),
    QT_TRANSLATE_NOOP("JournalWords", "rename the class %1 to %2"),
    QT_TRANSLATE_NOOP("JournalWords", "the class %1 is of kind %2"),
    QT_TRANSLATE_NOOP("JournalWords", "move the class %1 up"),
    QT_TRANSLATE_NOOP("JournalWords", "move the class %1 down"),
    QT_TRANSLATE_NOOP("JournalWords", "remove the class %1"),
    QT_TRANSLATE_NOOP("JournalWords", "set the thresholds to %1 and %2 by %3"),
    QT_TRANSLATE_NOOP("JournalWords", "set the thresholds to %1 and %2"),
    QT_TRANSLATE_NOOP("JournalWords", "set the thresholds back to those of the model"),
    QT_TRANSLATE_NOOP("JournalWords", "evaluate with %1"),
    QT_TRANSLATE_NOOP("JournalWords", "set the scale to %1 mm per pixel"),
    QT_TRANSLATE_NOOP("JournalWords", "remove the scale"),
    QT_TRANSLATE_NOOP("JournalWords", "train a model"),
    QT_TRANSLATE_NOOP("JournalWords", "use the model %1"),
    QT_TRANSLATE_NOOP("JournalWords", "import %1 images from %2"),
    QT_TRANSLATE_NOOP("JournalWords", "import %1 labels from %2"),
    QT_TRANSLATE_NOOP("JournalWords", "find %1 images in %2"),
};

constexpr std::pair<const char *, const char *> kFacts[] = {
    {"image", QT_TRANSLATE_NOOP("JournalWords", "Image")},     {"class", QT_TRANSLATE_NOOP("JournalWords", "Class")},
    {"label", QT_TRANSLATE_NOOP("JournalWords", "Label")},     {"review", QT_TRANSLATE_NOOP("JournalWords", "Review")},
    {"zone", QT_TRANSLATE_NOOP("JournalWords", "Zone")},       {"model", QT_TRANSLATE_NOOP("JournalWords", "Model")},
    {"setting", QT_TRANSLATE_NOOP("JournalWords", "Setting")},
};

constexpr std::pair<const char *, const char *> kFields[] = {
    {"id", QT_TRANSLATE_NOOP("JournalWords", "Name")},
    {"name", QT_TRANSLATE_NOOP("JournalWords", "Name")},
    {"path", QT_TRANSLATE_NOOP("JournalWords", "File")},
    {"sha256", QT_TRANSLATE_NOOP("JournalWords", "SHA-256")},
    {"hash", QT_TRANSLATE_NOOP("JournalWords", "SHA-256")},
    {"split", QT_TRANSLATE_NOOP("JournalWords", "Split")},
    {"class", QT_TRANSLATE_NOOP("JournalWords", "Class")},
    {"part", QT_TRANSLATE_NOOP("JournalWords", "Part")},
    {"kind", QT_TRANSLATE_NOOP("JournalWords", "Kind")},
    {"position", QT_TRANSLATE_NOOP("JournalWords", "Position")},
    {"image", QT_TRANSLATE_NOOP("JournalWords", "Image")},
    {"reader", QT_TRANSLATE_NOOP("JournalWords", "Reader")},
    {"source", QT_TRANSLATE_NOOP("JournalWords", "Source")},
    {"mask", QT_TRANSLATE_NOOP("JournalWords", "Area")},
    {"model", QT_TRANSLATE_NOOP("JournalWords", "Model")},
    {"threshold", QT_TRANSLATE_NOOP("JournalWords", "Threshold")},
    {"polygon", QT_TRANSLATE_NOOP("JournalWords", "Corners")},
    {"thresholdFactor", QT_TRANSLATE_NOOP("JournalWords", "Times the thresholds")},
    {"utc", QT_TRANSLATE_NOOP("JournalWords", "When")},
    {"addedUtc", QT_TRANSLATE_NOOP("JournalWords", "When")},
    {"value", QT_TRANSLATE_NOOP("JournalWords", "Value")},
};

/// Of the fields kind, source and split.
constexpr std::pair<const char *, const char *> kValues[] = {
    {"defect", QT_TRANSLATE_NOOP("JournalWords", "defect")},
    {"impurity", QT_TRANSLATE_NOOP("JournalWords", "harmless impurity")},
    {"ambiguous", QT_TRANSLATE_NOOP("JournalWords", "ambiguous")},
    {"roi", QT_TRANSLATE_NOOP("JournalWords", "region of interest")},
    {"ignore", QT_TRANSLATE_NOOP("JournalWords", "zone to ignore")},
    {"thresholds", QT_TRANSLATE_NOOP("JournalWords", "zone with its own thresholds")},
    {"imported", QT_TRANSLATE_NOOP("JournalWords", "imported mask")},
    {"region", QT_TRANSLATE_NOOP("JournalWords", "flagged region")},
    {"drawn", QT_TRANSLATE_NOOP("JournalWords", "painted")},
    {"train", QT_TRANSLATE_NOOP("JournalWords", "train")},
    {"validation", QT_TRANSLATE_NOOP("JournalWords", "validation")},
    {"test", QT_TRANSLATE_NOOP("JournalWords", "test")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("JournalWords", text);
}

template <std::size_t size>
QString wordIn(const std::pair<const char *, const char *> (&words)[size], const std::string &key)
{
    const auto found = std::ranges::find(words, key, [](const auto &word) { return std::string(word.first); });
    return found == std::end(words) ? JournalWords::text(key) : translated(found->second);
}

struct Pattern
{
    const char *words;
    QRegularExpression expression;
};

std::vector<Pattern> makePatterns()
{
    std::vector<Pattern> patterns;
    for (const char *words : kActions) {
        QString expression = QRegularExpression::escape(QLatin1String(words));
        expression.replace(QLatin1String("\\%1"), QLatin1String("(.+?)"));
        expression.replace(QLatin1String("\\%2"), QLatin1String("(.+)"));
        patterns.push_back({words, QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                                      QRegularExpression::DotMatchesEverythingOption)});
    }
    return patterns;
}

/// Names of classes that are words, and kinds.
QString argumentWords(const QString &argument, bool isKind)
{
    return isKind ? wordIn(kValues, argument.toStdString()) : Text::className(argument.toStdString());
}

QString plainAction(const QString &action)
{
    static const std::vector<Pattern> patterns = makePatterns();
    for (const Pattern &pattern : patterns) {
        const QRegularExpressionMatch match = pattern.expression.match(action);
        if (!match.hasMatch())
            continue;
        const QString words = translated(pattern.words);
        const bool ofKind = QLatin1String(pattern.words).contains(QLatin1String("of kind"));
        if (match.lastCapturedIndex() == 2)
            return words.arg(argumentWords(match.captured(1), false), argumentWords(match.captured(2), ofKind));
        return match.lastCapturedIndex() == 1 ? words.arg(argumentWords(match.captured(1), false)) : words;
    }
    return action;
}

} // namespace

QString JournalWords::text(const std::string &text)
{
    constexpr std::size_t most = 1000; // bytes
    return text.size() <= most ? QString::fromStdString(text)
                               : QString::fromStdString(text.substr(0, most)) + QStringLiteral("...");
}

QString JournalWords::action(const std::string &action)
{
    const QString words = text(action);
    constexpr int prefix = 6;
    if (words.startsWith(QLatin1String("undo: ")))
        return QCoreApplication::translate("JournalWords", "undo: %1").arg(plainAction(words.mid(prefix)));
    if (words.startsWith(QLatin1String("redo: ")))
        return QCoreApplication::translate("JournalWords", "redo: %1").arg(plainAction(words.mid(prefix)));
    return plainAction(words);
}

QString JournalWords::fact(const std::string &what)
{
    return wordIn(kFacts, what);
}

QString JournalWords::field(const std::string &field)
{
    return wordIn(kFields, field);
}

QString JournalWords::value(const std::string &field, const std::string &value)
{
    if (field == "kind" || field == "source" || field == "split")
        return wordIn(kValues, value);
    if (field == "class" && value == "good")
        return QCoreApplication::translate("JournalWords", "good");
    if (field == "class" || field == "name")
        return Text::className(text(value).toStdString());
    if (field == "utc" || field == "addedUtc")
        return withLocalTimes(text(value));
    return text(value);
}

} // namespace patina
