#include "ui/panels/reading_bar.h"

#include "ui/look.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace patina {

ReadingBar::ReadingBar(QAction *end, QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_end(new QToolButton(this))
{
    setObjectName(QStringLiteral("readingBar"));
    m_text->setObjectName(QStringLiteral("readingText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_end->setObjectName(QStringLiteral("readingEnd"));
    m_end->setDefaultAction(end);
    m_end->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_end->setFocusPolicy(Qt::TabFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid + kGrid / 2, kGrid / 2, kGrid, kGrid / 2);
    row->setSpacing(kGrid);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_end);
    setAutoFillBackground(true);
    applyColours();
    hide();
}

void ReadingBar::setReader(const QString &reader)
{
    m_reader = reader;
    showWords();
    setVisible(!reader.isEmpty());
}

void ReadingBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showWords();
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyColours();
    QFrame::changeEvent(event);
}

void ReadingBar::showWords()
{
    m_text->setText(tr("Second reading by %1. What others have decided and imported labels are hidden.").arg(m_reader));
    setAccessibleName(m_text->text());
}

/// In the accent colour: not to be overlooked.
void ReadingBar::applyColours()
{
    const QPalette usual = QApplication::palette();
    QPalette own = usual;
    own.setColor(QPalette::Window, usual.color(QPalette::Highlight));
    own.setColor(QPalette::WindowText, usual.color(QPalette::HighlightedText));
    setPalette(own);
    m_end->setPalette(usual);
    m_icon->setPixmap(themedIcon(QStringLiteral("reader")).pixmap(QSize(20, 20), devicePixelRatioF(), QIcon::Selected));
}

} // namespace patina
