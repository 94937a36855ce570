#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace patina {

/// The strip over the canvas while two pictures are compared: what with, and how to end it.
class CompareBar : public QWidget
{
    Q_OBJECT
public:
    explicit CompareBar(QWidget *parent = nullptr);

    /// What the image can be compared with.
    struct State
    {
        QString other;      ///< name of another image that is there; empty: none
        QStringList models; ///< names of other models
        bool withOther = false;
        int withModel = -1; ///< into models; -1: with none of them
    };
    void setState(const State &state);

signals:
    void heatmapChosen();
    void otherChosen();
    void modelChosen(int model);
    void fileAsked();
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslateUi();

    QLabel *m_title = nullptr;
    QComboBox *m_with = nullptr;
    QPushButton *m_choose = nullptr;
    QToolButton *m_close = nullptr;
    State m_state;
};

/// The edge of the curtain between two pictures: dragged by the mouse, moved by the arrow keys.
class SwipeHandle : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kWidth = 12;

    explicit SwipeHandle(QWidget *parent);

signals:
    /// To x of the parent.
    void draggedTo(int x);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
};

} // namespace patina
