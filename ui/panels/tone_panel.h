#pragma once

#include "ui/canvas/tone.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QSpinBox;

namespace patina {

class Canvas;
class ToneBar;

/// Window and level: which stored values are shown black and white. What is set holds for the next images, too, until
/// it is taken back or an image has another depth.
class TonePanel : public QWidget
{
    Q_OBJECT
public:
    /// Of the pixels, that "Auto" leaves black and as many white.
    static constexpr double kAutoShare = 0.005;

    TonePanel(Canvas *canvas, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QPushButton *makeButton(const char *name);
    QSpinBox *makeBox(const char *name);
    void connectParts();
    void use(const std::optional<ToneWindow> &tone);
    void showImage();
    void showTone();
    void retranslateUi();

    Canvas *m_canvas = nullptr;
    ToneBar *m_bar = nullptr;
    QLabel *m_title = nullptr;
    QSpinBox *m_black = nullptr;
    QSpinBox *m_white = nullptr;
    QPushButton *m_auto = nullptr;
    QPushButton *m_reset = nullptr;
    std::optional<ToneWindow> m_tone;
    int m_bitDepth = 8;
};

} // namespace patina
