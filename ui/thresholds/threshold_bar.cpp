#include "ui/thresholds/threshold_bar.h"

#include "core/pipeline/calibration.h"
#include "core/project/project_settings.h"
#include "ui/look.h"
#include "ui/thresholds/threshold_slider.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QTimer>
#include <QToolButton>

namespace patina {

namespace {

constexpr int kPauseMs = 400;
constexpr double kMostThreshold = 9999.99; ///< those of a project may be anywhere: a box says what holds

QDoubleSpinBox *makeBox(const char *name, QWidget *parent)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setDecimals(2);
    box->setSingleStep(0.01);
    box->setRange(-kMostThreshold, kMostThreshold);
    box->setKeyboardTracking(false);
    box->setMinimumWidth(9 * kGrid); // whatever the scores of the model: the dock keeps its width
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return box;
}

} // namespace

ThresholdBar::ThresholdBar(QWidget *parent)
    : QWidget(parent), m_slider(new ThresholdSlider(this)), m_reviewLabel(new QLabel(this)),
      m_rejectLabel(new QLabel(this)), m_review(makeBox("reviewThreshold", this)),
      m_reject(makeBox("rejectThreshold", this)), m_reset(new QToolButton(this)), m_areaLabel(new QLabel(this)),
      m_area(new QSpinBox(this)), m_counts(new QLabel(this)), m_rough(new QLabel(this)), m_pause(new QTimer(this)),
      m_areaPause(new QTimer(this))
{
    setObjectName(QStringLiteral("thresholdBar"));
    m_reset->setObjectName(QStringLiteral("resetThresholds"));
    m_reset->setIcon(themedIcon(QStringLiteral("restore")));
    m_reset->setAutoRaise(true);
    m_reset->setFocusPolicy(Qt::TabFocus);
    m_counts->setObjectName(QStringLiteral("thresholdCounts"));
    m_counts->setWordWrap(true);
    m_rough->setObjectName(QStringLiteral("thresholdsRough"));
    m_rough->setWordWrap(true);
    m_reviewLabel->setBuddy(m_review);
    m_rejectLabel->setBuddy(m_reject);
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(kGrid / 2);
    numbers->addWidget(m_reviewLabel);
    numbers->addWidget(m_review, 1);
    numbers->addSpacing(kGrid);
    numbers->addWidget(m_rejectLabel);
    numbers->addWidget(m_reject, 1);
    numbers->addWidget(m_reset);
    auto *area = new QHBoxLayout;
    area->setSpacing(kGrid / 2);
    area->addWidget(m_areaLabel);
    area->addWidget(m_area, 1);
    createArea();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    column->setSpacing(kGrid / 2);
    column->addWidget(m_slider);
    column->addLayout(numbers);
    column->addLayout(area);
    column->addWidget(m_counts);
    column->addWidget(m_rough);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_slider, &ThresholdSlider::moved, this, [this](double review, double reject) {
        const QSignalBlocker quietReview(m_review);
        const QSignalBlocker quietReject(m_reject);
        m_review->setValue(review);
        m_reject->setValue(reject);
        emit moving(review, reject);
    });
    connect(m_slider, &ThresholdSlider::released, this, &ThresholdBar::choose);
    connect(m_pause, &QTimer::timeout, this, &ThresholdBar::choose);
    connect(m_review, &QDoubleSpinBox::valueChanged, this, [this] { moveBoxes(m_review); });
    connect(m_reject, &QDoubleSpinBox::valueChanged, this, [this] { moveBoxes(m_reject); });
    connect(m_reset, &QToolButton::clicked, this, &ThresholdBar::resetRequested);
    retranslate();
}

void ThresholdBar::createArea()
{
    m_area->setObjectName(QStringLiteral("minimumArea"));
    m_area->setRange(1, static_cast<int>(mostMinimumAreaPx));
    m_area->setKeyboardTracking(false);
    m_area->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_area->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_areaLabel->setBuddy(m_area);
    m_areaPause->setSingleShot(true);
    m_areaPause->setInterval(kPauseMs);
    connect(m_area, &QSpinBox::valueChanged, this, [this] {
        showAreaTip();
        m_areaPause->start();
    });
    connect(m_areaPause, &QTimer::timeout, this, [this] { emit minimumAreaChosen(m_area->value()); });
}

void ThresholdBar::setMinimumArea(std::int64_t areaPx, std::optional<double> mmPerPixel, bool writable)
{
    m_areaPause->stop();
    const QSignalBlocker quiet(m_area);
    m_area->setValue(static_cast<int>(areaPx));
    m_area->setEnabled(writable);
    m_mmPerPixel = mmPerPixel;
    showAreaTip();
}

void ThresholdBar::showAreaTip()
{
    const double mm2 = m_mmPerPixel.value_or(0.0) * m_mmPerPixel.value_or(0.0) * m_area->value();
    const QString rule =
        tr("Smaller regions do not count: they are not listed, and neither flag a part nor find a defect");
    m_area->setToolTip(mm2 > 0.0 ? tr("%1 (%2 mm\u00b2)").arg(rule, QLocale().toString(mm2, 'g', 3)) : rule);
}

void ThresholdBar::setRange(const ScoreRange &range, const ScoreRange &own)
{
    m_own = own;
    m_pause->stop();
    m_slider->setRange(range);
    for (QDoubleSpinBox *box : {m_review, m_reject}) {
        const QSignalBlocker quiet(box);
        box->setEnabled(range.calibrated());
        box->setValue((box == m_review ? range.review : range.reject).value_or(0.0));
    }
    m_reset->setEnabled(range.calibrated() && range != own);
}

void ThresholdBar::follow(double review, double reject)
{
    const ScoreRange &shown = m_slider->range();
    if (shown.review != review || shown.reject != reject)
        m_slider->setRange({shown.top, review, reject});
    const QSignalBlocker quietReview(m_review);
    const QSignalBlocker quietReject(m_reject);
    m_review->setValue(review);
    m_reject->setValue(reject);
}

void ThresholdBar::setHeldOut(int images)
{
    m_heldOut = images;
    m_rough->setVisible(images > 0 && images < soundHeldOut);
    m_rough->setText(
        tr("Thresholds are rough: they come from %n held-out good images. Hold out more, or calibrate with "
           "a folder of good parts.",
           nullptr, images));
}

void ThresholdBar::setScores(const std::vector<double> &scores)
{
    m_slider->setScores(scores);
}

void ThresholdBar::setCounts(const Document::Counts &counts)
{
    m_shown = counts;
    m_counts->setVisible(counts.scored > 0 && m_slider->range().calibrated());
    m_counts->setText(tr("%1 OK, %2 to review, %3 NG").arg(counts.ok).arg(counts.review).arg(counts.ng));
}

QList<QWidget *> ThresholdBar::controls() const
{
    return {m_review, m_reject, m_reset, m_area};
}

/// The other one is taken along where it would be passed.
void ThresholdBar::moveBoxes(QDoubleSpinBox *moved)
{
    QDoubleSpinBox *other = moved == m_review ? m_reject : m_review;
    const bool passed = moved == m_review ? m_review->value() > *m_slider->range().reject
                                          : m_reject->value() < *m_slider->range().review;
    if (passed) {
        const QSignalBlocker quiet(other);
        other->setValue(moved->value());
    }
    ScoreRange range = m_slider->range(); // the boxes round: what was not moved stays as it is
    if (moved == m_review || passed)
        range.review = m_review->value();
    if (moved == m_reject || passed)
        range.reject = m_reject->value();
    m_slider->setRange(range);
    emit moving(*range.review, *range.reject);
    m_pause->start();
}

void ThresholdBar::choose()
{
    m_pause->stop();
    const ScoreRange &range = m_slider->range();
    if (range.calibrated())
        emit chosen(*range.review, *range.reject);
}

void ThresholdBar::retranslate()
{
    setHeldOut(m_heldOut);
    m_reviewLabel->setText(tr("Review"));
    m_rejectLabel->setText(tr("Re&ject"));
    for (QDoubleSpinBox *box : {m_review, m_reject})
        box->setLocale(QLocale());
    m_review->setAccessibleName(tr("Review threshold"));
    m_reject->setAccessibleName(tr("Reject threshold"));
    m_review->setToolTip(tr("From this score on a person looks"));
    m_reject->setToolTip(tr("From this score on a part is NG"));
    m_areaLabel->setText(tr("Least &area"));
    m_area->setLocale(QLocale());
    m_area->setSuffix(tr(" px"));
    m_area->setSpecialValueText(tr("any"));
    m_area->setAccessibleName(tr("Least area of a region, in pixels of the image"));
    showAreaTip();
    m_slider->setAccessibleName(tr("Thresholds over the scores of the images"));
    m_slider->setToolTip(tr("Scores of all images; drag the review and the reject threshold"));
    m_reset->setToolTip(tr("Back to the thresholds that the model was calibrated to"));
    m_reset->setAccessibleName(m_reset->toolTip());
    setCounts(m_shown);
}

} // namespace patina
