#include "ui/panels/tone_panel.h"

#include "ui/canvas/canvas.h"
#include "ui/look.h"
#include "ui/panels/tone_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace patina {

namespace {

constexpr int kBins = 512;

} // namespace

TonePanel::TonePanel(Canvas *canvas, QWidget *parent)
    : QWidget(parent), m_canvas(canvas), m_bar(new ToneBar(this)), m_title(new QLabel(this)),
      m_black(makeBox("toneBlack")), m_white(makeBox("toneWhite")), m_auto(makeButton("toneAuto")),
      m_reset(makeButton("toneReset"))
{
    setObjectName(QStringLiteral("tonePanel"));
    m_bar->setObjectName(QStringLiteral("toneBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    row->setSpacing(kGrid);
    row->addWidget(m_title);
    row->addWidget(m_black);
    row->addWidget(m_bar, 1);
    row->addWidget(m_white);
    row->addWidget(m_auto);
    row->addWidget(m_reset);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connectParts();
    retranslateUi();
}

QPushButton *TonePanel::makeButton(const char *name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(QLatin1String(name));
    return button;
}

QSpinBox *TonePanel::makeBox(const char *name)
{
    auto *box = new QSpinBox(this);
    box->setObjectName(QLatin1String(name));
    box->setKeyboardTracking(false);
    return box;
}

void TonePanel::connectParts()
{
    connect(m_bar, &ToneBar::moved, this, [this](const ToneWindow &tone) { use(tone); });
    connect(m_black, &QSpinBox::valueChanged, this, [this](int black) {
        use(ToneWindow{black, std::max(black + 1, m_white->value())});
    });
    connect(m_white, &QSpinBox::valueChanged, this, [this](int white) {
        use(ToneWindow{std::min(white - 1, m_black->value()), white});
    });
    connect(m_auto, &QPushButton::clicked, this, [this] {
        if (m_canvas->hasImage())
            use(toneByShare(m_canvas->scene().image()->top(), kAutoShare));
    });
    connect(m_reset, &QPushButton::clicked, this, [this] { use(std::nullopt); });
    connect(m_canvas, &Canvas::pictureChanged, this, &TonePanel::showImage);
}

void TonePanel::use(const std::optional<ToneWindow> &tone)
{
    m_tone = tone;
    m_canvas->setTone(tone);
    showTone();
}

void TonePanel::showImage()
{
    if (!m_canvas->hasImage())
        return;
    const DisplayImage &image = *m_canvas->scene().image();
    if (image.info().bitDepth != m_bitDepth) {
        m_bitDepth = image.info().bitDepth;
        use(std::nullopt);
    }
    if (isVisible())
        showTone();
}

void TonePanel::showTone()
{
    if (!m_canvas->hasImage())
        return;
    const DisplayImage &image = *m_canvas->scene().image();
    const int fullScale = usualTone(m_bitDepth, image.largestValue()).white;
    const ToneWindow tone = m_canvas->scene().tone();
    const QSignalBlocker blackKept(m_black);
    const QSignalBlocker whiteKept(m_white);
    m_black->setRange(0, std::max(fullScale, tone.white) - 1);
    m_white->setRange(1, std::max(fullScale, tone.white));
    m_black->setValue(tone.black);
    m_white->setValue(tone.white);
    m_bar->setHistogram(valueHistogram(image.top(), std::min(kBins, fullScale + 1), fullScale), fullScale);
    m_bar->setTone(tone);
    m_reset->setEnabled(m_tone.has_value());
}

void TonePanel::showEvent(QShowEvent *event)
{
    showTone();
    QWidget::showEvent(event);
}

void TonePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void TonePanel::retranslateUi()
{
    m_title->setText(tr("Window"));
    m_black->setAccessibleName(tr("Value shown black"));
    m_black->setToolTip(tr("Value shown black"));
    m_white->setAccessibleName(tr("Value shown white"));
    m_white->setToolTip(tr("Value shown white"));
    m_bar->setAccessibleName(tr("How often values occur"));
    m_bar->setToolTip(
        tr("How often values occur. Drag the handles: what is left of them is black, right of them white."));
    m_auto->setText(tr("Auto"));
    m_auto->setToolTip(tr("0.5 % of the pixels black and as many white"));
    m_reset->setText(tr("Reset"));
    m_reset->setToolTip(tr("As the image is stored"));
}

} // namespace patina
