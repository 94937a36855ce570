#pragma once

#include <QFrame>

class QAction;
class QLabel;
class QToolButton;

namespace patina {

/// The band over the image that says that a second reading runs, and who reads.
class ReadingBar : public QFrame
{
    Q_OBJECT
public:
    /// \param end what the button does.
    explicit ReadingBar(QAction *end, QWidget *parent = nullptr);
    /// \param reader empty: no second reading runs, and the band is hidden.
    void setReader(const QString &reader);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showWords();
    void applyColours();

    QString m_reader;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QToolButton *m_end = nullptr;
};

} // namespace patina
