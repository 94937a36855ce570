#include "ui/panels/heat_panel.h"

#include "ui/canvas/legend_bar.h"
#include "ui/look.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QSlider>
#include <QStackedWidget>

namespace patina {

namespace {

constexpr int kWideEnoughForLabels = 60 * kGrid;

QPushButton *buttonFor(QAction *action, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    button->setIcon(action->icon());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

HeatPanel::HeatPanel(const Settings &settings, const NextSteps &steps, QWidget *parent)
    : QWidget(parent), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("heatPanel"));
    m_pages->addWidget(createHint(steps));
    m_pages->addWidget(createControls(settings));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    layout->addWidget(m_pages);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslateUi();
    setState(State::NoModel);
}

QWidget *HeatPanel::createControls(const Settings &settings)
{
    auto *page = new QWidget(this);
    m_coloursLabel = new QLabel(page);
    m_colours = new QComboBox(page);
    m_colours->setObjectName(QStringLiteral("heatColours"));
    for (const ColourMap map : kColourMaps)
        m_colours->addItem(QString(), static_cast<int>(map));
    m_colours->setCurrentIndex(m_colours->findData(static_cast<int>(settings.colours)));
    m_coloursLabel->setBuddy(m_colours);
    m_opacityLabel = new QLabel(page);
    m_opacity = new QSlider(Qt::Horizontal, page);
    m_opacity->setObjectName(QStringLiteral("heatOpacity"));
    m_opacity->setRange(0, 100);
    m_opacity->setValue(settings.opacityPercent);
    m_opacity->setFixedWidth(15 * kGrid);
    m_opacityLabel->setBuddy(m_opacity);
    m_legend = new LegendBar(page);
    m_legend->setObjectName(QStringLiteral("heatLegend"));
    m_legend->setValue(settings.cutPercent * LegendBar::kSteps / 100);
    m_legend->setColours(settings.colours);

    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_coloursLabel);
    row->addWidget(m_colours);
    row->addSpacing(kGrid);
    row->addWidget(m_opacityLabel);
    row->addWidget(m_opacity);
    row->addSpacing(kGrid);
    row->addWidget(m_legend, 1);
    connect(m_colours, &QComboBox::currentIndexChanged, this, &HeatPanel::tellStyle);
    connect(m_opacity, &QSlider::valueChanged, this, &HeatPanel::tellStyle);
    connect(m_legend, &QAbstractSlider::valueChanged, this, &HeatPanel::tellStyle);
    return page;
}

QWidget *HeatPanel::createHint(const NextSteps &steps)
{
    auto *page = new QWidget(this);
    m_hint = new QLabel(page);
    m_hint->setObjectName(QStringLiteral("heatHint"));
    m_hint->setWordWrap(true);
    m_openModel = buttonFor(steps.openModel, QStringLiteral("hintOpenModel"), page);
    m_scoreCurrent = buttonFor(steps.scoreCurrent, QStringLiteral("hintScoreCurrent"), page);
    m_scoreAll = buttonFor(steps.scoreAll, QStringLiteral("hintScoreAll"), page);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_hint, 1);
    row->addWidget(m_openModel);
    row->addWidget(m_scoreCurrent);
    row->addWidget(m_scoreAll);
    return page;
}

void HeatPanel::setState(State state)
{
    m_state = state;
    const bool canScore = state == State::NotScored || state == State::Failed;
    m_openModel->setVisible(state == State::NoModel);
    m_scoreCurrent->setVisible(canScore);
    m_scoreAll->setVisible(canScore);
    m_pages->setCurrentIndex(state == State::Shown ? 1 : 0);
    retranslateUi();
}

void HeatPanel::setRange(const ScoreRange &range)
{
    m_range = range;
    m_legend->setRange(range);
    tellStyle();
}

HeatStyle HeatPanel::style() const
{
    return {static_cast<ColourMap>(m_colours->currentData().toInt()), m_opacity->value() / 100.0, m_legend->cut(),
            m_range.top};
}

QList<QWidget *> HeatPanel::controls() const
{
    return {m_openModel, m_scoreCurrent, m_scoreAll, m_colours, m_opacity, m_legend};
}

void HeatPanel::use(const Settings &settings)
{
    m_colours->setCurrentIndex(m_colours->findData(static_cast<int>(settings.colours)));
    m_opacity->setValue(settings.opacityPercent);
}

void HeatPanel::store(Settings &settings) const
{
    settings.colours = style().colours;
    settings.opacityPercent = m_opacity->value();
    settings.cutPercent = m_legend->value() * 100 / LegendBar::kSteps;
}

/// What a narrow window has no room for is in the tooltips.
void HeatPanel::resizeEvent(QResizeEvent *event)
{
    const bool wide = event->size().width() >= kWideEnoughForLabels;
    m_coloursLabel->setVisible(wide);
    m_opacityLabel->setVisible(wide);
    m_opacity->setFixedWidth((wide ? 15 : 8) * kGrid);
    QWidget::resizeEvent(event);
}

QSize HeatPanel::minimumSizeHint() const
{
    return {30 * kGrid, QWidget::minimumSizeHint().height()};
}

void HeatPanel::tellStyle()
{
    m_legend->setColours(style().colours);
    emit styleChanged(style());
}

void HeatPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void HeatPanel::retranslateUi()
{
    m_coloursLabel->setText(tr("&Colours"));
    m_opacityLabel->setText(tr("O&pacity"));
    m_colours->setAccessibleName(tr("Colours of the heatmap"));
    m_colours->setToolTip(tr("Colours of the heatmap"));
    m_opacity->setAccessibleName(tr("Opacity of the heatmap"));
    m_opacity->setToolTip(tr("Opacity of the heatmap"));
    const QStringList names{tr("Viridis"), tr("Inferno"), tr("Turbo"), tr("Grey")};
    for (int i = 0; i < m_colours->count(); ++i)
        m_colours->setItemText(i, names.value(i));
    m_openModel->setText(tr("Open a model"));
    m_scoreCurrent->setText(tr("Score this image"));
    m_scoreAll->setText(tr("Score all images"));
    switch (m_state) {
    case State::NoModel:
        m_hint->setText(tr("Open a model to see what it flags."));
        break;
    case State::NotScored:
        m_hint->setText(tr("This image is not scored yet."));
        break;
    case State::Waiting:
        m_hint->setText(tr("The heatmap is on its way."));
        break;
    case State::Failed:
        m_hint->setText(tr("This image was not scored."));
        break;
    case State::Shown:
        m_hint->clear();
        break;
    }
}

} // namespace patina
