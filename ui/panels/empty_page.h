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

    QAction *m_openFolder;
    QLabel *m_symbol;
    QLabel *m_title;
    QLabel *m_hint;
    QPushButton *m_button;
};

} // namespace patina
