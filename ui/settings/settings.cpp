#include "ui/settings/settings.h"

#include <QDir>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <cmath>

namespace patina {

namespace {

constexpr std::array<const char *, 3> kThemeNames{"system", "light", "dark"};
constexpr int kMostKeyChoices = 500;
constexpr int kMostKeysOfAnAction = 4;

Theme themeFromName(const QString &name)
{
    const auto found = std::find(kThemeNames.begin(), kThemeNames.end(), name);
    return found == kThemeNames.end() ? Theme::System : static_cast<Theme>(found - kThemeNames.begin());
}

int percent(const QVariant &value, int otherwise)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    return isNumber ? std::clamp(number, 0, 100) : otherwise;
}

constexpr qint64 kMostBankRows = 10'000'000;
constexpr int kMostMebibytes = 64 * 1024 * 1024;
constexpr int kMostThreads = 1024;

/// A number within its bounds; the usual one where it is none.
template <typename Number>
Number bounded(const QVariant &value, Number least, Number most, Number otherwise)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return otherwise;
    return static_cast<Number>(std::clamp(number, static_cast<double>(least), static_cast<double>(most)));
}

TrainingSettings loadTraining(const QSettings &stored)
{
    TrainingSettings s;
    s.backbone = stored.value("training/backbone").toString();
    s.folder = stored.value("training/folder").toString();
    s.bankSize = bounded<qint64>(stored.value("training/bankSize"), 1, kMostBankRows, s.bankSize);
    s.memoryMebibytes = bounded(stored.value("training/memoryMebibytes"), 0, kMostMebibytes, s.memoryMebibytes);
    s.threads = bounded(stored.value("training/threads"), 0, kMostThreads, s.threads);
    s.moreOptions = stored.value("training/moreOptions", s.moreOptions).toBool();
    return s;
}

void saveTraining(const TrainingSettings &s, QSettings &stored)
{
    stored.setValue("training/backbone", s.backbone);
    stored.setValue("training/folder", s.folder);
    stored.setValue("training/bankSize", s.bankSize);
    stored.setValue("training/memoryMebibytes", s.memoryMebibytes);
    stored.setValue("training/threads", s.threads);
    stored.setValue("training/moreOptions", s.moreOptions);
}

QString deviceFrom(const QString &name, const QString &otherwise)
{
    static const QRegularExpression known(QStringLiteral("^(cpu|auto|cuda(:[0-9]{1,2})?)$"));
    return known.match(name).hasMatch() ? name : otherwise;
}

KeyChoices loadKeys(QSettings &stored)
{
    KeyChoices keys;
    stored.beginGroup(QStringLiteral("keys"));
    for (const QString &name : stored.childKeys().mid(0, kMostKeyChoices))
        keys.insert(name, stored.value(name).toStringList().mid(0, kMostKeysOfAnAction));
    stored.endGroup();
    return keys;
}

void saveKeys(const KeyChoices &keys, QSettings &stored)
{
    stored.remove(QStringLiteral("keys"));
    stored.beginGroup(QStringLiteral("keys"));
    for (auto choice = keys.begin(); choice != keys.end(); ++choice)
        stored.setValue(choice.key(), choice.value());
    stored.endGroup();
}

RecentProjects loadRecent(QSettings &stored)
{
    RecentProjects recent;
    const int count = std::min(stored.beginReadArray(QStringLiteral("recent")), kMostRecentProjects);
    for (int i = 0; i < count; ++i) {
        stored.setArrayIndex(i);
        const QString file = stored.value("file").toString();
        if (!file.isEmpty())
            recent.push_back({file, QDateTime::fromString(stored.value("opened").toString(), Qt::ISODate)});
    }
    stored.endArray();
    return recent;
}

void saveRecent(const RecentProjects &recent, QSettings &stored)
{
    stored.remove(QStringLiteral("recent"));
    stored.beginWriteArray(QStringLiteral("recent"), static_cast<int>(recent.size()));
    for (int i = 0; i < std::ssize(recent); ++i) {
        stored.setArrayIndex(i);
        stored.setValue("file", recent[static_cast<std::size_t>(i)].file);
        stored.setValue("opened", recent[static_cast<std::size_t>(i)].opened.toString(Qt::ISODate));
    }
    stored.endArray();
}

} // namespace

QString settingsFile()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
    return folder.filePath(QStringLiteral("patina/patina.ini"));
}

Settings loadSettings(const QString &file)
{
    QSettings stored(file, QSettings::IniFormat);
    const Settings usual;
    Settings s;
    s.theme = themeFromName(stored.value("look/theme").toString());
    s.language = stored.value("look/language").toString();
    s.windowGeometry = stored.value("window/geometry").toByteArray();
    s.windowLayout = stored.value("window/layout").toByteArray();
    s.heatmap = stored.value("heatmap/visible", usual.heatmap).toBool();
    s.outlines = stored.value("heatmap/outlines", usual.outlines).toBool();
    s.labels = stored.value("view/labels", usual.labels).toBool();
    s.groundTruth = stored.value("view/groundTruth", usual.groundTruth).toBool();
    s.minimap = stored.value("view/minimap", usual.minimap).toBool();
    s.colours = colourMapFromName(stored.value("heatmap/colours").toString());
    s.opacityPercent = percent(stored.value("heatmap/opacity"), usual.opacityPercent);
    s.cutPercent = percent(stored.value("heatmap/cut"), usual.cutPercent);
    s.reviewByImage = stored.value("review/byImage", usual.reviewByImage).toBool();
    s.reviewGoesOn = stored.value("review/goesOn", usual.reviewGoesOn).toBool();
    s.lastFolder = stored.value("files/folder").toString();
    s.lastModelFolder = stored.value("files/modelFolder").toString();
    s.training = loadTraining(stored);
    s.readerName = stored.value("review/reader").toString().simplified().left(kLongestReaderName);
    s.outlineWidth = bounded(stored.value("heatmap/outlineWidth"), 0.5, 6.0, usual.outlineWidth);
    s.threads = bounded(stored.value("scoring/threads"), 0, 1024, usual.threads);
    s.device = deviceFrom(stored.value("scoring/device").toString(), usual.device);
    s.resultsMiB = bounded(stored.value("memory/results"), 64, 1 << 20, usual.resultsMiB);
    s.tileCacheMiB = bounded(stored.value("memory/tileCache"), 64, 1 << 20, usual.tileCacheMiB);
    s.recent = loadRecent(stored);
    s.keys = loadKeys(stored);
    return s;
}

bool saveSettings(const Settings &s, const QString &file)
{
    QSettings stored(file, QSettings::IniFormat);
    stored.setValue("look/theme", QString::fromLatin1(kThemeNames[static_cast<std::size_t>(s.theme)]));
    stored.setValue("look/language", s.language);
    stored.setValue("window/geometry", s.windowGeometry);
    stored.setValue("window/layout", s.windowLayout);
    stored.setValue("heatmap/visible", s.heatmap);
    stored.setValue("heatmap/outlines", s.outlines);
    stored.setValue("view/labels", s.labels);
    stored.setValue("view/groundTruth", s.groundTruth);
    stored.setValue("view/minimap", s.minimap);
    stored.setValue("heatmap/colours", colourMapName(s.colours));
    stored.setValue("heatmap/opacity", s.opacityPercent);
    stored.setValue("heatmap/cut", s.cutPercent);
    stored.setValue("review/byImage", s.reviewByImage);
    stored.setValue("review/goesOn", s.reviewGoesOn);
    stored.setValue("files/folder", s.lastFolder);
    stored.setValue("files/modelFolder", s.lastModelFolder);
    saveTraining(s.training, stored);
    stored.setValue("review/reader", s.readerName);
    stored.setValue("heatmap/outlineWidth", s.outlineWidth);
    stored.setValue("scoring/threads", s.threads);
    stored.setValue("scoring/device", s.device);
    stored.setValue("memory/results", s.resultsMiB);
    stored.setValue("memory/tileCache", s.tileCacheMiB);
    saveRecent(s.recent, stored);
    saveKeys(s.keys, stored);
    stored.sync();
    return stored.status() == QSettings::NoError;
}

} // namespace patina
