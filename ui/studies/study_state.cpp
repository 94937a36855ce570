#include "ui/studies/study_state.h"

#include "core/coreset/coreset_builder.h"
#include "ui/settings/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>

#include <algorithm>

namespace patina {

namespace {

int bounded(const QVariant &value, int least, int most, int otherwise)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber && number >= least && number <= most ? number : otherwise;
}

double bounded(const QVariant &value, double least, double most, double otherwise)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber && number >= least && number <= most ? number : otherwise;
}

} // namespace

QString studyStateFile()
{
    return QFileInfo(settingsFile()).dir().filePath(QStringLiteral("studies.ini"));
}

StudyState loadStudyState(const QString &file)
{
    const QSettings stored(file, QSettings::IniFormat);
    const StudyState usual;
    StudyState state;
    state.kind = static_cast<StudyKind>(bounded(stored.value("kind"), 0, kStudyKinds - 1, 0));
    for (std::size_t i = 0; i < state.folders.size(); ++i) {
        state.folders[i] = stored.value(QStringLiteral("folder%1").arg(i + 1)).toString();
        state.groups[i] = stored.value(QStringLiteral("groups%1").arg(i + 1)).toString();
    }
    state.backbone = stored.value("backbone").toString();
    state.bankSize = bounded(stored.value("bankSize"), 1, static_cast<int>(largestBankSize), usual.bankSize);
    state.realImages = stored.value("realImages", usual.realImages).toString();
    state.bankSizes = stored.value("bankSizes", usual.bankSizes).toString();
    state.mostImages = bounded(stored.value("mostImages"), 0, kMostStudyImages, usual.mostImages);
    state.seeds = bounded(stored.value("seeds"), 1, kMostStudySeeds, usual.seeds);
    state.out = stored.value("out").toString();
    state.extras.recipe = stored.value("recipe").toString();
    state.extras.keepShare = bounded(stored.value("keepShare"), 0, kMostKeptPercent, 0);
    state.extras.scale = bounded(stored.value("scale"), kLeastStudyScale, 1.0, 1.0);
    state.extras.firstSeed = bounded(stored.value("firstSeed"), 0, kLargestFirstSeed, 0);
    state.extras.cache = stored.value("cache").toString();
    return state;
}

void saveStudyState(const StudyState &state, const QString &file)
{
    QSettings stored(file, QSettings::IniFormat);
    stored.setValue("kind", static_cast<int>(state.kind));
    for (std::size_t i = 0; i < state.folders.size(); ++i) {
        stored.setValue(QStringLiteral("folder%1").arg(i + 1), state.folders[i]);
        stored.setValue(QStringLiteral("groups%1").arg(i + 1), state.groups[i]);
    }
    stored.setValue("backbone", state.backbone);
    stored.setValue("bankSize", state.bankSize);
    stored.setValue("realImages", state.realImages);
    stored.setValue("bankSizes", state.bankSizes);
    stored.setValue("mostImages", state.mostImages);
    stored.setValue("seeds", state.seeds);
    stored.setValue("out", state.out);
    stored.setValue("recipe", state.extras.recipe);
    stored.setValue("keepShare", state.extras.keepShare);
    stored.setValue("scale", state.extras.scale);
    stored.setValue("firstSeed", state.extras.firstSeed);
    stored.setValue("cache", state.extras.cache);
}

std::optional<std::vector<std::int64_t>> studyNumbers(const QString &text, std::int64_t least, std::int64_t most)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;\u3001\uff0c]+"));
    std::vector<std::int64_t> numbers;
    for (const QString &word : text.split(between, Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const qlonglong number = word.toLongLong(&isNumber);
        if (!isNumber || number < least || number > most)
            return std::nullopt;
        if (std::ranges::find(numbers, number) == numbers.end())
            numbers.push_back(number);
    }
    return numbers.empty() ? std::nullopt : std::optional(numbers);
}

} // namespace patina
