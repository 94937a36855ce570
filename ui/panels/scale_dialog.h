#pragma once

#include <QDialog>

#include <optional>

class QDoubleSpinBox;

namespace patina {

/// Asks how large a pixel is.
class ScaleDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ScaleDialog(std::optional<double> mmPerPixel, QWidget *parent = nullptr);
    /// None: not known.
    std::optional<double> mmPerPixel() const;

private:
    QDoubleSpinBox *m_value = nullptr;
};

} // namespace patina
