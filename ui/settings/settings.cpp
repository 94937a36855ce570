#include "ui/settings/settings.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace patina {

namespace {

constexpr std::array<const char *, 3> kThemeNames{"system", "light", "dark"};

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

constexpr int kMostBankRows = 10'000'000;
constexpr int kMostMebibytes = 64 * 1024 * 1024;
constexpr int kMostThreads = 1024;

int number(const QVariant &value, int least, int most, int otherwise)
{
    bool isNumber = false;
    const int read = value.toInt(&isNumber);
    return isNumber ? std::clamp(read, least, most) : otherwise;
}

TrainingSettings loadTraining(const QSettings &stored)
{
    TrainingSettings s;
    s.backbone = stored.value("training/backbone").toString();
    s.folder = stored.value("training/folder").toString();
    s.bankSize = number(stored.value("training/bankSize"), 1, kMostBankRows, static_cast<int>(s.bankSize));
    s.memoryMebibytes = number(stored.value("training/memoryMebibytes"), 0, kMostMebibytes, s.memoryMebibytes);
    s.threads = number(stored.value("training/threads"), 0, kMostThreads, s.threads);
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

} // namespace

QString settingsFile()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation));
    return folder.filePath(QStringLiteral("patina/patina.ini"));
}

Settings loadSettings(const QString &file)
{
    const QSettings stored(file, QSettings::IniFormat);
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
    s.lastFolder = stored.value("files/folder").toString();
    s.lastModelFolder = stored.value("files/modelFolder").toString();
    s.training = loadTraining(stored);
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
    stored.setValue("files/folder", s.lastFolder);
    stored.setValue("files/modelFolder", s.lastModelFolder);
    saveTraining(s.training, stored);
    stored.sync();
    return stored.status() == QSettings::NoError;
}

} // namespace patina
