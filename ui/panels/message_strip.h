#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace patina {

struct Message;

/// One sentence over the canvas that stays until it is closed or replaced.
class MessageStrip : public QFrame
{
    Q_OBJECT
public:
    explicit MessageStrip(QWidget *parent = nullptr);

    void show(const Message &message);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    void applyColours();

    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QToolButton *m_close = nullptr;
    bool m_isError = false;
};

} // namespace patina
