#pragma once

#include "ui/canvas/colour_table.h"

#include <QByteArray>
#include <QString>

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

/// Options of the application, not of a project. Everything has a default; a damaged value becomes it.
struct Settings
{
    Theme theme = Theme::System;
    QString language; ///< "en", "de", "zh_CN", "ja"; empty: the system's
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
    QString lastFolder;
    QString lastModelFolder;
    TrainingSettings training;

    bool operator==(const Settings &) const = default;
};

/// The user's settings file.
QString settingsFile();
Settings loadSettings(const QString &file);
/// \returns false where the file cannot be written.
bool saveSettings(const Settings &settings, const QString &file);

} // namespace patina
