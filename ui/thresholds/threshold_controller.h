#pragma once

#include "ui/window_parts.h"

#include <QObject>

namespace patina {

class ThresholdBar;

/// The thresholds above the list of regions: outlines follow a handle while it moves, what it is let go at is kept.
class ThresholdController : public QObject
{
    Q_OBJECT
public:
    /// A child of the window.
    explicit ThresholdController(const WindowParts &parts);

private:
    void showRange();
    void showScores();
    void showMinimumArea();
    void keep(double review, double reject);
    void preview(double review, double reject);

    WindowParts m_parts;
    ThresholdBar *m_bar = nullptr;
};

} // namespace patina
