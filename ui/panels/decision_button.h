#pragma once

#include <QToolButton>

namespace patina {

/// A button for a decision: as wide as its column, whatever the name of its class; what does not fit is left out.
class DecisionButton : public QToolButton
{
    Q_OBJECT
public:
    explicit DecisionButton(QWidget *parent = nullptr);

    /// Another key that does the same; empty: none.
    void setOtherKey(const QString &key);
    QString otherKey() const { return m_otherKey; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override;

private:
    QString m_otherKey;
};

} // namespace patina
