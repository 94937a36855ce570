#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QPushButton;

namespace patina {

/// What is shown while no folder is open: what to do next, as a button.
class EmptyPage : public QWidget
{
    Q_OBJECT
public:
    /// \param openFolder what the button does; not owned.
    explicit EmptyPage(QAction *openFolder, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();
    void applyColours();

    QAction *m_openFolder = nullptr;
    QLabel *m_symbol = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_button = nullptr;
};

} // namespace patina
