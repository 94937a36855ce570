#pragma once

#include "ui/canvas/canvas_mark.h"

#include <QElapsedTimer>
#include <QString>

#include <opencv2/core.hpp>

#include <functional>
#include <string>
#include <vector>

// What the benchmark of the window measures with, and what it makes to be looked at.
namespace patina::bench {

/// Milliseconds since it was made.
class Watch
{
public:
    Watch() { m_timer.start(); }
    double ms() const { return static_cast<double>(m_timer.nsecsElapsed()) / 1e6; }

private:
    QElapsedTimer m_timer;
};

/// Handles events until it is so. \returns false after a minute.
bool waitFor(const std::function<bool()> &isSo);

/// One line: what, the figures, the target.
void print(const char *what, double ms, double targetMs);
/// Median and 99 % of frames.
void printFrames(const char *what, std::vector<double> ms, double medianTarget, double highTarget);

/// A brushed surface with scratches, grey or colour.
cv::Mat surface(int width, int height, int type);
/// Outlines of uneven blobs, evenly spread. \param size of the image.
std::vector<CanvasMark> blobs(int count, cv::Size size);
/// Scores with a peak at each of them.
cv::Mat scores(cv::Size size);

} // namespace patina::bench
