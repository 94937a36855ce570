#include "ui/canvas/canvas.h"
#include "ui/look.h"
#include "ui/synthesis/preview_legend.h"
#include "ui/synthesis/preview_view.h"
#include "ui/synthesis/shared_zoom.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace patina {

namespace {

constexpr int kMostNumbers = 1'000'000;

QToolButton *tool(const char *name, const char *icon, QWidget *parent)
{
    auto *made = new QToolButton(parent);
    made->setObjectName(QLatin1String(name));
    made->setIcon(themedIcon(QLatin1String(icon)));
    made->setAutoRaise(true);
    return made;
}

} // namespace

void SynthesisPreviewView::createBar()
{
    m_subject = new QComboBox(this);
    m_subject->setObjectName(QStringLiteral("synthesisSubject"));
    m_number = new QSpinBox(this);
    m_number->setObjectName(QStringLiteral("synthesisNumber"));
    m_number->setRange(1, kMostNumbers);
    m_stained = new QCheckBox(this);
    m_stained->setObjectName(QStringLiteral("synthesisStained"));
    m_stained->setChecked(true);
    m_fit = tool("synthesisFit", "fit", this);
    m_oneToOne = tool("synthesisOneToOne", "one-to-one", this);
    m_bar = new QHBoxLayout;
    m_bar->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    m_bar->setSpacing(kGrid);
    m_bar->addWidget(m_subject);
    m_bar->addWidget(m_number);
    m_bar->addWidget(m_stained);
    m_bar->addStretch(1);
    m_bar->addWidget(m_fit);
    m_bar->addWidget(m_oneToOne);
    connect(m_subject, &QComboBox::activated, this, &SynthesisPreviewView::subjectChanged);
    connect(m_number, &QSpinBox::valueChanged, this, &SynthesisPreviewView::subjectChanged);
    connect(m_stained, &QCheckBox::clicked, this, [this](bool on) {
        m_wantsStained = on;
        emit subjectChanged();
    });
}

QWidget *SynthesisPreviewView::framed(Canvas *canvas, QWidget *caption)
{
    auto *frame = new QWidget(this);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(canvas, 1);
    column->addWidget(caption);
    return frame;
}

void SynthesisPreviewView::createPictures()
{
    m_made = new Canvas(this);
    m_made->setObjectName(QStringLiteral("synthesisPreview"));
    m_made->setOutlinesVisible(true);
    m_real = new Canvas(this);
    m_real->setObjectName(QStringLiteral("synthesisReal"));
    auto *madeBar = new QWidget(this);
    m_madeCaption = new QLabel(madeBar);
    m_madeCaption->setObjectName(QStringLiteral("synthesisCaption"));
    m_legend = new PreviewLegend(m_made, madeBar);
    auto *madeRow = new QHBoxLayout(madeBar);
    madeRow->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    madeRow->addWidget(m_madeCaption, 1);
    madeRow->addWidget(m_legend);
    auto *realBar = new QWidget(this);
    m_realCaption = new QLabel(realBar);
    m_realCaption->setObjectName(QStringLiteral("synthesisRealName"));
    m_useOpen = tool("synthesisUseOpen", "image", realBar);
    m_chooseFile = tool("synthesisChooseReal", "folder", realBar);
    auto *realRow = new QHBoxLayout(realBar);
    realRow->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    realRow->addWidget(m_realCaption, 1);
    realRow->addWidget(m_useOpen);
    realRow->addWidget(m_chooseFile);
    for (QLabel *caption : {m_madeCaption, m_realCaption}) {
        caption->setTextFormat(Qt::PlainText);
        caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // widens nothing
    }
    m_pictures = new QSplitter(this);
    m_pictures->setChildrenCollapsible(false);
    m_pictures->addWidget(framed(m_made, madeBar));
    m_pictures->addWidget(framed(m_real, realBar));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_bar);
    column->addWidget(m_pictures, 1);
    connect(m_pictures, &QSplitter::splitterMoved, this, [this] { m_divided = true; });
    connect(m_useOpen, &QToolButton::clicked, this, &SynthesisPreviewView::openImageWanted);
    connect(m_chooseFile, &QToolButton::clicked, this, &SynthesisPreviewView::realFileWanted);
}

void SynthesisPreviewView::connectCanvases()
{
    m_zoom = new SharedZoom(m_made, m_real, this);
    connect(m_made, &Canvas::viewChanged, this, &SynthesisPreviewView::moved);
    connect(m_made, &Canvas::stepRequested, this, &SynthesisPreviewView::step);
    connect(m_real, &Canvas::stepRequested, this, &SynthesisPreviewView::step);
    connect(m_fit, &QToolButton::clicked, m_zoom, &SharedZoom::fit);
    connect(m_legend, &PreviewLegend::changed, this, [this] { m_made->setMarks(m_legend->shown()); });
    connect(m_oneToOne, &QToolButton::clicked, m_made, &Canvas::showOneToOne);
}

} // namespace patina
