#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace patina {

/// The line at the top of a page: its title, commands of its own, and the way back.
class PageHead : public QWidget
{
    Q_OBJECT
public:
    /// \param leaveName of the button that leaves, as an object.
    explicit PageHead(const QString &leaveName, QWidget *parent = nullptr);

    /// Beside the title.
    void addCommand(QWidget *command);
    void setTitle(const QString &title);

    /// A line between parts of a page.
    static QWidget *rule(QWidget *parent);

signals:
    void leaveWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    QHBoxLayout *m_row = nullptr;
    QLabel *m_title = nullptr;
    QPushButton *m_leave = nullptr;
    int m_commands = 0;
};

} // namespace patina
