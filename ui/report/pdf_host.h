#pragma once

#include "core/base/result.h"

#include <QImage>

class QPaintDevice;

namespace patina {

/// A QGuiApplication, which fonts need: that of the program, or one without a display that is made here and lives until
/// the program ends. Errors: NotFound (that platform of Qt is not installed; there is no font), each with the way out.
Result<void> preparePdf();

/// While it lives, new hash tables of Qt have the same order in every run: that of fonts is the order of objects in a
/// PDF. Tables that are there already keep theirs.
class FixedHashOrder
{
public:
    FixedHashOrder();
    ~FixedHashOrder();
    FixedHashOrder(const FixedHashOrder &) = delete;
    FixedHashOrder &operator=(const FixedHashOrder &) = delete;
};

/// A device of 72 dots an inch: what is measured on it is in points.
class PointDevice
{
public:
    PointDevice();
    QPaintDevice *device() const { return &m_image; }

private:
    mutable QImage m_image;
};

} // namespace patina
