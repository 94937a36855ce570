#pragma once

#include "ui/canvas/colour_table.h"
#include "ui/settings/recent_projects.h"

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

namespace patina {

enum class Theme { System, Light, Dark };

/// What the page of training began with last.
struct TrainingSettings
{
    QString backbone;
    QString folder;
    qint64 bankSize = 10'000;
    int memoryMebibytes = 0; ///< 0: no budget
    int threads = 0;         ///< 0: all cores
    bool moreOptions = false;

    bool operator==(const TrainingSettings &) const = default;
};
/// Of a reader's name, in characters.
inline constexpr int kLongestReaderName = 100;

/// Keys that the user has chosen, in QKeySequence::PortableText, by the name of the action; an empty list: none.
using KeyChoices = QMap<QString, QStringList>;

/// Options of the application, not of a project. Everything has a default; a damaged value becomes it.
struct Settings
{
    Theme theme = Theme::System;
    QString language; ///< of languages(), as "de" or "zh_CN"; empty: the system's
    QByteArray windowGeometry;
    QByteArray windowLayout;
    bool heatmap = true;
    bool outlines = true;
    bool labels = true;
    bool groundTruth = false;
    bool minimap = true;
    ColourMap colours = ColourMap::Inferno;
    int opacityPercent = 60;    ///< 0..100
    int cutPercent = 30;        ///< of the score scale, 0..100
    bool reviewByImage = false; ///< all regions of an image before the next
    bool reviewGoesOn = false;  ///< to the next region when one is decided
    QString lastFolder;
    QString lastModelFolder;
    TrainingSettings training;
    QString readerName;                     ///< whose word the decisions are; empty: the login name
    double outlineWidth = 1.5;              ///< of regions, logical pixels, 0.5..6
    int threads = 0;                        ///< for scoring; 0: all cores
    QString device = QStringLiteral("cpu"); ///< for scoring: "cpu", "auto", "cuda" or "cuda:N"
    int resultsMiB = 1024;                  ///< memory for what heatmaps are made of, 64..1048576
    int tileCacheMiB = 4096;                ///< of the folder that holds tiles of large images, 64..1048576
    RecentProjects recent;                  ///< the latest first
    KeyChoices keys;

    bool operator==(const Settings &) const = default;
};

/// The user's settings file.
QString settingsFile();
Settings loadSettings(const QString &file);
/// \returns false where the file cannot be written.
bool saveSettings(const Settings &settings, const QString &file);

} // namespace patina
