#pragma once

#include "ui/models/command_model.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace patina {

/// A line that finds any command by some of its letters, over the window: Up and Down choose, Return runs, Escape
/// leaves.
class CommandPalette : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);

    void open(std::vector<Command> commands);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void leave();
    void run(int row);
    void find(const QString &pattern);

    CommandModel *m_model = nullptr;
    QLineEdit *m_line = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_none = nullptr;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace patina
