#pragma once

#include <QString>
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

    /// \param other name of another image that is there to compare with; empty: none. \param withOther is it shown?
    void setState(const QString &other, bool withOther);

signals:
    void heatmapChosen();
    void otherChosen();
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
    QString m_other;
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
