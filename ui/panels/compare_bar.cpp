#include "ui/panels/compare_bar.h"

#include "ui/look.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace patina {

namespace {

constexpr int kOther = 1; ///< entry of another image; before it the heatmap, after it the models

} // namespace

CompareBar::CompareBar(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_with(new QComboBox(this)), m_choose(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("compareBar"));
    m_with->setObjectName(QStringLiteral("compareWith"));
    m_with->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_with->setMinimumContentsLength(16);
    m_title->setBuddy(m_with);
    m_choose->setObjectName(QStringLiteral("compareChoose"));
    m_close->setObjectName(QStringLiteral("compareClose"));
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    row->setSpacing(kGrid);
    row->addWidget(m_title);
    row->addWidget(m_with);
    row->addWidget(m_choose);
    row->addStretch(1);
    row->addWidget(m_close);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_with, &QComboBox::activated, this, [this](int index) {
        if (index > kOther)
            emit modelChosen(index - kOther - 1);
        else
            index == 0 ? emit heatmapChosen() : m_state.other.isEmpty() ? emit fileAsked() : emit otherChosen();
    });
    connect(m_choose, &QPushButton::clicked, this, &CompareBar::fileAsked);
    connect(m_close, &QToolButton::clicked, this, &CompareBar::closed);
    retranslateUi();
}

void CompareBar::setState(const State &state)
{
    m_state = state;
    retranslateUi();
}

void CompareBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void CompareBar::retranslateUi()
{
    m_title->setText(tr("Compare &with"));
    m_with->setAccessibleName(tr("What the image is compared with"));
    const QSignalBlocker quiet(m_with);
    m_with->clear();
    m_with->addItems({tr("Its heatmap"), m_state.other.isEmpty() ? tr("Another image") : m_state.other});
    m_with->addItems(m_state.models);
    m_with->setCurrentIndex(m_state.withModel >= 0 ? kOther + 1 + m_state.withModel : m_state.withOther ? kOther : 0);
    m_choose->setText(tr("Choose image..."));
    m_choose->setToolTip(tr("Compare with another image, such as a good part"));
    m_close->setAccessibleName(tr("End the comparison"));
    m_close->setToolTip(tr("End the comparison"));
}

SwipeHandle::SwipeHandle(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("swipeHandle"));
    setCursor(Qt::SplitHCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_NoMousePropagation);
    setAccessibleName(tr("Edge between the two pictures"));
}

void SwipeHandle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int middle = width() / 2;
    painter.fillRect(middle - 2, 0, 4, height(), QColor(0, 0, 0, 170));
    painter.fillRect(middle - 1, 0, 2, height(), palette().color(hasFocus() ? QPalette::Highlight : QPalette::Base));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0, 0, 0, 170), 1));
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawRoundedRect(QRectF(0.5, height() / 2.0 - 20, width() - 1, 40), 4, 4);
}

void SwipeHandle::mousePressEvent(QMouseEvent *)
{
    setFocus();
}

void SwipeHandle::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        emit draggedTo(mapToParent(event->pos()).x());
}

void SwipeHandle::keyPressEvent(QKeyEvent *event)
{
    const int middle = x() + width() / 2;
    if (event->key() == Qt::Key_Left)
        emit draggedTo(middle - 2 * kGrid);
    else if (event->key() == Qt::Key_Right)
        emit draggedTo(middle + 2 * kGrid);
    else
        QWidget::keyPressEvent(event);
}

void SwipeHandle::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Edge between the two pictures"));
    QWidget::changeEvent(event);
}

} // namespace patina
