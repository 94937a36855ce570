#include "ui/panels/empty_page.h"

#include "ui/look.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace patina {

EmptyPage::EmptyPage(QAction *openFolder, QWidget *parent)
    : QWidget(parent), m_openFolder(openFolder), m_symbol(new QLabel(this)), m_title(new QLabel(this)),
      m_hint(new QLabel(this)), m_button(new QPushButton(this))
{
    setObjectName(QStringLiteral("emptyPage"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    m_title->setFont(large);
    m_title->setAlignment(Qt::AlignCenter);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_hint->setFixedWidth(60 * kGrid);
    m_symbol->setAlignment(Qt::AlignCenter);
    m_symbol->setPixmap(QIcon(QStringLiteral(":/icons/patina.svg")).pixmap(QSize(96, 96)));
    m_button->setObjectName(QStringLiteral("emptyOpenFolder"));
    m_button->setIcon(openFolder->icon());
    m_button->setDefault(true);
    m_button->setMinimumHeight(5 * kGrid);
    connect(m_button, &QPushButton::clicked, openFolder, &QAction::trigger);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(2 * kGrid);
    column->addStretch(2);
    column->addWidget(m_symbol, 0, Qt::AlignHCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    auto *middle = new QHBoxLayout; // an alignment would make the layout ignore the height that wrapped text needs
    middle->addStretch(1);
    middle->addWidget(m_hint);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(kGrid);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch(3);
    retranslateUi();
    applyColours();
}

void EmptyPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyColours();
    QWidget::changeEvent(event);
}

void EmptyPage::retranslateUi()
{
    m_title->setText(tr("No images yet"));
    m_hint->setText(tr("Open a folder of part images (PNG, JPEG, BMP, TIFF), or a data set with train and test "
                       "folders. Then open a model to see what it flags."));
    m_button->setText(
        tr("Open a folder of part images (%1)").arg(m_openFolder->shortcut().toString(QKeySequence::NativeText)));
}

void EmptyPage::applyColours()
{
    QPalette muted = m_hint->palette();
    muted.setColor(QPalette::WindowText, mutedText(parentWidget() ? parentWidget()->palette() : palette()));
    m_hint->setPalette(muted);
}

} // namespace patina
