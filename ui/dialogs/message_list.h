#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QListView;
class QPushButton;

namespace patina {

class MessageModel;

/// All messages since the start, to read again and to copy.
class MessageList : public QDialog
{
    Q_OBJECT
public:
    /// \param messages not owned, outlives the list.
    explicit MessageList(MessageModel *messages, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslateUi();

    MessageModel *m_messages = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_clear = nullptr;
};

} // namespace patina
