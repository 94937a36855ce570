#pragma once

#include "core/scoring/score_map.h"

#include <QFrame>

#include <optional>

class QLabel;
class QProgressBar;

namespace patina {

/// What one of two pictures says of itself, over its upper left corner: which model it shows, its score and verdict, or
/// why there is nothing. Lets the mouse through.
class PictureCaption : public QFrame
{
    Q_OBJECT
public:
    /// \param picture that it lies on.
    explicit PictureCaption(QWidget *picture);

    struct Contents
    {
        QString model;
        std::optional<double> score{};
        std::optional<Verdict> verdict{};
        QString note{};    ///< in the place of a score
        bool busy = false; ///< a bar runs to and fro

        bool operator==(const Contents &) const = default;
    };
    void show(const Contents &contents);
    /// What it says, in one line.
    QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void place();

    QWidget *m_picture = nullptr;
    Contents m_contents;
    QLabel *m_model = nullptr;
    QLabel *m_score = nullptr;
    QLabel *m_verdict = nullptr;
    QLabel *m_note = nullptr;
    QProgressBar *m_busy = nullptr;
};

} // namespace patina
