#pragma once

#include <QProxyStyle>

namespace patina {

/// The style of the platform with what this window wants otherwise: dialogs without icons on their buttons, and edges
/// that are seen on dark, and bars that do not look full while nothing is known.
class PatinaStyle : public QProxyStyle
{
    Q_OBJECT
public:
    explicit PatinaStyle(const QString &base);

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
};

} // namespace patina
