#pragma once

#include "ui/document/document.h"

#include <QWidget>

#include <cstdint>
#include <optional>

class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QTimer;
class QToolButton;

namespace patina {

class ThresholdSlider;

/// Both thresholds as handles and as numbers, and what they make of the images.
class ThresholdBar : public QWidget
{
    Q_OBJECT
public:
    explicit ThresholdBar(QWidget *parent = nullptr);

    /// \param own the thresholds that the model was calibrated to.
    void setRange(const ScoreRange &range, const ScoreRange &own);
    /// They are moved elsewhere, and not yet kept.
    void follow(double review, double reject);
    /// Held-out good images that the thresholds were found on; 0: not known.
    void setHeldOut(int images);
    /// \param mmPerPixel for the tip; none: not known. \param writable the project can be changed.
    void setMinimumArea(std::int64_t areaPx, std::optional<double> mmPerPixel, bool writable);
    void setScores(const std::vector<double> &scores);
    void setCounts(const Document::Counts &counts);
    /// In the order of the tabulator key.
    QList<QWidget *> controls() const;
    void retranslate();

signals:
    /// Still moving: to be shown, not to be kept.
    void moving(double review, double reject);
    void chosen(double review, double reject);
    void resetRequested();
    void minimumAreaChosen(qint64 areaPx);

private:
    void moveBoxes(QDoubleSpinBox *moved);
    void choose();
    void createArea();
    void showAreaTip();

    ScoreRange m_own;
    Document::Counts m_shown;
    ThresholdSlider *m_slider = nullptr;
    QLabel *m_reviewLabel = nullptr;
    QLabel *m_rejectLabel = nullptr;
    QDoubleSpinBox *m_review = nullptr;
    QDoubleSpinBox *m_reject = nullptr;
    QToolButton *m_reset = nullptr;
    QLabel *m_areaLabel = nullptr;
    QSpinBox *m_area = nullptr;
    std::optional<double> m_mmPerPixel;
    QLabel *m_counts = nullptr;
    QLabel *m_rough = nullptr;
    int m_heldOut = 0;
    QTimer *m_pause = nullptr; ///< a key that repeats makes one change
    QTimer *m_areaPause = nullptr;
};

} // namespace patina
