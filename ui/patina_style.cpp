#include "ui/patina_style.h"

#include "ui/look.h"

#include <QPainter>
#include <QStyleOption>

namespace patina {

namespace {

constexpr QRgb kEdgeOnDark = 0xff7b868a;  // 3:1 against the fields of the dark theme
constexpr QRgb kFocusOnDark = 0xff5fd0bd; // stands out among such edges, which the accent itself does not
constexpr double kCorner = 2.0;
constexpr double kBusyOpacity = 0.3;

bool wantsEdge(const QStyleOption &option)
{
    return isDark(option.palette) && option.state.testFlag(QStyle::State_Enabled);
}

bool isButtonWithFocus(QStyle::PrimitiveElement element, const QStyleOption &option)
{
    const QStyle::State keys = QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange;
    return element == QStyle::PE_PanelButtonCommand && (option.state & keys) == keys;
}

void paintEdge(QPainter *painter, const QStyleOption &option, bool round)
{
    const QRectF edge = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QColor(option.state.testFlag(QStyle::State_HasFocus) ? kFocusOnDark : kEdgeOnDark));
    painter->setBrush(Qt::NoBrush);
    if (round)
        painter->drawEllipse(edge);
    else
        painter->drawRoundedRect(edge, kCorner, kCorner);
    painter->restore();
}

} // namespace

PatinaStyle::PatinaStyle(const QString &base) : QProxyStyle(base)
{
    setObjectName(base.toLower());
}

int PatinaStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *data) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
}

void PatinaStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (option == nullptr || !wantsEdge(*option))
        return;
    if (element == PE_IndicatorRadioButton || element == PE_IndicatorCheckBox || element == PE_FrameLineEdit ||
        isButtonWithFocus(element, *option))
        paintEdge(painter, *option, element == PE_IndicatorRadioButton);
}

/// A bar that only says that something goes on is pale: in full colour it looks as if all were done.
void PatinaStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (element != CE_ProgressBarContents || bar == nullptr || bar->maximum > bar->minimum)
        return QProxyStyle::drawControl(element, option, painter, widget);
    painter->save();
    painter->setOpacity(painter->opacity() * kBusyOpacity);
    QProxyStyle::drawControl(element, option, painter, widget);
    painter->restore();
}

void PatinaStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                     const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (option != nullptr && wantsEdge(*option) && (control == CC_SpinBox || control == CC_ComboBox))
        paintEdge(painter, *option, false);
}

} // namespace patina
