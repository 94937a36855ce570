#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace patina {

class MessageModel;
struct Message;

/// One sentence over the canvas that stays until it is closed or replaced; those before can be read again.
class MessageStrip : public QFrame
{
    Q_OBJECT
public:
    explicit MessageStrip(QWidget *parent = nullptr);

    void show(const Message &message);
    QString text() const;
    /// Everything that was shown.
    MessageModel *history() const { return m_history; }

signals:
    void historyWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    void applyColours();

    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QToolButton *m_all = nullptr;
    QToolButton *m_close = nullptr;
    MessageModel *m_history = nullptr;
    bool m_isError = false;
};

} // namespace patina
