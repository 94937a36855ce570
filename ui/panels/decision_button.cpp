#include "ui/panels/decision_button.h"

#include "ui/look.h"

#include <QAction>
#include <QStyleOptionToolButton>

#include <algorithm>

namespace patina {

namespace {

constexpr int kUsualWidth = 14 * kGrid;
constexpr int kLeastWidth = 7 * kGrid;

} // namespace

DecisionButton::DecisionButton(QWidget *parent) : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
}

void DecisionButton::setOtherKey(const QString &key)
{
    if (m_otherKey == key)
        return;
    m_otherKey = key;
    update();
}

QSize DecisionButton::sizeHint() const
{
    return {kUsualWidth, QToolButton::sizeHint().height()};
}

QSize DecisionButton::minimumSizeHint() const
{
    return {kLeastWidth, sizeHint().height()};
}

void DecisionButton::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    if (!m_otherKey.isEmpty()) {
        const bool keyed = defaultAction() != nullptr && !defaultAction()->shortcut().isEmpty();
        option->text = m_otherKey + (keyed ? QStringLiteral(", ") : QStringLiteral("  ")) + option->text;
    }
    const int room = std::max(0, width() - option->iconSize.width() - 2 * kGrid);
    // Where both do not fit the word is worth more than its key, which the tip tells.
    const bool fits = option->fontMetrics.size(Qt::TextShowMnemonic, option->text).width() <= room;
    if (const qsizetype key = option->text.indexOf(QLatin1String("  ")); !fits && key > 0)
        option->text.remove(0, key + 2);
    option->text = option->fontMetrics.elidedText(option->text, Qt::ElideRight, room, Qt::TextShowMnemonic);
}

} // namespace patina
