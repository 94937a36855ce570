#include "ui/panels/message_strip.h"

#include "ui/look.h"
#include "ui/models/message_model.h"
#include "ui/session.h"
#include "ui/text/local_times.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace patina {

MessageStrip::MessageStrip(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_all(new QToolButton(this)),
      m_close(new QToolButton(this)), m_history(new MessageModel(this))
{
    setObjectName(QStringLiteral("messageStrip"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText); // names of files are not markup
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_all->setObjectName(QStringLiteral("messageAll"));
    m_all->setAutoRaise(true);
    m_all->setIcon(themedIcon(QStringLiteral("messages")));
    connect(m_all, &QToolButton::clicked, this, &MessageStrip::historyWanted);
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setAutoRaise(true);
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setShortcut(Qt::Key_Escape);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid + kGrid / 2, kGrid / 2, kGrid, kGrid / 2);
    row->setSpacing(kGrid);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_all, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    setAutoFillBackground(true);
    retranslateUi();
    hide();
}

void MessageStrip::show(const Message &message)
{
    const QString text = withLocalTimes(message.text);
    m_history->add({message.kind, text}, QDateTime::currentDateTime());
    m_isError = message.kind == Message::Kind::Error;
    m_text->setText(text);
    applyColours();
    setAccessibleName(text);
    setVisible(true);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString MessageStrip::text() const
{
    return m_text->text();
}

void MessageStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    if (event->type() == QEvent::ApplicationPaletteChange)
        applyColours();
    QFrame::changeEvent(event);
}

void MessageStrip::retranslateUi()
{
    m_all->setToolTip(tr("All messages since the start"));
    m_all->setAccessibleName(tr("All messages"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close the message"));
}

void MessageStrip::applyColours()
{
    const QPalette usual = QApplication::palette();
    const bool dark = isDark(usual);
    QPalette own = usual;
    if (m_isError)
        own.setColor(QPalette::Window, QColor(dark ? 0xff4a2a1e : 0xfffde8dd));
    else
        own.setColor(QPalette::Window, QColor(dark ? 0xff1f3a36 : 0xffdff1ee));
    setPalette(own);
    const QIcon icon = themedIcon(m_isError ? QStringLiteral("warning") : QStringLiteral("info"));
    m_icon->setPixmap(icon.pixmap(QSize(20, 20), devicePixelRatioF()));
}

} // namespace patina
